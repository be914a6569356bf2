import pytest

from tests.ingest.qualifications.reading import of_row, of_section


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("City residency required within six (6) months of employment.", 6.0),
        ("Must be a resident of the county.", None),
        ("Employees must reside in the state.", None),
        ("Must live within ten miles of the bridge within one year.", 12.0),
        ("Must live near enough to reach the lock in half an hour.", None),
    ],
)
def test_where_one_has_to_live_is_read_with_its_deadline(words: str, months: float | None) -> None:
    (found,) = of_row("certifications", words)
    assert (found.kind, found.amount, found.is_required) == ("residency", months, True)


@pytest.mark.parametrize(
    "words",
    [
        "Residency is not required.",
        "Supervises the residents of the home.",
        "Must be a citizen or a permanent resident alien.",
        "Willingness to live in camps.",
        "Registers voters, who must live in the city for thirty days, as patients do.",
    ],
)
def test_other_words_about_living_somewhere_ask_for_nothing(words: str) -> None:
    assert [each for each in of_section(words, "duties", "Duties") if each.kind == "residency"] == []
