"""Essential functions of a strength: which are so heavy, or the heaviest (route ``lookup``)."""

from collections.abc import Sequence

from assistant.answer import Outcome, Route
from assistant.answering.lookup import look_up
from assistant.draft import Draft, Line, Subject
from assistant.searching.criteria import Coded
from assistant.searching.scales import place_of
from ingest.model import Fact

_FUNCTIONS = "essential_functions"


def functions_of_strength(subject: Subject, wanted: Coded | None, *, is_most: bool, is_polar: bool) -> Draft | None:
    """The functions whose strength is as wanted; of those, or of all, the strongest or the weakest if no range is.

    Args:
        subject: the class.
        wanted: the range of strengths, if one is asked for.
        is_most: without a range, whether the strongest are asked for.
        is_polar: whether yes or no is asked for.

    Returns:
        None where no function's strength can be read.
    """
    strengths = [fact for fact in subject.facts(_FUNCTIONS) if fact.field.endswith(".strength")]
    legends = subject.held.spec.legends
    places = [(fact, place) for fact in strengths if (place := place_of(fact, legends)) is not None]
    if not places:
        return None
    end = (max if is_most else min)(place for _, place in places)
    low, high = (wanted.low, wanted.high) if wanted else (end, end)
    found = [fact for fact, place in places if low <= place <= high]
    is_certain = bool(found) or len(places) == len(strengths)
    lead: list[Line] = [("Yes." if found else "No.",)] if is_polar and is_certain else []
    if not found:
        return _none(subject, strengths, lead, is_certain=is_certain)
    fields = [path for fact in found for path in (fact.field.removesuffix(".strength"), fact.field)]
    shown = look_up([subject], fields)
    return Draft(shown.outcome, Route.LOOKUP, (*lead, *shown.lines), shown.cells, shown.classes)


def _none(subject: Subject, strengths: Sequence[Fact], lead: Sequence[Line], *, is_certain: bool) -> Draft:
    """That no function is of the strength, as far as it can be read, and what each is."""
    shown = look_up([subject], [fact.field for fact in strengths])
    which = "" if is_certain else " whose strength can be read"
    said: Line = (f"None of the essential functions of {subject.title}{which} is of that strength.",)
    return Draft(Outcome.ANSWERED, Route.LOOKUP, (*lead, said, *shown.lines), shown.cells, shown.classes)
