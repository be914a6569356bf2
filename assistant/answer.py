"""What is asked and what is answered, as values (contract, section 3)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Outcome(StrEnum):
    """How a question ended: answered, asked back, or not answered for a stated reason."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    ABSTAINED = "abstained"


class Route(StrEnum):
    """Which way an answer was found."""

    LOOKUP = "lookup"
    SECTION = "section"
    COMPARE = "compare"
    SEARCH = "search"
    COUNT = "count"
    DEFINITION = "definition"
    PASSAGES = "passages"
    GENERATED = "generated"
    NONE = "none"


class Reason(StrEnum):
    """Why a question was not answered."""

    NO_SUCH_CLASS = "no_such_class"
    NOT_IN_SPEC = "not_in_spec"
    BLANK_IN_SPEC = "blank_in_spec"
    ILLEGIBLE = "illegible"
    OUT_OF_SCOPE = "out_of_scope"
    PERSON_JUDGEMENT = "person_judgement"


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the classes selected on the page (id, code or title each), and the turns before it."""

    text: str
    id: str | None = None
    classes: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """An exact quote: ``source_text(spec_id)[start:end] == quote``; ``source`` is the file's name."""

    n: int
    spec_id: str
    class_title: str
    section: str
    quote: str
    source: str
    page: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """One cell that the answer states; ``citation`` is the ``n`` of the citation that shows it."""

    class_title: str
    field: str
    raw: str
    value: str | None
    citation: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; ``text`` marks its citations ``[n]``, ``elapsed_ms`` is the time it took in milliseconds.

    ``remark`` says how the answer came about (dense search was not to be had, say): it is shown below the answer or on
    standard error, and is never part of it.
    """

    question: Question
    outcome: Outcome
    route: Route
    text: str
    reason: Reason | None = None
    classes: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    citations: tuple[Citation, ...] = ()
    elapsed_ms: float = 0.0
    remark: str | None = None
