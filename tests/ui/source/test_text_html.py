import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.sourcing import shown
from ui.source.text_html import WHOLE_CHARACTERS, marked_text_html, shown_span

TABLE = "DEMANDS:\nStanding\tF\tAt the desk\nSitting\tO\t\nKneeling\tR\tFiles\nEnd\n"


@given(st.text(alphabet=st.sampled_from("ab<>&\"'\t\n\r\f \u202e\u0391é😀"), max_size=80), st.data())
def test_every_character_is_kept_and_the_marks_hold_exactly_the_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    read = shown(marked_text_html(text, start, end))
    assert read.text == text
    assert read.marked == text[start:end]
    assert [attributes.get("id") for tag, attributes in read.elements if tag == "mark"][:1] == (
        ["marked"] if start < end else []
    )


def test_rows_of_tabs_are_a_table_whose_marks_stop_at_cells() -> None:
    start = TABLE.index("Standing")
    read = shown(marked_text_html(TABLE, start, TABLE.index("\nSitting")))
    assert len(read.named("row")) == 3
    assert read.marked == "Standing\tF\tAt the desk"
    assert [tag for tag, _ in read.elements].count("mark") == 3


def test_a_stray_tab_in_prose_makes_no_table() -> None:
    assert shown(marked_text_html("One line.\nAnother with a\ttab in it.\nThe last.", 0, 3)).named("row") == []


@pytest.mark.parametrize(("gap", "name"), [("     ", "source-text aligned"), (" ", "source-text")])
def test_columns_that_spaces_make_are_shown_in_type_of_one_width(gap: str, name: str) -> None:
    text = "".join(f"Row{gap}{n}\n" for n in range(20))
    assert shown(marked_text_html(text, 0, 3)).elements[0] == ("div", {"class": name})


def test_of_a_long_text_whole_lines_around_the_place_are_shown() -> None:
    text = "".join(f"line {n}\n" for n in range(WHOLE_CHARACTERS // 5))
    start = len(text) // 2
    first, last = shown_span(text, start, start + 9)
    assert 0 < first <= start - 20_000
    assert start + 20_009 <= last < len(text)
    assert text[first - 1] == text[last - 1] == "\n"
    assert shown(marked_text_html(text, start, start + 9)).marked == text[start : start + 9]
    assert shown_span(text, 0, 5)[0] == 0
    assert shown_span(text, len(text) - 5, len(text))[1] == len(text)
