"""Rows of the form's tables, and the facts that they are (contract, section 1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.folding import folded
from ingest.model import Fact, Issue, LegendEntry, Repair, Status
from ingest.norfolk.labels import Cell, Label
from ingest.source_text import Line


@dataclass(frozen=True, slots=True)
class Table:
    """What was read from one block: facts in its order, its legend, issues, and the lines that are prose in it."""

    facts: tuple[Fact, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    issues: tuple[Issue, ...] = ()
    prose: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled cell of a table before it is decoded; ``is_astray`` where it may not be the label's."""

    section: str
    label: Label
    cell: Cell
    description: Cell | None
    page: int | None
    is_astray: bool = False

    @property
    def field(self) -> str:
        """The field path of the row."""
        return f"{self.section}.{self.label.key}"

    @property
    def start(self) -> int:
        """Where the row to quote begins: with its label, or with a mark before it."""
        return min(self.label.start, self.cell.start)

    @property
    def end(self) -> int:
        """Where the row to quote ends."""
        return max(self.label.end, self.cell.end, self.description.end if self.description else 0)


def row_fact(text: str, row: Row, status: Status, value: str | None, repairs: tuple[Repair, ...]) -> Fact:
    """The fact of a row, with the repairs of its label and of its cell."""
    described = folded(text[row.description.start : row.description.end]) if row.description else None
    return Fact(
        row.field, status, text[row.cell.start : row.cell.end], value, described, row.page, row.start, row.end,
        row.cell.start, row.cell.end, None, (*row.label.repairs, *repairs),
    )  # fmt: skip


def without_conflicts(facts: Sequence[Fact]) -> list[Fact]:
    """One fact a field: the first where a row only repeats it, illegible where two rows say different things."""
    kept: dict[str, Fact] = {}
    for fact in facts:
        first = kept.setdefault(fact.field, fact)
        if (first.status, first.value) != (fact.status, fact.value):
            kept[fact.field] = replace(first, status=Status.ILLEGIBLE, value=None, iso=None)
    return list(kept.values())


def unread_issues(text: str, facts: Sequence[Fact]) -> list[Issue]:
    """One issue for each fact whose cell could not be read, with the place of the cell."""
    return [
        Issue("illegible", _unread(text, fact), fact.raw_start, fact.raw_end)
        for fact in facts
        if fact.status is Status.ILLEGIBLE
    ]


def _unread(text: str, fact: Fact) -> str:
    return f"“{fact.raw}” in the row “{folded(text[fact.start : fact.raw_start])}” cannot be read for certain."
