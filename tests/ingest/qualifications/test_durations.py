import pytest

from ingest.qualifications.durations import deadline, durations


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("two years", 24), ("Two (2) years", 24), ("2-4 years", 24), ("three to five months", 3), ("1.5 years", 18),
        ("one and one-half years", 18), ("a year", 12), ("six months'", 6), ("twenty-one months", 21),
        ("three full years", 36), ("thirty days", 1), ("one season", None), ("ten weeks", 7 / 3),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_in_words_and_digits(words: str, months: float | None) -> None:
    (found,) = durations(f"asks for {words} of it")
    assert found.months == (None if months is None else pytest.approx(months))


@pytest.mark.parametrize("words", ["a two-year college", "0-5 year-old children", "forty-hour course", "$5 a year-end"])
def test_a_time_that_is_part_of_a_name_is_none(words: str) -> None:
    assert list(durations(words)) == []


def test_a_deadline_is_the_one_time_within_which_something_is_to_be_done() -> None:
    assert deadline("a card within 90 days of hire") == 3
    assert deadline("a card no later than one year after two years") == 12
    assert deadline("a card within six months, another within a year") is None
    assert deadline("two years of work") is None
