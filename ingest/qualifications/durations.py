"""Lengths of time in prose: in words and digits, with ranges and halves."""

import re
from dataclasses import dataclass
from functools import lru_cache

_UNITS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {
    **{word: value for value, word in enumerate(_UNITS, 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_MONTHS_IN = {"year": 12.0, "month": 1.0, "week": 7 / 30, "day": 1 / 30}
# How long a season is no document says.
_SEASON = "season"

_IN_WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_DIGITS = r"\d{1,3}(?:\.\d+)?"
_ONE = r"an?(?=\s+(?:full[- ]|calendar\s)?(?:year|month))"
_NUMBER = rf"(?:{_DIGITS}|{_ONE}|{_IN_WORDS})"
_HALF = r"(?P<half>\s+and\s+(?:a|one)[- ]half|\s*(?:½|1/2))?"
_SPELT_AGAIN = r"(?:\s*\(\s*\d[\d.]*\s*\)?)?"
_DURATION = re.compile(
    rf"(?<![\w$.,/-])(?P<number>{_NUMBER}){_HALF}{_SPELT_AGAIN}\s*\+?"
    rf"(?:\s*(?:-|to|or)\s*(?P<most>{_NUMBER}){_SPELT_AGAIN})?"
    r"\s+(?:(?:full|calendar|continuous|consecutive|complete|cumulative|or more|additional|further)\s+)?"
    rf"\(?(?P<unit>year|month|week|day|{_SEASON})\(?s?\)?'?(?![\w-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at its place; ``months`` is the least of a range, and null where it has no fixed length."""

    start: int
    end: int
    months: float | None
    unit: str


@lru_cache(maxsize=1024)  # the same requirement is read for its work, and for what replaces schooling or work
def durations(text: str) -> tuple[Duration, ...]:
    """The lengths of time in a text; the two-year of "a two-year college" is none."""
    return tuple(map(_duration, _DURATION.finditer(text)))


def _duration(found: re.Match[str]) -> Duration:
    unit = found["unit"].lower()
    number = _value(found["number"]) + (0.5 if found["half"] else 0)
    return Duration(found.start(), found.end(), None if unit == _SEASON else number * _MONTHS_IN[unit], unit)


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(number)
    return float(sum(_WORDS.get(word, 1) for word in re.split(r"[- ]", number.lower())))


_DEADLINE = re.compile(r"\b(?:within|no later than|not later than)\s+(?:the\s+first\s+|a\s+)?$", re.IGNORECASE)


def deadline(text: str) -> float | None:
    """The months within which a text wants something done; null where it names no such time, or several."""
    found = {each.months for each in durations(text) if _DEADLINE.search(text, 0, each.start)}
    return round(found.pop() or 0, 2) if len(found) == 1 else None
