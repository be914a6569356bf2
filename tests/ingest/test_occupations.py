"""Whether words name an occupation or a part of an organisation."""

import pytest

from ingest.occupations import has_level, is_title_like, names_occupation, names_organisation


@pytest.mark.parametrize(
    "words",
    ["Clerk", "Legal Secretary II", "CHIEF OF POLICE", "Director of Parks and Recreation", "Manager, Public Works",
     "Firefighter/EMT", "Risk and Insurance Assistant", "Locksmith", "Crew Leaders"],
)  # fmt: skip
def test_a_title_names_an_occupation(words: str) -> None:
    assert names_occupation(words)


@pytest.mark.parametrize(
    "words",
    ["Department of Finance", "Office of the City Manager", "Fire Chief's Office", "Public Works", "Senior Utility",
     "Wastewater", "Operations Center", "City of Holt", ""],
)  # fmt: skip
def test_other_names_are_no_occupation(words: str) -> None:
    assert not names_occupation(words)


def test_a_part_of_an_organisation_is_known_by_its_main_word() -> None:
    assert names_organisation("Department of Finance")
    assert names_organisation("Water Division")
    assert not names_organisation("Division Librarian")


def test_a_numeral_ends_the_title_of_a_class_of_a_series() -> None:
    assert has_level("Utility Operations II")
    assert not has_level("Utility Operations")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Customer Service Manager", True), ("Chief of the Fire Department", True), ("II", True),
     ("This is skilled work", False), ("Keeps Files.", False), ("Title: Clerk", False), ("004120", False), ("", False)],
)  # fmt: skip
def test_a_part_of_a_title_has_capitals_and_is_no_sentence(words: str, expected: bool) -> None:
    assert is_title_like(words) is expected
