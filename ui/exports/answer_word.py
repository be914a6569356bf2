"""An answer as a Word file: text only, no field, no link, no macro."""

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell

from ui.exports.answer_parts import AnswerTable
from ui.exports.letters import Letters
from ui.exports.written import WrittenAnswer, WrittenSource, made_sentence, missing_sentence
from ui.words import Words

_QUOTED = "Quoted"


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
    for cells in (table.head, *table.rows):
        _fill(shown.add_row().cells, cells, letters)
    _mark_head(shown)
    document.add_paragraph()


def _fill(cells: Sequence[_Cell], texts: Iterable[str], letters: Letters) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.text = letters.shown(text)


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
