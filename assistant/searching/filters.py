"""The filters by which classes are found: each means a criterion that a question asked of all classes could mean.

A filter names a field and says what is wanted of it: ``physical_demands.lifting`` ``at_most_rarely``. Most fields are
the contract's field paths; a licence has the name of its kind, and ``text`` are words of the spec.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.searching.criteria import AllOf, Boxed, Coded, Criterion, Mentioned, Qualified, Single, Worded
from assistant.searching.scales import TOP, place_word, scale_of
from assistant.understanding.words import stems, words_of
from ingest.form import SECTION_BY_KEY, CodeKind
from ingest.model import EducationLevel, QualificationKind

STRENGTH = "overall_strength"
EDUCATION = "class_requirements.education"
EXPERIENCE = "class_requirements.experience"
DRIVER_LICENCE = QualificationKind.DRIVER_LICENCE.value
COMMERCIAL_LICENCE = QualificationKind.COMMERCIAL_LICENCE.value
TEXT = "text"
# Header facts of which any value may be wanted that a class states.
PLACES = ("department", "agency")
MOST_LETTERS = 200
_MOST_YEARS = 10
# A row "Other" is another thing in each document, so nothing compares by it.
_NOT_COMPARED = "other"


def _rows(section: str) -> tuple[str, ...]:
    return tuple(f"{section}.{row.key}" for row in SECTION_BY_KEY[section].fields if row.key != _NOT_COMPARED)


PHYSICAL_DEMANDS = _rows("physical_demands")
NON_PHYSICAL_DEMANDS = _rows("non_physical_demands")
EXPOSURES = (*_rows("health_and_safety"), *_rows("environmental_factors"))
LOCATIONS = _rows("work_location")


@dataclass(frozen=True, slots=True, order=True)
class Filter:
    """What is wanted of one field, by the names that addresses and the HTTP API use."""

    field: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters chosen, at most one a field, in the order of the fields; a class must meet them all."""

    chosen: tuple[Filter, ...] = ()

    def wanted(self, field: str) -> str | None:
        """What is wanted of a field, if anything."""
        return next((one.wanted for one in self.chosen if one.field == field), None)

    def beside(self, field: str) -> tuple[Filter, ...]:
        """The filters on other fields."""
        return tuple(one for one in self.chosen if one.field != field)

    @property
    def criterion(self) -> Criterion | None:
        """What a class must meet: what the same question means; null where nothing is chosen."""
        parts = tuple(criterion_of(one) for one in self.chosen)
        return AllOf(parts) if len(parts) > 1 else parts[0] if parts else None


def read_filters(named: Iterable[tuple[str, str]]) -> tuple[Filters, tuple[Filter, ...]]:
    """The filters that names and values give, and those that are none; of two on one field the last holds.

    An empty value chooses nothing.
    """
    given = {field: Filter(field, " ".join(wanted.split())) for field, wanted in named}
    known = [one for one in given.values() if is_filter(one)]
    unknown = tuple(one for one in given.values() if one.wanted and not is_filter(one))
    return Filters(tuple(sorted(known, key=lambda one: FIELDS.index(one.field)))), unknown


def is_filter(one: Filter) -> bool:
    """Whether there is such a filter: one that is offered, or words for a field that takes any."""
    if one.field in (*PLACES, TEXT):
        return bool(stems(one.wanted)) and len(one.wanted) <= MOST_LETTERS
    return one in _CRITERIA


def criterion_of(one: Filter) -> Single:
    """What a class must meet by a filter.

    Raises:
        KeyError: there is no such filter.
    """
    if one.field in PLACES:
        return Worded(one.field, stems(one.wanted))
    if one.field == TEXT:
        return Mentioned(stems(one.wanted), " ".join(word.text for word in words_of(one.wanted)))
    return _CRITERIA[one]


def options(field: str) -> tuple[Filter, ...]:
    """The filters that every library offers on a field; none on one that takes any words."""
    return tuple(one for one in _CRITERIA if one.field == field)


def _coded(field: str) -> dict[str, Coded]:
    """The limits on a coded row by their names: of a strength also each place itself, of an exposure no upper ones."""
    scale = scale_of(field)
    if scale is None:
        return {}
    words = [place_word(scale, place).lower().replace(" ", "_") for place in range(TOP + 1)]
    above_least = list(enumerate(words))[1:]
    at_least = {f"at_least_{word}": Coded(field, place, TOP) for place, word in above_least}
    at_most = {f"at_most_{word}": Coded(field, 0, place) for place, word in above_least if place < TOP}
    if scale is CodeKind.STRENGTH:
        exactly = {f"exactly_{word}": Coded(field, place, place) for place, word in enumerate(words)}
        return {f"at_most_{words[0]}": Coded(field, 0, 0), **at_most, **exactly}
    never = {words[0]: Coded(field, 0, 0)}
    return never | at_least if scale is CodeKind.EXPOSURE else never | at_most | at_least


def _qualified() -> dict[Filter, Single]:
    schooling = {
        Filter(EDUCATION, f"at_most_{level.value}"): Qualified(QualificationKind.EDUCATION, 0.0, float(level.rank))
        for level in EducationLevel
    }
    years = {
        Filter(EXPERIENCE, f"at_most_{most}"): Qualified(QualificationKind.EXPERIENCE, 0.0, float(most))
        for most in range(_MOST_YEARS + 1)
    }
    licences: dict[Filter, Single] = {}
    for kind in (QualificationKind.DRIVER_LICENCE, QualificationKind.COMMERCIAL_LICENCE):
        licences[Filter(kind.value, "needed")] = Qualified(kind, 1.0, math.inf)
        licences[Filter(kind.value, "not_needed")] = Qualified(kind, 0.0, 0.0)
    return {**schooling, **years, **licences}


def _criteria() -> dict[Filter, Single]:
    rows = (STRENGTH, *PHYSICAL_DEMANDS, *NON_PHYSICAL_DEMANDS, *EXPOSURES)
    coded = {Filter(field, name): limit for field in rows for name, limit in _coded(field).items()}
    boxes = {
        Filter(field, name): Boxed(field, is_marked)
        for field in LOCATIONS
        for name, is_marked in (("marked", True), ("not_marked", False))
    }
    return {**coded, **_qualified(), **boxes}


_CRITERIA = _criteria()
FIELDS = (
    TEXT,
    STRENGTH,
    EDUCATION,
    EXPERIENCE,
    DRIVER_LICENCE,
    COMMERCIAL_LICENCE,
    *PLACES,
    *LOCATIONS,
    *PHYSICAL_DEMANDS,
    *NON_PHYSICAL_DEMANDS,
    *EXPOSURES,
)
