"""The form's tables out of running words, each by what can be told of its cells without columns."""

import re
from collections.abc import Callable, Sequence

from ingest.form import SECTION_BY_KEY, STRENGTH_LEVELS, Shape
from ingest.layout.columns import Arranged
from ingest.layout.label_chains import Found, label_chain, stand_in_stack
from ingest.layout.rows import Row
from ingest.layout.running import Stream
from ingest.layout.running_coded import FEWEST_LABELS, running_demands, running_factors
from ingest.layout.running_codes import RunningCodes
from ingest.layout.running_legends import first_marker, legend_rows
from ingest.norfolk.marks import holds_box
from ingest.norfolk.sectioning import Block

_NUMBER = re.compile(r"(?P<n>\d{1,2})[.)]?")
# So many boxes with nothing beside them above the last one are a column of their own.
_FEWEST_STACKED = 3
_NOTHING = ("none", "n/a", "na")


def running_rows(text: str, block: Block, shape: Shape) -> Arranged | None:
    """The block's lines with its table as rows of cells; None where its labels are not found in its words."""
    arrange = _ARRANGERS.get(shape)
    return arrange(Stream.of(text, block)) if arrange else None


def _ends(stream: Stream, chain: Sequence[Found]) -> list[int]:
    """Where what stands beside each label ends."""
    return [*(found.start for found in chain[1:]), len(stream.words)]


def _boxes(stream: Stream) -> Arranged | None:
    table, notes = stream.without_notes()
    chain = label_chain(table, SECTION_BY_KEY[stream.block.key].fields, _beside_box, in_order=False)
    if len(chain) < FEWEST_LABELS:
        return None
    first = chain[0].start
    marks_first = _stands_first(table, first)
    rows: list[Row] = []
    stacked = 0
    for above, label, end in zip([None, *chain], chain, _ends(table, chain), strict=False):
        if marks_first:
            rows.append(Row((table.box(label.start - 1, label.start), table.box(label.start, label.end))))
            continue
        stacked = stacked + 1 if stand_in_stack(table, above, label) else 0
        is_last_of_all = stacked == len(chain) - 1 >= _FEWEST_STACKED
        rows += _marked_row(table, label, end, stacked=bool(stacked), is_last_of_all=is_last_of_all)
    return [*table.prose(0, first - marks_first), *rows, *notes]


def _stands_first(stream: Stream, first: int) -> bool:
    """Whether boxes stand before their labels: one does at the start of the first label's line."""
    return first > 0 and holds_box(stream.words[first - 1].text) and stream.words[first - 1].begins_line


def _marked_row(stream: Stream, label: Found, end: int, *, stacked: bool, is_last_of_all: bool) -> list[Row]:
    """A box and what stands behind it, which is a row of its own where it may be another box's.

    So it is below a stack of boxes in a paragraph of its own, or where all the boxes are one stack and it stands below.
    """
    name, beside = stream.box(label.start, label.end), stream.box(label.end, end)
    first = stream.words[label.end] if label.end < end else None
    is_apart = first is not None and first.follows_gap and not first.follows_break
    is_below = first is not None and first.begins_line
    is_astray = (stacked and is_apart) or (is_last_of_all and is_below)
    return [Row((name,)), Row((beside,))] if is_astray else [Row((name, beside))]


def _beside_box(stream: Stream, start: int, end: int) -> int | None:
    """How likely words are the label of a box: a mark, another label or nothing stands beside them."""
    ends_with_box = end - start > 1 and holds_box(stream.words[end - 1].text)
    if not stream.words[start].is_capital or ends_with_box:
        return None
    if end == len(stream.words) or holds_box(stream.words[end].text.rstrip(",;")):
        return 3
    return 2 if stream.words[end].begins_words or stream.words[end].text in "|,;/" else None


def _strength(stream: Stream) -> Arranged | None:
    """The levels up to the legend as the cells of one row, each with the mark beside it."""
    legend = first_marker(stream)
    levels = Stream(stream.text, stream.block, stream.words[:legend])
    chain = label_chain(levels, STRENGTH_LEVELS, _beside_box)
    if len(chain) < FEWEST_LABELS:
        return None
    first = chain[0].start
    marks_first = _stands_first(levels, first)
    starts = [found.start - marks_first for found in chain]
    ends = [*starts[1:], len(levels.words)]
    row = Row(tuple(levels.box(start, end) for start, end in zip(starts, ends, strict=True)))
    return [*levels.prose(0, starts[0]), row, *legend_rows(stream, legend, len(stream.words))]


def _functions(stream: Stream) -> Arranged | None:
    numbers = _numbers(stream, RunningCodes.of(stream, ()))
    codes = RunningCodes.of(stream, [at + 1 for at in numbers])
    starts = _numbers(stream, codes)
    if not starts:
        return None
    rows: list[Row] = []
    for start, end in zip(starts, [*starts[1:], len(stream.words)], strict=True):
        said = min(codes.end(start + 1), end)
        rows.append(Row((stream.cell(start, start + 1), stream.cell(start + 1, said), stream.cell(said, end))))
    return [*stream.prose(0, starts[0]), *rows]


def _numbers(stream: Stream, codes: RunningCodes) -> list[int]:
    """The words that number the rows: 1, 2, 3 and so on, each before a code or at the start of a sentence."""
    starts: list[int] = []
    for at, word in enumerate(stream.words):
        match = _NUMBER.fullmatch(word.plain)
        if match is None or int(match["n"]) != len(starts) + 1 or at + 1 >= len(stream.words):
            continue
        begins = at == 0 or word.begins_line or stream.words[at - 1].ends_sentence
        if codes.is_code(at + 1) or (begins and stream.words[at + 1].is_capital):
            starts.append(at)
    return starts


def _requirements(stream: Stream) -> Arranged | None:
    chain = label_chain(stream, SECTION_BY_KEY[stream.block.key].fields, _before_prose)
    if len(chain) < FEWEST_LABELS:
        return None
    rows: list[Row] = []
    for label, end in zip(chain, _ends(stream, chain), strict=True):
        begins = stream.behind_separators(label.end, end)
        rows.append(Row((stream.cell(label.start, label.end), stream.cell(begins, end))))
    return [*stream.prose(0, chain[0].start), *rows]


def _before_prose(stream: Stream, start: int, end: int) -> int | None:
    """How likely words are the label of a requirement: a cell ends before them, and one begins behind them."""
    words = stream.words
    if not words[start].is_capital or words[end - 1].plain.endswith((",", ".", ";")):
        return None
    alone = words[start].begins_line and words[end - 1].ends_line
    at = stream.behind_separators(end, len(words))
    if at < len(words) and not (words[at].begins_words or alone):
        return None
    above = words[start - 1] if start else None
    parted = above is None or above.ends_sentence or above.plain.casefold() in _NOTHING or words[start].follows_gap
    is_cell = words[start].begins_line and end < len(words) and (words[end].begins_cell or at > end)
    if end - start == 1 and not (parted or alone or is_cell):
        return 0
    return 1 + 2 * parted + 2 * (alone or is_cell)


_ARRANGERS: dict[Shape, Callable[[Stream], Arranged | None]] = {
    Shape.DEMANDS: running_demands,
    Shape.FACTORS: running_factors,
    Shape.BOXES: _boxes,
    Shape.STRENGTH: _strength,
    Shape.FUNCTIONS: _functions,
    Shape.REQUIREMENTS: _requirements,
}
