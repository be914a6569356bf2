"""From the rows of pages to what becomes one line of text each: paragraphs, table rows, lines that stand alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.readers.page.breaks import is_cut, repeated_heads
from ingest.readers.page.furniture import PageFurniture, PlacedLine, furniture
from ingest.readers.page.headings import heading_levels
from ingest.readers.page.lines import VisualLine
from ingest.readers.page.paragraphs import Margins, goes_on, margins_of
from ingest.readers.page.tables import TableRow
from ingest.readers.page.words import PageWords
from ingest.readers.page.writing import Written, line_written, paragraph_written, row_written

COLUMNS_AN_EM = 4

Row = TableRow | VisualLine


@dataclass(frozen=True, slots=True)
class PageRows:
    """One page: its rows in reading order, its em, and for each row whether an empty line stands above it."""

    page: PageWords
    rows: tuple[Row, ...]
    em: float
    begins: tuple[bool, ...]

    def written(self, at: int) -> Written:
        """The text of one row."""
        row = self.rows[at]
        if isinstance(row, TableRow):
            return row_written([(row, self.page)])
        return line_written(row, self.page, self.em / COLUMNS_AN_EM)


@dataclass(frozen=True, slots=True)
class Block:
    """A row of a page by the page's index and its own, and those that go on with it, perhaps on later pages.

    ``begins``: an empty line stands above it; ``level``: of the heading that it is, None if it is none.
    """

    places: tuple[tuple[int, int], ...]
    begins: bool
    is_hidden: bool = False
    level: int | None = None

    @property
    def page(self) -> int:
        """The index of the page that it stands on."""
        return self.places[0][0]


def blocks_of(pages: Sequence[PageRows]) -> list[Block]:
    """The rows of all pages in order, those that go on with each other as one block where the first of them stands."""
    aside = _set_aside(pages)
    levels = heading_levels([(page.rows, page.begins) for page in pages])
    margins = margins_of(
        [(page.page.width, _body(page, found), page.em) for page, found in zip(pages, aside, strict=True)]
    )
    blocks: list[Block] = []
    open_row: int | None = None
    for number, (page, found) in enumerate(zip(pages, aside, strict=True)):
        body = [at for at in range(len(page.rows)) if at not in found.hidden | found.said_once]
        begun = len(blocks)
        for at in range(len(page.rows)):
            block = Block(
                ((number, at),), page.begins[at] or len(blocks) == begun, at in found.hidden, levels[number][at]
            )
            if at in body[:1] and open_row is not None and _is_cut(pages, blocks[open_row], block):
                blocks[open_row] = _with(blocks[open_row], block)
            elif len(blocks) > begun and _goes_on(pages, blocks[-1], block, margins[number], found.said_once):
                blocks[-1] = _with(blocks[-1], block)
            else:
                blocks.append(block)
        open_row = next((n for n, one in enumerate(blocks) if body and (number, body[-1]) in one.places), open_row)
    return blocks


def block_written(block: Block, pages: Sequence[PageRows]) -> Written:
    """The text of a block."""
    parts = [(pages[number], pages[number].rows[at]) for number, at in block.places]
    rows = [(row, page.page) for page, row in parts if isinstance(row, TableRow)]
    if rows:
        return row_written(rows)
    page = parts[0][0]
    lines = [row for _, row in parts if isinstance(row, VisualLine)]
    return paragraph_written(lines, page.page, page.em / COLUMNS_AN_EM)


def _set_aside(pages: Sequence[PageRows]) -> list[PageFurniture]:
    """The furniture of each page, the heads of a table that are printed again where it goes on among it."""
    found = furniture([[_placed(page, at) for at in range(len(page.rows))] for page in pages])
    with_heads: list[PageFurniture] = []
    above: list[Row] = []
    for page, own in zip(pages, found, strict=True):
        body = [at for at in range(len(page.rows)) if at not in own.hidden | own.said_once]
        rows = [page.rows[at] for at in body]
        heads = body[: repeated_heads(rows, above, page.em)]
        with_heads.append(replace(own, hidden=own.hidden | frozenset(heads)))
        above = rows
    return with_heads


def _placed(page: PageRows, at: int) -> PlacedLine:
    row = page.rows[at]
    height = (row.top + row.bottom) / 2 / page.page.height
    return PlacedLine(page.written(at).text, height, page.begins[at])


def _body(page: PageRows, found: PageFurniture) -> list[Row]:
    return [row for at, row in enumerate(page.rows) if at not in found.hidden | found.said_once]


def _with(block: Block, more: Block) -> Block:
    return replace(block, places=(*block.places, *more.places))


def _is_cut(pages: Sequence[PageRows], above: Block, below: Block) -> bool:
    rows = [pages[number].rows[at] for number, at in (*above.places, *below.places)]
    parts = [row for row in rows if isinstance(row, TableRow)]
    if len(parts) < len(rows):
        return False
    number, _ = below.places[0]
    cells = tuple(
        next((cell for cell in reversed(column) if cell), ())
        for column in zip(*(row.cells for row in parts[:-1]), strict=True)
    )
    return is_cut(replace(parts[-2], cells=cells), parts[-1], pages[number].em)


def _goes_on(
    pages: Sequence[PageRows], above: Block, below: Block, margins: Margins, said_once: frozenset[int]
) -> bool:
    """Whether a row goes on with the paragraph that a block is so far, both of the page's own words or neither."""
    (_, last), (number, at) = above.places[-1], below.places[0]
    is_like = above.is_hidden == below.is_hidden and (last in said_once) == (at in said_once)
    if below.begins or not is_like or above.level is not None or below.level is not None or above.page != number:
        return False
    rows = pages[number].rows
    return goes_on(rows[last], rows[at], margins, is_first=len(above.places) == 1)
