"""A question as words: what was typed, and the forms that are compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from assistant.understanding.lexicon import SMALL_WORDS

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
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


def word_of(text: str) -> Word:
    """A single word."""
    return _word(text, 0, len(text))


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


def with_words(text: str, typed: Sequence[Word], meant: Sequence[Word]) -> str:
    """A text with the words that were meant in the place of those typed."""
    for word, other in reversed(list(zip(typed, meant, strict=True))):
        if word.text != other.text:
            text = text[: word.start] + other.text + text[word.end :]
    return text
