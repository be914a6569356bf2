"""Essential functions: number, strength and text."""

import pytest

from ingest.norfolk.functions import read_functions
from ingest.norfolk.rows import Table
from tests.ingest.reading import block_of, fact_of, read_as


def _read(text: str) -> Table:
    return read_functions(text, block_of("essential_functions", text), ())


@pytest.mark.parametrize(
    ("row", "strength", "words"),
    [
        ("1\tL\tDrives a bus.", ("read", "Light"), "Drives a bus."),
        ("1.\tVH\tDrives a bus.", ("read", "Very Heavy"), "Drives a bus."),
        ("1)\tМ\tDrives  a\tbus.", ("read", "Medium"), "Drives a bus."),
        ("1\t\tDrives a bus.", ("blank", None), "Drives a bus."),
        ("1\tDrives a bus.", ("blank", None), "Drives a bus."),
        ("1\t?\tDrives a bus.", ("illegible", None), "Drives a bus."),
        ("1\tC\tDrives a bus.", ("illegible", None), "Drives a bus."),
        ("\tL\tDrives a bus.", ("read", "Light"), "Drives a bus."),
        ("1\tL\tDrives\na bus.", ("read", "Light"), "Drives a bus."),
    ],
)
def test_a_function_has_a_strength_and_a_text(row: str, strength: tuple[str, str | None], words: str) -> None:
    assert read_as(_read(row).facts) == {
        "essential_functions.1": ("read", words), "essential_functions.1.strength": strength,
    }  # fmt: skip


def test_a_function_without_text_is_blank() -> None:
    assert read_as(_read("1\tL\t").facts)["essential_functions.1"] == ("blank", None)


def test_the_row_to_quote_is_number_code_and_text() -> None:
    text = "Lead.\n1\tL\tDrives a bus.\n2\tM\tWashes it.\t"
    facts = _read(text).facts
    quotes = {fact.field: text[fact.start : fact.end] for fact in facts}
    assert quotes["essential_functions.2"] == quotes["essential_functions.2.strength"] == "2\tM\tWashes it."


def test_words_above_the_first_row_are_prose() -> None:
    text = "The following are examples.\n1\tL\tDrives."
    (line,) = _read(text).prose
    assert text[line.start : line.end] == "The following are examples."


@pytest.mark.parametrize("row", ["10 M\tWalks.", "1O\tM\tWalks.", "l0\tM\tWalks.", "<u>10</u>\tM\tWalks."])
def test_a_row_whose_number_is_damaged_does_not_become_words_of_the_row_above(row: str) -> None:
    facts = read_as(_read(f"9\tL\tDrives.\n{row}").facts)
    assert facts["essential_functions.9"] in [("read", "Drives."), ("illegible", None)]


def test_two_rows_of_one_number_that_differ_are_illegible() -> None:
    table = _read("1\tL\tDrives.\n1\tM\tWalks.")
    assert read_as(table.facts) == {
        "essential_functions.1": ("illegible", None), "essential_functions.1.strength": ("illegible", None),
    }  # fmt: skip
    assert len(table.issues) == 2


def test_an_accented_letter_in_the_text_is_no_repair() -> None:
    assert fact_of(_read("1\tL\tReads résumés.").facts, "essential_functions.1").repairs == ()
