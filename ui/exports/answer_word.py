"""An answer as a Word file: text only, no field, no link, no macro."""

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell

from ui.exports.answer_parts import AnswerTable
from ui.exports.letters import Letters
from ui.exports.written import WrittenAnswer, WrittenSource, made_sentence, missing_sentence
from ui.words import Words

_QUOTED = "Quoted"
_LETTER, _MARGIN, _NAME, _WORD = (Inches(one) for one in (8.5, 0.9, 1.3, 0.8))


def answer_word(written: WrittenAnswer, words: Words) -> bytes:
    """The answer with its question and sources, as a Word document."""
    letters = Letters()
    document = _document(words)
    document.add_heading(words.say("page.name"), level=0)
    if written.earlier:
        document.add_heading(words.say("exports.earlier"), level=1)
        for question in written.earlier:
            document.add_paragraph(letters.shown(question), style="List Number")
    document.add_heading(words.say("exports.question"), level=1)
    document.add_paragraph(letters.shown(written.question))
    document.add_heading(words.say(f"exports.outcome.{written.outcome.value}"), level=1)
    for part in written.parts:
        if isinstance(part, AnswerTable):
            _add_table(document, part, letters)
        else:
            document.add_paragraph(letters.shown(part))
    _add_sources(document, written.sources, letters, words)
    document.add_paragraph()
    ending = (made_sentence(written.made, words), words.say("exports.is_not"), missing_sentence(letters, words))
    for sentence in filter(None, ending):
        document.add_paragraph(sentence)
    document.core_properties.created = document.core_properties.modified = written.made
    return _bytes(document)


def _document(words: Words) -> WordDocument:
    """An empty document in the language of the page, with a style for what is quoted."""
    document = Document()
    for section in document.sections:
        section.left_margin = section.right_margin = _MARGIN
    document.core_properties.title = words.say("page.name")
    document.core_properties.author = words.say("page.name")
    document.core_properties.language = words.language
    normal = document.styles["Normal"]
    for holder in normal.element.xpath("w:rPr") or [normal.element.get_or_add_rPr()]:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), words.language)
        holder.append(language)
    quoted = document.styles.add_style(_QUOTED, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(quoted, ParagraphStyle)
    quoted.base_style = normal
    quoted.paragraph_format.left_indent = Pt(18)
    quoted.paragraph_format.space_after = Pt(10)
    return document


def _add_table(document: WordDocument, table: AnswerTable, letters: Letters) -> None:
    """The table, whose head is said again on each page that it goes on to."""
    shown = document.add_table(rows=0, cols=len(table.head), style="Table Grid")
    widths = _widths(document, len(table.head))
    for column, width in zip(shown.columns, widths, strict=True):
        column.width = width
    for cells in (table.head, *table.rows):
        _fill(shown.add_row().cells, cells, widths, letters)
    _mark_head(shown)
    document.add_paragraph()


def _widths(document: WordDocument, columns: int) -> list[Length]:
    """The columns' widths: what names a row and what says whether it differs are narrower than what classes say."""
    section = document.sections[0]
    whole = (section.page_width or _LETTER) - 2 * _MARGIN
    if columns < 3:
        return [Length(whole // columns)] * columns
    return [_NAME, *[Length((whole - _NAME - _WORD) // (columns - 2))] * (columns - 2), _WORD]


def _fill(cells: Sequence[_Cell], texts: Iterable[str], widths: Iterable[Length], letters: Letters) -> None:
    for cell, text, width in zip(cells, texts, widths, strict=True):
        cell.text = letters.shown(text)
        cell.width = width


def _mark_head(table: Table) -> None:
    head = table.rows[0]
    marked = OxmlElement("w:tblHeader")
    marked.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(marked)
    for run in (run for cell in head.cells for paragraph in cell.paragraphs for run in paragraph.runs):
        run.bold = True


def _add_sources(document: WordDocument, sources: Sequence[WrittenSource], letters: Letters, words: Words) -> None:
    document.add_heading(words.say("exports.sources"), level=1)
    if not sources:
        document.add_paragraph(words.say("exports.no_sources"))
    for source in sources:
        place = document.add_paragraph()
        place.paragraph_format.keep_with_next = True
        place.add_run(f"[{source.number}] ").bold = True
        place.add_run(" · ".join(f"{name}: {letters.shown(said)}" for name, said in source.place))
        document.add_paragraph(letters.shown(source.quote), style=_QUOTED)


def _bytes(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
