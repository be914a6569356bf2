"""A library of two specs, and the staff's routes over it alone: no page, and no embedding model."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index import Library, LibrarySettings
from tests.ui.conftest import SAMPLES
from ui.routes.staff import staff_routes
from ui.staff import Desk, PasswordHash, open_desk
from ui.staff.work import Overview, Work

PASSWORD = "correct horse battery staple"
PASSWORD_HASH = PasswordHash.of(PASSWORD)
HOST = "rolebook.example"
ORIGIN = {"Origin": f"http://{HOST}"}
SPEC = (SAMPLES / "custodian.txt").read_bytes()
PATIENCE_S = 60


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Two specs, added on the server itself; what is shown here needs no vectors, and they are not to be had."""
    monkeypatch.setattr("index.dense.find_spec", lambda _: None)
    (tmp_path / "specs").mkdir()
    for name in ("firefighter.txt", "librarian.txt"):
        shutil.copy(SAMPLES / name, tmp_path / "specs")
    with Library.open(LibrarySettings(library=tmp_path / "library")) as opened:
        opened.ingest([tmp_path / "specs"])
        yield opened


@contextmanager
def served(desk: Desk, *, host: str = HOST, address: str = "192.0.2.7") -> Iterator[TestClient]:
    """Whoever asks from an address, of a server that is called by that name; not signed in."""
    server = FastAPI()
    server.include_router(staff_routes(desk))
    with TestClient(server, base_url=f"http://{host}", client=(address, 50_000), headers=ORIGIN) as client:
        yield client


@pytest.fixture
def desk(library: Library) -> Desk:
    return open_desk(library, PASSWORD_HASH, "0.0.0.0")


@pytest.fixture
def visitor(desk: Desk) -> Iterator[TestClient]:
    """Somebody who is not signed in."""
    with served(desk) as client:
        yield client


@pytest.fixture
def staff(visitor: TestClient) -> TestClient:
    """Somebody who is signed in."""
    assert visitor.post("/staff/sign-in", json={"password": PASSWORD}).status_code == 200
    return visitor


def finished(work: Work) -> Overview:
    """How the work stands when all of it is done."""
    return until(work, lambda overview: overview.at_hand is None and not overview.waiting)


def until(work: Work, is_so: Callable[[Overview], bool]) -> Overview:
    """How the work stands when something is so of it."""
    end = time.monotonic() + PATIENCE_S
    while not is_so(overview := work.overview()):
        assert time.monotonic() < end, overview
        time.sleep(0.02)
    return overview


def send(client: TestClient, name: str, content: bytes = SPEC, batch: str = "one") -> int:
    """Send a file; the status that comes back."""
    return client.post("/staff/files", params={"name": name, "batch": batch}, content=content).status_code
