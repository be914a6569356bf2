"""The questions of ``benchmarks/questions``: every answer is exact, whatever the question."""

from collections.abc import Iterator

import pytest

from assistant import Assistant, Question
from benchmarks.expectations import QUESTIONS
from benchmarks.verify import Sources
from tests.assistant.verifying import assert_exact
from ui.question_line import read_question_line

# Those of the other files are asked of other specs than the samples.
OF_THE_SAMPLES = ("development/*.jsonl", "test/*.jsonl", "paraphrases.jsonl", "spanish.jsonl")


def _questions() -> Iterator[Question]:
    for files in OF_THE_SAMPLES:
        for file in sorted(QUESTIONS.glob(files)):
            yield from (read_question_line(line) for line in file.read_bytes().split(b"\n") if line.strip())


@pytest.mark.parametrize("question", list(_questions()), ids=lambda question: question.id)
def test_every_answer_passes_the_independent_verifier(
    assistant: Assistant, sources: Sources, question: Question
) -> None:
    assert_exact(assistant.ask(question), sources)
