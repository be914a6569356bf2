"""A comparison as an Excel workbook, in which whatever a spec says is text and never a formula."""

import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ui.exports.letters import Letters
from ui.exports.written import made_sentence, missing_sentence
from ui.exports.written_comparison import WrittenComparison, WrittenRow
from ui.words import Words

_MOST_IN_CELL = 32_767
# A reader of the format takes _x0041_ in a string for the letter with that code point (ECMA-376, 22.9.2.19).
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\n")
_HEAD = PatternFill("solid", fgColor="E6EFEE")
_DIFFERS = PatternFill("solid", fgColor="FFF3CD")
_UNCERTAIN = PatternFill("solid", fgColor="E8EDF3")
_LINK = Font(color="0F766E", underline="single")
_BOLD = Font(bold=True)
_TOP = Alignment(vertical="top", wrap_text=True)
_WIDTH_OF_NAME, _WIDTH_OF_CLASS, _WIDTH_OF_QUOTE, _WIDTH_OF_WORD = 28, 44, 70, 16
_BEFORE_CLASSES = 2


def comparison_workbook(written: WrittenComparison, words: Words) -> bytes:
    """The workbook: the rows, their sources with links both ways, and what the file is; as an .xlsx file."""
    letters = Letters()
    book = Workbook()
    rows = book.active
    assert isinstance(rows, Worksheet)
    rows.title = words.say("exports.sheet.comparison")
    sources = book.create_sheet(words.say("exports.sheet.sources"))
    _fill_rows(rows, written, letters, words)
    _fill_sources(sources, written, letters, words)
    _link(rows, sources, written)
    _fill_about(book.create_sheet(words.say("exports.sheet.about")), written, letters, words)
    book.properties.title = letters.shown(written.title)
    book.properties.creator = words.say("page.name")
    book.properties.created = book.properties.modified = written.made.replace(tzinfo=None)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill_rows(sheet: Worksheet, written: WrittenComparison, letters: Letters, words: Words) -> None:
    head = (
        words.say("exports.section"),
        words.say("exports.row"),
        *written.columns,
        words.say("exports.difference"),
    )
    _write_row(sheet, 1, head, letters, words)
    for place, row in enumerate(written.rows, start=2):
        texts = (row.section, row.name, *(cell.text for cell in row.cells), row.difference)
        _write_row(sheet, place, texts, letters, words)
        _mark(sheet, place, row)
    widths = (_WIDTH_OF_NAME, _WIDTH_OF_NAME, *[_WIDTH_OF_CLASS] * len(written.columns), _WIDTH_OF_WORD)
    _lay_out(sheet, widths, frozen=f"{get_column_letter(_BEFORE_CLASSES + 1)}2")


def _mark(sheet: Worksheet, place: int, row: WrittenRow) -> None:
    """The fill of a row whose classes differ, or may; the last cell says it in words."""
    if row.differs is not False:
        for cell in sheet[place][_BEFORE_CLASSES:]:
            cell.fill = _DIFFERS if row.differs else _UNCERTAIN


def _fill_sources(sheet: Worksheet, written: WrittenComparison, letters: Letters, words: Words) -> None:
    names = [name for name, _ in written.sources[0].place] if written.sources else []
    _write_row(sheet, 1, ["[n]", *names, words.say("exports.quote"), words.say("exports.cell")], letters, words)
    for place, source in enumerate(written.sources, start=2):
        said = (text for _, text in source.place)
        _write_row(sheet, place, [f"[{source.number}]", *said, source.quote], letters, words)
    widths = (8, *[_WIDTH_OF_NAME] * len(names), _WIDTH_OF_QUOTE, _WIDTH_OF_WORD)
    _lay_out(sheet, widths, frozen="B2")


def _link(rows: Worksheet, sources: Worksheet, written: WrittenComparison) -> None:
    """A link from each cell to its first source, and from each source to the first cell that names it."""
    places = {source.number: place for place, source in enumerate(written.sources, start=2)}
    back = len(written.sources[0].place) + 3 if written.sources else 0
    for place, row in enumerate(written.rows, start=2):
        for column, said in enumerate(row.cells, start=_BEFORE_CLASSES + 1):
            cell = rows.cell(place, column)
            assert isinstance(cell, Cell)
            if said.sources:
                _link_to(cell, sources, f"A{places[said.sources[0]]}")
            for number in said.sources:
                named = sources.cell(places[number], back)
                assert isinstance(named, Cell)
                if named.value is None:
                    named.value = cell.coordinate
                    _link_to(named, rows, cell.coordinate)
                    named.font = _LINK


def _link_to(cell: Cell, sheet: Worksheet, coordinate: str) -> None:
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet.title}'!{coordinate}")


def _fill_about(sheet: Worksheet, written: WrittenComparison, letters: Letters, words: Words) -> None:
    said = (written.title, made_sentence(written.made, words), words.say("exports.is_not"))
    for place, sentence in enumerate(said, start=1):
        _write_row(sheet, place, [sentence], letters, words)
    if missing := missing_sentence(letters, words):
        _write_row(sheet, len(said) + 1, [missing], letters, words)
    sheet.column_dimensions["A"].width = 2 * _WIDTH_OF_CLASS


def _write_row(sheet: Worksheet, place: int, texts: Iterable[str], letters: Letters, words: Words) -> None:
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(place, column)
        assert isinstance(cell, Cell)
        _write(cell, letters.shown(text), words)


def _write(cell: Cell, text: str, words: Words) -> None:
    """Text as text: not as a formula, also not when a person edits the cell."""
    held = _LOOKS_ESCAPED.sub("_x005F_", text)
    if len(held) > _MOST_IN_CELL:
        cut = words.say("exports.cut")
        held = f"{held[: _MOST_IN_CELL - len(cut) - 2]}… {cut}"
    cell.alignment = _TOP
    if held:
        cell.value = held
        cell.data_type = "s"
        cell.quotePrefix = held.startswith(_LOOKS_LIKE_FORMULA)


def _lay_out(sheet: Worksheet, widths: Sequence[int], *, frozen: str) -> None:
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for cell in sheet[1]:
        cell.font = _BOLD
        cell.fill = _HEAD
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
