"""Questions asked of all classes: which meet what is asked, how many do, and which the most.

The routes ``search`` and ``count``: complete over all current classes, with those of which it cannot be told.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from assistant.answer import Outcome, Route
from assistant.draft import Cell, Draft, Evidence, Line, Subject
from assistant.searching.criteria import Criterion, Mentioned, OfSeries, Qualified, Search, anything_of, singles
from assistant.searching.extremes import extreme_of
from assistant.searching.held_values import HeldValues
from assistant.searching.matching import Standing, Verdict, judged
from assistant.wording import cell, field_name, quotation, word_and_legend
from ingest.model import Fact, Qualification, QualificationKind

_MOST_NAMED = 8
_UNTOLD = {
    Standing.UNCLEAR: "does not let it be told for certain",
    Standing.ILLEGIBLE: "has a value there that is not legible for certain",
    Standing.BLANK: "leaves it blank",
}
_QUALIFICATIONS = {
    QualificationKind.EDUCATION: "education",
    QualificationKind.EXPERIENCE: "experience",
    QualificationKind.DRIVER_LICENCE: "licence to drive",
    QualificationKind.COMMERCIAL_LICENCE: "commercial licence to drive",
    QualificationKind.RESIDENCY: "residency",
    QualificationKind.CERTIFICATION: "certification",
}
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def looked_at(search: Search) -> tuple[Criterion, ...]:
    """Everything that a search has to look at of each class."""
    anything = anything_of(search.extreme.field) if search.extreme else None
    return tuple(one for one in (search.criterion, anything) if one is not None)


def standings(search: Search, spec_ids: Iterable[str], values: HeldValues) -> dict[str, Verdict]:
    """How each class stands to what is asked: to the criterion, then to the extreme among those that meet it."""
    verdicts = {spec_id: judged(search.criterion, spec_id, values) for spec_id in spec_ids}
    return extreme_of(search.extreme, verdicts, values) if search.extreme else verdicts


def unsaid(search: Search, spec_ids: Iterable[str], values: HeldValues) -> tuple[str, ...]:
    """The words looked for beside values that no class says: they may mean anything, so nothing is known by them."""
    of_words = [one for one in singles(search.criterion) if isinstance(one, Mentioned) and not one.is_requirement]
    if len(of_words) == len(singles(search.criterion)):
        return ()
    ids = tuple(spec_ids)
    return tuple(one.words for one in of_words if not any(values.mentions(spec_id, one) for spec_id in ids))


def answer_search(search: Search, verdicts: Mapping[str, Verdict], subject_of: Callable[[str], Subject]) -> Draft:
    """All classes that meet what was asked, with the values that show it; of how many, and which could not tell."""
    matching = [subject_of(spec_id) for spec_id, verdict in verdicts.items() if verdict.standing is Standing.MEETS]
    held = len(verdicts) + (1 if search.beside else 0) + len(search.without)
    lines: list[Line] = [_summary(search, len(matching), held)]
    cells: list[Cell] = []
    for subject in matching:
        line, of_class = _matching_line(subject, verdicts[subject.held.spec_id])
        lines.append(line)
        cells += of_class
    lines += _measure(search, subject_of)
    lines += _untold(verdicts, subject_of)
    silent = [spec_id for spec_id, verdict in verdicts.items() if verdict.standing is Standing.NOT_STATED]
    lines += _silent(silent, subject_of)
    return Draft(
        Outcome.ANSWERED,
        Route.COUNT if search.is_count else Route.SEARCH,
        tuple(lines),
        tuple(dict.fromkeys(cells)),
        tuple(subject.title for subject in matching),
        counts=frozenset({len(matching), held, len(silent)}),
    )


def _summary(search: Search, matching: int, held: int) -> Line:
    if not looked_at(search):
        return (f"{held} classes are held:",)
    about = "; ".join(dict.fromkeys(_names(search)))
    words = [word for word in search.unread if word.isalpha()][:_MOST_NAMED]
    match = "matches" if matching == 1 else "match"
    unread = f"; not looked at: {', '.join(words)}" if words else ""
    of_none = "0" if search.is_count else "None"
    return (f"{matching or of_none} of the {held} classes held {match} ({about}{unread}){':' if matching else '.'}",)


def _names(search: Search) -> Iterable[str]:
    """What a search looks at, in words."""
    if search.extreme is not None:
        yield _plain_name(search.extreme.field)
    for one in singles(search.criterion):
        if isinstance(one, Mentioned):
            said = " ".join(word for word in one.words.split() if word.isalpha())
            yield said if one.is_wanted else f"no mention of {said}"
        elif isinstance(one, OfSeries):
            yield "series"
        elif isinstance(one, Qualified):
            yield _QUALIFICATIONS[one.kind]
        else:
            yield _plain_name(one.field)


def _plain_name(field: str) -> str:
    return _BRACKETS.sub("", field_name(field)).lower()


def _matching_line(subject: Subject, verdict: Verdict) -> tuple[Line, list[Cell]]:
    """One class with what shows that it matches."""
    title = subject.fact("title")
    if not verdict.shown and title is not None:
        return (f"- {subject.title} ", subject.row(title)), [cell(subject, title)]
    shown = tuple(dict.fromkeys(_shown(subject, one) for one in verdict.shown))
    line: Line = (f"- {subject.title}",)
    cells: list[Cell] = []
    for at, (name, words, of_value) in enumerate(shown):
        label = f"{name} " if name and len(shown) > 1 else ""
        line = (*line, "; " if at else ": ", label, *words)
        cells += [of_value] if of_value else []
    return line, cells


def _shown(subject: Subject, one: Fact | Qualification | Evidence) -> tuple[str, Line, Cell | None]:
    """The name of a value, the value in words with its row or sentence, and its cell."""
    if isinstance(one, Qualification):
        fact = subject.fact(one.field)
        if fact is not None:
            return _shown(subject, fact)
        evidence = subject.evidence(one.field, one.page, one.start, one.end)
        said = " ".join(evidence.quote.split())
        stated = Cell(subject.title, one.field, evidence.quote, said, evidence)
        return _QUALIFICATIONS[one.kind], (f"{quotation(said, evidence.quote)} ", evidence), stated
    if isinstance(one, Evidence):
        return "", (f"{quotation(' '.join(one.quote.split()), one.quote)} ", one), None
    return _plain_name(one.field), word_and_legend(subject, one), cell(subject, one)


def _measure(search: Search, subject_of: Callable[[str], Subject]) -> list[Line]:
    """What the class that the others were measured by has."""
    if search.beside is None:
        return []
    subject = subject_of(search.beside.spec_id)
    fact = subject.fact(search.beside.field)
    said = _shown(subject, fact)[1] if fact is not None else ()
    return [(f"{subject.title} itself, by which they are measured: ", *said)] if said else []


def _untold(verdicts: Mapping[str, Verdict], subject_of: Callable[[str], Subject]) -> list[Line]:
    """The classes of which it could not be told, each with the row that does not tell."""
    lines: list[Line] = []
    for standing, words in _UNTOLD.items():
        for spec_id, verdict in verdicts.items():
            if verdict.standing is standing:
                subject = subject_of(spec_id)
                row = [subject.row(one) for one in verdict.shown if isinstance(one, Fact)]
                lines.append((f"Not counted: the class spec of {subject.title} {words} ", *row[:1]))
    return lines


def _silent(spec_ids: list[str], subject_of: Callable[[str], Subject]) -> list[Line]:
    """How many classes state nothing of what is asked; by name where they are few, each with the line of its title."""
    if not spec_ids:
        return []
    said = "1 class spec does not" if len(spec_ids) == 1 else f"{len(spec_ids)} class specs do not"
    subjects = [subject_of(spec_id) for spec_id in spec_ids] if len(spec_ids) <= _MOST_NAMED else []
    titled = [(subject, fact) for subject in subjects if (fact := subject.fact("title")) is not None]
    if not titled or len(titled) < len(spec_ids):
        return [(f"{said} state it.",)]
    named = [piece for subject, fact in titled for piece in (", ", f"{subject.title} ", subject.row(fact))]
    return [(f"{said} state it: ", *named[1:])]
