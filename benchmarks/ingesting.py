"""Times ingest against the peer on the same documents, and says where the time goes. Importing it loads torch."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from unittest.mock import patch

from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from sqlalchemy import Connection

from benchmarks.answering import own_settings
from benchmarks.peer import peer_index, use_all_processors
from index import Library, token_counter
from index.embedding import FixedShapeEmbedding
from index.model_files import precision
from index.store import RelationalStore
from index.vectors import VectorStore
from ingest import ReadingProcess, read_specs

Precision = Literal["bfloat16", "float32"]
READING, EMBEDDING, CHROMA, SQLITE = "reading the files", "tokenising and embedding", "Chroma", "SQLite and FTS5"


@dataclass(frozen=True, slots=True)
class Ingested:
    """One timed ingest: seconds in all, and of those the seconds of each part."""

    seconds: float
    parts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Alternating ingests of the same documents: round by round, in seconds.

    ``reading`` is the reading alone, in this process, of the same documents.
    """

    documents: int
    rolebook: dict[Precision, list[Ingested]]
    peer: list[float]
    reading: list[float]


def compare(files: Sequence[Path], model: HuggingFaceEmbedding, rounds: int) -> Comparison:
    """Ingest the files by turns with Rolebook and the peer, each with its model loaded and warm before the clock."""
    computed_in = precisions()
    warming = files[: max(1, len(files) // 5)]
    for each in computed_in:
        _ingest(warming, each)
    _ingest_with_peer(warming, model)
    compared = Comparison(len(files), {each: [] for each in computed_in}, [], [])
    for _ in range(rounds):
        compared.reading.append(_read(files))
        compared.rolebook[computed_in[0]].append(_ingest(files, computed_in[0]))
        compared.peer.append(_ingest_with_peer(files, model))
        for each in computed_in[1:]:
            compared.rolebook[each].append(_ingest(files, each))
    return compared


def precisions() -> tuple[Precision, ...]:
    """Those that this processor computes in."""
    return ("bfloat16", "float32") if precision(own_settings(Path())) == "bfloat16" else ("float32",)


def _ingest(files: Sequence[Path], in_precision: Precision) -> Ingested:
    with TemporaryDirectory() as folder:
        settings = own_settings(Path(folder)).model_copy(update={"precision": in_precision})
        with Library.open(settings) as library:
            library.similarities("This loads the model", ["and warms it up."])
            with _clocked_parts() as parts:
                began = time.perf_counter()
                report = library.ingest(files)
                seconds = time.perf_counter() - began
    if report.ingested != len(files) or report.vectors_pending:
        raise RuntimeError(f"Not everything was ingested: {report.failed or report.vectors_note}")
    return Ingested(seconds, parts)


def _read(files: Sequence[Path]) -> float:
    count_tokens = token_counter()
    began = time.perf_counter()
    for file in files:
        read_specs(file, count_tokens=count_tokens)
    return time.perf_counter() - began


def _ingest_with_peer(files: Sequence[Path], model: HuggingFaceEmbedding) -> float:
    use_all_processors()
    began = time.perf_counter()
    with peer_index(model, files):
        return time.perf_counter() - began


@contextmanager
def _clocked_parts() -> Iterator[dict[str, float]]:
    """Adds up the seconds that pass in each part of an ingest, as long as the context lasts."""
    parts = dict.fromkeys((READING, SQLITE, EMBEDDING, CHROMA), 0.0)
    computed, written = FixedShapeEmbedding.in_batches, RelationalStore.writing

    @contextmanager
    def clock(part: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            parts[part] += time.perf_counter() - began

    # Batches come one by one while Chroma is written in between: only the waiting for each is embedding.
    def in_batches(*arguments: Any, **options: Any) -> Iterator[object]:  # noqa: ANN401 - passed on as it comes
        batches = computed(*arguments, **options)
        while True:
            with clock(EMBEDDING):
                batch = next(batches, None)
            if batch is None:
                return
            yield batch

    @contextmanager
    def writing(store: RelationalStore) -> Iterator[Connection]:
        with clock(SQLITE), written(store) as connection:
            yield connection

    with ExitStack() as clocks:
        clocks.enter_context(_clocked_call(ReadingProcess, "read", lambda: clock(READING)))
        for method in ("__init__", "ids", "add"):
            clocks.enter_context(_clocked_call(VectorStore, method, lambda: clock(CHROMA)))
        clocks.enter_context(patch.object(FixedShapeEmbedding, "in_batches", in_batches))
        clocks.enter_context(patch.object(RelationalStore, "writing", writing))
        yield parts


def _clocked_call(
    owner: object, name: str, clock: Callable[[], AbstractContextManager[None]]
) -> AbstractContextManager[object]:
    original = getattr(owner, name)

    def call(*arguments: Any, **options: Any) -> object:  # noqa: ANN401 - passed on as it comes
        with clock():
            return original(*arguments, **options)

    return patch.object(owner, name, call)
