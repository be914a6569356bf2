"""The ruled tables and the check boxes of a page: what its straight rules enclose."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.readers.page.words import Table, TableCell
from ingest.readers.scan.picture import Ink, Marks, Rules, marks_of, regions_of, widened

# Rules may miss each other by twice so many pixels.
_MISSED = 3
# In heights of a capital letter.
_LEAST_CELL = 0.8
_SAME_SIDE = 0.6
_BOX_SIZES = (0.55, 2.4)
# As shares: of a cell's box that is room, of a page that no cell is, of a box's side that is inked.
_FILLED = 0.8
_MOST_OF_PAGE = 0.5
_INKED_SIDE = 0.92
_SQUARE = 1.35
_BORDER, _INSIDE = 0.15, 0.24
_MARKED, _EMPTY = 0.07, 0.03


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A small drawn box: the numbers of the marks that it is made of, its sides, and whether a mark is in it.

    ``is_marked`` is None where there is something in it, and too little to be a mark.
    """

    marks: frozenset[int]
    left: int
    top: int
    right: int
    bottom: int
    is_marked: bool | None


def tables_of(rules: Rules, capital: float) -> tuple[Table, ...]:
    """The ruled tables of a page, in its pixels, from top to bottom: cells that rules close in on all sides."""
    walls = widened(rules.across | rules.down, _MISSED)
    cells = _cells(regions_of(walls), walls.shape, capital)
    grids = marks_of(walls)
    by_table: dict[int, list[tuple[int, int, int, int]]] = {}
    for left, top, right, bottom in cells:
        wall = int(grids.labels[(top + bottom) // 2, left - 1])
        by_table.setdefault(wall, []).append((left, top, right, bottom))
    tables = [_table(boxes, capital) for boxes in by_table.values()]
    return tuple(sorted(tables, key=lambda table: (table.cells[0].top, table.cells[0].left)))


def _cells(regions: Marks, shape: tuple[int, ...], capital: float) -> list[tuple[int, int, int, int]]:
    """The boxes of the regions that are cells: rectangles inside the page, large enough for a letter."""
    height, width = shape
    boxes = regions.width * regions.height
    fits = (regions.width >= _LEAST_CELL * capital) & (regions.height >= _LEAST_CELL * capital)
    fits &= (regions.area >= _FILLED * boxes) & (boxes <= _MOST_OF_PAGE * height * width)
    fits &= (regions.left > 0) & (regions.top > 0) & (regions.right < width) & (regions.bottom < height)
    fits[0] = False
    return [
        (int(regions.left[at]), int(regions.top[at]), int(regions.right[at]), int(regions.bottom[at]))
        for at in np.flatnonzero(fits)
    ]


def _table(boxes: Sequence[tuple[int, int, int, int]], capital: float) -> Table:
    columns = _sides([box[0] for box in boxes], capital)
    rows = _sides([box[1] for box in boxes], capital)
    cells = [
        TableCell(_nearest(rows, box[1]), _nearest(columns, box[0]), *(float(side) for side in box)) for box in boxes
    ]
    return Table(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _sides(places: Sequence[int], capital: float) -> list[int]:
    """Where the rows or columns of a table begin, in order; sides that nearly meet are one."""
    sides: list[int] = []
    for place in sorted(places):
        if not sides or place - sides[-1] > _SAME_SIDE * capital:
            sides.append(place)
    return sides


def _nearest(sides: Sequence[int], place: int) -> int:
    return min(range(len(sides)), key=lambda side: abs(sides[side] - place))


def check_boxes(ink: Ink, marks: Marks, capital: float) -> list[CheckBox]:
    """The small drawn boxes of a page, and whether they are marked."""
    low, high = (size * capital for size in _BOX_SIZES)
    width, height = marks.width, marks.height
    fits = (height >= low) & (height <= high) & (width <= _SQUARE * height) & (height <= _SQUARE * width)
    fits[0] = False
    return [box for mark in np.flatnonzero(fits) if (box := _check_box(ink, marks, int(mark))) is not None]


def _check_box(ink: Ink, marks: Marks, mark: int) -> CheckBox | None:
    left, top, right, bottom = (int(side[mark]) for side in (marks.left, marks.top, marks.right, marks.bottom))
    labels = marks.labels[top:bottom, left:right]
    own = labels == mark
    border = max(2, round(_BORDER * min(own.shape)))
    strips = (
        own[:border].any(axis=0), own[-border:].any(axis=0), own[:, :border].any(axis=1), own[:, -border:].any(axis=1)
    )  # fmt: skip
    corners = (own[:border, :border], own[:border, -border:], own[-border:, :border], own[-border:, -border:])
    if min(strip.mean() for strip in strips) < _INKED_SIDE or not all(_has_corner(corner) for corner in corners):
        return None
    inside = max(border, round(_INSIDE * min(own.shape)))
    if 2 * inside >= min(own.shape):
        return None
    filled = float(ink[top + inside : bottom - inside, left + inside : right - inside].mean())
    within = frozenset(int(label) for label in np.unique(labels) if label and _lies_in(marks, int(label), mark))
    is_marked = True if filled >= _MARKED else False if filled <= _EMPTY else None
    return CheckBox(within | {mark}, left, top, right, bottom, is_marked)


def _has_corner(corner: Ink) -> bool:
    """Whether the ink of a box reaches into its corner, which a round letter's does not."""
    return bool(corner.mean() >= 0.5)


def _lies_in(marks: Marks, inner: int, outer: int) -> bool:
    return bool(
        marks.left[inner] >= marks.left[outer]
        and marks.right[inner] <= marks.right[outer]
        and marks.top[inner] >= marks.top[outer]
        and marks.bottom[inner] <= marks.bottom[outer]
    )
