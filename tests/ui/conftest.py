"""A library ingested from the samples, the command line run in this process, and a server of its own."""

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from index import Library, LibrarySettings
from ingest import find_files
from tests.assistant.town import write_specs
from tests.ui.comparing import Comparing
from ui.cli import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
SAMPLE_FILES = find_files([SAMPLES])[0]
SEED_TITLE = "Utility Customer Service Manager"
SEED_FILE = SAMPLES / "utility-customer-service-manager.txt"


@dataclass(frozen=True)
class Outcome:
    status: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        return self.stdout.decode()

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is of any shape; the schemas say which
        return json.loads(self.stdout)


Rolebook = Callable[..., Outcome]


def rolebook_at(folder: Path) -> Rolebook:
    """The command line over one library folder, run in this process."""

    def run(*arguments: str | Path) -> Outcome:
        printed, said = io.BytesIO(), io.BytesIO()
        with redirect_stdout(io.TextIOWrapper(printed)) as stdout, redirect_stderr(io.TextIOWrapper(said)) as stderr:
            status = main(["--library", str(folder), *(str(argument) for argument in arguments)])
            stdout.flush()
            stderr.flush()
        return Outcome(status, printed.getvalue(), said.getvalue().decode())

    return run


@pytest.fixture(scope="session")
def library_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the samples; a test that changes it takes a copy."""
    folder = tmp_path_factory.mktemp("held") / "library"
    outcome = rolebook_at(folder)("ingest", SAMPLES, "--json")
    assert outcome.status == 0, outcome.stderr
    return folder


@pytest.fixture
def rolebook(library_folder: Path) -> Rolebook:
    """The command line over the samples, for commands that change nothing."""
    return rolebook_at(library_folder)


@pytest.fixture
def rolebook_copy(library_folder: Path, tmp_path: Path) -> Rolebook:
    """The command line over a copy of the samples' library that a test may change."""
    return rolebook_at(shutil.copytree(library_folder, tmp_path / "library"))


@pytest.fixture
def empty_rolebook(tmp_path: Path) -> Rolebook:
    """The command line over a library that holds nothing yet."""
    return rolebook_at(tmp_path / "library")


@pytest.fixture(scope="session")
def comparing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Comparing]:
    """Comparisons of an invented town's specs and of one of another form; found by words alone: no model is loaded."""
    folder = tmp_path_factory.mktemp("town")
    write_specs(folder)
    settings = LibrarySettings(library=tmp_path_factory.mktemp("compared"), embedding_model=str(folder / "none"))
    with Library.open(settings) as library:
        assert not library.ingest([folder, SAMPLES / "hydrographer.txt"]).failed
        yield Comparing(library)


@pytest.fixture(scope="session")
def address(library_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over its own copy of the samples' library: one process owns a library's vectors."""
    folder = shutil.copytree(library_folder, tmp_path_factory.mktemp("served") / "library")
    command = [sys.executable, "-m", "ui", "--library", str(folder), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        announced = server.stdout.readline()
        try:
            yield announced.split()[3]
        finally:
            server.terminate()


def check(schema: str, content: object) -> None:
    """Hold a JSON object against a schema of the contract."""
    with (ROOT / "schemas" / f"{schema}.schema.json").open() as file:
        jsonschema.Draft202012Validator(json.load(file)).validate(content)
