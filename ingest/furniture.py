"""Running headers and footers: lines that stand at the top or the bottom of page after page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from ingest.folding import skeleton
from ingest.norfolk.codes import is_legend_line
from ingest.norfolk.sectioning import opens_section, without_footnotes
from ingest.source_text import Footer, Line, Span, lines

_NUMBERS = re.compile(r"\d+")
_NOTE = re.compile(r"\s*\(\d\)")
_MOST_LINES = 4
_MOST_WORDS = 15
# What is as short as a code may be one in a cell of its own.
_CODE_LETTERS = 2
_FEWEST_PAGES = 2
_ONLY_PAGE = "1/1"


def running_lines(text: str, footers: Sequence[Footer]) -> tuple[Span, ...]:
    """The lines that are repeated, but for their numbers, at one edge of most pages of a text.

    Pages end at form feeds and behind page footers. What stands at the top of the first page is no such line: it may
    be the only place that says it. Headings of the form, legends and notes are none either.
    """
    if not footers and "\f" not in text and _ONLY_PAGE not in text:
        return ()
    pages = _pages(text, footers)
    numbers = _page_numbers(text, pages)
    if len(pages) < _FEWEST_PAGES:
        return numbers
    tops = [list(page[:_MOST_LINES]) for page in pages[1:]]
    ends = [list(reversed(page[-_MOST_LINES:])) for page in pages]
    found = [*_repeated(text, tops, also=pages[0][:_MOST_LINES]), *_repeated(text, ends)]
    spans = {*numbers, *(Span(line.start, line.end) for line in found)}
    return tuple(sorted(spans, key=lambda span: span.start))


def _page_numbers(text: str, pages: Sequence[tuple[Line, ...]]) -> tuple[Span, ...]:
    """The last lines of pages that say nothing but their number and how many there are ("1/1")."""
    last = [(number, page[-1]) for number, page in enumerate(pages, 1)]
    return tuple(
        Span(line.start, line.end)
        for number, line in last
        if text[line.start : line.end].strip() == f"{number}/{len(pages)}"
    )


def _pages(text: str, footers: Sequence[Footer]) -> list[tuple[Line, ...]]:
    """The lines of each page without its page footer and the service footnote."""
    breaks = sorted({*(footer.end for footer in footers), *(match.start() for match in re.finditer("\f", text))})
    skipped = [Span(footer.start, footer.end) for footer in footers]
    pages: list[list[Line]] = [[]]
    at = 0
    body, _ = without_footnotes(text, lines(text, (), skipped))
    for line in body:
        if at < len(breaks) and line.start >= breaks[at]:
            while at < len(breaks) and line.start >= breaks[at]:
                at += 1
            pages.append([])
        pages[-1].append(line)
    return [tuple(page) for page in pages if page]


def _repeated(text: str, edges: Sequence[Sequence[Line]], also: Sequence[Line] = ()) -> list[Line]:
    """The lines from each edge inwards that most pages have there; ``also`` counts and is not among them."""
    counts = Counter(said for edge in (*edges, also) for said in {_said(text, line) for line in edge})
    pages = len(edges) + bool(also)
    repeated = {said for said, count in counts.items() if count >= max(_FEWEST_PAGES, pages // 2 + 1)}
    return [line for edge in edges for line in takewhile(lambda line: _may_run(text, line, repeated), edge)]


def _may_run(text: str, line: Line, repeated: set[str]) -> bool:
    said = _said(text, line)
    content = text[line.start : line.end]
    is_long_enough = len(said) > _CODE_LETTERS or not any(letter.isalpha() for letter in content)
    if said not in repeated or not is_long_enough or len(content.split()) > _MOST_WORDS or "\t" in content.strip():
        return False
    return not opens_section(text, line) and not is_legend_line(content) and _NOTE.match(content) is None


def _said(text: str, line: Line) -> str:
    return skeleton(_NUMBERS.sub("0", text[line.start : line.end]))
