"""A library that holds the samples, and an assistant over it; questions to an invented town."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from benchmarks.verify import Sources
from index import Library, LibrarySettings
from tests.assistant.town import write_specs
from tests.assistant.verifying import Asking, sources_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(LibrarySettings(library=tmp_path_factory.mktemp("samples"))) as held:
        report = held.ingest([SAMPLES])
        assert not report.failed
        assert report.vectors_pending == 0, report.vectors_note
        yield held


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    return Assistant(library)


@pytest.fixture(scope="session")
def sources(library: Library) -> Sources:
    return sources_of(library)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    """Questions to the invented town's specs, which are found by words alone: there is no model to load."""
    folder = tmp_path_factory.mktemp("town")
    write_specs(folder)
    settings = LibrarySettings(library=tmp_path_factory.mktemp("library"), embedding_model=str(folder / "none"))
    with Library.open(settings) as held:
        assert not held.ingest([folder]).failed
        yield Asking(held)
