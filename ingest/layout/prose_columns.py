"""Tables of prose in columns: essential functions (number, code, text), class requirements (label, text)."""

import re
from collections.abc import Sequence

from ingest.folding import latin_text
from ingest.form import REQUIREMENT_FIELDS
from ingest.layout.columns import (
    FEWEST_ROWS,
    SLACK,
    Arranged,
    Cells,
    all_cells,
    arranged_rows,
    begins_with_label,
    by_page,
    column_around,
    parted_at,
    spans,
    usual,
)
from ingest.layout.pieces import Piece, parted
from ingest.layout.rows import CellLine
from ingest.layout.table import Table
from ingest.norfolk.labels import Labels
from ingest.source_text import Line

_NUMBER = re.compile(r"\d{1,2}[.)]?|[lI|][.)]?")
_NUMBER_THEN_CODE = re.compile(r"(?:\d{1,2}[.)]?|[lI|])[ \xa0](?P<code>VH|[^\W_]|[?#*])(?=[ \xa0]|$)")


def functions_in_columns(table: Table) -> Arranged | None:
    """Rows of number, code and text; None where no text stands in a column beside its number."""
    numbered = [pieces for line in table.block.lines if (pieces := _numbered(table, line))]
    said = _function_column(table, numbered)
    if said is None:
        return None
    number = max(pieces[0].left for pieces in numbered if pieces[0].left < said)

    def cells_of(line: Line) -> Cells | None:
        pieces = _numbered(table, line)
        if pieces and pieces[0].left <= number + SLACK:
            rest = pieces[1:]
            code = [piece for piece in rest[:1] if table.is_code_like(piece) and (piece.left < said or len(rest) > 1)]
            return spans(pieces[:1]), spans(code), spans(rest[len(code) :])
        whole = table.pieces(line)
        return ((), (), spans(whole)) if whole[0].left >= said - SLACK else None

    return arranged_rows(table, cells_of, _begins_every_line)


def _begins_every_line(above: Sequence[CellLine], line: CellLine) -> bool:
    """A line with a number begins a row."""
    return True


def _function_column(table: Table, numbered: Sequence[Sequence[Piece]]) -> int | None:
    """Where the text of the functions begins: beside the numbers, or above and below numbers that stand alone."""
    worded = [pieces for pieces in numbered if len(pieces) > 1 and not table.is_code_like(pieces[-1])]
    beside = usual(pieces[-1].left for pieces in worded)
    if beside is not None:
        apart = any(pieces[-1].left == beside and pieces[-1].left - pieces[-2].right > 1 for pieces in worded)
        return beside if apart else None
    lines = table.block.lines
    return column_around(table, lines, lambda line: bool(_numbered(table, line))) if numbered else None


def _numbered(table: Table, line: Line) -> list[Piece]:
    """The pieces of a line that begins with a number, and with a code beside it where there is one; else none."""
    pieces = table.pieces(line)
    first = latin_text(table.text[pieces[0].start : pieces[0].end])
    if _NUMBER.fullmatch(first):
        return list(pieces)
    beside = _NUMBER_THEN_CODE.match(first)
    if beside is None:
        return []
    number, rest = parted(pieces[0], pieces[0].start + beside.start("code"))
    if beside.end() < len(first):
        return [number, *parted(rest, pieces[0].start + beside.end() + 1), *pieces[1:]]
    return [number, rest, *pieces[1:]]


def requirements_in_columns(table: Table) -> Arranged | None:
    """Rows of label and prose; None where the prose does not stand in a column beside the labels."""
    labels = Labels(REQUIREMENT_FIELDS, before_codes=False)
    column = by_page(table, lambda lines, _: _prose_column(table, lines, labels))
    if column is None:
        return None

    def cells_of(line: Line) -> Cells | None:
        said = column(line)
        pieces = parted_at(table.text, table.pieces(line), [said], lambda words: _begins_label(words, labels))
        if pieces[0].left < said - SLACK and pieces[0].right > said + SLACK:
            return None
        label = [piece for piece in pieces if piece.left < said - SLACK]
        return spans(label), spans(pieces[len(label) :])

    lines = all_cells(table, cells_of)
    return arranged_rows(table, cells_of, begins_with_label(table.text, labels, lines, coded=False))


def _prose_column(table: Table, lines: Sequence[Line], labels: Labels) -> int | None:
    """Where the prose beside the labels of some lines begins; one label is enough where other lines stand under it."""
    on_lines = [table.pieces(line) for line in lines]
    margin = min((pieces[0].left for pieces in on_lines), default=0)
    beside = [pieces[1].left for pieces in on_lines if len(pieces) > 1 and _begins_label(table.said(pieces[0]), labels)]
    below = [pieces[0].left for pieces in on_lines if len(pieces) == 1 and pieces[0].left > margin + SLACK]
    if len(beside) >= FEWEST_ROWS or set(beside) & set(below):
        return usual([*beside, *(left for left in below if left in beside)])

    def is_label(line: Line) -> bool:
        return _begins_label(table.text[line.start : line.end].strip(), labels)

    return column_around(table, lines, is_label)


def _begins_label(said: str, labels: Labels) -> bool:
    return labels.key_of(said) is not None or labels.begins_label(said)
