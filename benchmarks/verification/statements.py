"""An answer as the contract describes it, read strictly from JSON."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

OUTCOMES = ("answered", "clarify", "abstained")
ROUTES = ("lookup", "section", "compare", "search", "count", "definition", "passages", "generated", "none")
REASONS = ("no_such_class", "not_in_spec", "blank_in_spec", "illegible", "out_of_scope", "person_judgement")


class MalformedAnswer(ValueError):
    """The object is not an answer of the contract; the message says where."""


@dataclass(frozen=True)
class Failure:
    """One rule that one answer breaks."""

    answer_id: str
    rule: str
    what: str


@dataclass(frozen=True)
class Citation:
    """A quotation and its place in the source text."""

    number: int
    spec_id: str
    class_name: str
    section: str
    quote: str
    page: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Value:
    """One cell that an answer states."""

    class_name: str
    field: str
    raw: str
    value: str | None
    citation: int | None

    @property
    def section(self) -> str:
        """The section key that the field path starts with."""
        return self.field.partition(".")[0]


@dataclass(frozen=True)
class Answer:
    """One answer."""

    answer_id: str
    question: str
    outcome: str
    route: str
    reason: str | None
    text: str
    classes: tuple[str, ...]
    values: tuple[Value, ...]
    citations: tuple[Citation, ...]

    @cached_property
    def citation_of(self) -> dict[int, Citation]:
        """The citations by number; the first one of a number that stands twice."""
        return {citation.number: citation for citation in reversed(self.citations)}


@dataclass(frozen=True)
class Shelf:
    """What the verifier knows of the specs held: their source texts and, where given, their titles and class codes."""

    sources: Mapping[str, str]
    titles: Mapping[str, str]
    codes: Mapping[str, str]
    specs_held: int

    @cached_property
    def counts_held(self) -> frozenset[int]:
        """How many specs are held, and how many classes: revisions of one are one, and a series is its members."""
        classes = len({" ".join(title.casefold().split()) for title in self.titles.values()})
        series = sum(count > 1 for count in Counter(self.sources.values()).values())
        return frozenset({self.specs_held, classes - series} if self.titles else {self.specs_held})


def read_answer(stated: object) -> Answer:
    """Return the answer that a JSON object states.

    Raises:
        MalformedAnswer: a member is missing, of another type, or none of the contract's words.
    """
    member = _members(stated, "the answer")
    if "error" in member:
        raise MalformedAnswer(f"it is no answer but an error: {member['error']}")
    if member.get("schema_version") != 1 or isinstance(member["schema_version"], bool):
        raise MalformedAnswer("schema_version is not 1")
    reason = member.get("reason")
    elapsed = member.get("elapsed_ms")
    if isinstance(elapsed, bool) or not isinstance(elapsed, int | float) or elapsed < 0:
        raise MalformedAnswer("elapsed_ms is not a time")
    return Answer(
        answer_id=_optional_text(member, "id") or "?",
        question=_text(member, "question"),
        outcome=_word(member, "outcome", OUTCOMES),
        route=_word(member, "route", ROUTES),
        reason=None if reason is None and "reason" in member else _word(member, "reason", REASONS),
        text=_text(member, "text"),
        classes=tuple(_listed_text(entry) for entry in _list(member, "classes")),
        values=tuple(_read_value(_members(entry, "a value")) for entry in _list(member, "values")),
        citations=tuple(_read_citation(_members(entry, "a citation")) for entry in _list(member, "citations")),
    )


def _read_value(member: Mapping[str, object]) -> Value:
    return Value(
        class_name=_text(member, "class"),
        field=_text(member, "field"),
        raw=_text(member, "raw"),
        value=_optional_text(member, "value"),
        citation=_optional_number(member, "citation"),
    )


def _read_citation(member: Mapping[str, object]) -> Citation:
    _text(member, "source")
    return Citation(
        number=_number(member, "n"),
        spec_id=_text(member, "spec_id"),
        class_name=_text(member, "class"),
        section=_text(member, "section"),
        quote=_text(member, "quote"),
        page=_optional_number(member, "page"),
        start=_number(member, "start"),
        end=_number(member, "end"),
    )


def _members(stated: object, what: str) -> Mapping[str, object]:
    if not isinstance(stated, dict):
        raise MalformedAnswer(f"{what} is not an object")
    return cast(Mapping[str, object], stated)


def _list(member: Mapping[str, object], name: str) -> list[object]:
    stated = member.get(name)
    if not isinstance(stated, list):
        raise MalformedAnswer(f"{name} is not a list")
    return stated


def _text(member: Mapping[str, object], name: str) -> str:
    stated = member.get(name)
    if not isinstance(stated, str):
        raise MalformedAnswer(f"{name} is not a text")
    return stated


def _listed_text(stated: object) -> str:
    if not isinstance(stated, str):
        raise MalformedAnswer("classes holds something that is not a text")
    return stated


def _optional_text(member: Mapping[str, object], name: str) -> str | None:
    if name not in member:
        raise MalformedAnswer(f"{name} is missing")
    return None if member[name] is None else _text(member, name)


def _number(member: Mapping[str, object], name: str) -> int:
    stated = member.get(name)
    if isinstance(stated, bool) or not isinstance(stated, int):
        raise MalformedAnswer(f"{name} is not a whole number")
    return stated


def _optional_number(member: Mapping[str, object], name: str) -> int | None:
    if name not in member:
        raise MalformedAnswer(f"{name} is missing")
    return None if member[name] is None else _number(member, name)


def _word(member: Mapping[str, object], name: str, allowed: tuple[str, ...]) -> str:
    stated = _text(member, name)
    if stated not in allowed:
        raise MalformedAnswer(f"{name} is {stated!r}, which the contract does not name")
    return stated
