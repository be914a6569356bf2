"""Values of many specs at once in the relational store: what a search over a field looks at."""

from collections.abc import Collection
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from index import tables
from index.store import one_of
from ingest.model import Fact, Repair, Status

_OF_A_FACT = ("field", "raw", "value", "description", "page", "start", "end", "raw_start", "raw_end", "iso")
_OF_A_REPAIR = ("rule", "before", "after", "start", "end")


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


def _fact(rows: list[RowMapping]) -> Fact:
    """The fact that rows hold, one row for each of its repairs, or one without any."""
    of_fact: dict[str, Any] = {name: rows[0][name] for name in _OF_A_FACT}
    repairs = (Repair(*(row[f"repair_{name}"] for name in _OF_A_REPAIR)) for row in rows if row["repair_rule"])
    return Fact(status=Status(rows[0]["status"]), repairs=tuple(repairs), **of_fact)
