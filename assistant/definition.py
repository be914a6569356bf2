"""What a code means, by the spec's own legends (route ``definition``)."""

from collections.abc import Sequence

from assistant.abstain import not_stated
from assistant.answer import Outcome, Route
from assistant.draft import Draft, Line, Subject
from assistant.wording import section_name


def define(subjects: Sequence[Subject], code: str) -> Draft:
    """The meaning of a code in each legend that has it: the same letter means different things in different tables."""
    lines: list[Line] = []
    for subject in subjects:
        for entry in subject.held.spec.legends:
            if entry.code == code:
                meaning = f": {entry.meaning}" if entry.meaning else ""
                where = f"{subject.title}, {section_name(entry.section)}: "
                lines.append((f"{where}{entry.code} = {entry.word}{meaning} ", subject.of_legend(entry)))
    titles = tuple(subject.title for subject in subjects)
    if not lines:
        return not_stated(subjects, "what that code means")
    return Draft(Outcome.ANSWERED, Route.DEFINITION, tuple(lines), classes=titles)
