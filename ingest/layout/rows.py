"""Rows of cells put together from lines, each cell perhaps of several pieces below each other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.source_text import Line, Span

_FEWEST_BREAKS = 2
_CODE_LETTERS = 3
_MORE_CODES = 4.0
# What rows that are centred to half a line cost at most, each, since some of them break a sentence.
_MOST_COST = 0.3
_UNFINISHED = (",", " and", " or", " of", " the", " to", " a", " in", " for", " with")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: for each column the pieces of its cell, in reading order; a blank cell has none."""

    cells: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a table, its pieces by column.

    ``follows_gap`` where an empty line stands above it, ``follows_break`` where lines do that are not the table's, as
    at the end of a page.
    """

    line: Line
    cells: tuple[tuple[Span, ...], ...]
    follows_gap: bool
    follows_break: bool


# Whether a line with a label begins a row, given the lines of the row above it from its label on.
Begins = Callable[[Sequence[CellLine], CellLine], bool]


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The pieces of a cell with a space between each two."""
    return " ".join(text[span.start : span.end] for span in spans)


def grouped(text: str, lines: Sequence[CellLine], begins: Begins) -> list[tuple[CellLine, ...]]:
    """The lines of each row.

    Rows hang from their labels, unless lines stand above the first label: then each is centred on its own. Empty lines
    part rows, and a row goes on over the end of a page.
    """
    chunks = _chunks(lines, over_pages=False)
    is_centred = any(_is_centred(chunk, is_first=chunk is chunks[0]) for chunk in chunks)
    if is_centred or any(_reads_better_centred(text, chunk, begins) for chunk in chunks):
        return _centred_rows(text, _chunks(lines, over_pages=True), begins)
    rows: list[tuple[CellLine, ...]] = []
    for chunk in chunks:
        above = rows[-1] if rows and chunk[0].follows_break else ()
        starts = [first for first, _ in _heads(chunk, begins, above)]
        before = chunk[: starts[0] if starts else len(chunk)]
        if before:
            rows[-1:] = [(*rows[-1], *before)] if rows else [tuple(before)]
        rows += [tuple(chunk[start:end]) for start, end in pairwise([*starts, len(chunk)])]
    return rows


def _centred_rows(text: str, chunks: Iterable[Sequence[CellLine]], begins: Begins) -> list[tuple[CellLine, ...]]:
    rows: list[tuple[CellLine, ...]] = []
    for chunk in chunks:
        heads = _heads(chunk, begins, ())
        if heads:
            rows += [tuple(chunk[start:end]) for start, end in _centred(text, chunk, heads)]
        else:
            rows[-1:] = [(*rows[-1], *chunk)] if rows else [tuple(chunk)]
    return rows


def _is_centred(chunk: Sequence[CellLine], *, is_first: bool) -> bool:
    """Whether the rows of a chunk are centred on their labels.

    Then words stand above the first label, though no row goes on from another page, or they go on right below a label
    that has none beside it.
    """
    if not any(line.cells[0] for line in chunk):
        return False
    if not chunk[0].cells[0] and (is_first or not chunk[0].follows_break):
        return True
    return any(
        above.cells[0] and not above.cells[-1] and not below.cells[0] and bool(below.cells[-1])
        for above, below in pairwise(chunk)
    )


def _reads_better_centred(text: str, chunk: Sequence[CellLine], begins: Begins) -> bool:
    """Whether rows that hang from their labels would begin within sentences, and rows centred on them would not."""
    heads = _heads(chunk, begins, ())
    hanging = [_breaks(text, chunk, first) for first, _ in heads[1:]]
    if sum(cost > 0 for cost in hanging) < _FEWEST_BREAKS:
        return False
    return not any(_breaks(text, chunk, end) for _, end in _centred(text, chunk, heads)[:-1])


def joined(lines: Sequence[CellLine]) -> Row:
    """The lines of a row as one row, each column's pieces from the top down."""
    columns = zip(*(line.cells for line in lines), strict=True)
    return Row(tuple(tuple(span for cell in column for span in cell) for column in columns))


def _chunks(lines: Sequence[CellLine], *, over_pages: bool) -> list[list[CellLine]]:
    """The lines parted at empty lines, and at the ends of pages unless rows may go on over them."""
    chunks: list[list[CellLine]] = []
    for line in lines:
        if not chunks or (line.follows_gap and not (over_pages and line.follows_break)):
            chunks.append([])
        chunks[-1].append(line)
    return chunks


def _heads(chunk: Sequence[CellLine], begins: Begins, above: Sequence[CellLine]) -> list[tuple[int, int]]:
    """For each row that begins in a chunk, the first and the last of the lines that hold its label.

    ``above`` is the row that may go on in the chunk.
    """
    heads: list[tuple[int, int]] = []
    for index, line in enumerate(chunk):
        if not line.cells[0]:
            continue
        before = chunk[heads[-1][0] : index] if heads else [*above, *chunk[:index]] if above else ()
        if not before or begins(before, line):
            heads.append((index, index))
        elif heads:
            heads[-1] = (heads[-1][0], index)
    return heads


def _centred(text: str, chunk: Sequence[CellLine], heads: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The extents of rows whose labels stand in their middle: those that are least lopsided and break no sentence.

    Where whole lines are the least distance, a label stands above the middle of a row with an even number of lines.
    """
    cost, path = _least_lopsided(text, chunk, heads, leaning=0)
    if cost > _MOST_COST * len(heads):
        _, path = _least_lopsided(text, chunk, heads, leaning=1)
    return list(pairwise(path))


def _least_lopsided(
    text: str, chunk: Sequence[CellLine], heads: Sequence[tuple[int, int]], *, leaning: int
) -> tuple[float, list[int]]:
    """What the rows' extents cost, and where the rows begin and end; ``leaning``: how many more lines may be below."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for number, (first, last) in enumerate(heads):
        limit = heads[number + 1][0] if number + 1 < len(heads) else len(chunk)
        ends = range(last + 1, limit + 1) if number + 1 < len(heads) else [len(chunk)]
        following: dict[int, tuple[float, list[int]]] = {}
        for end in ends:
            for start, (cost, path) in best.items():
                more_below = (end - 1 - last) - (first - start)
                lopsided = min(abs(more_below), abs(more_below - leaning))
                total = cost + lopsided + _breaks(text, chunk, end) + _MORE_CODES * _more_codes(chunk[start:end])
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*path, end])
        best = following
    return min(best.values())


def _more_codes(lines: Sequence[CellLine]) -> int:
    """How many codes a row would have too many."""
    codes = [line.cells[1] for line in lines if len(line.cells) > 1 and line.cells[1]]
    return max(0, sum(cell[-1].end - cell[0].start <= _CODE_LETTERS for cell in codes) - 1)


def _breaks(text: str, chunk: Sequence[CellLine], end: int) -> float:
    """How much a row's end in front of a line looks like the middle of a sentence."""
    if end >= len(chunk):
        return 0.0
    above, below = words_of(text, chunk[end - 1].cells[-1]), words_of(text, chunk[end].cells[-1])
    return 1.5 * below[:1].islower() + 1.5 * above.endswith(_UNFINISHED)
