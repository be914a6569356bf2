"""Tables drawn with bars between their cells and rules between their rows, as ``psql`` and Pandoc's grids draw them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from ingest.layout.pieces import Piece
from ingest.source_text import Line, has_gap

_BARS = "|│┃║¦"
_BAR = re.compile(rf"(?<!\\)[{_BARS}]")
_ACROSS = "\\-=~*─━═┄┈"
_RULE = re.compile(rf"[\s{_ACROSS}{_BARS}+:_┼┬┴├┤┌┐└┘╔╗╚╝╠╣╦╩╬╋┏┓┗┛┳┻┣┫╭╮╰╯]+")
_DRAWN = re.compile(rf"[{_ACROSS}].*[{_ACROSS}].*[{_ACROSS}]|_{{20}}")
# A cell stands at no place across the line that would be the same in each of them: its column stands for it.
_COLUMN_WIDTH = 10_000

_Cells = list[tuple[int, int]]


def is_rule(text: str, line: Line) -> bool:
    """Whether a line only draws a table or underlines a heading; a short blank to fill in is none."""
    return _RULE.fullmatch(text, line.start, line.end) is not None and (
        _DRAWN.search(text, line.start, line.end) is not None
    )


def says_nothing(between: str) -> bool:
    """Whether nothing stands in a text but white space and what draws a table."""
    return not between or _RULE.fullmatch(between) is not None


def barred_pieces(
    text: str, lines: Sequence[Line], begins_row: Callable[[str], bool]
) -> Mapping[int, tuple[Piece, ...]]:
    """The cells of each line of a table with bars, by where the line begins; its rules may be among the lines.

    A bar at the start of each line makes a table. Without them it takes two lines, most of which begin with a cell
    that ``begins_row``, so that a bar within words is none.
    """
    found: dict[int, tuple[Piece, ...]] = {}
    for run in _runs(text, lines):
        has_edges = _has_edges(text, [line for line, _ in run])
        rows = [cells[has_edges:] for _, cells in run]
        first = [text[slice(*cells[0])] for cells in rows]
        if has_edges or (len(run) > 1 and 2 * sum(map(begins_row, first)) > len(run)):
            counts = Counter(map(len, rows))
            columns = max(counts, key=lambda count: (counts[count], -count))
            found |= {line.start: tuple(_pieces(cells, columns)) for (line, _), cells in zip(run, rows, strict=True)}
    return found


def _has_edges(text: str, lines: Sequence[Line]) -> bool:
    """Whether each of some lines begins with a bar; a single one must end with one, too."""
    contents = [text[line.start : line.end].strip() for line in lines]
    return all(content[0] in _BARS and (len(lines) > 1 or content[-1] in _BARS) for content in contents)


def _runs(text: str, lines: Sequence[Line]) -> Iterator[list[tuple[Line, _Cells]]]:
    """The runs of lines with bars with no other words between them, each line with its cells."""
    run: list[tuple[Line, _Cells]] = []
    above: Line | None = None
    is_apart = False
    for line in lines:
        is_apart = is_apart or (above is not None and has_gap(text, above.end, line.start))
        above = line
        if is_rule(text, line):
            continue
        cells = _cells(text, line)
        if run and (len(cells) < 2 or is_apart):
            yield run
            run = []
        if len(cells) > 1:
            run.append((line, cells))
        is_apart = False
    if run:
        yield run


def _cells(text: str, line: Line) -> _Cells:
    """The places before the first bar of a line and between its bars, and behind the last one unless that is blank."""
    bars = [match.start() for match in _BAR.finditer(text, line.start, line.end)]
    ends = zip([line.start, *(bar + 1 for bar in bars)], [*bars, line.end], strict=True)
    places = [_trimmed(text, start, end) for start, end in ends]
    return places[:-1] if len(places) > 2 and places[-1][0] == places[-1][1] else places


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    content = text[start:end]
    bare = content.strip(" \t\xa0\ufeff")
    at = start + content.find(bare)
    return at, at + len(bare)


def _pieces(cells: _Cells, columns: int) -> Iterator[Piece]:
    """The cells that are not blank, what stands behind a bar too many with the last one."""
    kept = cells if len(cells) <= columns else [*cells[: columns - 1], (cells[columns - 1][0], cells[-1][1])]
    for column, (start, end) in enumerate(kept):
        if start < end:
            left = column * _COLUMN_WIDTH
            yield Piece(start, end, left, left + end - start)
