"""Legends in columns."""

from tests.ingest.layout.reading import spec_with, values_in

_OWN = """ENVIRONMENTAL FACTORS:

D = Every    W = Weekly    M = Monthly    N = Not
Shift                                     Present

Fire Hazards       D     Dirt and Dust       N
Explosives         W     Fumes and Odors     M
"""


def test_words_below_a_code_go_on_with_it() -> None:
    found = values_in(_OWN)
    assert found["health_and_safety.fire_hazards"] == ("read", "Every Shift")
    assert found["environmental_factors.dirt_and_dust"] == ("read", "Not Present")


def test_words_below_codes_that_stand_in_no_columns_go_on_with_the_last() -> None:
    found = values_in("ENVIRONMENTAL FACTORS:\n\nD = Daily W = Weekly N = Not\nPresent\n"
                      "Fire Hazards     N     Dirt and Dust   D\n"
                      "Explosives       W     Fumes and Odors N\n")  # fmt: skip
    assert found["health_and_safety.fire_hazards"] == ("read", "Not Present")


def test_a_legend_as_a_list_is_one_entry_a_line() -> None:
    part = "PHYSICAL DEMANDS:\n\nC = Constantly\nO = Often\n\nStanding    O    Counter\nSitting     C    Van\n"
    assert [(entry.code, entry.word) for entry in spec_with(part).legends] == [("C", "Constantly"), ("O", "Often")]
