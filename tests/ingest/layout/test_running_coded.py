"""Coded tables whose cells run on, and what is not to be guessed of them."""

import pytest

from tests.ingest.layout.reading import descriptions_in, spec_with, values_in

_FORM = "PHYSICAL DEMANDS:\n\n"


@pytest.mark.parametrize(
    "rows",
    [
        "Standing F Desk Sitting N Van Walking C Halls",
        "Standing (F) Desk Sitting (N) Van Walking (C) Halls",
        "Standing f Desk\nSitting n Van\nWalking c Halls",
        "Standing Frequently Desk\nSitting Never Van\nWalking Continuously Halls",
        "- Standing: F - Desk\n- Sitting: N - Van\n- Walking: C - Halls",
        "Walking C Halls\nStanding F Desk\nSitting N Van",
    ],
)
def test_rows_are_read_however_they_are_written(rows: str) -> None:
    found = values_in(_FORM + rows)
    assert [found[f"physical_demands.{key}"][1] for key in ("standing", "sitting", "walking")] == [
        "Frequently", "Never", "Continuously",
    ]  # fmt: skip
    assert descriptions_in(_FORM + rows)["physical_demands.standing"] == "Desk"


def test_a_row_that_a_city_added_follows_a_code() -> None:
    assert values_in(_FORM + "Standing F Running O Sitting N Van")["physical_demands.running"] == (
        "read",
        "Occasionally",
    )


def test_a_page_read_column_by_column_leaves_no_row_blank() -> None:
    found = values_in(_FORM + "Standing\nSitting\nWalking\nF\nN\nC\n")
    assert {found[f"physical_demands.{key}"][0] for key in ("standing", "sitting", "walking")} == {"illegible"}


def test_a_code_below_a_paragraph_of_labels_is_none_of_theirs() -> None:
    found = values_in(_FORM + "Standing\n\nF\n\nSitting\nWalking\n\nN\n\nLifting\n\nC\n")
    assert found["physical_demands.standing"] == ("read", "Frequently")
    assert found["physical_demands.sitting"][0] == found["physical_demands.walking"][0] == "illegible"


def test_a_row_whose_label_cannot_be_read_is_no_part_of_the_description_above_it() -> None:
    part = _FORM + "Handling F Tools, brushes Fxxx Dextzzzzy O Keyboard Kneeling N Floors"
    assert descriptions_in(part)["physical_demands.handling"] == "Tools, brushes"
    assert "unplaced_line" in {issue.code for issue in spec_with(part).issues}


def test_repeated_rows_by_the_thousand_are_read_without_an_error() -> None:
    part = "ENVIRONMENTAL FACTORS:\n\n" + "Fire Hazards N Dirt and Dust M\n" * 3000
    assert values_in(part)["health_and_safety.fire_hazards"][0] in ("read", "illegible")


def test_a_label_whose_first_letter_stands_apart_begins_a_row() -> None:
    found = values_in(_FORM + "Standing F Desk Sitting N Van O ther (see 1 below) R")
    assert found["physical_demands.other"] == ("read", "Rarely")
    assert found["physical_demands.sitting"] == ("read", "Never")


def test_one_word_misread_in_a_long_label_is_no_other_row() -> None:
    form = "NON-PHYSICAL DEMANDS:\n\nTime Pressures R Working Closely with Others as Pant of a Team F"
    assert values_in(form)["non_physical_demands.team_work"] == ("read", "Frequently")


@pytest.mark.parametrize("rest", ["Present\n", "Present\n\nHEALYH AND SAFETY ENVIRONMENTAL FACTORS\n"])
def test_a_legend_goes_on_over_the_end_of_a_page(rest: str) -> None:
    form = (
        "ENVIRONMENTAL FACTORS:\n\nD = Every Shift W = Weekly N = Not\n\nPage 3 of 5\n"
        f"{rest}Fire Hazards N Dirt and Dust W Explosives D"
    )
    assert values_in(form)["health_and_safety.fire_hazards"] == ("read", "Not Present")
