import pytest

from assistant.understanding.fields import find_fields
from assistant.understanding.lexicon import FIELD_PHRASES, SECTION_PHRASES
from ingest.form import SECTIONS, Shape


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("how often do they squat", ("physical_demands.crouching",)),
        ("will i be on my feet all day", ("physical_demands.standing",)),
        ("is good eyesight needed", ("physical_demands.vision",)),
        ("do i need a degree", ("class_requirements.education",)),
        ("is a CDL needed", ("class_requirements.certifications",)),
        ("how often do they carry things", ("physical_demands.carrying",)),
        ("climbing and kneeling?", ("physical_demands.climbing", "physical_demands.kneeling")),
        ("is it glued to a chair all day", ("physical_demands.sitting",)),
        ("how grubby does it get", ("environmental_factors.dirt_and_dust",)),
        ("how often racing against the clock", ("non_physical_demands.time_pressures",)),
        ("what must they be able to put on paper", ("class_requirements.writing",)),
        ("how hot does it get", ("environmental_factors.extreme_temperatures",)),
        ("are they called in after dark", ()),
        ("any heavy lifting", ("overall_strength", "physical_demands.lifting")),
        ("when was it revised", ("revised",)),
        ("enviromental noise exposure", ("environmental_factors.noise_and_vibration",)),
        ("strength code of essential function 3", ("essential_functions.3.strength",)),
        ("the eighth essential function", ("essential_functions.8", "essential_functions.8.strength")),
    ],
)
def test_people_name_fields_in_their_own_words(text: str, fields: tuple[str, ...]) -> None:
    assert set(fields) <= set(find_fields(text, (), ()).fields)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("how often are there needles", "health_and_safety.needles_and_sharps"),
        ("any danger of getting bitten", "health_and_safety.bites_and_scratches"),
        ("does it matter if u can tell colors apart", "physical_demands.color_vision"),
        ("how often is she on standby", "non_physical_demands.standby_duty"),
        ("do they work up high", "environmental_factors.working_at_heights"),
        ("is there poison ivy", "health_and_safety.stinging_insects_and_poison_ivy"),
        ("do they lay on there back", "physical_demands.lying_on_back"),
    ],
)
def test_a_row_that_a_city_adds_is_named_by_its_words_and_by_what_people_say_for_them(text: str, own: str) -> None:
    assert own in find_fields(text, (), (own,)).fields


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("does she draw blood", "health_and_safety.blood_and_body_fluids"),
        ("who answers the call", "non_physical_demands.on_call_rotation"),
    ],
)
def test_one_word_of_a_row_that_a_city_adds_is_said_of_much_else(text: str, own: str) -> None:
    assert own not in find_fields(text, (), (own,)).fields


@pytest.mark.parametrize(
    "text",
    [
        "does she carry a gun",
        "do they handle money",
        "are there public hearings",
        "walk me through it",
        "what does CSC stand for",
        "is there a career ladder",
        "do they deal with residents",
        "how many feet is the pole",
    ],
)
def test_a_verb_with_another_object_is_no_demand(text: str) -> None:
    assert find_fields(text, (), ()).fields == ()


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("what are the physical demands", ("physical_demands",)),
        ("what are the non-physical demands", ("non_physical_demands",)),
        ("list the duties", ("essential_functions",)),
        ("what does the do all day", ("essential_functions",)),
        ("where do they work", ("work_location",)),
        ("strength of all essential functions", ("essential_functions",)),
        ("all requirements please", ("class_requirements",)),
    ],
)
def test_people_name_whole_sections(text: str, sections: tuple[str, ...]) -> None:
    assert find_fields(text, (), ()).sections == sections


def test_a_row_that_the_form_does_not_name_is_found_by_its_own_label() -> None:
    found = find_fields("what language is needed", (), ("class_requirements.language_skills",))
    assert found.fields == ("class_requirements.language_skills",)


def test_the_lexicon_knows_every_field_and_section_of_the_form() -> None:
    fields = {
        f"{section.key}.{field.key}"
        for section in SECTIONS
        if section.shape not in (Shape.HEADER, Shape.STRENGTH)
        for field in section.fields
    }
    prose = {section.key for section in SECTIONS if section.shape in (Shape.PROSE, Shape.STRENGTH)}
    assert fields | prose <= set(FIELD_PHRASES)
    tables = {section.key for section in SECTIONS if section.shape not in (Shape.PROSE, Shape.STRENGTH)}
    assert set(SECTION_PHRASES) == tables


@pytest.mark.parametrize("target", [*FIELD_PHRASES])
def test_each_phrase_names_the_field_it_stands_for(target: str) -> None:
    ways = FIELD_PHRASES[target]
    for phrase in (*ways.always, *ways.cued):
        asked = f"how often {phrase.replace('=', '')}"
        assert target in find_fields(asked, (), ()).fields, phrase


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("department, number and dates", ("department", "code", "adopted", "revised")),
        (
            "can she read, calculate and write",
            tuple(f"class_requirements.{one}" for one in ("reading", "math", "writing")),
        ),
        ("do they kneel and carry", ("physical_demands.kneeling", "physical_demands.carrying")),
    ],
)
def test_a_short_word_names_a_field_in_a_list_with_others(text: str, fields: tuple[str, ...]) -> None:
    assert set(find_fields(text, (), ()).fields) == set(fields)


@pytest.mark.parametrize("text", ["what number do i call", "does she write tickets", "do they carry a gun and keys"])
def test_a_short_word_alone_names_none(text: str) -> None:
    assert not find_fields(text, (), ()).fields


def test_a_section_in_one_list_with_a_field_is_asked_for_beside_it() -> None:
    assert find_fields("education and physical demands", (), ()).beside == ("physical_demands",)
    assert find_fields("the education requirements", (), ()).beside == ()


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("under work location 'other' is marked", "work_location.other"),
        ("safety hazards: other (see 1), what is it", "health_and_safety.other"),
    ],
)
def test_the_row_other_is_named_beside_its_section(text: str, field: str) -> None:
    assert find_fields(text, (), ()).fields == (field,)


def test_a_verb_of_codes_names_no_row_beside_a_code() -> None:
    assert find_fields("which functions carry an M", (), ()) == find_fields("which functions have an M", (), ())


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("is supervisory experience required", ("class_requirements.experience",)),
        ("does it take experience with budgets", ("class_requirements.experience",)),
        ("is experience supervising people needed", ("class_requirements.experience",)),
        ("experience and supervision", ("class_requirements.experience", "class_requirements.supervisory")),
    ],
)
def test_what_experience_is_to_be_of_names_no_row(text: str, fields: tuple[str, ...]) -> None:
    assert find_fields(text, (), ()).fields == fields
