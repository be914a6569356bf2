"""The level of overall strength that is marked, in several layouts, and never one that is only likely."""

import pytest

from ingest.norfolk.strength import read_strength
from tests.ingest.reading import block_of, rules

_ROW = "Sedentary\tLight{}\tMedium\tHeavy\tVery Heavy"


def _read(text: str) -> tuple[str, str | None, str]:
    (fact,) = read_strength(text, block_of("overall_strength", text)).facts
    assert text[fact.raw_start : fact.raw_end] == fact.raw
    return fact.status.value, fact.value, fact.raw


@pytest.mark.parametrize(
    ("text", "value", "raw"),
    [
        (_ROW.format(" X"), "Light", "Light X"),
        (_ROW.format(" x"), "Light", "Light x"),
        (_ROW.format(" Х"), "Light", "Light Х"),
        (_ROW.format(" (X)"), "Light", "Light (X)"),
        (_ROW.format(" <u>X</u>"), "Light", "Light <u>X</u>"),
        (_ROW.format(": ✓"), "Light", "Light: ✓"),
        ("Sedentary\t\tLight\tX\tMedium\t\tHeavy\t\tVery Heavy\t", "Light", "X"),
        ("\tSedentary\tX\tLight\t\tMedium\t\tHeavy\t\tVery Heavy", "Light", "X"),
        ("[ ] Sedentary\t[X] Light\t[ ] Medium\t[ ] Heavy\t[ ] Very Heavy", "Light", "[X] Light"),
        ("Sedentary [ ]\tLight [X]\tMedium [ ]\tHeavy [ ]\tVery Heavy [ ]", "Light", "Light [X]"),
        ("Sedentary\nLight\tX\nMedium\nHeavy\nVery Heavy", "Light", "X"),
        ("Sedentary\tLight\tMedium\tHeavy\tVery Heavy\n\tX\t\t\t", "Light", "X"),
        ("Sedentary\tLight\tMedium\tHeavy\tVery Heavy X", "Very Heavy", "Very Heavy X"),
        ("Sedentary\tLight\tMedium\tHeavy\tVery\tHeavy X", "Very Heavy", "Very\tHeavy X"),
        ("Sedentary\tLight\tMedium\tHeavy X\tVery Heavy", "Heavy", "Heavy X"),
        ("Sedentary\tLi\tght X\tMedium\tHeavy\tVery Heavy", "Light", "Li\tght X"),
    ],
)  # fmt: skip
def test_the_marked_level_is_read(text: str, value: str, raw: str) -> None:
    assert _read(text) == ("read", value, raw)


def test_a_marked_level_that_stands_twice_is_none_for_certain() -> None:
    row = "Sedentary\tLight\tMedium\tHeavy{}\tHeavy{}"
    assert _read(row.format("", " X"))[:2] == ("illegible", None)
    assert _read(row.format(" X", ""))[:2] == ("illegible", None)
    assert _read(row.format("", "").replace("Light", "Light X"))[:2] == ("read", "Light")


@pytest.mark.parametrize("text", [_ROW.format(""), "Sedentary [ ]\tLight [ ]\tMedium [ ]\tHeavy [ ]\tVery Heavy [ ]"])
def test_no_mark_is_blank(text: str) -> None:
    assert _read(text)[:2] == ("blank", None)


@pytest.mark.parametrize(
    "text", ["Sedentary\tLight X\tMedium X\tHeavy\tVery Heavy", "Sedentary X\tLight\tMedium\tHeavy\tVery Heavy X"]
)
def test_two_marks_are_illegible(text: str) -> None:
    assert _read(text)[:2] == ("illegible", None)


@pytest.mark.parametrize("mark", ["X", " K", " XX", "\tXX", " *", "\t#", " %"])
def test_what_may_be_a_damaged_mark_is_never_called_blank(mark: str) -> None:
    assert _read(_ROW.format(mark))[:2] in [("illegible", None), ("read", "Light")]


@pytest.mark.parametrize(
    "text",
    [
        "Sedentary\tLight\tMedium\tHeavy\tVery Heavy\n          X",
        "\tSedentary\tLight\tX\tMedium\tHeavy\tVery Heavy",
        "Sedentary\nLight\nX\nMedium\nHeavy\nVery Heavy",
    ],
)
def test_a_mark_between_two_levels_or_below_all_of_them_gives_no_other_level(text: str) -> None:
    assert _read(text)[:2] in [("illegible", None), ("read", "Light")]


def test_the_legend_below_the_row_is_read_too() -> None:
    text = _ROW.format(" X") + "\nS = Sedentary Exerting up to 10 lbs.\tL = Light Exerting up to 20 lbs."
    table = read_strength(text, block_of("overall_strength", text))
    assert [(entry.code, entry.word, entry.meaning) for entry in table.legend] == [
        ("S", "Sedentary", "Exerting up to 10 lbs."),
        ("L", "Light", "Exerting up to 20 lbs."),
    ]
    assert (table.facts[0].start, text[: table.facts[0].end]) == (0, _ROW.format(" X"))


def test_the_row_may_stand_below_its_legend() -> None:
    assert _read("S = Sedentary Exerting\tL = Light Exerting\n" + _ROW.format(" X"))[:2] == ("read", "Light")


def test_a_mark_of_another_alphabet_is_a_repair() -> None:
    text = _ROW.format(" Х")
    (fact,) = read_strength(text, block_of("overall_strength", text)).facts
    assert rules(fact.repairs) == ["look_alike"]
