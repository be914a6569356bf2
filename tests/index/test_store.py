import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import LibraryError
from index.store import RelationalStore, generation, one_of, set_meta
from index.tables import SCHEMA_VERSION


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rolebook.sqlite3"


def opened(file: Path) -> RelationalStore:
    return RelationalStore(f"sqlite:///{file}")


def test_a_write_that_fails_leaves_nothing_and_no_new_generation(file: Path) -> None:
    store = opened(file)

    def fail() -> None:
        with store.writing() as connection:
            set_meta(connection, "half", "done")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        fail()
    with store.reading() as connection:
        assert generation(connection) == 0
    store.close()


def test_each_write_is_a_new_generation_that_other_connections_see(file: Path) -> None:
    one, other = opened(file), opened(file)
    with one.writing():
        pass
    with other.reading() as connection:
        assert generation(connection) == 1
    one.close()
    other.close()


@pytest.mark.parametrize("version", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1])
def test_a_library_of_another_schema_version_is_refused_in_one_sentence(file: Path, version: int) -> None:
    store = opened(file)
    with store.writing() as connection:
        set_meta(connection, "schema_version", str(version))
    store.close()
    with pytest.raises(LibraryError, match=f"schema version {version}, and this version of Rolebook reads"):
        opened(file)


def test_a_file_that_is_no_database_is_refused_in_one_sentence(file: Path) -> None:
    file.write_text("not a database, but long enough to be looked at as one" * 20)
    with pytest.raises(LibraryError, match="cannot be used: file is not a database"):
        opened(file)


def test_another_database_than_sqlite_is_refused() -> None:
    with pytest.raises(LibraryError, match="keeps its library in SQLite"):
        RelationalStore("postgresql://somewhere/rolebook")


def test_the_store_writes_ahead_and_holds_references(file: Path) -> None:
    store = opened(file)
    with store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    store.close()
    with closing(sqlite3.connect(file)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_any_number_of_values_can_be_chosen_from(file: Path) -> None:
    store = opened(file)
    with store.reading() as connection:
        values = [f"value-{number}" for number in range(100_000)]
        assert len(connection.execute(one_of(values)).all()) == len(values)
    store.close()
