"""A source text as HTML with a place of it marked: pure, every character of the text kept, rows of tabs as tables."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ui.html import escaped

# A longer text is shown only this far around the marked words.
WHOLE_CHARACTERS = 80_000
_CHARACTERS_AROUND = 20_000
# Rows on end with tabs in them are a table; a tab in one line alone is as likely a slip.
_LEAST_ROWS = 2
_LONGEST_LABEL = 60
_LONGEST_LINE = 2_000
# Columns of a text that only spaces keep apart, as a program prints a page.
_APART = re.compile(r"\S {3,}\S")
_LEAST_APART = 8
_FIRST_MARK = '<mark id="marked" tabindex="-1">'

Span = tuple[int, int]


def marked_text_html(text: str, start: int, end: int) -> str:
    """The text with ``text[start:end]`` in ``<mark>`` elements, which together hold exactly those characters.

    Of a long text it is what stands around the marked words. The first mark has the id ``marked``.
    """
    first, last = shown_span(text, start, end)
    pieces = "".join(
        _table(text, rows, (start, end)) if is_table else "".join(_marked(text, row, (start, end)) for row in rows)
        for is_table, rows in _runs(text, first, last)
    )
    name = "source-text aligned" if len(_APART.findall(text)) >= _LEAST_APART else "source-text"
    return f'<div class="{name}">{pieces.replace("<mark>", _FIRST_MARK, 1)}</div>'


def shown_span(text: str, start: int, end: int) -> Span:
    """What of a text is shown: all of it, or of a long one the lines around the place."""
    if len(text) <= WHOLE_CHARACTERS:
        return 0, len(text)
    earliest, latest = max(0, start - _CHARACTERS_AROUND), min(len(text), end + _CHARACTERS_AROUND)
    # Whole lines, but for lines without end.
    first = text.rfind("\n", max(0, earliest - _LONGEST_LINE), earliest) + 1 or earliest
    last = text.find("\n", latest, latest + _LONGEST_LINE) + 1 or latest
    return first if earliest else 0, last


def _runs(text: str, first: int, last: int) -> Iterator[tuple[bool, Sequence[Span]]]:
    """The lines, each with its end of line, in runs of those that are rows of a table and those that are not."""
    for is_row, lines in groupby(_lines(text, first, last), key=lambda line: _is_row(text[slice(*line)])):
        run = list(lines)
        yield is_row and len(run) >= _LEAST_ROWS, run


def _is_row(line: str) -> bool:
    """Whether a line may be a row of cells: one with nothing behind its tabs is a label with blank cells if short."""
    return "\t" in (line.strip() if len(line) > _LONGEST_LABEL else line)


def _lines(text: str, first: int, last: int) -> Iterator[Span]:
    while first < last:
        end = text.find("\n", first, last)
        end = end + 1 if end >= 0 else last
        yield first, end
        first = end


def _table(text: str, rows: Sequence[Span], mark: Span) -> str:
    return f'<span class="rows">{"".join(_row(text, row, mark) for row in rows)}</span>'


def _row(text: str, row: Span, mark: Span) -> str:
    """A row with its cells; the tab that ends a cell stays in it."""
    ends = [at.end() for at in re.finditer("\t", text[slice(*row)])]
    bounds = [row[0], *(row[0] + end for end in ends if row[0] + end < row[1]), row[1]]
    cells = "".join(f"<span>{_marked(text, cell, mark)}</span>" for cell in pairwise(bounds))
    return f'<span class="row">{cells}</span>'


def _marked(text: str, span: Span, mark: Span) -> str:
    """A stretch of the text, what of it lies in the marked place in a ``<mark>``."""
    first, last = span
    start, end = max(first, mark[0]), min(last, mark[1])
    if start >= end:
        return _exactly(text[first:last])
    return f"{_exactly(text[first:start])}<mark>{_exactly(text[start:end])}</mark>{_exactly(text[end:last])}"


def _exactly(words: str) -> str:
    """The words as HTML text; a carriage return is named, since a browser takes a bare one for a line feed."""
    return escaped(words).replace("\r", "&#13;")
