"""The cells of a Word table in columns, whatever rows are merged, shifted or drawn a little askew."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ingest.readers.borders import columns_spanned, shared_borders
from ingest.readers.word.xml import Element

# Borders nearer to each other than this, in twentieths of a point (2 mm), are one border drawn askew.
_ASKEW = 120
# The width of columns that the table gives none.
_UNKNOWN_WIDTH = 1000
_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: what it shows (None for nothing, as below a merged cell), and how many columns it takes."""

    content: Element | None
    columns: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell stands before columns are known: the first and last of the grid's borders that it touches."""

    content: Element | None
    start: int
    end: int
    is_drawn: bool = True


def table_rows(table: Element) -> list[tuple[Cell, ...]]:
    """The rows of a table of an accepted tree, each with its cells from left to right.

    Columns are counted among rows that have borders in common: a row of other borders starts a count of its own.
    """
    rows = [_places(row) for row in table.each("w:tr")]
    rows = _on_borders(rows, _borders(table, max((row[-1].end for row in rows if row), default=0)))
    drawn = {place.start for row in rows for place in row if place.is_drawn}
    drawn_ends = {place.end for row in rows for place in row if place.is_drawn}
    kept = [[p for p in row if p.is_drawn or (p.start in drawn and p.end in drawn_ends)] for row in rows]
    return [_cells(row, borders) for row, borders in zip(kept, shared_borders(kept), strict=True)]


def _places(row: Element) -> list[_Place]:
    """The cells of a row in the grid, with blank ones for what it leaves out before and after them."""
    before, after = (_count(row.value("w:trPr", name), 0) for name in ("w:gridBefore", "w:gridAfter"))
    places = [_Place(None, 0, before, is_drawn=False)] if before else []
    at = before
    for cell in row.each("w:tc"):
        span = max(_count(cell.value("w:tcPr", "w:gridSpan"), 1), 1)
        places.append(_Place(None if _continues(cell) else cell, at, at + span))
        at += span
    return [*places, _Place(None, at, at + after, is_drawn=False)] if after else places


def _continues(cell: Element) -> bool:
    """Whether a cell is part of the one above it, or of the one before it."""
    merges = (cell.child("w:tcPr", name) for name in ("w:vMerge", "w:hMerge"))
    return any(merge is not None and merge.get("w:val") != "restart" for merge in merges)


def _borders(table: Element, last: int) -> list[int]:
    """For each border of the grid the number of the drawn border that it is."""
    grid = table.child("w:tblGrid")
    widths = [_count(column.get("w:w"), 0) for column in grid.each("w:gridCol")] if grid else []
    if len(widths) < last or not all(widths):
        widths = [_UNKNOWN_WIDTH] * last
    positions = [0, *accumulate(widths)]
    gaps = (after - before > _ASKEW for before, after in pairwise(positions))
    return [0, *accumulate(gaps)]


def _on_borders(rows: Sequence[Sequence[_Place]], borders: Sequence[int]) -> list[list[_Place]]:
    """The cells at the drawn borders; one that is only a gap between two others goes."""
    placed = [[_Place(p.content, borders[p.start], borders[p.end], p.is_drawn) for p in row] for row in rows]
    return [[p for p in row if p.end > p.start or _has_words(p.content)] for row in placed]


def _has_words(cell: Element | None) -> bool:
    return cell is not None and any(words.text.strip() for words in cell.within("w:t"))


def _cells(row: Sequence[_Place], borders: set[int]) -> tuple[Cell, ...]:
    return tuple(
        Cell(place.content, columns) for place, columns in zip(row, columns_spanned(row, borders), strict=True)
    )


def _count(value: str | None, otherwise: int) -> int:
    is_number = value is not None and value.isdecimal() and len(value) < 6
    return min(int(value), _MOST_COLUMNS) if value is not None and is_number else otherwise
