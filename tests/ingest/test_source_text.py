"""Bytes become text unchanged, and page footers tell the page of a place."""

import pytest

from ingest import UnreadableFile
from ingest.source_text import decode, footers, lines, page_at


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("naïve\r\n".encode(), "naïve\r\n", "utf-8"),
        (b"\xef\xbb\xbfmarked", "\ufeffmarked", "utf-8"),
        ("\ufeffwide".encode("utf-16-le"), "\ufeffwide", "utf-16-le"),
        ("\ufeffwide".encode("utf-16-be"), "\ufeffwide", "utf-16-be"),
        ("\ufeffwide".encode("utf-32-le"), "\ufeffwide", "utf-32-le"),
        ("\ufeffwide".encode("utf-32-be"), "\ufeffwide", "utf-32-be"),
        (b"na\xefve \x93quoted\x94", "naïve “quoted”", "windows-1252"),
        (b"", "", "utf-8"),
    ],
)
def test_text_is_decoded_by_its_mark_then_utf_8_then_windows_1252(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding)


@pytest.mark.parametrize("content", [b"a\0b", b"\x89PNG\r\n\x1a\n\0\0", "wide".encode("utf-16-le"), b"\x81\x8d\x8f",
                                     b"\xff\xfea", b"\xef\xbb\xbf\xff"])  # fmt: skip
def test_binary_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        decode(content)


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
    assert page_at(0, (found,)) == 2
    assert page_at(text.index("below"), (found,)) is None


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


def test_lines_are_those_that_say_something_without_footers() -> None:
    text = "\ufeffone\r\n\r\n \t\xa0\r\nPage 1 of 2\r\ntwo\ttabs\t\x0cthree\rfour"
    found = lines(text, footers(text))
    assert [text[line.start : line.end] for line in found] == ["\ufeffone", "two\ttabs\t", "three", "four"]
    assert [line.page for line in found] == [1, None, None, None]
