"""Measures Rolebook on its samples and on made-up and real documents, beside others: ``python -m benchmarks.run``.

Prints the tables and writes them into docs/benchmarks.md; returns 1 if a citation is not valid or an answer under load
is not the right one.
"""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import report
from benchmarks.answering import Answering, ask_all, held_by_title, ingest_specs, own_settings, whole_process_s
from benchmarks.corpus import text_files, write_corpus
from benchmarks.expectations import CITIES, ROOT, SAMPLES, all_trials, paraphrases, read_trials
from benchmarks.page import generated, replaced, with_sections
from benchmarks.retrieval import asked_of_peer, can_be_retrieved, judged
from index import HeldSpec, Library
from index.model_files import precision
from index.offline import stay_offline

_COMMAND = "python -m benchmarks.run"
PAGE = ROOT / "docs" / "benchmarks.md"
_ROUNDS = 5
_SPECS_A_LAYOUT = 500
_MADE_UP_SPECS = 6
_PACKAGES = ("torch", "llama-index-core", "chromadb", "markitdown")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write; return 1 if anything is not as it must be, else 0."""
    options = _options(arguments)
    stay_offline(model_is_here=True)
    tables = [_machine(_load())]
    failures = 0
    for part in options.only or _PARTS:
        found, failed = _PARTS[part](options)
        tables += found
        failures += failed
        print("\n\n".join(found) + "\n", flush=True)
    if options.write or not options.only:
        page = PAGE.read_text(encoding="utf-8")
        written = with_sections(generated(page, _COMMAND), tables[1:]) if options.only else "\n\n".join(tables)
        PAGE.write_text(replaced(page, written, _COMMAND), encoding="utf-8")
    return 1 if failures else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Measures Rolebook beside others.")
    parser.add_argument("--verbose", action="store_true", help="list every wrong answer, and why it is wrong")
    parser.add_argument("--only", nargs="+", choices=list(_PARTS), help="measure these parts alone")
    parser.add_argument("--write", action="store_true", help="with --only: write these parts, and leave the others")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help=f"timed ingests of each (default: {_ROUNDS})")
    parser.add_argument("--specs", type=int, default=_SPECS_A_LAYOUT, help="made-up specs in each text layout")
    return parser.parse_args(arguments)


def _answers(options: argparse.Namespace) -> tuple[list[str], int]:
    """The questions over the samples, and over specs and in words that those do not have."""
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        starts = whole_process_s(Path(folder))
        with Library.open(own_settings(Path(folder))) as library:
            answering = ask_all(library, all_trials())
            unseen = ask_all(library, all_trials("test"))
            reworded = ask_all(library, paraphrases())
            held = held_by_title(library)
    cities = {name: _asked_of_city(specs) for name, specs in CITIES.items()}
    failures = sum(len(each.failures) for each in (answering, unseen, reworded, *cities.values()))
    if options.verbose or failures:
        print("\n".join(report.failed(each) for each in (answering, *cities.values())))
    tables = [
        report.accuracy("Answers: the questions that rules are tuned on", answering),
        report.accuracy("Answers: the questions that no rule was tuned on", unseen),
        report.accuracy("Answers: re-wordings of the first", reworded),
        report.latency(answering, starts),
        *(report.accuracy(f"Answers over a {name} city's specs", of_city) for name, of_city in cities.items()),
    ]
    return (tables if options.only else [*tables, _retrieval(answering, held)]), failures


def _asked_of_city(specs: Path) -> Answering:
    """What came of the questions of a city, asked of a library that holds its specs alone."""
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder), specs)
        with Library.open(own_settings(Path(folder))) as library:
            return ask_all(library, read_trials(sorted(specs.glob("*.jsonl"))))


def _retrieval(answering: Answering, held: dict[str, HeldSpec]) -> str:
    """What the peer retrieves for the same questions."""
    # This imports torch and Chroma, which the first search by meaning had to do itself when it was timed.
    from benchmarks.peer import load_peer_model, nearest_chunks, peer_index, use_all_processors

    files = text_files(SAMPLES)
    texts = _in_files(held, files)
    use_all_processors()
    with peer_index(load_peer_model(), files) as index:
        return report.retrieval(
            [
                judged(each, texts, nearest_chunks(index, asked_of_peer(each.trial)))
                for each in answering.trials
                if can_be_retrieved(each.trial) and each.trial.expectation.classes <= texts.keys()
            ]
        )


def _in_files(held: dict[str, HeldSpec], files: Sequence[Path]) -> dict[str, HeldSpec]:
    """Those of the specs, by title, that are in the files."""
    paths = {str(file) for file in files}
    return {title: each for title, each in held.items() if each.spec.source.path in paths}


def _ingest(options: argparse.Namespace) -> tuple[list[str], int]:
    """Ingest beside the peer's, what of a document is embedded, and what reading costs beside it."""
    from benchmarks.embedding_share import embedding_share, share_section
    from benchmarks.ingesting import compare
    from benchmarks.peer import load_peer_model
    from benchmarks.reach import peer_reach, rolebook_reach
    from benchmarks.readers import read_documents

    samples = text_files(SAMPLES)
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        with Library.open(own_settings(Path(folder))) as library:
            held = _in_files(held_by_title(library), samples)
    reached = report.reach([rolebook_reach(each) for each in held.values()], peer_reach(read_documents(samples)))
    with TemporaryDirectory() as folder:
        comparison = compare(write_corpus(SAMPLES, Path(folder)), load_peer_model(), options.rounds)
    return [report.ingest(comparison), share_section(embedding_share()), reached], 0


def _reading(_: argparse.Namespace) -> tuple[list[str], int]:
    """Reading by format beside other readers."""
    from benchmarks.reading import measured, reading_section

    return [reading_section(measured())], 0


def _shapes(options: argparse.Namespace) -> tuple[list[str], int]:
    """What is read back of made-up specs in every text layout, and of the same specs in every shape."""
    from benchmarks.layouts import layouts_section
    from benchmarks.shapes import shapes_section

    return [shapes_section(_MADE_UP_SPECS), layouts_section(options.specs)], 0


def _corpus(_: argparse.Namespace) -> tuple[list[str], int]:
    """What is read of the real documents."""
    from benchmarks.corpus_reading import corpus_section, read_corpus

    return [corpus_section(read_corpus())], 0


def _bulletins(_: argparse.Namespace) -> tuple[list[str], int]:
    """Questions over real bulletins beside the peer, and latency over everything."""
    from benchmarks.bulletins import bulletins_section

    return [bulletins_section()], 0


def _many(_: argparse.Namespace) -> tuple[list[str], int]:
    """Many people at once, over the HTTP API and on the page."""
    from benchmarks.load import CLIENTS, SECONDS, load_section, measured_loads

    busy = _load()
    loads = measured_loads(SECONDS, CLIENTS, CLIENTS if shutil.which("chromium") else 0)
    return [load_section(loads, busy)], sum(len(load.faults) for _, load in loads)


def _page(_: argparse.Namespace) -> tuple[list[str], int]:
    """What a person waits for on the page, where there is a browser."""
    from benchmarks.page_times import page_section, page_waits

    busy = _load()
    return [page_section(page_waits(), busy)] if shutil.which("chromium") else [], 0


# The answers first: their first search by meaning is timed before anything has loaded torch.
_PARTS: dict[str, Callable[[argparse.Namespace], tuple[list[str], int]]] = {
    "answers": _answers,
    "ingest": _ingest,
    "reading": _reading,
    "shapes": _shapes,
    "corpus": _corpus,
    "bulletins": _bulletins,
    "load": _many,
    "page": _page,
}


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
