"""From bytes to the source text, its lines and its pages (contract, "Source text").

Nothing here changes a character: a BOM and CRs stay, and every later offset points into this text.
"""

import codecs
import re
from dataclasses import dataclass

from ingest.errors import UnreadableFile
from ingest.folding import latin_text

# Longest first: the UTF-32 little-endian mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
_LINE = re.compile(r"[^\r\n\f\v]+")
_FOOTER = re.compile(r"\bpage\s*(?P<n>[\dOlI|]{1,4})\s*of\s*[\dOlI|]{1,4}(\s*pages?\b)?", re.IGNORECASE)
_FOOTER_LETTERS_AROUND = 80
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty, without its line end, and the 1-based page it is on where the text says."""

    start: int
    end: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Footer:
    """A page footer's line and the number of the page that it ends."""

    start: int
    end: int
    page: int


def decode(content: bytes) -> tuple[str, str]:
    """The file's text, BOM and CRs kept, and the name of the encoding it is in.

    Raises:
        UnreadableFile: the bytes hold NULs, or are text in no encoding that Rolebook tries.
    """
    mark = next((encoding for bom, encoding in _MARKS if content.startswith(bom)), None)
    for encoding in (mark,) if mark else ("utf-8", "windows-1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise UnreadableFile("it holds NUL characters, so it is a binary file and not text")
        return text, encoding
    raise UnreadableFile(f"its bytes are not text in {mark or 'UTF-8 or Windows-1252'}")


def footers(text: str) -> tuple[Footer, ...]:
    """The page footers ("Page 2 of 4 Pages"), in order; the footer may share its line with a few other words."""
    found = []
    for line in _LINE.finditer(text):
        match = _FOOTER.search(latin_text(line[0]))
        if match is None or len(line[0].strip()) - len(match[0]) > _FOOTER_LETTERS_AROUND:
            continue
        at_an_end = not line[0][: match.start()].strip() or not line[0][match.end() :].strip(" .\t")
        if at_an_end and match["n"].translate(_DIGITS).isdigit():
            found.append(Footer(line.start(), line.end(), int(match["n"].translate(_DIGITS))))
    return tuple(found)


def page_at(position: int, ends: tuple[Footer, ...]) -> int | None:
    """The 1-based page of a place, or None after the last footer and where there are no footers."""
    return next((footer.page for footer in ends if position < footer.end), None)


def lines(text: str, ends: tuple[Footer, ...]) -> tuple[Line, ...]:
    """The lines that hold more than white space, trimmed of none of it, without the page footers."""
    skipped = {footer.start for footer in ends}
    return tuple(
        Line(match.start(), match.end(), page_at(match.start(), ends))
        for match in _LINE.finditer(text)
        if match.start() not in skipped and match[0].strip(" \t\xa0\ufeff")
    )
