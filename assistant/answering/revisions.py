"""Revisions of one class side by side: what changed from one to the next (route ``compare``)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome, Route
from assistant.answering.abstain import not_stated
from assistant.answering.compare import column_names, compare
from assistant.answering.lookup import look_up
from assistant.answering.proved import proved
from assistant.answering.section import whole_sections
from assistant.answering.verdicts import verdict
from assistant.answering.yes_no import with_yes_or_no
from assistant.draft import HEADER_FIELDS, Cell, Draft, Line, Subject
from assistant.holdings import Holdings
from assistant.understanding.comparison_words import (
    OF_AN_EARLIER_REVISION,
    OF_BOTH_REVISIONS,
    OF_COMPARING,
    WHICH_REVISION,
)
from assistant.understanding.fields import field_stems
from assistant.understanding.lexicon import POLAR, TYPED, UNTELLING_WORDS
from assistant.understanding.query import Query
from assistant.understanding.words import stems_in, word_of
from assistant.wording import cell, field_name, is_box, is_coded, value_words
from index import SpecEntry
from ingest.model import Fact, Status

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def answer_revisions(query: Query, holdings: Holdings) -> Draft:
    """What differs between the revisions held of a class, in the fields asked about; or what an earlier one says.

    Where only one is held, that is said: a revision that Rolebook does not hold is unknown to it.
    """
    entry = query.classes.entries[0]
    held = holdings.revisions(entry)
    if len(held) < 2:
        return not_stated(holdings.subjects([entry]), "changes: no other revision of it is held")
    keys = (*query.fields.fields, *query.fields.sections)
    earlier = _earlier(query.question, held)
    if earlier is not None:
        of_earlier = _of_revision(query, earlier, holdings.subject(earlier.spec_id))
        if of_earlier is not None:
            return of_earlier
    pairs = [(one, holdings.subject(one.spec_id)) for one in held]
    subjects = [subject for _, subject in pairs]
    if not keys and (worded := _rows_with_words(query, subjects)):
        return worded
    said = verdict(query.question, pairs[::-1], query.fields.fields, None) if query.is_polar else None
    lead: Line | None = (f"{said}.",) if said else None
    return compare(subjects, column_names(subjects), keys, lead)


def _rows_with_words(query: Query, subjects: Sequence[Subject]) -> Draft | None:
    """The rows of prose of each revision that have most of the words asked about, or that one has none of them."""
    text = query.question
    for said in (WHICH_REVISION, OF_COMPARING):
        text = re.sub(said, lambda found: " " * len(found[0]), text, flags=re.IGNORECASE)
    telling = (word for word in query.topic_words if text[word.start : word.end].strip() and not word.is_small)
    asked = {word_of(TYPED.get(word.text, word.text)).stem for word in telling if word.text not in UNTELLING_WORDS}
    rows = [
        (subject, fact, len(asked & stems_in(fact.value or ""))) for subject in subjects for fact in _prose(subject)
    ]
    most = max((shared for *_, shared in rows), default=0)
    if asked <= field_stems() or 2 * most < len(asked):
        return None
    lines: list[Line] = []
    cells: list[Cell] = []
    for subject, name in zip(subjects, column_names(subjects), strict=True):
        found = [fact for of, fact, shared in rows if of is subject and shared == most]
        for fact in found:
            words = value_words(subject, fact, with_meaning=True)
            lines.append((*name, f" – {field_name(fact.field)}: ", *words))
            cells.append(cell(subject, fact))
        if not found:
            lines.append((*name, ": no row of it has these words."))
    titles = tuple(dict.fromkeys(subject.title for subject in subjects))
    return Draft(Outcome.ANSWERED, Route.COMPARE, tuple(lines), tuple(cells), titles)


def _prose(subject: Subject) -> list[Fact]:
    """The rows that are read in prose: descriptions, functions, requirements, lists."""
    return [
        fact
        for fact in subject.held.spec.facts
        if fact.status is Status.READ
        and fact.field not in HEADER_FIELDS
        and not is_coded(fact.field)
        and not is_box(fact.field)
    ]


def _earlier(question: str, held: Sequence[SpecEntry]) -> SpecEntry | None:
    """The one earlier revision that is asked about, by a year or as the old one; none where both are."""
    plain = " ".join(question.lower().split())
    if re.search(OF_BOTH_REVISIONS, plain):
        return None
    years = _YEAR.findall(question)
    if years and re.search(r"\b(?:before|prior to|until)\b", plain):
        before = [entry for entry in held if (entry.revision or "") < min(years)]
        return before[-1] if before else None
    of_year = [entry for entry in held if any(year in f"{entry.revised}" for year in years)]
    if len(of_year) == 1:
        return of_year[0]
    return held[-2] if re.search(OF_AN_EARLIER_REVISION, plain) else None


def _of_revision(query: Query, entry: SpecEntry, subject: Subject) -> Draft | None:
    """What one revision says of the fields asked about; of none, whether a sentence of it says yes or no."""
    is_polar = query.is_polar and re.search(POLAR, " ".join(query.question.lower().split())) is not None
    if not query.fields.fields and query.fields.sections:
        return whole_sections([subject], query.fields.sections)
    if not query.fields.fields:
        return proved(_without_revision(query), [subject], {}) if is_polar else None
    found = look_up([subject], query.fields.fields)
    return with_yes_or_no(found, query, entry, subject) if is_polar else found


def _without_revision(query: Query) -> Query:
    """The query without the words that say which revision is meant."""
    text = re.sub(WHICH_REVISION, lambda said: " " * len(said[0]), query.question, flags=re.IGNORECASE)
    words = tuple(word for word in query.topic_words if text[word.start : word.end].strip())
    return replace(query, question=text, topic_words=words)
