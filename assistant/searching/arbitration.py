"""Who answers a question that names no class and asks whose work something is: a search over values, or passages.

A search answers where it took up all that was asked, and a search for words where a class has them all; passages where
they are certain, the more so the more a search found. Where neither is, nothing is said to be found.
"""

import re
from collections.abc import Collection

from assistant.answering.candidates import Found
from assistant.answering.coverage import telling
from assistant.draft import HEADER_FIELDS, section_of
from assistant.searching.criteria import (
    LAST_YEAR,
    REQUIREMENT_OF,
    Coded,
    Compared,
    Dated,
    Mentioned,
    Search,
    Worded,
    singles,
)
from assistant.searching.criteria_marks import Kind, marks_of
from assistant.searching.criteria_words import FRAME, OF_WHAT_IS_SAID, ROW_NAMES
from assistant.searching.scales import TOP
from assistant.searching.work_asked import asks_whose_work
from assistant.understanding.query import Naming, Operation, Query
from assistant.understanding.words import words_of

_OF_NO_CLASS = (
    Operation.PASSAGES,
    Operation.LOOKUP,
    Operation.SECTION,
    Operation.ABSENT_TOPIC,
    Operation.OTHER_REQUEST,
)
_MANY_UNREAD = 2
_MORE_THAN_NEVER = 1
_DEMANDS = "physical_demands"
_PRONOUN = re.compile(r"\b(?:them|him|her|it|they|he|she|that|this|those|these)\b", re.IGNORECASE)


def may_be_told_by_passages(query: Query) -> bool:
    """Whether passages may answer a question: it names no class held and asks whose work something is.

    Words that name a field are not enough of a work: "which job needs a licence?" is about a field, and which class
    is meant is asked back where the field is asked of a class that is only named in part.
    """
    if query.search is not None:
        return not query.search.is_count and query.search.extreme is None and query.search.beside is None
    if query.classes.entries or query.operation not in _OF_NO_CLASS or not asks_whose_work(query.question):
        return False
    if query.operation is Operation.LOOKUP and query.classes.naming is Naming.QUESTION:
        return False
    of_fields = {word.text for word in query.fields.words}
    said = telling(words_of(query.question))
    beside = [word for word in said if word.text not in of_fields and word.stem not in query.topic_stems]
    if query.operation is not Operation.PASSAGES:
        return len(beside) > 1
    return len(beside) > 1 or (bool(beside) and not _PRONOUN.search(query.question))


def took_up_all(search: Search) -> bool:
    """Whether a search looked at values, and no word of the question was left unread."""
    return not is_of_words(search) and not search.unread


def is_of_words(search: Search) -> bool:
    """Whether a search over all classes looks for words alone, in all of a spec or in one of its rows of prose.

    What is required is looked for where requirements stand: that is a search over values.
    """
    return search.beside is None and all(
        (isinstance(one, Mentioned) and not one.is_requirement)
        or (isinstance(one, Worded) and bool(one.stems) and one.field in ROW_NAMES)
        for one in singles(search.criterion)
    )


def looks_for_words(search: Search) -> bool:
    """Whether a search over all classes looks for words beside whatever else: anywhere, or in what is required."""
    return any(
        isinstance(one, Mentioned) or (isinstance(one, Worded) and one.field in REQUIREMENT_OF.values())
        for one in singles(search.criterion)
    )


def goes_before(found: Found, search: Search, matching: Collection[str]) -> bool:
    """Whether passages answer rather than a search; ``matching`` are the classes that the search found.

    From being certain on they do where it found no class for its words, or left much unread; from being sure on where
    it left something unread, or where they tell of another class than those that have the words.
    """
    if not found.answers:
        return False
    if is_of_words(search):
        is_another = found.answers[0].subject.title not in matching
        return not matching or (is_another and found.certainty >= found.sure)
    return found.certainty >= found.sure or leaves_much_unread(search) or (looks_for_words(search) and not matching)


def says_how_much(search: Search) -> bool:
    """Whether a search says of a row how much or since when, so that no work is asked about, whatever was left unread.

    That a row is more than never is no such thing: "who leads nature walks?" has a word of one.
    """
    return any(
        (isinstance(one, Coded) and (one.low > _MORE_THAN_NEVER or one.high < TOP))
        or (isinstance(one, Dated) and (one.low > 0 or one.high < LAST_YEAR))
        or isinstance(one, Compared)
        for one in singles(search.criterion)
    )


def misses_an_end(search: Search, question: str) -> bool:
    """Whether the most or the least of something is asked for that no row measures: "which job pays the most"."""
    ends = {Kind.SUPERLATIVE, Kind.SUPERLATIVE_FIELD}
    return search.extreme is None and any(ends & set(mark.says) for mark in marks_of(words_of(question)))


def takes_silence_for_denial(search: Search, question: str) -> bool:
    """Whether a search is for classes whose prose does not say something, though that denies nothing.

    It may be asked of the specs themselves: "which do not mention overtime".
    """
    denied = any(
        isinstance(one, Mentioned | Worded)
        and bool(one.stems)
        and not one.is_wanted
        and not (one.is_requirement if isinstance(one, Mentioned) else one.field in HEADER_FIELDS)
        for one in singles(search.criterion)
    )
    return denied and not re.search(OF_WHAT_IS_SAID, question, re.IGNORECASE)


def leaves_much_unread(search: Search) -> bool:
    """Whether more than a single word of the question was left unread."""
    return len(search.unread) >= _MANY_UNREAD


def is_beside_the_point(search: Search, question: str) -> bool:
    """Whether a search over values left most of the telling words unread; or half, where it is asked whose work it is.

    "Who walks the dogs?" has the name of a row, and asks for no class that walks.
    """
    if is_of_words(search):
        return False
    asked = {word.text for word in telling(words_of(question)) if word.text not in FRAME}
    unread = asked & set(search.unread)
    is_of_work = asks_whose_work(question) and not says_how_much(search) and _only_names_rows(search)
    return 2 * len(unread) > len(asked) or (is_of_work and bool(unread) and 2 * len(unread) == len(asked))


def _only_names_rows(search: Search) -> bool:
    """Whether a search looks for nothing but that some physical demands are there at all, whose words are verbs."""
    return all(isinstance(one, Coded) and section_of(one.field) == _DEMANDS for one in singles(search.criterion))
