"""Which questions are asked of all classes, and which of one job that they do not name."""

from dataclasses import replace

import pytest

from assistant.answer import Question
from assistant.understanding.query import Operation
from assistant.understanding.understand import understand
from tests.assistant.entries import entry

_HELD = (
    replace(entry("Accountant I"), department="Finance"),
    replace(entry("Equipment Operator II"), department="Public Works"),
)


def _operation(text: str) -> Operation:
    return understand(Question(text), _HELD, lambda _: ()).operation


@pytest.mark.parametrize(
    "text",
    [
        "is there a job thats sedentary and outdoors",
        "is anything light and in an office",
        "whats in public works",
        "Anything from Public Works?",
        "Where is a hard hat part of the protective equipment?",
        "climbing: where is it the most frequent?",
        "forklift card needed for what",
        "Is a master's degree required anywhere?",
        "cdl class a or b needed?",
        "notary commission, where is that asked for",
        "unclassified and sedentary?",
        "job where you plow snow",
        "no diploma and under a year of experience, what can i do",
        "I can't stand noise. What has no noise?",
    ],
)
def test_a_condition_of_no_class_named_is_asked_of_all_classes(text: str) -> None:
    """Nobody has to say "which jobs"."""
    assert _operation(text) is Operation.SEARCH


@pytest.mark.parametrize(
    "text",
    [
        "is this job outdoors",
        "do i have to wear a hard hat",
        "do you need a cdl for it",
        "Is climbing frequent?",
        "what license is required",
        "how heavy is the lifting",
        "How much overtime does it have?",
        "where is the office",
        "how often is lifting",
        "what is Sedentary",
    ],
)
def test_a_question_of_one_job_that_it_does_not_name_is_no_search(text: str) -> None:
    """It is asked back which class is meant."""
    assert _operation(text) is not Operation.SEARCH


def test_why_something_is_asked_is_no_condition() -> None:
    """The drive in "for the vaccine drive I need" is not driven, and what follows "like" says what is meant."""
    for text in ("For the vaccine drive I need whoever meets noise daily.", "jobs w steady hours?? like noise daily"):
        search = understand(Question(text), _HELD, lambda _: ()).search
        assert search is not None
        assert getattr(search.criterion, "field", None) == "environmental_factors.noise_and_vibration"
