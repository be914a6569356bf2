"""Single cells: one field of one class, or several (route ``lookup``)."""

import re
from collections.abc import Iterator, Sequence

from assistant.answer import Outcome, Reason, Route
from assistant.answering.abstain import not_stated
from assistant.answering.stated import places_of, prose_lines
from assistant.draft import Cell, Draft, Evidence, Line, Subject, section_of
from assistant.searching.criteria import OTHER_REQUIREMENTS
from assistant.wording import cell, field_name, is_box, is_coded, pointed_notes, quotation, value_words
from ingest.model import Fact, Form, QualificationKind, Status
from ingest.sentences import sentences

_DATES = {"adopted": "date of adoption", "revised": "date of revision"}
_PAPERS = frozenset(QualificationKind) - {QualificationKind.EDUCATION, QualificationKind.EXPERIENCE}
_ASKING_FOR_PAPERS = frozenset({"minimum_qualifications", "special_requirements"})
_PAPER = re.compile(
    r"\b(?:licen[cs]e[sd]?|certificat\w+|certified|credentials?|registration|registered)\b", re.IGNORECASE
)
_REQUIRES = re.compile(r"\b(?:required|must (?:have|hold|possess|obtain)|possession of)\b", re.IGNORECASE)
_REASONS = {Status.BLANK: Reason.BLANK_IN_SPEC, Status.ILLEGIBLE: Reason.ILLEGIBLE}


def look_up(subjects: Sequence[Subject], fields: Sequence[str]) -> Draft:
    """What each class's spec has in each of the fields: the values, what is blank or illegible, and what is missing."""
    facts = [(subject, field, subject.fact(field)) for subject in subjects for field in fields]
    titles = tuple(subject.title for subject in subjects)
    present = [(subject, fact) for subject, _, fact in facts if fact is not None]
    missing = [(subject, field) for subject, field, fact in facts if fact is None]
    quoted = dict.fromkeys(line for subject, field in missing for line in _elsewhere(subject, field))
    if not present and not quoted:
        return not_stated(subjects, " or the ".join(dict.fromkeys(_unnumbered(field) for field in fields)))
    lines, cells = _lines_and_cells(present, is_single=len(facts) == 1)
    lines += [*quoted, *(_missing(*each, len(subjects)) for each in missing if not _elsewhere(*each))]
    if quoted:
        route = Route.LOOKUP if present else Route.SECTION
        return Draft(Outcome.ANSWERED, route, tuple(lines), tuple(cells), titles)
    unread = {fact.status for _, fact in present}
    if Status.READ not in unread:
        reason = _REASONS[Status.ILLEGIBLE if Status.ILLEGIBLE in unread else Status.BLANK]
        return Draft(Outcome.ABSTAINED, Route.LOOKUP, tuple(lines), tuple(cells), titles, reason)
    return Draft(Outcome.ANSWERED, Route.LOOKUP, tuple(lines), tuple(cells), titles)


def _elsewhere(subject: Subject, field: str) -> list[Line]:
    """Where a spec of another form states what is a row of the home form: its sentences about licences, or sections."""
    if field == OTHER_REQUIREMENTS and (asked := _papers_asked(subject)):
        return asked
    return [line for place in places_of(subject, field) for line in prose_lines(subject, place)]


def _papers_asked(subject: Subject) -> list[Line]:
    """The sentences in which a spec of another form asks for licences, certificates or residency, or requires one."""
    spec = subject.held.spec
    if spec.form is Form.NORFOLK:
        return []
    places = {(one.field, one.page, one.start, one.end) for one in spec.qualifications if one.kind in _PAPERS}
    quoted = [subject.evidence(*place) for place in places]
    quoted += [
        one for one in _sentences_on_papers(subject) if not any(s < one.end and one.start < e for *_, s, e in places)
    ]
    quoted.sort(key=lambda one: one.start)
    return [(f"{subject.title}: {quotation(' '.join(one.quote.split()), one.quote)} ", one) for one in quoted]


def _sentences_on_papers(subject: Subject) -> Iterator[Evidence]:
    """The sentences that name a licence or certificate where something is asked for, or that require one elsewhere."""
    text = subject.held.spec.source.text
    for passage in subject.held.spec.passages:
        if passage.section in _ASKING_FOR_PAPERS or passage.section == "other":
            for start, end in sentences(text, passage.start, passage.end):
                asks = passage.section in _ASKING_FOR_PAPERS or _REQUIRES.search(text, start, end)
                if asks and _PAPER.search(text, start, end):
                    yield subject.within(passage, start, end)


def _lines_and_cells(present: Sequence[tuple[Subject, Fact]], *, is_single: bool) -> tuple[list[Line], list[Cell]]:
    lines: list[Line] = []
    cells: list[Cell] = []
    pointed = {(subject.title, note.field) for subject, fact in present for note in pointed_notes(subject, fact)}
    for subject, fact in present:
        if (subject.title, fact.field) in pointed:
            continue
        lines += _direct(subject, fact) if is_single else [_one_of_several(subject, fact)]
        cells.append(cell(subject, fact))
        for note in pointed_notes(subject, fact):
            lines.append((f"{field_name(note.field)}: ", *value_words(subject, note, with_meaning=False)))
            cells.append(cell(subject, note))
    for subject in dict.fromkeys(subject for subject, fact in present if is_box(fact.field)):
        asked = {fact.field for of, fact in present if of == subject}
        marked = [f for f in subject.facts("work_location") if f.value and f.field not in asked]
        if marked:
            lines.append(_marked_line(subject, marked))
            cells += [cell(subject, fact) for fact in marked]
    return lines, cells


def _unnumbered(field: str) -> str:
    """What a missing field is called, without a number that no quote could support."""
    name = _DATES.get(field) or re.sub(r" -?\d+$", "", field_name(field).lower())
    return f"{name} of that number" if "functions." in field else name


def _direct(subject: Subject, fact: Fact) -> list[Line]:
    """The answer first; then which class and row it is, with the row's own words."""
    value = value_words(subject, fact, with_meaning=True)
    name = field_name(fact.field)
    if fact.status is Status.BLANK:
        return [(f"The class spec of {subject.title} leaves {name} blank ", subject.row(fact))]
    if fact.status is Status.ILLEGIBLE or not is_coded(fact.field):
        return [(f"{subject.title}, {name}: ", *value)]
    row = subject.row(fact)
    if fact.description:
        return [value, (f"{subject.title}, {name}: {quotation(fact.description, row.quote)} ", row)]
    function = subject.fact(fact.field.removesuffix(".strength")) if fact.field.endswith(".strength") else None
    if function is not None and function.value:
        return [value, (f"{subject.title}, {name}: {quotation(function.value, row.quote)} ", row)]
    return [value, (f"That is {name} in the class spec of {subject.title} ", row)]


def _one_of_several(subject: Subject, fact: Fact) -> Line:
    row = subject.row(fact)
    words: Line = (f"{subject.title}, {field_name(fact.field)}: ", *value_words(subject, fact, with_meaning=True))
    return (*words, f": {quotation(fact.description, row.quote)} ", row) if fact.description else words


def _marked_line(subject: Subject, marked: Sequence[Fact]) -> Line:
    pieces: list[Line] = [(f"{field_name(fact.field)} ", subject.row(fact)) for fact in marked]
    joined: Line = pieces[0]
    for piece in pieces[1:]:
        joined = (*joined, ", ", *piece)
    return ("Marked in the same table: ", *joined)


def _missing(subject: Subject, field: str, subjects: int) -> Line:
    where = f"of {subject.title} " if subjects > 1 else ""
    section = section_of(field)
    has_section = any(held.key == section for held in subject.held.spec.sections)
    return (f"The class spec {where}has no row for {_unnumbered(field)}{' in that table' if has_section else ''}.",)
