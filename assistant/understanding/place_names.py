"""Departments and agencies named in a question, by the names that the classes held state."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile

from assistant.searching.criteria_words import AFTER_A_DEPARTMENT, BEFORE_A_DEPARTMENT
from assistant.understanding.hits import FieldHit
from assistant.understanding.words import Word, words_of
from index import SpecEntry
from ingest.form import AGENCY_KINDS

_PARTS = re.compile(r"[,;/]")
_KIND_WORDS = frozenset({*AGENCY_KINDS, "of", "the", "department", "dept", "division", "bureau", "office", "board"})


@dataclass(frozen=True, slots=True)
class Places:
    """The departments and agencies of some classes."""

    departments: frozenset[str]
    agencies: frozenset[str]

    @classmethod
    def of(cls, entries: Iterable[SpecEntry]) -> "Places":
        """Those that the entries state."""
        held = tuple(entries)
        return cls(
            frozenset(entry.department for entry in held if entry.department),
            frozenset(entry.agency for entry in held if entry.agency),
        )


@lru_cache(maxsize=8)
def words_of_places(places: Places) -> frozenset[str]:
    """The words of the names of departments and agencies."""
    return frozenset(word.text for name in places.departments | places.agencies for word in words_of(name))


def place_hits(words: Sequence[Word], places: Places) -> tuple[FieldHit, ...]:
    """The runs of words that name a department or an agency, the longest first where they overlap."""
    found = [*_runs(words, places.agencies, "agency"), *_runs(words, places.departments, "department")]
    found.sort(key=lambda hit: (-len(hit.places), hit.places))
    kept: list[FieldHit] = []
    for hit in found:
        if not any(set(hit.places) & set(other.places) for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.places))


def _runs(words: Sequence[Word], names: Iterable[str], field: str) -> Iterator[FieldHit]:
    """Where a whole part of a name stands, or one telling word of it beside a word that shows what is meant."""
    said = [word.singular for word in words]
    there = frozenset(said)
    for telling in (part for name in sorted(names) for part in _parts(name) if not there.isdisjoint(part)):
        wanted = [word for word in telling if word not in _KIND_WORDS]
        for at in range(len(words)):
            if tuple(said[at : at + len(telling)]) == telling:
                if len(wanted) > 1 or field == "agency" or _is_meant(words, at, at + len(telling)):
                    yield _hit(words, at, at + len(telling), field)
            elif field == "department" and said[at] in wanted and _is_of_jobs(words, at + 1):
                yield _hit(words, at, at + 1, field)


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[tuple[str, ...], ...]:
    """The parts of a name as their words in the singular, without those before them that only say what kind it is."""
    parts = ([word.singular for word in words_of(part)] for part in _PARTS.split(name))
    return tuple(tuple(dropwhile(_KIND_WORDS.__contains__, part)) for part in parts)


def _is_meant(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words beside a name show that it is a department: "police jobs", "in the police"."""
    before = [word.text for word in words[max(0, start - 2) : start] if word.text != "the"]
    after = words[end].text if end < len(words) else ""
    ends = end == len(words) or after in BEFORE_A_DEPARTMENT
    return _is_of_jobs(words, end) or (ends and bool(before) and before[-1] in BEFORE_A_DEPARTMENT)


def _is_of_jobs(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text in AFTER_A_DEPARTMENT


def _hit(words: Sequence[Word], start: int, end: int, field: str) -> FieldHit:
    return FieldHit(field, False, tuple(range(start, end)), tuple(word.text for word in words[start:end]))
