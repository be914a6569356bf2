"""A text with its tables as rows of cells, every character of it once and in its place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.layout.row_view import view_in_rows, view_with_tabs
from ingest.layout.rows import Row
from ingest.source_text import Line, Span, lines

TABLE = """\
Demands of the class:

   Standing   F   Copier and
                  counter
   Foot       N
   Controls

Notes (1)
"""
_checked = settings(max_examples=150, deadline=None, derandomize=True)
_texts = st.text(st.sampled_from("aZ9. \t\n\xa0"), max_size=60)


def span(words: str, after: str = "") -> Span:
    start = TABLE.index(words, TABLE.index(after) + len(after))
    return Span(start, start + len(words))


STANDING = Row(((span("Standing"),), (span("F", "Standing"),), (span("Copier and"), span("counter"))))
CONTROLS = Row(((span("Foot"), span("Controls")), (span("N", "Foot"),), ()))
LINES = lines(TABLE)
IN_TABLE = LINES[1:-1]


def test_the_cells_of_a_row_are_parted_by_tabs_and_their_pieces_by_spaces() -> None:
    view = view_in_rows(TABLE, LINES, [[STANDING, CONTROLS]], IN_TABLE)
    assert view.text == "Demands of the class:\n\nStanding\tF\tCopier and counter\nFoot Controls\tN\t\n\nNotes (1)\n"


def test_what_is_shown_in_a_row_keeps_its_places() -> None:
    view = view_in_rows(TABLE, LINES, [[STANDING, CONTROLS]], IN_TABLE)
    start = view.text.index("Copier")
    place = view.place(start, start + len("Copier and counter"))
    assert TABLE[slice(*place)] == "Copier and\n                  counter"
    row = view.text.index("Foot Controls")
    assert TABLE[slice(*view.place(row, row + len("Foot Controls\tN\t")))] == "Foot       N\n   Controls"


def test_lines_of_which_no_table_was_made_stay_as_they_are() -> None:
    view = view_in_rows(TABLE, LINES, [[STANDING]], IN_TABLE[:2])
    assert "\n   Foot       N\n   Controls\n\nNotes (1)\n" in view.text


def test_a_heading_before_a_table_on_its_line_stays() -> None:
    text = "PHYSICAL DEMANDS Standing F\nSitting O\n"
    first, second = lines(text)
    at = text.index("Standing")
    standing = Row(((Span(at, at + 8),), (Span(at + 9, at + 10),)))
    rows: list[Row | Line] = [standing, Line(second.start, second.end, None)]
    view = view_in_rows(text, (first, second), [rows], [Line(at, first.end, None), second])
    assert view.text == "PHYSICAL DEMANDS \n\nStanding\tF\n\nSitting O\n"


def test_tables_stand_in_the_order_of_their_places() -> None:
    view = view_in_rows(TABLE, LINES, [[CONTROLS], [STANDING]], IN_TABLE)
    assert view.text.index("Standing") < view.text.index("Foot")


def test_what_breaks_or_escapes_in_a_cell_is_left_out_and_kept_in_its_place() -> None:
    text = "Lifting<br>and a \\| b"
    view = view_in_rows(text, (), [[Row(((Span(0, len(text)),),))]], ())
    assert view.text == "Lifting and a | b\n"
    assert view.place(7, 8) == (7, 11)
    assert text[slice(*view.place(0, len(view.text)))] == text


def test_pieces_that_stand_apart_get_tabs_and_words_with_one_space_do_not() -> None:
    text = "   Dirt and Dust    D   \n\n\n  Noise\tN \nOne line of words"
    assert view_with_tabs(text).text == "Dirt and Dust\tD\n\n  Noise\tN \nOne line of words"


@_checked
@given(text=_texts)
def test_tabs_change_nothing_but_white_space(text: str) -> None:
    view = view_with_tabs(text)
    assert view.text.split() == text.split()
    for at, character in enumerate(view.text):
        if not character.isspace():
            assert text[slice(*view.place(at, at + 1))] == character


@_checked
@given(text=_texts)
def test_lines_without_tables_are_shown_as_they_are(text: str) -> None:
    shown = lines(text)
    view = view_in_rows(text, shown, [], [])
    assert [view.text[line.start : line.end] for line in lines(view.text)] == [
        text[line.start : line.end] for line in shown
    ]
