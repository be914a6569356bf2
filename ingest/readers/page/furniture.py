"""Running headers and footers: what every page says at its top or bottom, and which of it is no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.norfolk.codes import is_legend_line
from ingest.norfolk.service import footnote_kinds
from ingest.source_text import footers

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?#\W*(?:(?:of|/)\s*#\W*)?(?:pages?)?\W*", re.IGNORECASE)
_NAMED_PAGE = re.compile(r"\W*page\s*#\W*(?:(?:of|/)\s*#\W*)?(?:pages?)?\W*", re.IGNORECASE)
_IN_COLUMNS = re.compile(r"\t|\S {3,}\S")
# As shares of a page's height: how far apart two lines at the same place may be, and where a footer may stand.
_SAME_PLACE = 0.02
_FOOTER_ZONE = 0.8
_MOST_LINES = 14
# A footer this long says something (positions are classified), so it is read once; a shorter one names the form.
_SENTENCE_WORDS = 8
_AROUND_WORDS = ".,;:()'\"“”’"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """The text of one line or table row of a page, its middle as a share of the page's height, and what is above it."""

    text: str
    height: float
    begins_paragraph: bool

    @property
    def key(self) -> str:
        """The text but for its numbers, white space and capitals."""
        return _NUMBER.sub("#", " ".join(self.text.split())).casefold()


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """The indexes of a page's lines, from top to bottom, that are furniture, and of those at its foot to read once."""

    hidden: frozenset[int]
    said_once: frozenset[int]


def furniture(pages: Sequence[Sequence[PlacedLine]]) -> tuple[PageFurniture, ...]:
    """The furniture of each page.

    A line is, where it stands at the top or bottom of most pages, its numbers aside. The first page's header is not,
    for it may say the agency, the form and the class code; nor is the first of a footer that says something. A line
    that is nothing but a page number always is.
    """
    tops, bottoms = _repeated(pages, 1), _repeated(pages, -1)
    first_footer = next((at for at, found in enumerate(bottoms) if found), None)
    found = []
    for at, (page, top, bottom) in enumerate(zip(pages, tops, bottoms, strict=True)):
        numbers = {line for line in top | bottom if _PAGE_NUMBER.fullmatch(page[line].key)} | _named_numbers(page)
        said_once = (_said_once(page, bottom) if at == first_footer else set()) - numbers
        kept = (top if at == 0 else set()) | said_once
        found.append(
            PageFurniture(frozenset(((top | bottom) - kept) | numbers), frozenset(said_once | _footnotes(page)))
        )
    return tuple(found)


def _repeated(pages: Sequence[Sequence[PlacedLine]], step: int) -> list[set[int]]:
    """For each page the lines from its top (step 1) or its bottom (-1) to the first that most pages do not have."""
    ends = [list(range(len(page)))[::step][:_MOST_LINES] for page in pages]
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, (page, end) in enumerate(zip(pages, ends, strict=True)):
        for line in end:
            places[page[line].key].append((at, page[line].height))
    most = max(2, (len(pages) + 1) // 2)
    found = []
    for at, (page, end) in enumerate(zip(pages, ends, strict=True)):
        paragraphs = _paragraphs(page, end)
        sentences = {at for paragraph in paragraphs if _is_sentence(page, paragraph) for at in paragraph}
        legends = {at for paragraph in paragraphs if _has_legend(page, paragraph) for at in paragraph}
        on_most = [
            line not in legends and _is_on_most(places[page[line].key], page[line], at, most, line in sentences)
            for line in end
        ]
        found.append({line for line, _ in takewhile(lambda said: said[1], zip(end, on_most, strict=True))})
    return found


def _is_on_most(
    places: Sequence[tuple[int, float]], line: PlacedLine, at: int, most: int, is_in_sentence: bool
) -> bool:
    """Whether a line of a page stands on that many pages, at the same height or, if it is of a sentence, at any."""
    alike = {page for page, height in places if is_in_sentence or abs(height - line.height) <= _SAME_PLACE}
    return len(alike | {at}) >= most


def _paragraphs(page: Sequence[PlacedLine], lines: Iterable[int]) -> list[list[int]]:
    """The lines in paragraphs, from top to bottom."""
    paragraphs: list[list[int]] = []
    for line in sorted(lines):
        if page[line].begins_paragraph or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _is_sentence(page: Sequence[PlacedLine], paragraph: Sequence[int]) -> bool:
    if any(_IN_COLUMNS.search(page[at].text) for at in paragraph):
        return False
    said = (word for at in paragraph if not footers(page[at].text) for word in page[at].text.split())
    return sum(word.strip(_AROUND_WORDS).isalpha() for word in said) >= _SENTENCE_WORDS


def _has_legend(page: Sequence[PlacedLine], paragraph: Sequence[int]) -> bool:
    """Whether a paragraph says what codes mean: two tables may have the same legend."""
    return any(is_legend_line(page[at].text) for at in paragraph)


def _said_once(page: Sequence[PlacedLine], bottom: set[int]) -> set[int]:
    """The lines of a footer to be read where it first stands: paragraphs of a sentence, and the service footnote."""
    said = (
        paragraph
        for paragraph in _paragraphs(page, bottom)
        if _is_sentence(page, paragraph) or any(footnote_kinds(page[at].text) for at in paragraph)
    )
    return {line for paragraph in said for line in paragraph}


def _footnotes(page: Sequence[PlacedLine]) -> set[int]:
    """The lines of the service footnote, wherever it stands."""
    paragraphs = _paragraphs(page, range(len(page)))
    return {at for paragraph in paragraphs if footnote_kinds(page[paragraph[0]].text) for at in paragraph}


def _named_numbers(page: Sequence[PlacedLine]) -> set[int]:
    """The lines at the top or bottom that say "page" and its number and nothing else."""
    return {
        at
        for at, line in enumerate(page)
        if not 1 - _FOOTER_ZONE < line.height < _FOOTER_ZONE and _NAMED_PAGE.fullmatch(line.key)
    }
