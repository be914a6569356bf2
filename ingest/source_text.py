"""The source text, its lines and its pages (contract, "Source text").

Nothing here changes a character: a BOM and CRs stay, and every later offset points into this text.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import MARKUP, latin_text
from ingest.form import SMALL_WORDS
from ingest.model import Box, Issue
from ingest.row_lines import begins_row
from ingest.spelling import is_english

_LINE = re.compile(r"[^\r\n\f\v]+")
_DIGIT = r"[\dOoIl|]"
# What every footer has: most lines are ruled out by it before they are looked at closely.
_NUMBERS = re.compile(rf"{_DIGIT}\s*[oO0]\s*[fF]\s*{_DIGIT}")
_FOOTER = re.compile(
    rf"[\W_]*(?P<page>[^\W\d_]{{3,5}}?)(?P<n>{_DIGIT}{{1,4}})[o0]f{_DIGIT}{{1,4}}(?:pages?)?[\W_]*", re.IGNORECASE
)
# A title and the page number with a single space between them, as no sentence ends.
_TITLED_FOOTER = re.compile(r"\s*(?P<title>[^.;:?!]{3,60}?)[,|–—-]? +Page (?P<n>\d{1,4}) of \d{1,4}(?: Pages?)?\s*")
_WORD = re.compile(r"[^\W_][^\s]*")
_SET_OFF = re.compile(r"\s*\t\s*|\s{2,}")
_FOOTER_LETTERS_AROUND = 80
_FOOTER_LINE_LETTERS = 400
_FOOTER_LINE_PIECES = 20
_LOOK_LIKE_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a format that has pages: its 1-based number and its stretch of the text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that the format itself makes a heading, by an element, a style or a bolder letter; 1 is the highest."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader makes of a file: its canonical text, and what only the format knows about stretches of it.

    ``pages`` is empty where the format has none. ``furniture`` is what is no part of the document's own words: running
    headers and footers, navigation. ``unsure`` is what optical character recognition was not sure of. Where
    ``has_columns``, runs of spaces stand for the distance between words on the page, in quarters of an em, and the
    text is arranged in rows and cells before it is kept. All tuples are in the order of their places.
    """

    text: str
    format: str
    encoding: str | None = None
    pages: tuple[Page, ...] = ()
    boxes: tuple[Box, ...] = ()
    headings: tuple[Heading, ...] = ()
    furniture: tuple[Span, ...] = ()
    unsure: tuple[Span, ...] = ()
    issues: tuple[Issue, ...] = ()
    has_columns: bool = False


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


def digits(text: str) -> str:
    """The text with each letter that looks like a digit as that digit."""
    return latin_text(text).translate(_LOOK_LIKE_DIGITS)


def footers(text: str) -> tuple[Footer, ...]:
    """The page footers ("Page 2 of 4 Pages"), in order, however a scan split their letters or misread one.

    A footer stands alone on its line, or a tab or two spaces set it off from a few other words, or a title goes before;
    the end of a row of the form is none.
    """
    found = ((line, _footer_page(line[0])) for line in _LINE.finditer(text))
    return tuple(Footer(line.start(), line.end(), page) for line, page in found if page is not None)


def _footer_page(line: str) -> int | None:
    """The number of the page that a line is the footer of, or None if it is no footer."""
    if len(line) > _FOOTER_LINE_LETTERS:
        return None
    plain = latin_text(MARKUP.sub("", line) if "<" in line else line)
    if not _NUMBERS.search(plain) or begins_row(plain):
        return None
    pieces = ["".join(piece.split()) for piece in _SET_OFF.split(plain.strip())]
    for count in range(min(len(pieces), _FOOTER_LINE_PIECES), 0, -1):
        for run in (pieces[:count], pieces[-count:]):
            match = _FOOTER.fullmatch("".join(run))
            if match and _says_page(match["page"]):
                around = sum(map(len, pieces)) - len(match[0])
                return int(digits(match["n"])) or None if around <= _FOOTER_LETTERS_AROUND else None
    titled = _TITLED_FOOTER.fullmatch(plain)
    return int(titled["n"]) or None if titled and _is_title(titled["title"]) else None


def _is_title(words: str) -> bool:
    """Whether every word but the small ones begins with a capital letter or a digit."""
    return all(word[0].isupper() or word[0].isdigit() or word in SMALL_WORDS for word in _WORD.findall(words))


def _says_page(word: str) -> bool:
    """Whether a word is "page", at most one letter of it misread."""
    said = word.casefold()
    return said == "page" or (DamerauLevenshtein.distance(said, "page") == 1 and not is_english(said))


def pages_of(ends: Sequence[Footer]) -> tuple[Page, ...]:
    """The pages that footers end; what follows the last footer is on none."""
    starts = (0, *(footer.end for footer in ends))
    return tuple(Page(footer.page, start, footer.end) for start, footer in zip(starts, ends, strict=False))


def page_at(position: int, pages: Sequence[Page]) -> int | None:
    """The 1-based page of a place, or None where it is on none."""
    if not pages:
        return None
    at = bisect_right(pages, position, key=lambda page: page.start) - 1
    return pages[at].number if at >= 0 and position < pages[at].end else None


def lines(text: str, pages: Sequence[Page] = (), skipped: Sequence[Span] = ()) -> tuple[Line, ...]:
    """The lines that hold more than white space, trimmed of none of it, without those that lie in a skipped stretch."""
    return _lines(text, tuple(pages), tuple(skipped))


@lru_cache(maxsize=2)  # what is made of one text asks for its lines again and again
def _lines(text: str, pages: tuple[Page, ...], skipped: tuple[Span, ...]) -> tuple[Line, ...]:
    return tuple(
        Line(match.start(), match.end(), page_at(match.start(), pages))
        for match in _LINE.finditer(text)
        if match[0].strip(" \t\xa0\ufeff") and not _lies_in(match.start(), match.end(), skipped)
    )


def _lies_in(start: int, end: int, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, start, key=lambda span: span.start) - 1 if spans else -1
    return at >= 0 and end <= spans[at].end


def has_gap(text: str, start: int, end: int) -> bool:
    """Whether an empty line lies between the end of one line and the start of another."""
    return text[start:end].replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").count("\n") > 1
