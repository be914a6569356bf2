"""A question as words: what was typed, and the forms that are compared."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.understanding.lexicon import SMALL_WORDS
from ingest.spelling import is_english

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST_TYPO = 4
_LONG_WORD = 9
_stem = lru_cache(maxsize=8192)(snowballstemmer.stemmer("english").stemWord)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question: in lower case without a possessive, its stem, its singular, and its place."""

    text: str
    stem: str
    singular: str
    start: int
    end: int

    @property
    def is_small(self) -> bool:
        """Whether it is a word that only joins others."""
        return self.text in SMALL_WORDS


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    return tuple(_word(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))


def stems_in(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(_stem_of(typed) for typed in set(_TOKEN.findall(text)))


@lru_cache(maxsize=65_536)
def _stem_of(typed: str) -> str:
    return _word(typed, 0, len(typed)).stem


def _word(typed: str, start: int, end: int) -> Word:
    text = typed.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    return Word(text, _stem(text), singular(text), start, end)


def singular(word: str) -> str:
    """The word without a plural ending, by rule; titles are compared so, since stems join words that differ."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


@lru_cache(maxsize=4096)
def stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase without its small words; of all its words if it has none but small ones."""
    found = words_of(phrase)
    return tuple(word.stem for word in found if not word.is_small) or tuple(word.stem for word in found)


def corrected(words: Sequence[Word], known: Collection[str]) -> tuple[Word, ...]:
    """The words, each that is no English word replaced by the known word that it alone is a slip of.

    A slip is one letter wrong, missing, doubled or exchanged with its neighbour; two in a word of nine letters or more.
    """
    forms = frozenset(known)
    return tuple(_corrected(word, forms) for word in words)


def _corrected(word: Word, known: frozenset[str]) -> Word:
    if len(word.text) < _SHORTEST_TYPO or {word.text, word.singular} & known or not word.text.isalpha():
        return word
    bound = 2 if len(word.text) >= _LONG_WORD else 1
    near = process.extract(
        word.singular, known, scorer=DamerauLevenshtein.distance, score_cutoff=bound, limit=None, processor=None
    )
    best = [candidate for candidate, errors, _ in near if errors == near[0][1]]
    if len(best) != 1 or is_english(word.text):
        return word
    return replace(word, text=best[0], stem=_stem(best[0]), singular=singular(best[0]))
