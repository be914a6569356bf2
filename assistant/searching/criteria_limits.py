"""How much a clause of a search wants: ranges of a scale, of years, of weights, of levels of education."""

import math
from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.searching.criteria_clauses import Clause
from assistant.searching.criteria_marks import Kind
from assistant.searching.scales import TOP
from ingest.form import CodeKind
from ingest.model import EducationLevel

_FIRST_YEAR, _LAST_YEAR = 0, 9999
# From here on the words for a frequency or an exposure mean "so often or more"; below, they mean just that. A strength
# is one of five, and means just that, unless it is said how much of something there is: "heavy lifting".
_OPEN_ABOVE = 3
# What each strength may exert at most, in pounds: the legend that the form prints.
MOST_POUNDS = (10.0, 20.0, 50.0, 100.0, math.inf)
# Words for an exposure, asked of a frequency: what happens daily happens occasionally at least.
_DAILY_AS_FREQUENCY = 2
_ANY_DEGREE = "any_degree"


def place_ranges(clause: Clause, scale: CodeKind) -> tuple[tuple[int, int], ...]:
    """The places of a scale that a clause wants, as the runs of those beside each other, from the lowest on.

    Any but the lowest, if it says no amount.
    """
    if scale is CodeKind.FREQUENCY and not clause.all(Kind.FREQUENCY) and str(TOP) in clause.all(Kind.EXPOSURE):
        return ((0, _DAILY_AS_FREQUENCY - 1) if clause.is_denied else (_DAILY_AS_FREQUENCY, TOP),)
    said = _places(clause, scale)
    if not said and scale is CodeKind.STRENGTH and clause.all(Kind.POUNDS):
        return (strength_of_pounds(clause),)
    if not said:
        return ((0, 0) if clause.is_denied else (1, TOP),)
    if clause.is_denied and set(said) == {0} and scale is not CodeKind.STRENGTH:  # "no noise, none"
        return ((0, 0),)
    wanted = _wanted_places(clause, scale, said)
    if clause.is_denied and scale is CodeKind.STRENGTH and len(set(said)) > 1:  # "neither light nor heavy"
        return _runs(set.intersection(*(_all_but(scale, {one}) for one in wanted)))
    return _runs(_all_but(scale, wanted) if clause.is_denied else wanted)


def _wanted_places(clause: Clause, scale: CodeKind, said: Sequence[int]) -> set[int]:
    """The places that levels and a comparison name: each level of several, but where they are the ends of a range."""
    low, high = min(said), max(said)
    kinds = {Kind(scale.value)} if scale is CodeKind.STRENGTH else {Kind.FREQUENCY, Kind.EXPOSURE}
    comparison = clause.comparison(*kinds)
    if comparison == "between" or (low < high and _is_range(clause, scale)):
        return set(range(low, high + 1))
    if comparison in ("at_least", "more", "at_most", "less"):
        first, last = _beside(comparison, high if comparison in ("at_most", "less") else low)
        return set(range(first, last + 1))
    is_exact = scale is CodeKind.STRENGTH and not _is_of_a_phrase(clause)
    if low < high or comparison == "only" or low < _OPEN_ABOVE or is_exact:
        return set(said)
    return set(range(low, TOP + 1))


def _is_of_a_phrase(clause: Clause) -> bool:
    """Whether a strength is part of what names a field, as in "heavy lifting", which a very heavy job has too."""
    named = {at for hit in clause.hits if len(hit.places) > 1 for at in hit.places}
    return any(Kind.STRENGTH in mark.says and mark.start in named for mark in clause.marks)


def _is_range(clause: Clause, scale: CodeKind) -> bool:
    """Whether two levels are the ends of a range: only "to" stands between them, and no connective."""
    levels = [mark for mark in clause.marks if Kind(scale.value) in mark.says]
    between = [mark.start for mark in clause.marks]
    return any(b.start - a.end == 1 and a.end not in between for a, b in pairwise(levels))


def _all_but(scale: CodeKind, wanted: set[int]) -> set[int]:
    """The places that are left where some are denied: those below them, or above where there are none below.

    A strength is one of five: "not medium" leaves the heavier ones too. But what is not heavy is not very heavy.
    """
    everything = set(range(TOP + 1))
    if scale is CodeKind.STRENGTH and max(wanted) < TOP - 1 and len(wanted) == 1:
        return everything - wanted
    low, high = min(wanted), max(wanted)
    return set(range(low)) if low > 0 else set(range(min(high + 1, TOP), TOP + 1))


def _runs(places: Collection[int]) -> tuple[tuple[int, int], ...]:
    """The places as ranges without gaps; of none, a range that nothing is in."""
    starts = [one for one in sorted(places) if one - 1 not in places]
    ends = [one for one in sorted(places) if one + 1 not in places]
    return tuple(zip(starts, ends, strict=True)) or ((TOP + 1, TOP),)


def _places(clause: Clause, scale: CodeKind) -> list[int]:
    """The places that the levels of a clause name; words for another scale of how often name the same place of this."""
    kind = Kind(scale.value)
    own = [int(value) for value in clause.all(kind)]
    if own or scale is CodeKind.STRENGTH:
        return own
    other = Kind.EXPOSURE if kind is Kind.FREQUENCY else Kind.FREQUENCY
    return [int(value) for value in clause.all(other)]


def _beside(comparison: str, place: int) -> tuple[int, int]:
    return {
        "at_least": (place, TOP),
        "more": (min(place + 1, TOP), TOP),
        "at_most": (0, place),
        "less": (0, max(place - 1, 0)),
    }[comparison]


def _complement(wanted: tuple[int, int]) -> tuple[int, int]:
    """The places below a range, or above it where there are none below."""
    low, high = wanted
    return (0, low - 1) if low > 0 else (min(high + 1, TOP), TOP)


def strength_of_pounds(clause: Clause) -> tuple[int, int]:
    """The places of the strength scale that a weight in pounds stands for."""
    pounds = [float(value) for value in clause.all(Kind.POUNDS)]
    comparison = clause.comparison(Kind.POUNDS)
    fits = next(place for place, most in enumerate(MOST_POUNDS) if max(pounds) <= most)
    above = next(place for place, most in enumerate(MOST_POUNDS) if min(pounds) < most)
    if min(pounds) < max(pounds):
        wanted = (above, fits)
    else:
        wanted = (0, fits) if comparison in ("at_most", "less") else (above if comparison == "more" else fits, TOP)
    return _complement(wanted) if clause.is_denied else wanted


def range_of_years(clause: Clause, *, is_possession: bool) -> tuple[float, float]:
    """The least and the most years of experience that may be required."""
    years = [float(value) for value in clause.all(Kind.YEARS)]
    if not years:
        return (0.0, 0.0) if clause.is_excluded else (math.nextafter(0.0, 1.0), math.inf)
    low, high = min(years), max(years)
    comparison = clause.comparison(Kind.YEARS)
    if comparison == "between" or low < high:
        return low, high
    if comparison == "at_least" and not is_possession:
        wanted = (low, math.inf)
    elif comparison == "more":
        wanted = (math.nextafter(low, math.inf), math.inf)
    elif comparison == "less":
        wanted = (0.0, math.nextafter(low, 0.0))
    elif comparison == "at_most" or is_possession:
        wanted = (0.0, low)
    else:
        wanted = (low, low)
    if clause.is_excluded:
        return (
            (0.0, math.nextafter(wanted[0], 0.0)) if wanted[0] > 0 else (math.nextafter(wanted[1], math.inf), math.inf)
        )
    return wanted


def education_range(clause: Clause, *, is_possession: bool) -> tuple[float, float]:
    """The lowest and the highest level of education, by rank, that may be required."""
    top = float(EducationLevel.DOCTORATE.rank)
    named = [level for level in clause.all(Kind.EDUCATION) if level != _ANY_DEGREE]
    degree = float(EducationLevel.ASSOCIATE.rank)
    if not named:
        if clause.all(Kind.EDUCATION):
            return (0.0, degree - 1) if clause.is_excluded else (degree, top)
        return (0.0, 0.0) if clause.is_excluded else (1.0, top)
    ranks = [float(EducationLevel(level).rank) for level in named]
    low, high = min(ranks), max(ranks)
    comparison = clause.comparison(Kind.EDUCATION)
    if comparison == "at_least" and not is_possession:
        wanted = (low, top)
    elif comparison == "more":
        wanted = (low + 1, top)
    elif comparison == "less":
        wanted = (0.0, low - 1)
    elif comparison == "at_most" or is_possession:
        wanted = (0.0, high)
    else:
        wanted = (low, high)
    return (0.0, wanted[0] - 1) if clause.is_excluded and wanted[0] > 0 else wanted


def years_between(clause: Clause) -> tuple[int, int]:
    """The first and the last calendar year that a clause wants of a date."""
    years = _calendar_years(clause)
    if not years:
        return _FIRST_YEAR, _LAST_YEAR
    low, high = _years_beside(clause.comparison(Kind.CALENDAR_YEAR), years)
    if not clause.is_excluded:
        return low, high
    return (_FIRST_YEAR, low - 1) if low > _FIRST_YEAR else (high + 1, _LAST_YEAR)


def years_listed(clause: Clause) -> tuple[tuple[int, int], ...]:
    """The calendar years or decades of a list, "in 1994 or 1996", of which each is meant and nothing between."""
    years = [mark for mark in clause.marks if Kind.CALENDAR_YEAR in mark.says]
    joined = {mark.start for mark in clause.marks if Kind.CONNECTIVE in mark.says}
    is_list = len(years) > 1 and all(one.end in joined for one in years[:-1])
    is_compared = clause.comparison(Kind.CALENDAR_YEAR) not in (None, "only")
    return _calendar_years(clause) if is_list and not is_compared else ()


def _calendar_years(clause: Clause) -> tuple[tuple[int, int], ...]:
    """The first and the last year of each year and decade that a clause names."""
    named = ([int(year) for year in said.split()] for said in clause.all(Kind.CALENDAR_YEAR))
    return tuple((years[0], years[-1]) for years in named)


def _years_beside(said: str | None, years: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The years that comparisons with one year, or one decade, or two of them mean."""
    low, high = min(first for first, _ in years), max(last for _, last in years)
    if len(years) > 1:
        return low, high
    if said in ("before", "less"):
        return _FIRST_YEAR, low - 1
    if said in ("until", "at_most"):
        return _FIRST_YEAR, high
    if said in ("after", "more"):
        return high + 1, _LAST_YEAR
    return (low, _LAST_YEAR) if said in ("since", "at_least") else (low, high)


def money_between(clause: Clause) -> tuple[float, float]:
    """The least and the most dollars that a clause wants."""
    amounts = [float(value) for value in clause.all(Kind.MONEY)]
    low, high = min(amounts), max(amounts)
    comparison = clause.comparison(Kind.MONEY)
    if low < high or comparison == "between":
        wanted = low, high
    elif comparison == "more":
        wanted = math.nextafter(low, math.inf), math.inf
    elif comparison == "less":
        wanted = 0.0, math.nextafter(low, 0.0)
    else:
        wanted = (0.0, low) if comparison == "at_most" else (low, math.inf if comparison == "at_least" else low)
    if not clause.is_excluded:
        return wanted
    return (0.0, math.nextafter(wanted[0], 0.0)) if wanted[0] > 0 else (math.nextafter(wanted[1], math.inf), math.inf)
