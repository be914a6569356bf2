import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Question
from index import HeldSpec, Hit, Library, LibrarySettings
from tests.index.conftest import SAMPLES

ROOT = Path(__file__).parents[2]
NAMES = ("accountant-ii.txt", "custodian.txt", "firefighter.txt", "librarian.txt")
QUERIES = ("Who puts out fires?", "mopping floors", "a bachelor's degree", "standing frequently")
QUESTIONS = (
    "How often does the firefighter climb?",
    "What are the physical demands of the custodian?",
    "Does the custodian shovel snow?",
    "Who does the Accountant II report to?",
    "what does the librarian tell the public about programs",
)
KILLS_OF_EACH = 10


@dataclass(frozen=True)
class Content:
    """Everything that a library answers from, and some of its answers."""

    specs: tuple[HeldSpec, ...]
    lexical: tuple[tuple[Hit, ...], ...]
    dense: tuple[tuple[Hit, ...], ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Begun:
    """The files to ingest, the library to ingest them into, how many moments that has, and what it comes to."""

    specs: Path
    library: Path
    moments: int
    content: Content


def content(library: Library) -> Content:
    return Content(
        tuple(library.held(entry.spec_id) for entry in library.entries()),
        tuple(tuple(library.lexical(query, limit=20)) for query in QUERIES),
        tuple(tuple(library.dense(query, limit=20)) for query in QUERIES),
        tuple(replace(Assistant(library).ask(Question(asked)), elapsed_ms=0.0) for asked in QUESTIONS),
    )


def ingest_and_die(library: Path, specs: Path, moment: int) -> subprocess.CompletedProcess[str]:
    arguments = [sys.executable, "-m", "tests.index.killed_ingest", str(library), str(specs), str(moment)]
    return subprocess.run(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)


@pytest.fixture(scope="module", params=["new specs", "changed specs"])
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    folder = tmp_path_factory.mktemp("crash")
    specs, library, undisturbed = folder / "specs", folder / "library", folder / "undisturbed"
    specs.mkdir()
    library.mkdir()
    if request.param == "changed specs":
        for name in NAMES:
            (specs / name).write_bytes((SAMPLES / name).read_bytes().replace(b"City", b"Town"))
        with Library.open(LibrarySettings(library=library)) as earlier:
            earlier.ingest([specs])
    for name in NAMES:
        shutil.copy(SAMPLES / name, specs)
    shutil.copytree(library, undisturbed)
    finished = ingest_and_die(undisturbed, specs, 0)
    with Library.open(LibrarySettings(library=undisturbed)) as opened:
        assert opened.doctor().clean
        return Begun(specs, library, int(finished.stdout), content(opened))


@pytest.mark.parametrize("kill", range(KILLS_OF_EACH))
def test_an_ingest_killed_at_any_moment_is_made_good_by_the_next(begun: Begun, kill: int, tmp_path: Path) -> None:
    library = tmp_path / "library"
    shutil.copytree(begun.library, library)
    moment = 1 + begun.moments * (2 * kill + 1) // (2 * KILLS_OF_EACH)
    assert ingest_and_die(library, begun.specs, moment).returncode == -signal.SIGKILL
    with Library.open(LibrarySettings(library=library)) as survived:
        assert not survived.ingest([begun.specs]).failed
        assert survived.doctor().clean
        assert content(survived) == begun.content
