"""Rules make tables, and small squares are boxes to mark."""

from ingest.readers.page.words import Table, TableCell, Word
from ingest.readers.pdf.rules import Drawing, Rule, drawn_boxes, tables_of, with_open_ends, with_open_sides

LEFT, RIGHT = (0.0, 0.0, 100.0, 20.0), (100.0, 0.0, 200.0, 20.0)


def word(left: float, top: float) -> Word:
    return Word("word", left, top, left + 10, top + 10)


def test_cells_with_words_are_a_table() -> None:
    (table,) = tables_of([[LEFT, RIGHT]], [word(10, 5), word(110, 5)])
    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (0, 1)]


def test_a_frame_around_text_is_no_table() -> None:
    assert tables_of([[LEFT]], [word(10, 5)]) == ()


def test_boxed_lines_below_each_other_are_no_table() -> None:
    assert tables_of([[LEFT, (0.0, 20.0, 100.0, 40.0)]], [word(10, 5), word(10, 25)]) == ()


def test_rules_around_nothing_are_no_table() -> None:
    assert tables_of([[LEFT, RIGHT]], [word(10, 5)]) == ()


def test_a_frame_around_a_table_leaves_the_table() -> None:
    frame = (-50.0, -50.0, 400.0, 400.0)
    (table,) = tables_of([[frame], [LEFT, RIGHT]], [word(10, 5), word(110, 5)])
    assert len(table.cells) == 2


def test_a_table_open_at_its_sides_gets_them() -> None:
    level = [Rule(False, at, 0, 200) for at in (0, 20)]
    added = with_open_sides([*level, Rule(True, 100, 0, 20)])[3:]
    assert added == [Rule(True, 0, 0, 20), Rule(True, 200, 0, 20)]


def test_rules_with_nothing_between_them_get_no_sides() -> None:
    level = [Rule(False, at, 0, 200) for at in (0, 20)]
    assert with_open_sides(level) == level


def test_a_table_that_the_end_of_a_page_leaves_open_is_closed() -> None:
    upright = [Rule(True, at, 0, 60) for at in (0, 100, 200)]
    level = [Rule(False, at, 0, 200) for at in (0, 20)]
    assert with_open_ends([*upright, *level])[5:] == [Rule(False, 60, 0, 200)]
    closed = [*upright, *level, Rule(False, 60, 0, 200)]
    assert with_open_ends(closed) == closed


def test_lines_down_the_margins_of_a_page_enclose_nothing() -> None:
    margins = [Rule(True, at, 0, 700) for at in (40, 44, 560)]
    assert with_open_ends(margins) == margins


def test_an_empty_square_is_a_box_and_a_crossed_one_is_marked() -> None:
    squares = [Drawing((0, 0, 10, 10), True), Drawing((0, 20, 10, 30), True), Drawing((1, 21, 9, 29), False)]
    assert [(found.text, found.top) for found in drawn_boxes(squares, (), ())] == [("☐", 0), ("☒", 20)]


def test_a_square_with_a_letter_in_it_is_that_letter() -> None:
    assert drawn_boxes([Drawing((0, 0, 12, 12), True)], (), [Word("X", 2, 1, 9, 11)]) == ()


def test_a_square_cell_of_a_table_is_no_box() -> None:
    table = Table((TableCell(0, 0, 0, 0, 12, 12), TableCell(0, 1, 12, 0, 80, 12)))
    assert drawn_boxes([Drawing((0, 0, 12, 12), True)], (table,), ()) == ()


def test_a_large_rectangle_is_no_box() -> None:
    assert drawn_boxes([Drawing((0, 0, 40, 40), True), Drawing((0, 0, 17, 6), True)], (), ()) == ()


def test_a_page_full_of_drawings_has_no_boxes_to_mark() -> None:
    squares = [Drawing((20.0 * at, 0.0, 20.0 * at + 10, 10.0), True) for at in range(2_001)]
    assert drawn_boxes(squares, (), ()) == ()
    assert len(drawn_boxes(squares[:300], (), ())) == 300
