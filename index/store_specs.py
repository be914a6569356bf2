"""Specs in the relational store: a spec goes in, is replaced, is read and goes out whole."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select

from index import tables
from index.entries import SpecEntry
from index.identity import embedding_id, passage_id
from index.store_search import lexical_rows
from index.store_vectors import discard_unwanted, want
from ingest.model import ClassSpec, Fact, Form, Issue, LegendEntry, Member, Passage, Repair, Section, Source, Status

_BOOKKEEPING = frozenset({"spec_id", "position", "passage_id", "embedding_id", "owner", "owner_position"})
_IDENTITY = ("agency", "code", "title", "department", "service", "adopted", "revised", "revision")


@dataclass(frozen=True, slots=True)
class HeldSource:
    """What is noted of the file behind a held spec."""

    spec_id: str
    path: str
    sha256: str
    given_agency: str | None
    reader_version: int


def held_sources(connection: Connection) -> dict[str, HeldSource]:
    """The sources of all specs, by path."""
    columns = [tables.specs.c[field.name] for field in fields(HeldSource)]
    return {row.path: HeldSource(*row) for row in connection.execute(select(*columns))}


def put(
    connection: Connection,
    held_as: str,
    spec: ClassSpec,
    *,
    given_agency: str | None,
    reader_version: int,
    fingerprint: str,
) -> None:
    """Hold a spec under an id, in place of what was held under it; the texts to embed are marked as wanted."""
    wanted_before = _delete(connection, held_as)
    connection.execute(insert(tables.specs), _spec_row(held_as, spec, given_agency, reader_version))
    _insert(connection, tables.members, held_as, spec.members)
    _insert(connection, tables.sections, held_as, spec.sections)
    _insert(connection, tables.legends, held_as, spec.legends)
    _insert(connection, tables.facts, held_as, spec.facts)
    _insert(connection, tables.issues, held_as, spec.issues)
    passages = [
        {
            **_columns(passage),
            "passage_id": passage_id(held_as, passage),
            "embedding_id": embedding_id(fingerprint, passage.embedded_text),
        }
        for passage in spec.passages
    ]
    _insert_rows(connection, tables.passages, held_as, passages)
    _insert_rows(connection, tables.repairs, held_as, _repair_rows(spec))
    if entries := lexical_rows(held_as, spec):
        connection.execute(insert(tables.lexical_entries), entries)
    want(connection, {str(row["embedding_id"]) for row in passages})
    discard_unwanted(connection, wanted_before)


def remove(connection: Connection, spec_ids: Collection[str]) -> None:
    """Take specs out with all that hangs on them; vectors that nothing wants any more are marked as discarded."""
    for held_as in spec_ids:
        discard_unwanted(connection, _delete(connection, held_as))


def _delete(connection: Connection, held_as: str) -> set[str]:
    """Take a spec out; returns the ids of the vectors that it wanted."""
    wanted = select(tables.passages.c.embedding_id).where(tables.passages.c.spec_id == held_as)
    embedding_ids = set(connection.execute(wanted).scalars())
    connection.execute(delete(tables.specs).where(tables.specs.c.spec_id == held_as))
    return embedding_ids


def entries(connection: Connection) -> list[SpecEntry]:
    """Every spec held, with its own issues and without what only the whole library shows."""
    light = [column for column in tables.specs.c if column.name not in {"text"}]
    issues: dict[str, list[Issue]] = defaultdict(list)
    for row in _ordered(connection, tables.issues):
        issues[row["spec_id"]].append(_value(Issue, row))
    members: dict[str, list[Member]] = defaultdict(list)
    for row in _ordered(connection, tables.members):
        members[row["spec_id"]].append(_value(Member, row))
    return [
        SpecEntry(
            spec_id=row["spec_id"],
            **{name: row[name] for name in (*_IDENTITY, "path", "sha256")},
            form=Form(row["form"]),
            members=tuple(members[row["spec_id"]]),
            issues=tuple(issues[row["spec_id"]]),
        )
        for row in connection.execute(select(*light)).mappings()
    ]


def read(connection: Connection, held_as: str) -> ClassSpec | None:
    """The spec held under an id, as it was put; none where there is none."""
    row = connection.execute(select(tables.specs).where(tables.specs.c.spec_id == held_as)).mappings().one_or_none()
    if row is None:
        return None
    repairs = _repairs(connection, held_as)
    return ClassSpec(
        source=_value(Source, row, ("path", "sha256", "format", "encoding", "text")),
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
    )


def passage_ids(connection: Connection, held_as: str) -> list[tuple[str, str]]:
    """The passage id and the embedding id of each passage of a spec, in their order."""
    return [(row["passage_id"], row["embedding_id"]) for row in _ordered(connection, tables.passages, held_as)]


def altered(connection: Connection) -> list[str]:
    """The ids of specs whose stored text is not the one that was put."""
    rows = connection.execute(select(tables.specs.c.spec_id, tables.specs.c.text, tables.specs.c.text_sha256))
    return sorted(row.spec_id for row in rows if _text_digest(row.text) != row.text_sha256)


def _text_digest(source_text: str) -> str:
    return sha256(source_text.encode("utf-8")).hexdigest()


def _spec_row(held_as: str, spec: ClassSpec, given_agency: str | None, reader_version: int) -> dict[str, Any]:
    return {
        "spec_id": held_as,
        **_columns(spec.source),
        "text_sha256": _text_digest(spec.source.text),
        "form": spec.form.value,
        "given_agency": given_agency,
        **{name: getattr(spec, name) for name in _IDENTITY},
        "reader_version": reader_version,
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


def _columns(part: Source | Member | Section | LegendEntry | Fact | Issue | Passage | Repair) -> dict[str, Any]:
    """The fields of a part as its columns; its repairs have a table of their own."""
    return {field.name: getattr(part, field.name) for field in fields(part) if field.name != "repairs"}


def _insert(
    connection: Connection,
    table: Table,
    held_as: str,
    parts: Sequence[Member | Section | LegendEntry | Fact | Issue],
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
