import pytest

from ingest.model import EducationLevel
from tests.ingest.qualifications.reading import level, of_kind, of_row, of_section


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("None.", "none"),
        ("No formal education is required.", "none"),
        ("Ability to read the labels of paint tins.", "none"),
        ("Completion of the eighth grade.", "none"),
        ("Work requires skill normally gained by work at sea.", "none"),
        ("High school diploma or GED.", "high_school"),
        ("High school diploma or equivalent; an associate's degree is preferred.", "high_school"),
        ("Completion of high school, with course work in drawing preferred.", "high_school"),
        ("Associate degree in botany, or high school diploma and three years in a nursery.", "high_school"),
        ("Thirty semester hours of college work.", "some_college"),
        ("Two years of college.", "some_college"),
        ("An A.S. degree in surveying.", "associate"),
        ("Bachelor’s or master’s degree in geology.", "bachelor"),
        ("Bachelor's degree in law, or in commerce with at least twelve semester hours of law.", "bachelor"),
        ("Graduation from an accredited four-year\n  college or university.", "bachelor"),
        ("B.S. degree in chemistry and a master's degree in oceanography.", "master"),
        ("Ph.D. in astronomy.", "doctorate"),
    ],
)
def test_a_row_asks_for_the_lowest_level_that_it_accepts_by_name(words: str, expected: str) -> None:
    assert level(of_row("education", words)) is EducationLevel(expected)


@pytest.mark.parametrize(
    "words",
    [
        "A degree in accounting; or a degree in commerce that included 24 semester hours of accounting.",
        "Graduation from an accredited law school.",
        "Whatever the director of the museum thinks enough.",
    ],
)
def test_a_level_that_is_not_plain_is_not_guessed(words: str) -> None:
    assert of_kind(of_row("education", words), "education") == []


@pytest.mark.parametrize(
    "words",
    [
        "One course in geometry from a high school or trade school.",
        "One year of course work in metal at the high school level.",
        "Works with high school students and with a high degree of independence.",
        "Serves as a Research Associate.",
        "Two years of work in schools from kindergarten through twelfth grade.",
        "Thirty semester units of graduate work.",
        "Do you have a bachelor's degree?",
        "Applicants who are in the last year of a bachelor's degree may apply.",
    ],
)
def test_words_that_only_sound_like_schooling_ask_for_none(words: str) -> None:
    assert of_kind(of_section(words), "education") == []


def test_what_is_preferred_is_kept_apart_from_what_is_required() -> None:
    found = of_row("education", "High school diploma or GED; bachelor's degree in history is desirable.")
    assert level(found) is EducationLevel.HIGH_SCHOOL
    assert [each.level for each in of_kind(found, "education", is_required=False)] == [EducationLevel.BACHELOR]


def test_a_section_of_preferred_things_requires_nothing() -> None:
    found = of_section("Bachelor's degree in music.\nTwo years of experience.", "other", "PREFERRED QUALIFICATIONS")
    assert [(each.kind, each.is_required) for each in found] == [("education", False), ("experience", False)]


def test_two_levels_that_nothing_joins_are_not_guessed() -> None:
    assert level(of_section("High school diploma.\n\nBachelor's degree in forestry.")) is None


def test_of_ways_to_get_there_the_one_without_a_further_degree_is_taken() -> None:
    words = (
        "Graduation from college. and Either I\nOne year of experience as a Clerk.\nOr II\nA doctoral degree in law."
    )
    assert level(of_section(words)) is EducationLevel.BACHELOR
