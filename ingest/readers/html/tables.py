"""The rows of an HTML table, and which of them only lay out a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.errors import UnreadableFile
from ingest.readers.borders import columns_spanned, shared_borders
from ingest.readers.html.blocks import Element

_MOST_CELLS = 1_000_000
_MOST_COLUMNS = 1_000
_SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}
_CELLS = frozenset({"td", "th"})
_DATA_ROLES = frozenset({"table", "grid", "treegrid"})
_LAYOUT_ROLES = frozenset({"presentation", "none"})
# A cell of this many blocks and letters is a part of a page, where nothing says that it is one of a table.
_FLOW_BLOCKS = 4
_FLOW_LETTERS = 1_500


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its block (None below a cell over several rows), and how many columns it takes."""

    block: Element | None
    columns: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells from left to right. ``is_flow`` where they only lay out their blocks."""

    cells: tuple[Cell, ...]
    is_flow: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cell stands in the table's grid: from the column ``start`` to before the column ``end``."""

    block: Element | None
    start: int
    end: int


def rows_of(table: Element) -> tuple[Row, ...]:
    """The rows in the order they are shown.

    Columns are counted among rows whose cells begin and end at the same columns of the grid: a row of other cells
    starts a count of its own. Rows whose cells only say where on the page their blocks stand are flow: those of a table
    that says so, or that has one cell a row, and rows with a heading and what it is about, or with a table of data, in
    a cell.

    Raises:
        UnreadableFile: the table has room for more cells than any document.
    """
    placed = _placed(table)
    is_layout = table.role in _LAYOUT_ROLES or all(len(row) == 1 for row in placed)
    says_data = _says_data(table)
    found = []
    for row, borders in zip(placed, shared_borders(placed), strict=True):
        blocks = [place.block for place in row if place.block is not None]
        is_flow = is_layout or _is_flow(blocks, len(row) == 1, says_data, len(placed) == 1)
        found.append(Row(_cells(row, borders), is_flow))
    return tuple(found)


def loose_blocks(table: Element) -> tuple[Element, ...]:
    """The blocks of a table besides its rows: its caption, and what was lost in it."""
    return tuple(block for block in table.blocks if block.name not in _SECTIONS and block.name != "tr")


def is_data(table: Element) -> bool:
    """Whether a table has several rows of several cells."""
    return sum(sum(cell.name in _CELLS for cell in row.blocks) > 1 for row in _rows(table)) > 1


def _placed(table: Element) -> list[list[_Place]]:
    """The cells of each row in the grid, what lies below a cell over several rows as a cell without a block."""
    below: list[tuple[_Place, int]] = []
    placed = []
    steps = 0
    for row in _rows(table):
        taken = {place.start: place for place, _ in below}
        places = []
        opened = []
        column = 0
        for cell in (block for block in row.blocks if block.name in _CELLS):
            while column in taken:
                places.append(taken.pop(column))
                column = places[-1].end
            end = min([column + min(cell.count("colspan"), _MOST_COLUMNS), *(at for at in taken if at > column)])
            places.append(_Place(cell, column, end))
            if cell.count("rowspan") > 1:
                opened.append((_Place(None, column, end), cell.count("rowspan")))
            column = end
        places += [place for start, place in sorted(taken.items()) if start >= column]
        steps += len(places) + len(taken) * len(row.blocks)
        if steps > _MOST_CELLS:
            raise UnreadableFile(f"one of its tables has room for more than {_MOST_CELLS // 1_000_000} million cells")
        if any(place.block for place in places):
            placed.append(places)
        below = [(place, left - 1) for place, left in (*below, *opened) if left > 1]
    return placed


def _cells(row: Sequence[_Place], borders: set[int]) -> tuple[Cell, ...]:
    return tuple(Cell(place.block, columns) for place, columns in zip(row, columns_spanned(row, borders), strict=True))


def _rows(table: Element) -> Iterator[Element]:
    """The rows, those of the head first and those of the foot last."""
    direct = [block for block in table.blocks if block.name == "tr" or block.name in _SECTIONS]
    for block in sorted(direct, key=lambda block: _SECTIONS.get(block.name, 1)):
        yield from [block] if block.name == "tr" else (row for row in block.blocks if row.name == "tr")


def _says_data(table: Element) -> bool:
    """Whether a table says itself that it is one of data."""
    if table.role in _DATA_ROLES or any(block.name in ("caption", "thead") for block in table.blocks):
        return True
    return any(cell.name == "th" for row in _rows(table) for cell in row.blocks)


def _is_flow(cells: Sequence[Element], is_alone: bool, says_data: bool, is_only_row: bool) -> bool:
    """Whether the cells of a row only lay out their blocks; ``is_alone`` where a cell is the whole row."""
    if is_alone:
        return _blocks_in(cells[0]) > 1
    if any(_has_headed_block(cell) for cell in cells):
        return True
    return not says_data and any(_is_part_of_page(cell, is_only_row) or _holds_data(cell) for cell in cells)


def _is_part_of_page(cell: Element, is_only_row: bool) -> bool:
    blocks = _blocks_in(cell)
    return (is_only_row and blocks > 1) or (blocks >= _FLOW_BLOCKS and cell.letters > _FLOW_LETTERS)


def _has_headed_block(cell: Element) -> bool:
    """Whether a cell holds a heading, and more than the heading."""
    return any(0 < block.letters < cell.letters for block in cell.walk() if block.level is not None)


def _holds_data(cell: Element) -> bool:
    return any(block.name == "table" and is_data(block) for block in cell.walk())


def _blocks_in(cell: Element) -> int:
    """How many blocks with words of their own a cell shows."""
    return sum(
        any(child.text.strip() for child in block.children if not isinstance(child, Element)) for block in cell.walk()
    )
