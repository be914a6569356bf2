"""Pages of running prose in two columns, which are read one column after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.readers.page.lines import VisualLine, visual_lines

# A table's rows are few words beside a few others, and they begin at the same heights; a column's lines run on.
_FEWEST_LINES = 8
_WORDS_A_LINE = 4
_FULL_LINE = 0.8
_FULL_LINES = 0.5
_LIKE_WIDTHS = 0.6
_GUTTER = 0.8
_LIKE_GAPS = 0.7
_WIDE_GAP = 1.25


@dataclass(frozen=True, slots=True)
class _Band:
    """Consecutive lines that a gutter runs through: the first and the one behind the last, and the gutter's middle."""

    start: int
    end: int
    gutter: float


def in_reading_order(lines: Sequence[VisualLine], em: float) -> tuple[VisualLine, ...]:
    """The lines of a page from top to bottom; two columns of prose one after the other, the right one moved left.

    Columns of a table, a few words or a code beside each other, stay side by side on their lines.
    """
    band = _prose_band(lines, em)
    if band is None:
        return tuple(lines)
    left, right = _sides(lines[band.start : band.end], band.gutter, em)
    shift = min(line.left for line in right) - min(line.left for line in left)
    below = in_reading_order(lines[band.end :], em)
    return (*lines[: band.start], *left, *(replace(line, shift=shift) for line in right), *below)


def _prose_band(lines: Sequence[VisualLine], em: float) -> _Band | None:
    """The widest stretch of lines in two columns of prose, the one with the most lines first."""
    bands = sorted(_bands(lines), key=lambda band: (band.start - band.end, band.gutter))
    return next((band for band in bands if _is_prose(lines[band.start : band.end], band.gutter, em)), None)


def _bands(lines: Sequence[VisualLine]) -> set[_Band]:
    """For the gap of each line near the middle of the page, the longest run of lines that no word crosses there."""
    if len(lines) < _FEWEST_LINES:
        return set()
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    gutters = {
        round((before.right + after.left) / 2, 1)
        for line in lines
        for before, after in pairwise(line.segments)
        if 0.3 < ((before.right + after.left) / 2 - left) / (right - left) < 0.7
    }
    return {band for gutter in gutters for band in _runs(lines, gutter)}


def _runs(lines: Sequence[VisualLine], gutter: float) -> list[_Band]:
    runs, start = [], 0
    for at in range(len(lines) + 1):
        if at == len(lines) or any(segment.left < gutter < segment.right for segment in lines[at].segments):
            end = _end_of_sides(lines, start, at, gutter)
            if end - start >= _FEWEST_LINES:
                runs.append(_Band(start, end, gutter))
            start = at + 1
    return runs


def _end_of_sides(lines: Sequence[VisualLine], start: int, end: int, gutter: float) -> int:
    """Where two columns end: at the first wide gap behind the last line that has words on both sides."""
    both = [at for at in range(start, end) if lines[at].left < gutter < lines[at].right]
    if len(both) < _FEWEST_LINES // 2 or end - start < _FEWEST_LINES:
        return start
    pitch = median(after.foot - before.foot for before, after in pairwise(lines[start:end]))
    for at in range(both[-1] + 1, end):
        if lines[at].foot - lines[at - 1].foot > _WIDE_GAP * pitch:
            return at
    return end


def _sides(
    lines: Sequence[VisualLine], gutter: float, em: float
) -> tuple[tuple[VisualLine, ...], tuple[VisualLine, ...]]:
    """The lines to the left of the gutter and those to its right, each found anew without the other's."""
    words = [word for line in lines for word in line.words]
    left = visual_lines([word for word in words if word.right <= gutter], em)
    right = visual_lines([word for word in words if word.right > gutter], em)
    return left, right


def _is_prose(lines: Sequence[VisualLine], gutter: float, em: float) -> bool:
    left, right = _sides(lines, gutter, em)
    if min(len(left), len(right)) < _FEWEST_LINES:
        return False
    if min(line.left for line in right) - max(line.right for line in left) < _GUTTER * em:
        return False
    narrow, wide = sorted((_width(left), _width(right)))
    alike = narrow >= _LIKE_WIDTHS * wide
    return alike and _runs_on(left) and _runs_on(right) and not _begin_together(left, right, em)


def _width(side: Sequence[VisualLine]) -> float:
    return max(line.right for line in side) - min(line.left for line in side)


def _runs_on(side: Sequence[VisualLine]) -> bool:
    """Whether most lines are several words with no wide gap that reach the column's right side."""
    left, right = min(line.left for line in side), max(line.right for line in side)
    whole = [line for line in side if len(line.segments) == 1]
    full = sum(line.right - left >= _FULL_LINE * (right - left) for line in whole)
    said = median(len(line.words) for line in side)
    return said >= _WORDS_A_LINE and full >= _FULL_LINES * len(side)


def _begin_together(left: Sequence[VisualLine], right: Sequence[VisualLine], em: float) -> bool:
    """Whether the paragraphs of both sides begin at the same heights, as the cells of a row do."""
    begins = [_begins(side) for side in (left, right)]
    fewer, more = sorted(begins, key=len)
    together = sum(any(abs(a - b) <= em / 2 for b in more) for a in fewer)
    return len(fewer) > 1 and together >= _LIKE_GAPS * len(fewer)


def _begins(side: Sequence[VisualLine]) -> list[float]:
    """The heights at which a line begins after more than the column's own line pitch, below its first line."""
    pitch = median(after.foot - before.foot for before, after in pairwise(side))
    return [after.foot for before, after in pairwise(side) if after.foot - before.foot > _WIDE_GAP * pitch]
