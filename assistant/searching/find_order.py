"""The orders in which classes that were found can be shown."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from assistant.searching.find import Finding
from assistant.searching.scales import place_of
from ingest.model import EducationLevel


class Order(StrEnum):
    """What a table of classes is sorted by."""

    TITLE = "title"
    STRENGTH = "strength"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    AGENCY = "agency"
    DEPARTMENT = "department"


_Key = Callable[[Finding], str | float | None]


def in_order(findings: Iterable[Finding], order: Order, *, is_descending: bool) -> list[Finding]:
    """The classes sorted by a value of theirs, ties by title; those without that value come last either way."""
    by_title = sorted(findings, key=lambda one: (one.title.casefold(), one.entry.spec_id))
    key = _KEYS[order]
    known = [(value, one) for one in by_title if (value := key(one)) is not None]
    ordered = [one for _, one in sorted(known, key=lambda pair: pair[0], reverse=is_descending)]
    return ordered + [one for one in by_title if key(one) is None]


def _strength(finding: Finding) -> float | None:
    return None if finding.strength is None else place_of(finding.strength)


def _education(finding: Finding) -> float | None:
    level = finding.education.level if finding.education else None
    return level.rank if isinstance(level, EducationLevel) else None


_KEYS: dict[Order, _Key] = {
    Order.TITLE: lambda one: one.title.casefold(),
    Order.AGENCY: lambda one: one.entry.agency.casefold() if one.entry.agency else None,
    Order.DEPARTMENT: lambda one: one.entry.department.casefold() if one.entry.department else None,
    Order.STRENGTH: _strength,
    Order.EDUCATION: _education,
    Order.EXPERIENCE: lambda one: one.experience.amount if one.experience else None,
}
