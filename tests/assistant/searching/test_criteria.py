import math

import pytest

from assistant.searching.criteria import (
    FUNCTION_STRENGTH,
    FUNCTION_STRENGTHS,
    OTHER_REQUIREMENTS,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Criterion,
    Dated,
    Mentioned,
    Qualified,
    Single,
    Worded,
    anything_of,
    fields_of,
    singles,
)
from ingest.model import QualificationKind

TWISTS = Coded("physical_demands.twisting", 1, 4)
OUTDOORS = Boxed("work_location.outdoors")
OTTERS = Mentioned(("otter",), "otters")


@pytest.mark.parametrize(
    ("criterion", "of"),
    [
        (None, ()),
        (TWISTS, (TWISTS,)),
        (AllOf((TWISTS, OUTDOORS)), (TWISTS, OUTDOORS)),
        (AnyOf((AllOf((TWISTS, OTTERS)), OUTDOORS)), (TWISTS, OTTERS, OUTDOORS)),
    ],
)
def test_a_criterion_of_several_has_its_single_ones_in_order(
    criterion: Criterion | None, of: tuple[Single, ...]
) -> None:
    assert singles(criterion) == of


@pytest.mark.parametrize(
    ("criterion", "fields"),
    [
        (TWISTS, {"physical_demands.twisting"}),
        (OUTDOORS, {"work_location.outdoors"}),
        (Dated("revised", 1990, 2000), {"revised"}),
        (Worded("department", ("harbor",)), {"department"}),
        (Qualified(QualificationKind.EDUCATION, 1, 6), {"class_requirements.education"}),
        (Qualified(QualificationKind.EXPERIENCE, 1, 6), {"class_requirements.experience"}),
        (Qualified(QualificationKind.DRIVER_LICENCE, 1, 6), {OTHER_REQUIREMENTS}),
        (OTTERS, set()),
        (Coded(FUNCTION_STRENGTH, 3, 4), {FUNCTION_STRENGTH, *FUNCTION_STRENGTHS}),
    ],
)
def test_a_criterion_looks_at_the_field_that_may_meet_it(criterion: Single, fields: set[str]) -> None:
    assert fields_of([criterion]) == fields


def test_several_criteria_look_at_the_fields_of_all() -> None:
    assert fields_of(singles(AllOf((TWISTS, OUTDOORS)))) == {TWISTS.field, OUTDOORS.field}


@pytest.mark.parametrize(
    ("field", "criterion"),
    [
        ("physical_demands.twisting", Coded("physical_demands.twisting", 0, 4)),
        ("overall_strength", Coded("overall_strength", 0, 4)),
        ("class_requirements.experience", Qualified(QualificationKind.EXPERIENCE, 0, math.inf)),
        ("adopted", Dated("adopted", 0, 9999)),
        ("revised", AnyOf((Dated("revised", 0, 9999), Dated("adopted", 0, 9999)))),
        ("machines_tools", None),
        ("work_location.outdoors", None),
        ("title", None),
    ],
)
def test_every_class_of_which_a_comparable_field_is_known_meets_what_is_anything_of_it(
    field: str, criterion: Criterion | None
) -> None:
    assert anything_of(field) == criterion
