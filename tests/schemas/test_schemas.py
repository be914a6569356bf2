"""The JSON Schemas are valid, take what the contract shows, and refuse what it rules out."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.schemas.examples import ADOPTED, EXAMPLES, MEMBER, STANDING, Example, changed, without

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
ABSTAINED = EXAMPLES["answer"] | {"outcome": "abstained", "reason": "blank_in_spec"}
CLARIFY = EXAMPLES["answer"] | {"outcome": "clarify", "route": "none", "values": [], "citations": []}
FIELDS = [
    "title", "code", "adopted", "service", "brief_description", "essential_functions.1",
    "essential_functions.12.strength",
    "class_requirements.certifications", "overall_strength", "physical_demands.pushing_pulling", "machines_tools",
    "health_and_safety.wild_animals_and_insects", "work_location.other", "notes.3", "open_date", "salary", "duties",
    "knowledge_skills_abilities",
]  # fmt: skip
NO_FIELDS = [
    "", "standing", "physical_demands.", "physical_demands.Standing", "physical_demands.fine dexterity",
    "essential_functions.0", "essential_functions.first", "essential_functions.1.code", "notes.one", "title.first",
    "physical_demands.standing.code", "header.title",
]  # fmt: skip

TRUE_VARIANTS: dict[str, tuple[str, Example]] = {
    "a question alone": ("question", {"question": "Who may be asked?"}),
    "an answer without an id": ("answer", changed("answer", "id", None)),
    "an abstention": ("answer", ABSTAINED),
    "an abstention without a citation": ("answer", ABSTAINED | {"values": [], "citations": []}),
    "a choice of two": ("answer", CLARIFY | {"classes": ["Accountant I", "Accountant II"]}),
    "a choice of none": ("answer", CLARIFY | {"classes": []}),
    "a search that finds nothing": (
        "answer", EXAMPLES["answer"] | {"route": "search", "classes": [], "values": [], "citations": []},
    ),
    "a blank cell, cited": (
        "answer",
        changed("answer", "values.0", EXAMPLES["answer"]["values"][0] | {"raw": "", "value": None}),
    ),
    "a row that does not exist": (
        "answer",
        changed("answer", "values.0", EXAMPLES["answer"]["values"][0] | {"raw": "", "value": None, "citation": None}),
    ),
    "an empty library": ("list", {"schema_version": 1, "specs": []}),
    "more about a specification": ("show", EXAMPLES["show"] | {"reader_version": 3}),
    "a class of a series": ("show", EXAMPLES["show"] | {"series": {"spec_id": "s1", "title": None}}),
    "two dates": (
        "show",
        changed("show", "facts.1", ADOPTED | {"value": "April 2016; December 2017", "iso": "2016-04; 2017-12"}),
    ),
    "an illegible cell": (
        "show", changed("show", "facts.0", STANDING | {"status": "illegible", "raw": "¢", "value": None}),
    ),
    "a date without an ISO form": ("show", changed("show", "facts.1", ADOPTED | {"iso": None})),
    "a clean library": ("doctor", EXAMPLES["doctor"] | {"clean": True, "differences": []}),
    "a library cleaned just now": ("doctor", EXAMPLES["doctor"] | {"clean": True, "repaired": True}),
}  # fmt: skip

BROKEN: dict[str, tuple[str, Any]] = {
    "a question that is blank": ("question", {"question": " "}),
    "a line without a question": ("question", {"id": "q1"}),
    "an id in digits": ("question", changed("question", "id", 1)),
    "a role that no one has": ("question", changed("question", "history.0.role", "system")),
    "classes that are no list": ("question", changed("question", "classes", "Accountant")),
    "a comparison with nothing": ("comparison", changed("comparison", "specs", ["Custodian"])),
    "a comparison of six": ("comparison", changed("comparison", "specs", ["Custodian"] * 6)),
    "a comparison in no section": ("comparison", changed("comparison", "sections", ["PHYSICAL DEMANDS"])),
    "a filter on nothing": ("filters", {"filters": {"lifting": "never"}}),
    "a limit that is none": ("filters", changed("filters", "filters.overall_strength", "at_most_tiny")),
    "a class found for no reason given": ("find", changed("find", "undecided.0.why", "tired")),
    "another outcome": ("answer", changed("answer", "outcome", "guessed")),
    "another route": ("answer", changed("answer", "route", "chat")),
    "a reason without abstaining": ("answer", changed("answer", "reason", "illegible")),
    "abstaining without a reason": ("answer", changed("answer", "outcome", "abstained")),
    "another reason": ("answer", ABSTAINED | {"reason": "tired"}),
    "a choice of one": ("answer", CLARIFY),
    "an answer without a citation": ("answer", EXAMPLES["answer"] | {"values": [], "citations": []}),
    "a value with nothing cited at all": (
        "answer", EXAMPLES["answer"] | {"outcome": "abstained", "reason": "illegible", "citations": []},
    ),
    "a value that cites nothing": ("answer", changed("answer", "values.0.citation", None)),
    "a value that cites 0": ("answer", changed("answer", "values.0.citation", 0)),
    "a value from nothing": ("answer", changed("answer", "values.0.raw", "")),
    "an empty value": ("answer", changed("answer", "values.0.value", "")),
    "a value with more": ("answer", changed("answer", "values.0.confidence", 0.9)),
    "an answer with more": ("answer", changed("answer", "score", 0.9)),
    "a citation with more": ("answer", changed("answer", "citations.0.score", 0.9)),
    "a citation of nothing": ("answer", changed("answer", "citations.0.quote", "")),
    "a citation of page 0": ("answer", changed("answer", "citations.0.page", 0)),
    "a citation before the start": ("answer", changed("answer", "citations.0.start", -1)),
    "a citation at half a character": ("answer", changed("answer", "citations.0.start", 0.5)),
    "a citation of no section": ("answer", changed("answer", "citations.0.section", "PHYSICAL DEMANDS")),
    "a class twice": ("answer", changed("answer", "classes", ["Clerk", "Clerk"])),
    "negative time": ("answer", changed("answer", "elapsed_ms", -1)),
    "an error that says nothing": ("batch_error", changed("batch_error", "error", "")),
    "fewer than none": ("ingest", changed("ingest", "replaced", -1)),
    "taken in and not listed": ("ingest", changed("ingest", "specs", [])),
    "a failure without an error": ("ingest", changed("ingest", "failed.0", {"path": "broken.pdf"})),
    "another form": ("list", changed("list", "specs.0.form", "federal")),
    "an issue with half a place": ("list", changed("list", "specs.0.issues.0.end", None)),
    "an issue code in words": ("list", changed("list", "specs.0.issues.0.code", "No date")),
    "a digest cut short": ("show", changed("show", "source.sha256", "abc")),
    "a heading left out": ("show", changed("show", "sections.0", {"key": "notes", "page": 1, "start": 0, "end": 1})),
    "another service": ("show", changed("show", "service", "Unclassified Service")),
    "a legend without a word": ("show", changed("show", "legends.0.word", "")),
    "another status": ("show", changed("show", "facts.0.status", "guessed")),
    "an illegible cell with a value": ("show", changed("show", "facts.0.status", "illegible")),
    "a blank cell with a value": ("show", changed("show", "facts.2.value", "May 2004")),
    "a blank cell with something in it": ("show", changed("show", "facts.2.raw", "May")),
    "a value read from nothing": ("show", changed("show", "facts.0.raw", "")),
    "a read code without a value": ("show", changed("show", "facts.0.value", None)),
    "an ISO form that is none": ("show", changed("show", "facts.1.iso", "9/2001")),
    "an ISO form of what is no date": ("show", changed("show", "facts.0.iso", "2001-09")),
    "a repair without its place": (
        "show", changed("show", "facts.1.repairs", [{"rule": "case", "before": "a", "after": "A"}]),
    ),
    "a member without a title": ("show", changed("show", "members.0", MEMBER | {"title": ""})),
    "a member before the first": ("show", changed("show", "members.0", MEMBER | {"place": -1})),
    "a member that cannot be asked for": (
        "list", changed("list", "specs.1.members.0", {"title": "Senior Stenographer", "code": None, "place": 1}),
    ),
    "a series of nobody": ("list", changed("list", "specs.1.members", [])),
    "a series without an id": ("show", EXAMPLES["show"] | {"series": {"title": "Stenographer"}}),
    "another health": ("health", changed("health", "vectors", "maybe")),
    "a count in words": ("health", changed("health", "specs", "13")),
    "clean with a difference": ("doctor", changed("doctor", "clean", True)),
    "not clean without a difference": ("doctor", changed("doctor", "differences", [])),
    "a difference without a message": (
        "doctor", changed("doctor", "differences", [{"kind": "missing_vector", "spec_id": None}]),
    ),
}  # fmt: skip


def schema(name: str) -> Example:
    """Return a schema of the project."""
    loaded: Example = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def is_valid(name: str, instance: object) -> bool:
    """Tell whether a schema takes an object."""
    return Draft202012Validator(schema(name)).is_valid(instance)


def test_every_schema_has_an_example() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.schema.json" for name in EXAMPLES}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_schema_is_valid_and_says_which_draft_it_is(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_taken(name: str) -> None:
    errors = [error.message for error in Draft202012Validator(schema(name)).iter_errors(EXAMPLES[name])]
    assert errors == []


@pytest.mark.parametrize("name", TRUE_VARIANTS)
def test_a_variant_that_the_contract_allows_is_taken(name: str) -> None:
    of_schema, instance = TRUE_VARIANTS[name]
    errors = [error.message for error in Draft202012Validator(schema(of_schema)).iter_errors(instance)]
    assert errors == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_example_is_refused(name: str) -> None:
    of_schema, instance = BROKEN[name]
    assert not is_valid(of_schema, instance)


@pytest.mark.parametrize(
    ("name", "member"), [(name, member) for name in EXAMPLES for member in schema(name)["required"]]
)
def test_what_is_required_cannot_be_left_out(name: str, member: str) -> None:
    assert not is_valid(name, without(name, member))


@pytest.mark.parametrize(
    "name", [name for name in EXAMPLES if name not in ("question", "comparison", "filters", "feedback")]
)
def test_what_is_printed_carries_its_schema_version(name: str) -> None:
    assert "schema_version" in schema(name)["required"]
    assert not is_valid(name, EXAMPLES[name] | {"schema_version": 2})


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_path_of_the_contract_is_taken(field: str) -> None:
    assert is_valid("answer", changed("answer", "values.0.field", field))


@pytest.mark.parametrize("field", NO_FIELDS)
def test_what_is_no_field_path_is_refused(field: str) -> None:
    assert not is_valid("answer", changed("answer", "values.0.field", field))


def test_a_definition_is_the_same_in_every_schema_that_has_it() -> None:
    seen: dict[str, Any] = {}
    for name in EXAMPLES:
        for key, definition in schema(name).get("$defs", {}).items():
            assert seen.setdefault(key, definition) == definition
