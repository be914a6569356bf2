"""Marks in columns: places of work, levels of strength."""

import pytest

from tests.ingest.layout.reading import values_in


@pytest.mark.parametrize(("mark", "empty"), [("X", ""), ("[X]", "[ ]"), ("☒", "☐"), ("(x)", "( )"), ("_X_", "___")])
def test_marks_in_a_column_are_read(mark: str, empty: str) -> None:
    found = values_in(
        f"PRIMARY WORK LOCATION\n\nShop            {mark}\nVehicle         {empty}\nOutdoors        {mark}\n"
    )
    assert [found[f"work_location.{key}"] for key in ("shop", "vehicle", "outdoors")] == [
        ("read", "X"), ("read", None), ("read", "X"),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", ["*", "Yes", "•"])
def test_what_may_be_a_mark_makes_its_box_illegible(mark: str) -> None:
    found = values_in(f"PRIMARY WORK LOCATION\n\nShop            {mark}\nVehicle\nOutdoors        X\n")
    assert found["work_location.shop"][0] == "illegible"


def test_levels_below_each_other_are_read_beside_a_legend_in_columns() -> None:
    part = """OVERALL PHYSICAL STRENGTH DEMANDS:

Sedentary      [ ]
Light          [X]
Medium         [ ]
Heavy          [ ]
Very Heavy     [ ]

S =          L = Light      VH = Very
Sedentary    Up to 20 lbs.  Heavy
"""
    assert values_in(part)["overall_strength"] == ("read", "Light")


def test_levels_of_which_some_are_missing_and_none_is_marked_are_illegible() -> None:
    assert values_in("OVERALL PHYSICAL STRENGTH DEMANDS:\n\nSedentary\tLight\n")["overall_strength"][0] == "illegible"
