"""Yes or no to how much: whether an amount is enough, how much is lifted at most, how much of the time it takes.

Decided by the cells and the qualifications that compare; where they leave it open, they are shown without a verdict.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.answering.entailing_words import IDLE
from assistant.answering.lookup import look_up
from assistant.answering.measuring_words import (
    MORE_ASKED,
    MORE_SCHOOLING,
    OF_AMOUNTS,
    PREFERRED,
    SUFFICES,
)
from assistant.answering.pay import pay_asked
from assistant.answering.shares import share_asked
from assistant.draft import Draft, Line, Subject
from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_limits import MOST_POUNDS
from assistant.searching.criteria_marks import Kind, marks_of
from assistant.searching.scales import place_of, scale_of
from assistant.understanding.query import Operation, Query
from assistant.understanding.synonyms import alike
from assistant.understanding.words import Word, words_of
from ingest.form import CodeKind
from ingest.model import EducationLevel, Qualification, QualificationKind, Status

_STRENGTH = "overall_strength"
_WEIGHED = ("physical_demands.lifting", "physical_demands.carrying", "physical_demands.pushing_pulling")
_POUNDS = re.compile(r"\b(\d+)(?:-pound| ?(?:lbs?|pounds)\b)", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:the (?:most|max|maximum|limit|heaviest)|max(?:imum)?)\b", re.IGNORECASE)
_ROWS = {
    Kind.YEARS: (QualificationKind.EXPERIENCE, "class_requirements.experience"),
    Kind.EDUCATION: (QualificationKind.EDUCATION, "class_requirements.education"),
}


def measured(query: Query, subject: Subject) -> Draft | None:
    """The cells that decide a question of how much, beginning with yes or no where they do; none of another question.

    Args:
        query: a question of yes or no about one class.
        subject: the class.
    """
    paid = pay_asked(query, subject)
    if paid is not None:
        return _said(*paid)
    if query.operation not in (Operation.LOOKUP, Operation.PASSAGES, Operation.SECTION):
        return None
    clauses = clauses_of(query.question, query.topic_words, (), ())
    if any(clause.is_excluded and not clause.all(Kind.FREQUENCY) for clause in clauses):
        return None
    weighed = [clause for clause in clauses if clause.all(Kind.POUNDS)]
    if len(weighed) == 1 and set(query.fields.fields) <= {*_WEIGHED, _STRENGTH}:
        return _of_weight(weighed[0], query, subject)
    return _of_time(query, subject) or _of_qualification(clauses, query, subject)


def _said(draft: Draft, is_so: bool | None) -> Draft | None:
    """The draft, beginning with yes or no; as it is where that is open, and none where there is nothing to show."""
    if draft.outcome is not Outcome.ANSWERED:
        return None
    if is_so is None:
        return draft
    first: Line = (f"{'Yes' if is_so else 'No'}. ", *draft.lines[0])
    return replace(draft, lines=(first, *draft.lines[1:]))


def _of_weight(clause: Clause, query: Query, subject: Subject) -> Draft | None:
    """Whether so many pounds are lifted, by what the row of lifting says and the strength of the whole job."""
    rows = tuple(field for field in _WEIGHED if field in query.fields.fields) or _WEIGHED[:1]
    known = [most for field in (*rows, _STRENGTH) if (most := _most_pounds(subject, field)) is not None]
    amounts = {float(one) for one in clause.all(Kind.POUNDS)}
    if not known or len(amounts) > 1:
        return None
    asked = amounts.pop()
    compared = clause.comparison(Kind.POUNDS)
    if _AT_MOST.search(query.question):
        found = {most == asked for most in known}
    elif compared == "more":
        found = {most > asked for most in known}
    elif compared in ("at_most", "less") and "within" not in query.question.lower():
        found = {most <= asked if compared == "at_most" else most < asked for most in known}
    else:
        found = {asked <= most for most in known}
    is_so = found.pop() if len(found) == 1 else None
    if is_so and clause.all(Kind.FREQUENCY):  # so much is lifted, but not that it is so often
        is_so = None
    return _said(look_up([subject], (*rows, _STRENGTH)), is_so)


def _most_pounds(subject: Subject, field: str) -> float | None:
    """The most pounds that a row speaks of, or that its strength may exert."""
    fact = subject.fact(field)
    if fact is None or fact.status is not Status.READ:
        return None
    if field == _STRENGTH:
        place = place_of(fact, subject.held.spec.legends)
        return None if place is None else MOST_POUNDS[place]
    stated = [float(number) for number in _POUNDS.findall(fact.description or "")]
    return max(stated, default=None)


def _of_time(query: Query, subject: Subject) -> Draft | None:
    """Whether a demand takes so much of the time, by what the spec's own legend says of its code."""
    fields = query.fields.fields
    fact = subject.fact(fields[0]) if len(fields) == 1 else None
    if fact is None or fact.value is None or scale_of(fact.field) is not CodeKind.FREQUENCY:
        return None
    asked = share_asked(query.question)
    if asked is None:
        return None
    section = fact.field.partition(".")[0]
    entry = subject.legend([section], fact.raw, fact.value)
    is_so = asked.is_met(place_of(fact, subject.held.spec.legends), entry.meaning if entry else None)
    return _said(look_up([subject], fields), is_so)


def _of_qualification(clauses: Sequence[Clause], query: Query, subject: Subject) -> Draft | None:
    """Whether so many years of work, or so much schooling, is enough."""
    enough = re.search(SUFFICES, query.question, re.IGNORECASE)
    said = [(clause, kind) for clause in clauses for kind in _ROWS for _ in clause.all(kind)]
    if enough is None or len(said) != 1:
        return None
    clause, kind = said[0]
    of_kind, row = _ROWS[kind]
    held = [one for one in subject.held.spec.qualifications if one.kind is of_kind]
    required = next((one for one in held if one.is_required), None)
    if not held or clause.first(kind) == "any_degree":
        return None
    is_so: bool | None = True if required is None else _is_enough(_asked(clause, kind), clause, kind, required)
    draft = look_up([subject], (row,))
    quotes = " ".join(evidence.quote for evidence in draft.evidence())
    if is_so and (_asks_more(required, subject) or _tells_more(query.topic_words, quotes)):
        is_so = None
    return _said(draft, is_so)


def _asked(clause: Clause, kind: Kind) -> float:
    said = clause.all(kind)[0]
    return float(said) if kind is Kind.YEARS else float(EducationLevel(said).rank)


def _is_enough(asked: float, clause: Clause, kind: Kind, required: Qualification) -> bool | None:
    """Whether an amount reaches what is required; open where it does not but something else may take its place."""
    needed = float(required.level.rank) if isinstance(required.level, EducationLevel) else required.amount or 0.0
    if clause.comparison(kind) == "less":
        asked = math.nextafter(asked, 0.0) if asked <= needed else math.inf
    if math.isinf(asked):
        return None
    if asked >= needed:
        return True
    return None if required.accepts_equivalent else False


def _asks_more(required: Qualification | None, subject: Subject) -> bool:
    """Whether the requirement goes on to ask for more than the amount: "and two years of trade school"."""
    if required is None:
        return False
    text = subject.held.spec.source.text
    parts = re.split(r"[,;.]", text[required.raw_end : required.end])
    is_schooling = required.kind is QualificationKind.EDUCATION
    more = f"{MORE_ASKED}|{MORE_SCHOOLING}" if is_schooling else MORE_ASKED
    return any(re.search(more, part) and not re.search(PREFERRED, part) for part in parts)


def _tells_more(words: Sequence[Word], quotes: str) -> bool:
    """Whether a question tells of the amount what the requirement does not say: "two years as a cook"."""
    shown = {word.stem for word in words_of(quotes)}
    marked = {at for mark in marks_of(words) for at in range(mark.start, mark.end)}
    told = [word for at, word in enumerate(words) if at not in marked and not word.is_small]
    idle = IDLE | OF_AMOUNTS
    suffices = {word.text for word in words_of(" ".join(re.findall(r"[a-z]+", SUFFICES)))}
    return any(w.text not in idle and w.text not in suffices and not alike(w.stem) & shown for w in told)
