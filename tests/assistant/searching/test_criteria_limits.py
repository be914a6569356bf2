import math

import pytest

from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_limits import (
    education_range,
    money_between,
    place_ranges,
    range_of_years,
    strength_of_pounds,
    years_between,
)
from assistant.understanding.fields import field_hits
from ingest.form import CodeKind
from ingest.model import EducationLevel


def _clause(text: str) -> Clause:
    words, hits = field_hits(text, (), ())
    (clause,) = clauses_of(text, words, [hit for hit in hits if hit.target], set())
    return clause


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("twisting", (1, 4)),
        ("no twisting", (0, 0)),
        ("never twist", (0, 0)),
        ("twist now and then", (2, 2)),
        ("twist often", (3, 4)),
        ("not often twist", (0, 2)),
        ("twist all day", (4, 4)),
        ("at least frequently twist", (3, 4)),
        ("no more than rarely twist", (0, 1)),
        ("more often than rarely twist", (2, 4)),
        ("less often than frequently twist", (0, 2)),
        ("twist occasionally or more", (2, 4)),
        ("twist occasionally or less", (0, 2)),
        ("only frequently twist", (3, 3)),
        ("twist from rarely to frequently", (1, 3)),
        ("twist between frequently and rarely", (1, 3)),
        ("twist rarely or never", (0, 1)),
        ("twist daily", (2, 4)),
        ("less than never twist", (0, 0)),
        ("more than constantly twist", (4, 4)),
    ],
)
def test_a_frequency_is_a_range_of_its_scale(text: str, places: tuple[int, int]) -> None:
    assert place_ranges(_clause(text), CodeKind.FREQUENCY) == (places,)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("noise", (1, 4)),
        ("no noise", (0, 0)),
        ("noise in season", (1, 1)),
        ("noise weekly", (3, 4)),
        ("noise at most monthly", (0, 2)),
        ("noise each shift", (4, 4)),
        ("noise frequently", (3, 4)),
    ],
)
def test_an_exposure_is_a_range_of_its_scale(text: str, places: tuple[int, int]) -> None:
    assert place_ranges(_clause(text), CodeKind.EXPOSURE) == (places,)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("medium", (2, 2)),
        ("medium or heavier", (2, 4)),
        ("heavier than light", (2, 4)),
        ("lighter than heavy", (0, 2)),
        ("nothing heavier than light", (0, 1)),
        ("light or medium", (1, 2)),
        ("not heavy", (0, 2)),
        ("not sedentary", (1, 4)),
        ("neither sedentary nor heavy", (1, 2)),
        ("light to heavy", (1, 3)),
        ("heavy", (3, 3)),
        ("heavy or more", (3, 4)),
        ("heavy lifting", (3, 4)),
    ],
)
def test_a_strength_is_a_range_of_its_scale(text: str, places: tuple[int, int]) -> None:
    assert place_ranges(_clause(text), CodeKind.STRENGTH) == (places,)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [("light or heavy", ((1, 1), (3, 3))), ("not medium", ((0, 1), (3, 4))), ("not light", ((0, 0), (2, 4)))],
)
def test_levels_apart_are_no_range(text: str, ranges: tuple[tuple[int, int], ...]) -> None:
    assert place_ranges(_clause(text), CodeKind.STRENGTH) == ranges


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("adopted in the nineties", (1990, 1999)),
        ("adopted in the 1990s", (1990, 1999)),
        ("adopted in the early 1990s", (1990, 1993)),
        ("adopted before the '90s", (0, 1989)),
        ("adopted since the 2000s", (2000, 9999)),
        ("adopted after the eighties", (1990, 9999)),
        ("revised no later than 2010", (0, 2010)),
        ("revised in 2007", (2007, 2007)),
        ("revised since 2007", (2007, 9999)),
        ("revised 2007 or later", (2007, 9999)),
        ("revised in or after 2007", (2007, 9999)),
        ("revised after 2007", (2008, 9999)),
        ("revised before 2007", (0, 2006)),
        ("revised until 2007", (0, 2007)),
        ("revised 2007 or earlier", (0, 2007)),
        ("revised between 1994 and 2007", (1994, 2007)),
        ("revised from 1994 to 2007", (1994, 2007)),
        ("not revised since 2007", (0, 2006)),
        ("not revised before 2007", (2007, 9999)),
        ("no later than 2007 revised", (0, 2007)),
        ("revised", (0, 9999)),
    ],
)
def test_a_date_is_a_range_of_years(text: str, years: tuple[int, int]) -> None:
    assert years_between(_clause(text)) == years


def test_an_age_is_no_decade() -> None:
    assert years_between(_clause("adopted in her sixties")) == (0, 9999)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("a budget of $50,000 or more", (50_000, math.inf)),
        ("a budget of no more than $50,000", (0, 50_000)),
        ("a budget between $10,000 and $50,000", (10_000, 50_000)),
        ("a budget of $300", (300, 300)),
        ("not a budget of at least $300", (0, math.nextafter(300.0, 0.0))),
    ],
)
def test_money_is_a_range(text: str, money: tuple[float, float]) -> None:
    assert money_between(_clause(text)) == money


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("8 pounds", (0, 4)),
        ("45 pounds", (2, 4)),
        ("at least 50 pounds", (2, 4)),
        ("more than 50 pounds", (3, 4)),
        ("up to 20 pounds", (0, 1)),
        ("no more than 20 lbs", (0, 1)),
        ("20 to 50 pounds", (2, 2)),
        ("between 10 and 100 pounds", (1, 3)),
        ("250 pounds", (4, 4)),
        ("not lift 45 pounds", (0, 1)),
    ],
)
def test_a_weight_stands_for_the_strengths_that_may_exert_it(text: str, places: tuple[int, int]) -> None:
    assert strength_of_pounds(_clause(text)) == places


_JUST_ABOVE_2, _JUST_BELOW_2 = math.nextafter(2.0, math.inf), math.nextafter(2.0, 0.0)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("two years of experience", (2, 2)),
        ("two or more years of experience", (2, math.inf)),
        ("a minimum of two years of experience", (2, math.inf)),
        ("over two years of experience", (_JUST_ABOVE_2, math.inf)),
        ("less than two years of experience", (0, _JUST_BELOW_2)),
        ("up to two years of experience", (0, 2)),
        ("two to six years of experience", (2, 6)),
        ("9 months of experience", (0.75, 0.75)),
        ("experience", (math.nextafter(0.0, 1.0), math.inf)),
        ("no experience", (0, 0)),
        ("not more than two years of experience", (0, 2)),
        ("without at least two years of experience", (0, _JUST_BELOW_2)),
    ],
)
def test_years_of_experience_are_a_range(text: str, years: tuple[float, float]) -> None:
    assert range_of_years(_clause(text), is_possession=False) == years


@pytest.mark.parametrize("text", ["two years of experience", "at least two years of experience"])
def test_the_years_that_somebody_has_are_the_most_that_may_be_required(text: str) -> None:
    assert range_of_years(_clause(text), is_possession=True) == (0, 2)


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [
        ("a master's", EducationLevel.MASTER, EducationLevel.MASTER),
        ("a master's or higher", EducationLevel.MASTER, EducationLevel.DOCTORATE),
        ("more than an associate degree", EducationLevel.BACHELOR, EducationLevel.DOCTORATE),
        ("less than a bachelor's", EducationLevel.NONE, EducationLevel.ASSOCIATE),
        ("at most a high school diploma", EducationLevel.NONE, EducationLevel.HIGH_SCHOOL),
        ("a degree", EducationLevel.ASSOCIATE, EducationLevel.DOCTORATE),
        ("no degree", EducationLevel.NONE, EducationLevel.SOME_COLLEGE),
        ("no bachelor's", EducationLevel.NONE, EducationLevel.ASSOCIATE),
        ("no schooling", EducationLevel.NONE, EducationLevel.NONE),
        ("schooling", EducationLevel.HIGH_SCHOOL, EducationLevel.DOCTORATE),
    ],
)
def test_schooling_is_a_range_of_levels(text: str, lowest: EducationLevel, highest: EducationLevel) -> None:
    assert education_range(_clause(text), is_possession=False) == (lowest.rank, highest.rank)


def test_the_schooling_that_somebody_has_is_the_most_that_may_be_required() -> None:
    assert education_range(_clause("a bachelor's"), is_possession=True) == (0, EducationLevel.BACHELOR.rank)
