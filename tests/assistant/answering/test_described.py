"""The function that a question describes, where its strength is asked."""

import pytest

from assistant import Assistant, Question
from tests.assistant.verifying import Asking


@pytest.mark.parametrize(
    "question",
    [
        "How heavy is lowering the rescue boat for the Ferry Mate?",
        "What strength code does the rescue boat duty of the Ferry Mate carry?",
    ],
)
def test_the_strength_of_a_function_that_is_described_is_its_own(town: Asking, question: str) -> None:
    answer = town(question)
    assert [(value.field, value.value) for value in answer.values] == [
        ("essential_functions.3", "Lowers the rescue boat."),
        ("essential_functions.3.strength", "Very Heavy"),
    ]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Is lowering the rescue boat rated Heavy for the Ferry Mate?", "No."),
        ("Is lowering the rescue boat rated Very Heavy for the Ferry Mate?", "Yes."),
        ("for the ferry mate is lowering the rescue boat heavy or very heavy", "Ferry Mate, Essential function 3"),
        ("Is lowering the rescue boat not Very Heavy for the Ferry Mate?", "Ferry Mate, Essential function 3"),
    ],
)
def test_whether_a_function_that_is_described_is_of_a_strength_is_said(
    town: Asking, question: str, begins: str
) -> None:
    assert town(question).text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    ["How heavy is the work of the Ferry Mate?", "What strength code does scrubbing floors carry for the Ferry Mate?"],
)
def test_nothing_that_a_function_does_leaves_the_overall_strength(town: Asking, question: str) -> None:
    assert "overall_strength" in [value.field for value in town(question).values]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("is function 2 of the custodian heavy?", "No."),
        ("Is the custodian's second function medium work?", "Yes."),
        ("Is mowing the grass rated Heavy for the Cemetery Sexton?", "No."),
    ],
)
def test_whether_a_function_is_of_a_strength_is_answered_by_yes_or_no(
    assistant: Assistant, question: str, said: str
) -> None:
    assert assistant.ask(Question(question)).text.startswith(said)
