"""Which pieces of a page's ink stand together on one line, and where the gaps between its words are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ingest.readers.scan.picture import Ink, Marks

# All sizes in heights of a capital letter, unless said otherwise.
_LEAST_PIXELS = 5
_LETTER_HEIGHTS = (0.4, 3.2)
_WIDEST_LETTER = 4.0
_MOST_TOUCHING = 15
_QUOTE = (0.3, 0.62)
_SPECK = 0.09
_REACH = 1.2
_SHARED_HEIGHT = 0.5
_AROUND_LINE = 0.6
_DASH = 0.25
_STACKED = 0.5
_FEW = 4
_SPLIT_HEIGHT = 2.2
# As shares of the pieces of a page: its capitals are as high as the upper part of its letters.
_CAPITAL_SHARE = 0.8
_LINE_CAPITAL_SHARE = 0.9
_ENOUGH_LETTERS = 5


@dataclass(frozen=True, slots=True)
class InkLine:
    """Pieces of ink that stand side by side on one line: their numbers in ``Marks``, and the box around them."""

    marks: tuple[int, ...]
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Gap:
    """White between two neighbouring pieces of a line, in pixels of the page, from left to right."""

    left: int
    right: int


def capital_height(marks: Marks) -> float:
    """The height in pixels of a capital letter of most of the page's print, 0 where it has none."""
    height, width = marks.height[1:], marks.width[1:]
    looks = (height >= _LEAST_PIXELS) & (width <= 3 * height) & (height <= 6 * width) & (height < 200)
    if not looks.any():
        return 0.0
    heights = height[looks]
    middle = float(np.median(heights))
    near = heights[(heights > 0.6 * middle) & (heights < 2.2 * middle)]
    return float(np.quantile(near, _CAPITAL_SHARE))


def ink_lines(marks: Marks, capital: float, walls: Ink, boxes: frozenset[int] = frozenset()) -> list[InkLine]:
    """The lines of a page, from top to bottom; letters beyond a wall or a wide gap are on a line of their own.

    Args:
        marks: the pieces of the page's ink.
        capital: the height of a capital letter of most of its print, in pixels.
        walls: where a rule parts what stands beside it.
        boxes: the marks that are no letters, but check boxes and what is in them.
    """
    is_letter = _are_letters(marks, capital)
    is_letter[list(boxes)] = False
    letters = np.flatnonzero(is_letter)
    letters = letters[np.argsort(marks.left[letters], kind="stable")]
    parts = [part for group in _linked(marks, letters, capital, walls) for part in _apart(marks, group)]
    lines = [_line(marks, part) for part in parts]
    dots = [dot for dot in _dots(marks, is_letter, capital) if dot not in boxes]
    lines = _with_dots(marks, lines, dots, capital)
    return sorted(lines, key=lambda line: (line.top, line.left))


def letter_count(marks: Marks, capital: float) -> int:
    """How many pieces of a page's ink may be letters."""
    return int(np.count_nonzero(_are_letters(marks, capital)))


def line_capital(line: InkLine, marks: Marks, capital: float) -> float:
    """The height in pixels of a capital letter of a line, that of the page where the line has too few letters."""
    heights = marks.height[np.array(line.marks)]
    letters = heights[heights >= _LETTER_HEIGHTS[0] * capital]
    if len(letters) >= _ENOUGH_LETTERS:
        return float(np.quantile(letters, _LINE_CAPITAL_SHARE))
    return float(max(capital, letters.max(initial=0)))


def baseline_of(line: InkLine, marks: Marks, capital: float) -> float:
    """The row on which most letters of a line stand, its lowest row where it has none."""
    places = np.array(line.marks)
    letters = places[marks.height[places] >= _LETTER_HEIGHTS[0] * capital]
    return float(np.median(marks.bottom[letters])) if len(letters) else float(line.bottom)


def gaps_of(line: InkLine, marks: Marks, least: float) -> list[Gap]:
    """The gaps of a line that are at least so many pixels wide, from left to right."""
    places = np.array(line.marks)
    places = places[np.argsort(marks.left[places], kind="stable")]
    reached = np.maximum.accumulate(marks.right[places])
    starts = marks.left[places]
    wide = np.flatnonzero(starts[1:] - reached[:-1] >= least)
    return [Gap(int(reached[at]), int(starts[at + 1])) for at in wide]


def _are_letters(marks: Marks, capital: float) -> npt.NDArray[np.bool_]:
    low, high = _LETTER_HEIGHTS
    # Letters that touch each other are one wide piece.
    widest = np.maximum(_WIDEST_LETTER * capital, _MOST_TOUCHING * marks.height)
    fits = (marks.height >= low * capital) & (marks.height <= high * capital) & (marks.width <= widest)
    # Apostrophes and quotes stand beside the upper halves of letters only.
    fits &= (marks.height >= _QUOTE[1] * capital) | (marks.width >= _QUOTE[0] * capital)
    fits[0] = False
    return np.asarray(fits, np.bool_)


def _dots(marks: Marks, is_letter: npt.NDArray[np.bool_], capital: float) -> list[int]:
    """The small pieces that belong to letters or stand for themselves: dots, commas, quotes, dashes."""
    is_dot = ~is_letter & (marks.height < _QUOTE[1] * capital) & (marks.width <= _WIDEST_LETTER * capital)
    is_dot &= marks.area >= max(2.0, (_SPECK * capital) ** 2)
    is_dot[0] = False
    return [int(place) for place in np.flatnonzero(is_dot)]


def _linked(marks: Marks, letters: npt.NDArray[np.intp], capital: float, walls: Ink) -> Iterable[list[int]]:
    """The letters in groups, each of letters that are linked by neighbourhood."""
    left, right = marks.left[letters], marks.right[letters]
    top, bottom, height = marks.top[letters], marks.bottom[letters], marks.height[letters]
    group = list(range(len(letters)))

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    tallest = int(height.max(initial=0))
    for place in range(len(letters)):
        reach = int(right[place] + _REACH * max(height[place], capital))
        end = int(np.searchsorted(left, max(reach, right[place] + _REACH * tallest), side="right"))
        after = slice(place + 1, end)
        shared = np.minimum(bottom[place], bottom[after]) - np.maximum(top[place], top[after])
        lower = np.minimum(height[place], height[after])
        farthest = right[place] + _REACH * np.maximum(np.minimum(height[place], height[after]), capital)
        beside = (shared >= _SHARED_HEIGHT * lower) & (left[after] <= farthest)
        for other in np.flatnonzero(beside) + place + 1:
            if root(place) != root(int(other)) and not _is_walled(walls, marks, letters, place, int(other)):
                group[root(int(other))] = root(place)
    together: dict[int, list[int]] = {}
    for place in range(len(letters)):
        together.setdefault(root(place), []).append(int(letters[place]))
    return together.values()


def _is_walled(walls: Ink, marks: Marks, letters: npt.NDArray[np.intp], first: int, second: int) -> bool:
    """Whether a rule stands between two letters."""
    one, other = int(letters[first]), int(letters[second])
    start, end = int(marks.right[one]) - 1, int(marks.left[other]) + 1
    if end <= start:
        return False
    row = int(max(marks.top[one], marks.top[other]) + min(marks.bottom[one], marks.bottom[other])) // 2
    return bool(walls[row, max(start, 0) : end].any())


def _apart(marks: Marks, group: list[int]) -> list[list[int]]:
    """A group in the lines that it holds: a letter that hangs down into the next line may have linked two of them."""
    places = np.array(group)
    heights = marks.height[places]
    typical = float(np.median(heights))
    if int(marks.bottom[places].max() - marks.top[places].min()) < _SPLIT_HEIGHT * max(typical, 1.0) or len(group) < 3:
        return [group]
    plain = places[heights <= 1.5 * typical]
    middles = np.sort((marks.top[plain] + marks.bottom[plain]) / 2)
    steps = np.flatnonzero(np.diff(middles) > 0.7 * typical)
    if not len(steps):
        return [group]
    bounds = [(middles[at] + middles[at + 1]) / 2 for at in steps]
    lines: list[list[int]] = [[] for _ in range(len(bounds) + 1)]
    for place in group:
        middle = (marks.top[place] + marks.bottom[place]) / 2
        lines[int(np.searchsorted(bounds, middle))].append(place)
    return [line for line in lines if line]


def _line(marks: Marks, group: Sequence[int]) -> InkLine:
    places = np.array(group)
    return InkLine(
        tuple(int(place) for place in places),
        int(marks.left[places].min()),
        int(marks.top[places].min()),
        int(marks.right[places].max()),
        int(marks.bottom[places].max()),
    )


def _with_dots(marks: Marks, lines: list[InkLine], dots: list[int], capital: float) -> list[InkLine]:
    """The lines with the small pieces near them; of the rest those as wide as a dash make lines of their own."""
    members = [list(line.marks) for line in lines]
    letters = np.array([mark for line in lines for mark in line.marks], np.intp)
    owners = np.repeat(np.arange(len(lines)), [len(line.marks) for line in lines])
    alone = []
    for group in _stacked(marks, dots, capital):
        nearest = _nearest(marks, group[0], letters, capital)
        if nearest is not None:
            members[int(owners[nearest])] += group
        elif max(marks.width[group]) >= _DASH * capital:
            alone.append(_line(marks, group))
    return [_line(marks, group) for group in members] + alone


def _stacked(marks: Marks, dots: Sequence[int], capital: float) -> list[list[int]]:
    """The small pieces, each alone but for dashes right above each other, which together are ``=``."""
    groups: list[list[int]] = []
    for dot in sorted(dots, key=lambda dot: (int(marks.left[dot]), int(marks.top[dot]))):
        for group in reversed(groups[-_FEW:]):
            if _is_above_or_below(marks, group[-1], dot, capital):
                group.append(dot)
                break
        else:
            groups.append([dot])
    return groups


def _is_above_or_below(marks: Marks, first: int, second: int, capital: float) -> bool:
    """Whether two small pieces are the strokes of one ``=``."""
    narrower = min(marks.width[first], marks.width[second])
    shared = min(marks.right[first], marks.right[second]) - max(marks.left[first], marks.left[second])
    between = max(marks.top[first], marks.top[second]) - min(marks.bottom[first], marks.bottom[second])
    return bool(narrower >= _DASH * capital and shared >= 0.8 * narrower and 0 <= between <= _STACKED * capital)


def _nearest(marks: Marks, dot: int, letters: npt.NDArray[np.intp], capital: float) -> int | None:
    """Which of the letters is nearest to a small piece, if any is near enough to be on its line."""
    across = np.maximum(marks.left[letters] - marks.right[dot], marks.left[dot] - marks.right[letters])
    down = np.maximum(marks.top[letters] - marks.bottom[dot], marks.top[dot] - marks.bottom[letters])
    across, down = np.maximum(across, 0), np.maximum(down, 0)
    near = np.flatnonzero((down <= _AROUND_LINE * capital) & (across <= _REACH * capital))
    if not len(near):
        return None
    return int(near[np.argmin(across[near] ** 2 + (2 * down[near]) ** 2)])
