"""Page footers tell the page of a place, and lines are what the text says."""

import pytest

from ingest.source_text import Span, footers, lines, page_at, pages_of


@pytest.mark.parametrize(
    "footer",
    [
        "Page 2 of 4 Pages", "Page 2 of 4", "page 2 of 4", "PAGE\t2\tof 4 Pages", "Page 2of4", "Page2 of 4",
        "Norfolk\tPage 2 of 4 Pages", "Page 2 of 4 Pages\tRevised 2019", "Раge 2 of 4",
    ],
)  # fmt: skip
def test_a_footer_line_ends_its_page(footer: str) -> None:
    text = f"above\n{footer}\nbelow"
    (found,) = footers(text)
    assert (text[found.start : found.end], found.page) == (footer, 2)
    assert page_at(0, pages_of((found,))) == 2
    assert page_at(text.index("below"), pages_of((found,))) is None


@pytest.mark.parametrize(("number", "page"), [("l", 1), ("I", 1), ("1O", 10), ("|", 1)])
def test_a_letter_for_a_digit_in_a_footer_is_read(number: str, page: int) -> None:
    assert [footer.page for footer in footers(f"Page {number} of 12 Pages")] == [page]


@pytest.mark.parametrize("footer", ["Pa\tge 2 of 4", "Paqe 2 of 4 Pages", "Page 2 0f 4 Pages", "<u>Page</u> 2 of 4"])
def test_a_damaged_footer_still_ends_its_page(footer: str) -> None:
    assert [found.page for found in footers(f"above\n\n{footer}\n\nbelow")] == [2]


@pytest.mark.parametrize(
    "line",
    ["See page 2 of 4 for the pay plan.", "Experience\tFive years; see page 2 of 4", "Page two of four", "Page 2", ""],
)
def test_words_about_a_page_are_no_footer(line: str) -> None:
    assert footers(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Lifting\tF\tPage 2 of 3 Pages",
        "Lifting\tF\tBoxes Page 2 of 3 Pages",
        "Lifting\t\tPage 2 of 3 Pages",
        "Lifting    F    Page 2 of 3 Pages",
        "Lifting F Boxes Page 2 of 3 Pages",
        "| Lifting | F | Boxes Page 2 of 3 Pages |",
        "Snow Removal\tF\tPage 2 of 3 Pages",
        "Mechanical Hazards\tW\tDirt and Dust\tD\tPage 2 of 3 Pages",
        "3\tM\tForms\tPage 2 of 3 Pages",
        "3. M Forms Page 2 of 3 Pages",
        "Math\tPercentages Page 2 of 3 Pages",
    ],
)
def test_the_end_of_a_row_is_no_footer(line: str) -> None:
    assert footers(line) == ()


@pytest.mark.parametrize(
    "line", ["Office Assistant II Page 2 of 3 Pages", "Budget\tPage 2 of 3", "Vision Center Clerk\tPage 2 of 3 Pages"]
)
def test_a_footer_whose_title_begins_like_a_label_is_one(line: str) -> None:
    assert [footer.page for footer in footers(line)] == [2]


def test_lines_are_those_that_say_something_without_footers() -> None:
    text = "\ufeffone\r\n\r\n \t\xa0\r\nPage 1 of 2\r\ntwo\ttabs\t\x0cthree\rfour"
    ends = footers(text)
    found = lines(text, pages_of(ends), [Span(footer.start, footer.end) for footer in ends])
    assert [text[line.start : line.end] for line in found] == ["\ufeffone", "two\ttabs\t", "three", "four"]
    assert [line.page for line in found] == [1, None, None, None]
