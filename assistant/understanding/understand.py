"""From a question to a query: which classes, which fields, and what is to be done. Pure, and without a model."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from assistant.answer import Question
from assistant.answering.yes_no import is_polar, without_polite_denial
from assistant.draft import section_of
from assistant.searching.criteria import Worded, fields_of, singles
from assistant.searching.criteria_marks import limits_something
from assistant.searching.criteria_reading import read_search
from assistant.searching.criteria_words import COMPARATIVES
from assistant.understanding.asked import Asked, asked_before, asked_in, asks_again
from assistant.understanding.classes import find_classes
from assistant.understanding.comparison_words import (
    AROUND_A_REVISION,
    COMPARISON,
    LESS,
    MORE,
    OF_SEVERAL_REVISIONS,
    REVISIONS,
)
from assistant.understanding.fields import field_stems, words_in_phrases
from assistant.understanding.lexicon import (
    ANOTHER_CLASS,
    CROSS_REFERENCE,
    JOB_NOUNS,
    OF_THOSE_TOLD,
    OTHER_REQUESTS,
    PROSE_TOPICS,
    STATED_TOPICS,
    THEN_OF_IT,
)
from assistant.understanding.numbered import with_strengths_in_words
from assistant.understanding.personal import conditions_in, demands_asked, is_judgement
from assistant.understanding.place_names import Places, words_of_places
from assistant.understanding.query import Classes, Fields, Naming, Operation, Query
from assistant.understanding.same_jobs import as_titles_say
from assistant.understanding.scope import beside, of_department
from assistant.understanding.searches import search_query
from assistant.understanding.service import without_service
from assistant.understanding.spelling import as_meant
from assistant.understanding.title_index import title_index
from assistant.understanding.topics import absent_topic, codes_to_define, names_any, topics_in
from assistant.understanding.typed import as_spelled, as_typed, plain_words
from assistant.understanding.unheld import unknown_class
from assistant.understanding.vocabulary import question_vocabulary
from assistant.understanding.words import Word, stems, words_of
from index import SpecEntry

# Right before the class whose functions they are.
_FUNCTIONS_OF = re.compile(r"\ball (?:of )?(?:the )?(?:duties|functions|tasks|work) of (?:an? |the )?$", re.IGNORECASE)
# What one class does beyond another is seen in the functions of both.
_WHAT_ELSE = (
    r"\b(?:what|which) (?:else|more|other (?:duties|tasks|functions|things)|extra \w+)\b.*\b(?:do|does|have|has)\b"
)
_OF_FIELDS = (Operation.LOOKUP, Operation.COMPARE, Operation.REVISIONS)


def understand(
    question: Question,
    entries: Sequence[SpecEntry],
    own_fields: Callable[[Sequence[SpecEntry]], Iterable[str]],
    is_held: Callable[[str], bool] = lambda _: False,
) -> Query:
    """What a question asks.

    Args:
        question: the question, with the selection and the conversation.
        entries: all the specs held.
        own_fields: the field paths of the rows that these classes have and the form does not name.
        is_held: whether a spec has a word, which is then no slip of the pen.
    """
    question = _spelled(question, entries, is_held)
    then = re.search(THEN_OF_IT, question.text, re.IGNORECASE)
    if then is not None and re.search(ANOTHER_CLASS, question.text[: then.start()], re.IGNORECASE):
        first = _understood(replace(question, text=question.text[: then.start()] + "?"), entries, own_fields)
        if first.operation is not Operation.SEARCH and len(first.classes.entries) == 1:
            return replace(first, then=_then(then, first.classes, Places.of(entries)))
    return _understood(question, entries, own_fields)


def _understood(
    question: Question, entries: Sequence[SpecEntry], own_fields: Callable[[Sequence[SpecEntry]], Iterable[str]]
) -> Query:
    """What a question asks of all classes, or else of those that it means."""
    classes = _classes_meant(question, entries)
    of_all = search_query(question, classes, entries, own_fields)
    if of_all is not None:
        return of_all
    own = tuple(own_fields(classes.entries or classes.candidates))
    asked = asked_in(question.text, classes.words, own, goes_on=bool(question.history))
    is_short = not asked.says_something or (question.history and asks_again(asked))
    if is_short and classes.naming in (Naming.QUESTION, Naming.HISTORY):
        asked = _before(question, entries, own) or asked
    asked = _of_those(asked, _before(question, entries, own))
    query = _query(asked, without_service(asked.text, beside(question, classes, entries), asked.fields, entries))
    return _with_criterion(asked, _completed(query, question, entries, own), own, Places.of(entries))


def _classes_meant(question: Question, entries: Sequence[SpecEntry]) -> Classes:
    """The classes that a question means, by their names or else as those of a department that it names."""
    classes = find_classes(question, entries, field_stems(), words_in_phrases(question.text))
    older = {entry.superseded_by for entry in entries if entry.superseded_by}
    classes = replace(classes, has_older=any(entry.spec_id in older for entry in classes.entries))
    department = () if classes.entries else of_department(question.text, entries)
    return Classes(Naming.QUESTION, entries=department) if department else classes


def _completed(query: Query, question: Question, entries: Sequence[SpecEntry], own: Iterable[str]) -> Query:
    """The query with what its operation wants besides: the fields of a revision, what is asked of the functions."""
    if query.classes.unheld and query.classes.entries:  # one of those to be compared is not held
        query = replace(query, operation=Operation.COMPARE)
    if query.operation is Operation.REVISIONS:
        return replace(query, fields=_of_revision(query.fields, _before(question, entries, own)))
    if query.operation is Operation.SECTION:
        of_functions = read_search(
            with_strengths_in_words(query.question), query.classes.words, own, Places(frozenset(), frozenset())
        )
        return replace(query, of_functions=of_functions)
    return query


def _then(then: re.Match[str], classes: Classes, places: Places) -> Query:
    """What is asked of a class that is not named, in the place of which those classes stand for now."""
    said, of_several = then["then"], (then["it"] or "").lower().startswith("those")
    text = said.replace(then["it"], "they" if of_several else "it") if then["it"] else said
    asked = asked_in(text, (), ())
    return _with_criterion(asked, _query(asked, replace(classes, naming=Naming.QUESTION, words=())), (), places)


def _of_those(asked: Asked, before: Asked | None) -> Asked:
    """What is asked; of the fields asked about before, where it names none and asks of what was told ("of those")."""
    names_none = not asked.fields.fields and not asked.fields.sections
    if before is None or not names_none or not re.search(OF_THOSE_TOLD, plain_words(asked.text)):
        return asked
    return replace(asked, fields=replace(before.fields, words=()))


def _before(question: Question, entries: Sequence[SpecEntry], own: Iterable[str]) -> Asked | None:
    """What was asked before, whichever class it was asked of."""

    def class_words(text: str) -> Sequence[Word]:
        return find_classes(Question(text), entries, field_stems(), words_in_phrases(text)).words

    return asked_before(question, own, class_words)


def _spelled(question: Question, entries: Sequence[SpecEntry], is_held: Callable[[str], bool]) -> Question:
    """The question, slips of the pen put right in it and in what the person asked before."""
    held = title_index(entries)
    known, names = question_vocabulary() | words_of_places(Places.of(entries)), held.vocabulary | JOB_NOUNS

    def meant(text: str) -> str:
        return as_titles_say(as_meant(as_spelled(as_typed(text)), known, names, is_held), held)

    turns = (replace(turn, content=meant(turn.content)) if turn.role == "user" else turn for turn in question.history)
    return replace(question, text=meant(question.text), history=tuple(turns))


def _of_revision(fields: Fields, before: Asked | None) -> Fields:
    """The fields asked of a revision: its own date is what names it; of none, those asked about before."""
    others = tuple(field for field in fields.fields if field != "revised")
    if others or fields.sections or before is None:
        return replace(fields, fields=others)
    return before.fields


def _compares(text: str) -> bool:
    plain = plain_words(text)
    return re.search(COMPARISON, plain) is not None or any(re.search(rf"\b{said}\b", plain) for said in COMPARATIVES)


def _with_criterion(asked: Asked, query: Query, own_fields: Iterable[str], places: Places) -> Query:
    """The query with what a question of yes or no asks of its class, where that is all that it looks up."""
    query = replace(query, is_polar=is_polar(asked.text))
    if not query.is_polar or query.operation not in _OF_FIELDS or not query.fields.fields:
        return query
    text = without_polite_denial(asked.text)
    search = read_search(text, query.classes.words, own_fields, places)
    asks_how_much = re.search(MORE, plain_words(text)) or re.search(LESS, plain_words(text))
    if asks_how_much and len(query.classes.entries) == 1 and not limits_something(words_of(text)):
        return query  # "higher than I": nothing says than what
    if fields_of(singles(search.criterion)) != set(query.fields.fields):
        return query
    criterion = search.criterion
    if isinstance(criterion, Worded):
        idle = {stem for word in (*search.unread, *search.in_rows) for stem in stems(word)}
        criterion = replace(criterion, stems=tuple(stem for stem in criterion.stems if stem not in idle))
    return replace(query, criterion=criterion, unread=search.unread)


def _query(asked: Asked, classes: Classes) -> Query:
    text, fields, words = asked.text, asked.fields, asked.words
    topic = next(
        (topic for topic in PROSE_TOPICS if any(re.search(p, plain_words(text)) for p in topic.patterns)), None
    )
    of_topic = Query(text, Operation.PASSAGES, classes, Fields(), words, prose_topic=topic)
    if topic is not None and fields.fields and set(fields.fields) <= set(topic.opposite):
        return of_topic
    operation = _of_several(asked, classes)
    if operation is not None:
        return Query(text, operation, classes, _compared(text, fields), words)
    codes = codes_to_define(asked.told)
    if codes:
        return Query(text, Operation.DEFINITION, classes, fields, words, codes=codes)
    if topic is not None:
        return of_topic
    names_field = bool(fields.fields or fields.sections)
    if not (names_field and classes.entries) and names_any(words, OTHER_REQUESTS):
        return Query(text, Operation.OTHER_REQUEST, classes, fields, words)
    conditions = conditions_in(words_of(asked.told))
    if is_judgement(asked, has_condition=bool(conditions)):
        return Query(
            text, Operation.JUDGEMENT, classes, demands_asked(asked.told, asked.told_fields, conditions), words
        )
    return _plain_query(asked, classes)


def _of_several(asked: Asked, classes: Classes) -> Operation | None:
    """Whether classes, or the revisions of one, are compared, or one refers to another."""
    plain = plain_words(asked.text)
    if classes.entries and re.search(CROSS_REFERENCE, plain) and not _names_whose_functions(asked.text, classes):
        return Operation.CROSS_REFERENCE
    names_field = bool(asked.fields.fields or asked.fields.sections)
    if len(classes.entries) > 1 and (names_field or _compares(asked.text) or re.search(_WHAT_ELSE, plain)):
        return Operation.COMPARE
    if len(classes.entries) == 1 and _is_of_revisions(asked, has_several=classes.has_older):
        return Operation.REVISIONS
    return None


def _names_whose_functions(text: str, classes: Classes) -> bool:
    """Whether the one class named is the one referred to: what "all duties of" it are is what it does itself."""
    if len(classes.entries) != 1 or not classes.words:
        return False
    return _FUNCTIONS_OF.search(text[: min(word.start for word in classes.words)]) is not None


def _is_of_revisions(asked: Asked, *, has_several: bool) -> bool:
    """Whether another revision than the newest is asked about; where a class has but one, only if that is plain."""
    plain = " ".join(word.text for word in asked.words)
    asks_date = re.match(r"(?:\w+ ){0,3}?when\b", plain) or asked.fields.fields in (("revised",), ("adopted",))
    if asks_date and not re.search(AROUND_A_REVISION, plain):
        return has_several and re.search(r"\bchang", plain) is not None
    return re.search(OF_SEVERAL_REVISIONS if has_several else REVISIONS, plain) is not None


def _compared(text: str, fields: Fields) -> Fields:
    """The fields to compare: those named, those of a topic that only other forms state ("who makes more money").

    Else the one that a comparative means by itself ("heavier").
    """
    if fields.fields or fields.sections:
        return fields
    if re.search(_WHAT_ELSE, plain_words(text)):
        return Fields((), ("essential_functions",), fields.words)
    stated = tuple(STATED_TOPICS[topic] for topic in topics_in(words_of(text)) if topic in STATED_TOPICS)
    if stated:
        return Fields(stated, (), fields.words)
    plain = f" {plain_words(text)} "
    meant = (field for said, (field, _) in COMPARATIVES.items() if re.search(rf"\b{said}\b", plain))
    return Fields(tuple(dict.fromkeys(meant)), (), fields.words)


def _plain_query(asked: Asked, classes: Classes) -> Query:
    text, fields, words = asked.text, asked.fields, asked.words
    topic, topic_stems = absent_topic(words, fields)
    stated = [STATED_TOPICS[one] for one in topics_in(words) if one in STATED_TOPICS]
    if fields.fields and stated:
        fields = replace(fields, fields=tuple(dict.fromkeys((*fields.fields, *stated))))
    asked_stems = {*topic_stems, *(word.stem for word in fields.words)}
    if asked_stems and classes.naming in (Naming.ONLY_ONE_HELD, Naming.NONE):
        classes = unknown_class(text, asked_stems) or classes
    if topic is not None:
        return Query(text, Operation.ABSENT_TOPIC, classes, fields, words, topic, topic_stems)
    if classes.naming is Naming.QUESTION and not asked.says_something:
        fields = Fields(("brief_description",))
    fields = _wholly(text, fields)
    return Query(text, _operation(fields), classes, fields, words)


def _wholly(text: str, fields: Fields) -> Fields:
    """The fields; where all of a section is asked for, not its single rows nor a description as well."""
    named = re.search(r"\b(?:all|whole|entire|every|everything|complete|full)\b", plain_words(text)) and fields.sections
    told_already = {*fields.sections, "brief_description"}
    rows = tuple(field for field in fields.fields if not named or section_of(field) not in told_already)
    return replace(fields, fields=rows)


def _operation(fields: Fields) -> Operation:
    if fields.fields:
        return Operation.LOOKUP
    return Operation.SECTION if fields.sections else Operation.PASSAGES
