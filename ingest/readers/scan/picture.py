"""Pictures of pages as arrays: evening out their background, straightening them, finding their ink and their rules.

The one module that uses OpenCV. A grey picture has 0 for black and 255 for white; ink is true where a picture is dark.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Ink = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int32]
Matrix = npt.NDArray[np.float64]

_WHITE = 255
# The background is looked at on a picture of this many pixels, where a stroke is narrower than the brush.
_SMALL_SIDE = 1100
_BRUSH = 9
_THICK = 15
_DARK_FIELD = 110
_DARK_SHARE, _RECTANGLE = 0.6, 0.85
# What is darker than this on an evened picture is ink, whatever its histogram says; paler than that it is none.
_SURE_INK, _PALEST_INK = 110, 190
_NOISY = 5.0
_SMOOTHING = 0.9
_SLOPES = ((10.0, 1.0), (1.0, 0.2), (0.2, 0.05))
_SLIGHT_SLOPE = 0.075
# A slope counts where the lines stand out so much better than on the picture as it is.
_CLEARER = 1.02
# A rule is at least so long and at most so thick, in heights of a capital letter.
_RULE_LENGTH, _RULE_THICKNESS = 3.5, 0.3
_LEAST_RULE_PIXELS = 30
# A rule no longer than a few letters may be their bars that touch: ink is above and below that share of it.
_PLAINLY_RULE, _IN_LETTERS = 4, 0.35
# The side of a low cell is shorter, and ends at a rule above and below, so many pixels off at most.
_SIDE_LENGTH = 1.3
_TOUCH = 4


@dataclass(frozen=True)
class Marks:
    """The connected pieces of ink: which piece every pixel belongs to (0 is none), and the sides of every piece.

    ``left[n]`` to ``bottom[n]`` and ``area[n]`` (in pixels) are those of piece n; entry 0 is the background.
    """

    labels: Numbers
    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    area: Numbers

    @cached_property
    def height(self) -> Numbers:
        """The height of every piece."""
        return self.bottom - self.top

    @cached_property
    def width(self) -> Numbers:
        """The width of every piece."""
        return self.right - self.left

    @cached_property
    def strokes(self) -> tuple[Numbers, Numbers]:
        """The lengths of all level runs of ink, piece by piece, and where in them those of every piece begin."""
        edges = np.diff(self.labels, axis=1, prepend=0, append=0) != 0
        rows, columns = np.nonzero(edges[:, :-1] & (self.labels > 0))
        ends = np.nonzero(edges[:, 1:] & (self.labels > 0))[1]
        owners = self.labels[rows, columns]
        order = np.argsort(owners, kind="stable")
        starts = np.searchsorted(owners[order], np.arange(len(self.area) + 1))
        return (ends - columns + 1)[order].astype(np.int32), starts.astype(np.int32)


@dataclass(frozen=True, slots=True)
class Rules:
    """Where the long straight rules of a picture are, across and down, and the ink without them."""

    across: Ink
    down: Ink
    ink: Ink


def evened(grey: Grey) -> Grey:
    """The picture on a white background: shadows and shades taken out, light letters on a dark field turned dark."""
    import cv2

    height, width = grey.shape
    small = np.asarray(cv2.medianBlur(_small(grey), 3), np.uint8)
    fields = _dark_fields(small)
    light = cv2.morphologyEx(np.where(fields, np.uint8(_WHITE), small), cv2.MORPH_CLOSE, _brush(_BRUSH))
    light = resized(np.asarray(cv2.medianBlur(light, 2 * _BRUSH + 1), np.uint8), width, height)
    on_light = np.asarray(cv2.divide(grey, np.maximum(light, 1), scale=_WHITE), np.uint8)
    if not fields.any():
        return on_light
    dark = resized(np.asarray(cv2.morphologyEx(small, cv2.MORPH_OPEN, _brush(_BRUSH)), np.uint8), width, height)
    on_dark = cv2.divide(_WHITE - grey, np.maximum(_WHITE - dark, 1), scale=_WHITE)
    inside = resized(fields.astype(np.uint8) * np.uint8(_WHITE), width, height) > _WHITE // 2
    return np.where(inside, on_dark, on_light).astype(np.uint8)


def _dark_fields(small: Grey) -> Ink:
    """Where light letters may stand on a dark field: rectangles thicker than any stroke, most of each dark."""
    import cv2

    dark = (small < _DARK_FIELD).astype(np.uint8)
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, _brush(_BRUSH // 2))
    filled = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, _brush(2 * _BRUSH + 1))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(filled, cv2.MORPH_OPEN, _brush(_THICK)))
    area = np.maximum(stats[:, 4], 1)
    shares = np.bincount(labels.ravel(), weights=dark.ravel(), minlength=len(area)) / area
    keeps = (shares >= _DARK_SHARE) & (area >= _RECTANGLE * stats[:, 2] * stats[:, 3])
    keeps[0] = False
    return np.asarray(cv2.dilate(keeps[labels].astype(np.uint8), _brush(3)), np.bool_)


def _brush(side: int) -> Grey:
    return np.ones((side, side), np.uint8)


def ink_of(grey: Grey) -> Ink:
    """Where an evened picture is dark; speckled ones are smoothed before they are looked at."""
    import cv2

    if float(cv2.absdiff(grey, cv2.medianBlur(grey, 3)).mean()) > _NOISY:
        grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), _SMOOTHING), np.uint8)
    level, _ = cv2.threshold(grey, 0, _WHITE, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return np.asarray(grey < min(max(level, _SURE_INK), _PALEST_INK), np.bool_)


def slope_of(ink: Ink) -> float:
    """By how many degrees, clockwise, the lines of a page fall: between -10 and 10, 0 where they are level."""
    import cv2

    small = _small(ink.astype(np.uint8) * np.uint8(_WHITE))
    middle = (small.shape[1] / 2, small.shape[0] / 2)

    def clearness(degrees: float) -> float:
        turn = cv2.getRotationMatrix2D(middle, degrees, 1.0)
        rows = cv2.warpAffine(small, turn, (small.shape[1], small.shape[0])).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(rows)).sum())

    level = clearness(0.0)
    best = (level, 0.0)
    for reach, step in _SLOPES:
        middle_slope = best[1]
        for slope in np.arange(middle_slope - reach, middle_slope + reach + step / 2, step):
            best = max(best, (clearness(float(slope)), float(slope)))
    clearest, slope = best
    return slope if abs(slope) > _SLIGHT_SLOPE and clearest > _CLEARER * level else 0.0


def turned(grey: Grey, quarters: int, degrees: float) -> tuple[Grey, Matrix]:
    """The picture turned by quarters (counter-clockwise) and then by degrees, with all of it kept, on white.

    The 2 by 3 matrix takes a point of the turned picture to that of the one given.
    """
    import cv2

    height, width = grey.shape
    upright = np.ascontiguousarray(np.rot90(grey, quarters))
    back = _quarter_matrix(quarters % 4, width, height)
    if not degrees:
        return upright, back
    tall, wide = upright.shape
    matrix = np.asarray(cv2.getRotationMatrix2D((wide / 2, tall / 2), degrees, 1.0), np.float64)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    new_wide, new_tall = int(tall * sine + wide * cosine), int(tall * cosine + wide * sine)
    matrix[:, 2] += (new_wide - wide) / 2, (new_tall - tall) / 2
    level = cv2.warpAffine(upright, matrix, (new_wide, new_tall), flags=cv2.INTER_CUBIC, borderValue=(_WHITE,))
    inverse = np.asarray(cv2.invertAffineTransform(matrix), np.float64)
    whole = np.vstack([back, [0, 0, 1]]) @ np.vstack([inverse, [0, 0, 1]])
    return np.asarray(level, np.uint8), whole[:2]


def _quarter_matrix(quarters: int, width: int, height: int) -> Matrix:
    """From a picture turned by quarters counter-clockwise back to the one that had that width and height."""
    matrices = (
        [[1, 0, 0], [0, 1, 0]],
        [[0, -1, width], [1, 0, 0]],
        [[-1, 0, width], [0, -1, height]],
        [[0, 1, 0], [-1, 0, height]],
    )
    return np.array(matrices[quarters], np.float64)


def marks_of(ink: Ink) -> Marks:
    """The connected pieces of ink."""
    import cv2

    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8, ltype=cv2.CV_32S)
    left, top, width, height, area = (np.asarray(stats[:, column], np.int32) for column in range(5))
    return Marks(np.asarray(labels, np.int32), left, top, left + width, top + height, area)


def rules_of(ink: Ink, capital: float) -> Rules:
    """The rules of a picture whose capital letters have that height in pixels, and its ink without them.

    Where a letter crosses a rule, what the letter needs of the rule's ink is left standing.
    """
    pixels = ink.astype(np.uint8)
    length = max(_LEAST_RULE_PIXELS, round(_RULE_LENGTH * capital))
    thickness = max(3, round(_RULE_THICKNESS * capital))
    across = _straight(pixels, length, thickness, is_across=True)
    down = _straight(pixels, length, thickness, is_across=False)
    sides = _straight(pixels, max(_LEAST_RULE_PIXELS // 2, round(_SIDE_LENGTH * capital)), thickness, is_across=False)
    down |= _between(sides, across)
    without = _without(_without(pixels, across, thickness, is_across=True), down, thickness, is_across=False)
    return Rules(across.astype(np.bool_), down.astype(np.bool_), without.astype(np.bool_))


def _straight(pixels: Grey, length: int, thickness: int, *, is_across: bool) -> Grey:
    """The straight stretches of at least that length that are no thicker than a rule."""
    import cv2

    gap = np.ones((1, 3) if is_across else (3, 1), np.uint8)
    brush = np.ones((1, length) if is_across else (length, 1), np.uint8)
    straight = cv2.morphologyEx(cv2.morphologyEx(pixels, cv2.MORPH_CLOSE, gap), cv2.MORPH_OPEN, brush)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(straight, connectivity=8)
    along, beside = (2, 3) if is_across else (3, 2)
    mean_thickness = stats[:, 4] / np.maximum(stats[:, along], 1)
    keeps = (mean_thickness <= thickness) & (stats[:, beside] <= 3 * thickness)
    keeps[0] = False
    if is_across:
        for place in np.flatnonzero(keeps & (stats[:, along] < _PLAINLY_RULE * length)):
            keeps[place] = not _is_in_letters(pixels, stats[place], 2 * thickness)
    return np.asarray(keeps[labels], np.uint8)


def _is_in_letters(pixels: Grey, box: Numbers, reach: int) -> bool:
    """Whether a level stretch runs through letters that touch, which go on above and below most of it."""
    left, top, width, height, _ = (int(side) for side in box)
    above = pixels[max(top - reach, 0) : max(top - 1, 0), left : left + width].any(axis=0)
    below = pixels[top + height + 1 : top + height + reach, left : left + width].any(axis=0)
    return bool(min(above.mean(), below.mean()) > _IN_LETTERS)


def _between(sides: Grey, across: Grey) -> Grey:
    """Those of the upright stretches that reach from one rule to another: the sides of low cells."""
    import cv2

    _, labels, stats, _ = cv2.connectedComponentsWithStats(sides, connectivity=8)
    keeps = np.zeros(len(stats), np.bool_)
    for place, (left, top, width, height, _) in enumerate(stats[1:], start=1):
        above = across[max(top - _TOUCH, 0) : top + _TOUCH, left : left + width]
        below = across[max(top + height - _TOUCH, 0) : top + height + _TOUCH, left : left + width]
        keeps[place] = above.any() and below.any()
    return np.asarray(keeps[labels], np.uint8)


def _without(pixels: Grey, rules: Grey, thickness: int, *, is_across: bool) -> Grey:
    """The ink without rules, and with what stands on both sides of a rule joined through it."""
    import cv2

    halo = cv2.dilate(rules, np.ones((3, 1) if is_across else (1, 3), np.uint8))
    without = np.asarray(cv2.bitwise_and(pixels, 1 - halo), np.uint8)
    bridge = np.ones((thickness + 3, 1) if is_across else (1, thickness + 3), np.uint8)
    bridged = cv2.bitwise_and(cv2.morphologyEx(without, cv2.MORPH_CLOSE, bridge), halo)
    return np.asarray(cv2.bitwise_or(without, cv2.bitwise_and(bridged, pixels)), np.uint8)


def regions_of(walls: Ink) -> Marks:
    """The connected regions between walls; every region's pieces of ``Marks`` are the room, not the wall."""
    import cv2

    room = np.where(walls, 0, 1).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(room, connectivity=4, ltype=cv2.CV_32S)
    left, top, width, height, area = (np.asarray(stats[:, column], np.int32) for column in range(5))
    return Marks(np.asarray(labels, np.int32), left, top, left + width, top + height, area)


def widened(ink: Ink, pixels: int) -> Ink:
    """The ink with every dark pixel widened by so many pixels to every side."""
    import cv2

    return np.asarray(cv2.dilate(ink.astype(np.uint8), _brush(2 * pixels + 1)), np.bool_)


def shrunk(grey: Grey, scale: float) -> Grey:
    """The picture at that share of its size."""
    height, width = grey.shape
    return resized(grey, max(round(width * scale), 1), max(round(height * scale), 1))


def _small(grey: Grey) -> Grey:
    scale = _SMALL_SIDE / max(grey.shape)
    return shrunk(grey, scale) if scale < 1 else grey


def resized(grey: Grey, width: int, height: int) -> Grey:
    """The picture at that width and height."""
    import cv2

    if (height, width) == grey.shape:
        return grey
    way = cv2.INTER_AREA if height < grey.shape[0] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(grey, (width, height), interpolation=way), np.uint8)
