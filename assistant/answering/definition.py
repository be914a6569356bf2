"""What a code or a word of a legend means, by the spec's own legends (route ``definition``)."""

from collections.abc import Collection, Sequence

from assistant.answer import Outcome, Route
from assistant.answering.abstain import not_stated
from assistant.draft import Draft, Line, Subject, section_of
from assistant.wording import legends_for, quotation, section_name
from ingest.model import LegendEntry

SERVICE = "classified"


def define(subjects: Sequence[Subject], asked: Sequence[str], fields: Collection[str] = ()) -> Draft:
    """The meaning of a code or a word in each legend that has it: the same letter means different things in tables.

    Args:
        subjects: the classes whose legends are read.
        asked: codes ("F") or the words that a legend gives for them ("Frequently").
        fields: rows beside which it stands, if any are named: then only the legends of their tables are read.
    """
    named = {one.casefold() for one in asked}
    if any(SERVICE in one for one in named):
        return _service(subjects)
    wanted = {section for field in fields for section in legends_for(section_of(field))}
    lines: list[Line] = [
        _line(subject, entry)
        for subject in subjects
        for entry in subject.held.spec.legends
        if named & {entry.code.casefold(), entry.word.casefold()} and (not wanted or entry.section in wanted)
    ]
    if not lines:
        return not_stated(subjects, "meaning of that code") if not wanted else define(subjects, asked)
    return Draft(Outcome.ANSWERED, Route.DEFINITION, tuple(lines), classes=tuple(subject.title for subject in subjects))


def _service(subjects: Sequence[Subject]) -> Draft:
    """What a spec itself says that its service is."""
    found = [(subject, fact) for subject in subjects if (fact := subject.fact("service")) is not None]
    if not found:
        return not_stated(subjects, "meaning of that word")
    lines: list[Line] = []
    for subject, fact in found:
        row = subject.row(fact)
        lines.append((f"{subject.title}: {quotation(' '.join(row.quote.split()), row.quote)} ", row))
    return Draft(Outcome.ANSWERED, Route.DEFINITION, tuple(lines), classes=tuple(subject.title for subject, _ in found))


def _line(subject: Subject, entry: LegendEntry) -> Line:
    meaning = f": {entry.meaning}" if entry.meaning else ""
    where = f"{subject.title}, {section_name(entry.section)}: "
    return (f"{where}{entry.code} = {entry.word}{meaning} ", subject.of_legend(entry))
