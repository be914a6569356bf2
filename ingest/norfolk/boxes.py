"""Boxes that are marked or not: the primary work location (contract, ``work_location``)."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.form import SECTION_BY_KEY
from ingest.model import Fact, Status
from ingest.norfolk.claims import claimed_rows, own_row_label
from ingest.norfolk.labels import Cell, Labels, cells_of
from ingest.norfolk.marks import holds_box, is_mark, is_unmarked, mark_repairs, split_marks
from ingest.norfolk.rows import Row, Table, row_fact, unread_issues, without_conflicts
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line

# What may end a label; any other sign there may be a mark.
_ENDS_OF_LABELS = ")]>:.,;/-_"


def read_boxes(text: str, block: Block) -> Table:
    """The places of work, each marked (value ``X``) or not (value null).

    A mark that stands beside no box makes every box that seems empty illegible: it may be theirs.
    """
    labels = Labels(SECTION_BY_KEY[block.key].fields, before_codes=False)
    found: list[Row] = []
    prose: list[Line] = []
    has_stray_mark = False
    for line in block.lines:
        rows, claimed = _rows(text, line, block.key, labels)
        found += rows
        cells = cells_of(text, line.start, line.end)
        has_stray_mark |= any(
            _is_marked(text, cell) and cell not in claimed for cell in split_marks(text, cells, labels)
        )
        if not rows:
            prose.append(line)
    rows, issues = claimed_rows(text, found)
    facts = without_conflicts([_fact(text, row) for row in rows])
    if has_stray_mark:
        facts = [replace(fact, status=Status.ILLEGIBLE) if fact.value is None else fact for fact in facts]
    return Table(tuple(facts), (), (*issues, *unread_issues(text, facts)), tuple(prose))


def _rows(text: str, line: Line, section: str, labels: Labels) -> tuple[list[Row], list[Cell]]:
    """The boxes of a line and the cells of their marks, which stand after their labels, or before them throughout."""
    cells = split_marks(text, cells_of(text, line.start, line.end), labels)
    marks_first = bool(cells) and holds_box(text[cells[0].start : cells[0].end])
    rows: list[Row] = []
    claimed: list[Cell] = []
    at = 0
    while at < len(cells):
        label = labels.match(text, cells[at:]) or own_row_label(text, cells[at:])
        if label is None or holds_box(text[cells[at].start : cells[at].end]):
            at += 1
            continue
        beside = _before(cells, at) if marks_first else _after(text, cells, at + label.cells, labels)
        cell = beside or Cell(label.end, label.end)
        claimed.append(cell)
        rows.append(Row(section, label, cell, None, line.page))
        at += label.cells
    return rows, claimed


def _before(cells: Sequence[Cell], at: int) -> Cell | None:
    return cells[at - 1] if at else None


def _after(text: str, cells: Sequence[Cell], at: int, labels: Labels) -> Cell | None:
    """The cell after a label; a mark after a blank cell where no other label follows."""
    if at >= len(cells) or labels.match(text, cells[at:]) is not None:
        return None
    rest = [cell for cell in cells[at:] if not cell.is_blank]
    only_mark = len(rest) == 1 and _is_marked(text, rest[0])
    return rest[0] if cells[at].is_blank and only_mark else cells[at]


def _is_marked(text: str, cell: Cell) -> bool:
    return is_mark(text[cell.start : cell.end])


def _fact(text: str, row: Row) -> Fact:
    cell = text[row.cell.start : row.cell.end]
    touching = text[row.label.end - 1] if row.cell.is_blank else ""
    if touching and not touching.isalnum() and touching not in _ENDS_OF_LABELS:
        return row_fact(text, row, Status.ILLEGIBLE, None, ())
    if is_unmarked(cell):
        return row_fact(text, row, Status.READ, None, ())
    repairs = mark_repairs(text, row.cell.start, row.cell.end)
    if repairs is None:
        return row_fact(text, row, Status.ILLEGIBLE, None, ())
    return row_fact(text, row, Status.READ, "X", repairs)
