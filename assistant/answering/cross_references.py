"""Functions that are those of another class ("all duties of Legal Secretary I"): the reference, followed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answer import Outcome, Route
from assistant.answering.abstain import not_stated
from assistant.answering.section import whole_sections
from assistant.draft import Draft, Evidence, Line, Subject
from assistant.holdings import Holdings
from assistant.understanding.mentions import distinct, title_spelling, whole_names
from index import SpecEntry
from ingest.sentences import sentences

_OF_ANOTHER = re.compile(r"\b(?:duties|functions|work|level|class|classification) of (?:an? |the )?", re.IGNORECASE)
_FUNCTIONS = "essential_functions"


def follow(subjects: Sequence[Subject], holdings: Holdings) -> Draft:
    """The sentences by which the classes refer to others, then the functions of the classes that are referred to."""
    found = [(subject, reference) for subject in subjects for reference in references(subject)]
    found = found or [(subject, place) for subject in subjects for place in _required_service(subject, holdings)]
    if not found:
        return not_stated(subjects, "duties of another class as its own")
    lines: list[Line] = [
        (f"{subject.title}: “{' '.join(reference.quote.split())}” ", reference) for subject, reference in found
    ]
    meant = tuple(dict.fromkeys(entry for _, reference in found for entry in referred_to(reference, holdings)))
    if not meant:
        lines.append(("No class spec of the class that it refers to is held.",))
        titles = tuple(dict.fromkeys(subject.title for subject, _ in found))
        return Draft(Outcome.ANSWERED, Route.SECTION, tuple(lines), classes=titles)
    functions = whole_sections(holdings.subjects(meant), (_FUNCTIONS,))
    titles = tuple(dict.fromkeys((*(subject.title for subject, _ in found), *functions.classes)))
    return Draft(Outcome.ANSWERED, Route.SECTION, (*lines, *functions.lines), functions.cells, titles)


def others_named(draft: Draft, own: Sequence[SpecEntry], holdings: Holdings) -> tuple[SpecEntry, ...]:
    """The classes held that the quotes of a draft name, other than those it is about."""
    named = dict.fromkeys(entry for evidence in draft.evidence() for entry in referred_to(evidence, holdings))
    return tuple(entry for entry in named if entry not in own)


def together(first: Draft, second: Draft) -> Draft:
    """Two answers as one, the second beneath the first."""
    if second.outcome is not Outcome.ANSWERED:
        return first
    lines = tuple(dict.fromkeys((*first.lines, *second.lines)))
    cells = tuple(dict.fromkeys((*first.cells, *second.cells)))
    titles = tuple(dict.fromkeys((*first.classes, *second.classes)))
    whole = first if first.outcome is Outcome.ANSWERED else second
    return replace(whole, lines=lines, cells=cells, classes=titles)


def extended(draft: Draft, subjects: Sequence[Subject], holdings: Holdings) -> Draft:
    """A draft; where it shows a function that refers to those of another class, these beneath it."""
    shown = set(draft.evidence())
    if not any(reference in shown for subject in subjects for reference in references(subject)):
        return draft
    followed = follow(subjects, holdings)
    cells = tuple(dict.fromkeys((*draft.cells, *followed.cells)))
    titles = tuple(dict.fromkeys((*draft.classes, *followed.classes)))
    return replace(draft, lines=(*draft.lines, *followed.lines), cells=cells, classes=titles)


def beside(subjects: Sequence[Subject], holdings: Holdings) -> dict[str, Evidence]:
    """The other classes, by spec id, whose functions some classes have as well, each with the place that says so."""
    own = {subject.held.spec_id for subject in subjects}
    return {spec_id: place for spec_id, place in referring(subjects, holdings).items() if spec_id not in own}


def referring(subjects: Sequence[Subject], holdings: Holdings) -> dict[str, Evidence]:
    """The classes, by spec id, whose functions some classes have as well, each with the place that says so."""
    return {entry.spec_id: place for s in subjects for place in references(s) for entry in referred_to(place, holdings)}


def references(subject: Subject) -> list[Evidence]:
    """The places at which a spec refers to another class for what is meant."""
    issues = (issue for issue in subject.held.spec.issues if issue.code == "cross_reference")
    rows = (
        next((f for f in subject.facts(_FUNCTIONS) if f.start <= issue.start and (issue.end or 0) <= f.end), None)
        for issue in issues
        if issue.start is not None
    )
    return list(dict.fromkeys(subject.row(fact) for fact in rows if fact is not None))


def _required_service(subject: Subject, holdings: Holdings) -> list[Evidence]:
    """The sentences that ask for work in another class held: "one year performing the duties of a Surveyor"."""
    text = subject.held.spec.source.text
    found = [
        subject.within(passage, start, end)
        for passage in subject.held.spec.passages
        for start, end in sentences(text, passage.start, passage.end)
        if _OF_ANOTHER.search(text, start, end)
    ]
    return [place for place in dict.fromkeys(found) if referred_to(place, holdings)]


def referred_to(reference: Evidence, holdings: Holdings) -> Iterable[SpecEntry]:
    """The classes held that a place names, other than its own."""
    words = title_spelling(reference.quote, holdings.classes)
    named = distinct(whole_names(words, holdings.classes))
    return [entry for entry in named if entry.spec_id != reference.spec_id]
