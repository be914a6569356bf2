"""Essential functions: numbered rows, each with its Physical Strength Code (contract, ``essential_functions``)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.codes import decode
from ingest.folding import folded, repairs_between
from ingest.form import CodeKind
from ingest.labels import Cell, cells_of
from ingest.model import Fact, LegendEntry, Status
from ingest.sectioning import Block
from ingest.source_text import Line
from ingest.tables import Table, unread_issues, without_conflicts

_NUMBER = re.compile(r"(?P<n>\d{1,2})[.)]?")
_CODE_LETTERS = 3


@dataclass(frozen=True, slots=True)
class _FunctionRow:
    """One function: its number, its code's cell, its text over one or more lines."""

    number: int
    start: int
    code: Cell
    lines: tuple[Cell, ...]
    page: int | None

    @property
    def words(self) -> Cell:
        return Cell(self.lines[0].start, self.lines[-1].end)


def read_functions(text: str, block: Block, legend: Sequence[LegendEntry]) -> Table:
    """The text and the strength of each function; lines that follow a row's text belong to it."""
    rows: list[_FunctionRow] = []
    prose: list[Line] = []
    for line in block.lines:
        row = _row(text, line, len(rows) + 1)
        if row is not None:
            rows.append(row)
        elif rows:
            content = Cell(line.start, line.start + len(text[line.start : line.end].rstrip()))
            rows[-1] = replace(rows[-1], lines=(*rows[-1].lines, content))
        else:
            prose.append(line)
    facts = without_conflicts([fact for row in rows for fact in _facts(text, row, legend)])
    return Table(tuple(facts), (), tuple(unread_issues(text, facts)), tuple(prose))


def _row(text: str, line: Line, following: int) -> _FunctionRow | None:
    """The row that a line begins: number, code and text, of which number or code may be blank."""
    cells = cells_of(text, line.start, line.end)
    number = _NUMBER.fullmatch(text[cells[0].start : cells[0].end])
    if number is None and not (cells[0].is_blank and len(cells) > 2 and cells[1].end - cells[1].start in range(1, 3)):
        return None
    if len(cells) < 2:
        return None
    coded = len(cells) > 2 and cells[1].end - cells[1].start <= _CODE_LETTERS
    code = cells[1] if coded else Cell(cells[0].end, cells[0].end)
    filled = [cell for cell in cells[2 if coded else 1 :] if not cell.is_blank]
    words = Cell(filled[0].start, filled[-1].end) if filled else cells[-1]
    start = cells[0].start if number else code.start
    return _FunctionRow(int(number["n"]) if number else following, start, code, (words,), line.page)


def _facts(text: str, row: _FunctionRow, legend: Sequence[LegendEntry]) -> tuple[Fact, Fact]:
    field = f"essential_functions.{row.number}"
    words = row.words
    value = " ".join(folded(text[line.start : line.end]) for line in row.lines)
    read = Status.BLANK if words.is_blank else Status.READ
    markup = repairs_between(text, words.start, words.end, folded(text[words.start : words.end]))
    described = Fact(
        field, read, text[words.start : words.end], value or None, None, row.page, row.start, words.end,
        words.start, words.end, None, markup,
    )  # fmt: skip
    code = decode(text, row.code.start, row.code.end, CodeKind.STRENGTH, legend)
    status = Status.BLANK if row.code.is_blank else Status.READ if code else Status.ILLEGIBLE
    strength = Fact(
        f"{field}.strength", status, text[row.code.start : row.code.end], code.word if code else None, None, row.page,
        row.start, words.end, row.code.start, row.code.end, None, code.repairs if code else (),
    )  # fmt: skip
    return described, strength
