"""Questions that want something else than an answer: every one gets an exact answer, or is refused in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant, Question, QuestionError, Turn
from benchmarks.verify import Sources
from index import Library
from tests.assistant.page_markup import strange_markup
from tests.assistant.verifying import assert_exact

HOSTILE = Path(__file__).with_name("hostile.jsonl")


def _lines() -> list[dict[str, Any]]:
    # Only a line feed ends a line: some of the questions hold other characters that end one.
    return [json.loads(line) for line in HOSTILE.read_text(encoding="utf-8").split("\n") if line]


def _question(line: dict[str, Any]) -> Question:
    history = tuple(Turn(turn["role"], turn["content"]) for turn in line.get("history", ()))
    return Question(line["question"], id=line["id"], classes=tuple(line.get("classes", ())), history=history)


@pytest.mark.parametrize("line", _lines(), ids=lambda line: line["id"])
def test_a_hostile_question_gets_an_exact_answer_and_nothing_that_it_asked_for_besides(
    assistant: Assistant, library: Library, sources: Sources, line: dict[str, Any]
) -> None:
    answer = assistant.ask(_question(line))
    expected = line["expect"]
    assert_exact(answer, sources)
    assert answer.outcome == expected.get("outcome", answer.outcome), answer.text
    assert answer.reason == expected.get("reason", answer.reason), answer.text
    stated = [(value.class_title, value.field, value.value) for value in answer.values]
    assert [each for each in expected.get("values", ()) if tuple(each.values()) not in stated] == [], answer.text
    said = answer.text.casefold()
    assert [words for words in expected["never_says"] if words.casefold() in said] == [], answer.text
    assert strange_markup(library, answer) == set()


@pytest.mark.parametrize("filler", ["Never. ", "[1] ", "<b>", "lifting " * 50, "\u0301", "\n"])
def test_a_question_without_end_is_refused_in_one_short_sentence(assistant: Assistant, filler: str) -> None:
    endless = Question("How often does the Custodian lift? " + filler * (200_000 // len(filler)) + "?")
    with pytest.raises(QuestionError) as refused:
        assistant.ask(endless)
    assert len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)
