"""From bytes to the source text, its lines and its pages (contract, "Source text").

Nothing here changes a character: a BOM and CRs stay, and every later offset points into this text.
"""

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from ingest.errors import UnreadableFile
from ingest.folding import MARKUP, latin_text
from ingest.spelling import is_english

# Longest first: the UTF-32 little-endian mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)
_LINE = re.compile(r"[^\r\n\f\v]+")
_DIGIT = r"[\dOoIl|]"
# What every footer has: most lines are ruled out by it before they are looked at closely.
_NUMBERS = re.compile(rf"{_DIGIT}\s*[oO0]\s*[fF]\s*{_DIGIT}")
_FOOTER = re.compile(
    rf"[\W_]*(?P<page>[^\W\d_]{{3,5}}?)(?P<n>{_DIGIT}{{1,4}})[o0]f{_DIGIT}{{1,4}}(?:pages?)?[\W_]*", re.IGNORECASE
)
_SET_OFF = re.compile(r"\s*\t\s*|\s{2,}")
_FOOTER_LETTERS_AROUND = 80
_FOOTER_LINE_LETTERS = 400
_FOOTER_LINE_PIECES = 20
_LOOK_LIKE_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})


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


def digits(text: str) -> str:
    """The text with each letter that looks like a digit as that digit."""
    return latin_text(text).translate(_LOOK_LIKE_DIGITS)


def footers(text: str) -> tuple[Footer, ...]:
    """The page footers ("Page 2 of 4 Pages"), in order, however a scan split their letters or misread one.

    A footer stands alone on its line, or a tab or two spaces set it off from a few other words.
    """
    found = ((line, _footer_page(line[0])) for line in _LINE.finditer(text))
    return tuple(Footer(line.start(), line.end(), page) for line, page in found if page is not None)


def _footer_page(line: str) -> int | None:
    """The number of the page that a line is the footer of, or None if it is no footer."""
    if len(line) > _FOOTER_LINE_LETTERS:
        return None
    plain = latin_text(MARKUP.sub("", line) if "<" in line else line)
    if not _NUMBERS.search(plain):
        return None
    pieces = ["".join(piece.split()) for piece in _SET_OFF.split(plain.strip())]
    for count in range(min(len(pieces), _FOOTER_LINE_PIECES), 0, -1):
        for run in (pieces[:count], pieces[-count:]):
            match = _FOOTER.fullmatch("".join(run))
            if match and _says_page(match["page"]):
                around = sum(map(len, pieces)) - len(match[0])
                return int(digits(match["n"])) or None if around <= _FOOTER_LETTERS_AROUND else None
    return None


def _says_page(word: str) -> bool:
    """Whether a word is "page", at most one letter of it misread."""
    said = word.casefold()
    return said == "page" or (DamerauLevenshtein.distance(said, "page") == 1 and not is_english(said))


def page_at(position: int, ends: tuple[Footer, ...]) -> int | None:
    """The 1-based page of a place, or None after the last footer and where there are no footers."""
    at = bisect_right(ends, position, key=lambda footer: footer.end)
    return ends[at].page if at < len(ends) else None


def lines(text: str, ends: tuple[Footer, ...]) -> tuple[Line, ...]:
    """The lines that hold more than white space, trimmed of none of it, without the page footers."""
    skipped = {footer.start for footer in ends}
    return tuple(
        Line(match.start(), match.end(), page_at(match.start(), ends))
        for match in _LINE.finditer(text)
        if match.start() not in skipped and match[0].strip(" \t\xa0\ufeff")
    )
