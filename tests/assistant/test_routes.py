"""One question a route: what is asked decides which answerer answers."""

import pytest

from assistant import Outcome, Reason, Route
from tests.assistant.town import CURRENT_TITLES
from tests.assistant.verifying import Asking


@pytest.mark.parametrize(
    ("question", "route", "titles"),
    [
        ("How often does the Ferry Mate kneel?", Route.LOOKUP, ("Ferry Mate",)),
        ("What are the environmental factors of the Bell Founder?", Route.SECTION, ("Bell Founder",)),
        (
            "Compare the reaching of the Bell Founder and the Kennel Aide.",
            Route.COMPARE,
            ("Bell Founder", "Kennel Aide"),
        ),
        ("What changed between the versions of the Ferry Mate?", Route.COMPARE, ("Ferry Mate",)),
        ("Which positions work in a vehicle?", Route.SEARCH, ("Ferry Mate",)),
        ("How many positions work in a shop?", Route.COUNT, ("Bell Founder",)),
        ("What does the letter D mean for the Bell Founder?", Route.DEFINITION, ("Bell Founder",)),
        ("What does the Ferry Mate do with the rescue boat?", Route.PASSAGES, ("Ferry Mate",)),
    ],
)
def test_a_question_is_answered_on_its_route(
    town: Asking, question: str, route: Route, titles: tuple[str, ...]
) -> None:
    answer = town(question)
    assert (answer.outcome, answer.route, answer.classes) == (Outcome.ANSWERED, route, titles)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("How often does the beekeeper lift?", Reason.NO_SUCH_CLASS),
        ("What does the Ferry Mate earn?", Reason.NOT_IN_SPEC),
        ("Could my aunt be hired as a Bell Founder?", Reason.PERSON_JUDGEMENT),
        ("Write me a poem about the sea", Reason.OUT_OF_SCOPE),
    ],
)
def test_what_is_not_answered_has_its_reason(town: Asking, question: str, reason: Reason) -> None:
    answer = town(question)
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, reason)


def test_a_field_without_a_class_is_asked_back_with_all_that_are_held(town: Asking) -> None:
    answer = town("How often does one lift?")
    assert (answer.outcome, sorted(answer.classes)) == (Outcome.CLARIFY, list(CURRENT_TITLES))


def test_a_selected_class_is_asked_about_and_a_named_one_goes_before_it(town: Asking) -> None:
    assert town("How often does one kneel?", "Ferry Mate").classes == ("Ferry Mate",)
    assert town("How often does the Bell Founder kneel?", "Ferry Mate").classes == ("Bell Founder",)


def test_a_field_and_a_section_in_one_list_are_both_answered(town: Asking) -> None:
    answer = town("What are the education and the environmental factors of the Bell Founder?")
    fields = {value.field for value in answer.values}
    assert {"class_requirements.education", "environmental_factors.dirt_and_dust"} <= fields


def test_how_many_functions_there_are_is_shown_by_their_numbers(town: Asking) -> None:
    answer = town("How many things does the Ferry Mate do, the total number of functions?")
    assert answer.route is Route.SECTION
    assert "3. “Lowers the rescue boat.”" in answer.text
