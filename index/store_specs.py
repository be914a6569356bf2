"""Specs in the relational store: a document goes in, is replaced and goes out whole, with the classes of a series.

The specs of one file are a document's own and, where it is a series, one for each member. They share its source text
and its boxes, which are held once.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select

from index import tables
from index.entries import SpecEntry
from index.identity import embedding_id, member_id, passage_id
from index.store_facts import qualification
from index.store_search import lexical_rows
from index.store_sources import SOURCE_COLUMNS, source_row
from index.store_vectors import discard_unwanted, want
from ingest.model import (
    ClassSpec,
    Fact,
    Form,
    Issue,
    LegendEntry,
    Member,
    Passage,
    Qualification,
    Repair,
    Section,
    Source,
    Status,
)

_BOOKKEEPING = frozenset({"spec_id", "position", "passage_id", "embedding_id", "owner", "owner_position"})
_IDENTITY = ("agency", "code", "title", "department", "service", "adopted", "revised", "revision")
_Stored: TypeAlias = Member | Section | LegendEntry | Fact | Issue | Passage | Qualification | Repair


def documents(connection: Connection) -> dict[str, str]:
    """The id of the document that each spec is of, by spec id; a document's own spec has the document's id."""
    columns = (tables.specs.c.spec_id, tables.specs.c.document_id)
    return {row.spec_id: row.document_id for row in connection.execute(select(*columns).order_by(columns[0]))}


def put(
    connection: Connection,
    held_as: str,
    specs: Sequence[ClassSpec],
    *,
    given_agency: str | None,
    reader_version: int,
    fingerprint: str,
    read_at: str | None = None,
) -> None:
    """Hold a document's spec under an id, and those of its members under the ids of their places.

    All of it comes in place of what was held under that id; the texts to embed are marked as wanted.

    Args:
        connection: a transaction.
        held_as: the id of the document.
        specs: the document's spec, then those of its members.
        given_agency: the agency that was named where the document does not.
        reader_version: what read them.
        fingerprint: of the model whose vectors are wanted.
        read_at: when that was, in UTC as ISO 8601 says it.
    """
    wanted_before = _delete(connection, held_as)
    source = source_row(held_as, specs[0].source, given_agency, reader_version)
    connection.execute(insert(tables.sources), source)
    if read_at is not None:
        connection.execute(insert(tables.readings), {"document_id": held_as, "read_at": read_at})
    for spec in specs:
        spec_id = held_as if spec.place is None else member_id(held_as, spec.place)
        _put_spec(connection, spec_id, held_as, spec, fingerprint)
    discard_unwanted(connection, wanted_before)


def _put_spec(connection: Connection, spec_id: str, document_id: str, spec: ClassSpec, fingerprint: str) -> None:
    connection.execute(insert(tables.specs), _spec_row(spec_id, document_id, spec))
    _insert(connection, tables.members, spec_id, spec.members)
    _insert(connection, tables.sections, spec_id, spec.sections)
    _insert(connection, tables.legends, spec_id, spec.legends)
    _insert(connection, tables.facts, spec_id, spec.facts)
    _insert(connection, tables.qualifications, spec_id, spec.qualifications)
    _insert(connection, tables.issues, spec_id, spec.issues)
    passages = [
        {
            **_columns(passage),
            "passage_id": passage_id(spec_id, passage),
            "embedding_id": embedding_id(fingerprint, passage.embedded_text),
        }
        for passage in spec.passages
    ]
    _insert_rows(connection, tables.passages, spec_id, passages)
    _insert_rows(connection, tables.repairs, spec_id, _repair_rows(spec))
    if entries := lexical_rows(spec_id, spec):
        connection.execute(insert(tables.lexical_entries), entries)
    want(connection, {str(row["embedding_id"]) for row in passages})


def remove(connection: Connection, document_ids: Collection[str]) -> None:
    """Take documents out with all that hangs on them; vectors that nothing wants any more are marked as discarded."""
    for held_as in document_ids:
        discard_unwanted(connection, _delete(connection, held_as))


def _delete(connection: Connection, document_id: str) -> set[str]:
    """Take a document out; returns the ids of the vectors that its specs wanted."""
    of_document = tables.specs.c.document_id == document_id
    wanted = select(tables.passages.c.embedding_id).join(tables.specs).where(of_document)
    embedding_ids = set(connection.execute(wanted).scalars())
    connection.execute(delete(tables.sources).where(tables.sources.c.document_id == document_id))
    return embedding_ids


def entries(connection: Connection) -> list[SpecEntry]:
    """Every spec held, with its own issues and without what only the whole library shows."""
    issues: dict[str, list[Issue]] = defaultdict(list)
    for row in _ordered(connection, tables.issues):
        issues[row["spec_id"]].append(_value(Issue, row))
    members: dict[str, list[Member]] = defaultdict(list)
    for row in _ordered(connection, tables.members):
        members[row["spec_id"]].append(_value(Member, row))
    return [
        SpecEntry(
            **{name: row[name] for name in (*_IDENTITY, "spec_id", "path", "sha256", "place")},
            form=Form(row["form"]),
            members=tuple(members[row["spec_id"]]),
            issues=tuple(issues[row["spec_id"]]),
            series=None if row["place"] is None else row["document_id"],
        )
        for row in _with_source(connection, ("path", "sha256"))
    ]


def read(connection: Connection, held_as: str) -> ClassSpec | None:
    """The spec held under an id, as it was put but for the boxes of its source; none where there is none."""
    row = next(iter(_with_source(connection, SOURCE_COLUMNS, held_as)), None)
    if row is None:
        return None
    repairs = _repairs(connection, held_as)
    return ClassSpec(
        source=_value(Source, row, SOURCE_COLUMNS),
        form=Form(row["form"]),
        **{name: row[name] for name in _IDENTITY},
        members=tuple(_value(Member, member) for member in _ordered(connection, tables.members, held_as)),
        sections=tuple(
            _value(Section, section, repairs=tuple(repairs["sections", section["position"]]))
            for section in _ordered(connection, tables.sections, held_as)
        ),
        legends=tuple(
            _value(LegendEntry, legend, repairs=tuple(repairs["legends", legend["position"]]))
            for legend in _ordered(connection, tables.legends, held_as)
        ),
        facts=tuple(
            _value(Fact, fact, status=Status(fact["status"]), repairs=tuple(repairs["facts", fact["position"]]))
            for fact in _ordered(connection, tables.facts, held_as)
        ),
        passages=tuple(_value(Passage, passage) for passage in _ordered(connection, tables.passages, held_as)),
        issues=tuple(_value(Issue, issue) for issue in _ordered(connection, tables.issues, held_as)),
        place=row["place"],
        qualifications=tuple(qualification(each) for each in _ordered(connection, tables.qualifications, held_as)),
    )


def passage_ids(connection: Connection, held_as: str) -> list[tuple[str, str]]:
    """The passage id and the embedding id of each passage of a spec, in their order."""
    return [(row["passage_id"], row["embedding_id"]) for row in _ordered(connection, tables.passages, held_as)]


def _with_source(connection: Connection, names: Iterable[str], held_as: str | None = None) -> Sequence[RowMapping]:
    """The rows of one spec or of all, each with the named columns of its source."""
    chosen = select(tables.specs, *(tables.sources.c[name] for name in names)).join(tables.sources)
    if held_as is not None:
        chosen = chosen.where(tables.specs.c.spec_id == held_as)
    return connection.execute(chosen).mappings().all()


def _spec_row(spec_id: str, document_id: str, spec: ClassSpec) -> dict[str, Any]:
    return {
        "spec_id": spec_id,
        "document_id": document_id,
        "form": spec.form.value,
        **{name: getattr(spec, name) for name in (*_IDENTITY, "place")},
    }


def _repair_rows(spec: ClassSpec) -> list[dict[str, Any]]:
    owners: tuple[tuple[str, Sequence[Section | LegendEntry | Fact]], ...] = (
        ("sections", spec.sections),
        ("legends", spec.legends),
        ("facts", spec.facts),
    )
    return [
        {"owner": owner, "owner_position": position, **_columns(repair)}
        for owner, owned in owners
        for position, part in enumerate(owned)
        for repair in part.repairs
    ]


def _repairs(connection: Connection, held_as: str) -> dict[tuple[str, int], list[Repair]]:
    """The repairs of a spec, by the table and the position of what they belong to."""
    repairs: dict[tuple[str, int], list[Repair]] = defaultdict(list)
    for row in _ordered(connection, tables.repairs, held_as):
        repairs[row["owner"], row["owner_position"]].append(_value(Repair, row))
    return repairs


def _columns(part: _Stored) -> dict[str, Any]:
    """The fields of a part as its columns; its repairs have a table of their own."""
    return {field.name: getattr(part, field.name) for field in fields(part) if field.name != "repairs"}


def _insert(
    connection: Connection,
    table: Table,
    held_as: str,
    parts: Sequence[_Stored],
) -> None:
    _insert_rows(connection, table, held_as, [_columns(part) for part in parts])


def _insert_rows(connection: Connection, table: Table, held_as: str, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        placed = [{"spec_id": held_as, "position": position, **row} for position, row in enumerate(rows)]
        connection.execute(insert(table), placed)


def _ordered(connection: Connection, table: Table, held_as: str | None = None) -> Sequence[RowMapping]:
    """The rows of a table, of one spec or of all, in their order."""
    chosen = select(table).order_by(table.c.spec_id, table.c.position)
    if held_as is not None:
        chosen = chosen.where(table.c.spec_id == held_as)
    return connection.execute(chosen).mappings().all()


_Part = TypeVar("_Part")


def _value(kind: Callable[..., _Part], row: RowMapping, names: Iterable[str] | None = None, **more: object) -> _Part:
    """The part that a row holds: from its columns, less those that only order and own it."""
    chosen = names or [name for name in row if name not in _BOOKKEEPING]
    return kind(**{**{name: row[name] for name in chosen}, **more})
