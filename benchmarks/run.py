"""Measures Rolebook on its samples beside a plain LlamaIndex pipeline: ``python -m benchmarks.run``.

Prints the tables and writes them into docs/benchmarks.md; returns 1 if a citation is not valid.
"""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import report
from benchmarks.answering import Answering, ask_all, held_by_title, ingest_specs, own_settings, whole_process_s
from benchmarks.corpus import write_corpus
from benchmarks.expectations import ROOT, SAMPLES, SECOND_CITY, all_trials
from benchmarks.retrieval import asked_of_peer, can_be_retrieved, judged
from index import HeldSpec, Library
from index.model_files import precision
from index.offline import stay_offline
from ingest import find_files

PAGE = ROOT / "docs" / "benchmarks.md"
_ROUNDS = 5
_PACKAGES = ("torch", "llama-index-core", "chromadb")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write; return 1 if a citation is not valid, else 0."""
    options = _options(arguments)
    stay_offline(model_is_here=True)
    load = _load()
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        starts = whole_process_s(Path(folder))
        with Library.open(own_settings(Path(folder))) as library:
            answering = ask_all(library, all_trials())
            held = held_by_title(library)
    second = _second_city()
    tables = [
        _machine(load),
        report.accuracy("Answers", answering),
        report.latency(answering, starts),
        report.accuracy("Answers over a second city's specs", second),
    ]
    if not options.answers_only:
        tables += _beside_the_peer(answering, held, options.rounds)
        page = report.replaced(PAGE.read_text(encoding="utf-8"), "\n\n".join(tables))
        PAGE.write_text(page, encoding="utf-8")
    print("\n\n".join(tables))
    if options.verbose or answering.failures or second.failures:
        print("\n" + report.failed(answering) + "\n" + report.failed(second))
    return 1 if answering.failures or second.failures else 0


def _second_city() -> Answering:
    """The questions over specs and in words that the samples' questions do not have."""
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder), SECOND_CITY)
        with Library.open(own_settings(Path(folder))) as library:
            return ask_all(library, all_trials(SECOND_CITY))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Measures Rolebook beside a peer.")
    parser.add_argument("--verbose", action="store_true", help="list every wrong answer, and why it is wrong")
    parser.add_argument("--answers-only", action="store_true", help="leave the peer and ingest out, and write nothing")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"timed ingests of each (default: {_ROUNDS})")
    return parser.parse_args(arguments)


def _beside_the_peer(answering: Answering, held: dict[str, HeldSpec], rounds: int) -> list[str]:
    """The tables that have a row for the peer."""
    # These import torch and Chroma, which the first search by meaning had to do itself when it was timed.
    from benchmarks.ingesting import compare
    from benchmarks.peer import load_peer_model, nearest_chunks, peer_index, read_documents, use_all_processors
    from benchmarks.reach import peer_reach, rolebook_reach

    samples = find_files([SAMPLES])[0]
    model = load_peer_model()
    use_all_processors()
    with peer_index(model, samples) as index:
        retrieved = [
            judged(each, held, nearest_chunks(index, asked_of_peer(each.trial)))
            for each in answering.trials
            if can_be_retrieved(each.trial)
        ]
    reached = report.reach([rolebook_reach(each) for each in held.values()], peer_reach(read_documents(samples)))
    with TemporaryDirectory() as folder:
        comparison = compare(write_corpus(SAMPLES, Path(folder)), model, rounds)
    return [report.retrieval(retrieved), report.ingest(comparison), reached]


def _load() -> str:
    """How busy the machine is, as far as it says."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _machine(load: str) -> str:
    """What the numbers were measured on."""
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    has_bfloat16 = precision(own_settings(Path())) == "bfloat16"
    versions = ", ".join(f"{package} {version(package)}" for package in _PACKAGES)
    return (
        f"Measured {date.today().isoformat()} on {os.cpu_count()} cores ({name}, "
        f"{'with' if has_bfloat16 else 'without'} bfloat16), {platform.system()}, Python {platform.python_version()}, "
        f"{versions}; load of the machine before the start: {load}."
    )


if __name__ == "__main__":
    sys.exit(main())
