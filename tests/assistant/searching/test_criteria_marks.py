import pytest

from assistant.searching.criteria_marks import Kind, Mark, limits_something, marks_of
from assistant.understanding.words import words_of


def _marks(text: str) -> list[tuple[Kind, str]]:
    return [said for mark in marks_of(words_of(text)) for said in mark.says.items()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("twists seldom", (Kind.FREQUENCY, "1")),
        ("dusty every day", (Kind.EXPOSURE, "4")),
        ("very heavy", (Kind.STRENGTH, "4")),
        ("six years", (Kind.YEARS, "6")),
        ("18 months", (Kind.YEARS, "1.5")),
        ("half a year", (Kind.YEARS, "0.5")),
        ("a year and a half", (Kind.YEARS, "1.5")),
        ("two and a half years", (Kind.YEARS, "2.5")),
        ("due within ninety days", (Kind.DEADLINE, "within ninety days")),
        ("the most years", (Kind.SUPERLATIVE_FIELD, "most years")),
        ("35 pounds", (Kind.POUNDS, "35.0")),
        ("written in 2014", (Kind.CALENDAR_YEAR, "2014")),
        ("class b", (Kind.LICENCE_CLASS, "B")),
        ("bachelor's degree", (Kind.EDUCATION, "bachelor")),
        ("a cdl", (Kind.LICENCE, "commercial")),
        ("no more than", (Kind.COMPARISON, "at_most")),
        ("the noisiest", (Kind.SUPERLATIVE_FIELD, "noisiest")),
        ("fewest", (Kind.SUPERLATIVE, "least")),
        ("without", (Kind.NEGATION, "without")),
        ("nor", (Kind.CONNECTIVE, "or")),
        ("but", (Kind.CONNECTIVE, "anew")),
    ],
)
def test_a_word_of_a_search_says_what_it_means(text: str, said: tuple[Kind, str]) -> None:
    assert said in _marks(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("four or more years", [4]),
        ("four to six years", [4, 6]),
        ("4-6 years", [4, 6]),
        ("between 4 and 6 yrs", [4, 6]),
        ("6 to 9 months", [0.5, 0.75]),
        ("four dogs and six years", [6]),
        ("four and a half dogs", []),
    ],
)
def test_a_number_takes_the_unit_that_follows_it_or_the_range_that_it_begins(text: str, years: list[float]) -> None:
    assert [float(value) for kind, value in _marks(text) if kind is Kind.YEARS] == years


@pytest.mark.parametrize(
    ("text", "pounds"), [("15 to 40 lbs", [15, 40]), ("15 or more pounds", [15]), ("15 boxes", [])]
)
def test_a_weight_is_a_number_of_pounds(text: str, pounds: list[float]) -> None:
    assert [float(value) for kind, value in _marks(text) if kind is Kind.POUNDS] == pounds


def test_the_word_for_a_weight_stays_free_to_name_a_field() -> None:
    (mark,) = marks_of(words_of("35 pounds"))
    assert (mark.start, mark.end) == (0, 1)


def test_of_two_phrases_that_overlap_the_longer_counts() -> None:
    assert [(mark.start, mark.end) for mark in marks_of(words_of("almost never"))] == [(0, 2)]
    assert (Kind.FREQUENCY, "1") in _marks("almost never")


def test_a_degree_named_by_its_years_is_no_amount_of_experience() -> None:
    assert _marks("a two year degree") == [(Kind.EDUCATION, "associate")]


def test_a_word_says_all_that_it_may_mean() -> None:
    (mark,) = marks_of(words_of("never"))
    assert mark == Mark(0, 1, {Kind.FREQUENCY: "0", Kind.EXPOSURE: "0", Kind.NEGATION: "never"})


@pytest.mark.parametrize("text", ["how often they twist", "not only twisting", "not sure about twisting"])
def test_words_that_hold_a_negation_and_deny_nothing_are_idle(text: str) -> None:
    assert Kind.NEGATION not in dict(_marks(text))
    assert Kind.IDLE in dict(_marks(text))


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("no twisting", True),
        ("twisting all day", True),
        ("six years", True),
        ("the most twisting", True),
        ("dirtiest", True),
        ("twisting and bending", False),
        ("how often do they twist", False),
        ("", False),
    ],
)
def test_what_limits_or_denies_something_is_told_from_what_only_names_it(text: str, limits: bool) -> None:
    assert limits_something(words_of(text)) is limits


@pytest.mark.parametrize("text", ["when a traffic light is broken", "who runs heavy equipment", "drives light trucks"])
def test_a_word_for_a_strength_in_the_name_of_a_thing_is_no_strength(text: str) -> None:
    assert all(Kind.STRENGTH not in mark.says for mark in marks_of(words_of(text)))


@pytest.mark.parametrize("text", ["light work", "is it heavy", "medium or light jobs"])
def test_a_word_for_a_strength_by_itself_is_one(text: str) -> None:
    assert any(Kind.STRENGTH in mark.says for mark in marks_of(words_of(text)))
