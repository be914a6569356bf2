"""A library that holds the samples, and an assistant over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from index import Library, LibrarySettings

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
