"""The marks of a search in a question: levels, comparisons, negations, connectives, numbers, qualifications."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.searching.criteria_words import (
    ALONE,
    COMPARISONS,
    CONNECTIVES,
    DECADES,
    EDUCATION,
    EVERY,
    IDLE_CONNECTIVES,
    IDLE_NEGATIONS,
    LEAST,
    LICENCES,
    MOST,
    NEGATIONS,
    NO_STRENGTHS,
    NUMBERS,
    PARTS_OF_A_DECADE,
    SAMENESS,
    SCALE_WORDS,
    SUPERLATIVE_FIELDS,
)
from assistant.understanding.lexicon import ORDINALS
from assistant.understanding.words import Word, words_of
from ingest.form import CodeKind

_ENDS_OF_ORDINALS = ("st", "nd", "rd", "th")
NUMBERS_IN_WORDS = {
    **{word: number for word, number in ORDINALS.items() if not word.endswith(_ENDS_OF_ORDINALS)},
    **NUMBERS,
}
_YEARS = frozenset({"year", "years", "yr", "yrs", "yoe"})
_ARTICLES = frozenset({"a", "an"})
_BEFORE_ONE_YEAR = frozenset({"than", "least", "most", "under", "over", "up", "to", "only", "just", "exactly"})
_OR = frozenset({"or", "and"})
_TO = frozenset({"and", "to", "or"})
_MONTHS = frozenset({"month", "months"})
_WEIGHTS = frozenset({"pound", "pounds", "lb", "lbs"})
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"(?:19|20)\d0s")
# "In her sixties" speaks of an age.
_OF_A_PERSON = frozenset({"my", "your", "his", "her", "their", "our", "low", "high", "upper"})
_LICENCE_CLASS = re.compile(r"[abc]")
_MONTHS_OF_A_YEAR = 12
_UNITS_OF_A_DEADLINE = _YEARS | _MONTHS | {"day", "days", "week", "weeks"}
# Behind "within two years" these show that what somebody has done is meant, and no time in which something is due.
_OF_THE_PAST = frozenset({"experience", "last", "past"})
_HALF = re.compile(r"(?:half (?:an? |of an? )?)(?:year|yr)s?\b")
_AND_A_HALF = re.compile(r"(\w+) (?:and a half (?:year|yr)s?|(?:year|yr)s? and a half)\b")


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
    DEADLINE = "deadline"
    POUNDS = "pounds"
    MONEY = "money"
    CALENDAR_YEAR = "calendar_year"
    SAMENESS = "sameness"
    ALONE = "alone"
    EVERY = "every"
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
        possible = [mark for mark in (_amount(words, at), _phrase(words, at)) if mark is not None]
        mark = max(possible, key=lambda one: one.end, default=None)
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
        following = words[at + length].text if at + length < len(words) else ""
        # "No degree, or less than two years", "or after 2010": "or" joins there, and is no part of the comparison.
        joins = length > 1 and words[at].text in _OR and (following == "than" or following[:1].isdecimal())
        if says and not joins and not (Kind.STRENGTH in says and _is_of_a_thing(words, at, at + length)):
            return Mark(at, at + length, says)
    return None


def _is_of_a_thing(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a word for a strength belongs to the name of a thing: "traffic light", "heavy equipment"."""
    pairs = (words[max(0, start - 1) : end], words[start : end + 1])
    return any(" ".join(word.singular for word in pair) in NO_STRENGTHS for pair in pairs)


def _amount(words: Sequence[Word], at: int) -> Mark | None:
    """An amount with its unit, a calendar year, or the class of a licence."""
    text, following = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    special = _calendar_years(words, at) or _deadline(words, at) or _with_half_a_year(words, at)
    if special is not None:
        return special
    if text == "class" and _LICENCE_CLASS.fullmatch(following):
        return _licence_classes(words, at)
    if text in _ARTICLES and _is_one_year(words, at):
        return Mark(at, at + 2, _in_unit(1.0, following))
    number = _number(text)
    return None if number is None else _measured(words, at, number)


def _calendar_years(words: Sequence[Word], at: int) -> Mark | None:
    """A calendar year, ``1994``, or a decade or a part of one by its first and its last year, ``1990 1999``."""
    text, following = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    if _CALENDAR_YEAR.fullmatch(text):
        return Mark(at, at + 1, {Kind.CALENDAR_YEAR: text})
    if text in PARTS_OF_A_DECADE and (first := _decade(following)):
        low, high = PARTS_OF_A_DECADE[text]
        return Mark(at, at + 2, {Kind.CALENDAR_YEAR: f"{first + low} {first + high}"})
    is_of_a_person = at > 0 and words[at - 1].text in _OF_A_PERSON
    first = None if is_of_a_person else _decade(text)
    return Mark(at, at + 1, {Kind.CALENDAR_YEAR: f"{first} {first + 9}"}) if first else None


def _deadline(words: Sequence[Word], at: int) -> Mark | None:
    """The time in which something is due: "within six months" of being hired, which is no experience."""
    said = [word.text for word in words[at : at + 3]]
    is_amount = len(said) == 3 and (_number(said[1]) is not None or said[1] in _ARTICLES)
    is_due = is_amount and said[0] == "within" and said[2] in _UNITS_OF_A_DEADLINE
    beside = {word.text for word in (*words[max(0, at - 3) : at], *words[at + 3 : at + 6])}
    return Mark(at, at + 3, {Kind.DEADLINE: " ".join(said)}) if is_due and not beside & _OF_THE_PAST else None


def _with_half_a_year(words: Sequence[Word], at: int) -> Mark | None:
    """Years of which one is half: "half a year", "a year and a half", "two and a half years"."""
    said = " ".join(word.text for word in words[at : at + 5])
    half, halved = _HALF.match(said), _AND_A_HALF.match(said)
    if half is not None:
        return Mark(at, at + len(half[0].split()), {Kind.YEARS: "0.5"})
    number = None if halved is None else 1.0 if halved[1] in _ARTICLES else _number(halved[1])
    if halved is None or number is None:
        return None
    return Mark(at, at + len(halved[0].split()), {Kind.YEARS: str(number + 0.5)})


def _decade(text: str) -> int | None:
    """The first year of the decade that a word names."""
    return int(text[:-1]) if _DECADE.fullmatch(text) else DECADES.get(text)


def _is_one_year(words: Sequence[Word], at: int) -> bool:
    """Whether an article stands for the number one: "more than a year", "a year of experience"; not "once a year"."""
    before = words[at - 1].text if at else ""
    after = {word.text for word in words[at + 2 : at + 4]}
    is_unit = at + 1 < len(words) and words[at + 1].text in _YEARS | _MONTHS
    return is_unit and (before in _BEFORE_ONE_YEAR or "experience" in after)


def _licence_classes(words: Sequence[Word], at: int) -> Mark:
    """The classes of a licence, each behind the word for them or behind "or": "class A or B"."""
    end, letters = at + 2, [words[at + 1].text.upper()]
    while end + 1 < len(words) and words[end].text in _OR and _LICENCE_CLASS.fullmatch(words[end + 1].text):
        letters.append(words[end + 1].text.upper())
        end += 2
    return Mark(at, end, {Kind.LICENCE_CLASS: "".join(letters)})


def _measured(words: Sequence[Word], at: int, number: float) -> Mark | None:
    """A number and its unit, which stands after it, or after the second of two: "two to four years", "3-5 years"."""
    after = [word.text for word in words[at + 1 : at + 4]] + ["", "", ""]
    if says := _in_unit(number, after[0]):
        # The word for a weight names a field as well.
        return Mark(at, at + (1 if Kind.POUNDS in says else 2), says)
    if _number(after[0]) is not None and (says := _in_unit(number, after[1])):
        return Mark(at, at + 1, says)
    if after[0] in _TO and (says := _in_unit(number, after[2])):
        is_range = _number(after[1]) is not None
        # Of "three or more years" what stands between is a mark of its own.
        return Mark(at, at + 2, says) if is_range else Mark(at, at + 1, says) if after[0] == "or" else None
    return None


def _in_unit(number: float, unit: str) -> Mapping[Kind, str]:
    """What a number of a unit says: years, also of months, or pounds; nothing of another unit."""
    if unit in _YEARS:
        return {Kind.YEARS: str(number)}
    if unit in _MONTHS:
        return {Kind.YEARS: str(number / _MONTHS_OF_A_YEAR)}
    return {Kind.POUNDS: str(number)} if unit in _WEIGHTS else {}


def _number(text: str) -> float | None:
    return float(text) if text.isdecimal() else NUMBERS_IN_WORDS.get(text)


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[tuple[str, ...], dict[Kind, str]], int]:
    """Every phrase by its words, with what it may say, and the length of the longest."""
    found: defaultdict[tuple[str, ...], dict[Kind, str]] = defaultdict(dict)
    for said, kind, value in _sayings():
        found[tuple(word.text for word in words_of(said))].setdefault(kind, value)
    found.pop((), None)
    return dict(found), max(map(len, found))


def _sayings() -> Iterator[tuple[str, Kind, str]]:
    """Every phrase as it is written, with a kind of which it says something, and what it says."""
    for scale, places in SCALE_WORDS.items():
        yield from ((said, Kind(scale.value), str(place)) for place, ways in enumerate(places) for said in ways)
    tables = (
        (Kind.COMPARISON, COMPARISONS),
        (Kind.CONNECTIVE, CONNECTIVES),
        (Kind.EDUCATION, EDUCATION),
        (Kind.LICENCE, LICENCES),
        (Kind.SUPERLATIVE, {"most": MOST, "least": LEAST}),
    )
    for kind, table in tables:
        yield from ((said, kind, name) for name, ways in table.items() for said in ways)
    yield from ((said, Kind.NEGATION, said) for said in NEGATIONS)
    yield from ((said, Kind.IDLE, said) for said in (*IDLE_NEGATIONS, *IDLE_CONNECTIVES))
    yield from ((said, Kind.SAMENESS, said) for said in SAMENESS)
    yield from ((said, Kind.ALONE, said) for said in ALONE)
    yield from ((said, Kind.EVERY, said) for said in EVERY)
    yield from ((said, Kind.SUPERLATIVE_FIELD, said) for said in SUPERLATIVE_FIELDS)
