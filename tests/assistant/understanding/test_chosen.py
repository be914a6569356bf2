"""Answers to "Which class do you mean?" that choose from the classes named."""

import pytest

from assistant import Question
from assistant.answer import Turn
from assistant.understanding.chosen import chosen
from assistant.understanding.classes import find_classes
from tests.assistant.entries import entry

_HELD = [entry("Accountant I"), entry("Accountant II"), entry("Senior Accountant"), entry("Custodian")]


def _titles(said: str, listed: str) -> list[str | None]:
    history = (Turn("user", "what does the accountant lift?"), Turn("assistant", listed))
    return [one.title for one in chosen(Question(said, history=history), _HELD)]


@pytest.mark.parametrize(
    ("said", "titles"),
    [
        ("the first", ["Accountant I"]),
        ("2nd", ["Accountant II"]),
        ("the second one, please", ["Accountant II"]),
        ("II", ["Accountant II"]),
        ("the I", ["Accountant I"]),
        ("level one", ["Accountant I"]),
        ("I mean the latter", ["Accountant II"]),
        ("number 2", ["Accountant II"]),
        ("the higher one", ["Accountant II"]),
        ("the junior position", ["Accountant I"]),
        ("both", ["Accountant I", "Accountant II"]),
        ("I and II", ["Accountant I", "Accountant II"]),
    ],
)
def test_a_place_or_a_level_chooses(said: str, titles: list[str]) -> None:
    assert _titles(said, "Which class do you mean: Accountant I or Accountant II?") == titles


@pytest.mark.parametrize("said", ["the third", "the second degree burns", "does the first lift?", "ok", "why"])
def test_what_chooses_none_or_asks_something_chooses_nothing(said: str) -> None:
    assert _titles(said, "Which class do you mean: Accountant I or Accountant II?") == []


@pytest.mark.parametrize("said", ["and level 1?", "the first", "I"])
def test_one_class_is_no_list_to_choose_from(said: str) -> None:
    assert _titles(said, "Accountant II, Lifting: Rarely [1]") == []


def test_a_selection_stands_before_a_choice() -> None:
    history = (Turn("assistant", "Which class do you mean: Accountant I or Accountant II?"),)
    found = find_classes(Question("the second", history=history, classes=("Custodian",)), _HELD, frozenset(), ())
    assert [one.title for one in found.entries] == ["Custodian"]


def test_without_a_list_nothing_is_chosen() -> None:
    assert _titles("the second", "It is stated nowhere.") == []
