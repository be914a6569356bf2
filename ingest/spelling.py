"""Whether a word is English, so that only a word that is none is taken for a slip of the pen."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker


@lru_cache(maxsize=1)
def _dictionary() -> "SpellChecker":
    # Loaded when the first doubtful word comes: it takes 0.15 s, and most texts have none.
    from spellchecker import SpellChecker

    return SpellChecker()


def is_english(word: str) -> bool:
    """Whether the dictionary has the word, in lower case."""
    return word in _dictionary()
