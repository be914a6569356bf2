"""Which letters a file can show: what it cannot is shown as U+FFFD, and named in a note at the end of the file."""

import re
import unicodedata
from collections.abc import Collection

REPLACEMENT = "\ufffd"
# XML holds no control character, no surrogate and no noncharacter. A mark that turns the direction of writing would
# let a quotation pass for another.
_NEVER_SHOWN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile(r"\r\n?")


class Letters:
    """The texts of one file as it can show them; it remembers which letters it could not."""

    def __init__(self, font: Collection[int] | None = None) -> None:
        """``font`` holds the code points that the file's font draws; without one the reader's fonts draw all."""
        self._font = font
        self._missing: set[str] = set()

    def shown(self, text: str) -> str:
        """The text, each line's end a line feed, and U+FFFD for each letter that cannot be shown."""
        lines = _NEVER_SHOWN.sub(self._replaced, _LINE_ENDS.sub("\n", text))
        if self._font is None:
            return lines
        font = self._font
        return "".join(one if one in "\n\t" or ord(one) in font else self._replace(one) for one in lines)

    @property
    def missing(self) -> tuple[str, ...]:
        """What was not shown so far, each letter by its code point and its name: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
        return tuple(f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip() for one in sorted(self._missing))

    def _replaced(self, found: re.Match[str]) -> str:
        return self._replace(found[0])

    def _replace(self, letter: str) -> str:
        if letter != REPLACEMENT:
            self._missing.add(letter)
        return REPLACEMENT
