"""The numbers of list items that Word shows and does not store, counted as Word counts them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.readers.numerals import LETTERS, roman
from ingest.readers.symbols import bullet
from ingest.readers.word.styles import ListPlace, Styles, own_list_place, own_look
from ingest.readers.word.xml import Element

_LEVELS = range(9)
_NO_LIST = "0"
_PLACE = re.compile(r"%([1-9])")
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


@dataclass(frozen=True, slots=True)
class ListLabel:
    """What stands before a list item: its number or bullet, and whether a tab sets it off."""

    text: str
    is_bullet: bool
    has_tab: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; ``restarts_after`` is how many higher levels begin it anew, None for all of them."""

    start: int
    format: str
    text: str
    font: str | None
    has_tab: bool
    is_legal: bool
    restarts_after: int | None
    style_id: str | None


@dataclass(slots=True)
class _List:
    """One list of the document: its levels, and what it shares with the lists of the same kind."""

    kind: str
    levels: dict[int, _Level]
    first_numbers: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one document, and how far each has counted: to be asked once an item, in document order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Take the numbering part, or None where the document has none."""
        self._styles = styles
        kinds = {kind.get("w:abstractNumId") or "": kind for kind in root.each("w:abstractNum")} if root else {}
        lists = {item.get("w:numId") or "": item for item in root.each("w:num")} if root else {}
        linked = {kind.value("w:styleLink"): name for name, kind in kinds.items() if kind.value("w:styleLink")}
        self._lists = {list_id: _list(item, kinds, linked) for list_id, item in lists.items()}
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, paragraph: Element) -> ListLabel | None:
        """What stands before a paragraph, or None where it is no item of a list; the item is counted."""
        place = self._place(paragraph)
        found = self._lists.get(place.list_id or _NO_LIST)
        level = found.levels.get(place.level or 0) if found else None
        if found is None or level is None:
            return None
        self._count(found, place.level or 0)
        if level.format == "bullet":
            return ListLabel(bullet(level.text, level.font), True, level.has_tab)
        text = _PLACE.sub(lambda match: self._number(found, int(match[1]) - 1, level), level.text).strip()
        return ListLabel(text, False, level.has_tab) if text else None

    def _place(self, paragraph: Element) -> ListPlace:
        own = own_list_place(paragraph.child("w:pPr"))
        if own.list_id is not None:
            return own
        style_id, of_style = self._styles.list_place(self._styles.of(paragraph))
        found = self._lists.get(of_style.list_id or _NO_LIST)
        levels = found.levels.items() if found else ()
        linked = next((at for at, level in levels if level.style_id and level.style_id == style_id), of_style.level)
        return ListPlace(of_style.list_id, own.level if own.level is not None else linked)

    def _count(self, found: _List, at: int) -> None:
        counts = self._counts.setdefault(found.kind, {})
        first = found.first_numbers.pop(at, None)
        counts[at] = first if first is not None else counts.get(at, found.levels[at].start - 1) + 1
        for deeper in [level for level in counts if level > at]:
            after = found.levels[deeper].restarts_after if deeper in found.levels else None
            if after is None or at < after:
                del counts[deeper]

    def _number(self, found: _List, at: int, shown: _Level) -> str:
        """The number that a level has reached, in its own format; in a legal list all are decimal."""
        level = found.levels.get(at)
        if level is None or level.format == "none":
            return ""
        number = self._counts[found.kind].get(at, level.start)
        return str(number) if shown.is_legal else _FORMATS.get(level.format, str)(number)


def _list(item: Element, kinds: dict[str, Element], linked: dict[str | None, str]) -> _List:
    """A list with the levels of its kind, or of the kind that a list style gives it, and its own changes to them."""
    name = item.value("w:abstractNumId") or ""
    style = kinds[name].value("w:numStyleLink") if name in kinds else None
    name = linked.get(style, name) if style else name
    found = _List(name, _levels(kinds[name]) if name in kinds else {})
    for change in item.each("w:lvlOverride"):
        found.levels |= _levels(change)
        at, first = _number_of(change.get("w:ilvl"), -1), _number_of(change.value("w:startOverride"), -1)
        if at in _LEVELS and first >= 0:
            found.first_numbers[at] = first
    return found


def _levels(of: Element) -> dict[int, _Level]:
    numbered = ((_number_of(level.get("w:ilvl"), -1), level) for level in of.each("w:lvl"))
    return {at: _level(level) for at, level in numbered if at in _LEVELS}


def _level(level: Element) -> _Level:
    restart = level.value("w:lvlRestart")
    return _Level(
        start=_number_of(level.value("w:start"), 0),
        format=level.value("w:numFmt") or "decimal",
        text=level.value("w:lvlText") or "",
        font=own_look(level.child("w:rPr")).font,
        has_tab=level.value("w:suff") in (None, "tab"),
        is_legal=level.has("w:isLgl"),
        restarts_after=None if restart is None else _number_of(restart, 0),
        style_id=level.value("w:pStyle"),
    )


def _number_of(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 10 else otherwise


def _letters(number: int) -> str:
    """Letters from a to z, then aa to zz, then aaa."""
    times, at = divmod(number - 1, len(LETTERS))
    return LETTERS[at] * (times + 1) if 0 < number <= len(LETTERS) ** 2 else str(number)


def _ordinal(number: int) -> str:
    is_teen = number % 100 in _TEENS
    return f"{number}{'th' if is_teen else _ORDINAL_ENDINGS.get(number % 10, 'th')}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": _ordinal,
}
