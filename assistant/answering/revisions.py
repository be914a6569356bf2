"""Revisions of one class side by side: what changed from one to the next (route ``compare``)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.abstain import not_stated
from assistant.answering.compare import column_names, compare
from assistant.answering.lookup import look_up
from assistant.answering.section import whole_sections
from assistant.answering.verdicts import verdict
from assistant.answering.yes_no import proved, with_yes_or_no
from assistant.draft import Draft, Line, Subject
from assistant.holdings import Holdings
from assistant.understanding.lexicon import OF_AN_EARLIER_REVISION, OF_BOTH_REVISIONS, POLAR, WHICH_REVISION
from assistant.understanding.query import Query
from index import SpecEntry

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
    said = verdict(query.question, pairs[::-1], query.fields.fields, None) if query.is_polar else None
    lead: Line | None = (f"{said}.",) if said else None
    return compare(subjects, column_names(subjects), keys, lead)


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
