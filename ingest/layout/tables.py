"""The tables of a form as rows of cells, whatever layout their words are in."""

from collections.abc import Callable
from dataclasses import replace

from ingest.form import Shape
from ingest.layout.coded_columns import demands_in_columns, factors_in_columns
from ingest.layout.columns import Arranged
from ingest.layout.mark_columns import boxes_in_columns, strength_in_columns
from ingest.layout.pipes import in_pipes
from ingest.layout.prose_columns import functions_in_columns, requirements_in_columns
from ingest.layout.rows import Row
from ingest.layout.running_tables import running_rows
from ingest.layout.table import Table
from ingest.norfolk.marks import is_mark
from ingest.norfolk.notes import split_notes
from ingest.norfolk.paragraphs import trimmed
from ingest.norfolk.sectioning import Block, shape_of
from ingest.source_text import Line, Span

_IN_COLUMNS: dict[Shape, Callable[[Table], Arranged | None]] = {
    Shape.DEMANDS: demands_in_columns,
    Shape.FACTORS: factors_in_columns,
    Shape.FUNCTIONS: functions_in_columns,
    Shape.REQUIREMENTS: requirements_in_columns,
    Shape.BOXES: boxes_in_columns,
    Shape.STRENGTH: strength_in_columns,
}
# So many codes stand apart on the first line of a legend that has columns.
_FEWEST_CODES = 2
# Below these tables stand the notes that their rows point at.
_ABOVE_NOTES = (Shape.DEMANDS, Shape.FACTORS, Shape.BOXES)


def rows_of(text: str, block: Block) -> Arranged | None:
    """The block's lines with its tables as rows of cells; None where nothing in it has to be arranged."""
    if not block.lines:
        return None
    piped = in_pipes(text, block.lines)
    if piped is not None:
        return piped
    shape = shape_of(block.key)
    before_notes, notes = split_notes(text, block.lines) if shape in _ABOVE_NOTES else (block.lines, ())
    table = Table.of(text, replace(block, lines=before_notes))
    if not table.block.lines:
        return None
    rows = _table_rows(table, shape)
    if rows is None and table.barred:
        rows = [table.shown(line) for line in table.block.lines]
    astray = [line for line in notes if shape is Shape.BOXES and is_mark(text[line.start : line.end])]
    if astray:
        # Marks that stand below the notes are those of boxes; they are put where who reads the boxes meets them.
        marks = (Row(((Span(*trimmed(text, line.start, line.end)),),)) for line in astray)
        rows = [*(rows or table.block.lines), *marks]
        notes = tuple(line for line in notes if line not in astray)
    return [*rows, *notes] if rows is not None else None


def _table_rows(table: Table, shape: Shape) -> Arranged | None:
    """The lines of a table of that shape as rows; None where it has none, or they stand in cells already."""
    arrange = _IN_COLUMNS.get(shape)
    if arrange is None:
        return None
    if any(_has_cells(table, line) for line in table.block.lines):
        return _legend_above_cells(table, shape)
    rows = arrange(table)
    if rows is not None or table.barred:
        return rows
    legend = table.legend(lambda line: False, in_one_row=True) if shape is Shape.STRENGTH else None
    if legend is None or not legend.is_side_by_side:
        return running_rows(table.text, table.block, shape)
    others = (*table.block.lines[: legend.start], *table.block.lines[legend.end :])
    levels = running_rows(table.text, replace(table.block, lines=others), shape)
    return [*levels, *legend.rows] if levels is not None else None


def _legend_above_cells(table: Table, shape: Shape) -> Arranged | None:
    """A legend whose codes stand side by side above rows that stand in cells already; None where there is none."""
    legend = table.legend(lambda line: _has_cells(table, line), in_one_row=shape is Shape.STRENGTH)
    lines = table.block.lines
    if (
        legend is None
        or _has_cells(table, lines[legend.start])
        or len(table.pieces(lines[legend.start])) < _FEWEST_CODES
    ):
        return None
    return [*lines[: legend.start], *legend.rows, Row(()), *lines[legend.end :]]


def _has_cells(table: Table, line: Line) -> bool:
    return "\t" in table.text[line.start : line.end].strip()
