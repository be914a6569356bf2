"""The rows of a page's ruled tables, and the words in their cells."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.readers.page.lines import VisualLine, visual_lines
from ingest.readers.page.words import Table, TableCell, Word, lies_in

# Of two tables beside each other, so many of the shorter one's rows are level with a row of the other.
_LEVEL_ROWS = 0.6


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the visual lines in each of its cells, none in one that is blank or covered by a merged cell.

    ``sides`` are the left and the right of each cell, None where a merged cell covers it.
    """

    cells: tuple[tuple[VisualLine, ...], ...]
    top: float
    bottom: float
    sides: tuple[tuple[float, float] | None, ...] = ()


def side_by_side(tables: Iterable[Table], em: float) -> tuple[Table, ...]:
    """The tables from top to bottom, two that stand beside each other with their rows level as one."""
    joined: list[Table] = []
    for table in sorted(tables, key=lambda table: (_left(table), _top(table))):
        beside = next((at for at, other in enumerate(joined) if _is_beside(other, table, em)), None)
        if beside is None:
            joined.append(table)
        else:
            joined[beside] = _joined(joined[beside], table, em)
    return tuple(sorted(joined, key=lambda table: (_top(table), _left(table))))


def words_of_cells(tables: Sequence[Table], words: Iterable[Word]) -> tuple[dict[TableCell, list[Word]], list[Word]]:
    """The words by the cell that their middle lies in, and those that lie in none."""
    cells = [cell for table in tables for cell in table.cells]
    inside: dict[TableCell, list[Word]] = defaultdict(list)
    outside = []
    for word in words:
        holding = (cell for cell in cells if lies_in(word, cell))
        smallest = min(holding, key=lambda cell: (cell.right - cell.left) * (cell.bottom - cell.top), default=None)
        if smallest is None:
            outside.append(word)
        else:
            inside[smallest].append(word)
    return inside, outside


def rows_of(table: Table, words: dict[TableCell, list[Word]], em: float) -> tuple[TableRow | VisualLine, ...]:
    """The table's rows from top to bottom without those that are all blank.

    What stands in a cell as wide as the whole table is no row but the lines that it is.
    """
    return tuple(row for part in _parts(table) for row in _rows_of_part(part, words, em))


def _rows_of_part(part: Table, words: dict[TableCell, list[Word]], em: float) -> list[TableRow | VisualLine]:
    columns = _columns(part, words, em)
    left, right = _left(part), max(cell.right for cell in part.cells)
    rows: list[TableRow | VisualLine] = []
    for row in _by_row(part):
        if not any(words.get(cell) for cell in row):
            continue
        first = row[0]
        if len(row) == 1 and first.left - left < em / 2 and right - first.right < em / 2:
            rows += visual_lines(words[first], em)
        else:
            rows.append(_row(row, columns, words, em))
    return rows


def _by_row(table: Table) -> list[list[TableCell]]:
    ordered = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    return [list(group) for _, group in groupby(ordered, key=lambda cell: cell.row)]


def _parts(table: Table) -> list[Table]:
    """The tables that touch each other in one grid of rules: each has columns of its own in two rows or more.

    A single row whose cells are merged, or are parts, of those of the row below or above belongs to that table.
    """
    rows = _by_row(table)
    kinds = [_columns_at(table, row) for row in rows]
    runs = [list(run) for _, run in groupby(range(len(rows)), key=lambda at: kinds[at])]
    parts: list[list[int]] = []
    is_open = False
    for number, run in enumerate(runs):
        below = kinds[runs[number + 1][0]] if number + 1 < len(runs) else frozenset[int]()
        own = kinds[run[0]]
        is_single = len(run) == 1
        above = kinds[runs[number - 1][0]] if number else frozenset[int]()
        joins_below = is_single and _is_merged(own, below)
        if is_open or (parts and is_single and not joins_below and _is_merged(own, above)):
            parts[-1] += run
        else:
            parts.append(list(run))
        is_open = joins_below
    return [Table(tuple(cell for at in part for cell in rows[at])) for part in parts]


def _is_merged(columns: frozenset[int], others: frozenset[int]) -> bool:
    return bool(others) and (columns <= others or others <= columns)


def _columns_at(table: Table, row: Sequence[TableCell]) -> frozenset[int]:
    """The columns in which a cell begins that stands in a row or reaches down into it."""
    lowest = min(row, key=lambda cell: cell.bottom - cell.top)
    middle = (lowest.top + lowest.bottom) / 2
    return frozenset(cell.column for cell in table.cells if cell.top <= middle < cell.bottom)


def _row(row: Sequence[TableCell], columns: Sequence[int], words: dict[TableCell, list[Word]], em: float) -> TableRow:
    by_column = {cell.column: visual_lines(words.get(cell, ()), em) for cell in row}
    cells = tuple(by_column.get(column, ()) for column in columns)
    sides = {cell.column: (cell.left, cell.right) for cell in row}
    return TableRow(
        cells, min(cell.top for cell in row), min(cell.bottom for cell in row), tuple(map(sides.get, columns))
    )


def _columns(table: Table, words: dict[TableCell, list[Word]], em: float) -> list[int]:
    """The columns without those that only two rules close to each other make."""
    wide = {cell.column for cell in table.cells if words.get(cell) or cell.right - cell.left >= em}
    return sorted(wide)


def _is_beside(table: Table, other: Table, em: float) -> bool:
    if max(cell.right for cell in table.cells) > _left(other) + em / 2:
        return False
    fewer, more = sorted((_tops(table), _tops(other)), key=len)
    level = sum(any(abs(top - same) <= em / 2 for same in more) for top in fewer)
    return level >= _LEVEL_ROWS * len(fewer)


def _joined(table: Table, other: Table, em: float) -> Table:
    """Two tables as one: the other's columns after the first one's, rows that are level as one row."""
    columns = 1 + max(cell.column for cell in table.cells)
    tops: list[float] = []
    for top in sorted({*_tops(table), *_tops(other)}):
        if not tops or top - tops[-1] > em / 2:
            tops.append(top)
    moved = [replace(cell, column=cell.column + columns) for cell in other.cells]
    cells = [replace(cell, row=bisect_right(tops, cell.top) - 1) for cell in (*table.cells, *moved)]
    return Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _tops(table: Table) -> list[float]:
    return sorted({cell.top for cell in table.cells})


def _left(table: Table) -> float:
    return min(cell.left for cell in table.cells)


def _top(table: Table) -> float:
    return min(cell.top for cell in table.cells)
