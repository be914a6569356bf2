"""What a class must meet to be found by a search, as values."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.searching.scales import TOP, scale_of
from ingest.model import QualificationKind

# Where the home form states a qualification; what is not named here stands in the last of them.
REQUIREMENT_OF = {
    QualificationKind.EDUCATION: "class_requirements.education",
    QualificationKind.EXPERIENCE: "class_requirements.experience",
}
# By what the lexicon of searches calls them.
KIND_OF_LICENCE = {
    "commercial": QualificationKind.COMMERCIAL_LICENCE,
    "driver": QualificationKind.DRIVER_LICENCE,
    "residency": QualificationKind.RESIDENCY,
}
OTHER_REQUIREMENTS = "class_requirements.certifications"
# The strength of any of the essential functions, and the fields that it may stand in.
FUNCTION_STRENGTH = "essential_functions.strength"
FUNCTION_STRENGTHS = tuple(f"essential_functions.{number}.strength" for number in range(1, 61))
# The row that may state an amount of money.
BUDGET = "class_requirements.budget"
KIND_OF = {field: kind for kind, field in REQUIREMENT_OF.items()}
# After any date.
LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded row that stands between two places of its scale, both included; 0 is the lowest place.

    Of the strength of essential functions it is enough that one stands there, or with ``of_each`` all must.
    """

    field: str
    low: int
    high: int
    of_each: bool = False


@dataclass(frozen=True, slots=True)
class Boxed:
    """A box that is marked, or that is not."""

    field: str
    is_marked: bool = True


@dataclass(frozen=True, slots=True)
class Qualified:
    """A qualification between two amounts, both included: years of experience, or the place of a level of education.

    Of a licence or of residency only whether it is required: at least 1, or at most 0. ``level`` is a licence's class.
    With ``or_named`` it is enough that its row names such a level of education as one of several ways.
    """

    kind: QualificationKind
    low: float
    high: float
    level: str | None = None
    or_named: bool = False


@dataclass(frozen=True, slots=True)
class Worded:
    """A row of prose or of the header that has all these stems, or none; without stems, one that says something."""

    field: str
    stems: tuple[str, ...] = ()
    is_wanted: bool = True


@dataclass(frozen=True, slots=True)
class Dated:
    """A date between two years, both included."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A value that compares between two amounts, both included: a date by its day, ``20180901``."""

    field: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Alike:
    """The value that the row or the header has, whole; without ``value`` one that another class has as well."""

    field: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class OfSeries:
    """A class of a series, by the id of the document that describes it."""

    series: str
    field: str = "title"


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One sentence or row of the spec that has all these stems, or no such one; ``words`` as they were asked.

    With ``is_requirement`` one that says what is required; where no class requires it, any sentence.
    """

    stems: tuple[str, ...]
    words: str
    is_wanted: bool = True
    is_requirement: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of some criteria."""

    parts: tuple["Criterion", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of some criteria."""

    parts: tuple["Criterion", ...]


Single = Coded | Boxed | Qualified | Worded | Dated | Compared | Alike | OfSeries | Mentioned
Criterion = Single | AllOf | AnyOf


class Than(StrEnum):
    """How one class is to stand to another."""

    MORE = "more"
    LESS = "less"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Beside:
    """As much of a field as one class has, more or less: that class is none of those looked for."""

    field: str
    than: Than
    spec_id: str


@dataclass(frozen=True, slots=True)
class Extreme:
    """The most or the least of a field among the classes that meet the rest: the first ``places`` of that order."""

    field: str
    is_most: bool
    places: int = 1


@dataclass(frozen=True, slots=True)
class Search:
    """A question asked of all classes at once: what each must meet, and the extreme among them, if one is asked for.

    ``is_count`` where their number is asked for; ``unread`` are words of the question that no criterion took up;
    ``untold`` are those of amounts that none took up, ``in_rows`` those that a row named beside them is to say, and
    ``beside`` is how the classes are to stand to one class, if one is named; ``without`` are the ids of those that are
    not asked about.
    """

    criterion: Criterion | None
    extreme: Extreme | None = None
    is_count: bool = False
    unread: tuple[str, ...] = ()
    in_rows: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    beside: Beside | None = None
    without: tuple[str, ...] = ()


def singles(criterion: Criterion | None) -> tuple[Single, ...]:
    """The single criteria of one that may be of several, in their order."""
    if criterion is None:
        return ()
    if isinstance(criterion, AllOf | AnyOf):
        return tuple(single for part in criterion.parts for single in singles(part))
    return (criterion,)


def fields_of(criteria: Iterable[Single]) -> set[str]:
    """The fields that some criteria look at."""
    criteria = tuple(criteria)
    named = {one.field for one in criteria if not isinstance(one, Qualified | Mentioned)}
    rows = {REQUIREMENT_OF.get(one.kind, OTHER_REQUIREMENTS) for one in criteria if isinstance(one, Qualified)}
    functions = set(FUNCTION_STRENGTHS) if FUNCTION_STRENGTH in named else set()
    papers = {OTHER_REQUIREMENTS for one in criteria if isinstance(one, Mentioned) and one.is_requirement}
    return named | rows | functions | papers


def anything_of(field: str) -> Criterion | None:
    """What every class meets of which a field is known, so that their values compare; null where none compare."""
    if field in KIND_OF:
        return Qualified(KIND_OF[field], 0.0, math.inf)
    if field == "revised":  # a spec never revised is as new as its adoption
        return AnyOf((Dated("revised", 0, LAST_YEAR), Dated("adopted", 0, LAST_YEAR)))
    if field == "adopted":
        return Dated(field, 0, LAST_YEAR)
    if field == BUDGET:
        return Worded(field)
    return Coded(field, 0, TOP) if scale_of(field) else None
