"""Classes measured by one of them, over an invented town: which stand so to it, and what is said of the unknown."""

import pytest

from assistant import Outcome, Reason, Route
from assistant.searching.criteria import Than
from assistant.searching.relative import relation_in
from assistant.understanding.words import words_of
from tests.assistant.verifying import Asking


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Which classes are heavier than the Archive Clerk but not outdoors?", {"Bell Founder", "Kennel Aide"}),
        ("Which jobs climb more than the Quarry Inspector?", {"Ferry Mate"}),
        ("which other classes have the same strength as the Kennel Aide", {"Bell Founder"}),
        ("anyone who climbs as often as the Kennel Aide?", {"Mosaic Restorer II"}),
        ("Which classes want less experience than the Ferry Mate?", {"Archive Clerk", "Kennel Aide"}),
        ("Who is in the same department as the Quarry Inspector?", set()),
        ("Which specs were adopted before the Archive Clerk's?", {"Quarry Inspector", "Bell Founder"}),
    ],
)
def test_classes_are_measured_by_the_one_that_is_named(town: Asking, text: str, titles: set[str]) -> None:
    answer = town(text)
    assert (answer.outcome, answer.route) == (Outcome.ANSWERED, Route.SEARCH)
    assert titles <= set(answer.classes)
    assert bool(titles) == bool(answer.classes)


def test_the_class_that_is_the_measure_is_none_of_those_found_and_its_value_is_shown(town: Asking) -> None:
    answer = town("Which jobs climb no more than the Kennel Aide does?")
    assert "Kennel Aide" not in answer.classes
    assert "Kennel Aide itself, by which they are measured: Rarely" in answer.text


@pytest.mark.parametrize(("name", "reason"), [("Lamp Tender", Reason.BLANK_IN_SPEC), ("Kennel Aide", Reason.ILLEGIBLE)])
def test_nothing_is_measured_by_a_cell_that_is_not_read(town: Asking, name: str, reason: Reason) -> None:
    answer = town(f"Who lifts more than the {name}?")
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, reason)


def test_a_measure_of_which_there_are_several_is_asked_back(town: Asking) -> None:
    answer = town("Which classes climb more than the Mosaic Restorer?")
    assert answer.outcome is Outcome.CLARIFY
    assert set(answer.classes) == {"Mosaic Restorer I", "Mosaic Restorer II"}


@pytest.mark.parametrize(
    ("text", "than"),
    [
        ("jobs that climb more than the mate", Than.MORE),
        ("jobs that climb no more than the mate", Than.AT_MOST),
        ("jobs that climb less than the mate", Than.LESS),
        ("jobs with as much climbing as the mate", Than.SAME),
        ("jobs with at least as much climbing as the mate", Than.AT_LEAST),
        ("jobs that don't climb as much as the mate", Than.LESS),
    ],
)
def test_how_classes_stand_to_another_is_read(text: str, than: Than) -> None:
    found = relation_in(text, words_of(text)[-1:], ())
    assert found is not None
    assert (found.field, found.than) == ("physical_demands.climbing", than)
    assert "climb" not in found.rest


@pytest.mark.parametrize("text", ["jobs other than the mate", "jobs that train the mate", "jobs like the mate"])
def test_what_compares_nothing_is_no_relation(text: str) -> None:
    assert relation_in(text, words_of(text)[-1:], ()) is None


@pytest.mark.parametrize("name", ["Fire Chief", "dog walker"])
def test_a_measure_that_is_not_held_is_said_to_be_none(town: Asking, name: str) -> None:
    assert town(f"Which classes climb more than the {name}?").reason is Reason.NO_SUCH_CLASS


def test_what_is_no_class_is_no_measure(town: Asking) -> None:
    assert town("Which jobs want more experience than the average?").reason is not Reason.NO_SUCH_CLASS


def test_a_class_and_what_it_has_may_be_the_measure(town: Asking) -> None:
    answer = town("Who else is in the Archive Clerk's department?")
    assert "Ferry Mate" in answer.classes
    assert not {"Archive Clerk", "Quarry Inspector"} & set(answer.classes)
