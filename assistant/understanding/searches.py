"""Questions that are asked of all classes at once, as queries: each finds every class that meets it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.answer import Question
from assistant.searching.criteria import (
    OTHER_REQUIREMENTS,
    REQUIREMENT_OF,
    Alike,
    AllOf,
    AnyOf,
    Beside,
    Criterion,
    Mentioned,
    OfSeries,
    Qualified,
    Search,
    Worded,
    singles,
)
from assistant.searching.criteria_beyond import limits_unread
from assistant.searching.criteria_reading import read_search
from assistant.searching.relative import Relation, relation_in, unknown_measure
from assistant.understanding.asking import asking_part
from assistant.understanding.fields import find_fields
from assistant.understanding.place_names import Places
from assistant.understanding.query import Classes, Fields, Naming, Operation, Query
from assistant.understanding.scope import asks_for_a_list, asks_for_classes, is_of_all, is_of_any
from assistant.understanding.scope_words import CONCESSION, EXCEPT_FOR, KINDS_OF, PURPOSE, SAYING_WHAT_IS_MEANT
from assistant.understanding.topics import absent_topic
from assistant.understanding.typed import plain_words
from assistant.understanding.words import Word, stems, words_of
from index import SpecEntry, without_own_series

_OF_THOSE = re.compile(
    r"\b(?:of|among|from) (?:them|those|these)\b|"
    r"\b(?:those|these) (?:\w+ )?(?:classes|jobs|positions|ones|roles|specs)\b"
)

OwnFields = Callable[[Sequence[SpecEntry]], Iterable[str]]


def search_query(
    question: Question, classes: Classes, entries: Sequence[SpecEntry], own_fields: OwnFields
) -> Query | None:
    """The query of a question that is asked of all classes; nothing where it is not.

    Args:
        question: the question, with the conversation.
        classes: the classes that it names.
        entries: all the specs held.
        own_fields: the field paths of the rows that these classes have and the form does not name.
    """
    text = question.text
    current = without_own_series(entry for entry in entries if entry.current)
    relation = relation_in(text, classes.words, tuple(own_fields(classes.entries)))
    if relation is None and not classes.entries and (unknown := unknown_measure(text)):
        relation = relation_in(text, unknown, ())
        classes = Classes(Naming.QUESTION, unheld=True, words=unknown) if relation else classes
    if relation is not None and len(classes.entries) < 2 and asks_for_classes(text):
        return _beside(text, relation, classes, current, own_fields)
    if classes.entries and _are_excepted(text, classes):
        query = _query(text, current, _asked(_without_exception(text, classes), current, own_fields))
        without = tuple(entry.spec_id for entry in classes.entries)
        return replace(query, search=replace(query.search, without=without)) if query.search else query
    named = _named_together(text, classes, entries)
    if named is not None:
        rest = _without_words(_read(text, classes.words, current, own_fields))
        return _query(text, current, _limited(rest, named))
    before = _asked_before(question, classes, current, own_fields)
    if before is not None:
        return _query(text, current, _limited(_without_words(_read(text, (), current, own_fields)), before))
    if classes.entries and not is_of_all(text, classes):
        return None
    search = _asked(text, current, own_fields)
    return _query(text, current, search) if is_of_all(text, classes) or is_of_any(text, classes, search) else None


def _query(text: str, current: tuple[SpecEntry, ...], search: Search) -> Query:
    words = words_of(text)
    topic, topic_stems = absent_topic(words, find_fields(text, (), ()))
    nobody = Classes(Naming.NONE, candidates=current)
    return Query(text, Operation.SEARCH, nobody, Fields(), words, topic=topic, topic_stems=topic_stems, search=search)


def _are_excepted(text: str, classes: Classes) -> bool:
    """Whether all classes are asked about but those that are named: "who, apart from the Firefighter, ..."."""
    before = text[: min((word.start for word in classes.words), default=0)]
    is_except = re.search(EXCEPT_FOR, before, re.IGNORECASE) is not None
    return is_except and classes.naming is Naming.QUESTION and asks_for_classes(text)


def _without_exception(text: str, classes: Classes) -> str:
    """The text, blank where it names the classes that are not asked about."""
    start, end = min(word.start for word in classes.words), max(word.end for word in classes.words)
    begins = re.search(EXCEPT_FOR, text[:start], re.IGNORECASE)
    first = begins.start() if begins else start
    return text[:first] + " " * (end - first) + text[end:]


def _read(text: str, named: Sequence[Word], current: Sequence[SpecEntry], own_fields: OwnFields) -> Search:
    search = read_search(text, named, tuple(own_fields(current)), Places.of(current))
    typed = {word.stem: word.text for word in words_of(text)}
    if any(isinstance(one, Qualified) and one.kind not in REQUIREMENT_OF for one in singles(search.criterion)):
        search = replace(search, criterion=_without_any_licence(search.criterion))
    return replace(search, criterion=_wherever_required(search.criterion, typed))


def _without_any_licence(criterion: Criterion | None) -> Criterion | None:
    """The criterion; where a licence is wanted, "and what class of licence" wants no other."""
    if not isinstance(criterion, AllOf):
        return criterion
    return AllOf(tuple(part for part in criterion.parts if not _is_any_licence(part)))


def _is_any_licence(part: Criterion) -> bool:
    any_licence = {frozenset(stems(word)) for word in ("licence", "license", "licences", "licenses")}
    return isinstance(part, Worded) and part.field == OTHER_REQUIREMENTS and frozenset(part.stems) in any_licence


def _wherever_required(criterion: Criterion | None, typed: Mapping[str, str]) -> Criterion | None:
    """The criterion; what the home form asks for in one row, other forms ask for elsewhere, so it is looked for there.

    Args:
        criterion: what each class must meet.
        typed: the words of the question by their stems.
    """
    if isinstance(criterion, AllOf | AnyOf):
        return replace(criterion, parts=tuple(one for p in criterion.parts if (one := _wherever_required(p, typed))))
    if isinstance(criterion, Worded) and criterion.field == OTHER_REQUIREMENTS and criterion.stems:
        words = " ".join(typed.get(stem, stem) for stem in criterion.stems)
        return Mentioned(criterion.stems, words, criterion.is_wanted, is_requirement=True)
    return criterion


def _asked(text: str, current: Sequence[SpecEntry], own_fields: OwnFields) -> Search:
    """What the asking part of a text asks of all classes; all of the text, where that part only points at the rest."""
    asking = text if re.search(SAYING_WHAT_IS_MEANT, text, re.IGNORECASE) else asking_part(text)
    asking = re.sub(PURPOSE, lambda said: " " * len(said[0]), asking, count=1, flags=re.IGNORECASE)
    asking = re.sub(f"{CONCESSION}|{KINDS_OF}", lambda said: " " * len(said[0]), asking, flags=re.IGNORECASE)
    search = _read(asking, (), current, own_fields)
    if _finds_all(search) or (asks_for_a_list(text) and not asks_for_a_list(asking)):
        search = _read(text, (), current, own_fields)
    return replace(search, untold=(*search.untold, *limits_unread(words_of(text)))) if _finds_all(search) else search


def _finds_all(search: Search) -> bool:
    """Whether every class meets a search, as it asks for nothing."""
    return search.criterion is None and search.extreme is None


def _without_words(search: Search) -> Search:
    """A search that something else limits already: words alone are not looked for beside that."""
    loose = [one for one in singles(search.criterion) if isinstance(one, Mentioned) and not one.is_requirement]
    if not loose or len(loose) < len(singles(search.criterion)):
        return search
    return replace(search, criterion=None, unread=(*search.unread, *(w for one in loose for w in one.words.split())))


def _limited(search: Search, criterion: Criterion) -> Search:
    both = criterion if search.criterion is None else AllOf((criterion, search.criterion))
    return replace(search, criterion=both)


def _beside(
    text: str, relation: Relation, classes: Classes, current: tuple[SpecEntry, ...], own_fields: OwnFields
) -> Query:
    """The query of a question that measures all classes by one; where that is doubtful or not held, of that one."""
    if not classes.entries:
        return Query(text, Operation.COMPARE, classes, Fields((relation.field,)), words_of(text))
    rest = _without_words(_read(relation.rest, (), current, own_fields))
    beside = Beside(relation.field, relation.than, classes.entries[0].spec_id)
    return _query(text, current, replace(rest, extreme=None, beside=beside))


def _named_together(text: str, classes: Classes, entries: Sequence[SpecEntry]) -> Criterion | None:
    """What the classes have in common that a question names by one name: a code that several have, or their series."""
    if classes.naming is not Naming.QUESTION or not asks_for_classes(text):
        return None
    codes = {word.text for word in classes.words} & {entry.code for entry in classes.candidates if entry.code}
    if len(codes) == 1 and len(classes.words) == 1 and not classes.entries:
        return Alike("code", codes.pop())
    series = {entry.series for entry in entries if entry.series is not None}
    is_series = len(classes.entries) == 1 and classes.entries[0].spec_id in series
    return OfSeries(classes.entries[0].spec_id) if is_series else None


def _asked_before(
    question: Question, classes: Classes, current: Sequence[SpecEntry], own_fields: OwnFields
) -> Criterion | None:
    """What the classes met that the last turn found, where a question goes on about them: "how many of them ..."."""
    if classes.naming in (Naming.QUESTION, Naming.SELECTION) or not _OF_THOSE.search(plain_words(question.text)):
        return None
    turns = [turn.content for turn in question.history if turn.role == "user"]
    if not turns or not asks_for_classes(turns[-1]):
        return None
    before = _asked(turns[-1], current, own_fields)
    return before.criterion if before.extreme is None else None
