"""The text of what stands in one line of a laid out page, and where in it each run of words begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.hyphens import SOFT_HYPHEN, between_lines
from ingest.readers.page.lines import Segment, VisualLine
from ingest.readers.page.tables import TableRow
from ingest.readers.page.words import PageWords

_LEAST_GAP = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line of a page: from ``start`` to before ``end`` of the text that they are written in."""

    start: int
    end: int
    segment: Segment
    page: PageWords


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a paragraph or of a table row, and its pieces in the order of the text."""

    text: str
    pieces: tuple[Piece, ...]


def line_written(line: VisualLine, page: PageWords, quarter: float) -> Written:
    """A line, each of its segments at the column of its left side, a quarter of an em wide, or two spaces behind."""
    return _finished(*_at_columns(line, page, quarter))


def _at_columns(line: VisualLine, page: PageWords, quarter: float) -> tuple[str, list[Piece]]:
    text = ""
    pieces = []
    for segment in line.segments:
        column = round((segment.left - line.shift) / quarter)
        text += " " * max(column - len(text), _LEAST_GAP if text else 0)
        pieces.append(Piece(len(text), len(text) + len(segment.text), segment, page))
        text += segment.text
    return text, pieces


def paragraph_written(lines: Sequence[VisualLine], page: PageWords, quarter: float) -> Written:
    """The lines of a paragraph as one, the first at its column."""
    text, pieces = _at_columns(lines[0], page, quarter)
    for line in lines[1:]:
        text = _added(text, pieces, line, page)
    return _finished(text, pieces)


def row_written(parts: Sequence[tuple[TableRow, PageWords]]) -> Written:
    """A table row as tab-separated cells, the lines in a cell joined; several parts where ends of pages cut it."""
    text = ""
    pieces: list[Piece] = []
    for column in range(len(parts[0][0].cells)):
        text += "\t" * (column > 0)
        start = len(text)
        for line, page in ((line, page) for row, page in parts for line in row.cells[column]):
            text = _added(text, pieces, line, page) if len(text) > start else text + _joined(text, pieces, line, page)
    return _finished(text, pieces)


def _added(text: str, pieces: list[Piece], line: VisualLine, page: PageWords) -> str:
    """The text so far and a line below it; its pieces are added to those so far."""
    dropped, between = between_lines(text, line.segments[0].text)
    if dropped:
        last = pieces[-1]
        pieces[-1] = Piece(last.start, last.end - dropped, last.segment, last.page)
        text = text[:-dropped]
    text += between
    return text + _joined(text, pieces, line, page)


def _joined(text: str, pieces: list[Piece], line: VisualLine, page: PageWords) -> str:
    """The segments of a line with a space between them; as pieces they begin behind the text so far."""
    said = ""
    for segment in line.segments:
        said += " " * bool(said)
        start = len(text) + len(said)
        pieces.append(Piece(start, start + len(segment.text), segment, page))
        said += segment.text
    return said


def _finished(text: str, pieces: Sequence[Piece]) -> Written:
    """The text and its pieces; a word that is parted at its end and goes on nowhere keeps a hyphen."""
    return Written(text[:-1] + "-" if text.endswith(SOFT_HYPHEN) else text, tuple(pieces))
