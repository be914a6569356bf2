"""Searches and counts over an invented town: complete, with who could not be told, each class with its cell."""

import pytest

from assistant import Answer, Outcome, Question, Reason, Route, Turn
from tests.assistant.town import CURRENT_TITLES
from tests.assistant.verifying import Asking

LIFTING = "physical_demands.lifting"


def cells(answer: Answer) -> dict[tuple[str, str], str | None]:
    """The values of an answer, each of which is shown by a citation of its own class."""
    quotes = {citation.n: citation for citation in answer.citations}
    for value in answer.values:
        assert value.citation is not None
        assert quotes[value.citation].class_title == value.class_title
    return {(value.class_title, value.field): value.value for value in answer.values}


def test_a_search_finds_every_class_that_meets_it_with_its_cell(town: Asking) -> None:
    answer = town("Which classes lift occasionally or more often?")
    assert (answer.outcome, answer.route) == (Outcome.ANSWERED, Route.SEARCH)
    assert cells(answer) == {
        ("Archive Clerk", LIFTING): "Sometimes",
        ("Ferry Mate", LIFTING): "Frequently",
        ("Quarry Inspector", LIFTING): "Occasionally",
    }
    assert answer.classes == ("Archive Clerk", "Ferry Mate", "Quarry Inspector")


def test_an_answer_says_of_how_many_classes(town: Asking) -> None:
    answer = town("Which classes lift occasionally or more often?")
    assert answer.text.startswith(f"3 of the {len(CURRENT_TITLES)} classes held match (lifting)")


def test_who_could_not_be_told_is_named_apart_and_is_not_among_the_classes(town: Asking) -> None:
    answer = town("Which classes lift occasionally or more often?")
    untold = [line for line in answer.text.splitlines() if not line.startswith("- ")][1:]
    assert ["Kennel Aide" in untold[0], "not legible" in untold[0]] == [True, True]
    assert ["Lamp Tender" in untold[1], "leaves it blank" in untold[1]] == [True, True]
    assert untold[2].startswith("1 class spec does not state it: Bell Founder")
    assert not {"Kennel Aide", "Lamp Tender", "Bell Founder"} & set(answer.classes)


def test_the_word_of_an_own_legend_is_shown_with_that_legend(town: Asking) -> None:
    answer = town("Which classes lift occasionally or more often?")
    of_clerk = [citation.quote for citation in answer.citations if citation.class_title == "Archive Clerk"]
    assert len(of_clerk) == 2
    assert "S = Sometimes" in of_clerk[1]


def test_a_count_is_the_number_of_a_complete_set(town: Asking) -> None:
    answer = town("How many positions require a driver's licence?")
    assert answer.route == Route.COUNT
    assert answer.classes == ("Ferry Mate", "Quarry Inspector")
    assert answer.text.startswith("2 of the 8 classes held match")


def test_a_denial_is_met_by_the_classes_that_do_not_have_it(town: Asking) -> None:
    needed, not_needed = town("Which roles need a CDL?"), town("Which roles don't need a CDL?")
    assert needed.classes == ("Ferry Mate",)
    assert set(not_needed.classes) == set(CURRENT_TITLES) - {"Ferry Mate"}


def test_nothing_found_is_said_with_the_denominator(town: Asking) -> None:
    answer = town("Which positions work in a warehouse?")
    assert (answer.outcome, answer.classes, answer.values) == (Outcome.ANSWERED, (), ())
    assert answer.text == "None of the 8 classes held match (warehouse)."


def test_two_criteria_are_both_shown_for_each_class(town: Asking) -> None:
    answer = town("Which positions work outdoors and lift frequently?")
    assert cells(answer) == {("Ferry Mate", "work_location.outdoors"): "X", ("Ferry Mate", LIFTING): "Frequently"}


def test_either_of_two_criteria_is_enough(town: Asking) -> None:
    answer = town("Which positions work in a shop or in a vehicle?")
    assert cells(answer) == {("Bell Founder", "work_location.shop"): "X", ("Ferry Mate", "work_location.vehicle"): "X"}


def test_an_older_revision_is_never_found(town: Asking) -> None:
    very_heavy = town("Which classes have very heavy overall strength?")
    assert very_heavy.classes == ()
    assert "Lamp Tender leaves it blank" in very_heavy.text


def test_the_header_is_searched_too(town: Asking) -> None:
    assert town("Which positions are unclassified?").classes == ("Ferry Mate",)
    assert town("What classes are there in Public Safety?").classes == ("Quarry Inspector",)


def test_the_strength_of_a_function_is_searched(town: Asking) -> None:
    answer = town("Which classes have a very heavy essential function?")
    assert cells(answer) == {("Ferry Mate", "essential_functions.3.strength"): "Very Heavy"}


def test_classes_that_have_a_value_in_common_are_found_by_it(town: Asking) -> None:
    answer = town("Which classes share a department?")
    assert "Quarry Inspector" not in answer.classes
    assert len(answer.classes) == len(CURRENT_TITLES) - 1
    assert town("Do any two classes have the same class code?").classes == ()


def test_a_question_goes_on_about_the_classes_that_the_last_one_found(town: Asking) -> None:
    history = (Turn("user", "Which classes work outdoors?"), Turn("assistant", "Ferry Mate [1], Quarry Inspector [2]"))
    answer = town.assistant.ask(Question("How many of those are rated Heavy?", history=history))
    assert (answer.route, answer.classes) == (Route.COUNT, ("Ferry Mate",))


def test_a_count_of_none_is_a_number(town: Asking) -> None:
    assert town("How many classes lift continuously?").text.startswith("0 of the 8 classes held match")


def test_a_requirement_in_words_is_looked_for_where_requirements_stand(town: Asking) -> None:
    answer = town("Which class must hold a CDL or a licence as a commercial driver?")
    assert answer.classes == ("Ferry Mate",)
    assert town("Which jobs need a harbor pilot permit?").classes == ()


def test_the_first_places_of_an_order_are_all_found(town: Asking) -> None:
    assert town("Which two classes require the most experience?").classes == ("Ferry Mate", "Quarry Inspector")


def test_a_condition_that_no_spec_speaks_of_makes_no_list(town: Asking) -> None:
    answer = town("Which classes lift occasionally or more often and feed otters?")
    assert (answer.outcome, answer.reason, answer.classes) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC, ())
    assert "otters" in answer.text


def test_a_number_that_nothing_is_measured_by_makes_no_list(town: Asking) -> None:
    answer = town("Which classes lift occasionally or more often and start at 7 am?")
    assert (answer.outcome, answer.reason, answer.classes) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC, ())


def test_a_list_of_all_classes_shows_where_each_is_named(town: Asking) -> None:
    answer = town("list all the jobs")
    assert len(answer.classes) == len(answer.values) == len({value.citation for value in answer.values})
    assert {value.field for value in answer.values} == {"title"}


def test_a_class_that_is_excepted_is_none_of_those_found(town: Asking) -> None:
    answer = town("Who, apart from the Ferry Mate, has a winch or a telephone?")
    assert "Ferry Mate" not in answer.classes
    assert len(answer.classes) == 7


@pytest.mark.parametrize("question", ["Which job is best?", "Which jobs have none?", "Which jobs are not stressful?"])
def test_what_limits_classes_and_is_read_by_no_row_lists_no_class(town: Asking, question: str) -> None:
    answer = town(question)
    assert answer.outcome is Outcome.ABSTAINED
    assert answer.classes == ()


def test_what_somebody_can_do_with_is_no_condition(town: Asking) -> None:
    assert town("I don't mind noise, but which jobs never climb?").classes == town("Which jobs never climb?").classes
