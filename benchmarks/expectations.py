"""The questions of a benchmark, each with what is expected of its answer (see questions/README.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant import Outcome, Question, Reason, Route
from ui.question_line import read_question_line

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
QUESTIONS = ROOT / "benchmarks" / "questions"
# Specs of other invented cities, each in a folder with the questions that are asked of it.
CITIES = {name: ROOT / "benchmarks" / f"{name}_city" for name in ("second", "third")}


class ExpectedValue(BaseModel):
    """A cell that must be among the answer's values, of any class where none is named; an unmarked box has null."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)

    class_title: str | None = Field(default=None, alias="class")
    field: str
    value: str | None


class Expectation(BaseModel):
    """What an answer must have; what is left empty is not asked for.

    ``complete``: ``classes`` is the whole set, which may be empty. ``count`` is a number that the text states, and
    ``begins`` what it begins with.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: Outcome
    reason: Reason | None = None
    route: Route | None = None
    complete: bool = False
    count: int | None = None
    begins: str | None = None
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


def all_trials(split: str = "development") -> tuple[Trial, ...]:
    """Every trial of a split of the questions over the samples: those that rules are tuned on, or the ``test`` ones."""
    return read_trials(sorted((QUESTIONS / split).glob("*.jsonl")))


def paraphrases() -> tuple[Trial, ...]:
    """The re-wordings of trials of the development split, each with what is expected of the original."""
    originals = {trial.id: trial for trial in all_trials()}
    lines = [line for line in (QUESTIONS / "paraphrases.jsonl").read_bytes().split(b"\n") if line.strip()]
    of = [originals[_Paraphrase.model_validate_json(line).of] for line in lines]
    return tuple(
        Trial(read_question_line(line), original.kind, original.expectation)
        for line, original in zip(lines, of, strict=True)
    )


class _Paraphrase(BaseModel):
    of: str


def _trial(line: bytes) -> Trial:
    stated = _TrialLine.model_validate_json(line)
    return Trial(read_question_line(line), stated.kind, stated.expect)
