"""How one class stands to one criterion, over specs that are printed, read back and held by their text alone."""

from dataclasses import dataclass, replace

import pytest

from assistant.draft import Subject
from assistant.searching.criteria import (
    FUNCTION_STRENGTH,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Criterion,
    Dated,
    Mentioned,
    Qualified,
    Worded,
)
from assistant.searching.held_values import HeldValues
from assistant.searching.matching import Standing, Verdict, judged, says_something
from index import HeldSpec
from ingest.model import Fact, Qualification, QualificationKind
from tests.assistant.entries import entry
from tests.assistant.town import SPECS, date, printed, spec
from tests.generation.reading_back import read_back
from tests.generation.specs import FREQUENCY_LEGENDS, DateCell, SpecValues

_BLANK = DateCell("", None, None)
LIFTING = "physical_demands.lifting"
CLIMBING = "physical_demands.climbing"
MEETS, FAILS, BLANK = Coded(CLIMBING, 0, 1), Coded(CLIMBING, 2, 4), Coded(LIFTING, 1, 4)
DRIVES = Qualified(QualificationKind.DRIVER_LICENCE, 1, 1)
DRIVES_TRUCKS = Qualified(QualificationKind.COMMERCIAL_LICENCE, 1, 1)


@dataclass(frozen=True)
class _Read:
    """A spec as it was read, and how it stands to criteria."""

    subject: Subject

    def __call__(self, criterion: Criterion | None) -> Verdict:
        named = entry(self.subject.title)
        return judged(criterion, named.spec_id, HeldValues.of_one(named, self.subject))


def read(values: SpecValues) -> _Read:
    spec_id = entry(values.title).spec_id
    return _Read(Subject(HeldSpec(spec_id, read_back(printed(values).encode(), ".txt")), values.title))


def with_lifting(code: str | None) -> _Read:
    return read(spec("Tide Warden", "200001", cells={LIFTING: code, CLIMBING: "R"}))


def with_certifications(words: str) -> _Read:
    return read(spec("Tide Warden", "200001", requirements={"certifications": words}))


def shown_rows(verdict: Verdict) -> list[str]:
    return [one.field for one in verdict.shown if isinstance(one, Fact | Qualification)]


@pytest.mark.parametrize(
    ("code", "standing"),
    [
        ("F", Standing.MEETS),
        ("C", Standing.MEETS),
        ("R", Standing.FAILS),
        ("", Standing.BLANK),
        ("?", Standing.ILLEGIBLE),
        (None, Standing.NOT_STATED),
    ],
)
def test_a_coded_row_stands_as_its_cell_says(code: str | None, standing: Standing) -> None:
    verdict = with_lifting(code)(Coded(LIFTING, 3, 4))
    assert verdict.standing is standing
    assert shown_rows(verdict) == ([] if code is None else [LIFTING])


def test_both_ends_of_a_range_are_included() -> None:
    occasionally = with_lifting("O")
    assert occasionally(Coded(LIFTING, 2, 2)).standing is Standing.MEETS
    assert occasionally(Coded(LIFTING, 0, 1)).standing is Standing.FAILS
    assert occasionally(Coded(LIFTING, 3, 4)).standing is Standing.FAILS


def test_an_own_legend_decides_by_its_words_and_not_by_the_forms_letters() -> None:
    own = read(spec("Tide Warden", "200001", cells={LIFTING: "O", CLIMBING: "S"}, frequency=FREQUENCY_LEGENDS[2]))
    assert own(Coded(LIFTING, 3, 3)).standing is Standing.MEETS
    assert own(Coded(CLIMBING, 2, 2)).standing is Standing.MEETS


@pytest.mark.parametrize(
    ("parts", "standing"),
    [
        ((MEETS, MEETS), Standing.MEETS),
        ((MEETS, BLANK), Standing.BLANK),
        ((BLANK, FAILS), Standing.FAILS),
        ((FAILS, MEETS), Standing.FAILS),
    ],
)
def test_all_of_several_fails_by_one_that_fails_and_is_open_by_one_that_is_open(
    parts: tuple[Coded, ...], standing: Standing
) -> None:
    assert with_lifting("")(AllOf(parts)).standing is standing


@pytest.mark.parametrize(
    ("parts", "standing"),
    [
        ((FAILS, MEETS), Standing.MEETS),
        ((BLANK, MEETS), Standing.MEETS),
        ((FAILS, BLANK), Standing.BLANK),
        ((FAILS, FAILS), Standing.FAILS),
    ],
)
def test_any_of_several_is_met_by_one_that_meets_and_is_open_by_one_that_is_open(
    parts: tuple[Coded, ...], standing: Standing
) -> None:
    assert with_lifting("")(AnyOf(parts)).standing is standing


def test_all_that_meets_is_shown_and_nothing_that_fails() -> None:
    often = with_lifting("F")
    assert shown_rows(often(AllOf((Coded(LIFTING, 3, 4), MEETS)))) == [LIFTING, CLIMBING]
    assert shown_rows(often(AnyOf((Coded(LIFTING, 3, 4), FAILS)))) == [LIFTING]


def test_no_criterion_is_met_by_every_class() -> None:
    assert with_lifting(None)(None) == Verdict(Standing.MEETS)


def test_a_box_is_marked_or_not_and_never_open() -> None:
    outdoors = read(spec("Tide Warden", "200001", places=("outdoors",)))
    assert outdoors(Boxed("work_location.outdoors")).standing is Standing.MEETS
    assert outdoors(Boxed("work_location.office")).standing is Standing.FAILS
    assert outdoors(Boxed("work_location.office", is_marked=False)).standing is Standing.MEETS


def test_a_commercial_licence_counts_as_a_drivers_licence_but_not_the_other_way_round() -> None:
    commercial = with_certifications("Valid Commercial Driver's License (CDL) Class B.")
    assert commercial(DRIVES).standing is Standing.MEETS
    assert commercial(DRIVES_TRUCKS).standing is Standing.MEETS
    plain = with_certifications("Valid driver's license.")
    assert plain(DRIVES).standing is Standing.MEETS
    assert plain(DRIVES_TRUCKS).standing is Standing.FAILS


def test_a_licence_is_not_required_where_the_row_says_none_and_open_where_it_says_nothing() -> None:
    assert with_certifications("None.")(DRIVES).standing is Standing.FAILS
    assert with_certifications("None.")(replace(DRIVES, low=0, high=0)).standing is Standing.MEETS
    assert with_certifications("")(DRIVES).standing is Standing.BLANK


def test_only_the_class_of_a_commercial_licence_that_was_asked_for_counts() -> None:
    of_class_b = with_certifications("Valid Commercial Driver's License (CDL) Class B.")
    assert of_class_b(replace(DRIVES_TRUCKS, level="B")).standing is Standing.MEETS
    assert of_class_b(replace(DRIVES_TRUCKS, level="A")).standing is Standing.FAILS


def test_years_of_experience_and_levels_of_education_compare_by_their_amounts() -> None:
    mate = read(SPECS["ferry-mate"])
    assert mate(Qualified(QualificationKind.EXPERIENCE, 4, 50)).standing is Standing.MEETS
    assert mate(Qualified(QualificationKind.EXPERIENCE, 5, 50)).standing is Standing.FAILS
    associate = 3
    assert mate(Qualified(QualificationKind.EDUCATION, 0, associate)).standing is Standing.MEETS
    assert mate(Qualified(QualificationKind.EDUCATION, associate + 1, 6)).standing is Standing.FAILS


def test_experience_in_words_that_do_not_tell_how_much_is_unclear() -> None:
    vague = read(spec("Tide Warden", "200001", requirements={"experience": "As set by the harbor master."}))
    assert vague(Qualified(QualificationKind.EXPERIENCE, 1, 50)).standing is Standing.UNCLEAR


def test_a_date_counts_by_its_year_and_is_blank_where_none_is_printed() -> None:
    adopted = read(spec("Tide Warden", "200001", adopted=date(1998)))
    assert adopted(Dated("adopted", 1990, 1998)).standing is Standing.MEETS
    assert adopted(Dated("adopted", 1999, 2020)).standing is Standing.FAILS
    assert adopted(Dated("revised", 0, 9999)).standing is Standing.BLANK


def test_of_two_dates_the_later_counts() -> None:
    twice = DateCell("June 1998; June 2011", "June 1998; June 2011", "1998-06; 2011-06", "June")
    adopted = read(spec("Tide Warden", "200001", adopted=twice))
    assert adopted(Dated("adopted", 2000, 2020)).standing is Standing.MEETS


def test_a_row_of_prose_has_the_stems_or_has_them_not() -> None:
    mate = read(SPECS["ferry-mate"])
    assert mate(Worded("class_requirements.supervisory", ("deckhand",))).standing is Standing.MEETS
    assert mate(Worded("class_requirements.supervisory", ("volunt",))).standing is Standing.FAILS
    assert mate(Worded("class_requirements.supervisory", ("volunt",), is_wanted=False)).standing is Standing.MEETS


def test_a_row_that_says_none_says_nothing_and_one_that_hedges_leaves_it_open() -> None:
    budget = Worded("class_requirements.budget")
    assert read(SPECS["ferry-mate"])(budget).standing is Standing.FAILS
    assert read(SPECS["quarry-inspector"])(budget).standing is Standing.UNCLEAR
    assert says_something("Keeps the petty cash.") is True
    assert says_something("N/A") is False
    assert says_something("Handles cash, but has no authority to spend it.") is None


def test_words_that_no_sentence_has_are_met_only_where_none_is_wanted() -> None:
    mate = read(SPECS["ferry-mate"])
    assert mate(Mentioned(("dragon",), "dragon")).standing is Standing.FAILS
    assert mate(Mentioned(("dragon",), "dragon", is_wanted=False)).standing is Standing.MEETS


def test_the_strength_of_any_function_counts_and_all_that_have_it_are_shown() -> None:
    mate = read(SPECS["ferry-mate"])
    heavy = mate(Coded(FUNCTION_STRENGTH, 3, 4))
    assert heavy.standing is Standing.MEETS
    assert shown_rows(heavy) == ["essential_functions.1.strength", "essential_functions.3.strength"]
    assert mate(Coded(FUNCTION_STRENGTH, 0, 0)).standing is Standing.FAILS


@pytest.mark.parametrize(("code", "standing"), [("", Standing.BLANK), ("?", Standing.ILLEGIBLE)])
def test_a_function_whose_strength_cannot_be_read_may_be_of_the_strength(code: str, standing: Standing) -> None:
    unread = read(spec("Tide Warden", "200001", functions=(("L", "Reads gauges."), (code, "Hauls buoys."))))
    assert unread(Coded(FUNCTION_STRENGTH, 3, 4)).standing is standing
    assert unread(Coded(FUNCTION_STRENGTH, 1, 1)).standing is Standing.MEETS


def test_a_blank_date_of_revision_means_that_there_was_none() -> None:
    never = Worded("revised", is_wanted=False)
    standings = [read(spec("Tide Warden", "200001", revised=one))(never).standing for one in (_BLANK, date(2016))]
    assert standings == [Standing.MEETS, Standing.FAILS]


def test_a_level_of_schooling_that_is_one_of_several_ways_is_named_and_not_required() -> None:
    words = "Associate degree in seamanship, or high school diploma and four years afloat."
    warden = read(spec("Tide Warden", "200001", requirements={"education": words}))
    associate = Qualified(QualificationKind.EDUCATION, 3, 3)
    assert warden(associate).standing is Standing.FAILS
    assert warden(replace(associate, or_named=True)).standing is Standing.MEETS
