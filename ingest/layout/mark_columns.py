"""Marks in columns: the places of work, the levels of strength."""

from ingest.form import STRENGTH_LEVELS
from ingest.layout.columns import SLACK, Arranged, spans
from ingest.layout.pieces import Piece
from ingest.layout.rows import Row
from ingest.layout.table import Table
from ingest.norfolk.labels import Labels
from ingest.norfolk.marks import is_mark


def boxes_in_columns(table: Table) -> Arranged | None:
    """Each line's labels and marks as the cells of a row; None where nothing stands apart."""
    lines = [(line, table.pieces(line)) for _, line in table.without_heads(None)]
    if all(len(pieces) < 2 for _, pieces in lines):
        return None
    return [
        Row(tuple((span,) for span in spans(pieces))) if len(pieces) > 1 else table.shown(line)
        for line, pieces in lines
    ]


def strength_in_columns(table: Table) -> Arranged | None:
    """The levels as cells, marks on a line below them column under column, the legend with one cell a code.

    None where the levels stand neither apart from each other nor each on a line of its own.
    """
    labels = Labels(STRENGTH_LEVELS, before_codes=False)
    legend = table.legend(lambda line: False, in_one_row=True)
    made: Arranged = []
    levels: list[Piece] = []
    count = 0
    has_legend = legend is None
    for at, line in table.without_heads(legend):
        if legend and not has_legend and at >= legend.end:
            made += legend.rows
            has_legend = True
        pieces = table.pieces(line)
        found = [one for one in pieces if labels.is_label(table.said(one))]
        count += len(found)
        if len(levels) > 1 and all(is_mark(table.said(piece)) for piece in pieces):
            made.append(Row(tuple(spans(mark for mark in pieces if _is_under(mark, level)) for level in levels)))
        else:
            levels = found or levels
            made.append(Row(tuple((span,) for span in spans(pieces))) if len(pieces) > 1 else table.shown(line))
    if legend and not has_legend:
        made += legend.rows
    return made if count > 1 else None


def _is_under(mark: Piece, level: Piece) -> bool:
    return mark.left < level.right + SLACK and mark.right > level.left - SLACK
