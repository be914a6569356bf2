"""Questions about a person's fitness, eligibility or chances: the demands are shown, the judgement is not made."""

import re
from collections.abc import Sequence

from assistant.answer import Outcome, Reason, Route
from assistant.answering.in_passing import said_in_passing
from assistant.answering.lookup import look_up
from assistant.answering.quoting import quote_answers
from assistant.answering.section import whole_sections
from assistant.draft import Draft, Evidence, Line, Subject
from assistant.understanding.query import Query
from ingest.model import Passage
from ingest.sentences import sentences

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_ACCOMMODATION = re.compile(r"accommodat", re.IGNORECASE)


def not_judged(subjects: Sequence[Subject], query: Query) -> Draft:
    """What the spec demands where the question asks, and its own sentence about accommodation where it has one."""
    asked = query.fields
    stated = [field for field in asked.fields if any(subject.fact(field) is not None for subject in subjects)]
    shown = look_up(subjects, stated or asked.fields) if asked.fields else whole_sections(subjects, asked.sections)
    in_passing = said_in_passing(query, subjects, asked.fields) if not stated else None
    if in_passing is not None and in_passing.answers:
        shown = quote_answers(in_passing, subjects)
    titles = tuple(subject.title for subject in subjects)
    opening: Line = (
        "Whether a particular person can do or get this job is not for Rolebook to judge. "
        f"What the class spec of {' and '.join(titles)} says:",
    )
    accommodation: list[Line] = [
        (f"“{' '.join(evidence.quote.split())}” ", evidence) for evidence in _accommodation(subjects)
    ]
    lines = (opening, *shown.lines, *accommodation)
    return Draft(Outcome.ABSTAINED, Route.LOOKUP, lines, shown.cells, titles, Reason.PERSON_JUDGEMENT)


def _accommodation(subjects: Sequence[Subject]) -> list[Evidence]:
    """The first sentence of each spec that speaks of accommodation."""
    found = []
    for subject in subjects:
        passages = (p for p in subject.held.spec.passages if _ACCOMMODATION.search(p.embedded_text))
        places = (place for passage in passages for place in _places(subject, passage))
        first = next(places, None)
        if first is not None:
            found.append(first)
    return found


def _places(subject: Subject, passage: Passage) -> list[Evidence]:
    text = subject.held.spec.source.text
    # A layout may cut its lines into passages, so that the sentence begins in the line before.
    goes_on = text[passage.start : passage.start + 1].islower()
    first = _paragraph(text, passage.start) if goes_on else passage.start
    return [
        subject.within(passage, start, end)
        for start, end in sentences(text, first, passage.end)
        if _ACCOMMODATION.search(text[start:end])
    ]


def _paragraph(text: str, place: int) -> int:
    """Where the paragraph around a place begins: behind the last line before it that is blank."""
    return max((blank.end() for blank in _BLANK_LINE.finditer(text, 0, place)), default=0)
