"""What a question asks beyond the field or section that it names, where a sentence says that.

"How long can a shift be in a snow emergency?" names a field by its first words and is answered by a function; "when do
the interviews begin?" names a section and is answered by one of its sentences.
"""

import re
from collections.abc import Sequence

from assistant.answer import Outcome
from assistant.answering.answer_kinds import has_kind_asked
from assistant.answering.candidates import Candidate, Found, clauses_of
from assistant.answering.coverage import coverage, telling
from assistant.answering.entailing_words import IDLE, THING_DEMANDED
from assistant.answering.passages import mention, search_passages
from assistant.answering.question_forms import forms_of
from assistant.draft import HEADER_FIELDS, Draft, Evidence, Line, Subject, section_of
from assistant.understanding.fields import field_hits
from assistant.understanding.lexicon import (
    FREQUENCY_CUES,
    LEVELS,
    NO_MODIFIERS,
    QUESTION_WORDS,
    RANK_WORDS,
    ROMAN,
    ROW_WORDS,
)
from assistant.understanding.query import Query
from assistant.understanding.synonyms import alike
from assistant.understanding.words import Word, stems_in
from assistant.wording import is_box, is_coded
from index import Library

_CUES = frozenset(word for cue in FREQUENCY_CUES for word in cue.split())
# Words that ask for any length of time; experience is only one.
_OF_TIME = frozenset({"how", "long", "must", "have", "be", "before", "much", "time", "many"})
_NO_MATTER = _CUES | _OF_TIME | ROW_WORDS | RANK_WORDS | ROMAN | LEVELS.keys() | {"able"}
_WHO = re.compile(r"\W*(?:(?:and|so|but) )?(?:who|whom|whose)\b", re.IGNORECASE)
_WHY = re.compile(r"\W*(?:(?:and|so|but) )?why\b", re.IGNORECASE)
_OF_QUESTIONS = frozenset(QUESTION_WORDS) | NO_MODIFIERS
_MOST_OF_IT = 0.6
# Of a section of many matters: the sentences about one must be surer than elsewhere to stand for the whole.
_SURE_OF_ONE = 1.0
# Its alternatives belong together: one of them alone would mislead.
_OF_ALTERNATIVES = frozenset({"minimum_qualifications", "class_requirements"})
# Long, and each sentence of another matter.
_OF_MANY_MATTERS = frozenset({"selection_process", "how_to_apply"})


def asked_beyond(query: Query) -> tuple[Word, ...]:
    """The words of a question that tell more than which field, section or topic of which class is meant.

    None where all its words together name the field, by their meaning.
    """
    if (query.fields.fields or query.fields.sections) and not query.fields.words:
        return ()
    named = {(word.start, word.end) for word in query.fields.words}
    return tuple(
        word
        for word in telling(query.topic_words)
        if (word.start, word.end) not in named and word.stem not in query.topic_stems and word.text not in _NO_MATTER
    )


def said_beyond(query: Query, subjects: Sequence[Subject], shown: Draft, library: Library) -> Found | None:
    """The sentences that surely answer what is asked beyond a field or section better than what is shown of that.

    None where nothing more is asked, or nothing says it; the models are asked only where its words stand elsewhere,
    or where what is shown is long.
    """
    beyond = asked_beyond(query)
    evidence = shown.evidence()
    is_of_header = bool(query.fields.fields) and set(query.fields.fields) <= HEADER_FIELDS
    is_doubtful = _is_only_of_time(query) or _asks_of_rows(query, _WHO) or _asks_of_rows(query, _WHY)
    if is_of_header or not beyond or not _may_be_said(subjects, beyond, evidence, is_doubtful=is_doubtful):
        return None
    found = search_passages(library, subjects, forms_of(query, subjects))
    is_of_many = any(one.section in _OF_MANY_MATTERS for one in evidence)
    if not found.answers or found.certainty < (_SURE_OF_ONE if is_of_many else found.sure) or found.answers[0].is_row:
        return None
    best = found.answers[0].evidence
    is_shown = any(_is_within(best, one) for one in evidence)
    return None if is_shown and best.section in _OF_ALTERNATIVES else found


def says_nothing_of(query: Query, subjects: Sequence[Subject]) -> bool:
    """Whether more is asked than the name of a section, and the specs have no word of that: "a notary commission".

    Of a thing that may be demanded they have to have every word.
    """
    said = [mention(subjects, (word.stem,)) for word in _things_asked(query)]
    return bool(said) and not (all(said) if _asks_of_demanded(query) else any(said))


def said_of_thing(query: Query, subjects: Sequence[Subject]) -> Found:
    """The sentences that have all the words of a thing of which it is asked whether it is demanded."""
    things = _things_asked(query) if _asks_of_demanded(query) else []
    clauses = (one for subject in subjects if things for one in clauses_of(subject) if not one.is_row)
    having = tuple(one for one in clauses if all(alike(word.stem) & stems_in(one.said) for word in things))
    return Found(having, float(bool(having)), 1.0, 1.0, 1.0)


def _things_asked(query: Query) -> list[Word]:
    """The words beyond a field or section that name something, and do not only ask."""
    return [word for word in asked_beyond(query) if word.text not in _OF_QUESTIONS | IDLE]


def _asks_of_demanded(query: Query) -> bool:
    return re.search(THING_DEMANDED, query.question, re.IGNORECASE) is not None


def asks_otherwise(query: Query, subjects: Sequence[Subject], shown: Draft) -> bool:
    """Whether what names a field cannot mean it: a row does not say who, nor experience how long just anything.

    Nor does a field answer that has nothing of the kind that is asked for, as a department has no number to call.

    A row does not say why either, but it shows whether what is asked about is so at all. "How long is the lunch break?"
    asks for no experience where the spec has no such word.
    """
    if _is_only_of_time(query):
        beyond = [word for word in asked_beyond(query) if word.text not in _OF_QUESTIONS]
        return bool(beyond) and not any(mention(subjects, (word.stem,)) for word in beyond)
    return _asks_of_rows(query, _WHO) or not _has_kind_asked(query, shown)


def _has_kind_asked(query: Query, shown: Draft) -> bool:
    """Whether what is shown of the fields has the kind of thing that is asked for; not where it is left blank."""
    if shown.outcome is not Outcome.ANSWERED:
        return True
    others = _named_beside_time(query)
    lines = [line for line in shown.lines if not others or any(_is_of_field(line, shown, field) for field in others)]
    said = " ".join(piece for line in lines for piece in line if isinstance(piece, str))
    return has_kind_asked(query.question, said, is_sentence=False)


def _named_beside_time(query: Query) -> tuple[str, ...]:
    """The fields named by other words than those that ask for any length of time, where some are by these alone."""
    _, hits = field_hits(query.question, query.classes.words, ())
    named = [hit for hit in hits if hit.target]
    by_time = [hit for hit in named if set(hit.said) <= _OF_TIME]
    return tuple(hit.target for hit in named if hit.target and hit not in by_time) if by_time else ()


def _is_of_field(line: Line, shown: Draft, field: str) -> bool:
    """Whether a line shows a field, or a row of it."""
    rows = {cell.evidence for cell in shown.cells if cell.field == field or section_of(cell.field) == field}
    return any(piece in rows for piece in line if isinstance(piece, Evidence))


def _asks_of_rows(query: Query, beginning: re.Pattern[str]) -> bool:
    """Whether a question that begins so names coded rows."""
    rows = bool(query.fields.fields) and all(is_coded(field) or is_box(field) for field in query.fields.fields)
    return rows and beginning.match(query.question) is not None


def _may_be_said(
    subjects: Sequence[Subject], beyond: Sequence[Word], shown: Sequence[Evidence], *, is_doubtful: bool
) -> bool:
    """Whether it is worth looking: some sentence has more of the words than what is shown, or much is shown."""
    if is_doubtful or any(one.section in _OF_MANY_MATTERS for one in shown):
        return True
    clauses = [(one, coverage(one, beyond)) for subject in subjects for one in clauses_of(subject)]
    of_shown = max((said for one, said in clauses if _is_in_any(one, shown)), default=0.0)
    return any(said >= _MOST_OF_IT and said > of_shown for one, said in clauses if not one.is_row)


def _is_only_of_time(query: Query) -> bool:
    """Whether the field was named only by words that ask for any length of time."""
    words = {word.text for word in query.fields.words}
    return bool(query.fields.fields and words) and words <= _OF_TIME


def _is_in_any(one: Candidate, places: Sequence[Evidence]) -> bool:
    return any(_is_within(one.evidence, place) for place in places)


def _is_within(one: Evidence, place: Evidence) -> bool:
    return one.spec_id == place.spec_id and place.start <= one.start and one.end <= place.end
