"""Coded tables in columns."""

import pytest

from tests.ingest.layout.reading import descriptions_in, values_in

_DEMANDS = (
    "PHYSICAL DEMANDS:\n\nStanding        {}     Counter and desk\nSitting         {}     Van\n"
    "Walking         {}     Halls\n"
)


@pytest.mark.parametrize("codes", ["FON", "fon", ["(F)", "(O)", "(N)"], ["Frequently", "Occasionally", "Never"]])
def test_codes_are_read_however_the_column_writes_them(codes: list[str]) -> None:
    found = values_in(_DEMANDS.format(*codes))
    assert [found[f"physical_demands.{key}"][1] for key in ("standing", "sitting", "walking")] == [
        "Frequently", "Occasionally", "Never",
    ]  # fmt: skip


def test_what_no_one_can_read_is_illegible_and_not_blank() -> None:
    found = values_in(_DEMANDS.format("F", "F/O", "?"))
    assert found["physical_demands.sitting"] == ("illegible", None)
    assert found["physical_demands.walking"] == ("illegible", None)


def test_a_cell_that_is_blank_stays_blank() -> None:
    assert values_in(_DEMANDS.format("F", " ", "N"))["physical_demands.sitting"] == ("blank", None)


def test_a_description_that_is_wrapped_goes_on_with_its_row() -> None:
    part = "PHYSICAL DEMANDS:\n\nStanding     F    Counter and\n                  storeroom\nSitting      N    Van\n"
    assert descriptions_in(part)["physical_demands.standing"] == "Counter and storeroom"


def test_codes_that_ran_into_the_next_column_s_labels_are_parted_from_them() -> None:
    found = values_in("ENVIRONMENTAL FACTORS:\n\nMechanical Hazards       S Dirt and Dust             M\n"
                      "Chemical Hazards         D Extreme Temperatures      N\n")  # fmt: skip
    assert found["health_and_safety.mechanical_hazards"] == ("read", "Seasonally")
    assert found["environmental_factors.dirt_and_dust"] == ("read", "Several Times Per Month")


def test_a_label_that_goes_on_below_its_code_is_whole() -> None:
    found = values_in("ENVIRONMENTAL FACTORS:\n\nFire Hazards        N    Dirt and Dust        M\n"
                      "Physical Danger or  S    Noise and Vibration  D\nAbuse\n")  # fmt: skip
    assert found["health_and_safety.physical_danger_or_abuse"] == ("read", "Seasonally")


def test_a_bracket_below_a_label_is_no_row_of_its_own() -> None:
    found = values_in("PHYSICAL DEMANDS:\n\nStanding     F    Counter\nSitting      N    Van\nOther        R    Roofs\n"
                      "(specify)\n")  # fmt: skip
    assert found["physical_demands.other"] == ("read", "Rarely")
    assert not any("specify" in field for field in found)


def test_a_label_that_is_a_letter_away_from_another_of_the_form_is_no_row_of_its_own() -> None:
    found = values_in("ENVIRONMENTAL FACTORS:\n\nMechanical Hazards   N    Dirt and Dust     M\n"
                      "Fine Hazards         D    Fumes and Odors   W\n")  # fmt: skip
    assert not any("fine" in field for field in found)


def test_codes_beside_labels_that_all_go_on_below_are_a_column() -> None:
    found = values_in("NON-PHYSICAL DEMANDS:\n\nFrequent Change of     F\nTasks\nPerforming Multiple    O\n"
                      "Tasks Simultaneously\nTedious or Exacting    N\nWork\n")  # fmt: skip
    assert found["non_physical_demands.frequent_change_of_tasks"] == ("read", "Frequently")
    assert found["non_physical_demands.tedious_exacting"] == ("read", "Never")


def test_words_right_of_the_codes_are_said_of_the_row_above_though_their_page_puts_them_elsewhere() -> None:
    part = "PHYSICAL DEMANDS:\n\nStanding     F           Counter\nSitting      N           Uneven ground at\n\n"
    found = descriptions_in(part + "Page 3 of 5\n\n                   pump stations\n")
    assert found["physical_demands.sitting"] == "Uneven ground at pump stations"


def test_column_heads_with_markup_are_no_row() -> None:
    part = "PHYSICAL DEMANDS:\n\n  PHYSICAL      FREQUENCY    DESCRIPTION\n  <u>DEMANDS</u>       CODE\n"
    found = values_in(part + "  Standing      F            Desk\n  Sitting       N            Van\n")
    rows = {field for field in found if field.startswith("physical_demands.")}
    assert rows == {"physical_demands.standing", "physical_demands.sitting"}
