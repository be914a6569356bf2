from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from index import store_specs
from index.store import RelationalStore
from index.tables import metadata
from ingest.model import ClassSpec
from tests.index.spec_factory import lamplighter


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RelationalStore]:
    opened = RelationalStore(f"sqlite:///{tmp_path / 'rolebook.sqlite3'}")
    yield opened
    opened.close()


def put(store: RelationalStore, spec_id: str, spec: ClassSpec) -> None:
    with store.writing() as connection:
        store_specs.put(connection, spec_id, spec, given_agency=None, reader_version=1, fingerprint="model")


def test_a_spec_is_read_as_it_was_put(store: RelationalStore) -> None:
    put(store, "lamp", lamplighter())
    with store.reading() as connection:
        assert store_specs.read(connection, "lamp") == lamplighter()
        assert store_specs.read(connection, "other") is None


def test_a_spec_put_again_replaces_the_first_whole(store: RelationalStore) -> None:
    put(store, "lamp", lamplighter())
    shorter = replace(lamplighter(), facts=(), passages=lamplighter().passages[:1], issues=())
    put(store, "lamp", shorter)
    with store.reading() as connection:
        assert store_specs.read(connection, "lamp") == shorter


def test_an_entry_tells_who_a_spec_is(store: RelationalStore) -> None:
    put(store, "lamp", lamplighter())
    with store.reading() as connection:
        (entry,) = store_specs.entries(connection)
    spec = lamplighter()
    assert (entry.spec_id, entry.title, entry.code, entry.agency) == ("lamp", spec.title, spec.code, spec.agency)
    assert (entry.members, entry.issues, entry.form) == (spec.members, spec.issues, spec.form)
    assert (entry.path, entry.sha256, entry.revision) == (spec.source.path, spec.source.sha256, "2001-05")


def test_a_spec_removed_leaves_no_row_in_any_table(store: RelationalStore) -> None:
    put(store, "lamp", lamplighter())
    with store.writing() as connection:
        store_specs.remove(connection, ["lamp"])
    with store.reading() as connection:
        left = {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar()
            for table in [*metadata.tables, "lexical_index_docsize"]
            if table not in {"library_meta", "vectors"}
        }
        states = connection.execute(text("SELECT DISTINCT state FROM vectors")).scalars().all()
    assert not any(left.values()), left
    assert states == ["discarded"]


def test_a_text_that_was_altered_in_the_store_is_noticed(store: RelationalStore) -> None:
    put(store, "lamp", lamplighter())
    with store.writing() as connection:
        assert store_specs.altered(connection) == []
        connection.execute(text("UPDATE specs SET text = text || ' '"))
        assert store_specs.altered(connection) == ["lamp"]
