"""The words of pages laid out as text, every column of a page at the same place of its lines."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median, quantiles

from ingest.model import Box
from ingest.readers.page.blocks import PageRows, Row, block_written, blocks_of
from ingest.readers.page.columns import in_reading_order
from ingest.readers.page.lines import VisualLine, typical_height, visual_lines
from ingest.readers.page.tables import TableRow, rows_of, side_by_side, words_of_cells
from ingest.readers.page.words import PageWords
from ingest.readers.page.writing import Piece
from ingest.source_text import Heading, Page, SourceText, Span

# In ems: how much more white than between the lines of a paragraph parts two paragraphs.
_PARAGRAPH_GAP = 0.35
_WIDEST_PITCH = 2.5
_BOX_DIGITS = 5
# A page whose letters are about as large as the document's has its columns where the document's are.
_LIKE_EM = 1.25


def laid_out(pages: Sequence[PageWords], format: str) -> SourceText:
    """The text of the pages, with a box for every run of words.

    A word or run of words stands at the column of its left side in quarters of an em from the page's, at least two
    spaces from what stands before it, so that runs of spaces keep the columns. The lines of a paragraph of prose are
    one line. A row of a ruled table is one line of tab-separated cells, the lines in a cell joined, whole where it
    begins even if the end of a page cut it. Paragraphs have an empty line between them, and so have pages.
    """
    laid = _with_paragraphs(_rows_of_pages(pages))
    blocks = blocks_of(laid)
    parts: list[str] = []
    stretches, boxes, unsure, spans, headings = list[Page](), list[Box](), list[Span](), list[Span](), list[Heading]()
    length = 0
    for at, page in enumerate(laid):
        page_start = length
        for block in (block for block in blocks if block.page == at):
            line_end = "\n\n" if length and block.begins else "\n" if length else ""
            written = block_written(block, laid)
            start = length + len(line_end)
            length = start + len(written.text)
            parts += line_end, written.text
            boxes += [_box(start, piece) for piece in written.pieces]
            unsure += [span for piece in written.pieces for span in _unsure(start, piece)]
            if block.is_hidden:
                spans.append(Span(start, length))
            elif block.level is not None:
                headings.append(Heading(start + len(written.text) - len(written.text.lstrip()), length, block.level))
        stretches.append(Page(page.page.number, page_start, length))
    return SourceText(
        "".join(parts), format, None, tuple(stretches), tuple(boxes), tuple(headings), tuple(spans), tuple(unsure), (),
        has_columns=True,
    )  # fmt: skip


def _rows_of_pages(pages: Sequence[PageWords]) -> list[tuple[PageWords, tuple[Row, ...], float]]:
    """Each page with its rows in reading order and its em: the document's where its own is about the same."""
    heights = [typical_height(page.words) for page in pages]
    usual = median([height for height in heights if height] or [1.0])
    ems = [usual if usual / _LIKE_EM <= height <= usual * _LIKE_EM else height or usual for height in heights]
    return [(page, _rows(page, em), em) for page, em in zip(pages, ems, strict=True)]


def _rows(page: PageWords, em: float) -> tuple[Row, ...]:
    """The lines and table rows of a page in reading order."""
    tables = side_by_side(page.tables, em)
    inside, outside = words_of_cells(tables, page.words)
    lines = [((line.top + line.bottom) / 2, (line,)) for line in visual_lines(outside, em)]
    ruled = [(min(cell.top for cell in table.cells), rows_of(table, inside, em)) for table in tables]
    ordered: list[Row] = []
    blocks = sorted([*lines, *ruled], key=lambda block: block[0])
    for is_ruled, group in groupby(blocks, key=lambda block: any(block is table for table in ruled)):
        rows = [row for _, block in group for row in block]
        if is_ruled:
            ordered += rows
        else:
            ordered += in_reading_order([row for row in rows if isinstance(row, VisualLine)], em)
    return tuple(ordered)


def _with_paragraphs(pages: Sequence[tuple[PageWords, tuple[Row, ...], float]]) -> list[PageRows]:
    """The pages, with an empty line above each row that more white parts from the row above than is usual in them."""
    white = _usual_white(pages)
    found = []
    for page, rows, em in pages:
        gaps = [_white(above, below) / em for above, below in pairwise(rows)]
        begins = (True, *(gap < -1 or gap > white + _PARAGRAPH_GAP for gap in gaps))
        found.append(PageRows(page, rows, em, begins[: len(rows)]))
    return found


def _usual_white(pages: Sequence[tuple[PageWords, tuple[Row, ...], float]]) -> float:
    """The white between two lines of a paragraph, in ems: that of the closest quarter of all lines."""
    whites = [
        white
        for _, rows, em in pages
        for above, below in pairwise(rows)
        if isinstance(above, VisualLine) and isinstance(below, VisualLine)
        if -0.5 < (white := _white(above, below) / em) < _WIDEST_PITCH
    ]
    return max(quantiles(whites, n=4)[0], 0.0) if len(whites) > 1 else 0.2


def _white(above: Row, below: Row) -> float:
    """The height of the white between two rows, negative where the one below begins further up."""
    end = above.bottom if isinstance(above, TableRow) else above.foot
    begin = below.top if isinstance(below, TableRow) else below.foot - below.height
    return begin - end


def _box(start: int, piece: Piece) -> Box:
    """The box of a piece of the text that begins at ``start``, on its own page."""
    segment, page = piece.segment, piece.page
    left, top, right, bottom = page.shown(segment.left, segment.top, segment.right, segment.bottom)
    sides = (round(side, _BOX_DIGITS) for side in (left, top, right, bottom))
    return Box(start + piece.start, start + piece.end, page.number, *sides)


def _unsure(start: int, piece: Piece) -> list[Span]:
    spans = []
    at = start + piece.start
    for word in piece.segment.words:
        if not word.is_sure:
            spans.append(Span(at, min(at + len(word.text), start + piece.end)))
        at += len(word.text) + 1
    return spans
