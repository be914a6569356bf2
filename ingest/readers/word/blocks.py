"""What a Word document consists of for a reader: paragraphs and rows, and the cells that only lay out a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.word.numbering import ListLabel


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its lines, what numbers it, and the level that makes it a heading.

    ``has_heading_style`` tells a heading by its style from one by its look alone.
    """

    lines: tuple[str, ...]
    label: ListLabel | None = None
    level: int | None = None
    has_heading_style: bool = False

    @property
    def is_row(self) -> bool:
        """Whether it reads as one row among others: an item of a list, words set apart by tabs."""
        return self.level is None and (self.label is not None or any("\t" in line.strip() for line in self.lines))


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, each a line of cells with a tab between them."""

    lines: tuple[str, ...]

    @property
    def is_table(self) -> bool:
        """Whether these are several rows of several cells."""
        return len(self.lines) > 1 and any("\t" in line.strip() for line in self.lines)


Block = Paragraph | Rows


def cell_text(blocks: Sequence[Block]) -> str:
    """The words of a cell as one stretch: all its paragraphs and lines with a space between them."""
    words: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.label and (block.lines or not block.label.is_bullet):
            words.append(block.label.text)
        words += [" ".join(line.split("\t")).strip() for line in block.lines]
    return " ".join(word for word in words if word)


def lays_out(cells: Sequence[Sequence[Block]], *, is_whole_width: bool, is_one_column: bool) -> bool:
    """Whether the cells of a row only say where on the page their blocks stand.

    So they do where the table has one column, where a cell across all columns holds several blocks or a heading, where
    a cell holds a table, and where each cell holds what a heading is followed by.
    """
    filled = [cell for cell in cells if cell]
    if is_one_column or any(isinstance(block, Rows) and block.is_table for cell in filled for block in cell):
        return True
    if is_whole_width:
        return any(len(cell) > 1 or _is_styled(cell[0]) for cell in filled)
    return bool(filled) and all(_has_headed_block(cell) for cell in filled)


def _is_styled(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.has_heading_style


def _has_headed_block(cell: Sequence[Block]) -> bool:
    return any(isinstance(block, Paragraph) and block.level is not None for block in cell[:-1])
