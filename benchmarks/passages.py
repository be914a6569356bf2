"""Which way of finding passages pays: ``python -m benchmarks.passages [--library DIR]``.

Asks the questions of ``questions/passages.jsonl`` of a library that holds the samples and every second bulletin of
``shared/corpus/la``, and writes the tables of ``docs/passages.md``. A library made so before can be given.
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import Answer, Assistant, Outcome, Question
from assistant.answering.coverage import with_synonyms
from assistant.answering.passages import fused
from assistant.holdings import Holdings
from assistant.searching.whose_work import search_all
from assistant.understanding.words import words_of
from benchmarks.expectations import ROOT, SAMPLES
from benchmarks.page import replaced
from benchmarks.placed import PlacedTrial, placed_trials
from benchmarks.scoring import percentile
from benchmarks.table import percent, table
from index import Hit, Library, LibrarySettings
from index.reranking import NO_RERANKER

PAGE = ROOT / "docs" / "passages.md"
BULLETINS = ROOT.parent / "shared" / "corpus" / "la"
_FOUND = 20
_TIMES = ("p50, ms", "p95, ms")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a file that was found or cited."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What one way made of the questions of one kind: how many, and milliseconds."""

    asked: int
    document_first: int
    words_first: int
    words_in_five: int
    elapsed_ms: tuple[float, ...]


def bulletins() -> list[Path]:
    """Every second bulletin, the first included; the others are kept for other tests."""
    return sorted(BULLETINS.glob("*.txt"))[::2]


def settings_of(library: Path, *, reranker: str | None) -> LibrarySettings:
    """The default settings for a library folder, with or without the reranker, whatever the environment says."""
    return LibrarySettings(
        library=library, database_url=None, chroma_url=None, embedding_model=None, precision="auto", reranker=reranker
    )


class Searched:
    """One library, and what is found in it in each way."""

    def __init__(self, library: Library) -> None:
        """Nothing is asked yet."""
        self.library = library
        self.holdings = Holdings(library)
        self.file_of = {entry.spec_id: _name(entry.path) for entry in library.entries()}
        self.assistant = Assistant(library)

    def check(self, trials: Iterable[PlacedTrial]) -> None:
        """See that the words that answer stand where they stood.

        Raises:
            ValueError: they do not.
        """
        texts = {self.file_of[e.spec_id]: self.library.held(e.spec_id).spec.source.text for e in self.holdings.classes}
        for at in (at for trial in trials for at in trial.places):
            at.words(texts[at.file])

    def lexical(self, trial: PlacedTrial) -> list[Stretch]:
        """The passages nearest in words."""
        return self._stretches(self._lexical(trial))

    def dense(self, trial: PlacedTrial) -> list[Stretch]:
        """The passages nearest in meaning."""
        return self._stretches(self._dense(trial))

    def fused(self, trial: PlacedTrial) -> list[Stretch]:
        """Both, fused."""
        return self._stretches(fused(self._lexical(trial), self._dense(trial)))

    def reranked(self, trial: PlacedTrial) -> list[Stretch]:
        """The first twenty of both, reranked as whole passages."""
        hits = fused(self._lexical(trial), self._dense(trial))[:_FOUND]
        scores = self.library.relevances(trial.question, [hit.passage.embedded_text for hit in hits]) or []
        order = sorted(zip(scores, hits, strict=True), key=lambda pair: (-pair[0], pair[1].passage_id))
        return self._stretches([hit for _, hit in order])

    def sentences(self, trial: PlacedTrial) -> list[Stretch]:
        """The sentences of the first six of both, one a class, reranked where there is a reranker."""
        found = search_all(self.library, self._ids(), self.holdings.subject, trial.question).quoted().candidates
        return [Stretch(self.file_of[e.spec_id], e.start, e.end) for e in (one.evidence for one in found)]

    def answer(self, trial: PlacedTrial) -> Answer:
        """What Rolebook answers."""
        return self.assistant.ask(Question(trial.question))

    def cited(self, answer: Answer) -> list[Stretch]:
        """What an answer cites."""
        return [Stretch(self.file_of[one.spec_id], one.start, one.end) for one in answer.citations]

    def _ids(self) -> list[str]:
        return [entry.spec_id for entry in self.holdings.classes]

    def _lexical(self, trial: PlacedTrial) -> list[Hit]:
        return self.library.lexical(with_synonyms(words_of(trial.question)), spec_ids=self._ids(), limit=_FOUND)

    def _dense(self, trial: PlacedTrial) -> list[Hit]:
        return self.library.dense(trial.question, spec_ids=self._ids(), limit=_FOUND)

    def _stretches(self, hits: Iterable[Hit]) -> list[Stretch]:
        return [Stretch(self.file_of[hit.spec_id], hit.passage.start, hit.passage.end) for hit in hits]


def outcomes(find: Callable[[PlacedTrial], list[Stretch]], trials: Sequence[PlacedTrial]) -> Outcomes:
    """What a way of finding makes of some trials."""
    found: list[list[Stretch]] = []
    elapsed: list[float] = []
    for trial in trials:
        began = time.perf_counter()
        found.append(find(trial))
        elapsed.append((time.perf_counter() - began) * 1000)
    pairs = list(zip(trials, found, strict=True))
    return Outcomes(
        asked=len(trials),
        document_first=sum(bool(at) and at[0].file in trial.files for trial, at in pairs),
        words_first=sum(_has_words(trial, at[:1]) for trial, at in pairs),
        words_in_five=sum(_has_words(trial, at[:5]) for trial, at in pairs),
        elapsed_ms=tuple(elapsed),
    )


def retrieval_rows(
    ways: Mapping[str, Callable[[PlacedTrial], list[Stretch]]], trials: Sequence[PlacedTrial]
) -> Iterator[tuple[object, ...]]:
    """A row for each way of finding over all passages and each kind of question."""
    for name, find in ways.items():
        for kind in ("named", "unnamed"):
            made = outcomes(find, [trial for trial in trials if trial.kind == kind])
            shares = (percent(n / made.asked) for n in (made.document_first, made.words_first, made.words_in_five))
            yield (name, kind, made.asked, *shares, *_times(made.elapsed_ms))


def answer_rows(name: str, searched: Searched, trials: Sequence[PlacedTrial]) -> Iterator[tuple[object, ...]]:
    """A row for each kind of question: what Rolebook answers."""
    for kind in dict.fromkeys(trial.kind for trial in trials):
        of_kind = [trial for trial in trials if trial.kind == kind]
        for trial in of_kind:
            searched.answer(trial)
        elapsed: list[float] = []
        counts = {"right": 0, "document": 0, "wrong": 0, "none": 0}
        for trial in of_kind:
            began = time.perf_counter()
            answer = searched.answer(trial)
            elapsed.append((time.perf_counter() - began) * 1000)
            counts[_judged(trial, answer, searched.cited(answer))] += 1
        yield (name, kind, len(of_kind), *counts.values(), *_times(elapsed))


def _judged(trial: PlacedTrial, answer: Answer, cited: Sequence[Stretch]) -> str:
    """``right`` words cited; the right ``document`` but other words; ``wrong``; or ``none``: no class is named."""
    if answer.outcome is not Outcome.ANSWERED or not answer.classes:
        return "none"
    if _has_words(trial, cited):
        return "right"
    return "document" if trial.places and cited and cited[0].file in trial.files else "wrong"


def _has_words(trial: PlacedTrial, found: Iterable[Stretch]) -> bool:
    """Whether some place of the trial stands within something found."""
    return any(
        one.file == at.file and one.start <= at.start and at.end <= one.end for one in found for at in trial.places
    )


def _times(elapsed: Sequence[float]) -> tuple[str, str]:
    return f"{percentile(elapsed, 0.5):.0f}", f"{percentile(elapsed, 0.95):.0f}"


def _name(path: str) -> str:
    """A file as the questions name it: its folder and its own name."""
    return "/".join(Path(path).parts[-2:])


def report(folder: Path) -> str:
    """All tables over a library."""
    trials = placed_trials("passages.jsonl")
    with Library.open(settings_of(folder, reranker=NO_RERANKER)) as held:
        plain = Searched(held)
        plain.check(trials)
        plain.dense(trials[0])  # loads the model
        ways = {"lexical": plain.lexical, "dense": plain.dense, "fused": plain.fused}
        found = list(retrieval_rows({**ways, "fused, its sentences by words and meaning": plain.sentences}, trials))
        answers = list(answer_rows("without", plain, trials))
    with Library.open(settings_of(folder, reranker=None)) as held:
        reranked = Searched(held)
        reranked.reranked(trials[0])
        ways = {"fused, its passages reranked": reranked.reranked, "fused, its sentences reranked": reranked.sentences}
        found += retrieval_rows(ways, trials)
        answers += answer_rows("with", reranked, trials)
    heads = ("way", "class", "asked", "right document first", "right words first", "right words in five", *_TIMES)
    answered = ("reranker", "kind", "asked", "right words", "right document, other words", "wrong", "none", *_TIMES)
    return f"### Finding, over all passages\n\n{table(heads, found)}\n\n### Answers\n\n{table(answered, answers)}"


def main() -> int:
    """Measure, and write the page."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, help="a library of the samples and every second bulletin")
    given = parser.parse_args().library
    if given is not None:
        result = report(given)
    else:
        with TemporaryDirectory() as folder:
            with Library.open(settings_of(Path(folder), reranker=None)) as library:
                library.ingest([SAMPLES, *bulletins()])
            result = report(Path(folder))
    print(result)
    PAGE.write_text(
        replaced(PAGE.read_text(encoding="utf-8"), result, "python -m benchmarks.passages"), encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
