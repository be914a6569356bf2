"""The most and the least over an invented town."""

import pytest

from tests.assistant.verifying import Asking


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("Which position climbs the most?", {"Ferry Mate"}),
        ("Which class asks for the most experience?", {"Quarry Inspector"}),
        ("Which class demands the highest education?", {"Quarry Inspector"}),
        ("Which is the heaviest job?", {"Ferry Mate"}),
        ("Which spec is the oldest?", {"Quarry Inspector"}),
    ],
)
def test_the_extreme_of_a_field_is_found(town: Asking, question: str, titles: set[str]) -> None:
    assert set(town(question).classes) == titles


def test_all_that_share_the_extreme_are_found(town: Asking) -> None:
    answer = town("Which classes kneel the least?")
    assert len(answer.classes) == 7
    assert "Ferry Mate" not in answer.classes


def test_what_cannot_be_read_is_no_extreme_and_is_named_apart(town: Asking) -> None:
    answer = town("Which position lifts the most?")
    assert answer.classes == ("Ferry Mate",)
    for title in ("Kennel Aide", "Lamp Tender", "Bell Founder"):
        assert title in answer.text


def test_the_extreme_is_looked_for_among_those_that_meet_the_rest(town: Asking) -> None:
    answer = town("Which job lifts the most of those that work in an office?")
    assert answer.classes == ("Archive Clerk",)
    assert {value.field for value in answer.values} == {"physical_demands.lifting", "work_location.office"}


def test_a_spec_that_was_never_revised_is_as_new_as_its_adoption(town: Asking) -> None:
    answer = town("Which spec was revised most recently?")
    assert [(value.class_title, value.field, value.value) for value in answer.values] == [
        ("Archive Clerk", "adopted", "June 2020")
    ]


def test_an_old_revision_is_not_the_oldest_class(town: Asking) -> None:
    assert "Ferry Mate" not in town("Which spec has gone longest without a revision?").classes
