"""Classes found by filters over an invented town: complete, counted, and never other than questions find them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.searching.filters import Filters, read_filters
from assistant.searching.find import Finder, Findings, find
from assistant.searching.matching import Standing
from index import Library, LibrarySettings
from tests.assistant.town import CURRENT_TITLES, printed, spec, write_specs
from tests.assistant.verifying import Asking

LIFTING = "physical_demands.lifting"
EDUCATION = "class_requirements.education"
EXPERIENCE = "class_requirements.experience"
SAME = [
    ("Which classes lift occasionally or more often?", {LIFTING: "at_least_occasionally"}),
    ("Which jobs never climb?", {"physical_demands.climbing": "never"}),
    ("Which jobs climb rarely or less?", {"physical_demands.climbing": "at_most_rarely"}),
    ("Which jobs are light or less in overall strength?", {"overall_strength": "at_most_light"}),
    ("Which classes have heavy overall strength only?", {"overall_strength": "exactly_heavy"}),
    ("Which jobs are at least several times per week around explosives?",
     {"health_and_safety.explosives": "at_least_several_times_per_week"}),
    ("Which roles need a CDL?", {"commercial_licence": "needed"}),
    ("Which roles don't need a CDL?", {"commercial_licence": "not_needed"}),
    ("How many positions require a driver's licence?", {"driver_licence": "needed"}),
    ("Which positions work outdoors?", {"work_location.outdoors": "marked"}),
    ("Which positions work in a warehouse?", {"work_location.warehouse": "marked"}),
    ("Which classes ask for at most a high school diploma?", {EDUCATION: "at_most_high_school"}),
    ("Which classes ask for at most an associate degree?", {EDUCATION: "at_most_associate"}),
    ("Which classes need at most 4 years of experience?", {EXPERIENCE: "at_most_4"}),
    ("What classes are there in Public Safety?", {"department": "Public Safety"}),
    ("Which positions work outdoors and lift frequently?",
     {"work_location.outdoors": "marked", LIFTING: "at_least_frequently"}),
    ("Which classes work with mortar?", {"text": "mortar"}),
]  # fmt: skip


def chosen(**named: str) -> Filters:
    filters, unknown = read_filters(named.items())
    assert unknown == ()
    return filters


def titles(findings: Findings) -> list[str]:
    return [one.title for one in findings.found]


@pytest.fixture(scope="module")
def finder(town: Asking) -> Finder:
    return Finder(town.library)


@pytest.mark.parametrize(("question", "named"), SAME, ids=[question for question, _ in SAME])
def test_filters_find_what_the_question_finds(town: Asking, question: str, named: dict[str, str]) -> None:
    answer, findings = town(question), Finder(town.library).find(chosen(**named))
    assert sorted(titles(findings)) == sorted(answer.classes)
    untold = [line for line in answer.text.splitlines() if line.startswith("Not counted")]
    assert len([one for one in findings.undecided if one.standing is not Standing.NOT_STATED]) == len(untold)


def test_without_filters_every_class_is_found_and_no_older_revision(finder: Finder) -> None:
    everything = finder.find(Filters())
    assert titles(everything) == list(CURRENT_TITLES)
    assert (everything.held, everything.undecided) == (len(CURRENT_TITLES), ())


def test_a_class_of_which_it_cannot_be_told_is_named_with_why(finder: Finder) -> None:
    findings = finder.find(chosen(**{LIFTING: "at_least_occasionally"}))
    assert {one.title: one.standing for one in findings.undecided} == {
        "Bell Founder": Standing.NOT_STATED,
        "Kennel Aide": Standing.ILLEGIBLE,
        "Lamp Tender": Standing.BLANK,
    }


def test_what_qualifies_a_class_is_shown_with_its_exact_place(finder: Finder) -> None:
    catalogue = finder.catalogue()
    (mate,) = find(catalogue, chosen(**{LIFTING: "at_least_frequently", "driver_licence": "needed"})).found
    answer = catalogue.answer(mate)
    assert {value.field: value.value for value in answer.values} == {
        LIFTING: "Frequently",
        "class_requirements.certifications": "Valid Commercial Driver's License (CDL) Class B.",
    }
    source = catalogue.holdings.library.held(mate.entry.spec_id).spec.source.text
    assert [source[one.start : one.end] for one in answer.citations] == [one.quote for one in answer.citations]
    assert [value.citation for value in answer.values] == [1, 2]


@pytest.mark.parametrize(
    "named",
    [{}, {"overall_strength": "at_most_light"}, {LIFTING: "at_least_occasionally", "work_location.outdoors": "marked"}],
)
def test_a_count_is_how_many_are_found_once_the_filter_is_chosen(finder: Finder, named: dict[str, str]) -> None:
    findings = finder.find(chosen(**named))
    found = {one: len(finder.find(chosen(**(named | {one.field: one.wanted}))).found) for one in findings.counts}
    assert dict(findings.counts) == found
    assert len(found) > 300
    assert len({*found.values()}) > 2


def test_what_a_filter_costs_is_how_many_are_found_without_it(finder: Finder) -> None:
    findings = finder.find(chosen(**{LIFTING: "at_least_occasionally", "work_location.warehouse": "marked"}))
    assert titles(findings) == []
    assert {one.field: count for one, count in findings.without.items()} == {LIFTING: 0, "work_location.warehouse": 3}


def test_every_class_shows_its_strength_schooling_and_experience(finder: Finder) -> None:
    (mate,) = finder.find(chosen(commercial_licence="needed")).found
    assert mate.strength is not None
    assert mate.education is not None
    assert mate.experience is not None
    assert (mate.strength.value, mate.education.level, mate.experience.amount) == ("Heavy", "associate", 4)


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[Library]:
    write_specs(tmp_path)
    with Library.open(LibrarySettings(library=tmp_path / "library", embedding_model=str(tmp_path / "none"))) as held:
        assert not held.ingest([tmp_path / "ferry-mate.txt"]).failed
        yield held


def test_what_is_ingested_later_is_found(growing: Library, tmp_path: Path) -> None:
    finder = Finder(growing)
    assert titles(finder.find(Filters())) == ["Ferry Mate"]
    assert finder.catalogue() is finder.catalogue()
    (tmp_path / "eel-warden.txt").write_text(printed(spec("Eel Warden", "100009")), encoding="utf-8")
    growing.ingest([tmp_path / "eel-warden.txt"])
    assert titles(finder.find(chosen(overall_strength="at_most_light"))) == ["Eel Warden"]
