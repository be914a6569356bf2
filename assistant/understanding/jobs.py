"""Phrases that end in the noun of a job: parts of titles held, and names of classes that are not."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.understanding.lexicon import AFTER_A_CLASS, BEFORE_A_CLASS, COUNTING_WORDS, NO_MODIFIERS, ROMAN
from assistant.understanding.mentions import NUMERALS, is_level_i, title_words
from assistant.understanding.title_index import words_of_title
from assistant.understanding.words import Word
from index import SpecEntry, without_own_series

# "The meter reader job", "tree trimmer, do they climb": who does something, by how the word ends.
AGENT = re.compile(r"(?:[^i]er|or|ist|man|woman|ician|eer)$")
_MOST_MODIFIERS = 4
_WHERE = re.compile(r"[,(]| [-–—] | (?:of|for) ", re.IGNORECASE)


def names_field(word: Word, vocabulary: set[str], field_stems: frozenset[str]) -> bool:
    """Whether a word names a field rather than a part of a title held."""
    return word.stem in field_stems and word.singular not in vocabulary


def head_of(entry: SpecEntry) -> str:
    """The noun of a title: its last word that is no level, before what says of what or where ("Clerk of Works")."""
    return _head(entry.title or "")


@lru_cache(maxsize=16384)
def _head(title: str) -> str:
    named = _WHERE.split(title)[0]
    return next((word for word in reversed(words_of_title(named)) if word not in ROMAN), "")


def job_phrase(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Where the phrase around a job's noun begins and ends: its modifiers before, its level after."""
    start = at
    while start > 0 and at - start < _MOST_MODIFIERS and not _ends_phrase(words[start - 1]):
        if words[start].start - words[start - 1].end > 1:  # "harder on the body, plant operator or clerk"
            break
        start -= 1
    following = words[at + 1].text if at + 1 < len(words) else ""
    is_level = following in NUMERALS or (following == "i" and is_level_i(words, at + 1))
    return start, at + 2 if is_level else at + 1


def _ends_phrase(word: Word) -> bool:
    return word.is_small or word.text in NO_MODIFIERS or word.text in COUNTING_WORDS


def containing(phrase: Sequence[str], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries whose title has all the words of a phrase."""
    return without_own_series(entry for entry in entries if set(phrase) <= set(title_words(entry)))


def alike(phrase: Sequence[str], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries that share most words with the phrase, if any do."""
    shared = {entry: len(set(phrase) & set(title_words(entry)) - ROMAN) for entry in entries}
    most = max(shared.values(), default=0)
    return without_own_series(entry for entry, count in shared.items() if count == most and most)


def is_in_role(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words around a phrase show that it names a class: "for a plumber", "the plumber job"."""
    before = [word.text for word in words[max(0, start - 2) : start] if word.text != "the"]
    after = words[end].text if end < len(words) else ""
    return after in AFTER_A_CLASS or bool(before and before[-1] in BEFORE_A_CLASS)
