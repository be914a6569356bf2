"""The files behind the specs of the relational store: what is noted of each, and its text and boxes, held once."""

import json
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from index import tables
from index.entries import Reading
from ingest.model import Box, Source

SOURCE_COLUMNS = ("path", "sha256", "format", "encoding", "text")


@dataclass(frozen=True, slots=True)
class HeldSource:
    """What is noted of the file behind a held document; ``spec_id`` is the document's own."""

    spec_id: str
    path: str
    sha256: str
    given_agency: str | None
    reader_version: int


def held_sources(connection: Connection) -> dict[str, HeldSource]:
    """The sources of all documents, by path."""
    source = tables.sources.c
    columns = (source.document_id, source.path, source.sha256, source.given_agency, source.reader_version)
    return {row.path: HeldSource(*row) for row in connection.execute(select(*columns))}


def readings(connection: Connection) -> dict[str, Reading]:
    """How each document was last read, by its id."""
    source = tables.sources.c
    columns = (source.document_id, source.format, source.reader_version, tables.readings.c.read_at)
    rows = connection.execute(select(*columns).outerjoin_from(tables.sources, tables.readings))
    return {
        row.document_id: Reading(
            row.format, row.reader_version, datetime.fromisoformat(row.read_at) if row.read_at else None
        )
        for row in rows
    }


def source_row(held_as: str, source: Source, given_agency: str | None, reader_version: int) -> dict[str, Any]:
    """The row of a source in its table: once for a document, whatever classes its series has."""
    boxes = [[getattr(box, field.name) for field in fields(Box)] for box in source.boxes]
    return {
        "document_id": held_as,
        **{name: getattr(source, name) for name in SOURCE_COLUMNS},
        "text_sha256": _text_digest(source.text),
        "given_agency": given_agency,
        "reader_version": reader_version,
        "boxes": json.dumps(boxes, separators=(",", ":")) if boxes else None,
    }


def boxes(connection: Connection, held_as: str) -> tuple[Box, ...]:
    """The boxes of the source of a spec; empty where it has none or nothing is held under that id."""
    chosen = select(tables.sources.c.boxes).join(tables.specs).where(tables.specs.c.spec_id == held_as)
    stored = connection.execute(chosen).scalar()
    return tuple(Box(*sides) for sides in json.loads(stored or "[]"))


def altered(connection: Connection) -> list[str]:
    """The ids of documents whose stored text is not the one that was put."""
    source = tables.sources.c
    rows = connection.execute(select(source.document_id, source.text, source.text_sha256))
    return sorted(row.document_id for row in rows if _text_digest(row.text) != row.text_sha256)


def _text_digest(source_text: str) -> str:
    return sha256(source_text.encode("utf-8")).hexdigest()
