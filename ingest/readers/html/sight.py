"""Whether words can be seen where they stand, as far as styles within the elements themselves say so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

# Red, green, blue and how opaque, each from 0 to 255.
Colour: TypeAlias = tuple[int, int, int, int]

_WHITE, _BLACK = (255, 255, 255, 255), (0, 0, 0, 255)
# Two colours that differ by no more than this in any part look the same, and so much of a colour is not seen.
_SAME = 10
_NUMBER = r"(\d{1,6}(?:\.\d{0,9})?|\.\d{1,9})"
_RGB = re.compile(rf"rgba?\(\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+{_NUMBER}(?:[\s,/]+{_NUMBER}(%?))?\s*\)")
_COLOUR = re.compile(r"(?:rgb|hsl)a?\([^)]{0,60}\)|#[\da-f]{3,8}\b|[a-z]+")
_LENGTH = re.compile(r"(-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))\s*(px|pt|r?em|ex|ch|%|v[wh]|in|cm|mm)?")
_FONT_SIZE = re.compile(r"(?:^|\s)((?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:px|pt|r?em|%)?)(?=/|\s)")
_MOVED = re.compile(r"translate(?:x|y|3d)?\(([^)]{0,60})\)")
_CLIP = re.compile(r"rect\(([^)]{0,60})\)")
_CLIPPED_AWAY = re.compile(r"(?:inset\((?:[5-9]\d|100)(?:\.\d+)?%|circle\(0)")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "%": 10.0, "vw": 10.0, "vh": 10.0,
           "in": 96.0, "cm": 38.0, "mm": 3.8}  # fmt: skip
_RELATIVE = frozenset({"em", "ex", "ch", "%"})
_SIDES = ("left", "right", "top", "bottom")
# No page is so wide or so high to the left of its beginning or above it.
_FAR = 900.0
_TINY = 1.0
_INHERITED = frozenset({"", "inherit", "unset", "currentcolor"})
_SEE_THROUGH = frozenset({"", "transparent", "none", "inherit", "initial", "unset"})


@dataclass(frozen=True, slots=True)
class Sight:
    """How words are seen: their colour, what is behind them (None where that is not known), whether they have a size.

    Where ``has_sheets``, a style sheet may say otherwise of everything with a class or an id.
    """

    color: Colour | None = _BLACK
    background: Colour | None = _WHITE
    is_tiny: bool = False
    has_sheets: bool = False

    @classmethod
    def of_page(cls, *, has_sheets: bool) -> "Sight":
        """How a page shows its words where no element says anything: black on white, or as its style sheets say."""
        return cls(None, None, has_sheets=True) if has_sheets else cls()

    @property
    def conceals(self) -> bool:
        """Whether words are of no size, of no colour, or of the colour that is behind them."""
        if self.is_tiny or (self.color is not None and self.color[3] <= _SAME):
            return True
        if self.color is None or self.background is None or min(self.color[3], self.background[3]) < 255 - _SAME:
            return False
        return all(abs(one - other) <= _SAME for one, other in zip(self.color, self.background, strict=True))


def sight_of(name: str, attributes: Mapping[str, str], declared: Mapping[str, str], inherited: Sight) -> Sight:
    """How words right in an element are seen, by its attributes, the declarations of its style and what is around."""
    if not attributes:
        return inherited
    if inherited.has_sheets and ("class" in attributes or "id" in attributes):
        inherited = Sight.of_page(has_sheets=True)
    return Sight(
        _color(name, attributes, declared, inherited),
        _background(attributes, declared, inherited),
        _is_tiny(name, attributes, declared, inherited),
        inherited.has_sheets,
    )


def is_out_of_sight(declared: Mapping[str, str]) -> bool:
    """Whether the declarations of a style take an element with all in it out of sight: faded, moved or cut away."""
    opacity = _LENGTH.fullmatch(declared.get("opacity", ""))
    if opacity is not None and float(opacity[1]) == 0:
        return True
    is_placed = declared.get("position") in ("absolute", "fixed")
    moved = [declared.get(side, "") for side in _SIDES if is_placed or declared.get("position") == "relative"]
    moved += [declared.get("text-indent", ""), declared.get("margin-left", ""), declared.get("margin-top", "")]
    for transform in _MOVED.finditer(declared.get("transform", "")):
        moved += transform[1].split(",")
    if any((_pixels(length) or 0) <= -_FAR for length in moved) or "scale(0)" in declared.get("transform", ""):
        return True
    return _is_cut_away(declared, is_placed=is_placed)


def _is_cut_away(declared: Mapping[str, str], *, is_placed: bool) -> bool:
    if _CLIPPED_AWAY.search(declared.get("clip-path", "")):
        return True
    clip = _CLIP.search(declared.get("clip", "")) if is_placed else None
    sides = [_pixels(side) for side in re.split(r"[\s,]+", clip[1].strip())] if clip else []
    if len(sides) == 4:
        top, right, bottom, left = (side or 0 for side in sides)
        return right - left <= _TINY or bottom - top <= _TINY
    sizes = (_pixels(declared.get(size, "")) for size in ("width", "height", "max-width", "max-height"))
    hides_rest = declared.get("overflow") in ("hidden", "clip")
    return hides_rest and any(size is not None and size <= _TINY for size in sizes)


def _color(name: str, attributes: Mapping[str, str], declared: Mapping[str, str], inherited: Sight) -> Colour | None:
    if "text" in declared.get("background-clip", declared.get("-webkit-background-clip", "")):
        return None
    if declared.get("text-shadow", "none") != "none":
        return None
    attribute = attributes.get("color", "") if name == "font" else attributes.get("text", "") if name == "body" else ""
    said = declared.get("color") or attribute.strip().lower()
    return inherited.color if said in _INHERITED else _colour(said)


def _background(attributes: Mapping[str, str], declared: Mapping[str, str], inherited: Sight) -> Colour | None:
    said = declared.get("background-color") or declared.get("background") or attributes.get("bgcolor", "").lower()
    image = declared.get("background-image", "none")
    if "background" in attributes or image != "none" or "url(" in said or "gradient" in said:
        return None
    if said.strip() in _SEE_THROUGH:
        # What is placed freely may stand on anything.
        return None if declared.get("position") in ("absolute", "fixed") else inherited.background
    found = [colour for token in _COLOUR.findall(said) if (colour := _colour(token))]
    if not found:
        return None
    return found[0] if found[0][3] > _SAME else inherited.background


def _is_tiny(name: str, attributes: Mapping[str, str], declared: Mapping[str, str], inherited: Sight) -> bool:
    short = _FONT_SIZE.search(declared.get("font", ""))
    said = declared.get("font-size") or (short[1] if short else "")
    if not said:
        return inherited.is_tiny and not (name == "font" and "size" in attributes)
    length = _LENGTH.fullmatch(said)
    if length is None:
        return inherited.is_tiny and said in ("inherit", "smaller", "larger", "unset")
    if length[2] in _RELATIVE:
        return inherited.is_tiny or float(length[1]) == 0
    return (_pixels(said) or 0) <= _TINY


def _pixels(written: str) -> float | None:
    """The pixels of a length, roughly; None where it is none."""
    length = _LENGTH.fullmatch(written.strip())
    return float(length[1]) * _PIXELS[length[2] or "px"] if length else None


@lru_cache(maxsize=1024)
def _colour(written: str) -> Colour | None:
    """The colour of a name, a number in hexadecimal or a function; None where it is none that is known."""
    if written == "transparent":
        return (0, 0, 0, 0)
    function = _RGB.fullmatch(written)
    if function is not None:
        red, green, blue = (min(round(float(part)), 255) for part in function.group(1, 2, 3))
        opaque = float(function[4] or 1) / (100 if function[5] else 1)
        return red, green, blue, round(min(opaque, 1) * 255)
    from PIL import ImageColor  # only for a page that colours its words: loading it takes 30 ms

    try:
        read = ImageColor.getrgb(written)
    except ValueError:
        return None
    return (*read[:3], read[3] if len(read) == 4 else 255)
