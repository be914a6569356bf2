"""Whether a word is English: only one that is none was misread, and only halves of one were broken apart."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker


_BROKEN = re.compile(r"([^\W\d_]+)\t+([^\W\d_]+)")


@lru_cache(maxsize=1)
def _dictionary() -> "SpellChecker":
    # Loaded when the first doubtful word comes: it takes 0.15 s, and most texts have none.
    from spellchecker import SpellChecker

    return SpellChecker()


def is_english(word: str) -> bool:
    """Whether the dictionary has the word, in lower case."""
    return word in _dictionary()


def occurrences(word: str) -> int:
    """How often the dictionary's texts have the word, in lower case: 0 where it is not English."""
    return int(_dictionary()[word])


def near_words(word: str) -> set[str]:
    """The English words that are one letter wrong, missing, added or exchanged with its neighbour away from a word."""
    return set(_dictionary().known(_dictionary().edit_distance_1(word)))


def rejoined(text: str) -> str:
    """The text without the tabs that broke a word: both halves together are English, and not each alone."""
    return _BROKEN.sub(lambda match: "".join(match.groups()) if _is_one_word(*match.groups()) else match[0], text)


def may_be_broken(text: str) -> bool:
    """Whether a tab stands where it may have broken a word: both halves together are English."""
    return any(is_english("".join(match.groups()).lower()) for match in _BROKEN.finditer(text))


def _is_one_word(first: str, second: str) -> bool:
    apart = is_english(first.lower()) and is_english(second.lower())
    return is_english((first + second).lower()) and not apart
