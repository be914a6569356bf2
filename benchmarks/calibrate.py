"""How certain an answer from prose is, and where to cut it off: ``python -m benchmarks.calibrate [--library DIR]``.

Puts every prose question to the class that it is about. Where the best sentence is one that answers, that is a yes; the
best of those left when the sentences that answer are taken away is a no, and so is the best one for a question that the
spec does not answer. A logistic measure is fitted to their signs: its constant and weights are printed, to be kept in
``assistant.answering.certainty``, and how many of each it keeps at each threshold
(``assistant.answering.relevance.LEAST_CERTAINTY``). The same questions put to other classes show the threshold of words
and meaning (``LEAST_SCORE``). Every question about one class is also asked for the field that it means, whether the
lexicon knows its words or not: at each threshold, how many get the right field, another, or one where none is meant
(``assistant.understanding.meanings.LEAST`` and ``SURE``). With a library of ``benchmarks.passages`` it asks the
questions that name no class of it too, with and without the documents that answer them
(``assistant.searching.whose_work.LEAST_CERTAINTY``).
"""

import random
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from assistant.answering import passages, relevance
from assistant.answering.answer_kinds import has_kind_asked
from assistant.answering.certainty import Signs, certainty
from assistant.answering.passages import by_words_and_meaning, gathered
from assistant.answering.question_forms import forms_of
from assistant.answering.relevance import in_order
from assistant.draft import section_of
from assistant.holdings import Holdings
from assistant.searching import whose_work
from assistant.understanding import meanings
from assistant.understanding.query import Naming, Operation
from assistant.understanding.understand import understand
from benchmarks.answering import ingest_specs, own_settings
from benchmarks.expectations import Trial, all_trials, paraphrases
from benchmarks.passages import Searched
from benchmarks.placed import placed_trials
from benchmarks.scoring import folded
from benchmarks.table import table
from index import Library

_OTHERS_A_QUESTION = 3
_ABOUT_A_FIELD = (Operation.LOOKUP, Operation.SECTION, Operation.PASSAGES)
_NONE = -99.0
_SHRINKAGE = 1.0
_STEPS = 50


@dataclass(frozen=True, slots=True)
class Certainties:
    """How certain the best candidate of each question is, where something answers it and where mostly nothing does."""

    own: list[float] = field(default_factory=list)
    other: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Judged:
    """The signs of the best candidate for a question, and whether it answers."""

    signs: Signs
    answers: bool


def judged(library: Library, trials: Sequence[Trial]) -> Iterator[Judged]:
    """The best candidates of the class that each question is about, with and without those that answer.

    One that lacks the kind of thing that is asked for is turned down whatever its signs.
    """
    holdings = Holdings(library)
    for trial in trials:
        query = understand(trial.question, holdings.entries, holdings.own_fields)
        if len(query.classes.entries) != 1 or query.operation not in (Operation.PASSAGES, Operation.LOOKUP):
            continue
        subjects = holdings.subjects(query.classes.entries)
        forms = forms_of(query, subjects)
        found, _ = gathered(library, subjects, forms.words)
        quotes = [folded(words) for words in trial.expectation.quote]
        left = [one for one in found if not any(words in folded(one.evidence.quote) for words in quotes)]
        for candidates in (found, left) if quotes else (found,):
            order = in_order(library, forms, candidates)
            if order is not None and order.signs is not None:
                best = order.candidates[0]
                if has_kind_asked(forms.of_anyone, best.said):
                    yield Judged(order.signs, answers=all(one.evidence != best.evidence for one in left))


def fitted(made: Sequence[Judged]) -> NDArray[np.float64]:
    """The constant and the weights that tell those that answer from those that do not: logistic, by Newton's steps."""
    signs = np.array([[1.0, *astuple(one.signs)] for one in made])
    answers = np.array([float(one.answers) for one in made])
    ridge = np.diag([0.0, *[_SHRINKAGE] * (signs.shape[1] - 1)])
    weights = np.zeros(signs.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (likely - answers) + ridge @ weights
        weights -= np.linalg.solve((signs.T * (likely * (1 - likely))) @ signs + ridge, slope)
    return weights


def of_one_class(library: Library, trials: Sequence[Trial]) -> Certainties:
    """By words and meaning: each question put to its own class, and to a few others."""
    holdings = Holdings(library)
    made = Certainties()
    for trial in trials:
        query = understand(trial.question, holdings.entries, holdings.own_fields)
        named = query.classes
        if query.operation is not Operation.PASSAGES or named.naming is not Naming.QUESTION or len(named.entries) != 1:
            continue
        own = named.entries[0]
        others = random.Random(trial.id).sample([e for e in holdings.classes if e != own], _OTHERS_A_QUESTION)
        topic = " ".join(word.text for word in query.topic_words)
        for entry in (own, *others):
            found, _ = gathered(library, [holdings.subject(entry.spec_id)], query.topic_words)
            score = by_words_and_meaning(library, topic, found).certainty
            (made.own if entry == own else made.other).append(score)
    return made


def of_fields(library: Library, trials: Sequence[Trial]) -> tuple[list[float], list[float], list[float]]:
    """How near the field is that is taken for what each question means: the right one, a wrong one, where none is."""
    holdings = Holdings(library)
    right, wrong, none = list[float](), list[float](), list[float]()
    for trial in trials:
        query = understand(trial.question, holdings.entries, holdings.own_fields, holdings.has_word)
        if len(query.classes.entries) != 1 or query.operation not in _ABOUT_A_FIELD or query.prose_topic is not None:
            continue
        said = meanings.asked_of_somebody(query.question, query.classes.words)
        meant = meanings.meant_by(said, partial(library.similarities, stay=True))
        wanted = {value.field for value in trial.expectation.values}
        if meant is None or (not wanted and query.operation is not Operation.PASSAGES):
            continue
        found = {*meant.fields.fields, *meant.fields.sections}
        is_right = wanted <= found or {section_of(field) for field in wanted} <= found
        (none if not wanted else right if is_right else wrong).append(meant.similarity)
    return right, wrong, none


def of_all_classes(library: Library) -> Certainties:
    """Each question that names no class put to all classes, and to all but those that answer it."""
    searched = Searched(library)
    ids = [entry.spec_id for entry in searched.holdings.classes]
    made = Certainties()
    for trial in (trial for trial in placed_trials("passages.jsonl") if trial.kind.startswith("unnamed")):
        left = [spec_id for spec_id in ids if searched.file_of[spec_id] not in trial.files]
        if trial.files:
            made.own.append(_certainty(searched, ids, trial.question))
        made.other.append(_certainty(searched, left, trial.question))
    return made


def _certainty(searched: Searched, spec_ids: Sequence[str], question: str) -> float:
    found = whose_work.search_all(searched.library, spec_ids, searched.holdings.subject, question).found
    return found.certainty if found.candidates else _NONE


def distribution(made: Certainties, thresholds: Sequence[float], chosen: float) -> Iterator[tuple[object, ...]]:
    """A row for each threshold: the share of each that is at or above it."""
    for threshold in sorted({*thresholds, chosen}):
        kept = (f"{100 * sum(s >= threshold for s in scores) / len(scores):.0f} %" for scores in (made.own, made.other))
        yield (f"{threshold:.2f}{' (set)' if threshold == chosen else ''}", *kept)


def main() -> int:
    """Print the distributions at the thresholds."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, help="a library that benchmarks.passages was run on")
    given = parser.parse_args().library
    heads = ("threshold", "kept of its own class", "kept of another class")
    scores, logits = [percent / 100 for percent in range(20, 62, 4)], [float(logit) for logit in range(-7, 6)]
    thresholds = [quarter / 4 for quarter in range(-9, 5)]
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        with Library.open(own_settings(Path(folder))) as library:
            trials = [*all_trials("development"), *paraphrases()]
            prose = [trial for trial in trials if trial.kind == "prose"]
            by_score = of_one_class(library, prose)
            made = list(judged(library, [*prose, *(trial for trial in trials if trial.kind == "not_stated")]))
            taken = of_fields(library, (*all_trials(), *paraphrases()))
    print("Words and meaning\n\n" + table(heads, distribution(by_score, scores, passages.LEAST_SCORE)))
    print(
        f"\nJudged: {sum(one.answers for one in made)} that answer, {sum(not one.answers for one in made)} that do not"
    )
    print("\nFitted: " + ", ".join(f"{weight:.3f}" for weight in fitted(made)))
    by_certainty = Certainties(
        [certainty(one.signs) for one in made if one.answers], [certainty(one.signs) for one in made if not one.answers]
    )
    heads = ("threshold", "kept of what answers", "kept of what does not")
    print("\nReranked\n\n" + table(heads, distribution(by_certainty, thresholds, relevance.LEAST_CERTAINTY)))
    cosines = sorted({*(percent / 100 for percent in range(40, 75, 5)), meanings.LEAST, meanings.SURE})
    rows = ((f"{least:.2f}", *(sum(one >= least for one in some) for some in taken)) for least in cosines)
    print("\nFields by meaning\n\n" + table(("threshold", "right", "wrong", "of questions that mean none"), rows))
    if given is not None:
        with Library.open(own_settings(given)) as library:
            of_all = of_all_classes(library)
        heads = ("threshold", "kept of all classes", "kept of all but those that answer")
        print("\nOver all classes\n\n" + table(heads, distribution(of_all, logits, whose_work.LEAST_CERTAINTY)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
