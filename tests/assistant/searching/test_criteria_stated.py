"""Searches for what documents state of their header, or leave out."""

import pytest

from assistant import Assistant, Question
from assistant.searching.criteria import Worded
from assistant.searching.criteria_stated import stated_in


@pytest.mark.parametrize(
    ("question", "criterion"),
    [
        ("Which specs state a department?", Worded("department")),
        ("Which documents don't give any department?", Worded("department", is_wanted=False)),
        ("which jobs say what they pay", Worded("salary")),
        ("How many specs have no class code at all?", Worded("code", is_wanted=False)),
        ("Which documents state no salary?", Worded("salary", is_wanted=False)),
        ("Which postings do not give a pay range?", Worded("salary", is_wanted=False)),
        ("Where is the department missing?", Worded("department", is_wanted=False)),
    ],
)
def test_that_a_part_of_the_header_is_stated_is_read(question: str, criterion: Worded) -> None:
    stated = stated_in(question)
    assert stated is not None
    assert stated.criterion == criterion


@pytest.mark.parametrize(
    "question", ["Which jobs has the police department?", "What has the pay clerk to do?", "Which classes climb?"]
)
def test_a_department_or_pay_that_is_only_spoken_of_is_not_asked_to_be_stated(question: str) -> None:
    assert stated_in(question) is None


def test_documents_that_leave_it_out_are_found_and_counted(assistant: Assistant) -> None:
    without = assistant.ask(Question("Which specs give no class code?"))
    stating = assistant.ask(Question("Which specs give a class code?"))
    assert "Librarian" in without.classes
    assert not set(without.classes) & set(stating.classes)
    assert without.text.startswith(f"{len(without.classes)} of the ")
