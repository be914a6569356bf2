"""Filters by name: what they mean, and what is none."""

import json
import math
from pathlib import Path

import pytest

from assistant.searching.criteria import AllOf, Coded, Mentioned, Qualified, Worded
from assistant.searching.filters import FIELDS, PLACES, TEXT, Filter, Filters, criterion_of, options, read_filters
from ingest.model import QualificationKind

SCHEMA = Path(__file__).resolve().parents[3] / "schemas" / "filters.schema.json"
LIFTING = "physical_demands.lifting"
NOISE = "environmental_factors.noise_and_vibration"


@pytest.mark.parametrize(
    ("field", "wanted", "criterion"),
    [
        ("overall_strength", "at_most_medium", Coded("overall_strength", 0, 2)),
        ("overall_strength", "exactly_very_heavy", Coded("overall_strength", 4, 4)),
        (LIFTING, "never", Coded(LIFTING, 0, 0)),
        (LIFTING, "at_most_rarely", Coded(LIFTING, 0, 1)),
        (LIFTING, "at_least_frequently", Coded(LIFTING, 3, 4)),
        (NOISE, "at_least_several_times_per_week", Coded(NOISE, 3, 4)),
        ("class_requirements.education", "at_most_none", Qualified(QualificationKind.EDUCATION, 0, 0)),
        ("class_requirements.education", "at_most_bachelor", Qualified(QualificationKind.EDUCATION, 0, 4)),
        ("class_requirements.experience", "at_most_3", Qualified(QualificationKind.EXPERIENCE, 0, 3)),
        ("driver_licence", "needed", Qualified(QualificationKind.DRIVER_LICENCE, 1, math.inf)),
        ("commercial_licence", "not_needed", Qualified(QualificationKind.COMMERCIAL_LICENCE, 0, 0)),
        ("department", "Public Works", Worded("department", ("public", "work"))),
        ("text", "the forklifts", Mentioned(("forklift",), "the forklifts")),
    ],
)
def test_a_filter_means_a_criterion(field: str, wanted: str, criterion: object) -> None:
    assert criterion_of(Filter(field, wanted)) == criterion


def test_several_filters_are_to_be_met_all_and_none_asks_for_nothing() -> None:
    both, unknown = read_filters([(NOISE, "never"), ("overall_strength", "at_most_light")])
    assert unknown == ()
    assert both.criterion == AllOf((Coded("overall_strength", 0, 1), Coded(NOISE, 0, 0)))
    assert Filters().criterion is None


def test_what_is_no_filter_is_given_back_and_an_empty_value_chooses_nothing() -> None:
    named = [("lifting", "never"), (LIFTING, "often"), ("overall_strength", ""), (TEXT, "?!"), ("agency", "x" * 500)]
    filters, unknown = read_filters(named)
    assert filters == Filters()
    assert [one.field for one in unknown] == ["lifting", LIFTING, TEXT, "agency"]


def test_of_two_filters_on_one_field_the_last_holds() -> None:
    filters, _ = read_filters([(LIFTING, "never"), (LIFTING, "at_most_rarely")])
    assert filters.wanted(LIFTING) == "at_most_rarely"
    assert filters.beside(LIFTING) == ()


def test_the_schema_names_every_filter_and_no_other() -> None:
    named = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]["filters"]["properties"]
    assert list(named) == list(FIELDS)
    closed = {field: named[field]["enum"] for field in FIELDS if field not in (*PLACES, TEXT)}
    assert closed == {field: ["", *(one.wanted for one in options(field))] for field in closed}
