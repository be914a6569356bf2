"""The marks of a search in a question: levels, comparisons, negations, connectives, numbers, names of qualifications."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.criteria_words import (
    COMPARISONS,
    CONNECTIVES,
    EDUCATION,
    IDLE_NEGATIONS,
    LEAST,
    LEVELS,
    LICENCES,
    MOST,
    NEGATIONS,
    SUPERLATIVE_FIELDS,
)
from assistant.lexicon import ORDINALS
from assistant.words import Word, words_of
from ingest.form import CodeKind

_NUMBERS = {word: number for word, number in ORDINALS.items() if not word.endswith(("st", "nd", "rd", "th"))}
_YEARS = frozenset({"year", "years", "yr", "yrs", "yoe"})
_TO = frozenset({"and", "to", "or"})
_MONTHS = frozenset({"month", "months"})
_WEIGHTS = frozenset({"pound", "pounds", "lb", "lbs"})
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_LICENCE_CLASS = re.compile(r"[abc]")
_MONTHS_OF_A_YEAR = 12


class Kind(StrEnum):
    """What a mark says."""

    IDLE = "idle"
    COMPARISON = "comparison"
    NEGATION = "negation"
    CONNECTIVE = "connective"
    EDUCATION = "education"
    LICENCE = "licence"
    LICENCE_CLASS = "licence_class"
    SUPERLATIVE = "superlative"
    SUPERLATIVE_FIELD = "superlative_field"
    YEARS = "years"
    POUNDS = "pounds"
    CALENDAR_YEAR = "calendar_year"
    # A level of a scale: the name of the scale.
    FREQUENCY = CodeKind.FREQUENCY.value
    EXPOSURE = CodeKind.EXPOSURE.value
    STRENGTH = CodeKind.STRENGTH.value


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of a question's words, ``[start, end)``, and all that it may say: its value for each kind."""

    start: int
    end: int
    says: Mapping[Kind, str]


def marks_of(words: Sequence[Word]) -> tuple[Mark, ...]:
    """The marks among some words, in their order; where phrases overlap, the one that begins first and is longest."""
    found: list[Mark] = []
    at = 0
    while at < len(words):
        mark = _amount(words, at) or _phrase(words, at)
        if mark is not None:
            found.append(mark)
        at = mark.end if mark else at + 1
    return tuple(found)


def limits_something(words: Sequence[Word]) -> bool:
    """Whether among the words something is limited or denied, as classes are that are searched for."""
    limits = {
        Kind.NEGATION,
        Kind.YEARS,
        Kind.POUNDS,
        Kind.SUPERLATIVE,
        Kind.SUPERLATIVE_FIELD,
        *(Kind(scale.value) for scale in CodeKind),
    }
    return any(set(mark.says) & limits for mark in marks_of(words))


def _phrase(words: Sequence[Word], at: int) -> Mark | None:
    phrases, longest = _phrases()
    for length in range(min(longest, len(words) - at), 0, -1):
        says = phrases.get(tuple(word.text for word in words[at : at + length]))
        if says:
            return Mark(at, at + length, says)
    return None


def _amount(words: Sequence[Word], at: int) -> Mark | None:
    """An amount with its unit, a calendar year, or the class of a licence."""
    number, unit = _number(words[at].text), words[at + 1].text if at + 1 < len(words) else ""
    other = _number(words[at + 2].text) if unit in _TO and at + 3 < len(words) else None
    if number is not None and other is not None and words[at + 3].text in _YEARS:  # "two to four years"
        return Mark(at, at + 2, {Kind.YEARS: str(number)})
    after_limit = words[at + 3].text if unit == "or" and at + 3 < len(words) else ""
    if number is not None and after_limit in _YEARS:  # "three or more years": what stands between is a mark of its own
        return Mark(at, at + 1, {Kind.YEARS: str(number)})
    if number is not None and unit in _YEARS:
        return Mark(at, at + 2, {Kind.YEARS: str(number)})
    if number is not None and unit in _MONTHS:
        return Mark(at, at + 2, {Kind.YEARS: str(number / _MONTHS_OF_A_YEAR)})
    if number is not None and unit in _WEIGHTS:
        return Mark(at, at + 1, {Kind.POUNDS: str(number)})
    if _CALENDAR_YEAR.fullmatch(words[at].text):
        return Mark(at, at + 1, {Kind.CALENDAR_YEAR: words[at].text})
    if words[at].text == "class" and _LICENCE_CLASS.fullmatch(unit):
        return Mark(at, at + 2, {Kind.LICENCE_CLASS: unit.upper()})
    return None


def _number(text: str) -> float | None:
    return float(text) if text.isdecimal() else _NUMBERS.get(text)


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[tuple[str, ...], dict[Kind, str]], int]:
    """Every phrase by its words, with what it may say, and the length of the longest."""
    found: defaultdict[tuple[str, ...], dict[Kind, str]] = defaultdict(dict)

    def note(said: str, kind: Kind, value: str) -> None:
        found[tuple(word.text for word in words_of(said))].setdefault(kind, value)

    for scale, places in LEVELS.items():
        for place, ways in enumerate(places):
            for said in ways:
                note(said, Kind(scale.value), str(place))
    tables = ((Kind.COMPARISON, COMPARISONS), (Kind.CONNECTIVE, CONNECTIVES), (Kind.EDUCATION, EDUCATION))
    for kind, table in (*tables, (Kind.LICENCE, LICENCES), (Kind.SUPERLATIVE, {"most": MOST, "least": LEAST})):
        for name, ways in table.items():
            for said in ways:
                note(said, kind, name)
    for said in NEGATIONS:
        note(said, Kind.NEGATION, said)
    for said in IDLE_NEGATIONS:
        note(said, Kind.IDLE, said)
    for said in SUPERLATIVE_FIELDS:
        note(said, Kind.SUPERLATIVE_FIELD, said)
    found.pop((), None)
    return dict(found), max(map(len, found))
