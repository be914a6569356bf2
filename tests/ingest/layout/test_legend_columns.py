"""Legends in columns."""

from pathlib import Path

import pytest

from ingest import read_spec
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


_TOUCHING = """OVERALL PHYSICAL STRENGTH DEMANDS:
Sedentary X      Light        Medium        Heavy         Very Heavy
S = Sedentary    L = Light    M = Medium    H = Heavy VH = Very Heavy
Lifting no more  Lifting up   Lifting up to Lifting up Lifting more than
than 9 lbs.      to 18 lbs.   to 40 lbs. at to 90 lbs. 90 lbs. at any time
at any time.     at any time. any time.     at a time. of the day.
"""
_USUAL = """OVERALL PHYSICAL STRENGTH DEMANDS:
Sedentary          Light              Medium         Heavy X      Very Heavy
S = Sedentary      L = Light Exerting M = Medium Exerting H = Heavy VH = Very Heavy
Exerting up to 10  up to 20 lbs. occasionally, 20-50 lbs. occasionally, Exerting 50-100 Exerting over 100 lbs.
lbs. occasionally  10 lbs. frequently, or 10-25 lbs. frequently, lbs. occasionally, occasionally,
or negligible      negligible amounts constantly OR or up to 10 lbs. 25-50 lbs. frequently, 50-100 lbs. frequently,
weights frequently; requires walking or standing constantly. or up to 10-20 or up to 20-50
sitting most of the time to a significant degree. lbs. constantly. lbs. constantly.
"""


def _meanings(part: str) -> dict[str, str | None]:
    return {entry.code: entry.meaning for entry in spec_with(part).legends}


def test_a_code_whose_column_touches_another_has_its_word_and_no_meaning() -> None:
    spec = spec_with(_TOUCHING)
    assert {entry.code: (entry.word, entry.meaning) for entry in spec.legends} == {
        "S": ("Sedentary", "Lifting no more than 9 lbs. at any time."),
        "L": ("Light", None),
        "M": ("Medium", None),
        "H": ("Heavy", None),
        "VH": ("Very Heavy", None),
    }
    quoted = {entry.code: spec.source.text[entry.start : entry.end] for entry in spec.legends}
    assert (quoted["H"], quoted["VH"]) == ("H = Heavy", "VH = Very Heavy")


def test_words_that_are_no_columns_for_certain_can_still_be_searched() -> None:
    said = " ".join(passage.embedded_text for passage in spec_with(_TOUCHING).passages)
    assert all(words in said for words in ("Lifting up to Lifting up", "to 40 lbs. at to 90 lbs.", "of the day."))


def test_columns_that_touch_are_told_apart_where_they_say_what_the_form_says() -> None:
    found = _meanings(_USUAL)
    assert found["S"] == (
        "Exerting up to 10 lbs. occasionally or negligible weights frequently; sitting most of the time"
    )
    assert found["H"] == "Exerting 50-100 lbs. occasionally, 25-50 lbs. frequently, or up to 10-20 lbs. constantly."
    assert found["VH"] == "Exerting over 100 lbs. occasionally, 50-100 lbs. frequently, or up to 20-50 lbs. constantly."


def test_one_other_number_leaves_columns_that_touch_without_meanings() -> None:
    found = _meanings(_USUAL.replace("50-100 lbs. frequently", "50-120 lbs. frequently"))
    assert found["VH"] is None
    assert found["H"] is None


def test_a_legends_own_word_that_touches_another_is_not_guessed() -> None:
    found = values_in("ENVIRONMENTAL FACTORS:\n\n"
                      "D = Every    W = Once a M = Once or N = Not Present\n"
                      "Shift        Week or so twice in a month\n\n"
                      "Fire Hazards       W     Dirt and Dust       N\n"
                      "Explosives         D     Fumes and Odors     M\n")  # fmt: skip
    assert found["health_and_safety.explosives"] == ("read", "Every Shift")
    assert found["health_and_safety.fire_hazards"][0] == "illegible"
    assert found["environmental_factors.fumes_and_odors"][0] == "illegible"


def test_columns_one_space_apart_are_read_where_only_one_word_can_begin_each() -> None:
    found = _meanings("PHYSICAL DEMANDS:\n"
                      "C = Continuously F = Frequently    N = Never\n"
                      "Six hours a day  Three to six      Not part of\n"
                      "and more.        hours a day.      this work.\n\n"
                      "Standing     F    Counter\nSitting      C    Desk\n")  # fmt: skip
    assert found == {"C": "Six hours a day and more.", "F": "Three to six hours a day.", "N": "Not part of this work."}


@pytest.mark.parametrize("sample", ["harbor-deckhand.txt", "forensic-photographer.pdf"])
def test_samples_whose_columns_touch_have_the_meanings_of_one_whose_do_not(sample: str) -> None:
    samples = Path(__file__).parents[3] / "samples"
    touching, apart = (
        {
            entry.code: entry.meaning
            for entry in read_spec(samples / name).legends
            if entry.section == "overall_strength"
        }
        for name in (sample, "cemetery-sexton.txt")
    )
    assert touching == apart
    assert set(touching) == {"S", "L", "M", "H", "VH"}


_RUNNING = (
    "OVERALL PHYSICAL STRENGTH DEMANDS:\n\nSedentary Light Medium X Heavy Very Heavy\n\n"
    "S = Sedentary Lifting up to 9 lbs. at times. L = Light Lifting up to 18 lbs.\nat times. M = Medium Lifting 30 lbs."
    " H = Heavy Lifting 60 lbs. VH = Very Heavy Lifting more than\n60 lbs. at times"
)


def test_a_last_code_that_begins_like_the_others_has_its_meaning_out_of_running_words() -> None:
    assert _meanings(_RUNNING + ". Some positions\nask for 90 lbs.\n")["VH"] == "Lifting more than 60 lbs. at times."


def test_a_last_meaning_that_ends_in_no_sentence_is_left_out() -> None:
    assert _meanings(_RUNNING + "\n\nSome prose about 3 lbs.\n")["VH"] is None
