"""Passages: what is searched and embedded (design, "Chunks follow the form").

One passage a requirement, an essential function, a paragraph, or as many rows of a table as fit; never across sections.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.folding import folded
from ingest.form import SECTION_BY_KEY
from ingest.model import Fact, Passage
from ingest.norfolk.paragraphs import same_paragraph
from ingest.sentences import sentences
from ingest.source_text import Line

# The default embedding model reads 256 tokens, two of which are its own marks.
MOST_TOKENS = 254
_SURELY_FITTING_LETTERS = 250
_MOST_PREFIX_LETTERS = 100
CountTokens = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A place to become one passage if it fits; what is ``joinable`` may share a passage with what follows it."""

    section: str
    heading: str | None
    page: int | None
    start: int
    end: int
    joinable: bool = False


def estimated_tokens(text: str) -> int:
    """A bound on the word pieces of ordinary English: for use where no model's tokenizer is at hand."""
    letters = [len(word) for word in text.split()]
    return len(letters) + sum([(count + 1) >> 2 for count in letters])


def passages(
    text: str, title: str | None, stretches: Iterable[Stretch], count_tokens: CountTokens
) -> tuple[Passage, ...]:
    """The passages of a spec in document order, each with its class title and section in front when embedded.

    None is longer than the embedding model reads: a longer stretch is split at lines, then sentences, then words.
    """
    made: list[Passage] = []
    count = lru_cache(maxsize=None)(count_tokens)
    for stretch, tokens in _joined(text, title, stretches, count):
        prefix = _prefix(title, stretch)
        whole = (stretch.start, stretch.end)
        fits = tokens is not None and tokens <= MOST_TOKENS
        for start, end in (whole,) if fits else _fitting(text, *whole, prefix, count):
            embedded = prefix + folded(text[start:end])
            made.append(Passage(stretch.section, stretch.heading, stretch.page, start, end, embedded))
    return tuple(made)


def _prefix(title: str | None, stretch: Stretch) -> str:
    form = SECTION_BY_KEY.get(stretch.section)
    heading = stretch.heading if form is None or stretch.section == "other" else form.name
    return " | ".join(part[:_MOST_PREFIX_LETTERS] for part in (title, heading) if part) + "\n"


def _joined(
    text: str, title: str | None, stretches: Iterable[Stretch], count: CountTokens
) -> Iterator[tuple[Stretch, int | None]]:
    """The stretches, joinable neighbours made one as long as they fit, each with the most tokens that it may have.

    No text has more tokens than its parts; one that cannot be joined is not counted.
    """
    held: Stretch | None = None
    tokens = 0
    for stretch in stretches:
        own = count(folded(text[stretch.start : stretch.end])) if stretch.joinable else 0
        if held is not None and _may_join(text, held, stretch) and tokens + own <= MOST_TOKENS:
            held = replace(held, end=stretch.end)
            tokens += own
            continue
        if held is not None:
            yield held, tokens if held.joinable else None
        held, tokens = stretch, own + count(_prefix(title, stretch)) if stretch.joinable else 0
    if held is not None:
        yield held, tokens if held.joinable else None


def _may_join(text: str, held: Stretch, stretch: Stretch) -> bool:
    adjoining = not text[held.end : stretch.start].strip()
    return held.joinable and stretch.joinable and adjoining and held.section == stretch.section


def _fitting(text: str, start: int, end: int, prefix: str, count: CountTokens) -> Iterator[tuple[int, int]]:
    """The place as it is if it fits, else as runs of its sentences, or of the words of a sentence that does not fit."""
    if _fits(prefix + folded(text[start:end]), count):
        yield start, end
        return
    pieces = sentences(text, start, end)
    if len(pieces) < 2:
        pieces = _words(text, start, end)
    if len(pieces) < 2 and end - start < 2:
        yield start, end
        return
    if len(pieces) < 2:
        middle = (start + end) // 2
        pieces = ((start, middle), (middle, end))
    first = 0
    while first < len(pieces):
        start, stop = pieces[first][0], _first_too_many(text, pieces, first, prefix, count)
        yield from _fitting(text, start, pieces[stop - 1][1], prefix, count)
        first = stop


def _fits(text: str, count: CountTokens) -> bool:
    """Whether the embedding model reads all of a text; no token of ASCII is less than a letter."""
    return (text.isascii() and len(text) <= _SURELY_FITTING_LETTERS) or count(text) <= MOST_TOKENS


def _first_too_many(text: str, pieces: Sequence[tuple[int, int]], first: int, prefix: str, count: CountTokens) -> int:
    """The first piece behind ``first`` that does not fit with it and those between: no text has more than its parts."""
    marks, tokens = count(""), count(prefix)
    for at in range(first, len(pieces)):
        tokens += count(folded(text[slice(*pieces[at])])) - marks
        if tokens > MOST_TOKENS and at > first:
            return at
    return len(pieces)


def _words(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    places, position = [], start
    for word in text[start:end].split():
        position = text.index(word, position)
        places.append((position, position + len(word)))
        position += len(word)
    return tuple(places)


def row_stretches(section: str, heading: str | None, facts: Iterable[Fact]) -> list[Stretch]:
    """One stretch for each row that facts quote."""
    rows = dict.fromkeys((fact.start, fact.end, fact.page) for fact in facts if fact.end > fact.start)
    return [Stretch(section, heading, page, start, end) for start, end, page in rows]


def table_stretches(text: str, section: str, heading: str | None, lines: Sequence[Line]) -> list[Stretch]:
    """One joinable stretch for each line of a table, so that as many rows as fit make a passage."""
    return [Stretch(section, heading, line.page, *_trimmed(text, line), joinable=True) for line in lines]


def paragraph_stretches(text: str, section: str, heading: str | None, lines: Sequence[Line]) -> list[Stretch]:
    """One stretch for each paragraph of prose."""
    found: list[Stretch] = []
    for index, line in enumerate(lines):
        start, end = _trimmed(text, line)
        if index and same_paragraph(text, lines[index - 1], line):
            found[-1] = Stretch(section, heading, found[-1].page, found[-1].start, end)
        else:
            found.append(Stretch(section, heading, line.page, start, end))
    return found


def _trimmed(text: str, line: Line) -> tuple[int, int]:
    content = text[line.start : line.end]
    return line.start + len(content) - len(content.lstrip(" \t\xa0\ufeff")), line.start + len(content.rstrip())
