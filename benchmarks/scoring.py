"""Whether an answer is what was expected, and how many of each kind are. Pure."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant import Answer, Outcome, Route
from benchmarks.expectations import Expectation, Trial


@dataclass(frozen=True, slots=True)
class Scored:
    """A trial, its answer, and everything that is wrong with the answer."""

    trial: Trial
    answer: Answer
    faults: tuple[str, ...]

    @property
    def lacks_answer(self) -> bool:
        """Whether it abstained or asked back where it should have answered."""
        return self.trial.expectation.outcome is Outcome.ANSWERED and self.answer.outcome is not Outcome.ANSWERED

    @property
    def should_have_abstained(self) -> bool:
        """Whether it answered where it should have abstained or asked back."""
        return self.trial.expectation.outcome is not Outcome.ANSWERED and self.answer.outcome is Outcome.ANSWERED


@dataclass(frozen=True, slots=True)
class Tally:
    """The trials of one kind, counted."""

    kind: str
    asked: int
    right: int
    lacking: int
    excessive: int


def scored(trial: Trial, answer: Answer) -> Scored:
    """The trial with its answer, judged."""
    return Scored(trial, answer, faults(answer, trial.expectation))


def faults(answer: Answer, expected: Expectation) -> tuple[str, ...]:
    """Everything that is wrong with an answer, in words; empty where it is right."""
    found: list[str] = []
    if answer.outcome is not expected.outcome:
        found.append(f"outcome {answer.outcome}, not {expected.outcome}")
    if expected.reason is not None and answer.reason is not expected.reason:
        found.append(f"reason {answer.reason}, not {expected.reason}")
    if expected.route is not None and answer.route is not expected.route:
        found.append(f"route {answer.route}, not {expected.route}")
    found += [*_wrong_classes(answer, expected), *_wrong_words(answer, expected)]
    stated = {(title, value.field, value.value) for value in answer.values for title in (value.class_title, None)}
    missing = [each for each in expected.values if (each.class_title, each.field, each.value) not in stated]
    found += [f"no value {each.field}: {each.value} of {each.class_title or 'any class'}" for each in missing]
    quotes = [folded(citation.quote) for citation in answer.citations]
    found += [f"no quote “{words}”" for words in expected.quote if not any(folded(words) in quote for quote in quotes)]
    return tuple(found)


def _wrong_classes(answer: Answer, expected: Expectation) -> list[str]:
    """Classes that lack or are too many; further ones are no fault of a search of which no complete set is expected."""
    stated = set(answer.classes)
    is_open = not expected.complete and answer.route in (Route.SEARCH, Route.PASSAGES)
    if (not expected.classes and not expected.complete) or stated == expected.classes:
        return []
    if is_open and expected.classes <= stated:
        return []
    return [f"classes {sorted(stated)}, not {sorted(expected.classes)}"]


def _wrong_words(answer: Answer, expected: Expectation) -> list[str]:
    """A beginning or a number that the text should have."""
    found = []
    if expected.begins is not None and not answer.text.startswith(expected.begins):
        found.append(f"begins “{answer.text[:30]}”, not “{expected.begins}”")
    if expected.count is not None and not re.search(rf"(?<!\w){expected.count}(?!\w)", answer.text):
        found.append(f"the number {expected.count} is not stated")
    return found


def tallies(trials: Iterable[Scored]) -> tuple[Tally, ...]:
    """The trials counted by kind, in the order in which the kinds first appear, and all of them at the end."""
    by_kind: dict[str, list[Scored]] = {}
    for trial in trials:
        by_kind.setdefault(trial.trial.kind, []).append(trial)
    counted = [_tally(kind, of_kind) for kind, of_kind in by_kind.items()]
    return (*counted, _tally("all", [trial for of_kind in by_kind.values() for trial in of_kind]))


def folded(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def percentile(measured: Sequence[float], share: float) -> float:
    """The smallest measurement that is not exceeded by this share of them (nearest rank); not of an empty sequence."""
    return sorted(measured)[max(0, math.ceil(share * len(measured)) - 1)]


def _tally(kind: str, trials: Sequence[Scored]) -> Tally:
    return Tally(
        kind=kind,
        asked=len(trials),
        right=sum(not trial.faults for trial in trials),
        lacking=sum(trial.lacks_answer for trial in trials),
        excessive=sum(trial.should_have_abstained for trial in trials),
    )
