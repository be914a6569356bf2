"""Where to cut passages off: ``python -m benchmarks.calibrate``.

Asks every prose question of the class that it is about, and of other classes, which mostly say nothing of it, and
prints how many of each have a best candidate at or above each threshold (``assistant.passages.LEAST_SCORE``).
"""

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from assistant.draft import Subject
from assistant.passages import LEAST_SCORE, search_passages
from assistant.query import Operation
from assistant.understand import understand
from benchmarks.answering import ingest_specs, own_settings
from benchmarks.expectations import Trial, all_trials
from benchmarks.table import table
from index import Library

_OTHERS_A_QUESTION = 3
_THRESHOLDS = tuple(percent / 100 for percent in range(20, 62, 4))


def best_scores(library: Library, trials: Sequence[Trial]) -> tuple[list[float], list[float]]:
    """The best candidate's score of each question for its own class, and for a few others; 0 where there is none."""
    entries = library.entries()
    subjects = [Subject(library.held(entry.spec_id), entry.title or "") for entry in entries]
    own: list[float] = []
    other: list[float] = []
    for trial in trials:
        query = understand(trial.question, entries, lambda _: ())
        if query.operation is not Operation.PASSAGES:
            continue
        others = [each for each in subjects if each.title not in trial.expectation.classes]
        chosen = random.Random(trial.id).sample(others, _OTHERS_A_QUESTION)
        for subject in (*(each for each in subjects if each not in others), *chosen):
            candidates = search_passages(library, [subject], query.topic_words).candidates
            (other if subject in chosen else own).append(candidates[0].score if candidates else 0.0)
    return own, other


def distribution(own: Sequence[float], other: Sequence[float]) -> Iterator[tuple[object, ...]]:
    """A row for each threshold: the share of each that is at or above it."""
    for threshold in sorted({*_THRESHOLDS, LEAST_SCORE}):
        kept = (f"{100 * sum(score >= threshold for score in scores) / len(scores):.0f} %" for scores in (own, other))
        yield (f"{threshold:.2f}{' (set)' if threshold == LEAST_SCORE else ''}", *kept)


def main() -> int:
    """Print the two distributions and the thresholds."""
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        with Library.open(own_settings(Path(folder))) as library:
            own, other = best_scores(library, [trial for trial in all_trials() if trial.kind == "prose"])
    quarters = [
        (name, len(scores), *(f"{each:.2f}" for each in (min(scores), *quantiles(scores, n=4), max(scores))))
        for name, scores in (("its own class", own), ("another class", other))
    ]
    print(table(("asked of", "questions", "least", "quarter", "half", "three quarters", "most"), quarters))
    print()
    print(table(("threshold", "kept of its own class", "kept of another class"), distribution(own, other)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
