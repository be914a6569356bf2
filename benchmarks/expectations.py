"""The questions of a benchmark, each with what is expected of its answer (see questions/README.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant import Outcome, Question, Reason
from ui.question_line import read_question_line

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
QUESTIONS = ROOT / "benchmarks" / "questions"
SECOND_CITY = ROOT / "benchmarks" / "second_city"


class ExpectedValue(BaseModel):
    """A cell that must be among the answer's values; the value of an unmarked box is null."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: str
    value: str | None


class Expectation(BaseModel):
    """What an answer must have; what is left empty is not asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: Outcome
    reason: Reason | None = None
    classes: frozenset[str] = frozenset()
    values: tuple[ExpectedValue, ...] = ()
    quote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """A question, its kind, and what is expected."""

    question: Question
    kind: str
    expectation: Expectation

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id or self.question.text


class _TrialLine(BaseModel):
    kind: str
    expect: Expectation


def read_trials(files: Iterable[Path]) -> tuple[Trial, ...]:
    """The trials of some question files, in order.

    Raises:
        ValueError: a line is no question line, or says of no kind or outcome what is expected.
    """
    lines = (line for file in files for line in file.read_bytes().split(b"\n") if line.strip())
    return tuple(_trial(line) for line in lines)


def all_trials(folder: Path = QUESTIONS) -> tuple[Trial, ...]:
    """Every trial of a folder of question files."""
    return read_trials(sorted(folder.glob("*.jsonl")))


def _trial(line: bytes) -> Trial:
    stated = _TrialLine.model_validate_json(line)
    return Trial(read_question_line(line), stated.kind, stated.expect)
