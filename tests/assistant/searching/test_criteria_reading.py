import math
from dataclasses import replace

import pytest

from assistant.searching.criteria import (
    BUDGET,
    FUNCTION_STRENGTH,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Compared,
    Criterion,
    Dated,
    Extreme,
    Mentioned,
    Qualified,
    Search,
    Single,
    Worded,
    singles,
)
from assistant.searching.criteria_reading import read_search
from assistant.understanding.place_names import Places
from assistant.understanding.words import stems, words_of
from ingest.model import EducationLevel, QualificationKind

PLACES = Places(
    frozenset({"Harbor Patrol", "Parks, Trails Division", "Department of Finance", "Police"}),
    frozenset({"City of Elmham", "Sedge County"}),
)
TWISTS, BENDS, CROUCHES = (Coded(f"physical_demands.{demand}", 1, 4) for demand in ("twisting", "bending", "crouching"))
NEVER_TWISTS, NEVER_BENDS = (Coded(one.field, 0, 0) for one in (TWISTS, BENDS))
NEEDS_CDL = Qualified(QualificationKind.COMMERCIAL_LICENCE, 1, math.inf)
MASTER = float(EducationLevel.MASTER.rank)


def _read(text: str) -> Search:
    return read_search(text, (), (), PLACES)


def _years(low: float, high: float) -> Qualified:
    return Qualified(QualificationKind.EXPERIENCE, low, high)


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("jobs with twisting and bending", AllOf((TWISTS, BENDS))),
        ("jobs with twisting or bending", AnyOf((TWISTS, BENDS))),
        ("jobs with twisting, bending and crouching", AllOf((TWISTS, BENDS, CROUCHES))),
        ("jobs with twisting, bending or crouching", AnyOf((TWISTS, BENDS, CROUCHES))),
        ("jobs that twist or that bend", AnyOf((TWISTS, BENDS))),
        ("jobs with twisting or with bending", AnyOf((TWISTS, BENDS))),
        ("jobs with either twisting or bending", AnyOf((TWISTS, BENDS))),
        ("jobs with a CDL and twisting or bending", AllOf((NEEDS_CDL, AnyOf((TWISTS, BENDS))))),
        ("jobs with no twisting or bending", AllOf((NEVER_TWISTS, NEVER_BENDS))),
        ("jobs without twisting, without bending", AllOf((NEVER_TWISTS, NEVER_BENDS))),
        ("jobs with neither twisting nor bending", AllOf((NEVER_TWISTS, NEVER_BENDS))),
        ("jobs that never twist or bend", AllOf((NEVER_TWISTS, NEVER_BENDS))),
        ("jobs with twisting or no bending", AnyOf((TWISTS, NEVER_BENDS))),
        ("jobs with twisting but no bending", AllOf((TWISTS, NEVER_BENDS))),
        ("jobs with no twisting but bending", AllOf((NEVER_TWISTS, BENDS))),
        ("jobs with no twisting that bend", AllOf((NEVER_TWISTS, BENDS))),
        ("jobs with anything but twisting", NEVER_TWISTS),
        ("jobs with frequent twisting and never any bending", AllOf((Coded(TWISTS.field, 3, 4), NEVER_BENDS))),
        (
            "jobs twisting frequently but not continuously",
            AllOf((Coded(TWISTS.field, 3, 4), Coded(TWISTS.field, 0, 3))),
        ),
        ("jobs with twisting but not often", AllOf((TWISTS, Coded(TWISTS.field, 0, 2)))),
        (
            "jobs without frequent twisting or constant bending",
            AllOf((Coded(TWISTS.field, 0, 2), Coded(BENDS.field, 0, 3))),
        ),
        ("jobs neither twisting nor heavy", AllOf((NEVER_TWISTS, Coded("overall_strength", 0, 2)))),
        ("jobs neither heavy nor twisting", AllOf((Coded("overall_strength", 0, 2), NEVER_TWISTS))),
        (
            "jobs neither often twisting nor bending",
            AllOf((Coded(TWISTS.field, 0, 2), Coded(BENDS.field, 0, 2))),
        ),
    ],
)
def test_what_is_joined_and_denied_is_wanted_so(text: str, criterion: Criterion) -> None:
    assert _read(text).criterion == criterion


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("jobs twisting at least frequently", Coded("physical_demands.twisting", 3, 4)),
        ("jobs twisting no more than rarely", Coded("physical_demands.twisting", 0, 1)),
        ("jobs twisting between rarely and frequently", Coded("physical_demands.twisting", 1, 3)),
        ("jobs twisting once in a while", Coded("physical_demands.twisting", 2, 2)),
        ("jobs with vibration every shift", Coded("environmental_factors.noise_and_vibration", 4, 4)),
        ("jobs rated light or heavier", Coded("overall_strength", 1, 4)),
        ("jobs where they exert up to 20 pounds", Coded("overall_strength", 0, 1)),
        ("jobs with an essential function rated sedentary", Coded(FUNCTION_STRENGTH, 0, 0)),
        ("jobs whose functions are very heavy", Coded(FUNCTION_STRENGTH, 4, 4)),
    ],
)
def test_a_coded_row_is_wanted_in_a_range_of_its_scale(text: str, criterion: Criterion) -> None:
    assert _read(text).criterion == criterion


def test_a_weight_that_must_not_be_lifted_leaves_lighter_things_to_lift() -> None:
    assert _read("jobs that do not lift more than 50 pounds").criterion == Coded("overall_strength", 0, 2)


@pytest.mark.parametrize("text", ["a budget over $5,000", "handling more than $5,000", "a budget or fund over $5,000"])
def test_an_amount_of_money_is_wanted_of_the_budget(text: str) -> None:
    assert _read(f"jobs {text}").criterion == Compared(BUDGET, math.nextafter(5000.0, math.inf), math.inf)


@pytest.mark.parametrize(
    ("text", "years"), [("last revised before 2012", (0, 2011)), ("whose latest revision is from 2012", (2012, 2012))]
)
def test_the_last_revision_of_a_year_is_a_date_and_no_extreme(text: str, years: tuple[int, int]) -> None:
    search = _read(f"specs {text}")
    assert (search.criterion, search.extreme) == (Dated("revised", *years), None)


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("jobs with six or more years of experience", _years(6, math.inf)),
        ("jobs with a minimum of six years", _years(6, math.inf)),
        ("jobs with six years or less", _years(0, 6)),
        ("jobs with two to six years", _years(2, 6)),
        ("jobs with 2+ years of experience", _years(2, math.inf)),
        ("jobs that want more than a year of experience", _years(math.nextafter(1.0, math.inf), math.inf)),
        ("jobs that don't need experience", _years(0, 0)),
        ("jobs with only a master's", Qualified(QualificationKind.EDUCATION, MASTER, MASTER)),
        ("jobs with a master's", Qualified(QualificationKind.EDUCATION, MASTER, MASTER)),
        ("what jobs can I do with a master's", Qualified(QualificationKind.EDUCATION, 0, MASTER)),
        ("jobs for a CDL", NEEDS_CDL),
        ("jobs for a class A CDL", Qualified(QualificationKind.COMMERCIAL_LICENCE, 1, math.inf, "A")),
        ("jobs without a driver's license", Qualified(QualificationKind.DRIVER_LICENCE, 0, 0)),
        ("jobs with residency", Qualified(QualificationKind.RESIDENCY, 1, math.inf)),
        ("jobs with six years or a CDL", AnyOf((_years(6, 6), NEEDS_CDL))),
        ("jobs with no degree but six years", AllOf((Qualified(QualificationKind.EDUCATION, 0, 2), _years(6, 6)))),
        (
            "jobs with no degree or less than two years",
            AnyOf((Qualified(QualificationKind.EDUCATION, 0, 2), _years(0, math.nextafter(2.0, 0.0)))),
        ),
    ],
)
def test_a_qualification_is_wanted_in_a_range(text: str, criterion: Criterion) -> None:
    assert _read(text).criterion == criterion


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("specs revised since 2018", Dated("revised", 2018, 9999)),
        ("specs adopted in 1994 or 1996", AnyOf((Dated("adopted", 1994, 1994), Dated("adopted", 1996, 1996)))),
        ("specs adopted between 1994 and 1996", Dated("adopted", 1994, 1996)),
        ("specs adopted before 1991", Dated("adopted", 0, 1990)),
        ("specs not revised since 2018", Dated("revised", 0, 2017)),
        ("specs never revised", Worded("revised", (), False)),
        ("specs from before 1991", AnyOf((Dated("adopted", 0, 1990), Dated("revised", 0, 1990)))),
        ("jobs outdoors or in a vehicle", AnyOf((Boxed("work_location.outdoors"), Boxed("work_location.vehicle")))),
        ("jobs not outdoors", Boxed("work_location.outdoors", False)),
        ("jobs with a respirator", Worded("protective_equipment", ("respir",))),
        ("jobs without protective equipment", Worded("protective_equipment", (), False)),
        ("jobs with algebra", Worded("class_requirements.math", ("algebra",))),
        ("unclassified jobs", Worded("service", ("unclassifi",))),
    ],
)
def test_dates_boxes_and_prose_are_wanted_as_they_are_asked_for(text: str, criterion: Criterion) -> None:
    assert _read(text).criterion == criterion


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("classes of the Harbor Patrol", Worded("department", ("harbor", "patrol"))),
        ("finance jobs", Worded("department", ("financ",))),
        ("jobs not in the police department", Worded("department", ("polic",), False)),
        (
            "jobs in the police or finance departments",
            AnyOf((Worded("department", ("polic",)), Worded("department", ("financ",)))),
        ),
        ("Sedge County jobs with twisting", AllOf((Worded("agency", ("sedg",)), TWISTS))),
    ],
)
def test_a_department_or_an_agency_tells_classes_apart(text: str, criterion: Criterion) -> None:
    assert _read(text).criterion == criterion


@pytest.mark.parametrize(
    ("text", "extreme", "rest"),
    [
        ("which job has the most twisting", Extreme("physical_demands.twisting", True), None),
        ("which job has the least noise", Extreme("environmental_factors.noise_and_vibration", False), None),
        ("the heaviest job", Extreme("overall_strength", True), None),
        ("the lightest job with bending", Extreme("overall_strength", False), BENDS),
        ("which spec was adopted most recently", Extreme("adopted", True), None),
        ("the oldest spec", Extreme("revised", False), None),
        ("which job needs the fewest years of experience", Extreme("class_requirements.experience", False), None),
        ("jobs with bending", None, BENDS),
    ],
)
def test_the_most_or_the_least_is_of_what_is_named_with_it(
    text: str, extreme: Extreme | None, rest: Criterion | None
) -> None:
    search = _read(text)
    assert (search.extreme, search.criterion) == (extreme, rest)


@pytest.mark.parametrize(
    ("text", "is_count"),
    [("how many jobs bend", True), ("the number of jobs that bend", True), ("which jobs bend", False)],
)
def test_a_number_is_known_to_be_asked_for(text: str, is_count: bool) -> None:
    assert _read(text) == Search(BENDS, is_count=is_count)


def test_nothing_is_wanted_of_all_classes_together() -> None:
    assert _read("how many classes are there") == Search(None, is_count=True)


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("jobs that feed otters", Mentioned(("feed", "otter"), "feed otters")),
        ("jobs without otters", Mentioned(("otter",), "otters", False)),
    ],
)
def test_words_that_name_no_field_are_sought_in_the_document(text: str, criterion: Single) -> None:
    assert _read(text) == Search(criterion)


def test_words_that_only_stand_before_a_field_are_not_sought_but_told_to_be_unread() -> None:
    assert _read("the otters: which jobs bend") == Search(BENDS, unread=("otters",))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("jobs with otters and bending", (Mentioned(("otter",), "otters"), BENDS)),
        ("jobs bending and feeding otters", (BENDS, Mentioned(("feed", "otter"), "feeding otters"))),
        ("jobs that bend without otters", (BENDS, Mentioned(("otter",), "otters", False))),
    ],
)
def test_words_joined_to_a_field_are_a_condition_beside_it(text: str, parts: tuple[Single, ...]) -> None:
    assert _read(text) == Search(AllOf(parts))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bending jobs starting at 7", ("7",)),
        ("specs not revised in ten years", ("ten", "years")),
        ("which 3 jobs have bending", ()),
        ("jobs with bending and two years of experience", ()),
    ],
)
def test_an_amount_that_nothing_is_measured_by_is_told(text: str, words: tuple[str, ...]) -> None:
    assert _read(text).untold == words


def test_the_words_that_name_a_class_name_nothing_else() -> None:
    text = "does the otter bending keeper twist"
    named = [word for word in words_of(text) if word.text in ("otter", "bending", "keeper")]
    assert read_search(text, named, (), PLACES) == Search(TWISTS)


def test_a_row_that_the_form_does_not_name_is_searched_by_its_own_label() -> None:
    search = read_search("jobs with frequent swimming", (), ("physical_demands.swimming",), PLACES)
    assert search.criterion == Coded("physical_demands.swimming", 3, 4)


def test_an_essential_function_that_must_not_be_is_denied_of_each() -> None:
    each = Coded(FUNCTION_STRENGTH, 0, 1, of_each=True)
    assert _read("classes with no essential function above light").criterion == each
    assert _read("classes whose essential functions are all light or sedentary").criterion == each


def test_a_place_of_work_that_is_the_only_one_leaves_no_other_marked() -> None:
    criterion = _read("classes that work in a shop and nowhere else").criterion
    assert isinstance(criterion, AllOf)
    assert criterion.parts[0] == Boxed("work_location.shop")
    assert Boxed("work_location.office", is_marked=False) in criterion.parts
    assert Boxed("work_location.shop", is_marked=False) not in criterion.parts


def test_outside_a_department_is_not_outdoors() -> None:
    assert _read("jobs outside the police department").criterion == Worded("department", ("polic",), is_wanted=False)
    assert (
        _read("jobs outside in the police department").criterion
        != _read("jobs outside the police department").criterion
    )


def test_what_somebody_cannot_stand_must_not_be() -> None:
    noise = Coded("environmental_factors.noise_and_vibration", 0, 0)
    assert _read("i can't stand noise. which jobs have none?").criterion == noise
    assert _read("jobs for somebody who can't stand").criterion == Coded("physical_demands.standing", 0, 0)


def test_two_departments_are_alternatives() -> None:
    wanted = (Worded("department", ("harbor", "patrol")), Worded("department", ("financ",)))
    assert _read("jobs in the harbor patrol and in the finance department").criterion == AnyOf(wanted)


def test_any_of_the_classes_of_a_licence_will_do() -> None:
    licences = (Qualified(QualificationKind.COMMERCIAL_LICENCE, 1, math.inf, letter) for letter in "AB")
    assert _read("jobs that need a CDL class A or B").criterion == AnyOf(tuple(licences))


def test_strengths_in_a_list_are_alternatives() -> None:
    assert _read("light duty: light or sedentary, no twisting").criterion == AllOf(
        (Coded("overall_strength", 0, 1), NEVER_TWISTS)
    )
    assert _read("light and heavy jobs").criterion == AnyOf(
        (Coded("overall_strength", 1, 1), Coded("overall_strength", 3, 3))
    )


@pytest.mark.parametrize(
    ("text", "extreme"),
    [
        ("which class was adopted first", Extreme("adopted", is_most=False)),
        ("which class was revised last", Extreme("revised", is_most=True)),
        ("the three most recently revised specs", Extreme("revised", is_most=True, places=3)),
        ("top 5 classes by experience", Extreme("class_requirements.experience", is_most=True, places=5)),
        ("who has the biggest budget", Extreme("class_requirements.budget", is_most=True)),
    ],
)
def test_the_first_places_of_an_order_are_asked_for(text: str, extreme: Extreme) -> None:
    assert _read(text).extreme == extreme


def test_what_was_last_done_in_a_year_is_no_extreme() -> None:
    assert _read("specs last revised in 2014").extreme is None


def test_words_for_a_paper_are_a_requirement_where_something_is_required() -> None:
    needed, done = _read("who must have a harbour pilot permit").criterion, _read("who writes a permit").criterion
    assert isinstance(needed, Mentioned)
    assert isinstance(done, Mentioned)
    assert (needed.is_requirement, done.is_requirement) == (True, False)


def test_a_row_that_a_test_is_about_is_no_demand() -> None:
    criterion = _read("which jobs need a hearing test").criterion
    assert isinstance(criterion, Mentioned)
    assert criterion.is_requirement
    assert _read("which jobs need hearing and a test").criterion != criterion


@pytest.mark.parametrize(
    ("text", "criterion"),
    [
        ("jobs that hardly twist", Coded(TWISTS.field, 0, 1)),
        ("jobs with little twisting", Coded(TWISTS.field, 0, 2)),
        ("jobs with not much twisting, rarely or never", Coded(TWISTS.field, 0, 1)),
        ("jobs w/out twisting but bending", AllOf((NEVER_TWISTS, BENDS))),
        ("somebody who hates twisting", NEVER_TWISTS),
        ("desk work without bending", AllOf((Coded("overall_strength", 0, 0), NEVER_BENDS))),
        ("sitting jobs, frequently or more", Coded("physical_demands.sitting", 3, 4)),
        ("all jobs but the light ones", AnyOf((Coded("overall_strength", 0, 0), Coded("overall_strength", 2, 4)))),
        ("fumes more than a few times a month", Coded("environmental_factors.fumes_and_odors", 3, 4)),
        ("who puts out fires", Mentioned(("put", "fire"), "puts fires")),
    ],
)
def test_little_of_something_and_what_is_averted_is_read_as_it_is_meant(text: str, criterion: Criterion) -> None:
    assert _read(text).criterion == criterion


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("which jobs twist on every call", ("call",)),
        ("jobs that are on call", ("on", "call")),
        ("jobs with hardly any kites", ("hardly", "any")),
        ("jobs with at least three", ("three",)),
        ("jobs that twist at all", ()),
    ],
)
def test_an_amount_that_no_row_measures_is_beyond_what_can_be_told(text: str, beyond: tuple[str, ...]) -> None:
    assert _read(text).untold == beyond


def test_a_time_in_which_a_paper_is_due_is_no_experience() -> None:
    """Documents write the number in figures or as a word."""
    due = singles(_read("jobs with a notary commission within 6 months of hire").criterion)
    said = [one.stems for one in due if isinstance(one, Mentioned)]
    assert said == [stems("within 6 months notary commission"), stems("within six months notary commission")]


def test_time_that_somebody_has_worked_within_is_experience() -> None:
    assert _read("jobs with within six months of experience").criterion == _years(0.0, 0.5)


def test_a_level_of_schooling_that_is_only_to_be_mentioned_may_be_one_of_several_ways() -> None:
    rank = float(EducationLevel.ASSOCIATE.rank)
    exactly = Qualified(QualificationKind.EDUCATION, rank, rank)
    assert _read("which jobs require an associate degree").criterion == exactly
    assert _read("which jobs accept an associate degree").criterion == replace(exactly, or_named=True)


def test_a_number_alone_is_no_word_to_look_for() -> None:
    """Whatever is asked of 17, no value of a class is measured by it."""
    search = _read("what jobs can i get at 17")
    assert (search.criterion, search.untold) == (None, ("17",))


@pytest.mark.parametrize(
    "text",
    [
        "what is the most physically demanding job",
        "the physically hardest jobs",
        "hardest job physically",
        "highest physical demands",
    ],
)
def test_the_hardest_on_the_body_is_of_the_row_that_sums_up_its_demands(text: str) -> None:
    assert _read(text).extreme == Extreme("overall_strength", is_most=True)


def test_what_somebody_has_is_the_most_that_may_be_asked() -> None:
    assert _read("anything for someone with three years of experience").criterion == _years(0.0, 3.0)
    assert _read("anything with three years of experience").criterion == _years(3.0, 3.0)


def test_a_number_of_places_is_taken_up_and_a_physical_exam_is_an_exam_of_its_kind() -> None:
    assert _read("the noisiest three jobs").unread == ()
    assert _read("jobs with a physical exam").criterion == Worded(
        "class_requirements.certifications", stems("physical exam")
    )


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        ("jobs with accounting experience", "class_requirements.experience", "accounting"),
        ("jobs that require experience in customer service", "class_requirements.experience", "customer service"),
        ("jobs that want a degree in biology", "class_requirements.education", "biology"),
        ("jobs that ask for trade school", "class_requirements.education", "trade"),
    ],
)
def test_what_experience_is_of_and_schooling_in_is_to_be_said_by_its_row(text: str, row: str, said: str) -> None:
    search = _read(text)
    assert [one for one in singles(search.criterion) if isinstance(one, Worded)] == [Worded(row, stems(said))]
    assert search.unread == ()


@pytest.mark.parametrize("text", ["jobs with relevant experience", "jobs that need no accounting experience"])
def test_experience_of_no_kind_or_denied_has_no_subject(text: str) -> None:
    assert not any(isinstance(one, Worded) for one in singles(_read(text).criterion))


def test_within_a_year_is_a_deadline() -> None:
    due = singles(_read("jobs that require a certification within a year of appointment").criterion)
    assert [one.words for one in due if isinstance(one, Mentioned)] == ["within 1 year", "within one year"]
