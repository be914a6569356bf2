"""How people ask in Spanish: the words of ``spanish.toml``, read once."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

# What phrases of these groups say is the same in every question.
_NO_CONTENT = ("question_words", "courtesy", "small_words")
_STEM = "~"
_SHORTEST_SLIP = 7
_OPENING = r"(?P<opening>(?:(?:y|e|entonces|bueno|oiga|oye|pues|hola|ok|no se|quiero saber|digame|dime)\b,? )*)"


@lru_cache(maxsize=4096)
def written(word: str) -> tuple[str, ...]:
    """The ways in which the table may write a word: as it is, or by a stem with one of the endings."""
    known = _vocabulary()
    stems = (word[:end] + _STEM for end in range(len(word), 1, -1) if word[end:] in words_listed("endings"))
    return tuple(form for form in (word, *stems) if form in known)


@lru_cache(maxsize=4096)
def slips_of(word: str) -> tuple[str, ...]:
    """The words of the table that an unknown one may be a slip of one letter of."""
    if len(word) < _SHORTEST_SLIP:
        return ()
    alike = (known for known in _vocabulary() if abs(len(known) - len(word)) < 2 and _STEM not in known)
    return tuple(sorted(known for known in alike if DamerauLevenshtein.distance(word, known) == 1))


def folded(text: str) -> str:
    """The text in lower case without its accents, each letter still one."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] for letter in text)


def said(key: str) -> str | None:
    """What is said before an answer of an outcome, or for want of one of a reason."""
    found = _table()["said_first"].get(key)
    return str(found) if found else None


def not_understood_sentence() -> str:
    """What is said where a question is not understood."""
    return str(_table()["not_understood"])


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files("assistant.spanish").joinpath("spanish.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def words_listed(name: str) -> frozenset[str]:
    """A plain list of words of the table."""
    return frozenset(_table()[name])


@lru_cache(maxsize=1)
def phrases() -> tuple[dict[tuple[str, ...], tuple[str, bool]], int]:
    """The English of every phrase by its words, whether it says something, and the length of the longest."""
    found = {
        tuple(spanish.split()): (english.strip(), group not in _NO_CONTENT)
        for group, table in _table()["phrases"].items()
        for english, ways in table.items()
        for spanish in ways
    }
    return found, max(map(len, found))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(word for phrase in phrases()[0] for word in phrase)


@lru_cache(maxsize=1)
def word_ends() -> tuple[tuple[str, str], ...]:
    """The ends of Spanish words and of the English ones, the longest first."""
    return tuple(sorted(_table()["word_ends"].items(), key=lambda entry: -len(entry[0])))


@lru_cache(maxsize=1)
def frames() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """The forms of whole questions: the pattern, and what stands before and after the rest in English."""
    return tuple((re.compile(_OPENING + one["spanish"]), one["before"], one["after"]) for one in _table()["frames"])


@lru_cache(maxsize=1)
def afterwards() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns by which the English wording is made right, in their order, and what replaces them."""
    return tuple((re.compile(one["pattern"], re.IGNORECASE), one["english"]) for one in _table()["afterwards"])
