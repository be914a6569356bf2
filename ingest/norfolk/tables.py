"""The form's coded tables, row by row: demands, and factors in two columns (contract, section 1)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import MARKUP, folded, skeleton
from ingest.form import FACTOR_COLUMNS, SECTION_BY_KEY, CodeKind
from ingest.model import Fact, Issue, LegendEntry, Repair, Status
from ingest.norfolk.codes import Decoded, decode, is_legend_line, read_legend
from ingest.norfolk.labels import Cell, Label, Labels, cells_of, is_label_like, own_label
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line

CODE_LETTERS = 2
_LABEL_THEN_CODE = re.compile(r"(?P<label>\S.*?)(?:[\s:]+|(?<=[a-z)])(?=VH|[A-Z]))(?P<code>\(?[^\W_]{1,2}\)?)")
_FIRST_WORD = re.compile(r"(?P<word>\S+)(?:\s+(?P<next>\S)|$)")
_CODE_LIKE = re.compile(r"\(?(?:[A-Z0]{1,2}(?:/[A-Z0]{1,2})?|[?#*])\)?")
_MOST_CODES = 60
_FEWEST_LETTERS = 8
# What is printed in place of a letter that a font lacks.
_NOT_PRINTED = "■□�"


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


def read_demands(text: str, block: Block) -> Table:
    """A table of demand, frequency code and description (physical demands only), with its legend and its prose."""
    legend, lines = _legend_and_rest(text, block, CodeKind.FREQUENCY)
    rows, prose = _demand_rows(text, lines, block.key)
    return _decoded(text, rows, prose, CodeKind.FREQUENCY, legend)


def read_factors(text: str, block: Block) -> Table:
    """The two side-by-side columns of factor and exposure code; a row is one column's label and code."""
    legend, lines = _legend_and_rest(text, block, CodeKind.EXPOSURE)
    rows, prose = _factor_rows(text, lines)
    return _decoded(text, rows, prose, CodeKind.EXPOSURE, legend)


def _legend_and_rest(text: str, block: Block, kind: CodeKind) -> tuple[tuple[LegendEntry, ...], tuple[Line, ...]]:
    at = next(
        (i for i, line in enumerate(block.lines) if is_legend_line(text[line.start : line.end])), len(block.lines)
    )
    legend, taken = read_legend(text, block.lines[at:], block.key, kind)
    return legend, (*block.lines[:at], *block.lines[at + taken :])


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
            rows.append(_demand_row(section, label, cells, line))
        elif cells[0].is_blank and rows and rows[-1].description is not None:
            whole = Cell(rows[-1].description.start, _last_filled(cells).end)
            rows[-1] = replace(rows[-1], description=whole)
        else:
            prose.append(line)
    return rows, prose


def _demand_row(section: str, label: Label, cells: list[Cell], line: Line) -> Row:
    rest = _from_code(cells[label.cells :]) or [Cell(label.end, label.end)]
    described = [cell for cell in rest[1:] if not cell.is_blank]
    description = Cell(described[0].start, described[-1].end) if described else None
    return Row(section, label, rest[0], description, line.page)


def _from_code(cells: list[Cell]) -> list[Cell]:
    """The cells from the one of the code on: a stray tab leaves a blank one before it."""
    strayed = len(cells) > 1 and cells[0].is_blank and 0 < cells[1].end - cells[1].start <= CODE_LETTERS
    return cells[1:] if strayed else cells


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
        rest = _from_code(cells[at:])
        has_code = bool(rest) and _column_label(text, rest, columns) is None
        found.append(Row(section, label, rest[0] if has_code else Cell(label.end, label.end), None, line.page))
        at = len(cells) - len(rest) + has_code
    return found


def _column_label(text: str, cells: list[Cell], columns: Sequence[tuple[str, Labels]]) -> tuple[str, Label] | None:
    matches = [(section, label) for section, labels in columns if (label := labels.match(text, cells))]
    return min(matches, key=lambda match: not match[1].is_certain, default=None)


def own_row_label(text: str, cells: list[Cell]) -> Label | None:
    """The label of a row that the form does not name: words, and in the next cell a code or nothing.

    Words in capitals with nothing beside them are a head of a column, and words with a letter that was not printed are
    no label.
    """
    if len(cells) < 2 or not is_label_like(text, cells[0]):
        return None
    said, beside = (text[cell.start : cell.end] for cell in cells[:2])
    if any(sign in said for sign in _NOT_PRINTED) or (not beside and said.isupper()):
        return None
    others = [cell for cell in cells[1:] if not cell.is_blank]
    is_code_like = len(beside) <= CODE_LETTERS and (others or len(skeleton(said)) > 2)
    return own_label(text, cells[0]) if is_code_like else None


def _last_filled(cells: list[Cell]) -> Cell:
    return next(cell for cell in reversed(cells) if not cell.is_blank)


def claimed_rows(text: str, rows: list[Row]) -> tuple[list[Row], list[Issue]]:
    """Each row under a field: a misread label takes one only where no other row does; the rest keep their own words.

    A label that is a letter away from one of the form that no row has may be that one or another: it is no row's.
    """
    certain = {row.field for row in rows if row.label.is_certain}
    uncertain = [row.field for row in rows if not row.label.is_certain]
    claimed, issues = [], []
    for row in rows:
        label = row.label
        if not label.is_known and _may_be_known(text, row, {*certain, *uncertain}):
            named = folded(text[label.start : row.end])
            sentence = f"“{named[:80]}” may be a row of the form whose label was misread."
            issues.append(Issue("unplaced_line", sentence, label.start, row.end))
            continue
        if not label.is_certain and (row.field in certain or uncertain.count(row.field) > 1):
            label = own_label(text, Cell(label.start, label.end))
        if not label.is_known:
            named = folded(text[label.start : label.end])
            sentence = f"The row “{named}” is none that the form names; it is kept under its own label."
            issues.append(Issue("unknown_label", sentence, label.start, label.end))
        claimed.append(replace(row, label=label))
    return claimed, issues


def _may_be_known(text: str, row: Row, taken: set[str]) -> bool:
    """Whether a label that the form does not name is a letter away from one that it names and that no row has."""
    said = skeleton(text[row.label.start : row.label.end])
    others = (field for field in SECTION_BY_KEY[row.section].fields if f"{row.section}.{field.key}" not in taken)
    printed = (skeleton(label) for field in others for label in field.labels)
    return len(said) >= _FEWEST_LETTERS and any(DamerauLevenshtein.distance(said, one) <= 1 for one in printed)


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
