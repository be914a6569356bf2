from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from index import store_sources, store_specs
from index.store import RelationalStore
from index.tables import metadata
from ingest.model import ClassSpec
from tests.index.spec_factory import lamp_clerks, lamplighter


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RelationalStore]:
    opened = RelationalStore(f"sqlite:///{tmp_path / 'rolebook.sqlite3'}")
    yield opened
    opened.close()


def put(store: RelationalStore, spec_id: str, *specs: ClassSpec) -> None:
    with store.writing() as connection:
        store_specs.put(connection, spec_id, specs, given_agency=None, reader_version=1, fingerprint="model")


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


def test_a_series_is_held_with_its_members_and_one_text(store: RelationalStore) -> None:
    put(store, "clerks", *lamp_clerks())
    with store.reading() as connection:
        assert store_specs.documents(connection) == {"clerks": "clerks", "clerks-0": "clerks", "clerks-1": "clerks"}
        read = [store_specs.read(connection, spec_id) for spec_id in store_specs.documents(connection)]
        texts = connection.execute(text("SELECT count(*) FROM sources")).scalar()
    assert read == [replace(spec, source=replace(spec.source, boxes=())) for spec in lamp_clerks()]
    assert texts == 1


def test_the_boxes_of_a_source_are_read_as_they_were_put(store: RelationalStore) -> None:
    put(store, "clerks", *lamp_clerks())
    put(store, "lamp", lamplighter())
    with store.reading() as connection:
        for spec_id in ("clerks", "clerks-1"):
            assert store_sources.boxes(connection, spec_id) == lamp_clerks()[0].source.boxes
        assert store_sources.boxes(connection, "lamp") == ()


def test_members_that_a_new_reading_no_longer_has_are_gone(store: RelationalStore) -> None:
    put(store, "clerks", *lamp_clerks())
    put(store, "clerks", *lamp_clerks(members=1))
    with store.reading() as connection:
        assert list(store_specs.documents(connection)) == ["clerks", "clerks-0"]
        assert connection.execute(text("SELECT DISTINCT spec_id FROM passages ORDER BY 1")).scalars().all() == [
            "clerks",
            "clerks-0",
        ]


def test_a_series_removed_leaves_none_of_its_members(store: RelationalStore) -> None:
    put(store, "clerks", *lamp_clerks())
    with store.writing() as connection:
        store_specs.remove(connection, ["clerks"])
        assert store_specs.documents(connection) == {}
        assert store_specs.entries(connection) == []
        assert connection.execute(text("SELECT count(*) FROM facts")).scalar() == 0
        assert connection.execute(text("SELECT DISTINCT state FROM vectors")).scalars().all() == ["discarded"]


def test_the_entries_of_a_series_say_whose_members_they_are(store: RelationalStore) -> None:
    put(store, "clerks", *lamp_clerks())
    with store.reading() as connection:
        entries = {entry.spec_id: entry for entry in store_specs.entries(connection)}
    assert [(each.series, each.place) for each in entries.values()] == [(None, None), ("clerks", 0), ("clerks", 1)]
    assert [member.title for member in entries["clerks"].members] == ["Lamp Clerk I", "Lamp Clerk II"]


def test_a_text_that_was_altered_in_the_store_is_noticed(store: RelationalStore) -> None:
    put(store, "lamp", lamplighter())
    with store.writing() as connection:
        assert store_sources.altered(connection) == []
        connection.execute(text("UPDATE sources SET text = text || ' '"))
        assert store_sources.altered(connection) == ["lamp"]
