"""From the ink of a line and the letters that were recognised in it to its words, each with its place and certainty."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ingest.readers.scan.lines import Gap, InkLine, baseline_of, gaps_of, line_capital
from ingest.readers.scan.picture import Grey, Marks, widened
from ingest.readers.scan.recognition import Letter

# In heights of a capital letter.
_LEAST_GAP = 0.13
_DOUBTFUL_GAP = 0.3
_PLAIN_GAP = 0.9
_CROP_HEIGHT = 1.5
_MARGIN_ABOVE, _MARGIN_BESIDE = 0.15, 0.35
_LETTER, _END_WIDTH, _NEAR = 0.5, 0.35, 0.12
_COMMA, _DOT = 1.3, 1.15
_LETTER_WIDTH, _MOST_APART = 0.8, 1.9
# The pixels around a piece of ink that are its own, paler ones.
_FRINGE = 2
_WHITE = 255


@dataclass(frozen=True)
class InkPage:
    """A page to be read: evened, straight and without rules, its pieces of ink, and the height of its capitals."""

    picture: Grey
    marks: Marks
    capital: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Before which letter of a word another may begin; where there is no gap, a space was seen without one."""

    letter: int
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class InkWord:
    """One word: its letters in order, the box around its ink in pixels, and where it may be two.

    ``marks`` are those of its line, ``capital`` the height of a capital letter there, ``baseline`` the row on
    which its letters stand. Ink in which nothing was recognised has no letters.
    """

    letters: tuple[Letter, ...]
    marks: tuple[int, ...]
    left: int
    top: int
    right: int
    bottom: int
    capital: float
    baseline: float
    doubts: tuple[Doubt, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(letter.text for letter in self.letters)

    @property
    def certainty(self) -> float:
        """How certain its least certain letter is, 0 to 1."""
        return min((letter.certainty for letter in self.letters), default=0.0)

    @property
    def has_lost_ink(self) -> bool:
        """Whether there is room for a letter before, between or behind its letters, and ink in it."""
        ats = [self.left - _LETTER_WIDTH * self.capital / 2, *(letter.at for letter in self.letters)]
        ats.append(self.right + _LETTER_WIDTH * self.capital / 2)
        return any(after - before > _MOST_APART * self.capital for before, after in pairwise(ats))

    def parts(self, cuts: Sequence[Doubt]) -> list["InkWord"]:
        """The words that it is, cut at those of its doubts, which are in the order of the letters."""
        bounds = [0, *(cut.letter for cut in cuts), len(self.letters)]
        sides = [self.left, *(side for cut in cuts for side in self._sides(cut)), self.right]
        return [
            replace(self, letters=self.letters[start:end], left=sides[2 * place], right=sides[2 * place + 1], doubts=())
            for place, (start, end) in enumerate(pairwise(bounds))
        ]

    def _sides(self, cut: Doubt) -> tuple[int, int]:
        """Where the word before a cut ends and the one behind it begins."""
        if cut.gap is not None:
            return cut.gap.left, cut.gap.right
        middle = round((self.letters[cut.letter - 1].at + self.letters[cut.letter].at) / 2)
        return middle, middle


def cut_out(page: InkPage, part: InkLine | InkWord, room: float = 0.0) -> Grey:
    """The picture of a line or word, with white around it and without the ink of its neighbours.

    It is never flatter than a line of capitals; ``room`` is for more white, in heights of a capital letter.
    """
    height = part.bottom - part.top
    above = max(_MARGIN_ABOVE * min(height, page.capital), (_CROP_HEIGHT * page.capital - height) / 2)
    above, beside = round(above + room * page.capital / 2), _beside(part, page.capital) + round(room * page.capital)
    picture = np.full((height + 2 * above, part.right - part.left + 2 * beside), _WHITE, np.uint8)
    top, left = max(part.top - above, 0), max(part.left - _FRINGE, 0)
    rows, columns = slice(top, part.bottom + above), slice(left, part.right + _FRINGE)
    inside = page.picture[rows, columns].copy()
    labels = page.marks.labels[rows, columns]
    strange = (labels > 0) & ~np.isin(labels, part.marks)
    if strange.any():
        inside[widened(strange, 1) & ~np.isin(labels, part.marks)] = _WHITE
    down, across = top - (part.top - above), left - (part.left - beside)
    picture[down : down + inside.shape[0], across : across + inside.shape[1]] = inside
    return picture


def slant_of(page: InkPage, word: InkWord) -> float:
    """How far the top of a word's ink leans to the right over its foot, as a share of its height."""
    own = np.isin(page.marks.labels[word.top : word.bottom, word.left : word.right], word.marks)
    end = max(1, own.shape[0] // 5)
    top, foot = np.nonzero(own[:end])[1], np.nonzero(own[-end:])[1]
    return float(top.mean() - foot.mean()) / own.shape[0] if len(top) and len(foot) else 0.0


def strokes_of(page: InkPage, word: InkWord) -> int:
    """How many strokes a word's ink has one above the other: two for ``=``."""
    own = np.isin(page.marks.labels[word.top : word.bottom, word.left : word.right], word.marks).any(axis=1)
    return int(np.count_nonzero(np.diff(own.astype(np.int8), prepend=0) == 1))


def stroke_width(page: InkPage, word: InkWord) -> float:
    """How wide the upright strokes of a word's letters are, in heights of a capital letter, rather too little."""
    marks = page.marks
    lengths, starts = marks.strokes
    own = [mark for mark in word.marks if marks.right[mark] > word.left and marks.left[mark] < word.right]
    runs = np.sort(np.concatenate([lengths[starts[mark] : starts[mark + 1]] for mark in own] or [lengths[:0]]))
    uprights = runs[len(runs) // 4 : max(len(runs) * 2 // 3, 1)]
    return float(uprights.mean()) / max(word.capital, page.capital) if len(uprights) else 0.0


def end_of(page: InkPage, word: InkWord) -> str | None:
    """How a word ends by its ink: ``.``, ``,`` or either (``.,``), or None where a letter is the last."""
    marks = page.marks
    places = [mark for mark in word.marks if marks.right[mark] > word.left and marks.left[mark] < word.right]
    letters = [mark for mark in places if marks.height[mark] >= _LETTER * word.capital]
    if not letters:
        return None
    last = max(places, key=lambda mark: int(marks.right[mark]))
    height, width = int(marks.height[last]), int(marks.width[last])
    is_small = height < _LETTER * word.capital and width < _END_WIDTH * word.capital
    stands_low = marks.bottom[last] > word.baseline - _NEAR * word.capital and marks.top[last] > word.top + height / 2
    behind = marks.left[last] >= max(int(marks.right[mark]) for mark in letters) - 1
    if not (is_small and stands_low and behind):
        return None
    hangs = marks.bottom[last] > word.baseline + _NEAR * word.capital
    if hangs or height > _COMMA * width + 1:
        return ","
    return "." if height <= _DOT * width and marks.bottom[last] <= word.baseline + 1 else ".,"


def _beside(part: InkLine | InkWord, capital: float) -> int:
    """How many pixels of white stand to the left and to the right in the picture of a line or word."""
    return round(_MARGIN_BESIDE * max(min(part.bottom - part.top, 2 * capital), capital)) + _FRINGE


def words_of(page: InkPage, line: InkLine, letters: Sequence[Letter]) -> list[InkWord]:
    """The words of a line, parted where the recogniser saw a space and its ink has a gap.

    ``letters`` are as they were recognised in the picture that ``cut_out`` gives of the line.
    """
    marks = page.marks
    offset = line.left - _beside(line, page.capital)
    solid = tuple(replace(letter, at=letter.at + offset) for letter in letters if letter.text != " ")
    own = line_capital(line, marks, page.capital)
    cuts, doubts = _cuts(solid, _spaces(letters), gaps_of(line, marks, _LEAST_GAP * own), own)
    whole = InkWord(solid, line.marks, line.left, line.top, line.right, line.bottom, own, baseline_of(line, marks, own))
    words = []
    start = 0
    for part in whole.parts(cuts):
        end = start + len(part.letters)
        top, bottom = _rows(line, marks, part.left, part.right)
        inside = [replace(doubt, letter=doubt.letter - start) for doubt in doubts if _is_inside(doubt, part, start)]
        words.append(replace(part, top=top, bottom=bottom, doubts=tuple(inside)))
        start = end
    return words


def _is_inside(doubt: Doubt, part: InkWord, start: int) -> bool:
    """Whether a doubt is about a part of a line; ``start`` is the number of the part's first letter in the line."""
    if doubt.gap is not None:
        return part.left < doubt.gap.left and doubt.gap.right < part.right
    return start < doubt.letter < start + len(part.letters)


def _spaces(letters: Sequence[Letter]) -> set[int]:
    """Before which letters, counted without the spaces, the recogniser saw a space."""
    solid = 0
    found = set()
    for letter in letters:
        if letter.text == " ":
            found.add(solid)
        else:
            solid += 1
    return found - {0, solid}


def _cuts(
    letters: Sequence[Letter], spaces: set[int], gaps: Sequence[Gap], capital: float
) -> tuple[list[Doubt], list[Doubt]]:
    """Where the line is cut, and where it may be, each from left to right."""
    ats = [letter.at for letter in letters]
    left_over = set(spaces)
    parting, cuts, doubts = [], [], []
    for gap in sorted(gaps, key=lambda gap: gap.left - gap.right):
        behind = bisect_left(ats, (gap.left + gap.right) / 2)
        near = [space for space in left_over if abs(space - behind) <= 1]
        width = (gap.right - gap.left) / capital
        if near:
            left_over.remove(min(near, key=lambda space: (abs(space - behind), space)))
            parting.append(gap)
        elif width >= _PLAIN_GAP:
            cuts.append(Doubt(behind, gap))
        elif width >= _DOUBTFUL_GAP:
            doubts.append(Doubt(behind, gap))
    # Gaps and spaces that belong together are in the same order, even where a letter seems to stand in a gap.
    seen = zip(sorted(spaces - left_over), sorted(parting, key=lambda gap: gap.left), strict=True)
    cuts += [Doubt(space, gap) for space, gap in seen]
    doubts += [Doubt(space, None) for space in left_over]
    cuts.sort(key=lambda cut: cut.gap.left if cut.gap else 0)
    return _in_order(cuts), sorted(doubts, key=lambda doubt: doubt.letter)


def _in_order(cuts: Sequence[Doubt]) -> list[Doubt]:
    """The cuts from left to right whose letters are in order too."""
    kept: list[Doubt] = []
    for cut in cuts:
        if not kept or cut.letter >= kept[-1].letter:
            kept.append(cut)
    return kept


def _rows(line: InkLine, marks: Marks, left: int, right: int) -> tuple[int, int]:
    """The first row, and the one below the last, of the line's ink between two columns."""
    places = np.array(line.marks)
    places = places[(marks.right[places] > left) & (marks.left[places] < right)]
    if not len(places):
        return line.top, line.bottom
    return int(marks.top[places].min()), int(marks.bottom[places].max())
