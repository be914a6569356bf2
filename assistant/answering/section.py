"""Whole sections: every row decoded, each with its citation (route ``section``)."""

from collections.abc import Sequence

from assistant.answer import Outcome, Reason, Route
from assistant.answering.abstain import not_stated
from assistant.answering.stated import facts_of, places_of, prose_lines
from assistant.draft import Cell, Draft, Line, Subject
from assistant.wording import (
    cell,
    field_name,
    is_box,
    is_coded,
    legend_of,
    pointed_notes,
    quotation,
    section_name,
    value_words,
)
from ingest.model import Fact, Status


def whole_sections(subjects: Sequence[Subject], sections: Sequence[str]) -> Draft:
    """Each section of each class, row by row, or passage by passage where its form has no rows."""
    lines: list[Line] = []
    cells: list[Cell] = []
    quoted: list[Line] = []
    for subject in subjects:
        for place in _places(subject, sections):
            facts = facts_of(subject, place)
            if facts:
                lines += _section_lines(subject, place, facts)
                shown = [*facts, *(note for fact in facts for note in pointed_notes(subject, fact))]
                cells += [cell(subject, fact) for fact in dict.fromkeys(shown)]
            else:
                quoted += prose_lines(subject, place)
    if not cells and not quoted:
        return not_stated(subjects, " or the ".join(section_name(section).lower() for section in sections))
    titles = tuple(subject.title for subject in subjects)
    lines += [*quoted, *silent(subjects, sections)]
    if not quoted and all(one.value is None and not is_box(one.field) for one in cells):
        return Draft(Outcome.ABSTAINED, Route.SECTION, tuple(lines), tuple(cells), titles, Reason.BLANK_IN_SPEC)
    return Draft(Outcome.ANSWERED, Route.SECTION, tuple(lines), tuple(cells), titles)


def _places(subject: Subject, sections: Sequence[str]) -> tuple[str, ...]:
    """Where a spec states what is asked for, each place once."""
    return tuple(dict.fromkeys(place for section in sections for place in places_of(subject, section)))


def silent(subjects: Sequence[Subject], sections: Sequence[str]) -> list[Line]:
    """That the spec of one of the classes does not state a section, of each that does not."""
    return [
        (f"The class spec of {subject.title} does not state the {section_name(section).lower()}.",)
        for subject in subjects
        for section in sections
        if not places_of(subject, section)
    ]


def _section_lines(subject: Subject, section: str, facts: Sequence[Fact]) -> list[Line]:
    name = field_name(section) if "." in section else section_name(section)
    lines: list[Line] = [(f"{name}, {subject.title}:",)]
    if is_box(facts[0].field):
        marked = [fact for fact in facts if fact.value]
        facts = [*marked, *(fact for fact in facts if not fact.value)]
    if section == "essential_functions":
        lines += _function_lines(subject, facts)
    else:
        lines += [line for fact in facts for line in _row_lines(subject, fact)]
    return lines + _legend_lines(subject, facts)


def _row_lines(subject: Subject, fact: Fact) -> list[Line]:
    row = subject.row(fact)
    words: Line = (f"- {field_name(fact.field)}: ", *value_words(subject, fact, with_meaning=False))
    if fact.description:
        words = (*words[:-1], f"({quotation(fact.description, row.quote)}) ", row)
    notes: list[Line] = [
        (f"  {field_name(note.field)}: ", *value_words(subject, note, with_meaning=False))
        for note in pointed_notes(subject, fact)
    ]
    return [words, *notes]


def _function_lines(subject: Subject, facts: Sequence[Fact]) -> list[Line]:
    """One line a function: its number, its text, its strength in words."""
    strengths = {fact.field.removesuffix(".strength"): fact for fact in facts if fact.field.endswith(".strength")}
    lines: list[Line] = []
    for fact in facts:
        if fact.field in strengths:
            strength = strengths[fact.field]
            said = strength.value or ("left blank" if strength.status is Status.BLANK else "not legible for certain")
            number = fact.field.rpartition(".")[2]
            words = quotation(fact.value or "", subject.row(fact).quote)
            lines.append((f"{number}. {words} Strength: {said} ", subject.row(fact)))
    return lines


def _legend_lines(subject: Subject, facts: Sequence[Fact]) -> list[Line]:
    """What the decoded words mean, in the legend's own words: a line each, or one for all that have no meaning."""
    used = {entry for fact in facts if is_coded(fact.field) and (entry := legend_of(subject, fact))}
    ordered = [entry for entry in subject.held.spec.legends if entry in used]
    words = [(f"{entry.code} = {entry.word}", entry.meaning, subject.of_legend(entry)) for entry in ordered]
    lines: list[Line] = [(f"{said}: {meaning} ", legend) for said, meaning, legend in words if meaning]
    plain: list[Line] = [(f"{said} ", legend) for said, meaning, legend in words if not meaning]
    if plain:
        lines.append(("By the legend of this table: ", *plain[0], *(p for line in plain[1:] for p in ("; ", *line))))
    return lines
