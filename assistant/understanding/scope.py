"""Of which classes something is asked beyond those that are named: of all, of a department, of one spoken of before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.answer import Question
from assistant.searching.criteria import KIND_OF, Mentioned, Qualified, Search, Single, Worded, singles
from assistant.searching.criteria_marks import limits_something
from assistant.searching.criteria_words import AFTER_A_DEPARTMENT, PAPERS
from assistant.understanding.asking import asking_part
from assistant.understanding.classes import find_classes, of_level
from assistant.understanding.comparison_words import BESIDE, BESIDE_ANOTHER, SIDE_BY_SIDE
from assistant.understanding.fields import words_in_phrases
from assistant.understanding.place_names import Places, place_hits
from assistant.understanding.query import Classes, Naming
from assistant.understanding.scope_words import (
    HAVING_A_CODE,
    JOB_QUESTION,
    LIST_QUESTIONS,
    OF_ANY_CLASS,
    OF_ITS_VALUE,
    OF_ONE_JOB,
    WHAT_OF_EACH,
    WHO_QUESTIONS,
)
from assistant.understanding.topics import codes_to_define
from assistant.understanding.typed import plain_words
from assistant.understanding.unheld import named_beside
from assistant.understanding.words import words_of
from index import SpecEntry, without_own_series

# "The II or just the I?"
# Of more classes a question is a search.
_MOST_OF_EACH = 5
_BEFORE_A_LEVEL = frozenset({"the", "a", "level"})


def is_of_all(text: str, classes: Classes) -> bool:
    """Whether all classes are asked about: in so many words, or by "who" where no class is spoken of."""
    if classes.naming is Naming.QUESTION and classes.entries:
        return False
    has_code = re.search(HAVING_A_CODE, plain_words(text)) is not None
    if codes_to_define(text) and not has_code:
        return False
    if asks_for_a_list(text):
        return True
    plain = plain_words(asking_part(text))
    is_of_nobody = classes.naming in (Naming.NONE, Naming.ONLY_ONE_HELD) or classes.unheld
    if is_of_nobody and any(re.search(pattern, plain) for pattern in WHO_QUESTIONS):
        return True
    return has_code and classes.naming is Naming.NONE and _is_of_no_single_job(plain)


def is_of_any(text: str, classes: Classes, search: Search) -> bool:
    """Whether a question that names no class, and speaks of no single job, holds a condition that classes meet.

    Args:
        text: the question.
        classes: the classes that it names.
        search: what it would ask of all classes.
    """
    plain = plain_words(asking_part(text))
    is_of_papers = classes.unheld and all(word.text in PAPERS for word in classes.words)  # "notary": no class is meant
    is_of_none = classes.naming is Naming.NONE or is_of_papers
    if not is_of_none or codes_to_define(text) or not _is_of_no_single_job(plain):
        return False
    return _says_condition(text, search, is_of_any=_asks_of_any(plain))


def _is_of_no_single_job(plain: str) -> bool:
    if re.search(OF_ONE_JOB, plain):
        return False
    return _asks_of_any(plain) or not re.search(OF_ITS_VALUE, plain)


def _asks_of_any(plain: str) -> bool:
    return any(re.search(pattern, plain) for pattern in OF_ANY_CLASS)


def _says_condition(text: str, search: Search, *, is_of_any: bool) -> bool:
    """Whether a search says which classes are meant: a place, words of a row, a paper, a limit of what it names.

    That it only names a field is enough where it asks of any class: "is there anything outdoors?".
    """
    parts = singles(search.criterion)
    if any(_tells_classes_apart(one) for one in parts):
        return True
    names_field = any(not isinstance(one, Mentioned) for one in parts) or search.extreme is not None
    return names_field and (is_of_any or limits_something(words_of(text)))


def _tells_classes_apart(one: Single) -> bool:
    """Whether a criterion is of words that some classes have, or of a licence."""
    if isinstance(one, Qualified):
        return one.kind not in KIND_OF.values()
    return (isinstance(one, Worded) and bool(one.stems)) or (isinstance(one, Mentioned) and one.is_requirement)


def asks_for_a_list(text: str) -> bool:
    """Whether a question asks in so many words for classes."""
    return any(re.search(pattern, plain_words(text)) for pattern in LIST_QUESTIONS)


def asks_for_classes(text: str) -> bool:
    """Whether a question asks for classes, be it by "who" or "anything"."""
    plain = plain_words(asking_part(text))
    return asks_for_a_list(text) or any(re.search(pattern, plain) for pattern in WHO_QUESTIONS)


def asks_of_a_job(text: str) -> bool:
    """Whether the form of a question shows that it is about a job, whichever is meant."""
    return re.search(JOB_QUESTION, plain_words(text)) is not None


def of_department(text: str, entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The classes of a department that are to be compared with each other, or of each of which the same is asked."""
    plain = plain_words(text)
    is_of_each = re.search(WHAT_OF_EACH, plain) is not None
    if not is_of_each and not re.search(SIDE_BY_SIDE, plain):
        return ()
    current = without_own_series(entry for entry in entries if entry.current)
    words = words_of(text)
    named = [hit for hit in place_hits(words, Places.of(current)) if hit.target == "department"]
    wanted = {words_of(word)[0].singular for hit in named for word in hit.said} - AFTER_A_DEPARTMENT
    found = tuple(e for e in current if wanted and wanted <= {word.singular for word in words_of(e.department or "")})
    return () if is_of_each and not 1 < len(found) <= _MOST_OF_EACH else found


def beside(question: Question, classes: Classes, entries: Sequence[SpecEntry]) -> Classes:
    """The classes, and beside those that are compared others named by a part of their titles, or spoken of before."""
    if not classes.entries or classes.naming is not Naming.QUESTION or classes.unheld:
        return classes
    if not re.search(BESIDE, plain_words(question.text)):
        return classes
    in_phrases = words_in_phrases(question.text)
    current = [entry for entry in entries if entry.current]
    words = words_of(question.text)
    levels = [word for before, word in pairwise(words) if before.text in _BEFORE_A_LEVEL]
    others = of_level(levels, classes.entries, current) if len(classes.entries) == 1 else ()
    if others:
        return replace(classes, entries=tuple(dict.fromkeys((*classes.entries, *others))))
    is_alone = len(classes.entries) == 1
    while (other := named_beside(question.text, classes.words, current, in_phrases)) and other.entries:
        both = dict.fromkeys((*classes.entries, *other.entries))
        if not set(classes.words) < {*classes.words, *other.words}:
            break
        classes = replace(classes, entries=tuple(both), words=(*classes.words, *other.words))
    if not is_alone or len(classes.entries) > 1:
        return classes
    if other is not None:
        return other
    if not re.search(BESIDE_ANOTHER, plain_words(question.text)):
        return classes
    unsaid = replace(question, text="")
    earlier = find_classes(unsaid, entries, frozenset(), ())
    if earlier.naming not in (Naming.SELECTION, Naming.HISTORY) or not earlier.entries:
        return classes
    return replace(classes, entries=tuple(dict.fromkeys((*earlier.entries, *classes.entries))))
