"""The samples, value by value, against values written down by hand; the seed also place by place."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pytest

from ingest import read_specs
from ingest.model import ClassSpec, Fact, Form, Repair, Status
from tests.ingest.reading import GOLDEN, SAMPLES, SEED

_SHOWN_TITLES = {
    "accountant-i": "Accountant I",
    "accountant-ii": "Accountant II",
    "administrative-assistant": "Administrative Assistant",
    "bridge-tender": "Bridge Tender",
    "cemetery-sexton": "Cemetery Sexton",
    "civil-engineer-iii": "Civil Engineer III",
    "court-clerk-i": "Court Clerk I",
    "court-clerk-ii": "Court Clerk II",
    "custodian": "Custodian",
    "equipment-operator-ii": "Equipment Operator II",
    "firefighter": "Firefighter",
    "forensic-photographer": "Forensic Photographer",
    "greenhouse-grower-2004": "Greenhouse Grower",
    "greenhouse-grower-2018": "Greenhouse Grower",
    "harbor-deckhand": "Harbor Deckhand",
    "librarian": "Librarian",
    "museum-registrar": "Museum Registrar",
    "park-ranger": "Park Ranger",
    "parking-enforcement-officer": "Parking Enforcement Officer",
    "planetarium-lecturer": "Planetarium Lecturer",
    "police-dispatcher": "Police Dispatcher",
    "traffic-signal-mechanic": "Traffic Signal Mechanic",
    "utility-customer-service-manager": "Utility Customer Service Manager",
    "wastewater-plant-operator": "Wastewater Plant Operator",
    "zookeeper": "Zookeeper",
}
_OTHER_FORMS = {
    "ballot-logistics-coordinator": "Ballot Logistics Coordinator",
    "hydrographer": "Hydrographer",
    "soil-surveyor-series": "Soil Surveyor Series",
}
_SCAN = "property-appraiser"
# Of a scan so many values are as written down; the rest is said to be illegible.
_LEGIBLE = 0.97
# What a person is to be told about a sample, by the issues that show one of the form's variants.
_VARIANTS = {
    "court-clerk-ii": "cross_reference",
    "harbor-deckhand": "other_class_in_footer",
    "traffic-signal-mechanic": "unknown_label",
    "zookeeper": "unknown_label",
}
_FIELDS_GIVEN = ("status", "raw", "value", "iso", "description")

Golden = dict[str, Any]


def _golden(name: str) -> Golden:
    with (GOLDEN / f"{name}.json").open(encoding="utf-8") as file:
        golden: Golden = json.load(file)
    return golden


@cache
def _samples(stem: str) -> tuple[ClassSpec, ...]:
    (path,) = SAMPLES.glob(f"{stem}.*")
    return read_specs(path)


def _sample(stem: str) -> ClassSpec:
    return _samples(stem)[0]


def _facts(facts: Iterable[Fact], golden: Golden) -> list[tuple[str, Golden]]:
    """The facts in the order of their fields, each with what the golden file gives for it, or with everything."""
    found = []
    for fact in sorted(facts, key=lambda fact: fact.field):
        given = golden["facts"].get(fact.field, dict.fromkeys(_FIELDS_GIVEN))
        found.append((fact.field, {key: getattr(fact, key) for key in given}))
    return found


def test_every_sample_has_golden_values() -> None:
    written_down = {*_SHOWN_TITLES, *_OTHER_FORMS, _SCAN}
    assert {path.stem for path in SAMPLES.iterdir() if path.stem != "README"} == written_down


@pytest.mark.parametrize("stem", _SHOWN_TITLES)
def test_the_whole_fact_list_of_a_sample_is_as_written_down(stem: str) -> None:
    golden = _golden(stem)
    assert _facts(_sample(stem).facts, golden) == sorted(golden["facts"].items())


@pytest.mark.parametrize("stem", _SHOWN_TITLES)
def test_what_the_golden_values_leave_out_is_not_there(stem: str) -> None:
    golden = _golden(stem)
    for fact in _sample(stem).facts:
        given = golden["facts"][fact.field]
        assert fact.iso == given.get("iso"), fact.field
        assert fact.description == (given.get("description") or None), fact.field


@pytest.mark.parametrize("stem", _SHOWN_TITLES)
def test_title_and_code_of_a_sample_are_as_written_down(stem: str) -> None:
    golden = _golden(stem)
    spec = _sample(stem)
    assert (spec.title, spec.code) == (_SHOWN_TITLES[stem], golden["code"])
    assert golden["title"].casefold() == _SHOWN_TITLES[stem].casefold()


@pytest.mark.parametrize(("stem", "code"), _VARIANTS.items())
def test_what_is_unusual_about_a_sample_is_an_issue(stem: str, code: str) -> None:
    assert code in [issue.code for issue in _sample(stem).issues]


@pytest.mark.parametrize("stem", _OTHER_FORMS)
def test_what_another_agencys_sample_states_is_as_written_down(stem: str) -> None:
    golden = _golden(stem)
    spec = _sample(stem)
    assert (spec.form, spec.title, spec.code) == (Form.GENERIC, _OTHER_FORMS[stem], golden["code"])
    assert _facts(spec.facts, golden) == sorted(golden["facts"].items())
    assert [[section.key, section.heading] for section in spec.sections] == golden["sections"]


def test_every_class_of_the_sample_of_a_series_is_as_written_down() -> None:
    members = _golden("soil-surveyor-series")["members"]
    document, *classes = _samples("soil-surveyor-series")
    named = [(member["title"], member["code"]) for member in members]
    assert [(member.title, member.code) for member in document.members] == named
    assert [(spec.title, spec.code, spec.place) for spec in classes] == [(*each, n) for n, each in enumerate(named)]
    for spec, member in zip(classes, members, strict=True):
        assert _facts(spec.facts, member) == sorted(member["facts"].items())


def test_every_value_of_the_scanned_sample_is_as_written_down_or_said_to_be_illegible() -> None:
    golden = _golden(_SCAN)["facts"]
    spec = _sample(_SCAN)
    told = [(issue.start, issue.end) for issue in spec.issues if issue.code == "illegible"]
    unread = {fact.field for fact in spec.facts if fact.status is Status.ILLEGIBLE}
    unread |= {fact.field for fact in spec.facts if any(_lies_in(place, fact) for place in told)}
    read = {fact.field: {key: getattr(fact, key) for key in golden[fact.field]} for fact in spec.facts}
    assert {field for field in golden if read.get(field) != golden[field]} <= unread
    assert len(golden.keys() - unread) >= _LEGIBLE * len(golden)


def _lies_in(place: tuple[int | None, int | None], fact: Fact) -> bool:
    start, end = place
    return start is not None and end is not None and fact.start <= start and end <= fact.end


@pytest.fixture(scope="module")
def seed() -> ClassSpec:
    return _sample(SEED.stem)


@pytest.fixture(scope="module")
def places() -> Golden:
    return _golden("seed_places")


def _repairs(repairs: Sequence[Repair]) -> list[dict[str, str]]:
    return [{"rule": repair.rule, "before": repair.before, "after": repair.after} for repair in repairs]


def test_every_value_of_the_seed_is_on_its_page(seed: ClassSpec, places: Golden) -> None:
    pages: dict[str, list[str]] = {"1": [], "2": [], "null": []}
    for fact in seed.facts:
        pages["null" if fact.page is None else str(fact.page)].append(fact.field)
    assert pages == places["pages"]


def test_the_sections_of_the_seed_are_its_headings_and_their_lines(seed: ClassSpec, places: Golden) -> None:
    sections = []
    for section in seed.sections:
        words = seed.source.text[section.start : section.end].strip()
        sections.append({
            "key": section.key, "heading": section.heading, "page": section.page, "begins": words[:32],
            "ends": words[-32:], "repairs": _repairs(section.repairs),
        })  # fmt: skip
    assert sections == places["sections"]


def test_the_legends_of_the_seed_are_in_its_own_words(seed: ClassSpec, places: Golden) -> None:
    legends = [
        {
            "section": entry.section, "code": entry.code, "word": entry.word, "meaning": entry.meaning,
            "page": entry.page, "quote": seed.source.text[entry.start : entry.end],
            "repairs": _repairs(entry.repairs),
        }
        for entry in seed.legends
    ]  # fmt: skip
    assert legends == places["legends"]


def test_the_repairs_of_the_seed_are_exactly_its_damage(seed: ClassSpec, places: Golden) -> None:
    assert {fact.field: _repairs(fact.repairs) for fact in seed.facts if fact.repairs} == places["repairs"]


def test_the_seed_raises_no_issue(seed: ClassSpec) -> None:
    assert seed.issues == ()


def test_the_identity_of_the_seed_is_what_its_header_says(seed: ClassSpec) -> None:
    said = (seed.agency, seed.code, seed.department, seed.service, seed.adopted, seed.revised, seed.revision)
    assert said == (None, None, None, "unclassified", "September 2001", None, "2001-09")
