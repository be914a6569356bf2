"""Lines of running prose that are one paragraph, so that it is one line of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.page.lines import Segment, VisualLine
from ingest.readers.page.tables import TableRow

Row = TableRow | VisualLine

# In ems: how far lines at the same edge differ, how far prose is set in, and the least space between two words.
_SAME_EDGE, _SET_IN, _WORD_SPACE = 0.35, 3.5, 0.2
_LIKE_HEIGHT = 0.12
# Of a page's width: what is narrower is no paragraph whose lines end where there was no more room.
_LEAST_WIDTH = 0.5
_SAME_WIDTH = 0.02
_FEWEST_LINES = 5
_MARKER = re.compile(r"(?:[^\w\s(]|\(?(?:\d{1,2}|[A-Za-z])[.)])\Z")


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and the right edge of what is written on a page, the page's width and its em, all in its own unit."""

    left: float
    right: float
    width: float
    em: float


def margins_of(pages: Sequence[tuple[float, Sequence[Row], float]]) -> list[Margins]:
    """The margins of each page, given its width, its rows without furniture, and its em.

    Prose shows how far the lines of pages of the same width may reach; all rows do where there is little prose.
    """
    found: list[Margins] = []
    for width, rows, em in pages:
        left = min((_left(row) for row in rows), default=0.0)
        like = [row for other, said, _ in pages if abs(other - width) <= _SAME_WIDTH * width for row in said]
        prose = [row.right for row in like if isinstance(row, VisualLine) and _is_wide(row, left, width, em)]
        every = [row.right if isinstance(row, VisualLine) else _right(row) for row in like]
        right = max(prose if len(prose) >= _FEWEST_LINES else every, default=width)
        found.append(Margins(left, right, width, em))
    return found


def _is_wide(line: VisualLine, left: float, width: float, em: float) -> bool:
    is_whole = len(line.segments) == 1 and line.left - left <= _SET_IN * em
    return is_whole and line.right - line.left >= _LEAST_WIDTH * width


def goes_on(above: Row, below: Row, margins: Margins, *, is_first: bool) -> bool:
    """Whether a line goes on with the paragraph of the line right above it, which had no room for its first word.

    ``is_first`` where the line above begins its paragraph: it may be set in, or stand behind the mark of a list. Lines
    of a table or of a list, and headings, end before the edge or begin elsewhere.
    """
    if not isinstance(above, VisualLine) or not isinstance(below, VisualLine) or len(below.segments) > 1:
        return False
    said = _prose_of(above, is_first=is_first)
    if said is None or above.shift or below.shift or not _is_alike(above, below):
        return False
    em = margins.em
    is_level = abs(said.left - below.left) <= _SAME_EDGE * em
    is_set_in = is_first and -_SAME_EDGE * em <= said.left - below.left <= _SET_IN * em and said is above.segments[0]
    if not (is_level or is_set_in) or below.left - margins.left > _SET_IN * em:
        return False
    first = below.words[0]
    has_room = said.right + _WORD_SPACE * em + (first.right - first.left) <= margins.right
    return not has_room and said.right - margins.left >= _LEAST_WIDTH * margins.width and not _is_item(below)


def _prose_of(line: VisualLine, *, is_first: bool) -> Segment | None:
    """The words of a line of prose: all of them, or those behind the mark of a list."""
    if len(line.segments) == 1:
        return line.segments[0]
    is_item = is_first and len(line.segments) == 2 and _MARKER.fullmatch(line.segments[0].text) is not None
    return line.segments[1] if is_item else None


def _is_item(line: VisualLine) -> bool:
    return len(line.words) > 1 and _MARKER.fullmatch(line.words[0].text) is not None


def _is_alike(above: VisualLine, below: VisualLine) -> bool:
    """Whether the letters of two lines are of one size, and both wholly bold or neither."""
    is_as_high = abs(above.height - below.height) <= _LIKE_HEIGHT * above.height
    return is_as_high and _is_bold(above) == _is_bold(below)


def _is_bold(line: VisualLine) -> bool:
    return all(word.is_bold for word in line.words)


def _left(row: Row) -> float:
    if isinstance(row, VisualLine):
        return row.left
    return min((line.left for cell in row.cells for line in cell), default=float("inf"))


def _right(row: TableRow) -> float:
    return max((line.right for cell in row.cells for line in cell), default=0.0)
