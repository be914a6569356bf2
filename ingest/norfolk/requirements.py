"""Class requirements: rows of a label and its prose (contract, ``class_requirements``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.folding import folded, repairs_between
from ingest.form import REQUIREMENT_FIELDS
from ingest.model import Fact, Issue, Status
from ingest.norfolk.labels import Cell, Label, Labels, cells_of, is_label_like, own_label
from ingest.norfolk.rows import Table, without_conflicts
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line


@dataclass(frozen=True, slots=True)
class _Requirement:
    """One row: its label, and its prose over one or more lines (one of no width where blank)."""

    label: Label
    lines: tuple[Cell, ...]
    page: int | None


def read_requirements(text: str, block: Block) -> Table:
    """A fact a labelled row; a line that begins with no label goes on with the row above it."""
    rows: list[_Requirement] = []
    prose: list[Line] = []
    labels = Labels(REQUIREMENT_FIELDS, before_codes=False)
    for line in block.lines:
        row = _row(text, line, labels)
        if row is not None:
            rows.append(row)
        elif rows:
            rows[-1] = _continued(text, rows[-1], line)
        else:
            prose.append(line)
    rows = _with_own_labels(text, rows)
    issues = [_unknown(text, row.label) for row in rows if not row.label.is_known]
    facts = without_conflicts([_fact(text, row) for row in rows])
    return Table(tuple(facts), (), tuple(issues), tuple(prose))


def _row(text: str, line: Line, labels: Labels) -> _Requirement | None:
    cells = cells_of(text, line.start, line.end)
    label = labels.match(text, cells)
    if label is None and len(cells) > 1 and not cells[1].is_blank and is_label_like(text, cells[0]):
        label = own_label(text, cells[0])
    if label is None:
        return _after_colon(text, line, labels)
    filled = [cell for cell in cells[label.cells :] if not cell.is_blank]
    blank = cells[label.cells] if len(cells) > label.cells else Cell(label.end, label.end)
    return _Requirement(label, (Cell(filled[0].start, filled[-1].end) if filled else blank,), line.page)


def _after_colon(text: str, line: Line, labels: Labels) -> _Requirement | None:
    """A row that has a colon between label and prose in place of a tab."""
    before, colon, after = text[line.start : line.end].partition(":")
    label = labels.match(text, cells_of(text, line.start, line.start + len(before))) if colon else None
    if label is None:
        return None
    start = line.end - len(after.lstrip())
    return _Requirement(
        label, (Cell(start, max(start, line.start + len(text[line.start : line.end].rstrip()))),), line.page
    )


def _continued(text: str, row: _Requirement, line: Line) -> _Requirement:
    content = text[line.start : line.end]
    start = line.start + len(content) - len(content.lstrip())
    cell = Cell(start, line.start + len(content.rstrip()))
    kept = () if row.lines[0].is_blank else row.lines
    return replace(row, lines=(*kept, cell))


def _with_own_labels(text: str, rows: Sequence[_Requirement]) -> list[_Requirement]:
    """The rows, a misread label keeping its own words where another row has the same field for certain."""
    certain = {row.label.key for row in rows if row.label.is_certain}
    return [
        replace(row, label=own_label(text, Cell(row.label.start, row.label.end)))
        if not row.label.is_certain and row.label.key in certain
        else row
        for row in rows
    ]


def _fact(text: str, row: _Requirement) -> Fact:
    first, last = row.lines[0], row.lines[-1]
    raw = text[first.start : last.end]
    value = " ".join(folded(text[line.start : line.end]) for line in row.lines)
    repairs = (*row.label.repairs, *repairs_between(text, first.start, last.end, folded(raw)))
    status = Status.READ if value else Status.BLANK
    return Fact(
        f"class_requirements.{row.label.key}", status, raw, value or None, None, row.page, row.label.start,
        max(row.label.end, last.end), first.start, last.end, None, repairs,
    )  # fmt: skip


def _unknown(text: str, label: Label) -> Issue:
    named = folded(text[label.start : label.end])
    sentence = f"The row “{named}” is none that the form names; it is kept under its own label."
    return Issue("unknown_label", sentence, label.start, label.end)
