"""The words of a page and where they stand on it, the same whether a file says them or a picture of them was read."""

from dataclasses import dataclass
from typing import Protocol


class Placed(Protocol):
    """Something with a box on a page, y downward."""

    @property
    def left(self) -> float:
        """Its left side."""

    @property
    def top(self) -> float:
        """Its top side."""

    @property
    def right(self) -> float:
        """Its right side."""

    @property
    def bottom(self) -> float:
        """Its bottom side."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word without white space, and the sides of its box in the page's own unit, y downward, as it is shown.

    ``is_sure`` is false where its letters were not recognised for certain; its text is then the best guess, U+FFFD for
    a letter that nothing is known of.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    is_bold: bool = False
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class TableCell:
    """One ruled cell, in the page's unit, and its 0-based row and column in its table.

    A merged cell has the row and column of its top left corner; the places that it covers have no cell.
    """

    row: int
    column: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of a page: its cells, by row and then column."""

    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Straightening:
    """How a straightened page lies on the picture that it was taken from, which people see.

    A point (x, y) of the page is ``(a*x + b*y + c, d*x + e*y + f)`` on a picture of that width and height.
    """

    width: float
    height: float
    across: tuple[float, float, float]
    down: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page in any order, its 1-based number, its width and height in its own unit, and its tables.

    Words and tables of a page that lay askew are given as they stand once it is straightened; ``straightening`` says
    where that is on the page as it is shown.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[Table, ...] = ()
    straightening: Straightening | None = None

    def shown(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """The least upright box around a box of the page, in fractions of the width and height of what is shown."""
        askew = self.straightening or Straightening(self.width, self.height, (1, 0, 0), (0, 1, 0))
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        across, down = (
            [_clamped((x * by_x + y * by_y + shift) / side) for x, y in corners]
            for (by_x, by_y, shift), side in ((askew.across, askew.width), (askew.down, askew.height))
        )
        return min(across), min(down), max(across), max(down)


def _clamped(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def lies_in(inner: Placed, outer: Placed) -> bool:
    """Whether the middle of one box lies in another."""
    across, down = (inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2
    return outer.left <= across < outer.right and outer.top <= down < outer.bottom
