"""The HTTP API beside ``POST /api/ask``: comparisons, the specs held, and the description of all of it."""

import json
from urllib.parse import quote

import pytest
from jsonschema import Draft202012Validator

from tests.ui.conftest import SEED_TITLE, Rolebook, check
from tests.ui.test_server import fetch
from ui.json_line import MAXIMUM_LINE_BYTES


def test_specs_are_compared_as_on_the_command_line(address: str, rolebook: Rolebook) -> None:
    asked = {"id": "c1", "specs": ["Accountant I", "Accountant II"], "sections": ["physical_demands"]}
    status, body = fetch(f"{address}/api/compare", json.dumps(asked).encode())
    served = json.loads(body)
    check("answer", served)
    assert (status, served["id"], served["route"]) == (200, "c1", "compare")
    printed = rolebook("compare", "Accountant I", "Accountant II", "--section", "physical_demands", "--json").json
    assert {**served, "id": None, "elapsed_ms": 0} == {**printed, "elapsed_ms": 0}


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ({"specs": ["Custodian"]}, 400, "specs is not right: list should have at least 2 items"),
        ({"specs": ["Custodian"] * 6}, 400, "specs is not right: list should have at most 5 items"),
        ({"specs": ["Custodian", 7]}, 400, "specs[1] is not right"),
        ({"specs": ["Custodian", "Librarian"], "sections": ["pay"]}, 400, "sections[0] is not right"),
        ({"sections": ["notes"]}, 400, "The line has no specs."),
        ({"specs": ["Custodian", "Astronaut"]}, 404, "No class with the id, code or title “Astronaut” is held."),
        ({"specs": ["x" * MAXIMUM_LINE_BYTES, "y"]}, 400, "The line is longer than"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_sentence(
    address: str, body: dict[str, object], status: int, sentence: str
) -> None:
    refused, content = fetch(f"{address}/api/compare", json.dumps({"id": "c1", **body}).encode())
    error = json.loads(content)
    check("batch_error", error)
    assert refused == status
    assert error["error"].startswith(sentence)


def test_the_specs_held_are_listed_as_on_the_command_line(address: str, rolebook: Rolebook) -> None:
    status, body = fetch(f"{address}/api/specs")
    check("list", json.loads(body))
    assert status == 200
    assert json.loads(body) == rolebook("list", "--json").json


def test_a_spec_is_shown_by_its_id_and_by_its_title(address: str, rolebook: Rolebook) -> None:
    shown = rolebook("show", SEED_TITLE, "--json").json
    for name in (shown["spec_id"], SEED_TITLE):
        status, body = fetch(f"{address}/api/specs/{quote(name, safe='')}")
        assert status == 200
        assert json.loads(body) == shown


@pytest.mark.parametrize("name", ["Astronaut", "../../etc/passwd", "a/b", "%00"])
def test_a_spec_that_is_not_held_is_not_found(address: str, name: str) -> None:
    status, body = fetch(f"{address}/api/specs/{quote(name, safe='')}")
    check("batch_error", json.loads(body))
    assert status == 404


def test_the_description_names_every_operation_with_what_goes_in_and_comes_out(address: str) -> None:
    description = json.loads(fetch(f"{address}/openapi.json")[1])
    described = {path: set(methods) for path, methods in description["paths"].items()}
    assert (
        described.items()
        >= {
            "/api/ask": {"post"},
            "/api/compare": {"post"},
            "/api/find": {"post"},
            "/api/specs": {"get"},
            "/api/specs/{spec}": {"get"},
            "/api/health": {"get"},
        }.items()
    )
    assert all(path.startswith("/api/") for path in described)
    schemas = description["components"]["schemas"]
    named = {part.partition('"')[0] for part in json.dumps(description).split('"#/components/schemas/')[1:]}
    assert named <= schemas.keys()
    for operation in (each for methods in description["paths"].values() for each in methods.values()):
        assert operation["description"]
        assert set(operation["responses"]) <= {"200", "400", "403", "404", "413", "429", "500"}


def test_what_is_served_is_as_described(address: str) -> None:
    description = json.loads(fetch(f"{address}/openapi.json")[1])
    answer = json.loads(fetch(f"{address}/api/ask", b'{"question": "How often does the Custodian lift?"}')[1])
    taken = Draft202012Validator({**description, "$ref": "#/components/schemas/answer"})
    assert taken.is_valid(answer)
    assert not taken.is_valid({**answer, "outcome": "guessed"})


def test_a_parameter_that_is_wrong_is_refused_in_the_words_of_the_contract(address: str) -> None:
    status, body = fetch(f"{address}/api/source/nobody?start=x&end=9")
    check("batch_error", json.loads(body))
    assert status == 400
