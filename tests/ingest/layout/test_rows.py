"""Rows of several lines: hanging from their labels, or centred on them."""

from tests.ingest.layout.reading import values_in


def test_rows_centred_on_their_numbers_to_a_whole_line_are_told_by_their_sentences() -> None:
    part = """ESSENTIAL FUNCTIONS:

1 L         Reads meters on foot or from a vehicle, in all
            weather, five days a week.
            Performs the duties of the clerk in addition to those
2 S         listed here, and schedules the licences of drivers
            under supervision.
            Trains the new employees of the department, and those
3 M         of other departments, on all the equipment that they
            are to use.
"""
    found = values_in(part)
    assert found["essential_functions.2"][1] == (
        "Performs the duties of the clerk in addition to those listed here, and schedules the licences of drivers "
        "under supervision."
    )


def test_a_code_on_a_line_of_its_own_goes_to_the_row_that_has_none() -> None:
    part = ("ENVIRONMENTAL FACTORS:\n\nFire Hazards             N     Dirt and Dust    M\nPhysical Danger or Abuse\n"
            "                         S\nOther                    D     Fumes and Odors  W\n")  # fmt: skip
    found = values_in(part)
    assert found["health_and_safety.physical_danger_or_abuse"] == ("read", "Seasonally")
    assert found["health_and_safety.other"] == ("read", "Daily")
