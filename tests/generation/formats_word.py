"""The form as a Word document."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from tests.generation.document import (
    Document,
    Element,
    Heading,
    LegendTable,
    Levels,
    Notes,
    Pairs,
    Paragraph,
    Table,
    Text,
    TextLine,
)


@dataclass(frozen=True)
class _Habits:
    """How one document is made: headings in bold or styled, rows numbered by Word, a code's meaning in its cell."""

    bold: bool
    numbered: bool
    legends_in_one_row: bool


def as_docx(document: Document, random: Random) -> bytes:
    """The document as a .docx file: tables, styled or bold headings, the footnote and page numbers in its footer.

    At random the numbers of the essential functions are Word's own numbering and no text.
    """
    word = docx.Document()
    habits = _Habits(random.random() < 0.5, random.random() < 0.5, random.random() < 0.5)
    for element in document.elements:
        _add(word, element, habits)
    footer = word.sections[0].footer
    footer.paragraphs[0].add_run(document.footnote)
    _add_page_numbers(footer.add_paragraph())
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _add(word: WordDocument, element: Element, habits: _Habits) -> None:
    match element:
        case TextLine():
            word.add_paragraph(element.line)
        case Pairs():
            word.add_paragraph("\t".join(f"{label.words}: {value.words}" for label, value in element.pairs))
        case Heading():
            _add_heading(word, f"{element.words.words}{element.colon}", bold=habits.bold)
        case Paragraph():
            word.add_paragraph(element.words.words)
        case Table():
            _add_table(word, element, numbered=habits.numbered)
        case LegendTable():
            _add_legend(word, element, in_one_row=habits.legends_in_one_row)
        case Levels():
            _add_rows(word, (element.cells,))
        case Notes():
            for line in element.lines:
                word.add_paragraph(line)


def _add_heading(word: WordDocument, words: str, *, bold: bool) -> None:
    if bold:
        word.add_paragraph().add_run(words).bold = True
    else:
        word.add_heading(words, level=2)


def _add_table(word: WordDocument, table: Table, *, numbered: bool) -> None:
    if not (numbered and table.section == "essential_functions"):
        _add_rows(word, (*((table.heads,) if table.heads else ()), *table.rows))
        return
    grid = word.add_table(rows=0, cols=len(table.heads))
    grid.style = "Table Grid"
    for row in (table.heads, *table.rows):
        cells = grid.add_row().cells
        for cell, text in zip(cells[1:], row[1:], strict=True):
            cell.text = text.words
        if row is not table.heads:
            cells[0].paragraphs[0].style = "List Number"


def _add_rows(word: WordDocument, rows: Sequence[Sequence[Text]]) -> None:
    grid = word.add_table(rows=0, cols=len(rows[0]))
    grid.style = "Table Grid"
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text.words


def _add_legend(word: WordDocument, legend: LegendTable, *, in_one_row: bool) -> None:
    """The codes in a row of cells; a meaning stands below its code, in the same cell or not, or beside it if long."""
    beside = legend.section == "overall_strength"
    if beside or in_one_row:
        gap = " " if beside else "\n"
        said = (f"{code} = {words}{gap}{meaning}".strip() for code, words, meaning in legend.entries)
        _add_rows(word, (tuple(Text(words) for words in said),))
        return
    first = tuple(Text(f"{code} = {words}") for code, words, _ in legend.entries)
    second = tuple(Text(meaning) for _, _, meaning in legend.entries)
    _add_rows(word, (first, second) if any(text.words for text in second) else (first,))


def _add_page_numbers(paragraph: WordParagraph) -> None:
    paragraph.add_run("Page ")
    _add_field(paragraph, "PAGE", "1")
    paragraph.add_run(" of ")
    _add_field(paragraph, "NUMPAGES", "4")
    paragraph.add_run(" Pages")


def _add_field(paragraph: WordParagraph, instruction: str, shown: str) -> None:
    for kind, words in (("begin", ""), ("", instruction), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run(words if kind == "text" else "")._r
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        elif not kind:
            code = OxmlElement("w:instrText")
            code.text = words
            run.append(code)
