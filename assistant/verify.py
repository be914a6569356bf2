"""The gate before an answer is shown: what it says stands in what it cites (contract, section 3).

Checked of every draft: each quote is the source's own words at its place; each quotation, number, year and licence in
a line of the text stands in a quote that the line cites; each value stands in the row that shows it. What fails is not
shown.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.draft import Cell, Draft, Evidence, Line
from ingest.dates import read_dates
from ingest.folding import folded, words

_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_QUOTATION = re.compile(r"“([^”]*)”")
_FIRST_WORD = re.compile(r"\w+")
_LICENCE = re.compile(r"\b(?:CDL|[Dd]river['’]?s [Ll]icen[sc]e)\b")


def failures(draft: Draft, sources: Mapping[str, str], held: Mapping[str, Sequence[str]]) -> list[str]:
    """What a draft says without support, one sentence each; empty if it may be shown.

    Args:
        draft: the answer to check.
        sources: the source text of every spec cited, by spec id.
        held: the titles, codes and file names of all that is held, as ``by_first_word`` gives them: these need no
            support, nor do the titles and the counts that the draft states itself.
    """
    found = [
        f"the quote at {evidence.start}-{evidence.end} is not what the source says there"
        for evidence in draft.evidence()
        if sources[evidence.spec_id][evidence.start : evidence.end] != evidence.quote
    ]
    own = by_first_word({*draft.classes, *map(str, draft.counts)})
    cells_of: defaultdict[Evidence | None, list[Cell]] = defaultdict(list)
    for cell in draft.cells:
        cells_of[cell.evidence].append(cell)
    for line in draft.lines:
        cited = [piece for piece in line if isinstance(piece, Evidence)]
        quotes = [evidence.quote for evidence in cited]
        cells = [cell for one in cited for cell in cells_of[one]]
        said = "".join(piece for piece in line if isinstance(piece, str))
        found += [*_misquoted(said, quotes), *_unsupported(_without(said, held, own), quotes, cells)]
    found += [
        f"the value {cell.raw!r} is not in its row"
        for cell in draft.cells
        if cell.evidence is not None and cell.raw not in cell.evidence.quote
    ]
    return found


def by_first_word(free: Collection[str]) -> Mapping[str, Sequence[str]]:
    """What needs no support, by its first word: a line is not held against every title of a large library."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for words_free in set(free) - {""}:
        first = _FIRST_WORD.search(words_free)
        found[first[0] if first else ""].append(words_free)
    return dict(found)


def _without(said: str, *unbound: Mapping[str, Sequence[str]]) -> str:
    """The words of a line without those that need no support."""
    begun = {"", *_FIRST_WORD.findall(said)}
    there = {one for free in unbound for word in begun for one in free.get(word, ()) if one in said}
    for words_free in sorted(there, key=lambda one: (-len(one), one)):
        said = _whole(words_free).sub(" ", said)
    return said


@lru_cache(maxsize=8192)
def _whole(words_free: str) -> re.Pattern[str]:
    """Some words where they are no part of a word, nor of a number such as 9-1-1; so many that ``re`` forgets them."""
    return re.compile(rf"(?<!\w)(?<!\d[.,:/-]){re.escape(words_free)}(?!\w)(?![.,:/-]\d)")


def _misquoted(said: str, quotes: list[str]) -> list[str]:
    literal = [" ".join(quote.split()) for quote in quotes]
    quotations = _QUOTATION.findall(said)
    return [f"the quotation “{q}” is in no quote" for q in quotations if not any(q in quote for quote in literal)]


def _unsupported(said: str, quotes: list[str], cells: Sequence[Cell]) -> list[str]:
    """What a line says without support; ``cells`` are those that it states, whose dates are written as normalised."""
    numbers, licences = _NUMBER.findall(said), _LICENCE.findall(said)
    if not numbers and not licences:  # most lines of a long list
        return []
    cited = " ".join(folded(quote) for quote in quotes)
    stated = [*quotes, *(cell.raw for cell in cells)]
    there = set(_NUMBER.findall(cited)) | {number for one in stated for number in _date_numbers(one)}
    compact = "".join(words(cited))
    found = [f"the number {n} is in no quote" for n in numbers if n not in there and n not in compact]
    licensed = {licence.lower() for licence in _LICENCE.findall(cited)}
    return found + [f"the licence {x} is in no quote" for x in licences if x.lower() not in licensed]


def _date_numbers(quote: str) -> list[str]:
    """The numbers of a date that a quote holds after its label, as they are written when the date is normalised."""
    dates = read_dates(quote.partition(":")[2] or quote)
    return _NUMBER.findall(dates.words) if dates else []


def as_quotation(draft: Draft) -> Draft:
    """The draft said in nothing but its quotes, for one that fails the check."""
    sound = tuple(dict.fromkeys(draft.evidence()))
    lines: list[Line] = [("The class spec says:" if sound else "Rolebook cannot show an exact source for this.",)]
    lines += [(f"“{' '.join(evidence.quote.split())}” ", evidence) for evidence in sound]
    return replace(draft, lines=tuple(lines), cells=())
