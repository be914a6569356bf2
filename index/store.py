"""The relational store as a place of transactions: opened, checked, read and written whole.

What is in it is the subject of ``store_specs``, ``store_search`` and ``store_vectors``.
"""

import json
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Select, create_engine, event, func, insert, inspect, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from index.errors import LibraryError
from index.tables import LEXICAL_INDEX, SCHEMA_VERSION, library_meta, metadata, readings

BUSY_TIMEOUT_MS = 30_000
# Pages of 4 KB to be written ahead before they are moved into the database, which waits for the disk: at SQLite's
# own 1 000 an ingest waited after every second spec, for a third of its time in the database.
_PAGES_AHEAD = 8_000
_WRITES = "rolebook_writes"


class RelationalStore:
    """One library's relational store."""

    def __init__(self, url: str) -> None:
        """Open the store at an SQLAlchemy URL, and make it where there is none.

        Raises:
            LibraryError: it is no SQLite URL, cannot be opened, or has another schema version.
        """
        if not url.startswith("sqlite"):
            raise LibraryError("This version of Rolebook keeps its library in SQLite; the database URL names another.")
        self._where = url
        try:
            self._engine = create_engine(make_url(url))
            event.listen(self._engine, "connect", _prepare)
            event.listen(self._engine, "begin", _begin)
            self._make_or_check()
        except SQLAlchemyError as error:
            raise self._translated(error) from error

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store from its first read on.

        Raises:
            LibraryError: the store cannot be read.
        """
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise self._translated(error) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that goes in whole, or not at all where the block raises; it starts a new generation.

        Raises:
            LibraryError: the store cannot be written.
        """
        try:
            with self._writing_engine().begin() as connection:
                yield connection
                set_meta(connection, "generation", str(generation(connection) + 1))
        except SQLAlchemyError as error:
            raise self._translated(error) from error

    def _writing_engine(self) -> Engine:
        return self._engine.execution_options(**{_WRITES: True})

    def _make_or_check(self) -> None:
        if not inspect(self._engine).has_table(library_meta.name):
            with self._writing_engine().begin() as connection:
                _make(connection)
        with self._engine.begin() as connection:
            version = meta(connection, "schema_version")
        if version != str(SCHEMA_VERSION):
            raise LibraryError(
                f"The library at {self._where} has schema version {version}, and this version of Rolebook reads "
                f"{SCHEMA_VERSION}: use the version that made it, or ingest the files into a new library."
            )
        if not inspect(self._engine).has_table(readings.name):
            with self._writing_engine().begin() as connection:
                readings.create(connection, checkfirst=True)

    def _translated(self, error: SQLAlchemyError) -> LibraryError:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        return LibraryError(f"The library at {self._where} cannot be used: {reason}.")


def meta(connection: Connection, key: str) -> str | None:
    """What the library notes about itself under a key."""
    value: str | None = connection.execute(select(library_meta.c.value).where(library_meta.c.key == key)).scalar()
    return value


def set_meta(connection: Connection, key: str, value: str) -> None:
    """Note something about the library under a key."""
    changed = connection.execute(update(library_meta).where(library_meta.c.key == key).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(library_meta).values(key=key, value=value))


def generation(connection: Connection) -> int:
    """The number of writes so far: what was read under the same number is still so."""
    return int(meta(connection, "generation") or 0)


def one_of(values: Collection[str]) -> Select[tuple[str]]:
    """Values to choose from, however many: a statement has a limited number of parameters, and this takes one."""
    return select(func.json_each(json.dumps(sorted(values))).table_valued("value").c.value)


def _make(connection: Connection) -> None:
    """Make the tables, unless another process has made them since we looked."""
    metadata.create_all(connection)
    if connection.execute(select(func.count()).select_from(library_meta)).scalar():
        return
    for statement in LEXICAL_INDEX:
        connection.execute(text(statement))
    notes = {"schema_version": str(SCHEMA_VERSION), "library_id": uuid.uuid4().hex[:12], "generation": "0"}
    connection.execute(insert(library_meta), [{"key": key, "value": value} for key, value in notes.items()])


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection has no common type
    """Set a new connection up; SQLAlchemy, not the driver, says when a transaction begins (see ``_begin``)."""
    connection.isolation_level = None
    pragmas = {
        "journal_mode": "WAL",
        "synchronous": "NORMAL",
        "foreign_keys": "ON",
        "busy_timeout": BUSY_TIMEOUT_MS,
        "wal_autocheckpoint": _PAGES_AHEAD,
    }
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name}={value}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once where something will be written: a lock asked for later can be refused."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
