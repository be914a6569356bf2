"""Ruled tables become rows of cells, whatever is merged in them."""

from ingest.readers.page.tables import TableRow, rows_of, side_by_side, words_of_cells
from ingest.readers.page.words import Table, TableCell, Word


def cell(row: int, column: int, *, columns: int = 1, rows: int = 1, left: float = 0, width: float = 100) -> TableCell:
    """A cell of a grid of that column width and rows 20 high."""
    return TableCell(row, column, left + width * column, 20 * row, left + width * (column + columns), 20 * (row + rows))


def word_in(said: str, place: TableCell, *, line: int = 0) -> Word:
    top = place.top + 2 + 12 * line
    return Word(said, place.left + 4, top, place.left + 4 + 5 * len(said), top + 10)


def texts(tables: list[Table], words: list[Word]) -> list[list[str] | str]:
    inside, _ = words_of_cells(tables, words)
    found: list[list[str] | str] = []
    for table in tables:
        for row in rows_of(table, inside, 10):
            if isinstance(row, TableRow):
                found.append([" ".join(line.segments[0].text for line in said) for said in row.cells])
            else:
                found.append(" ".join(segment.text for segment in row.segments))
    return found


def test_each_row_has_a_text_for_every_column_blank_ones_too() -> None:
    cells = [cell(row, column) for row in range(2) for column in range(3)]
    words = [word_in("Lifting", cells[0]), word_in("F", cells[1]), word_in("Other", cells[3])]
    assert texts([Table(tuple(cells))], words) == [["Lifting", "F", ""], ["Other", "", ""]]


def test_a_merged_cell_leaves_blank_what_it_covers() -> None:
    cells = [cell(0, 0, columns=2), cell(0, 2), *(cell(row, column) for row in (1, 2) for column in range(3))]
    words = [word_in("HAZARDS", cells[0]), word_in("FACTORS", cells[1]), word_in("Fire", cells[2]),
             word_in("Dust", cells[4]), word_in("W", cells[7])]  # fmt: skip
    assert texts([Table(tuple(cells))], words) == [["HAZARDS", "", "FACTORS"], ["Fire", "", "Dust"], ["", "", "W"]]


def test_a_cell_over_two_rows_is_read_in_the_first() -> None:
    cells = [cell(0, 0, rows=2), cell(0, 1), cell(1, 1)]
    words = [word_in("Both", cells[0]), word_in("one", cells[1]), word_in("two", cells[2])]
    assert texts([Table(tuple(cells))], words) == [["Both", "one"], ["", "two"]]


def test_a_row_that_is_all_blank_is_left_out() -> None:
    cells = [cell(row, column) for row in range(2) for column in range(2)]
    assert texts([Table(tuple(cells))], [word_in("Shop", cells[2])]) == [["Shop", ""]]


def test_a_cell_as_wide_as_its_table_is_lines_of_their_own() -> None:
    cells = [cell(0, 0, columns=2), cell(1, 0), cell(1, 1), cell(2, 0), cell(2, 1)]
    words = [word_in("DEMANDS", cells[0]), word_in("Sitting", cells[1]), word_in("C", cells[2])]
    assert texts([Table(tuple(cells))], words) == ["DEMANDS", ["Sitting", "C"]]


def test_the_narrow_gap_of_a_double_rule_is_no_column() -> None:
    cells = [TableCell(0, 0, 0, 0, 100, 20), TableCell(0, 1, 100, 0, 104, 20), TableCell(0, 2, 104, 0, 200, 20)]
    assert texts([Table(tuple(cells))], [word_in("Shop", cells[0]), word_in("X", cells[2])]) == [["Shop", "X"]]


def test_tables_that_touch_keep_their_own_columns() -> None:
    legend = [TableCell(row, column, left, 20 * row, left + 60, 20 * row + 20)
              for row in range(2) for column, left in ((0, 0), (1, 60), (3, 120))]  # fmt: skip
    below = [TableCell(row, column, left, 20 * row, right, 20 * row + 20)
             for row in (2, 3) for column, left, right in ((0, 0, 90), (2, 90, 180))]  # fmt: skip
    words = [*(word_in(said, place) for said, place in zip("CFOXYZ", legend, strict=True)),
             *(word_in(said, place) for said, place in zip("ABDE", below, strict=True))]  # fmt: skip
    assert texts([Table((*legend, *below))], words) == [["C", "F", "O"], ["X", "Y", "Z"], ["A", "B"], ["D", "E"]]


def test_tables_beside_each_other_with_level_rows_are_one() -> None:
    left = Table(tuple(cell(row, column) for row in range(3) for column in range(2)))
    right = Table(tuple(cell(row, column, left=250) for row in range(2) for column in range(2)))
    (joined,) = side_by_side([right, left], 10)
    words = [word_in("Fire", left.cells[0]), word_in("N", left.cells[1]), word_in("Dust", right.cells[0]),
             word_in("Abuse", left.cells[4])]  # fmt: skip
    assert texts([joined], words) == [["Fire", "N", "Dust", ""], ["Abuse", "", "", ""]]


def test_tables_beside_each_other_with_other_rows_stay_two() -> None:
    left = Table(tuple(cell(row, column) for row in range(3) for column in range(2)))
    right = Table(tuple(TableCell(row, column, 250 + 50 * column, 8 + 31 * row, 300 + 50 * column, 39 + 31 * row)
                        for row in range(3) for column in range(2)))  # fmt: skip
    assert len(side_by_side([left, right], 10)) == 2


def test_a_word_in_a_table_within_a_cell_belongs_to_the_inner_cell() -> None:
    outer, inner = TableCell(0, 0, 0, 0, 100, 100), TableCell(0, 0, 10, 10, 50, 50)
    inside, outside = words_of_cells([Table((outer,)), Table((inner,))], [Word("x", 20, 20, 25, 30)])
    assert (list(inside), outside) == ([inner], [])
