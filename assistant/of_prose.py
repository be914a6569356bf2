"""What the prose of some classes answers, and where its sentences say more than the cells that were found."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import Outcome, Reason
from assistant.answering import abstain
from assistant.answering.beyond import asks_otherwise, said_beyond
from assistant.answering.candidates import Found
from assistant.answering.coverage import telling
from assistant.answering.cross_references import beside, referring, together
from assistant.answering.in_passing import said_better, said_in_passing
from assistant.answering.lookup import look_up
from assistant.answering.passages import mention, search_passages, sentences_beside, sentences_saying
from assistant.answering.proved import proved, proved_of_each
from assistant.answering.question_forms import forms_of
from assistant.answering.quoting import quote_answers
from assistant.answering.stated import places_of
from assistant.answering.yes_no import has_verdict
from assistant.draft import HEADER_FIELDS, Draft, Evidence, Line, Subject
from assistant.holdings import Holdings
from assistant.understanding.lexicon import STATED_TOPICS
from assistant.understanding.query import Naming, Query
from assistant.understanding.scope import asks_of_a_job
from assistant.understanding.words import words_of
from assistant.wording import is_box, is_coded, quotation
from ingest.model import Form


def from_prose(subjects: Sequence[Subject], query: Query, holdings: Holdings) -> Draft:
    """The sentences that answer, or that none does."""
    stated = STATED_TOPICS.get(query.topic or "")
    if stated is not None and any(places_of(subject, stated) for subject in subjects):
        place = look_up(subjects, (stated,))
        return place if stated in HEADER_FIELDS else or_beyond(place, subjects, query, holdings)
    if query.topic is not None and not mention(subjects, query.topic_stems):
        return abstain.absent_topic(subjects, query.topic)
    said = sentences_saying(subjects, query.prose_topic) if query.prose_topic else None
    elsewhere = beside(subjects, holdings)
    looked_through = with_others(subjects, elsewhere, holdings)
    if query.is_polar and len(subjects) == 1 and not said:
        shown = proved(query, looked_through, elsewhere)
        if shown is not None:
            return _with_references(shown, elsewhere, subjects)
    of_each = proved_of_each(query, subjects) if query.is_polar and len(subjects) > 1 and not said else None
    if of_each is not None:
        return of_each
    found = said if said and said.answers else _searched_in(looked_through, query, holdings)
    nearest = quote_answers(found.nearest, subjects) if found.nearest else None
    if query.topic is not None and not found.says(query.topic_stems):
        return abstain.beneath(abstain.absent_topic(subjects, query.topic), nearest if found.answers else None)
    if found.answers and (said is None or said.answers):
        return _with_references(quote_answers(found, subjects), referring(subjects, holdings), subjects)
    is_about_class = query.classes.naming in (Naming.QUESTION, Naming.HISTORY) or asks_of_a_job(query.question)
    return abstain.no_passage(subjects, nearest) if is_about_class else abstain.out_of_scope()


def or_proved(draft: Draft, subjects: Sequence[Subject], query: Query, holdings: Holdings) -> Draft:
    """The draft; where yes or no is asked and it says neither, beneath a sentence that does."""
    if not query.is_polar or len(subjects) != 1 or has_verdict(draft):
        return draft
    elsewhere = beside(subjects, holdings)
    shown = proved(query, with_others(subjects, elsewhere, holdings), elsewhere)
    if shown is None:
        return draft
    shown = _with_references(shown, elsewhere, subjects)
    if draft.outcome is not Outcome.ANSWERED or not _has_word_of(query, draft):
        return shown
    lines = tuple(dict.fromkeys((*shown.lines, *draft.lines)))
    cells = tuple(dict.fromkeys((*shown.cells, *draft.cells)))
    return replace(draft, lines=lines, cells=cells, classes=tuple(dict.fromkeys((*draft.classes, *shown.classes))))


def _has_word_of(query: Query, draft: Draft) -> bool:
    """Whether the rows shown are coded, or have a word of what is asked: others stand in for what is not stated."""
    if any(is_coded(cell.field) or is_box(cell.field) for cell in draft.cells):
        return True
    said = {word.stem for evidence in draft.evidence() for word in words_of(evidence.quote)}
    return any(word.stem in said for word in telling(query.topic_words))


def or_sentences(
    draft: Draft, subjects: Sequence[Subject], query: Query, keys: Sequence[str], holdings: Holdings
) -> Draft:
    """The draft; where no spec has a place for what is asked, what specs without coded rows say of it in passing."""
    of_other_forms = [subject for subject in subjects if subject.held.spec.form is not Form.NORFOLK]
    if not of_other_forms or has_verdict(draft):
        return draft
    if draft.reason is not Reason.NOT_IN_SPEC:
        better = said_better(query, of_other_forms, keys, draft)
        return quote_answers(better, subjects) if better else draft
    in_passing = said_in_passing(query, of_other_forms, set(keys) - HEADER_FIELDS)
    if in_passing.answers:
        return quote_answers(in_passing, subjects)
    found = _searched_in(of_other_forms, query, holdings)
    if not found.answers:
        return draft
    quoted = quote_answers(found, subjects)
    return quoted if found.certainty >= found.sure else abstain.beneath(draft, quoted)


def with_prose_beside(draft: Draft, subjects: Sequence[Subject], query: Query) -> Draft:
    """The draft of a row that only codes what is asked, and beneath it the sentences that say it in words."""
    found = sentences_beside(subjects, query, beside=draft.evidence())
    if not found.answers:
        return draft
    said = quote_answers(found, subjects)
    return together(draft, said) if draft.outcome is Outcome.ANSWERED else said


def or_beyond(draft: Draft, subjects: Sequence[Subject], query: Query, holdings: Holdings) -> Draft:
    """The draft of a field or section; the sentences that answer where more is asked than its name and they say it.

    That none does where what names the field cannot mean it.
    """
    if has_verdict(draft):
        return draft
    found = said_beyond(query, subjects, draft, holdings.library)
    if found is None and asks_otherwise(query, subjects, draft):
        return abstain.no_passage(subjects)
    return quote_answers(found, subjects) if found else draft


def with_others(subjects: Sequence[Subject], elsewhere: Mapping[str, Evidence], holdings: Holdings) -> list[Subject]:
    """The classes, and those that they refer to by the places of the references."""
    return [*subjects, *(holdings.subject(spec_id) for spec_id in elsewhere)]


def _searched_in(subjects: Sequence[Subject], query: Query, holdings: Holdings) -> Found:
    """What is found in the prose of some classes."""
    return search_passages(holdings.library, subjects, forms_of(query, subjects))


def _with_references(draft: Draft, elsewhere: Mapping[str, Evidence], subjects: Sequence[Subject]) -> Draft:
    """The draft; where it quotes a class that another refers to, the place of that reference first."""
    cited = {evidence.spec_id for evidence in draft.evidence()}
    places = list(dict.fromkeys(place for spec_id, place in elsewhere.items() if spec_id in cited))
    lines: list[Line] = [(f"{p.class_title}: {quotation(' '.join(p.quote.split()), p.quote)} ", p) for p in places]
    if lines and has_verdict(draft):
        verdict, *rest = draft.lines[0]
        said, _, label = str(verdict).partition(" ")
        lines[0] = (f"{said} ", *lines[0])
        draft = replace(draft, lines=((label, *rest), *draft.lines[1:]))
    titles = (
        tuple(dict.fromkeys((*(subject.title for subject in subjects), *draft.classes))) if places else draft.classes
    )
    return replace(draft, lines=(*lines, *draft.lines), classes=titles)
