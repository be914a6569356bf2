"""A text with its tables as rows of tab-separated cells, each row where its words begin, as a view."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from ingest.hyphens import between_lines
from ingest.layout.pieces import pieces_of
from ingest.layout.rows import Row
from ingest.source_text import Line, Span, has_gap, lines
from ingest.view import View, ViewBuilder

_CELL_BREAK = re.compile(r"<br\s*/?>|\\(?=\|)", re.IGNORECASE)

Rows = Sequence[Row | Line]


def view_in_rows(text: str, shown: Iterable[Line], tables: Iterable[Rows], gone: Iterable[Line]) -> View:
    """The lines of a text, but those that are gone, and the rows of its tables, in the order of their places.

    The lines that are gone are those that the tables were made of: whole lines, or what follows a heading on its line.
    """
    starts = sorted(line.start for line in gone)
    items: list[tuple[int, int, Row | Line]] = []
    for line in shown:
        part = _before_table(line, starts)
        if part is not None:
            items.append((part.start, len(items), part))
    for rows in tables:
        position = 0
        for row in rows:
            position = max(position, _place(row, position))
            items.append((position, len(items), row))
    builder = ViewBuilder(text)
    above: Row | Line | None = None
    for _, _, item in sorted(items, key=lambda one: one[:2]):
        builder.put_in("\n" * _is_apart(text, above, item))
        _show(builder, text, item)
        builder.put_in("\n")
        above = item
    return builder.view()


def _before_table(line: Line, gone: Sequence[int]) -> Line | None:
    """What of a line no table was made of."""
    at = bisect_left(gone, line.start)
    own = gone[at] if at < len(gone) else line.end
    if own == line.start:
        return None
    return Line(line.start, min(own, line.end), line.page)


def _place(row: Row | Line, otherwise: int) -> int:
    if isinstance(row, Line):
        return row.start
    return min((span.start for cell in row.cells for span in cell), default=otherwise)


def _is_apart(text: str, above: Row | Line | None, below: Row | Line) -> bool:
    """Whether an empty line parts two items: lines as in the text, a table from what is around it."""
    if isinstance(above, Line) and isinstance(below, Line):
        return has_gap(text, above.end, below.start)
    return above is not None and isinstance(above, Line) != isinstance(below, Line)


def _show(builder: ViewBuilder, text: str, item: Row | Line) -> None:
    if isinstance(item, Line):
        builder.show(item.start, item.end)
        return
    for column, cell in enumerate(item.cells):
        builder.put_in("\t" * (column > 0))
        for span, following in zip_longest(cell, cell[1:]):
            after = text[following.start : following.end] if following else ""
            dropped, between = between_lines(text[span.start : span.end], after) if following else (0, "")
            _show_piece(builder, text, Span(span.start, span.end - dropped))
            builder.put_in(between)


def _show_piece(builder: ViewBuilder, text: str, span: Span) -> None:
    """A piece of a cell without what breaks or escapes in it."""
    at = span.start
    for match in _CELL_BREAK.finditer(text, span.start, span.end):
        builder.show(at, match.start())
        if match[0].startswith("<"):
            builder.show_as(" ", match.start(), match.end())
        at = match.end()
    builder.show(at, span.end)


def view_with_tabs(text: str) -> View:
    """The lines of a text without the space before and after them, and a tab where their pieces stand apart."""
    builder = ViewBuilder(text)
    position = 0
    for line in lines(text):
        builder.put_in("\n" * min(text.count("\n", position, line.start), 2))
        if "\t" in text[line.start : line.end]:
            builder.show(line.start, line.end)
        else:
            builder.show_joined([(piece.start, piece.end) for piece in pieces_of(text, line)], by="\t")
        position = line.end
    return builder.view()
