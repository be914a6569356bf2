"""The marks that a browser shows before the items of a list."""

from collections.abc import Callable

from ingest.readers.html.blocks import Element
from ingest.readers.numerals import LETTERS, roman
from ingest.readers.symbols import BULLET


def marks(items: Element) -> tuple[str, ...]:
    """The mark of each item of a list, in order; empty strings where the list shows none."""
    own = [block for block in items.blocks if block.name == "li"]
    if items.is_unmarked:
        return ("",) * len(own)
    if items.name != "ol":
        return (BULLET,) * len(own)
    is_reversed = items.attribute("reversed") is not None
    number = _number(items.attribute("start"), len(own) if is_reversed else 1)
    written = _STYLES.get(items.attribute("type") or "1", str)
    found = []
    for item in own:
        number = _number(item.attribute("value"), number)
        found.append(f"{written(number)}.")
        number += -1 if is_reversed else 1
    return tuple(found)


def _number(said: str | None, otherwise: int) -> int:
    digits = (said or "").strip().removeprefix("-")
    return int(said or "") if digits.isdecimal() and len(digits) < 10 else otherwise


def _lettered(number: int) -> str:
    """Letters from a to z, then aa to zz; a number that is none of these as it is."""
    if not 0 < number <= len(LETTERS) * (len(LETTERS) + 1):
        return str(number)
    before, at = divmod(number - 1, len(LETTERS))
    return (LETTERS[before - 1] if before else "") + LETTERS[at]


_STYLES: dict[str, Callable[[int], str]] = {
    "a": _lettered,
    "A": lambda number: _lettered(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}
