"""The lines of an other agency's document as they are printed: what is around them, and what they cannot be.

Decoration is what marks a heading in plain text: ``=== X ===``, ``## X``, ``**X**``, ``1. X``, ``X:``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.source_text import Line, SourceText, page_at

EDGES = " \t\xa0\ufeffÂ"
_FRAME = re.compile(r"(?P<frame>[=*~#_\-–—+|]{2,})\s*(?P<words>\S.*?\S)\s*[=*~#_\-–—+|]{2,}")
_MARKDOWN = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>\S.*?)\s*#*")
_BOLD = re.compile(r"(?:\*\*|__)(?P<words>[^*_].*?)(?:\*\*|__)\s*:?")
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]|Section \d{1,2}[.:])\s+(?P<words>\S.*)")
_RULE = re.compile(r"\s*(?:[-=_~*]\s*){3,}")
_LEADERS = re.compile(r"(?:\. ?){4,}|…{2,}|_{5,}")
_BULLET = re.compile(r"[•·▪◦●○‣⁃*\-–—o➢➤✓§]\s*(?=\S)")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|\b\d{3}[-. ]\d{4}\b|\b[A-Z]{2},? \d{5}\b|\bP\.?O\.? Box\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ENDS_A_SENTENCE = re.compile(r"[.;!?:)”\"]\s*$")
# A line as long as this was not cut to fit a page's width, so that it is a paragraph of its own.
_UNCUT = 150
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Decoration:
    """What frames a line's words: the place of the words, and the level of heading that the frame makes of them."""

    start: int
    end: int
    level: int


class PrintedLines:
    """The lines of a document and what is around each of them."""

    def __init__(self, source: SourceText, lines: tuple[Line, ...]) -> None:
        """Know those lines of that source text."""
        self.text = source.text
        self._pages = source.pages
        self.lines = lines
        self._places = [self._trimmed(line) for line in lines]
        self.words = [self.text[start:end] for start, end in self._places]
        self.is_uncut = any(len(words) >= _UNCUT for words in self.words)

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def place(self, at: int) -> tuple[int, int]:
        """Where the words of a line stand."""
        return self._places[at]

    def _trimmed(self, line: Line) -> tuple[int, int]:
        content = self.text[line.start : line.end]
        start = line.start + len(content) - len(content.lstrip(EDGES))
        return start, max(start, line.start + len(content.rstrip(EDGES)))

    def page_at(self, position: int) -> int | None:
        """The 1-based page of a place, where the document has pages."""
        return page_at(position, self._pages)

    def is_set_off(self, at: int) -> bool:
        """Whether an empty line, or the beginning of the text, is above a line."""
        return at == 0 or self._gap(at - 1) > 1

    def is_alone(self, at: int) -> bool:
        """Whether empty lines, or an end of the text, are above and below a line."""
        return self.is_set_off(at) and (at + 1 == len(self.lines) or self._gap(at) > 1)

    def follows_an_end(self, at: int) -> bool:
        """Whether nothing in the line above runs on into a line: it ends a sentence, is short, or was never cut."""
        if self.is_set_off(at):
            return True
        above = self.words[at - 1]
        return bool(_ENDS_A_SENTENCE.search(above)) or self.is_uncut or len(above) <= _SHORT

    def is_underlined(self, at: int) -> int:
        """The level of heading that a rule right below a line makes of it; 0 where there is none."""
        if at + 1 >= len(self.lines) or self._gap(at) > 1 or len(self.words[at]) > _SHORT + _SHORT // 2:
            return 0
        below = self.words[at + 1]
        if not _RULE.fullmatch(below) or "|" in self.words[at] or len(below) < min(len(self.words[at]) // 2, 10):
            return 0
        return 1 if below[0] == "=" else 2

    def decoration(self, at: int) -> Decoration | None:
        """The frame around a line's words, if it has one."""
        start, end = self.place(at)
        content = self.text[start:end]
        for pattern, level in ((_MARKDOWN, 0), (_FRAME, 3), (_BOLD, 4)):
            match = pattern.fullmatch(content)
            if match and _LETTER.search(match["words"]):
                marks = len(match["marks"]) if level == 0 else level
                return Decoration(start + match.start("words"), start + match.end("words"), marks)
        return None

    def numbered(self, at: int) -> tuple[int, int] | None:
        """The place of the words behind a line's number ("1.", "II.", "A."), if it has one."""
        start, end = self.place(at)
        match = _NUMBERED.fullmatch(self.text[start:end])
        return (start + match.start("words"), start + match.end("words")) if match else None

    def _gap(self, at: int) -> int:
        """How many line ends are between a line and the next one."""
        between = self.text[self.lines[at].end : self.lines[at + 1].start]
        return between.count("\n") or between.count("\r") or 1


@lru_cache(maxsize=4096)  # an agency prints the same lines in document after document
def is_no_heading(words: str) -> bool:
    """Whether a line is what no heading is: a row of a table, an item, leaders, an address, a rule, an amount."""
    if not _LETTER.search(words) or "\t" in words.strip() or words.startswith("|") or "$" in words:
        return True
    return bool(_LEADERS.search(words) or _ADDRESS.search(words) or _BULLET.match(words))


def is_rule(words: str) -> bool:
    """Whether a line is nothing but a rule."""
    return _RULE.fullmatch(words) is not None
