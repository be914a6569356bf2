"""The samples, value by value, against values written down by hand; the seed also place by place."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from ingest import read_spec
from ingest.model import ClassSpec, Repair
from tests.ingest.reading import GOLDEN, SAMPLES, SEED

_SHOWN_TITLES = {
    "accountant-i": "Accountant I",
    "accountant-ii": "Accountant II",
    "administrative-assistant": "Administrative Assistant",
    "civil-engineer-iii": "Civil Engineer III",
    "custodian": "Custodian",
    "equipment-operator-ii": "Equipment Operator II",
    "firefighter": "Firefighter",
    "librarian": "Librarian",
    "park-ranger": "Park Ranger",
    "parking-enforcement-officer": "Parking Enforcement Officer",
    "police-dispatcher": "Police Dispatcher",
    "utility-customer-service-manager": "Utility Customer Service Manager",
    "wastewater-plant-operator": "Wastewater Plant Operator",
}
_FIELDS_GIVEN = ("status", "raw", "value", "iso", "description")

Golden = dict[str, Any]


def _golden(name: str) -> Golden:
    with (GOLDEN / f"{name}.json").open(encoding="utf-8") as file:
        golden: Golden = json.load(file)
    return golden


def _sample(stem: str) -> ClassSpec:
    (path,) = SAMPLES.glob(f"{stem}.*")
    return read_spec(path)


def _facts(spec: ClassSpec, golden: Golden) -> list[tuple[str, Golden]]:
    """The facts in the order of their fields, each with what the golden file gives for it, or with everything."""
    found = []
    for fact in sorted(spec.facts, key=lambda fact: fact.field):
        given = golden["facts"].get(fact.field, dict.fromkeys(_FIELDS_GIVEN))
        found.append((fact.field, {key: getattr(fact, key) for key in given}))
    return found


def test_every_sample_has_golden_values() -> None:
    assert {path.stem for path in SAMPLES.iterdir() if path.stem != "README"} == set(_SHOWN_TITLES)


@pytest.mark.parametrize("stem", _SHOWN_TITLES)
def test_the_whole_fact_list_of_a_sample_is_as_written_down(stem: str) -> None:
    golden = _golden(stem)
    assert _facts(_sample(stem), golden) == sorted(golden["facts"].items())


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


@pytest.fixture(scope="module")
def seed() -> ClassSpec:
    return read_spec(SEED)


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
