from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index import store_specs, store_vectors
from index.store import RelationalStore
from tests.index.spec_factory import lamplighter


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RelationalStore]:
    opened = RelationalStore(f"sqlite:///{tmp_path / 'rolebook.sqlite3'}")
    with opened.writing() as connection:
        store_vectors.adopt(connection, "model")
    put(opened, "lamp")
    yield opened
    opened.close()


def put(store: RelationalStore, spec_id: str, passages: int = 2) -> None:
    spec = lamplighter(f"/specs/{spec_id}.txt")
    with store.writing() as connection:
        store_specs.put(
            connection,
            spec_id,
            [replace(spec, passages=spec.passages[:passages])],
            given_agency=None,
            reader_version=1,
            fingerprint="model",
        )


def counts(store: RelationalStore) -> dict[str, int]:
    with store.reading() as connection:
        return store_vectors.counts(connection)


def hold_all(store: RelationalStore) -> None:
    with store.writing() as connection:
        pending = store_vectors.in_state(connection, "pending")
        store_vectors.mark(connection, pending, before="pending", after="held")


def test_passages_of_one_text_want_one_vector(store: RelationalStore) -> None:
    put(store, "lamp-again")
    with store.reading() as connection:
        assert len(store_vectors.pending_texts(connection)) == 2
        assert store_vectors.passages_in_state(connection, "pending") == 4


def test_a_vector_stays_while_another_passage_wants_it(store: RelationalStore) -> None:
    put(store, "lamp-again", passages=1)
    hold_all(store)
    with store.writing() as connection:
        store_specs.remove(connection, ["lamp"])
    assert counts(store) == {"held": 1, "discarded": 1}


def test_a_spec_replaced_by_itself_keeps_its_vectors(store: RelationalStore) -> None:
    hold_all(store)
    put(store, "lamp")
    assert counts(store) == {"held": 2}


def test_a_vector_discarded_while_it_was_computed_is_not_held(store: RelationalStore) -> None:
    with store.reading() as connection:
        pending = store_vectors.in_state(connection, "pending")
    with store.writing() as connection:
        store_specs.remove(connection, ["lamp"])
        store_vectors.mark(connection, pending, before="pending", after="held")
    assert counts(store) == {"discarded": 2}


def test_another_model_wants_every_vector_anew(store: RelationalStore) -> None:
    hold_all(store)
    with store.writing() as connection:
        before = store_vectors.passages_by_vector(connection).keys()
        store_vectors.adopt(connection, "another model")
        assert store_vectors.passages_by_vector(connection).keys().isdisjoint(before)
    assert counts(store) == {"pending": 2}
