"""What a clause of a search wants of the one field that it names."""

import math
from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import HEADER_FIELDS
from assistant.searching.criteria import (
    BUDGET,
    FUNCTION_STRENGTH,
    KIND_OF_LICENCE,
    Alike,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Compared,
    Criterion,
    Dated,
    Mentioned,
    Qualified,
    Worded,
)
from assistant.searching.criteria_clauses import Clause
from assistant.searching.criteria_limits import (
    education_range,
    money_between,
    place_ranges,
    range_of_years,
    years_between,
    years_listed,
)
from assistant.searching.criteria_marks import NUMBERS_IN_WORDS, Kind
from assistant.searching.criteria_words import FRAME, ROW_NAMES, WORDS_OF_A_DEADLINE
from assistant.searching.scales import scale_of
from assistant.understanding.words import stems, words_of
from ingest.form import SECTION_BY_KEY, CodeKind, Shape
from ingest.model import QualificationKind

_EDUCATION = "class_requirements.education"
_EXPERIENCE = "class_requirements.experience"
_CERTIFICATIONS = "class_requirements.certifications"
_ANY_DEGREE = "any_degree"
_DATES = frozenset({"adopted", "revised"})
_NAMES = frozenset({"code", "department"})
_PLACE_WORDS = frozenset({"department", "dept", "division", "agency", "city", "county"})
_SERVICES = (
    ("unclassified", ("unclassified", "exempt", "will")),
    ("classified", ("classified", "civil", "csc", "merit")),
)


def wanted_of(clause: Clause, field: str, is_possession: bool) -> Criterion | None:
    """What a clause wants of the field that it names."""
    scale, form = scale_of(field), SECTION_BY_KEY.get(field.partition(".")[0])
    if field in (_EDUCATION, _EXPERIENCE):
        return amount_wanted(clause, field, is_possession)
    if field == _CERTIFICATIONS and (kind := clause.first(Kind.LICENCE)) is not None:
        return licence_wanted(clause, kind)
    if field == BUDGET and clause.all(Kind.MONEY):
        return Compared(BUDGET, *money_between(clause))
    if field in HEADER_FIELDS:
        return _of_header(clause, field)
    if scale is not None and (field == "overall_strength" or "." in field):
        return coded(clause, field, scale)
    if form is not None and form.shape is Shape.BOXES and "." in field:
        return _boxed(clause, field)
    return Worded(field, _asked_stems(clause, field), not clause.is_excluded)


def _of_header(clause: Clause, field: str) -> Criterion | None:
    """What a clause wants of a part of the header; of a code or title nothing: every class has them to be shown."""
    if field in _NAMES and clause.all(Kind.SAMENESS):
        return Alike(field)
    if field in _DATES:
        if clause.is_excluded and not clause.all(Kind.CALENDAR_YEAR):  # "never revised"
            return Worded(field, is_wanted=False)
        listed = years_listed(clause)
        if listed and not clause.is_excluded:
            return AnyOf(tuple(Dated(field, first, last) for first, last in listed))
        return Dated(field, *years_between(clause))
    if field == "service":
        return _service(clause)
    if field in ("department", "agency"):
        return _place(clause, field)
    return None if field in ("code", "title") else Worded(field, _asked_stems(clause, field), not clause.is_excluded)


def _boxed(clause: Clause, field: str) -> Criterion:
    """A place of work that is marked or not; where it is to be the only one, that no other is."""
    if not clause.all(Kind.ALONE):
        return Boxed(field, not clause.is_excluded)
    form = SECTION_BY_KEY[field.partition(".")[0]]
    named = {hit.target for hit in clause.hits}
    others = [one for row in form.fields if (one := f"{form.key}.{row.key}") not in named]
    return AllOf((Boxed(field), *(Boxed(one, is_marked=False) for one in others)))


def coded(clause: Clause, field: str, scale: CodeKind) -> Criterion:
    """The places of a scale that a clause wants of a row; those that do not lie beside each other as alternatives."""
    of_each = field == FUNCTION_STRENGTH and (clause.is_denied or bool(clause.all(Kind.EVERY)))
    ranges = tuple(Coded(field, low, high, of_each) for low, high in place_ranges(clause, scale))
    return ranges[0] if len(ranges) == 1 else AnyOf(ranges)


def amount_wanted(clause: Clause, field: str, is_possession: bool) -> Qualified:
    """The education or the experience that a clause wants, as a range."""
    if field == _EDUCATION:
        low, high = education_range(clause, is_possession=is_possession)
        return Qualified(QualificationKind.EDUCATION, low, high)
    low, high = range_of_years(clause, is_possession=is_possession)
    return Qualified(QualificationKind.EXPERIENCE, low, high)


def _place(clause: Clause, field: str) -> Worded | None:
    """The department or agency that a clause names; nothing where it only speaks of one."""
    named = [word for hit in clause.hits if hit.target == field for said in hit.said for word in words_of(said)]
    stems = tuple(dict.fromkeys(word.stem for word in named if not word.is_small and word.singular not in _PLACE_WORDS))
    return Worded(field, stems, not clause.is_excluded) if stems else None


def _asked_stems(clause: Clause, field: str) -> tuple[str, ...]:
    """What a row of prose is to say: the words that are no name of it. A row without such names says all or nothing."""
    if field not in ROW_NAMES:
        return ()
    named = (word for hit in clause.hits if hit.target == field for said in hit.said for word in words_of(said))
    names = {stem for name in ROW_NAMES[field] for stem in stems(name)}
    said = (*(word for word in named if not word.is_small and word.text not in FRAME), *clause.words)
    return tuple(dict.fromkeys(word.stem for word in said if word.stem not in names))


def licence_wanted(clause: Clause, kind: str) -> Criterion:
    """A licence or residency that is required, or not; of several classes of a licence any."""
    low, high = (0.0, 0.0) if clause.is_excluded else (1.0, math.inf)
    letters: Sequence[str | None] = clause.first(Kind.LICENCE_CLASS) or (None,)
    found = tuple(Qualified(KIND_OF_LICENCE[kind], low, high, letter) for letter in letters)
    return found[0] if len(found) == 1 else AllOf(found) if clause.is_excluded else AnyOf(found)


def due_within(clause: Clause, deadline: str) -> Criterion:
    """That something is due in a time, its number in figures or as a word: "a notary within six months"."""
    within, number, unit = deadline.split()
    value = int(number) if number.isdecimal() else NUMBERS_IN_WORDS.get(number, 1)  # "within a year"
    named = dict.fromkeys((str(value), *(word for word, said in NUMBERS_IN_WORDS.items() if said == value)))
    due = " ".join(word.text for word in clause.words if word.text not in WORDS_OF_A_DEADLINE)
    said = (f"{within} {one} {unit} {due}".strip() for one in named)
    found = tuple(Mentioned(stems(one), one, not clause.is_excluded, is_requirement=True) for one in said)
    return found[0] if len(found) == 1 else AllOf(found) if clause.is_excluded else AnyOf(found)


def level_spoken_of(clause: Clause) -> Qualified | None:
    """That a level of schooling is asked for, or is one of several ways; nothing where a clause limits or denies it."""
    level = clause.first(Kind.EDUCATION)
    is_plain = not (clause.is_excluded or clause.has_limit or clause.comparison(Kind.EDUCATION))
    if level is None or level == _ANY_DEGREE or not is_plain or any(hit.target != _EDUCATION for hit in clause.hits):
        return None
    return replace(amount_wanted(clause, _EDUCATION, is_possession=False), or_named=True)


def _service(clause: Clause) -> Worded | None:
    said = {word for hit in clause.hits if hit.target == "service" for word in hit.said}
    return next(
        (Worded("service", stems(name), not clause.is_excluded) for name, words in _SERVICES if said & set(words)), None
    )
