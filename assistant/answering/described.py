"""The essential function that a question describes, where its strength is asked: "how heavy is digging trenches?"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import Draft, Line, Subject
from assistant.understanding.lexicon import UNTELLING_WORDS
from assistant.understanding.query import Query
from assistant.understanding.words import stems_in
from ingest.model import Fact

_FUNCTIONS = "essential_functions"
_STRENGTH = r"(?:sedentary|light|medium|(?:very )?heavy)"
_AS_RATED = r"(?:rated|coded|graded|ranked|marked|classed|considered|listed as|counts? as|counted as|rates? as)"
_ASKS_STRENGTH = re.compile(
    r"\bhow (?:heavy|light|hard|strenuous|demanding)\b|"
    r"\bhow (?:is|are|does)\b[^?]*\b(?:rated|coded|graded|ranked|ranks?)\b|"
    rf"\b{_AS_RATED} (?:an? |as |as an? |duty |code )*{_STRENGTH}\b|"
    rf"\b{_STRENGTH} (?:work |duty |rated )?or {_STRENGTH}\b|"
    r"\b(?:what|whats|which)\b[^?]*\b(?:strength|rating|code|level|weight class)\b|\bstrength (?:code|rating|level)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|without|lacks?|lacking|missing|blank)\b", re.IGNORECASE)
_IS_RATED = re.compile(
    rf"\b{_AS_RATED} (?:an? |as |as an? |duty |code )*(?P<rated>{_STRENGTH})\b|"
    rf"\b(?P<is>{_STRENGTH})(?: work| duty| one)?\W*$",
    re.IGNORECASE,
)
_OVERALL = re.compile(r"\b(?:overall|as a whole|on the whole|in general|total)\b", re.IGNORECASE)
# What may be named beside it: the word "strength" and the functions themselves.
_NAMING_STRENGTH = frozenset({"overall_strength", _FUNCTIONS})
_ABOUT_STRENGTH = stems_in(
    "strength strong code coded rating rated rate level weight heavy light medium sedentary hard strenuous function "
    "essential duty part task physical demand beside mark letter number deal item row line list bit carry stand assign"
)
_TELLING = 2


def described_functions(subjects: Sequence[Subject], query: Query) -> tuple[str, ...]:
    """The field of the one function that a question describes and of its strength; none where nothing shows which.

    It has at least two words of the question, the one that it begins with, or all that the question has beside those
    that ask.
    """
    named = {*query.fields.fields, *query.fields.sections}
    if len(subjects) != 1 or not named <= _NAMING_STRENGTH or _OVERALL.search(query.question):
        return ()
    if not _ASKS_STRENGTH.search(query.question) or _DENIED.search(query.question):
        return ()
    asked = _telling(query)
    functions = {fact.field: fact.value or "" for fact in _functions(subjects[0])}
    found = {field: len(asked & stems_in(said)) for field, said in functions.items()}
    most = max(found.values(), default=0)
    best = [field for field, shared in found.items() if shared == most]
    if len(best) != 1 or not most:
        return ()
    begins = asked & stems_in(functions[best[0]].partition(" ")[0])
    return (best[0], f"{best[0]}.strength") if begins or most >= min(_TELLING, len(asked)) else ()


def with_its_strength(draft: Draft, query: Query) -> Draft:
    """The draft of a function and its strength, beginning with yes or no where one strength is asked for."""
    if _DENIED.search(query.question):
        return draft
    said = {(match["rated"] or match["is"]).lower() for match in _IS_RATED.finditer(query.question)}
    stated = {(cell.value or "").lower() for cell in draft.cells if cell.field.endswith(".strength")}
    if not query.is_polar or len(said) != 1 or len(stated) != 1 or re.search(rf"\b{_STRENGTH} or\b", query.question):
        return draft
    lead: Line = ("Yes." if said == stated else "No.",)
    return replace(draft, lines=(lead, *draft.lines))


def _functions(subject: Subject) -> list[Fact]:
    return [fact for fact in subject.facts(_FUNCTIONS) if fact.field.count(".") == 1]


def _telling(query: Query) -> set[str]:
    """The stems of the words that say what is done."""
    words = (word for word in query.topic_words if not word.is_small and word.text not in UNTELLING_WORDS)
    return {word.stem for word in words} - _ABOUT_STRENGTH
