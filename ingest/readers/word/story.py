"""The body, a header, a note or a text box of a Word document as blocks in the order in which they are read."""

from collections.abc import Iterable, Sequence

from ingest.readers.word.blocks import Block, Paragraph, Rows, cell_text, lays_out
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.paragraphs import Words, read_words
from ingest.readers.word.styles import Styles, outline_level
from ingest.readers.word.tables import Cell, table_rows
from ingest.readers.word.xml import Element

# The level of a short paragraph that only its look makes a heading.
_LOOKS_LIKE_A_HEADING = 7
_HEADING_LETTERS = 100


class Story:
    """Reads one document's blocks; its lists count on from one part to the next."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Read with the styles and lists of the document."""
        self._styles = styles
        self._numbering = numbering

    def blocks(self, elements: Iterable[Element]) -> list[Block]:
        """The blocks that elements of an accepted tree show; an empty paragraph is one only where it is numbered."""
        found: list[Block] = []
        for element in elements:
            if element.name == "w:p":
                found += self._paragraph(element)
            elif element.name == "w:tbl":
                found += self._table(element)
        return found

    def _paragraph(self, element: Element) -> list[Block]:
        """The paragraph, and after it the text boxes that hang on it."""
        words = read_words(element, self._styles)
        label = self._numbering.label(element)
        lines = _lines(words.text)
        boxes = [block for box in words.text_boxes for block in self.blocks(box.children)]
        if not lines:
            return [Paragraph((), label), *boxes] if label else boxes
        styled = self._styled_level(element)
        level = _LOOKS_LIKE_A_HEADING if styled is None and _looks_like_a_heading(words, lines) else styled
        return [Paragraph(lines, label, level, styled is not None), *boxes]

    def _styled_level(self, element: Element) -> int | None:
        outline = element.value("w:pPr", "w:outlineLvl")
        return outline_level(outline) if outline else self._styles.heading_level(self._styles.of(element))

    def _table(self, element: Element) -> list[Block]:
        """The table's rows; of a row that only lays out the page, the blocks of each cell in turn."""
        found: list[Block] = []
        rows: list[str] = []
        table = table_rows(element)
        is_one_column = all(len(row) < 2 for row in table)
        for row in table:
            cells = [self.blocks(cell.content.children) if cell.content else [] for cell in row]
            if lays_out(cells, is_whole_width=len(row) == 1, is_one_column=is_one_column):
                found += [*_as_rows(rows), *(block for cell in cells for block in cell)]
                rows = []
            elif any(cells):
                rows.append(_row(row, cells))
        return [*found, *_as_rows(rows)]


def _lines(text: str) -> tuple[str, ...]:
    """The lines of a paragraph that show something; tabs that only indent it go."""
    lines = (line.strip(" ") if "\t" in line.strip() else line.strip(" \t") for line in text.split("\n"))
    return tuple(line for line in lines if line.strip())


def _looks_like_a_heading(words: Words, lines: Sequence[str]) -> bool:
    """Whether a paragraph is short, and bold or underlined throughout, and no row of words set apart by tabs."""
    is_short = len(words.text.strip()) < _HEADING_LETTERS and not any("\t" in line for line in lines)
    return is_short and (words.is_bold or words.is_underlined)


def _row(row: Sequence[Cell], contents: Sequence[Sequence[Block]]) -> str:
    """The line of a row: the cells with a tab between them, blank ones for further columns that a cell takes."""
    cells = zip(row, contents, strict=True)
    return "\t".join(cell_text(content) + "\t" * (cell.columns - 1) for cell, content in cells)


def _as_rows(lines: Sequence[str]) -> list[Block]:
    return [Rows(tuple(lines))] if lines else []
