"""Essential functions of a strength: which are so heavy, or the heaviest (route ``lookup``)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Outcome, Route
from assistant.answering.lookup import look_up
from assistant.draft import Cell, Draft, Evidence, Line, Subject
from assistant.searching.criteria import FUNCTION_STRENGTH, AllOf, Coded, Search, singles
from assistant.searching.scales import place_of
from assistant.understanding.lexicon import WITH_INHERITED
from assistant.wording import quotation
from ingest.model import Fact

_FUNCTIONS = "essential_functions"
_STRENGTHS = (FUNCTION_STRENGTH, "overall_strength")


# How many there are, or the strength of each, whatever a strength is named beside.
_COUNTS = re.compile(
    r"\b(?:how many|number of|count of|total)\b[^?]*\b(?:functions?|duties|duty|tasks?)\b", re.IGNORECASE
)
_UNCODED = re.compile(
    r"\b(?:no|without|lacks?|lacking|missing|blank)(?: \w+){0,2} (?:strength|code|rating|letter)s?\b",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    r"\beach (?:one|function|duty|task|of (?:them|these|those))(?:'?s)?\b[^?]*"
    r"\b(?:strengths?|ratings?|codes?|rated|coded)\b|"
    r"\b(?:strengths?|ratings?|codes?) (?:of|for) each\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Function:
    """The strength of one function of a class, and its place on the scale; null where it cannot be read."""

    subject: Subject
    fact: Fact
    place: int | None


def counts_functions(question: str) -> bool:
    """Whether it is asked how many functions there are: each is shown by its number."""
    return _COUNTS.search(question) is not None


def functions_asked(
    search: Search | None,
    subjects: Sequence[Subject],
    references: Mapping[str, Evidence],
    question: str,
    *,
    is_polar: bool,
) -> Draft | None:
    """The functions of the strengths that are asked for, or the strongest or weakest; none where neither is asked.

    Functions of another class that are the class's own as well count where the question says so, and where the
    class's others do not have what is asked for, or less of it.

    Args:
        search: what is asked of the functions.
        subjects: the class, and after it those whose functions are its own as well.
        references: by spec id of those others, the place that says so.
        question: what was asked.
        is_polar: whether yes or no is asked for.
    """
    ranges = _ranges(search)
    if _UNCODED.search(question):
        uncoded = [one for one in _functions(subjects[0]) if one.place is None]
        return _shown(subjects, uncoded, references, ()) if uncoded else None
    if search is None or not (ranges or search.extreme) or _OF_EACH.search(question):
        return None
    functions = [one for subject in subjects for one in _functions(subject)]
    own = [one for one in functions if one.subject is subjects[0]]
    if all(one.place is None for one in own):
        return None
    chosen, everywhere = _chosen(search, ranges, own), _chosen(search, ranges, functions)
    is_beyond = not set(chosen) <= set(everywhere)  # one of the others is heavier than the class's own
    counts = not chosen or is_beyond or re.search(WITH_INHERITED, question, re.IGNORECASE) is not None
    further = [one for one in everywhere if one.subject is not subjects[0]] if counts else []
    is_certain = bool(chosen or further) or all(one.place is not None for one in functions)
    lead: list[Line] = [("Yes." if chosen or further else "No.",)] if is_polar and is_certain else []
    if not chosen and not further:
        return _none(subjects[0], [one.fact for one in own], lead, is_certain=is_certain)
    found = [*further, *chosen] if is_beyond else [*chosen, *further]
    return _shown(subjects, found, references, lead)


def _chosen(search: Search, ranges: Sequence[tuple[int, int]], functions: Sequence[_Function]) -> list[_Function]:
    """The functions of the ranges, or where none is asked for the strongest or the weakest."""
    if ranges:
        return [one for one in functions if one.place is not None and any(a <= one.place <= b for a, b in ranges)]
    places = [one.place for one in functions if one.place is not None]
    is_most = search.extreme is None or search.extreme.is_most
    end = (max if is_most else min)(places)
    return [one for one in functions if one.place == end]


def _ranges(search: Search | None) -> list[tuple[int, int]]:
    """The ranges of strengths asked for, each by itself; only what all share where each must hold and they meet."""
    wanted = [
        (one.low, one.high)
        for one in singles(search.criterion if search else None)
        if isinstance(one, Coded) and one.field in _STRENGTHS
    ]
    low, high = max((low for low, _ in wanted), default=0), min((high for _, high in wanted), default=0)
    is_together = search is not None and isinstance(search.criterion, AllOf) and len(wanted) > 1 and low <= high
    return [(low, high)] if is_together else wanted


def _functions(subject: Subject) -> list[_Function]:
    strengths = [fact for fact in subject.facts(_FUNCTIONS) if fact.field.endswith(".strength")]
    legends = subject.held.spec.legends
    return [_Function(subject, fact, place_of(fact, legends)) for fact in strengths]


def _shown(
    subjects: Sequence[Subject],
    functions: Sequence[_Function],
    references: Mapping[str, Evidence],
    lead: Sequence[Line],
) -> Draft:
    """Functions with their strengths, those of another class beneath the place that makes them the class's own."""
    lines: list[Line] = list(lead)
    cells: list[Cell] = []
    titles = [subjects[0].title]
    for subject in dict.fromkeys(one.subject for one in functions):
        fields = [one.fact.field for one in functions if one.subject is subject]
        shown = look_up([subject], [path for field in fields for path in (field.removesuffix(".strength"), field)])
        place = references.get(subject.held.spec_id)
        if place is not None:
            quoted = quotation(" ".join(place.quote.split()), place.quote)
            lines.append((f"{subjects[0].title}: {quoted} ", place))
        lines += shown.lines
        cells += shown.cells
        titles.append(subject.title)
    return Draft(Outcome.ANSWERED, Route.LOOKUP, tuple(lines), tuple(cells), tuple(dict.fromkeys(titles)))


def _none(subject: Subject, strengths: Sequence[Fact], lead: Sequence[Line], *, is_certain: bool) -> Draft:
    """That no function is of the strength, as far as it can be read, and what each is."""
    shown = look_up([subject], [fact.field for fact in strengths])
    which = "" if is_certain else " whose strength can be read"
    said: Line = (f"None of the essential functions of {subject.title}{which} is of that strength.",)
    return Draft(Outcome.ANSWERED, Route.LOOKUP, (*lead, said, *shown.lines), shown.cells, shown.classes)
