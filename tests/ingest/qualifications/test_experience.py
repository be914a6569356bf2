import pytest

from tests.ingest.qualifications.reading import of_kind, of_row, of_section, years


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("None required; a season as a camper is helpful.", 0.0),
        ("No prior experience is required.", 0.0),
        ("Six months of work with machinery.", 0.5),
        ("Eighteen (18) months as a cook.", 1.5),
        ("One and a half years of bookkeeping.", 1.5),
        ("2-4 years of experience in a kitchen.", 2.0),
        ("Three to five years as an usher.", 3.0),
        ("5+ years of experience.", 5.0),
        ("Twenty-five years of service.", 25.0),
        ("Two years of welding, of which six months may be training.", 2.0),
        ("Five years of engineering, including two years in charge of a crew.", 5.0),
        ("Three years of office work or two years of court work.", 2.0),
    ],
)
def test_a_row_asks_for_the_least_that_it_accepts(words: str, expected: float) -> None:
    assert years(of_row("experience", words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Four years of experience as a mason; or\n2. Two years of experience as a foreman of masons.", 2.0),
        ("Either I\nOne year of experience as a Clerk.\nOr II\nThree years of experience in an office.", 1.0),
        ("1. Two years of experience as a Grader; or\n"
         "2. Graduation from a four-year college AND three years of experience.", 2.0),
        ("Five years of experience in printing. At least two years of this experience must have been in color.", 5.0),
        ("Broad experience in canals, at least five years of which shall have been at sea level.", 5.0),
        ("Two years of experience within the last five years.", 2.0),
        ("Bachelor's degree and three years of experience; associate's degree and five years of experience; "
         "or an equivalent combination.", 3.0),
    ],
)  # fmt: skip
def test_a_section_asks_for_the_least_of_its_alternatives(words: str, expected: float) -> None:
    assert years(of_section(words)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "One year of experience as a diver; and\n2. One year of experience as a driver.",
        "One season of experience as a ranger.",
        "Ten years of education and/or experience, including four years in charge of others.",
        "Must be at least 18 years of age.",
        "Applicants within six months of meeting the experience may apply.",
        "How many years of experience do you have? Two years of experience?",
        "Completion of a two-year program of work experience.",
    ],
)
def test_years_that_are_not_plain_are_not_guessed(words: str) -> None:
    assert of_kind(of_section(words), "experience") == []


def test_preferred_years_are_not_required() -> None:
    found = of_row("experience", "Six months of industrial cleaning experience preferred.")
    assert years(found) is None
    assert [each.amount for each in of_kind(found, "experience", is_required=False)] == [0.5]


def test_the_sentence_is_quoted_and_the_words_that_decided_are_marked() -> None:
    words = "Knows the sea. Two years of experience on deck; a good swimmer."
    (found,) = of_section(words)
    text = f"Requirements\n\n{words}\n"
    assert text[found.start : found.end] == "Two years of experience on deck; a good swimmer."
    assert text[found.raw_start : found.raw_end] == "Two years"
