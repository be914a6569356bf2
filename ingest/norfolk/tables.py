"""The form's coded tables, row by row: demands, and factors in two columns (contract, section 1)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.folding import MARKUP
from ingest.form import FACTOR_COLUMNS, NOT_APPLICABLE, SECTION_BY_KEY, CodeKind
from ingest.model import Fact, Issue, LegendEntry, Status
from ingest.norfolk.claims import CODE_LETTERS, claimed_rows, own_row_label
from ingest.norfolk.codes import Decoded, decode, legend_and_rest
from ingest.norfolk.labels import Cell, Label, Labels, cells_of
from ingest.norfolk.rows import Row, Table, row_fact, unread_issues, without_conflicts
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line

_LABEL_THEN_CODE = re.compile(r"(?P<label>\S.*?)(?:[\s:]+|(?<=[a-z)])(?=VH|[A-Z]))(?P<code>\(?[^\W_]{1,2}\)?)")
_FIRST_WORD = re.compile(r"(?P<word>\S+)(?:\s+(?P<next>\S)|$)")
_CODE_LIKE = re.compile(r"\(?(?:[A-Z0]{1,2}(?:/[A-Z0]{1,2})?|[?#*])\)?")
_MOST_CODES = 60


def read_demands(text: str, block: Block) -> Table:
    """A table of demand, frequency code and description (physical demands only), with its legend and its prose."""
    legend, lines = legend_and_rest(text, block.lines, block.key, CodeKind.FREQUENCY)
    rows, prose = _demand_rows(text, lines, block.key)
    return _decoded(text, rows, prose, CodeKind.FREQUENCY, legend)


def read_factors(text: str, block: Block) -> Table:
    """The two side-by-side columns of factor and exposure code; a row is one column's label and code."""
    legend, lines = legend_and_rest(text, block.lines, block.key, CodeKind.EXPOSURE)
    rows, prose = _factor_rows(text, lines)
    return _decoded(text, rows, prose, CodeKind.EXPOSURE, legend)


def _decoded(text: str, found: list[Row], prose: list[Line], kind: CodeKind, legend: tuple[LegendEntry, ...]) -> Table:
    rows, issues = claimed_rows(text, [_with_code_astray(text, row, kind, legend) for row in found])
    decoded = [decode(text, row.cell.start, row.cell.end, kind, legend) for row in rows]
    are_astray = any(_holds_codes(text, line) for line in prose) or any(_holds_several(text, row) for row in rows)
    facts = without_conflicts(
        [_code_fact(text, row, code, is_certain=not are_astray) for row, code in zip(rows, decoded, strict=True)]
    )
    unexplained = [
        Issue(
            "code_not_in_legend",
            f"The code {code.code} is not in this table's own legend.",
            row.cell.start,
            row.cell.end,
        )
        for row, code in zip(rows, decoded, strict=True)
        if code and legend and code.code not in {entry.code for entry in legend}
    ]
    return Table(tuple(facts), legend, (*issues, *unread_issues(text, facts), *unexplained), tuple(prose))


def _demand_rows(text: str, lines: Sequence[Line], section: str) -> tuple[list[Row], list[Line]]:
    labels = Labels(SECTION_BY_KEY[section].fields)
    rows: list[Row] = []
    prose: list[Line] = []
    for line in lines:
        cells = _cells(text, line, (labels,))
        label = labels.match(text, cells) or own_row_label(text, cells)
        if label is not None:
            rows.append(_demand_row(text, section, label, cells, line))
        elif cells[0].is_blank and rows and rows[-1].description is not None:
            whole = Cell(rows[-1].description.start, _last_filled(cells).end)
            rows[-1] = replace(rows[-1], description=whole)
        else:
            # What is in the midst of a sentence may be the rest of what the row above says.
            if rows and rows[-1].description is not None and text[line.start : line.end].lstrip()[:1].islower():
                rows[-1] = replace(rows[-1], description=None)
            prose.append(line)
    return rows, prose


def _demand_row(text: str, section: str, label: Label, cells: list[Cell], line: Line) -> Row:
    rest = _from_code(text, cells[label.cells :]) or [Cell(label.end, label.end)]
    described = [cell for cell in rest[1:] if not cell.is_blank]
    description = Cell(described[0].start, described[-1].end) if described else None
    return Row(section, label, rest[0], description, line.page)


def _from_code(text: str, cells: list[Cell]) -> list[Cell]:
    """The cells from the one of the code on: a stray tab leaves a blank one before it."""
    if len(cells) < 2 or not cells[0].is_blank:
        return cells
    said = text[cells[1].start : cells[1].end]
    is_code_like = _CODE_LIKE.fullmatch(said) is not None and said.casefold() != NOT_APPLICABLE
    return cells[1:] if 0 < len(said) <= CODE_LETTERS or is_code_like else cells


def _cells(text: str, line: Line, labels: Sequence[Labels]) -> list[Cell]:
    """The cells of a line, a label and the code that ran into its cell ("Fire Hazards N") parted."""
    apart: list[Cell] = []
    for cell in cells_of(text, line.start, line.end):
        match = _LABEL_THEN_CODE.fullmatch(text[cell.start : cell.end])
        whole = text[cell.start : cell.end]
        if match and any(one.exact_key(match["label"]) and not one.is_label(whole) for one in labels):
            apart += [Cell(cell.start + match.start(part), cell.start + match.end(part)) for part in ("label", "code")]
        else:
            apart.append(cell)
    return apart


def _factor_rows(text: str, lines: Sequence[Line]) -> tuple[list[Row], list[Line]]:
    """Rows of one or two (label, code) pairs a line; a label says itself which column it belongs to."""
    columns = [(section, Labels(SECTION_BY_KEY[section].fields)) for section in FACTOR_COLUMNS]
    rows: list[Row] = []
    prose: list[Line] = []
    for line in lines:
        cells = _cells(text, line, [labels for _, labels in columns])
        pairs = _pairs(text, cells, columns, line)
        rows += pairs
        if not pairs:
            prose.append(line)
    return rows, prose


def _pairs(text: str, cells: list[Cell], columns: Sequence[tuple[str, Labels]], line: Line) -> list[Row]:
    found: list[Row] = []
    at = 0
    while at < len(cells):
        matched = _column_label(text, cells[at:], columns)
        if matched is None and not cells[at].is_blank:
            own = own_row_label(text, cells[at:])
            column = 0 if at < 2 else len(columns) - 1
            matched = (columns[column][0], own) if own else None
        if matched is None:
            at += 1
            continue
        section, label = matched
        at += label.cells
        rest = _from_code(text, cells[at:])
        has_code = bool(rest) and _column_label(text, rest, columns) is None
        found.append(Row(section, label, rest[0] if has_code else Cell(label.end, label.end), None, line.page))
        at = len(cells) - len(rest) + has_code
    return found


def _column_label(text: str, cells: list[Cell], columns: Sequence[tuple[str, Labels]]) -> tuple[str, Label] | None:
    matches = [(section, label) for section, labels in columns if (label := labels.match(text, cells))]
    return min(matches, key=lambda match: not match[1].is_certain, default=None)


def _last_filled(cells: list[Cell]) -> Cell:
    return next(cell for cell in reversed(cells) if not cell.is_blank)


def _code_fact(text: str, row: Row, code: Decoded | None, *, is_certain: bool) -> Fact:
    """The fact of a row; where codes stand astray, a row without one may be theirs, and so is not blank for certain."""
    is_blank = row.cell.is_blank and is_certain and not row.is_astray
    status = Status.BLANK if is_blank else Status.READ if code and not row.is_astray else Status.ILLEGIBLE
    value = code.word if code and status is Status.READ else None
    return row_fact(text, row, status, value, code.repairs if code else ())


def _holds_codes(text: str, line: Line) -> bool:
    """Whether a line holds nothing but what is written like codes, so that they are those of other rows."""
    said = MARKUP.sub("", text[line.start : line.end]).split()
    return 0 < len(said) <= _MOST_CODES and all(map(_CODE_LIKE.fullmatch, said))


def _holds_several(text: str, row: Row) -> bool:
    """Whether the cell of a row holds codes of other rows, too."""
    said = text[row.cell.start : row.cell.end].split()
    return sum(_CODE_LIKE.fullmatch(word) is not None for word in said) > 1


def _with_code_astray(text: str, row: Row, kind: CodeKind, legend: Sequence[LegendEntry]) -> Row:
    """The row; where its cell is blank and its description begins with what is a code, that is its cell, astray."""
    if not row.cell.is_blank or row.description is None:
        return row
    match = _FIRST_WORD.match(text, row.description.start, row.description.end)
    if match is None or not match["word"].isupper() or (match["next"] or "A").islower():
        return row
    start, end = match.span("word")
    if not _CODE_LIKE.fullmatch(match["word"]) or decode(text, start, end, kind, legend) is None:
        return row
    rest = Cell(match.start("next"), row.description.end) if match["next"] else None
    return replace(row, cell=Cell(start, end), description=rest, is_astray=True)
