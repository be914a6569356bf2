"""From a question to a query: which classes, which fields, and what is to be done. Pure, and without a model."""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.answer import Question
from assistant.classes import find_classes, unknown_class
from assistant.fields import field_stems, find_fields, words_in_phrases
from assistant.lexicon import (
    ABSENT_TOPICS,
    CONDITIONS,
    DEFINITION_QUESTIONS,
    ELIGIBILITY_FIELDS,
    JOB_QUESTION,
    JUDGEMENT_QUESTIONS,
    OTHER_REQUESTS,
    OWNERSHIP,
    SMALL_WORDS,
    UNTELLING_WORDS,
)
from assistant.query import Fields, Naming, Operation, Query
from assistant.words import Word, stems, words_of
from index import SpecEntry

_ELIGIBILITY = re.compile(r"\b(?:qualif|eligib|hire|hired|hiring|chance|meet|without)", re.IGNORECASE)


def understand(
    question: Question,
    entries: Sequence[SpecEntry],
    own_fields: Callable[[Sequence[SpecEntry]], Iterable[str]],
) -> Query:
    """What a question asks.

    Args:
        question: the question, with the selection and the conversation.
        entries: the current classes held.
        own_fields: the field paths of the rows that these classes have and the form does not name.
    """
    classes = find_classes(question, entries, field_stems(), words_in_phrases(question.text))
    fields = find_fields(question.text, classes.words, own_fields(classes.entries or classes.candidates))
    named = {(word.start, word.end) for word in classes.words}
    topic_words = tuple(word for word in words_of(question.text) if (word.start, word.end) not in named)
    code = _code_to_define(question.text)
    if code is not None:
        return Query(question.text, Operation.DEFINITION, classes, fields, topic_words, code=code)
    if _is_other_request(topic_words):
        return Query(question.text, Operation.OTHER_REQUEST, classes, fields, topic_words)
    conditions = _conditions(topic_words)
    if _is_judgement(question.text, has_condition=bool(conditions)):
        asked = _demands_asked(question.text, fields, conditions)
        return Query(question.text, Operation.JUDGEMENT, classes, asked, topic_words)
    topic, topic_stems = _absent_topic(topic_words, fields)
    asked_stems = {*topic_stems, *(word.stem for word in fields.words)}
    if asked_stems and classes.naming in (Naming.ONLY_ONE_HELD, Naming.NONE):
        classes = unknown_class(question.text, asked_stems) or classes
    if topic is not None:
        return Query(question.text, Operation.ABSENT_TOPIC, classes, fields, topic_words, topic, topic_stems)
    if classes.naming is Naming.QUESTION and not fields.fields and not fields.sections and not _telling(topic_words):
        fields = Fields(("brief_description",))
    return Query(question.text, _operation(fields), classes, fields, topic_words)


def _telling(topic_words: Sequence[Word]) -> list[Word]:
    """The words that say what is asked about a class."""
    return [word for word in topic_words if not word.is_small and word.text not in UNTELLING_WORDS]


def asks_of_a_job(text: str) -> bool:
    """Whether the form of a question shows that it is about a job, whichever is meant."""
    return re.search(JOB_QUESTION, " ".join(text.lower().split())) is not None


def _code_to_define(text: str) -> str | None:
    """The code whose meaning is asked for, in capitals."""
    found = (re.search(pattern, text, re.IGNORECASE) for pattern in DEFINITION_QUESTIONS)
    return next((match["code"].upper() for match in found if match and match["code"].lower() not in SMALL_WORDS), None)


def _operation(fields: Fields) -> Operation:
    if fields.fields:
        return Operation.LOOKUP
    return Operation.SECTION if fields.sections else Operation.PASSAGES


def _conditions(topic_words: Sequence[Word]) -> tuple[str, ...]:
    """The fields that a condition of a person bears on, if the question names one."""
    content = tuple(word.stem for word in topic_words if not word.is_small)
    found = (fields for condition, fields in CONDITIONS.items() if _position(content, stems(condition)) is not None)
    return tuple(dict.fromkeys(field for fields in found for field in fields))


def _is_judgement(text: str, *, has_condition: bool) -> bool:
    """Whether a particular person's fitness, eligibility or chances are asked about."""
    plain = " ".join(text.lower().replace("’", "'").split())
    asks = any(re.search(pattern, plain) for pattern in JUDGEMENT_QUESTIONS)
    has = re.search(OWNERSHIP, plain)
    return asks or (has_condition and has is not None)


def _demands_asked(text: str, fields: Fields, conditions: tuple[str, ...]) -> Fields:
    """The demands to show: those named, those that the condition bears on, or what decides in general."""
    asked = tuple(dict.fromkeys((*fields.fields, *conditions)))
    if asked or fields.sections:
        return Fields(asked, () if asked else fields.sections, fields.words)
    return Fields(ELIGIBILITY_FIELDS if _ELIGIBILITY.search(text) else ("overall_strength",), (), fields.words)


def _absent_topic(topic_words: Sequence[Word], fields: Fields) -> tuple[str | None, tuple[str, ...]]:
    """A topic that no class spec has and the stems that name it, if it is named in more words than a field is."""
    content = tuple(word.stem for word in topic_words if not word.is_small)
    named = [(topic, stems(phrase)) for topic, phrases in ABSENT_TOPICS.items() for phrase in phrases]
    found = [(topic, phrase) for topic, phrase in named if _position(content, phrase) is not None]
    topic, phrase = max(found, key=lambda entry: len(entry[1]), default=(None, ()))
    words_for_fields = sum(not word.is_small for word in fields.words) if fields.fields else 0
    return (topic, phrase) if len(phrase) > words_for_fields else (None, ())


def _position(content: Sequence[str], phrase: Sequence[str]) -> int | None:
    starts = range(len(content) - len(phrase) + 1)
    return next((at for at in starts if tuple(content[at : at + len(phrase)]) == tuple(phrase)), None)


def _is_other_request(topic_words: Sequence[Word]) -> bool:
    """Whether something is asked for that has nothing to do with class specs."""
    content = tuple(word.stem for word in topic_words if not word.is_small)
    return any(_position(content, stems(request)) is not None for request in OTHER_REQUESTS)
