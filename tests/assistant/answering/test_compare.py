"""Classes side by side: a row a field, a citation in each cell, differences marked."""

import pytest

from assistant import Outcome, Reason, Route
from assistant.answering.compare import differs
from ingest.model import Fact, Status
from tests.assistant.verifying import Asking

LIFTING = "physical_demands.lifting"


def fact(value: str | None, status: Status = Status.READ) -> Fact:
    return Fact(LIFTING, status, value or "", value, None, None, 0, 1, 0, 1, None)


def test_each_class_has_a_column_and_each_cell_its_own_citation(town: Asking) -> None:
    answer = town("Compare climbing and lifting of the Quarry Inspector with the Ferry Mate.")
    assert (answer.outcome, answer.route) == (Outcome.ANSWERED, Route.COMPARE)
    quotes = {citation.n: citation for citation in answer.citations}
    stated = {(value.class_title, value.field): value for value in answer.values}
    assert {place: value.value for place, value in stated.items()} == {
        ("Quarry Inspector", "physical_demands.climbing"): "Frequently",
        ("Ferry Mate", "physical_demands.climbing"): "Continuously",
        ("Quarry Inspector", LIFTING): "Occasionally",
        ("Ferry Mate", LIFTING): "Frequently",
    }
    assert all(quotes[value.citation or 0].class_title == title for (title, _), value in stated.items())


def test_a_row_says_whether_the_classes_differ(town: Asking) -> None:
    answer = town.compare("Ferry Mate", "Quarry Inspector", sections=("physical_demands",))
    ends = {line.split(" ")[1]: line.split("| ")[-1] for line in answer.text.splitlines()[2:]}
    assert (ends["Lifting"], ends["Sitting"]) == ("differs |", "same |")


def test_without_a_section_only_what_differs_is_shown_and_the_rest_is_said_to_be_the_same(town: Asking) -> None:
    answer = town.compare("Ferry Mate", "Quarry Inspector")
    fields = {value.field for value in answer.values}
    assert {LIFTING, "overall_strength", "department", "class_requirements.education"} <= fields
    assert "physical_demands.sitting" not in fields
    assert answer.text.endswith("All other rows say the same.")
    assert "| same |" not in answer.text


def test_a_blank_cell_is_cited_and_a_missing_row_is_not(town: Asking) -> None:
    answer = town.compare("Lamp Tender", "Bell Founder", "Ferry Mate", sections=("physical_demands",))
    (row,) = (line for line in answer.text.splitlines() if line.startswith("| Lifting "))
    assert row.count("[") == 2
    assert "not stated (blank) [" in row
    assert "| not stated |" in row
    assert {value.class_title for value in answer.values if value.field == LIFTING} == {"Lamp Tender", "Ferry Mate"}


def test_a_cell_that_is_not_legible_leaves_open_whether_the_classes_differ(town: Asking) -> None:
    answer = town("Compare the lifting of the Kennel Aide with that of the Ferry Mate.")
    assert answer.text.endswith("| not certain |")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ((fact("Often"), fact("often")), False),
        ((fact("Often"), fact("Never")), True),
        ((fact("Often"), None), True),
        ((fact(None, Status.BLANK), None), False),
        ((fact("Often"), fact(None, Status.ILLEGIBLE)), None),
        ((fact("Often"), fact(None, Status.ILLEGIBLE), fact("Never")), True),
    ],
)
def test_facts_differ_where_legible_ones_do(facts: tuple[Fact | None, ...], said: bool | None) -> None:
    assert differs(facts) is said


def test_cells_that_nobody_filled_in_are_no_answer(town: Asking) -> None:
    answer = town("Compare the lifting of the Lamp Tender and the Kennel Aide.")
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.BLANK_IN_SPEC)


def test_more_classes_than_a_table_shows_are_asked_back(town: Asking) -> None:
    six = ("Archive Clerk", "Bell Founder", "Ferry Mate", "Kennel Aide", "Lamp Tender", "Quarry Inspector")
    answer = town(f"Compare the sitting of the {', the '.join(six)}.")
    assert (answer.outcome, set(answer.classes)) == (Outcome.CLARIFY, set(six))


def test_columns_of_revisions_are_headed_by_their_dates(town: Asking) -> None:
    answer = town("What changed in the climbing of the Ferry Mate?")
    head, *_ = answer.text.splitlines()
    assert head == "| | June 2007 [1]| June 2016 [2]| |"
    assert answer.classes == ("Ferry Mate",)


def test_a_bar_in_a_cell_ends_no_cell_and_keeps_the_table(town: Asking) -> None:
    answer = town.compare("Archive Clerk", "Mosaic Restorer I", sections=("essential_functions",))
    (row,) = (line for line in answer.text.splitlines() if "Mends maps" in line)
    assert row == "| Essential function 1 | Mends maps \\| charts of the coast. [1]| “Cleans tesserae.” [2]| differs |"
    assert ("Archive Clerk", "Mends maps | charts of the coast.") in {(v.class_title, v.value) for v in answer.values}


def test_where_nothing_differs_that_is_shown_by_every_row(town: Asking) -> None:
    answer = town.compare("Bell Founder", "Bell Founder")
    assert answer.outcome == Outcome.ANSWERED
    assert answer.text.endswith("| same |\nNothing that these specs state in a row differs.")
    assert "differs |" not in answer.text
    assert {"overall_strength", "department", "work_location.shop"} <= {value.field for value in answer.values}
