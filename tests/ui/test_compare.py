"""``rolebook compare`` and ``rolebook ask --explain``."""

import pytest

from benchmarks.verify import check_answer
from tests.ui.conftest import SAMPLE_FILES, SEED_TITLE, Rolebook, check

TWO = ("Librarian", "Custodian")


def test_a_comparison_is_an_answer_of_its_route(rolebook: Rolebook) -> None:
    outcome = rolebook("compare", *TWO, "--json")
    check("answer", outcome.json)
    assert outcome.status == 0
    assert (outcome.json["outcome"], outcome.json["route"]) == ("answered", "compare")
    assert outcome.json["classes"] == list(TWO)


def test_every_cell_of_a_comparison_is_exact(rolebook: Rolebook) -> None:
    answer = rolebook("compare", *TWO, "--json").json
    sources = {cited["spec_id"]: rolebook("source", cited["spec_id"]).text for cited in answer["citations"]}
    titles = {cited["spec_id"]: cited["class"] for cited in answer["citations"]}
    assert check_answer(answer, sources, titles, specs_held=len(SAMPLE_FILES)) == []


def test_only_the_sections_named_are_compared(rolebook: Rolebook) -> None:
    sections = ("--section", "physical_demands", "--section", "overall_strength")
    answer = rolebook("compare", *TWO, *sections, "--json").json
    assert {value["field"].partition(".")[0] for value in answer["values"]} == {"physical_demands", "overall_strength"}
    assert {value["class"] for value in answer["values"]} == set(TWO)


def test_specs_are_compared_by_code_and_by_id_too(rolebook: Rolebook) -> None:
    held = {spec["title"]: spec for spec in rolebook("list", "--json").json["specs"]}
    named = (held["Court Clerk I"]["code"], held["Court Clerk II"]["spec_id"])
    assert rolebook("compare", *named, "--json").json["classes"] == ["Court Clerk I", "Court Clerk II"]


def test_a_spec_beside_itself_is_an_answer_too(rolebook: Rolebook) -> None:
    outcome = rolebook("compare", "Librarian", "Librarian", "--json")
    check("answer", outcome.json)
    assert outcome.status == 0
    assert "differs |" not in outcome.json["text"]


def test_a_comparison_for_a_person_is_a_table_with_its_quotes_below(rolebook: Rolebook) -> None:
    text = rolebook("compare", *TWO, "--section", "overall_strength").text
    head, _, row, *quotes = text.splitlines()
    assert head == "| | Librarian | Custodian | |"
    assert row.endswith("| differs |")
    assert any(quote.startswith("[2] Custodian") for quote in quotes)


def test_a_spec_that_is_not_held_cannot_be_compared(rolebook: Rolebook) -> None:
    outcome = rolebook("compare", "Librarian", "Astronaut")
    assert (outcome.status, outcome.stdout) == (1, b"")
    assert "Astronaut" in outcome.stderr
    assert outcome.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("Librarian",),
        ("Librarian",) * 6,
        (*TWO, "--section", "favourite_colours"),
        (),
    ],
    ids=["one", "six", "no such section", "none"],
)
def test_what_cannot_be_compared_at_all_is_wrong_usage(rolebook: Rolebook, arguments: tuple[str, ...]) -> None:
    outcome = rolebook("compare", *arguments)
    assert (outcome.status, outcome.stdout) == (2, b"")
    assert outcome.stderr.startswith("rolebook: ")
    assert outcome.stderr.count("\n") == 1


def test_what_was_understood_is_said_on_standard_error_and_leaves_the_answer_as_it_is(rolebook: Rolebook) -> None:
    question = f"How much does the {SEED_TITLE} kneel?"
    plain, explained = rolebook("ask", question, "--json"), rolebook("ask", question, "--explain", "--json")
    check("answer", explained.json)
    assert explained.json | {"elapsed_ms": 0} == plain.json | {"elapsed_ms": 0}
    assert explained.stderr.splitlines()[:3] == [
        "what is done: lookup",
        f"classes: {SEED_TITLE} (named in the question, by “utility”, “customer”, “service”, “manager”)",
        "fields: Kneeling (by “kneel”)",
    ]
    assert "what is done" not in plain.stderr


def test_what_a_search_looks_for_is_explained(rolebook: Rolebook) -> None:
    said = rolebook("ask", "Which jobs climb frequently and work outdoors?", "--explain").stderr
    assert "what is done: search" in said
    assert "each class must have: Climbing: Frequently to Continuously and Outdoors: marked" in said


def test_an_empty_question_is_not_explained(rolebook: Rolebook) -> None:
    outcome = rolebook("ask", " ", "--explain")
    assert outcome.status == 2
    assert outcome.stderr.count("\n") == 1
