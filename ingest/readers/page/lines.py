"""From the words of a page to its lines, and from a line to the segments that wide gaps part."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from ingest.readers.page.words import Word

# A word is on the line that it shares half of its height with; an exponent shares that with the words beside it.
_SHARED_HEIGHT = 0.5
# In ems: a word space is at most this wide, unless a justified line stretches all of its spaces alike.
_WORD_SPACE = 0.75
_STRETCHED_SPACE = 2.0
_ALIKE = 0.15
_FEWEST_STRETCHED = 3
_MOSTLY = 0.6


@dataclass(frozen=True)
class Segment:
    """Words of one line with no wide gap between them, from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def left(self) -> float:
        """The left side of the first word."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """The right side of the word that reaches furthest."""
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        """The top of the highest word."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """The bottom of the lowest word."""
        return max(word.bottom for word in self.words)

    @cached_property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class VisualLine:
    """One line of a page as it is seen: its segments from left to right.

    ``shift`` is how far to the left of its place it is read, where it stands in a column that is read after another.
    """

    segments: tuple[Segment, ...]
    shift: float = 0.0

    @property
    def left(self) -> float:
        """The left side of the first segment."""
        return self.segments[0].left

    @cached_property
    def right(self) -> float:
        """The right side of the segment that reaches furthest."""
        return max(segment.right for segment in self.segments)

    @cached_property
    def top(self) -> float:
        """The top of the highest word."""
        return min(segment.top for segment in self.segments)

    @cached_property
    def bottom(self) -> float:
        """The bottom of the lowest word."""
        return max(segment.bottom for segment in self.segments)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        return tuple(word for segment in self.segments for word in segment.words)

    @cached_property
    def height(self) -> float:
        """The height of most of its letters."""
        return typical_height(self.words)

    @cached_property
    def foot(self) -> float:
        """The middle of the bottoms of its full-sized words: where the line stands, whatever exponents it has."""
        full = [word.bottom for word in self.words if word.bottom - word.top > 0.8 * self.height]
        return median(full or [word.bottom for word in self.words])


def typical_height(words: Iterable[Word]) -> float:
    """The height that the middle one of all letters has, 0 where there are none: the em of their font."""
    heights = sorted((word.bottom - word.top, len(word.text)) for word in words)
    half = sum(letters for _, letters in heights) / 2
    for height, letters in heights:
        half -= letters
        if half <= 0:
            return height
    return 0.0


def visual_lines(words: Iterable[Word], em: float) -> tuple[VisualLine, ...]:
    """The lines that the words stand on, from top to bottom, each cut into segments at its wide gaps."""
    found = (VisualLine(_segments(line, em)) for line in lines_of(words, em))
    return tuple(sorted(found, key=lambda line: (line.foot, line.left)))


def lines_of(words: Iterable[Word], em: float) -> list[list[Word]]:
    """The words of each line from left to right, the lines in no order.

    A word goes on from the word before it that it is most level with, so that a line may be a little askew.
    """
    found: list[list[Word]] = []
    # The lines by where they ended last: only those at the height of a word are looked at.
    levels: dict[int, set[int]] = defaultdict(set)
    em = max(em, 1e-6)
    for word in sorted(words, key=lambda word: (word.left, word.top)):
        near = {at for level in _levels(word, em) for at in levels[level]}
        shared = max(((_shared(found[at], word), -at) for at in near), default=(0.0, 0))
        if shared[0] >= _SHARED_HEIGHT:
            at = -shared[1]
            for level in _levels(_last_full(found[at]), em):
                levels[level].discard(at)
            found[at].append(word)
        else:
            at = len(found)
            found.append([word])
        for level in _levels(_last_full(found[at]), em):
            levels[level].add(at)
    return found


def _levels(word: Word, em: float) -> range:
    return range(int(word.top // em), int(word.bottom // em) + 1)


def _last_full(line: Sequence[Word]) -> Word:
    """The last word of a line that is no exponent or index beside the words before it."""
    return next((word for word in reversed(line[-4:]) if _height(word) >= 0.8 * _height(line[0])), line[-1])


def _height(word: Word) -> float:
    return word.bottom - word.top


def _shared(line: Sequence[Word], word: Word) -> float:
    """How much of the lower one's height a word and the end of a line have in common."""
    last = _last_full(line)
    shared = min(last.bottom, word.bottom) - max(last.top, word.top)
    return shared / max(min(_height(last), _height(word)), 1e-6)


def _segments(line: Sequence[Word], em: float) -> tuple[Segment, ...]:
    gaps = [after.left - before.right for before, after in pairwise(line)]
    pieces = [[line[0]]]
    for gap, word in zip(gaps, line[1:], strict=True):
        if _is_wide(gap, gaps, em):
            pieces.append([])
        pieces[-1].append(word)
    return tuple(Segment(tuple(piece)) for piece in pieces)


def _is_wide(gap: float, gaps: Sequence[float], em: float) -> bool:
    """Whether a gap parts two columns; in a justified line most spaces are as wide as each other."""
    if gap <= _WORD_SPACE * em:
        return False
    alike = sum(abs(other - gap) <= _ALIKE * em for other in gaps)
    is_stretched = gap <= _STRETCHED_SPACE * em and len(gaps) >= _FEWEST_STRETCHED and alike >= _MOSTLY * len(gaps)
    return not is_stretched
