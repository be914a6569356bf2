"""The questions of ``benchmarks/questions``: every answer is exact, whatever the question."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, Question
from benchmarks.verify import check_answer
from index import Library
from ui.contract import answer_object

QUESTIONS = Path(__file__).resolve().parents[2] / "benchmarks" / "questions"


def _questions() -> Iterator[Question]:
    for file in sorted(QUESTIONS.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            asked = json.loads(line)
            yield Question(asked["question"], id=asked["id"], classes=tuple(asked.get("classes", ())))


@pytest.mark.parametrize("question", list(_questions()), ids=lambda question: question.id)
def test_every_answer_passes_the_independent_verifier(
    assistant: Assistant, library: Library, question: Question
) -> None:
    entries = library.entries()
    sources = {entry.spec_id: library.held(entry.spec_id).spec.source.text for entry in entries}
    titles = {entry.spec_id: entry.title or "" for entry in entries}
    codes = {entry.spec_id: entry.code for entry in entries if entry.code}
    answer = answer_object(assistant.ask(question))
    assert check_answer(answer, sources, titles=titles, codes=codes, specs_held=len(entries)) == []
