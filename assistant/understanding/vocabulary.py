"""The words that questions about class specs are made of: what a slip of the pen may have been meant for."""

from collections.abc import Iterable
from functools import lru_cache

from assistant.searching.criteria_words import COMPARISONS, NEGATIONS, SCALE_WORDS
from assistant.understanding.lexicon import (
    ABSENT_TOPICS,
    CONDITIONS,
    FIELD_PHRASES,
    FREQUENCY_CUES,
    NO_MODIFIERS,
    OTHER_SECTION_PHRASES,
    QUESTION_WORDS,
    RELATED,
    SECTION_PHRASES,
    SMALL_WORDS,
    SYNONYMS,
    UNTELLING_WORDS,
)
from assistant.understanding.words import words_of


@lru_cache(maxsize=1)
def question_vocabulary() -> frozenset[str]:
    """Every word by which the lexicon knows what is asked, in lower case."""
    return frozenset(word.text for said in _said() for word in words_of(said))


def _said() -> Iterable[str]:
    for ways in (*FIELD_PHRASES.values(), *SECTION_PHRASES.values(), *OTHER_SECTION_PHRASES.values()):
        yield from (*ways.always, *ways.cued)
    for places in SCALE_WORDS.values():
        yield from (said for ways in places for said in ways)
    for phrases in (*ABSENT_TOPICS.values(), CONDITIONS, *SYNONYMS, *RELATED):
        yield from phrases
    for said in (NEGATIONS, *COMPARISONS.values()):
        yield from said
    yield from (*FREQUENCY_CUES, *QUESTION_WORDS, *UNTELLING_WORDS, *NO_MODIFIERS, *SMALL_WORDS)
