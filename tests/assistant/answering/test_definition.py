"""What a code or a word of a legend means, by the spec's own legends."""

from assistant import Outcome, Reason, Route
from assistant.answering.definition import define
from assistant.holdings import Holdings
from tests.assistant.verifying import Asking


def test_a_code_is_defined_by_every_legend_that_has_it(town: Asking) -> None:
    answer = town("What does the code M mean for the Ferry Mate?")
    assert answer.route == Route.DEFINITION
    assert "M = Medium: Exerting 20-50 lbs. occasionally. [" in answer.text
    assert "M = Several Times Per Month [" in answer.text
    assert {citation.section for citation in answer.citations} >= {"overall_strength"}


def test_a_code_beside_a_row_is_defined_by_the_legend_of_its_table_alone(town: Asking) -> None:
    answer = town("What does S next to extreme temperatures mean for the Ferry Mate?")
    assert "S = Seasonally" in answer.text
    assert "Sedentary" not in answer.text


def test_an_own_legend_defines_its_own_word(town: Asking) -> None:
    answer = town("What does the letter O mean for the Archive Clerk's climbing?")
    assert "O = Often" in answer.text
    assert "Occasionally" not in answer.text


def test_a_word_of_a_legend_is_defined_like_its_code(town: Asking) -> None:
    answer = town("What is meant by very heavy for the Ferry Mate?")
    assert "VH = Very Heavy: Exerting over 100 lbs. occasionally. [1]" in answer.text


def test_a_code_is_defined_that_is_told_of_before_it_is_asked(town: Asking) -> None:
    answer = town("Ferry Mate form, first function has an H beside it. Meaning what?")
    assert answer.route == Route.DEFINITION
    assert "H = Heavy" in answer.text


def test_a_service_is_defined_by_what_the_spec_says_of_it(town: Asking) -> None:
    answer = town("What is meant by unclassified service on the Ferry Mate spec?")
    assert answer.route == Route.DEFINITION
    assert "Unclassified Service (" in answer.citations[0].quote


def test_a_code_that_no_legend_has_is_not_defined(town: Asking) -> None:
    answer = town("What does the code Q mean for the Ferry Mate?")
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)
    assert answer.text == "The class spec of Ferry Mate does not state the meaning of that code."


def test_a_code_that_the_legend_of_the_row_has_not_is_looked_for_in_all(town: Asking) -> None:
    subject = Holdings(town.library).subject(town.library.resolve("Ferry Mate").spec_id)
    draft = define([subject], ["VH"], ("physical_demands.lifting",))
    assert [line[0] for line in draft.lines] == [
        "Ferry Mate, Overall physical strength demands: VH = Very Heavy: Exerting over 100 lbs. occasionally. "
    ]
