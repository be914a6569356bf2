"""Libraries in temporary folders, with the real stores and the real model."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Library, LibrarySettings

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def settings(tmp_path: Path) -> LibrarySettings:
    return LibrarySettings(library=tmp_path / "library")


@pytest.fixture
def library(settings: LibrarySettings) -> Iterator[Library]:
    with Library.open(settings) as opened:
        yield opened


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """A folder of a test's own with three samples."""
    folder = tmp_path / "specs"
    folder.mkdir()
    for name in ("accountant-ii.txt", "firefighter.txt", "custodian.txt"):
        shutil.copy(SAMPLES / name, folder)
    return folder


@pytest.fixture(scope="session")
def samples_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """All samples, embedded: for tests that change nothing."""
    with Library.open(LibrarySettings(library=tmp_path_factory.mktemp("samples") / "library")) as opened:
        opened.ingest([SAMPLES])
        yield opened
