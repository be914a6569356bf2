"""From a query to a draft: one answerer an operation."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.answer import Outcome, Reason
from assistant.answering import abstain
from assistant.answering.beyond import said_of_thing, says_nothing_of
from assistant.answering.compare import MOST_COMPARED, column_names, compare
from assistant.answering.cross_references import beside, extended, follow, others_named, together
from assistant.answering.definition import define
from assistant.answering.described import described_functions, with_its_strength
from assistant.answering.function_strengths import counts_functions, functions_asked
from assistant.answering.in_passing import said_in_passing
from assistant.answering.judgement import not_judged
from assistant.answering.listed_tools import listed
from assistant.answering.lookup import look_up
from assistant.answering.measures import measured
from assistant.answering.passages import search_words_in_all
from assistant.answering.quoting import quote_answers
from assistant.answering.revisions import answer_revisions
from assistant.answering.section import whole_sections
from assistant.answering.verdicts import leader, verdict
from assistant.answering.yes_no import (
    saying_it_is_unsaid,
    tells_more,
    with_yes_or_no,
)
from assistant.draft import Draft, Subject
from assistant.holdings import Holdings, file_name
from assistant.of_prose import from_prose, or_beyond, or_proved, or_sentences, with_others, with_prose_beside
from assistant.searching.arbitration import may_be_told_by_passages
from assistant.searching.of_all import nearest_beneath, of_all, whose_work
from assistant.understanding.meanings import Meant, fields_meant
from assistant.understanding.query import Naming, Operation, Query
from assistant.understanding.scope import asks_of_a_job
from assistant.wording import is_coded
from index import VectorsUnavailable
from ingest.form import SECTION_BY_KEY

_FUNCTIONS = "essential_functions"
_OF_ROWS = (Operation.LOOKUP, Operation.SECTION)
_ROWS_OF_PROSE = ("machines_tools", "protective_equipment")


def draft_of(query: Query, holdings: Holdings) -> Draft:
    """The answer to a query, not yet verified."""
    classes = query.classes
    if query.operation is Operation.SEARCH:
        return of_all(query, holdings)
    if may_be_told_by_passages(query):
        told = whose_work(query, holdings)
        if told.found.answers:
            return quote_answers(told.quoted(), ())
        if query.operation is Operation.PASSAGES and classes.naming is Naming.NONE and told.nearest:
            return nearest_beneath(told)
    if query.operation is Operation.OTHER_REQUEST and not (classes.entries and classes.naming is Naming.QUESTION):
        return abstain.out_of_scope()
    if classes.unheld:
        return abstain.no_such_class(holdings.titles_of(classes.candidates), holdings.titles_of(holdings.classes))
    if not classes.entries:
        return _asked_back(query, holdings)
    found = _about(query, holdings)
    return saying_it_is_unsaid(found) if query.is_polar and len(classes.entries) == 1 else found


def _about(query: Query, holdings: Holdings) -> Draft:
    """The answer about classes that are known, and about those that it names where they are asked about next."""
    if query.then is not None:
        first = _about(replace(query, then=None), holdings)
        others = others_named(first, query.classes.entries, holdings)
        then = replace(query.then, classes=replace(query.then.classes, entries=others))
        return together(first, _about(then, holdings)) if others else first
    entries = query.classes.entries
    if query.operation is Operation.REVISIONS:
        return answer_revisions(query, holdings)
    subjects = holdings.subjects(entries)
    if query.operation is Operation.COMPARE:
        return _compared(subjects, query)
    if query.operation is Operation.CROSS_REFERENCE:
        return follow(subjects, holdings)
    if query.operation is Operation.JUDGEMENT:
        return not_judged(subjects, query)
    if query.is_polar and len(subjects) == 1:
        decided = measured(query, subjects[0]) or listed(query, subjects[0])
        if decided is not None:
            return decided
    if query.operation in _OF_ROWS:
        return _of_rows(subjects, query, holdings)
    if query.codes:
        return define(subjects, query.codes, query.fields.fields)
    return _as_meant(subjects, query, holdings)


def _of_rows(subjects: Sequence[Subject], query: Query, holdings: Holdings) -> Draft:
    """The one function that is described, else the cells or the sections asked for."""
    described = described_functions(subjects, query)
    if described:
        return with_its_strength(look_up(subjects, described), query)
    if query.operation is Operation.LOOKUP:
        return _looked_up(subjects, query, holdings)
    return or_proved(_sections(subjects, query, query.fields.sections, holdings), subjects, query, holdings)


def _as_meant(subjects: Sequence[Subject], query: Query, holdings: Holdings) -> Draft:
    """The fields that are meant for certain, else the sentences that answer, else the fields that may well be meant.

    Before them the one function that is described, where its strength is asked for.
    """
    described = described_functions(subjects, query)
    if described:
        return with_its_strength(look_up(subjects, described), query)
    meant = fields_by_meaning(query, holdings)
    if meant is not None and meant.is_sure and (found := _if_held(meant, query, holdings)):
        return found
    told = from_prose(subjects, query, holdings)
    if meant is None or told.outcome is Outcome.ANSWERED:
        return told
    return _if_held(meant, query, holdings) or told


def fields_by_meaning(query: Query, holdings: Holdings) -> Meant | None:
    """The fields that a question means in which the lexicon found none; none without the embedding model."""
    try:
        return fields_meant(query, partial(holdings.library.similarities, stay=True))
    except VectorsUnavailable:
        return None


def _if_held(meant: Meant, query: Query, holdings: Holdings) -> Draft | None:
    """What the spec has of the fields that are meant; none where it has no place for them."""
    subjects, fields = holdings.subjects(query.classes.entries), meant.fields
    found = look_up(subjects, fields.fields) if fields.fields else whole_sections(subjects, fields.sections)
    if found.reason is not Reason.NOT_IN_SPEC:
        return _about(meant.asked(query), holdings)
    rows = [field for field in fields.fields if is_coded(field) or field in _ROWS_OF_PROSE]
    in_passing = said_in_passing(meant.asked(query), subjects, rows)
    return quote_answers(in_passing, subjects) if meant.is_sure and in_passing.answers else None


def _looked_up(subjects: Sequence[Subject], query: Query, holdings: Holdings) -> Draft:
    """The cells asked for, beginning with yes or no where that is asked and they, or a sentence, say so."""
    found = with_its_strength(look_up(subjects, query.fields.fields), query)
    if query.fields.beside and not query.is_polar:
        return together(found, _sections(subjects, query, query.fields.beside, holdings))
    if query.is_polar and len(subjects) == 1:
        # A sentence that has all of what is asked says more than a row that has a word of it.
        answered = or_proved(found, subjects, query, holdings) if tells_more(query) else found
        if answered is found:
            answered = with_yes_or_no(found, query, query.classes.entries[0], subjects[0])
        found = or_proved(answered, subjects, query, holdings)
    shown = or_beyond(or_sentences(found, subjects, query, query.fields.fields, holdings), subjects, query, holdings)
    return extended(with_prose_beside(shown, subjects, query), subjects, holdings)


def _sections(subjects: Sequence[Subject], query: Query, sections: Sequence[str], holdings: Holdings) -> Draft:
    """Whole sections; of the functions only those of a strength, if one is asked for, and those referred to."""
    if tuple(sections) == (_FUNCTIONS,) and len(subjects) == 1:
        elsewhere = beside(subjects, holdings)
        among = with_others(subjects, elsewhere, holdings)
        asked = functions_asked(query.of_functions, among, elsewhere, query.question, is_polar=query.is_polar)
        if asked is not None:
            return asked
    if query.is_polar and len(subjects) == 1:
        if says_nothing_of(query, subjects):
            return abstain.no_passage(subjects)
        said = said_of_thing(query, subjects)
        if said.answers:
            return quote_answers(said, subjects)
    whole = or_sentences(whole_sections(subjects, sections), subjects, query, sections, holdings)
    if _FUNCTIONS in sections and counts_functions(query.question):
        return extended(whole, subjects, holdings)
    if whole.reason is Reason.NOT_IN_SPEC and not set(sections) <= SECTION_BY_KEY.keys():
        told = from_prose(subjects, query, holdings)
        whole = told if told.outcome is Outcome.ANSWERED else whole
    else:
        whole = or_beyond(whole, subjects, query, holdings)
    return extended(whole, subjects, holdings)


def _compared(subjects: Sequence[Subject], query: Query) -> Draft:
    """The classes side by side, beginning with the verdict where one is asked for and their specs give it."""
    if len(subjects) > MOST_COMPARED:
        return abstain.too_many_to_compare([subject.title for subject in subjects], MOST_COMPARED)
    fields = query.fields.fields
    lead = leader(query.question, subjects, fields)
    if query.is_polar:
        pairs = list(zip(query.classes.entries, subjects, strict=True))
        said = verdict(query.question, pairs, fields, query.criterion)
        lead = (f"{said}.",) if said else None
    return compare(subjects, column_names(subjects), (*fields, *query.fields.sections), lead)


def _asked_back(query: Query, holdings: Holdings) -> Draft:
    """Which class is meant, if the question has to do with class specs at all."""
    candidates = holdings.titles_of(query.classes.candidates)
    if len(candidates) == 1 and len(query.classes.candidates) > 1:
        return abstain.ask_which_file(candidates[0], [file_name(entry) for entry in query.classes.candidates])
    if query.classes.naming is Naming.QUESTION:
        return abstain.ask_which(candidates, is_doubtful=True)
    if query.operation is not Operation.PASSAGES or asks_of_a_job(query.question):
        return abstain.ask_which(candidates, is_doubtful=False)
    spec_ids = [entry.spec_id for entry in holdings.classes]
    if search_words_in_all(holdings.library, spec_ids, holdings.subject, query.topic_words).answers:
        return abstain.ask_which(candidates, is_doubtful=False)
    return abstain.out_of_scope()
