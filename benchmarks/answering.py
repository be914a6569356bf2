"""Asks every question of a library of the samples: right or wrong, rightly cited or not, and how fast."""

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import Assistant, Route
from benchmarks.expectations import ROOT, SAMPLES, Trial
from benchmarks.scoring import Scored, scored
from benchmarks.verify import Failure, check_answer
from index import HeldSpec, Library, LibrarySettings
from ui.contract import answer_object

_LOOKUP = "How often does the Utility Customer Service Manager stand?"
_STARTS = 7


@dataclass(frozen=True, slots=True)
class Answering:
    """What came of the questions. Times are milliseconds by route; ``first_dense_s`` is in seconds."""

    trials: tuple[Scored, ...]
    failures: tuple[Failure, ...]
    first_dense_s: float
    elapsed_ms: Mapping[Route, Sequence[float]]


def own_settings(library: Path) -> LibrarySettings:
    """The default settings for a library folder, whatever the environment says."""
    return LibrarySettings(library=library, database_url=None, chroma_url=None, embedding_model=None, precision="auto")


def ingest_specs(library: Path, specs: Path = SAMPLES) -> None:
    """Ingest specs as the command line does, in a process of its own: none of it warms this one."""
    _rolebook(library, "ingest", str(specs))


def whole_process_s(library: Path) -> tuple[float, ...]:
    """The seconds that ``rolebook ask`` takes for a lookup, from start to exit, each of a few times."""
    times: list[float] = []
    for _ in range(_STARTS):
        began = time.perf_counter()
        _rolebook(library, "ask", _LOOKUP, "--no-llm", "--json")
        times.append(time.perf_counter() - began)
    return tuple(times)


def ask_all(library: Library, trials: Sequence[Trial]) -> Answering:
    """Ask everything twice: the first answers are judged, the second ones timed."""
    began = time.perf_counter()
    library.dense("the first search by meaning", limit=1)
    first_dense_s = time.perf_counter() - began
    assistant = Assistant(library)
    answered = tuple(scored(trial, assistant.ask(trial.question)) for trial in trials)
    elapsed: defaultdict[Route, list[float]] = defaultdict(list)
    for trial in trials:
        began = time.perf_counter()
        answer = assistant.ask(trial.question)
        elapsed[answer.route].append((time.perf_counter() - began) * 1000)
    return Answering(answered, tuple(_failures(library, answered)), first_dense_s, elapsed)


def held_by_title(library: Library) -> dict[str, HeldSpec]:
    """Every spec held, by its title."""
    return {entry.title: library.held(entry.spec_id) for entry in library.entries() if entry.title}


def _failures(library: Library, answered: Sequence[Scored]) -> list[Failure]:
    """What the independent verifier finds wrong with the answers."""
    entries = library.entries()
    sources = {entry.spec_id: library.held(entry.spec_id).spec.source.text for entry in entries}
    titles = {entry.spec_id: entry.title for entry in entries if entry.title}
    codes = {entry.spec_id: entry.code for entry in entries if entry.code}
    return [
        failure for each in answered for failure in check_answer(answer_object(each.answer), sources, titles, codes)
    ]


def _rolebook(library: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "ui", "--library", str(library), *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ROLEBOOK_")}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
