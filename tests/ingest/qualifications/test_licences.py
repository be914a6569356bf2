import pytest

from ingest.model import Qualification
from tests.ingest.qualifications.reading import of_kind, of_row, of_section


def _licences(found: tuple[Qualification, ...]) -> list[tuple[str, str | None, bool]]:
    return [
        (each.kind.value, each.level.value if each.level else None, each.is_required)
        for each in found
        if each.kind in {"driver_licence", "commercial_licence"}
    ]


@pytest.mark.parametrize(
    ("words", "kind", "level", "is_required"),
    [
        ("A valid driver's license is required.", "driver_licence", None, True),
        ("Must possess a valid Ohio driver’s license.", "driver_licence", None, True),
        ("Possession of, or ability to obtain, a drivers licence.", "driver_licence", None, True),
        ("A valid Class C driver's license is required.", "driver_licence", None, True),
        ("Some positions may require a valid driver's license.", "driver_licence", None, False),
        ("A valid driver's license may be required prior to appointment.", "driver_licence", None, False),
        ("Driver's license preferred.", "driver_licence", None, False),
        ("Class B commercial driver's license for those who drive the bus.", "commercial_licence", "B", False),
        ("Some positions may require a Class A, B or C driver's license.", "driver_licence", None, False),
        ("A commercial driver's license, class B, is required.", "commercial_licence", "B", True),
        ("Must hold a CDL (Class A) with air brakes.", "commercial_licence", "A", True),
        ("A valid Class A or B driver's license is required.", "commercial_licence", "B", True),
        ("Commercial Driver's License within six months of hire.", "commercial_licence", None, True),
    ],
)
def test_a_licence_is_read_with_its_class(words: str, kind: str, level: str | None, is_required: bool) -> None:
    assert _licences(of_section(words, "special_requirements", "Licenses")) == [(kind, level, is_required)]


@pytest.mark.parametrize(
    "words",
    [
        "A driver's license is not required.",
        "Do you have a driver's license?",
        "Applicants who do not possess a driver's license will be admitted.",
        "For positions requiring a driver's license, a driving history must be submitted.",
        "Attach a copy of your driver's license.",
        "DRIVER'S LICENSE:",
        "Must have standing as a Certified Designated Lead (CDL).",
    ],
)
def test_a_licence_that_is_named_and_not_asked_for_is_none(words: str) -> None:
    assert _licences(of_section(words, "special_requirements", "Licenses")) == []


def test_a_licence_named_among_duties_is_asked_for_only_by_words_that_demand_it() -> None:
    assert _licences(of_section("Checks the driver's license of visitors.", "duties", "Duties")) == []
    assert _licences(of_section("Must have a driver's license.", "duties", "Duties")) == [
        ("driver_licence", None, True)
    ]


def test_a_licence_that_some_need_and_all_need_is_required_once() -> None:
    words = "Some positions may require a driver's license.\nA valid driver's license is required."
    assert _licences(of_section(words)) == [("driver_licence", None, True)]


def test_the_time_to_get_a_licence_is_read_in_months() -> None:
    words = "Class B commercial driver's license within ninety days; pesticide license within one year."
    found = of_row("certifications", words)
    assert [(each.kind, each.amount) for each in found] == [("commercial_licence", 3.0), ("certification", 12.0)]


def test_another_means_of_transport_may_take_its_place() -> None:
    (found,) = of_kind(of_section("Valid driver's license or acceptable alternate transportation."), "driver_licence")
    assert found.accepts_equivalent
