"""Facts and qualifications of many specs at once in the relational store: what a search over a field looks at."""

from collections.abc import Collection
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from index import tables
from index.store import one_of
from ingest.model import (
    EducationLevel,
    Fact,
    LicenceClass,
    Qualification,
    QualificationKind,
    Repair,
    Status,
)

_OF_A_FACT = ("field", "raw", "value", "description", "page", "start", "end", "raw_start", "raw_end", "iso")
_OF_A_REPAIR = ("rule", "before", "after", "start", "end")
_OF_A_QUALIFICATION = (
    "amount", "is_required", "accepts_equivalent", "field", "page", "start", "end", "raw_start", "raw_end"
)  # fmt: skip


def facts(connection: Connection, fields: Collection[str], spec_ids: Collection[str]) -> list[tuple[str, Fact]]:
    """The facts of those fields, each after the id of its spec, by spec id and then in the order of the document."""
    fact, repair = tables.facts.c, tables.repairs.c
    its_own = (repair.spec_id == fact.spec_id) & (repair.owner == "facts") & (repair.owner_position == fact.position)
    chosen = (
        select(tables.facts, *(repair[name].label(f"repair_{name}") for name in _OF_A_REPAIR))
        .outerjoin_from(tables.facts, tables.repairs, its_own)
        .where(fact.field.in_(one_of(fields)), fact.spec_id.in_(one_of(spec_ids)))
        .order_by(fact.spec_id, fact.position, repair.position)
    )
    rows = connection.execute(chosen).mappings()
    each = groupby(rows, key=itemgetter("spec_id", "position"))
    return [(spec_id, _fact(list(of_fact))) for (spec_id, _), of_fact in each]


def field_paths(connection: Connection) -> list[tuple[str, str]]:
    """The field path of every fact of all specs, each after the id of its spec, in the order of the document."""
    fact = tables.facts.c
    rows = connection.execute(select(fact.spec_id, fact.field).order_by(fact.spec_id, fact.position))
    return [(spec_id, path) for spec_id, path in rows]


def qualifications(
    connection: Connection, kinds: Collection[QualificationKind], spec_ids: Collection[str]
) -> list[tuple[str, Qualification]]:
    """The qualifications of those kinds, each after the id of its spec, by spec id and then in their order."""
    of_spec = tables.qualifications.c
    chosen = (
        select(tables.qualifications)
        .where(of_spec.kind.in_(one_of(kinds)), of_spec.spec_id.in_(one_of(spec_ids)))
        .order_by(of_spec.spec_id, of_spec.position)
    )
    return [(row["spec_id"], qualification(row)) for row in connection.execute(chosen).mappings()]


def qualification(row: RowMapping) -> Qualification:
    """The qualification that a row of its table holds."""
    kind = QualificationKind(row["kind"])
    levels = EducationLevel if kind is QualificationKind.EDUCATION else LicenceClass
    return Qualification(
        kind=kind,
        level=None if row["level"] is None else levels(row["level"]),
        **{name: row[name] for name in _OF_A_QUALIFICATION},
    )


def _fact(rows: list[RowMapping]) -> Fact:
    """The fact that rows hold, one row for each of its repairs, or one without any."""
    of_fact: dict[str, Any] = {name: rows[0][name] for name in _OF_A_FACT}
    repairs = (Repair(*(row[f"repair_{name}"] for name in _OF_A_REPAIR)) for row in rows if row["repair_rule"])
    return Fact(status=Status(rows[0]["status"]), repairs=tuple(repairs), **of_fact)
