"""Legends whose entries stand side by side, or each on lines of its own, their words wrapped: one row of cells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.folding import skeleton
from ingest.form import CODE_WORDS, CodeKind
from ingest.layout.pieces import Piece, parted
from ingest.layout.rows import Row
from ingest.layout.touching_columns import interleaved, touching
from ingest.norfolk.codes import legend_marks
from ingest.norfolk.legend_words import word_and_meaning
from ingest.norfolk.paragraphs import trimmed
from ingest.source_text import Line, Span, has_gap
from ingest.usual_meanings import USUAL_MEANINGS

# How far from its column the words below a code may stand.
_SLACK = 3


@dataclass(frozen=True, slots=True)
class LegendLines:
    """A legend as rows of cells, and which of the lines it takes: from ``start`` to before ``end``.

    ``is_side_by_side`` where codes stand apart from each other on its first line.
    """

    rows: tuple[Row, ...]
    start: int
    end: int
    is_side_by_side: bool


@dataclass(frozen=True)
class _Lines:
    """The lines that a legend may be among, and the pieces of each; ``is_barred`` says that bars stand between them."""

    text: str
    lines: Sequence[Line]
    kind: CodeKind | None
    pieces: Callable[[Line], Sequence[Piece]]
    is_barred: Callable[[Line], bool]

    def marks(self, line: Line, *, within: bool) -> tuple[int, ...]:
        """Where the codes of a legend's line begin in the text."""
        return legend_marks(self.text, line, within=within)

    def begins_within_sentence(self, line: Line) -> bool:
        """Whether a line begins with a small letter or a digit."""
        first = self.text[line.start : line.end].lstrip()[:1]
        return first.islower() or first.isdigit()

    def lefts(self, line: Line) -> list[int]:
        """Where the codes of a legend's line begin across it."""
        pieces = self.pieces(line)
        owners = ((mark, next(piece for piece in pieces if mark < piece.end)) for mark in self.marks(line, within=True))
        return [piece.left + mark - piece.start for mark, piece in owners]


def legend_in_columns(
    text: str,
    lines: Sequence[Line],
    pieces: Callable[[Line], Sequence[Piece]],
    *,
    kind: CodeKind | None,
    ends_it: Callable[[Line], bool],
    is_barred: Callable[[Line], bool],
    in_one_row: bool,
) -> LegendLines | None:
    """The first legend of the lines, if one is there.

    The words below its codes are a second row, column under column, as the form prints them; ``in_one_row`` has each
    code and all its words in one cell. ``ends_it`` says of a line that it is no part of a legend. Where it cannot be
    told which words are under which code, the cell is the code and the form's word for it, and the words stand below.
    """
    laid = _Lines(text, lines, kind, pieces, is_barred)
    start = next((at for at, line in enumerate(lines) if laid.marks(line, within=False)), None)
    if start is None:
        return None
    end = _end(laid, start, ends_it)
    taken = lines[start:end]
    marks = laid.marks(taken[0], within=False)
    is_apart = len(marks) > 1 and len(pieces(taken[0])) >= len(marks)
    lefts = sorted(left for line in taken for left in laid.lefts(line))
    if all(right - left > _SLACK for left, right in pairwise(lefts)):
        return LegendLines(tuple(_group_rows(laid, taken, lefts, in_one_row=in_one_row)), start, end, is_apart)
    rows: list[Row] = []
    for group in _groups(laid, taken):
        rows += _group_rows(laid, group, laid.lefts(group[0]), in_one_row=in_one_row)
    return LegendLines(tuple(rows), start, end, is_apart)


def _end(laid: _Lines, start: int, ends_it: Callable[[Line], bool]) -> int:
    """The number of the line behind a legend: it goes on with codes, and with words that stand under those seen."""
    lefts: list[int] = []
    barred = laid.is_barred(laid.lines[start])
    for at in range(start, len(laid.lines)):
        line = laid.lines[at]
        marks = laid.marks(line, within=at > start)
        gap = at > start and has_gap(laid.text, laid.lines[at - 1].end, line.start)
        is_under = _cells_below(laid, line, lefts) is not None and not (gap and len(lefts) == 1)
        # No row of a table begins within a sentence.
        goes_on = bool(marks) or is_under or (len(lefts) > 1 and not gap and laid.begins_within_sentence(line))
        if at > start and (ends_it(line) or not goes_on or laid.is_barred(line) != barred):
            return at
        lefts = sorted({*lefts, *(laid.lefts(line) if marks else ())})
    return len(laid.lines)


def _groups(laid: _Lines, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines with codes, each with the lines below it that have none."""
    groups: list[list[Line]] = []
    for line in lines:
        if laid.marks(line, within=True):
            groups.append([])
        groups[-1].append(line)
    return groups


def _group_rows(laid: _Lines, lines: Sequence[Line], lefts: Sequence[int], *, in_one_row: bool) -> list[Row]:
    """The rows of codes that stand side by side: each code with what stands under it."""
    unsure = _unsure(laid, lines, lefts)
    if unsure:
        return _touching_rows(laid, lines, lefts, unsure, in_one_row=in_one_row)
    columns: list[list[Span]] = [[] for _ in lefts]
    filled: list[list[bool]] = []
    runs_on = _runs_on(laid, lines)
    for line in lines:
        cells = _cells_below(laid, line, lefts) or [[] for _ in lefts]
        marks = laid.marks(line, within=True)
        if len(marks) == len(lefts):
            cells = [[span] for span in _marked_cells(laid, line, marks)]
        elif runs_on and not marks:
            # Its codes stand in no columns, so that what is below goes on with the last of them.
            cells = [*([] for _ in lefts[1:]), [Span(piece.start, piece.end) for piece in laid.pieces(line)]]
        filled.append([bool(cell) for cell in cells])
        for column, cell in zip(columns, cells, strict=True):
            column += cell
    if in_one_row or len(lefts) == 1:
        return [Row(tuple(tuple(column) for column in columns))]
    return _two_rows(laid.text, columns, _full_after_first(filled))


def _runs_on(laid: _Lines, lines: Sequence[Line]) -> bool:
    """Whether the codes of the first line, and what is below them, stand in no columns."""
    return len(laid.marks(lines[0], within=True)) > 1 and all(len(laid.pieces(line)) == 1 for line in lines)


def _unsure(laid: _Lines, lines: Sequence[Line], lefts: Sequence[int]) -> frozenset[int]:
    """The columns of which it is not certain which words below their codes are their own."""
    is_head = [len(laid.marks(line, within=True)) for line in lines] == [len(lefts), *(0 for _ in lines[1:])]
    if len(lefts) == 1 or not is_head or _runs_on(laid, lines):
        return frozenset()
    if any(_cells_below(laid, line, lefts) is None for line in lines[1:]):
        return frozenset(range(len(lefts)))
    head, *below = (laid.pieces(line) for line in lines)
    return touching(laid.text, head, lefts, below)


def _touching_rows(
    laid: _Lines, lines: Sequence[Line], lefts: Sequence[int], unsure: frozenset[int], *, in_one_row: bool
) -> list[Row]:
    """The rows of a legend whose columns touch, each cell all that the form says of its code.

    Where that is not what stands there, only the columns that are certain have their words, and the others' words stand
    below in rows of their own.
    """
    heads = _marked_cells(laid, lines[0], laid.marks(lines[0], within=True))
    usual = interleaved(laid.text, [laid.pieces(line) for line in lines[1:]], _usual_below(laid, heads))
    if usual is not None:
        columns = [[head, *cell] for head, cell in zip(heads, usual, strict=True)]
        if in_one_row:
            return [Row(tuple(map(tuple, columns)))]
        return _two_rows(laid.text, columns, [1] * len(columns))
    cells = [[head] if at not in unsure else [_bare_head(laid, head)] for at, head in enumerate(heads)]
    left_over = [[Span(cell[0].end, head.end) for cell, head in zip(cells, heads, strict=True)]]
    for line in lines[1:]:
        below = _cells_below(laid, line, lefts)
        if below is None:
            left_over.append([Span(piece.start, piece.end) for piece in laid.pieces(line)])
            continue
        for at, cell in enumerate(cells):
            cell += below[at] if at not in unsure else []
        left_over.append([span for at, spans in enumerate(below) if at in unsure for span in spans])
    rows = [Row(tuple(map(tuple, cells)))] if in_one_row else _two_rows(laid.text, cells, [1] * len(cells))
    kept = ([_trimmed(laid.text, span) for span in spans] for spans in left_over)
    shown = ([span for span in spans if span.start < span.end] for spans in kept)
    return [*rows, Row(()), *(Row(tuple((span,) for span in spans)) for spans in shown if spans)]


def _usual_below(laid: _Lines, heads: Sequence[Span]) -> list[str]:
    """What stands below each code where a legend says what the form's own says; the words beside it are taken off."""
    below: list[str] = []
    for head in heads:
        code, _, beside = laid.text[head.start : head.end].partition("=")
        usual = _usual(laid.kind, skeleton(code).upper())
        below.append(usual.removeprefix(skeleton(beside)) if usual.startswith(skeleton(beside)) else "?")
    return below


def _usual(kind: CodeKind | None, code: str) -> str:
    """The letters of what the form says of a code: its word, and what it means."""
    tables = (CODE_WORDS[kind], USUAL_MEANINGS[kind]) if kind else ()
    return skeleton("".join(table.get(code, "") for table in tables))


def _bare_head(laid: _Lines, head: Span) -> Span:
    """A code with a word of the form beside it; the code alone where other words are, which may go on below."""
    code, sign, beside = laid.text[head.start : head.end].partition("=")
    begins = head.start + len(code + sign) + len(beside) - len(beside.lstrip())
    own = beside.strip()
    if laid.kind is not None:
        letters = skeleton(code).upper()
        word, _, length = word_and_meaning(own, "", letters, laid.kind)
        is_whole = bool(length) and word in CODE_WORDS[laid.kind].values()
        if is_whole or (word and word == CODE_WORDS[laid.kind].get(letters)):
            return Span(head.start, begins + (length or len(own)))
    return Span(head.start, head.start + len(code + sign))


def _trimmed(text: str, span: Span) -> Span:
    """A place without the white space at its ends."""
    return Span(*trimmed(text, span.start, span.end))


def _full_after_first(filled: Sequence[Sequence[bool]]) -> list[int]:
    """For each column how many pieces stand above the second line that has words in all columns; 1 if none has."""
    full = next((at for at, line in enumerate(filled) if at and all(line)), None)
    if full is None or not all(filled[0]):
        return [1] * len(filled[0])
    return [sum(line[column] for line in filled[:full]) for column in range(len(filled[0]))]


def _two_rows(text: str, columns: Sequence[Sequence[Span]], above: Sequence[int]) -> list[Row]:
    """The codes with their words, and below them what they mean.

    Words in small letters go on with what stands above them, and a code alone has its words below it.
    """
    words = [list(column[:count]) for column, count in zip(columns, above, strict=True)]
    under = [list(column[count:]) for column, count in zip(columns, above, strict=True)]
    for word, more in zip(words, under, strict=True):
        while more and (_is_bare(text, word) or text[more[0].start].islower()):
            word.append(more.pop(0))
    rows = [Row(tuple(map(tuple, words)))]
    return [*rows, Row(tuple(map(tuple, under)))] if any(under) else rows


def _is_bare(text: str, spans: Sequence[Span]) -> bool:
    """Whether a code has no words yet."""
    return not spans or text[spans[-1].start : spans[-1].end].endswith("=")


def _marked_cells(laid: _Lines, line: Line, marks: Sequence[int]) -> list[Span]:
    """From each code of a line to before the next one."""
    limits = [*marks[1:], line.end]
    spans = []
    for start, limit in zip(marks, limits, strict=True):
        end = max(min(piece.end, limit) for piece in laid.pieces(line) if piece.start < limit)
        spans.append(Span(start, start + len(laid.text[start:end].rstrip(" \t\xa0,;|"))))
    return spans


def _cells_below(laid: _Lines, line: Line, lefts: Sequence[int]) -> list[list[Span]] | None:
    """The words of a line by the columns that they stand under; None where they do not stand under them."""
    pieces = laid.pieces(line)
    if len(lefts) > 1 and len(pieces) == 1 and _crosses(pieces[0], lefts):
        return None
    cells: list[list[Span]] = [[] for _ in lefts]
    for piece in (part for whole in pieces for part in _parts(laid.text, whole, lefts)):
        column = max((at for at, left in enumerate(lefts) if left <= piece.left + _SLACK), default=None)
        if column is None or cells[column]:
            return None
        cells[column].append(Span(piece.start, piece.end))
    return cells


def _crosses(piece: Piece, lefts: Sequence[int]) -> bool:
    """Whether a piece runs from one column into another."""
    return any(piece.left + _SLACK < left < piece.right - _SLACK for left in lefts)


def _parts(text: str, piece: Piece, lefts: Sequence[int]) -> list[Piece]:
    """A piece parted where a word begins near the left of another column."""
    parts = [piece]
    for left in lefts:
        last = parts[-1]
        starts = [
            last.start + at - last.left
            for at in range(left - _SLACK, left + _SLACK + 1)
            if last.left < at < last.right and text[last.start + at - last.left - 1] in " \xa0"
        ]
        if starts and left > last.left + _SLACK:
            nearest = min(starts, key=lambda start: abs(start - last.start + last.left - left))
            parts[-1:] = parted(last, nearest)
    return parts
