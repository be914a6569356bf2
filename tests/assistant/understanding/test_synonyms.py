import pytest

from assistant.understanding.lexicon import RELATED, SYNONYMS
from assistant.understanding.synonyms import alike, alike_together
from assistant.understanding.words import stems


@pytest.mark.parametrize(("one", "other"), [("purchase", "procurement"), ("teach", "trains"), ("gun", "firearm")])
def test_words_of_a_group_stand_for_each_other(one: str, other: str) -> None:
    (first,), (second,) = stems(one), stems(other)
    assert second in alike(first)
    assert first in alike(second)


def test_every_word_of_every_group_stands_for_the_others() -> None:
    for group in (*SYNONYMS, *RELATED):
        of_group = {stem for word in group for stem in stems(word)}
        assert all(of_group <= alike(stem) for stem in of_group)


def test_a_word_of_no_group_stands_for_itself_alone() -> None:
    assert alike("otter") == {"otter"}


def test_a_word_of_two_groups_stands_for_those_of_both() -> None:
    groups = [{stem for word in group for stem in stems(word)} for group in (*SYNONYMS, *RELATED)]
    (vehicle,) = stems("vehicle")
    of_it = [group for group in groups if vehicle in group]
    assert len(of_it) > 1
    assert alike(vehicle) == frozenset().union(*of_it)


def test_words_that_are_only_near_do_not_say_that_a_class_is_one_of_those_looked_for() -> None:
    (night,), (schedule,) = stems("nights"), stems("schedule")
    assert schedule in alike(night)
    assert schedule not in alike_together((night,))[0]
