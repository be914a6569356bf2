"""What a question was understood to ask."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.searching.criteria import Criterion, Search
from assistant.understanding.lexicon import ProseTopic
from assistant.understanding.words import Word
from index import SpecEntry


class Operation(StrEnum):
    """What is to be done to answer."""

    LOOKUP = "lookup"
    SECTION = "section"
    PASSAGES = "passages"
    JUDGEMENT = "judgement"
    ABSENT_TOPIC = "absent_topic"
    OTHER_REQUEST = "other_request"
    DEFINITION = "definition"
    SEARCH = "search"
    COMPARE = "compare"
    REVISIONS = "revisions"
    CROSS_REFERENCE = "cross_reference"


class Naming(StrEnum):
    """How the classes of a question were found."""

    QUESTION = "question"
    SELECTION = "selection"
    HISTORY = "history"
    ONLY_ONE_HELD = "only_one_held"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes that a question is about.

    ``candidates`` are what a doubtful name may mean; ``unheld`` says that a class was named that is not held,
    and ``has_older`` that older revisions are held too of one that was found.
    ``words`` are the words of the question that named a class.
    """

    naming: Naming
    entries: tuple[SpecEntry, ...] = ()
    candidates: tuple[SpecEntry, ...] = ()
    unheld: bool = False
    has_older: bool = False
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields and sections that a question names, in its order, and the words that named them.

    ``beside`` are those of the sections that stand in one list with the fields: both are asked for.
    """

    fields: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood: what to do, about which classes, fields and sections.

    ``topic_words`` are the question's words without those that name a class; ``topic`` is what is asked about and
    class specs do not have, and ``topic_stems`` the stems that named it; ``codes`` are the codes or the legend's words
    whose meaning is asked for; ``prose_topic`` is what the prose says in set phrases, if that is asked for. ``search``
    is what is asked of all classes, ``of_functions`` what of the functions of one; ``is_polar`` says that yes or no is
    wanted, ``criterion`` of what, and ``unread`` are the words of the question that the criterion did not take up.
    ``then`` is what is asked of the class that the answer names.
    """

    question: str
    operation: Operation
    classes: Classes
    fields: Fields
    topic_words: tuple[Word, ...]
    topic: str | None = None
    topic_stems: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    prose_topic: ProseTopic | None = None
    search: Search | None = None
    of_functions: Search | None = None
    is_polar: bool = False
    criterion: Criterion | None = None
    unread: tuple[str, ...] = ()
    then: "Query | None" = None
