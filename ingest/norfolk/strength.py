"""The level of overall physical strength that a spec marks, and the legend of the strength codes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.form import STRENGTH_LEVELS, CodeKind
from ingest.model import Fact, Repair, Status
from ingest.norfolk.codes import legend_and_rest
from ingest.norfolk.labels import Cell, Label, Labels, cells_of
from ingest.norfolk.marks import is_mark, mark_repairs, split_marks
from ingest.norfolk.paragraphs import trimmed
from ingest.norfolk.rows import Table, unread_issues
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line

_LABELS = Labels(STRENGTH_LEVELS, before_codes=False)
_NO_RESIDUE = frozenset(":.,;|_-–—[](){}☐□</>")
_WORDS = {field.key: field.label for field in STRENGTH_LEVELS}


@dataclass(frozen=True, slots=True)
class _Level:
    """One level as printed, with the mark beside it; the cell to quote holds both where they share one."""

    word: str
    cell: Cell
    mark: Cell | None
    repairs: tuple[Repair, ...]


def read_strength(text: str, block: Block) -> Table:
    """``overall_strength``: the one level that is marked, blank if none is, illegible if that is not certain."""
    legend, rest = legend_and_rest(text, block.lines, block.key, CodeKind.STRENGTH)
    lines: list[Line] = []
    levels: list[_Level] = []
    prose: list[Line] = []
    for line in rest:
        found = _levels(text, line)
        below = _marks_below(text, line, levels)
        if found or below or (levels and is_mark(text[line.start : line.end])):
            lines.append(line)
            levels = below or [*levels, *found]
        else:
            prose.append(line)
    if not levels:
        return Table(legend=legend, prose=tuple(prose))
    fact = _fact(text, lines, levels)
    return Table((fact,), legend, tuple(unread_issues(text, [fact])), tuple(prose))


def _levels(text: str, line: Line) -> list[_Level]:
    """The levels that a line prints; marks stand after their level, or before each of them throughout."""
    cells = split_marks(text, cells_of(text, line.start, line.end), _LABELS)
    places = _label_places(text, cells)
    marks_first = bool(places) and all(at > 0 and at - 1 not in _taken(places) for at in places)
    levels: list[_Level] = []
    for at, label in places.items():
        beside = at - 1 if marks_first else at + label.cells
        marked = 0 <= beside < len(cells) and is_mark(text[cells[beside].start : cells[beside].end])
        cell = Cell(label.start, label.end)
        levels.append(_Level(_WORDS[label.key], cell, cells[beside] if marked else None, label.repairs))
    return levels


def _label_places(text: str, cells: Sequence[Cell]) -> dict[int, Label]:
    places: dict[int, Label] = {}
    at = 0
    while at < len(cells):
        label = _LABELS.match(text, cells[at:])
        if label is not None:
            places[at] = label
        at += label.cells if label else 1
    return places


def _taken(places: dict[int, Label]) -> set[int]:
    """The cells that are labels or pieces of them."""
    return {at + piece for at, label in places.items() for piece in range(label.cells)}


def _marks_below(text: str, line: Line, levels: Sequence[_Level]) -> list[_Level]:
    """The levels with the marks of a line of marks alone, column under column; empty if the line is none."""
    cells = cells_of(text, line.start, line.end)
    contents = [text[cell.start : cell.end] for cell in cells]
    if not 1 < len(cells) <= len(levels) or not all(not content or is_mark(content) for content in contents):
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
    # A level that stands twice may be one that lost a word: "Heavy" where "Very" was not recognised.
    is_named_twice = any([level.word for level in levels].count(level.word) > 1 for level in marked)
    # Where nothing is marked, a level that the form prints and that is not here may be the marked one.
    is_cut = not marked and len({level.word for level in levels}) < len(_WORDS)
    is_damaged = len(marked) > 1 or is_named_twice or is_cut or _has_residue(text, lines, levels)
    if is_damaged or not marked:
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


def _has_residue(text: str, lines: Sequence[Line], levels: Sequence[_Level]) -> bool:
    """Whether the rows hold more than levels, their marks and empty boxes: perhaps a mark that cannot be placed."""
    marks = [level.mark for level in levels if level.mark]
    for line in lines:
        for position in range(line.start, line.end):
            of_level = text[position].isalnum() and any(_covers(level.cell, position) for level in levels)
            is_known = of_level or any(_covers(mark, position) for mark in marks)
            if not is_known and text[position] not in _NO_RESIDUE and not text[position].isspace():
                return True
    return False


def _covers(cell: Cell, position: int) -> bool:
    return cell.start <= position < cell.end
