"""Boxes, levels, functions and requirements whose cells run on."""

import pytest

from tests.ingest.layout.reading import values_in


@pytest.mark.parametrize(
    "boxes",
    ["[X] Shop [ ] Vehicle [X] Outdoors", "Shop [X], Vehicle [ ], Outdoors [X]", "☒ Shop | ☐ Vehicle | ☒ Outdoors",
     "Shop X Vehicle Outdoors X", "(X) Shop ( ) Vehicle (X) Outdoors", "Outdoors X Shop X Vehicle"],
)  # fmt: skip
def test_boxes_in_one_line_are_read(boxes: str) -> None:
    found = values_in(f"PRIMARY WORK LOCATION\n\n{boxes}\n")
    assert found["work_location.shop"] == found["work_location.outdoors"] == ("read", "X")
    assert found["work_location.vehicle"] == ("read", None)


def test_a_mark_below_a_stack_of_boxes_says_of_none_that_it_is_not_marked() -> None:
    found = values_in("PRIMARY WORK LOCATION\n\nOffice Environment\nWarehouse\nShop\nVehicle\n\nX\n")
    assert ("read", None) not in [value for field, value in found.items() if field.startswith("work_location")]


@pytest.mark.parametrize(
    "levels",
    ["Sedentary Light X Medium Heavy Very Heavy", "[ ] Sedentary [X] Light [ ] Medium [ ] Heavy [ ] Very Heavy"],
)
def test_levels_in_one_line_are_read(levels: str) -> None:
    assert values_in(f"OVERALL PHYSICAL STRENGTH DEMANDS:\n\n{levels}\n")["overall_strength"] == ("read", "Light")


def test_functions_that_run_on_are_parted_at_their_numbers() -> None:
    found = values_in("ESSENTIAL FUNCTIONS:\n\n1 L Drives 2 vans. 2 VH Lifts crates of 50 pounds. 3 S Files.\n")
    assert found["essential_functions.2"] == ("read", "Lifts crates of 50 pounds.")
    assert found["essential_functions.3.strength"] == ("read", "Sedentary")


def test_requirements_that_run_on_are_parted_at_their_labels() -> None:
    found = values_in(
        "CLASS REQUIREMENTS:\n\nExperience One year. Reading <u>Math</u> Adds and subtracts. Writing None\n"
    )
    assert found["class_requirements.experience"] == ("read", "One year.")
    assert found["class_requirements.reading"] == ("blank", None)
    assert found["class_requirements.math"] == ("read", "Adds and subtracts.")


def test_the_mark_of_a_level_that_cannot_be_read_is_not_the_next_one_s() -> None:
    found = values_in(
        "OVERALL PHYSICAL STRENGTH DEMANDS:\n\n5edentary X Light ___ Medium ___ Heavy ___ Very Heavy ___\n"
    )
    assert found["overall_strength"] != ("read", "Light")
