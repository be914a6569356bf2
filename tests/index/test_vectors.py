import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index import LibrarySettings, VectorsUnavailable
from index.ranking import Vectors
from index.vectors import MOST_AT_ONCE, VectorStore


@pytest.fixture
def settings(tmp_path: Path) -> LibrarySettings:
    return LibrarySettings(library=tmp_path)


@pytest.fixture
def store(settings: LibrarySettings) -> Iterator[VectorStore]:
    with closing(VectorStore(settings, settings.library.name, "model")) as opened:
        yield opened


def vectors(number: int) -> list[tuple[str, Vectors]]:
    made = np.random.default_rng(7).normal(size=(number, 384)).astype(np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    return [(f"{place:032x}", vector) for place, vector in enumerate(made)]


def test_vectors_are_held_read_and_deleted_by_their_ids(store: VectorStore) -> None:
    computed = vectors(20)
    store.add(computed)
    ids = [each for each, _ in computed]
    assert store.ids() == set(ids)
    read = store.vectors([*ids[:5], "unknown"])
    assert set(read) == set(ids[:5])
    assert all(np.allclose(read[each], vector, atol=1e-6) for each, vector in computed[:5])
    store.delete([*ids[:19], "unknown"])
    assert store.ids() == {ids[19]}


def test_a_vector_added_again_stays_one_and_the_same(store: VectorStore) -> None:
    computed = vectors(3)
    store.add(computed)
    before = store.vectors([computed[0][0]])
    store.add(computed)
    assert len(store.ids()) == 3
    after = store.vectors([computed[0][0]])
    assert all(np.array_equal(before[each], after[each]) for each in before)


def test_nothing_is_found_added_or_deleted_where_there_is_nothing(store: VectorStore) -> None:
    store.add([])
    store.delete([])
    assert store.vectors([]) == {}
    assert store.ids() == set()
    assert store.nearest(vectors(1)[0][1], 5) == []


def test_the_nearest_vectors_are_found(store: VectorStore) -> None:
    computed = vectors(50)
    store.add(computed)
    assert store.nearest(computed[7][1], 3)[0] == computed[7][0]
    assert len(store.nearest(computed[7][1], 500)) == 50


def test_vectors_of_another_model_are_dropped_and_those_of_another_library_stay(settings: LibrarySettings) -> None:
    for library_id, model in [("one", "old"), ("other", "old")]:
        with closing(VectorStore(settings, library_id, model)) as store:
            store.add(vectors(2))
    with closing(VectorStore(settings, "one", "new")) as store:
        assert store.ids() == set()
    for library_id, left in [("one", 0), ("other", 2)]:
        with closing(VectorStore(settings, library_id, "old")) as store:
            assert len(store.ids()) == left


def test_more_vectors_than_chroma_takes_at_once_are_held(tmp_path: Path) -> None:
    with closing(VectorStore(LibrarySettings(library=tmp_path), "library", "model")) as store:
        computed = vectors(MOST_AT_ONCE + 700)
        store.add(computed)
        assert len(store.vectors([each for each, _ in computed])) == len(computed)


def test_the_embedded_store_belongs_to_one_owner_at_a_time(tmp_path: Path) -> None:
    settings = LibrarySettings(library=tmp_path)
    with (
        closing(VectorStore(settings, "library", "model")),
        pytest.raises(VectorsUnavailable, match="Another process owns the vectors"),
    ):
        VectorStore(settings, "library", "model")
    VectorStore(settings, "library", "model").close()


def test_a_damaged_store_is_said_in_one_sentence_and_its_lock_let_go(tmp_path: Path) -> None:
    settings = LibrarySettings(library=tmp_path)
    settings.vectors_folder.mkdir()
    (settings.vectors_folder / "chroma.sqlite3").write_bytes(b"no database at all" * 100)
    for _ in range(2):
        with pytest.raises(VectorsUnavailable, match=r"The vector store at .* cannot be used: "):
            VectorStore(settings, "library", "model")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A Chroma server of its own."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    start = "from chromadb.cli.cli import app; app()"
    arguments = ["run", "--host", "127.0.0.1", "--port", port, "--path", str(tmp_path / "server")]
    with subprocess.Popen([sys.executable, "-c", start, *arguments], stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            with closing(socket.socket()) as asking:
                if asking.connect_ex(("127.0.0.1", int(port))) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        process.kill()


USE_OF_A_SERVER = """
import sys
from contextlib import closing
from pathlib import Path
from index import LibrarySettings
from index.vectors import VectorStore
from tests.index.test_vectors import vectors

settings = LibrarySettings(library=Path(sys.argv[1]), chroma_url=sys.argv[2])
with closing(VectorStore(settings, "library", "model")) as store:
    computed = vectors(9)
    store.add(computed)
    ids = [each for each, _ in computed]
    assert store.ids() == set(ids) == set(store.vectors(ids))
    assert store.nearest(computed[4][1], 2)[0] == ids[4]
    store.delete(ids[:8])
    assert store.ids() == {ids[8]}
"""


def test_a_server_holds_vectors_as_a_folder_does(server: str, tmp_path: Path) -> None:
    """In a process of its own: Chroma's client never closes its connections, which pytest takes for a fault here."""
    subprocess.run(
        [sys.executable, "-c", USE_OF_A_SERVER, str(tmp_path), server], check=True, cwd=Path(__file__).parents[2]
    )


def test_a_server_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    settings = LibrarySettings(library=tmp_path, chroma_url="http://127.0.0.1:9")
    with pytest.raises(VectorsUnavailable, match=r"The vector store at http://127\.0\.0\.1:9 cannot be used: "):
        VectorStore(settings, "library", "model")
