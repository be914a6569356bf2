"""What a question is about that is no field: a topic that no class spec has, another request, a code to define."""

import re
from collections.abc import Sequence

from assistant.understanding.definition_words import CODES_TO_DEFINE, DEFINITION_QUESTIONS, WORDS_TO_DEFINE
from assistant.understanding.lexicon import ABSENT_TOPICS, SMALL_WORDS
from assistant.understanding.phrases import phrase_of, standing, without_other_senses
from assistant.understanding.query import Fields
from assistant.understanding.typed import plain_words
from assistant.understanding.words import Word


def codes_to_define(text: str) -> tuple[str, ...]:
    """The code in capitals, or the words of a legend, whose meaning is asked for: two where they are told apart."""
    in_capitals = (re.search(pattern, text) for pattern in CODES_TO_DEFINE)
    code = next((m["code"] for m in in_capitals if m and m["code"]), None)
    said = (re.search(pattern, plain_words(text)) for pattern in WORDS_TO_DEFINE)
    words = next((match.groupdict().values() for match in said if match), ())
    if code or words:
        return (code,) if code else tuple(word for word in words if word)
    found = (re.search(pattern, text, re.IGNORECASE) for pattern in DEFINITION_QUESTIONS)
    codes = (match["code"].upper() for match in found if match and match["code"].lower() not in SMALL_WORDS)
    return tuple(codes)[:1]


def absent_topic(words: Sequence[Word], fields: Fields) -> tuple[str | None, tuple[str, ...]]:
    """A topic that no class spec has and the stems that name it, if it is named in more words than a field is."""
    free = without_other_senses(words)
    found = [(topic, phrase_of(said).stems) for topic, ways in ABSENT_TOPICS.items() for said in standing(ways, free)]
    topic, topic_stems = max(found, key=lambda entry: len(entry[1]), default=(None, ()))
    words_for_fields = sum(not word.is_small for word in fields.words) if fields.fields else 0
    return (topic, topic_stems) if len(topic_stems) > words_for_fields else (None, ())


def topics_in(words: Sequence[Word]) -> tuple[str, ...]:
    """The topics that the home form does not have and that are named, whatever else is."""
    free = without_other_senses(words)
    return tuple(topic for topic, ways in ABSENT_TOPICS.items() if names_any(free, ways))


def names_any(words: Sequence[Word], phrases: tuple[str, ...]) -> bool:
    """Whether any of the phrases stands in the words."""
    return bool(standing(phrases, words))
