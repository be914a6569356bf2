"""Tables that go on over the end of a page: their heads printed again, and rows that the page's end cut in two."""

from collections.abc import Sequence
from itertools import takewhile

from ingest.hyphens import between_lines
from ingest.norfolk.codes import is_legend_line
from ingest.readers.page.lines import VisualLine
from ingest.readers.page.tables import TableRow

Row = TableRow | VisualLine
Cell = tuple[VisualLine, ...]

_MOST_HEADS = 4
# In ems: how far two cells of one column differ, and the least space between two words.
_SAME_SIDE, _WORD_SPACE = 0.5, 0.2
_WIDEST_PADDING = 0.8
_ENDS_OF_SENTENCES = tuple(".:;!?")


def repeated_heads(rows: Sequence[Row], above: Sequence[Row], em: float) -> int:
    """How many rows at the top of a page only say again what stands above a table that goes on from the page before.

    ``above`` are the rows of the page before, neither with running headers and footers. Heads have two columns or more,
    or several lines; a legend is none, for two tables may have the same.
    """
    best = 0
    for start in range(len(above)):
        is_top = start == 0 or isinstance(above[start], VisualLine) or not isinstance(above[start - 1], TableRow)
        pairs = zip(above[start:-1], rows[: min(_MOST_HEADS, len(rows) - 1)], strict=False)
        count = len(list(takewhile(lambda pair: _is_same(*pair, em), pairs))) if is_top else 0
        best = count if count > best and _are_heads(rows[:count]) else best
    return best


def _is_same(row: Row, other: Row, em: float) -> bool:
    said = _pieces(row), _pieces(other)
    if type(row) is not type(other) or len(said[0]) != len(said[1]):
        return False
    pairs = zip(*said, strict=True)
    return all(text == again and abs(left - below) <= _SAME_SIDE * em for (text, left), (again, below) in pairs)


def _pieces(row: Row) -> list[tuple[str, float]]:
    lines = [row] if isinstance(row, VisualLine) else [line for cell in row.cells for line in cell]
    return [(segment.text, segment.left) for line in lines for segment in line.segments]


def _are_heads(rows: Sequence[Row]) -> bool:
    pieces = [piece for row in rows for piece in _pieces(row)]
    is_legend = any(is_legend_line(" ".join(text for text, _ in _pieces(row))) for row in rows)
    has_letters = any(character.isalpha() for text, _ in pieces for character in text)
    return len(pieces) > 1 and has_letters and not is_legend


def is_cut(above: Row, below: Row, em: float) -> bool:
    """Whether the first row of a page goes on with the last one of the page before.

    Then each of its cells goes on where there was no more room for a word, and either the first cell has nothing more
    to say, or what the last one says is in the middle of a sentence. A row without words is none.
    """
    if not isinstance(above, TableRow) or not isinstance(below, TableRow) or not _have_same_columns(above, below, em):
        return False
    filled = [at for at, cell in enumerate(below.cells) if cell]
    if len(below.cells) < 2 or not above.cells[0] or not below.cells[-1]:
        return False
    if not all(above.cells[at] and _is_full(above, below, at, em) for at in filled):
        return False
    return filled[0] > 0 or _is_within_sentence(above.cells[-1], below.cells[-1])


def _have_same_columns(above: TableRow, below: TableRow, em: float) -> bool:
    if len(above.sides) != len(below.sides):
        return False
    return all(
        side is not None and other is not None and max(abs(a - b) for a, b in zip(side, other, strict=True)) <= em / 2
        for side, other in zip(above.sides, below.sides, strict=True)
    )


def _is_full(above: TableRow, below: TableRow, at: int, em: float) -> bool:
    """Whether the last line of a cell had no room for the first word of the cell below."""
    cell, side = above.cells[at], above.sides[at]
    if side is None:
        return False
    padding = min(_WIDEST_PADDING * em, *(max(line.left - side[0], 0.0) for line in cell))
    last, first = cell[-1], below.cells[at][0].words[0]
    is_parted = between_lines(last.segments[-1].text, first.text)[1] == ""
    space = 0.0 if is_parted else _WORD_SPACE * em
    return last.right + space + first.right - first.left > side[1] - padding


def _is_within_sentence(above: Cell, below: Cell) -> bool:
    if not above or not below:
        return False
    first = below[0].segments[0].text
    return not above[-1].segments[-1].text.endswith(_ENDS_OF_SENTENCES) and not first[:1].isupper()
