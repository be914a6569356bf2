"""Where things stand on a page as it is shown: cropped, turned, y downward from its top left corner, in points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

# Left, top, right, bottom.
Sides = tuple[float, float, float, float]

# A letter's box around the line it stands on, in ems: what the letters of Latin fonts need above and below.
_ABOVE, _BELOW = 0.82, 0.25
_MOST_SLOPE = math.radians(6)
# Of the longer side of what is shown: smaller letters nobody can see (two thirds of a point on Letter paper), larger
# ones are not all there. Either would ask for as many columns or lines of text as it likes.
_SMALLEST, _LARGEST = 1 / 1200, 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page's paper that is shown: where it begins on the paper, its size, and the paper's height.

    What is drawn on the paper is given with y upward from its bottom, the paper turned as the page is shown.
    """

    left: float
    top: float
    width: float
    height: float
    paper_height: float

    def sides(self, left: float, bottom: float, right: float, top: float) -> Sides:
        """A box of the paper on what is shown."""
        down = self.paper_height - self.top
        return left - self.left, down - top, right - self.left, down - bottom

    def area(self, sides: Sides) -> float:
        """How much of what is shown a box covers, in square points."""
        width = min(sides[2], self.width) - max(sides[0], 0.0)
        height = min(sides[3], self.height) - max(sides[1], 0.0)
        return max(width, 0.0) * max(height, 0.0)

    def letter(self, sides: Sides, turn: int | None, x: float, y: float) -> Sides | None:
        """The box of a letter that stands at a point of the paper, None where it cannot be read or is not shown.

        It is reckoned from the line that the letter stands on, for what fonts say of their own height is often wrong;
        ``turn`` is the number of quarter turns clockwise that make the letter upright.
        """
        left, top, right, bottom = sides
        size = right - left if turn in (1, 3) else bottom - top
        across, down = x - self.left, self.paper_height - self.top - y
        match turn:
            case 0:
                top, bottom = down - _ABOVE * size, down + _BELOW * size
            case 1:
                left, right = across - _ABOVE * size, across + _BELOW * size
            case 2:
                top, bottom = down - _BELOW * size, down + _ABOVE * size
            case 3:
                left, right = across - _BELOW * size, across + _ABOVE * size
        is_shown = 0 <= left + right <= 2 * self.width and 0 <= top + bottom <= 2 * self.height
        is_legible = _SMALLEST <= size / max(self.width, self.height) <= _LARGEST
        return (left, top, right, bottom) if is_legible and is_shown else None


def frame_of(paper: Sequence[float], crop: Sequence[float], rotation: int) -> Frame:
    """What is shown of a page: its crop box, as far as the paper reaches, turned clockwise by degrees.

    Both boxes are given as two corners, y upward, as the file has them.
    """
    left, bottom, right, top = _ordered(paper)
    wanted = _ordered(crop)
    shown = (max(wanted[0], left), max(wanted[1], bottom), min(wanted[2], right), min(wanted[3], top))
    if shown[0] >= shown[2] or shown[1] >= shown[3]:
        shown = (left, bottom, right, top)
    across, down = shown[2] - shown[0], shown[3] - shown[1]
    match rotation:
        case 90:
            return Frame(shown[1] - bottom, shown[0] - left, down, across, right - left)
        case 180:
            return Frame(right - shown[2], shown[1] - bottom, across, down, top - bottom)
        case 270:
            return Frame(top - shown[3], right - shown[2], down, across, right - left)
        case _:
            return Frame(shown[0] - left, top - shown[3], across, down, top - bottom)


def on_turned_paper(box: Sequence[float], paper: Sequence[float], rotation: int) -> Sides:
    """A box of the file on the paper turned as the page is shown: left, bottom, right, top."""
    left, bottom, right, top = _ordered(paper)
    x0, y0, x1, y1 = _ordered(box)
    match rotation:
        case 90:
            return y0 - bottom, right - x1, y1 - bottom, right - x0
        case 180:
            return right - x1, top - y1, right - x0, top - y0
        case 270:
            return top - y1, x0 - left, top - y0, x1 - left
        case _:
            return x0 - left, y0 - bottom, x1 - left, y1 - bottom


def _ordered(box: Sequence[float]) -> Sides:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def turn_of_line(across: float, up: float) -> int | None:
    """The quarter turns clockwise that make upright what is written along a line of that direction, None if aslant."""
    quarters = math.atan2(up, across) / (math.pi / 2)
    turn = round(quarters)
    return turn % 4 if abs(quarters - turn) * math.pi / 2 <= _MOST_SLOPE else None
