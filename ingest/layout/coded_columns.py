"""Coded tables in columns: demands (label, code, description), and factors (label and code, twice side by side)."""

from collections.abc import Callable, Sequence
from itertools import chain, zip_longest
from statistics import median_low

from ingest.form import FACTOR_COLUMNS, SECTION_BY_KEY
from ingest.layout.columns import (
    SLACK,
    Arranged,
    Cells,
    all_cells,
    arranged_rows,
    begins_with_label,
    by_page,
    cells_from,
    parted_at,
    spans,
    usual,
    with_code_apart,
    with_codes_apart,
)
from ingest.layout.pieces import Piece
from ingest.layout.rows import CellLine, Row, grouped, joined
from ingest.layout.table import CODE_LETTERS, MOST_CODE_LETTERS, Table
from ingest.norfolk.labels import Labels
from ingest.source_text import Line


def demands_in_columns(table: Table) -> Arranged | None:
    """Rows of label, code and description; None where the labels have no codes in a column."""
    columns = by_page(table, lambda lines, fewest: _demand_columns(table, lines, fewest))
    rows = [line for line in table.block.lines if _after_label(table, line) or table.runs_on(line)]
    if columns is None or 2 * sum(map(table.runs_on, rows)) > len(rows) or _has_rows_on_a_line(table):
        return None

    def may_end(said: str) -> bool:
        return len(said) <= CODE_LETTERS or table.labels.key_of(said) is not None

    def cells_of(line: Line) -> Cells | None:
        code, described = columns(line)
        pieces = with_codes_apart(table.text, table.pieces(line), [table.labels])
        pieces = with_code_apart(table.text, pieces, table.labels)
        apart = parted_at(table.text, pieces, [code, described], may_end)
        return _by_column(table, table.labels, apart, code, described)

    lines = all_cells(table, cells_of)
    return arranged_rows(table, cells_of, begins_with_label(table.text, table.labels, lines, coded=True))


def _has_rows_on_a_line(table: Table) -> bool:
    """Whether the labels of two rows stand on one line, so that rows run on."""
    on_lines = (with_codes_apart(table.text, table.pieces(line), [table.labels]) for line in table.block.lines)
    return any(sum(table.labels.exact_key(table.said(one)) is not None for one in pieces) > 1 for pieces in on_lines)


def _demand_columns(table: Table, lines: Sequence[Line], fewest: int) -> tuple[int, int | None] | None:
    """Where the codes and the descriptions of some lines begin."""
    found = [rest for line in lines if (rest := _after_label(table, line))]
    codes = [rest[0].left for rest in found if table.is_code_like(rest[0])]
    codes = codes if len(codes) >= fewest else [*codes, *_codes_by_beginnings(table, lines)]
    if len(codes) < (1 if table.barred else fewest):
        return None
    code = median_low(codes)
    if not SECTION_BY_KEY[table.block.key].column_heads[0].endswith("DESCRIPTION"):
        return code, None
    said = (rest[-1] for rest in found if not table.is_code_like(rest[-1]))
    return code, usual(piece.left for piece in said if piece.left > code + SLACK)


def _codes_by_beginnings(table: Table, lines: Sequence[Line]) -> list[int]:
    """Where codes stand beside the beginnings of labels that go on below, or between those and the line below."""
    lefts: list[int] = []
    for line, below in zip(lines, (*lines[1:], None), strict=True):
        first, *rest = table.pieces(line)
        begins = first.width > MOST_CODE_LETTERS and table.labels.begins_label(table.said(first))
        if not begins or _after_label(table, line) is not None:
            continue
        beside = rest or ([] if below is None else table.pieces(below))
        if beside and beside[0].left > first.right and table.is_code_like(beside[0]):
            lefts.append(beside[0].left)
    return lefts


def _after_label(table: Table, line: Line) -> list[Piece] | None:
    """The pieces after the known label that a line begins with; None where it begins with none."""
    pieces = with_codes_apart(table.text, table.pieces(line), [table.labels])
    label = table.labels.match(table.text, cells_from(pieces))
    return pieces[label.cells :] if label else None


def _by_column(table: Table, labels: Labels, pieces: Sequence[Piece], code: int, described: int | None) -> Cells | None:
    """The pieces of a line's label, code and description; None where one that is no label runs across the codes.

    What stands behind a known label is none of it. What is as short as a code and stands right after one is its code,
    wherever its page puts the column.
    """
    label: list[Piece] = []
    letters: list[Piece] = []
    description: list[Piece] = []
    known = labels.match(table.text, cells_from(pieces))
    for at, piece in enumerate(pieces):
        is_beside = known is not None and at == known.cells
        if not letters and _is_code(table, pieces, at, code, described, is_beside=is_beside):
            letters.append(piece)
        elif letters or is_beside or description or _is_beyond(piece, code, described):
            description.append(piece)
        else:
            label.append(piece)
    runs_across = known is None and any(piece.right > code + SLACK for piece in label)
    if runs_across and not letters and (described is None or any(piece.right > described for piece in label)):
        return None
    return spans(label), spans(letters), spans(description)


def _is_beyond(piece: Piece, code: int, described: int | None) -> bool:
    """Whether a piece stands where no label does: right of the codes, wherever its page puts what is said there."""
    return piece.left >= code if described is None else piece.left > min(code + SLACK, described - SLACK - 1)


def _is_code(
    table: Table, pieces: Sequence[Piece], at: int, code: int, described: int | None, *, is_beside: bool
) -> bool:
    """Whether a piece of a line stands in the column of the codes, or can only be a code where it stands."""
    piece = pieces[at]
    stands_there = piece.left <= code + SLACK <= piece.right + 2 * SLACK
    if stands_there and (piece.width <= MOST_CODE_LETTERS or table.is_code(piece)):
        return True
    if described is None:
        is_last = is_beside or 0 < at == len(pieces) - 1 or (at == 0 and piece.left > code)
        return (table.is_code_like(piece) and is_last) or (table.is_code_or_sign(piece) and len(pieces) == 1)
    is_before_last = piece.left < described or at + 1 < len(pieces)
    return is_beside and (table.is_code_like(piece) if is_before_last else table.is_code(piece))


def factors_in_columns(table: Table) -> Arranged | None:
    """Rows of two labels, each with its code; None where the two columns do not stand side by side."""
    columns = [Labels(SECTION_BY_KEY[key].fields) for key in FACTOR_COLUMNS]
    measured = by_page(table, lambda lines, fewest: _factor_columns(table, lines, columns, fewest))
    labelled = [line for line in table.block.lines if set(_labels_in(table, line, columns)) - {None}]
    if measured is None or _run_together(table, labelled, columns):
        return None
    starts = {line.start for line in labelled}
    legend = table.legend(lambda line: line.start in starts)
    body = [line for _, line in table.without_heads(legend)]
    unlabelled = (line for line in body if line.start not in starts)
    prose = [line for line in unlabelled if _runs_across(_apart(table, line, columns), measured(line)[0])]
    rows = [line for line in body if line not in prose]
    first = rows[0].start if rows else 0
    left, right = (_side(table, rows, columns, side, measured) for side in (0, 1))
    blank = Row(((), ()))
    return [
        *((*legend.rows, Row(())) if legend else ()),
        *(table.shown(line) for line in prose if line.start < first),
        *(Row((*one.cells, *other.cells)) for one, other in zip_longest(left, right, fillvalue=blank)),
        *(table.shown(line) for line in prose if line.start >= first),
    ]


def _run_together(table: Table, labelled: Sequence[Line], columns: Sequence[Labels]) -> bool:
    """Whether lines with labels are more words than columns: three labels on a line, or most of them in one piece."""
    together = 0
    for line in labelled:
        if sum(side is not None for side in _labels_in(table, line, columns)) > len(columns):
            return True
        together += len(table.pieces(line)) < 2 < len(_apart(table, line, columns))
    return 2 * together > len(labelled)


def _apart(table: Table, line: Line, columns: Sequence[Labels]) -> list[Piece]:
    return with_codes_apart(table.text, table.pieces(line), columns)


def _side(
    table: Table,
    lines: Sequence[Line],
    columns: Sequence[Labels],
    side: int,
    measured: Callable[[Line], tuple[int, tuple[int, int]]],
) -> list[Row]:
    """The rows of one of the two columns."""
    held: list[CellLine] = []
    labels = columns[side]
    for line in lines:
        middle, codes = measured(line)
        pieces = _apart(table, line, columns)
        sides = _labels_in(table, line, columns)
        split = next((at for at, found in enumerate(sides) if found == 1 and at > 0), None)
        if split is None:
            right = (at for at in range(len(pieces)) if _is_right(table, pieces, at, columns, middle, codes))
            split = next(right, len(pieces))
        own = with_code_apart(table.text, pieces[split:] if side else pieces[:split], labels)
        cells = _by_column(table, labels, own, codes[side], None)
        if cells and any(cells):
            label, code, beyond = cells
            held.append(table.line_of(line, (label, (*code, *beyond))))
    begins = begins_with_label(table.text, labels, [line.cells for line in held], coded=True)
    return [joined(group) for group in grouped(table.text, held, begins)]


def _is_right(
    table: Table, pieces: Sequence[Piece], at: int, columns: Sequence[Labels], middle: int, codes: tuple[int, int]
) -> bool:
    """Whether a piece is the right column's: a code near its codes, the end of its labels, or what stands there.

    So are words behind a code, wherever their page puts the column.
    """
    piece = pieces[at]
    if table.is_code_like(piece):
        return abs(piece.left - codes[0]) > abs(piece.left - codes[1])
    ends = [labels.ends_label(table.said(piece)) for labels in columns]
    if ends[0] != ends[1]:
        return ends[1]
    return piece.left >= middle or (at > 0 and table.is_code_like(pieces[at - 1]))


def _factor_columns(
    table: Table, lines: Sequence[Line], columns: Sequence[Labels], fewest: int
) -> tuple[int, tuple[int, int]] | None:
    """Where the right column of some lines begins, and where the codes of each column do."""
    lefts: list[list[int]] = [[], []]
    beside: list[list[int]] = [[], []]
    alone: list[int] = []
    for line in lines:
        pieces = _apart(table, line, columns)
        sides = _labels_in(table, line, columns)
        for at, (piece, side) in enumerate(zip(pieces, sides, strict=True)):
            above = sides[at - 1] if at and sides[at - 1] == (at > 1) else None
            if side is not None and side == (at > 0):
                lefts[side].append(piece.left)
            elif table.is_code_like(piece):
                (alone if above is None else beside[above]).append(piece.left)
    if len(lefts[0]) < fewest or not lefts[1]:
        return None
    right = min(lefts[1])
    left_codes = [left for left in beside[0] if left < right + SLACK] or [left for left in alone if left < right]
    right_codes = beside[1] or [left for left in alone if left > right]
    return (right - SLACK, (median_low(left_codes), median_low(right_codes))) if left_codes and right_codes else None


def _labels_in(table: Table, line: Line, columns: Sequence[Labels]) -> list[int | None]:
    """For each piece of a line the column that it is a label of, or the beginning of one, if it is."""
    pieces = _apart(table, line, columns)
    return [_side_of(table.text[piece.start : piece.end], columns) for piece in pieces]


def _side_of(said: str, columns: Sequence[Labels]) -> int | None:
    known = (side for side, labels in enumerate(columns) if labels.key_of(said))
    may_begin = len(said) > MOST_CODE_LETTERS
    begun = (side for side, labels in enumerate(columns) if may_begin and labels.begins_label(said))
    misread = (side for side, labels in enumerate(columns) if may_begin and labels.nearly_begins_label(said))
    return next(chain(known, begun, misread), None)


def _runs_across(pieces: Sequence[Piece], middle: int) -> bool:
    """Whether a line is prose: one piece of it goes on from the left column far into the right one."""
    return any(piece.left < middle - SLACK and piece.right > middle + 2 * SLACK for piece in pieces)
