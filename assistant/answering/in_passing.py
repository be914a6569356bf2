"""What specs without coded rows say of a field in passing: the sentences of any section that name it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.answering.beyond import asked_beyond
from assistant.answering.candidates import Candidate, Found, candidates_in, ranked
from assistant.answering.coverage import coverage, telling
from assistant.draft import HEADER_FIELDS, Draft, Subject, section_of
from assistant.understanding.fields import said_in, words_for
from assistant.understanding.query import Query
from assistant.understanding.words import words_of
from ingest.model import Form

# So much of the words that name a field stands in a sentence that says all of them, one by a synonym.
_ALL_WORDS = 0.8


def said_in_passing(query: Query, subjects: Sequence[Subject], keys: Collection[str]) -> Found:
    """The sentences of specs without coded rows that name one of the fields or sections asked for.

    Where some have all the words by which the question names these ("drug test"), the others are of something else;
    and so are those that have no word of what is asked beside them.
    """
    named = [replace(one, score=1.0) for subject in subjects for one in _naming(subject, keys)]
    all_said = [one for one in named if _says_name(query, one)]
    usual = words_for(keys)
    beyond = [word for word in asked_beyond(query) if word.stem not in usual]
    kept = [one for one in all_said or named if not beyond or coverage(one, beyond)]
    return Found(ranked(kept), 1.0, 0.0, 0.0, 0.0)


def said_better(query: Query, subjects: Sequence[Subject], keys: Collection[str], shown: Draft) -> Found | None:
    """The sentences that have all the words by which the question names a field, where what is shown has them nowhere.

    What is shown is a section that stands in for the field and says something else of it: a licence, no drug test.
    """
    in_shown = {word.stem for evidence in shown.evidence() for word in words_of(evidence.quote)}
    name = telling(query.fields.words)
    is_of_sections = any(section_of(key) == key for key in keys)
    if is_of_sections or not name or in_shown & {word.stem for word in name}:
        return None
    found = said_in_passing(query, subjects, set(keys) - HEADER_FIELDS)
    return found if found.candidates and all(_says_name(query, one) for one in found.candidates) else None


def _naming(subject: Subject, keys: Collection[str]) -> Iterator[Candidate]:
    """The sentences of a spec without coded rows that name one of the fields or sections, or a field of one of them."""
    if subject.held.spec.form is Form.NORFOLK:
        return
    for passage in subject.held.spec.passages:
        for one in candidates_in(subject, passage):
            if any(named in keys or section_of(named) in keys for named in said_in(one.said)):
                yield one


def _says_name(query: Query, one: Candidate) -> bool:
    return coverage(one, query.fields.words) >= _ALL_WORDS
