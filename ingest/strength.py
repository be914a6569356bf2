"""The level of overall physical strength that a spec marks, and the legend of the strength codes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.codes import is_legend_line, read_legend
from ingest.form import STRENGTH_LEVELS, CodeKind
from ingest.labels import Cell, Labels, cells_of
from ingest.marks import is_mark, mark_repairs, split_marks
from ingest.model import Fact, Repair, Status
from ingest.sectioning import Block, trimmed
from ingest.source_text import Line
from ingest.tables import Table, unread_issues

_LABELS = Labels(STRENGTH_LEVELS)
_WORDS = {field.key: field.label for field in STRENGTH_LEVELS}


@dataclass(frozen=True, slots=True)
class _Level:
    """One level as printed, with the mark beside it; the cell to quote holds both where they share one."""

    word: str
    cell: Cell
    mark: Cell | None
    repairs: tuple[Repair, ...]


def read_strength(text: str, block: Block) -> Table:
    """``overall_strength``: the one level that is marked, blank if none is, illegible if several are."""
    at = next(
        (i for i, line in enumerate(block.lines) if is_legend_line(text[line.start : line.end])), len(block.lines)
    )
    legend, taken = read_legend(text, block.lines[at:], block.key, CodeKind.STRENGTH)
    lines: list[Line] = []
    levels: list[_Level] = []
    prose = list(block.lines[at + taken :])
    for line in block.lines[:at]:
        found = _levels(text, line)
        below = _marks_below(text, line, levels)
        if found or below:
            lines.append(line)
            levels = below or [*levels, *found]
        else:
            prose.append(line)
    if not levels:
        return Table(legend=legend, prose=tuple(prose))
    fact = _fact(text, lines, levels)
    return Table((fact,), legend, tuple(unread_issues(text, [fact])), tuple(prose))


def _levels(text: str, line: Line) -> list[_Level]:
    """The levels that a line prints; marks stand after their level, or before it where the line begins with one."""
    cells = split_marks(text, cells_of(text, line.start, line.end))
    marks_first = _LABELS.match(text, cells) is None
    levels: list[_Level] = []
    at = 0
    while at < len(cells):
        label = _LABELS.match(text, cells[at:])
        if label is None:
            at += 1
            continue
        beside = at - 1 if marks_first else at + label.cells
        marked = 0 <= beside < len(cells) and is_mark(text[cells[beside].start : cells[beside].end])
        levels.append(
            _Level(_WORDS[label.key], Cell(label.start, label.end), cells[beside] if marked else None, label.repairs)
        )
        at += label.cells
    return levels


def _marks_below(text: str, line: Line, levels: Sequence[_Level]) -> list[_Level]:
    """The levels with the marks of a line of marks alone, column under column; empty if the line is none."""
    cells = cells_of(text, line.start, line.end)
    contents = [text[cell.start : cell.end] for cell in cells]
    if not levels or len(cells) > len(levels) or not all(not c or is_mark(c) for c in contents):
        return []
    padded = [*cells, *[None] * (len(levels) - len(cells))]
    return [
        replace(level, mark=cell if cell and not cell.is_blank else level.mark)
        for level, cell in zip(levels, padded, strict=True)
    ]


def _fact(text: str, lines: Sequence[Line], levels: Sequence[_Level]) -> Fact:
    marked = [level for level in levels if level.mark is not None]
    start, end = trimmed(text, lines[0].start, lines[-1].end)
    page = lines[0].page
    if len(marked) != 1:
        is_damaged = bool(marked) or any(_residue(text, start, end))
        status = Status.ILLEGIBLE if is_damaged else Status.BLANK
        raw_end = end if is_damaged else start
        return Fact("overall_strength", status, text[start:raw_end], None, None, page, start, end, start, raw_end)
    level, mark = marked[0], marked[0].mark
    assert mark is not None, "a marked level has its mark"
    raw_start, raw_end = _marked_cell(text, level.cell, mark)
    repairs = (*level.repairs, *(mark_repairs(text, mark.start, mark.end) or ()))
    return Fact(
        "overall_strength", Status.READ, text[raw_start:raw_end], level.word, None, page, start, end,
        raw_start, raw_end, None, repairs,
    )  # fmt: skip


def _marked_cell(text: str, level: Cell, mark: Cell) -> tuple[int, int]:
    """The place of the level and its mark where one cell holds both, else of the mark."""
    first, last = sorted((level, mark), key=lambda cell: cell.start)
    is_one_cell = "\t" not in text[first.end : last.start] and "\n" not in text[first.end : last.start]
    return (first.start, last.end) if is_one_cell else (mark.start, mark.end)


def _residue(text: str, start: int, end: int) -> str:
    """What the row holds besides words, separators and empty boxes: perhaps a mark that cannot be read."""
    return "".join(c for c in text[start:end] if not c.isalnum() and not c.isspace() and c not in ":.,_-–—[]()☐□")
