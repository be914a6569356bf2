"""A comparison as a workbook and as a PDF: a real one, and one of hostile words."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from assistant import Assistant
from index import Library, LibrarySettings
from tests.ui.exports.answers import CONTROLS, CONTROLS_SHOWN, ENGLISH, HOSTILE, MADE, MARKUP
from ui.compare.comparison import SideBySide, cell_words, difference_words, section_keys, side_by_side
from ui.exports import WrittenComparison, comparison_pdf, comparison_workbook, written_comparison
from ui.exports.written import WrittenSource
from ui.exports.written_comparison import WrittenCell, WrittenRow


@pytest.fixture(scope="module")
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(LibrarySettings(library=library_folder)) as library:
        yield library


@pytest.fixture(scope="module")
def compared(library: Library) -> SideBySide:
    entries = [library.resolve(title) for title in ("Librarian", "Custodian", "Senior Soil Surveyor")]
    held = [library.held(entry.spec_id) for entry in entries]
    keys = section_keys(held)
    return side_by_side(Assistant(library).compare(entries, keys), held, keys)


@pytest.fixture(scope="module")
def written(library: Library, compared: SideBySide) -> WrittenComparison:
    return written_comparison(compared, library.entries(), MADE, ENGLISH)


@pytest.fixture(scope="module")
def book(written: WrittenComparison) -> Workbook:
    return load_workbook(io.BytesIO(comparison_workbook(written, ENGLISH)))


def of_hostile(words: str) -> WrittenComparison:
    cell = WrittenCell(words, (1,))
    source = WrittenSource(1, (("Class", words), ("File", words)), words)
    return WrittenComparison(
        words, (words, words), (WrittenRow(words, words, (cell, cell), True, words),), (source,), MADE
    )


def test_every_row_says_what_the_comparison_says(book: Workbook, compared: SideBySide) -> None:
    head, *rows = book["Comparison"].iter_rows(values_only=True)
    assert [str(said).partition("\n")[0] for said in head] == [
        *("Section", "Row", "Librarian", "Custodian", "Senior Soil Surveyor", "Difference"),
    ]
    expected = [(section.name, row) for section in compared.sections for row in section.rows]
    assert [(row[0], row[1], row[-1]) for row in rows] == [
        (name, row.name, difference_words(row, ENGLISH)) for name, row in expected
    ]
    for said, (_, row) in zip(rows, expected, strict=True):
        for text, cell in zip(said[2:-1], row.cells, strict=True):
            assert str(text).startswith(cell_words(cell, ENGLISH))
            assert re.findall(r"\[(\d+)\]", str(text)) == list(dict.fromkeys(str(one.citation.n) for one in cell.said))


def test_every_source_is_exact_and_named_by_a_cell(book: Workbook, library: Library, compared: SideBySide) -> None:
    head, *rows = book["Sources"].iter_rows(values_only=True)
    cited = {f"[{citation.n}]": citation for citation in compared.answer.citations}
    assert head[-2:] == ("Exact words", "Cell")
    for row in rows:
        citation = cited[str(row[0])]
        assert row[1] == citation.class_title
        assert row[-2] == citation.quote.replace("\r\n", "\n")
        assert str(row[0]) in str(book["Comparison"][str(row[-1])].value)
    named = {number for row in book["Comparison"].iter_rows(min_row=2, values_only=True) for number in
             re.findall(r"\[\d+\]", " ".join(str(text) for text in row[2:-1]))}  # fmt: skip
    assert {row[0] for row in rows} == named


def test_links_lead_from_a_cell_to_its_source_and_back(book: Workbook) -> None:
    rows, sources = book["Comparison"], book["Sources"]
    cell = next(cell for cell in rows[5][2:-1] if "[" in str(cell.value))
    assert isinstance(cell, Cell)
    assert cell.hyperlink is not None
    assert cell.hyperlink.location is not None
    assert cell.hyperlink.target is None
    sheet, _, place = cell.hyperlink.location.partition("!")
    assert sheet == "'Sources'"
    assert str(sources[place].value) in str(cell.value)
    back = sources[int(place[1:])][-1]
    assert back.hyperlink is not None
    assert back.hyperlink.location == f"'Comparison'!{back.value}"


def test_a_difference_is_said_in_words_and_by_its_fill(book: Workbook, compared: SideBySide) -> None:
    rows = [row for section in compared.sections for row in section.rows]
    fills = {row.differs: book["Comparison"].cell(place, 3).fill.fgColor.rgb for place, row in enumerate(rows, start=2)}
    assert set(fills) == {True, False, None}
    assert len(set(fills.values())) == 3


def test_the_head_stays_and_rows_can_be_filtered(book: Workbook) -> None:
    sheet = book["Comparison"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.column_dimensions["C"].width > 40
    assert book["Sources"].freeze_panes == "B2"


def test_the_workbook_says_what_it_is(book: Workbook) -> None:
    said = [str(row[0]) for row in book["About this file"].iter_rows(values_only=True)]
    assert said[:2] == [
        "Comparison: Librarian · Custodian · Senior Soil Surveyor",
        "Made with Rolebook on 2026-01-02 03:04 (UTC).",
    ]
    assert "no legal advice" in said[2]


@pytest.mark.parametrize("words", [words for words in HOSTILE if words])
def test_no_cell_is_a_formula(words: str) -> None:
    content = comparison_workbook(of_hostile(words), ENGLISH)
    shown = words.replace(CONTROLS, CONTROLS_SHOWN).replace("_x0041_", "_x005F_x0041_")
    for sheet in load_workbook(io.BytesIO(content)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type == "s" or cell.value is None
    rows = load_workbook(io.BytesIO(content))["Comparison"]
    assert [rows.cell(2, column).value or "" for column in range(1, 6)] == [shown] * 5
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name)
            assert b"TargetMode" not in parts.read(name)


def test_text_that_looks_like_a_formula_stays_text_when_it_is_edited() -> None:
    rows = load_workbook(io.BytesIO(comparison_workbook(of_hostile("=1+1"), ENGLISH)))["Comparison"]
    assert rows["C2"].quotePrefix
    assert not rows["C1"].quotePrefix or rows["C1"].value == "=1+1"


def test_words_that_no_cell_holds_are_cut_and_it_is_said() -> None:
    rows = load_workbook(io.BytesIO(comparison_workbook(of_hostile("word " * 8000), ENGLISH)))["Comparison"]
    assert len(str(rows["C2"].value)) <= 32_767
    assert str(rows["C2"].value).endswith("(The rest does not fit into a cell.)")


def test_only_differences_leaves_out_what_certainly_is_the_same(library: Library, compared: SideBySide) -> None:
    shown = written_comparison(compared.only_differences(), library.entries(), MADE, ENGLISH)
    every = written_comparison(compared, library.entries(), MADE, ENGLISH)
    assert shown.rows == tuple(row for row in every.rows if row.differs is not False)
    assert {source.number for source in shown.sources} == {
        n for row in shown.rows for cell in row.cells for n in cell.sources
    }


def test_the_pdf_says_every_row_and_every_source(written: WrittenComparison) -> None:
    with pdfplumber.open(io.BytesIO(comparison_pdf(written, ENGLISH))) as document:
        tables = [row for page in document.pages for table in page.extract_tables() for row in table]
        said = "".join(page.extract_text() for page in document.pages)
    assert document.metadata["Title"] == written.title
    squeezed = re.sub(r"\s", "", "".join(cell or "" for row in tables for cell in row))
    for row in written.rows:
        assert re.sub(r"\s", "", row.name) in squeezed
    for source in written.sources:
        assert f"[{source.number}] Class: {dict(source.place)['Class']}" in said


def test_hostile_words_in_the_pdf_are_words() -> None:
    with pdfplumber.open(io.BytesIO(comparison_pdf(of_hostile(MARKUP), ENGLISH))) as document:
        said = re.sub(r"\s", "", "".join(page.extract_text() for page in document.pages))
    assert re.sub(r"\s", "", MARKUP) in said
    assert not [page.hyperlinks for page in document.pages if page.hyperlinks]


def test_where_nothing_differs_the_pdf_says_so() -> None:
    nothing = WrittenComparison("Comparison", ("Clerk", "Clerk"), (), (), MADE)
    with pdfplumber.open(io.BytesIO(comparison_pdf(nothing, ENGLISH))) as document:
        assert "Nothing that these specifications state" in document.pages[0].extract_text()
    assert load_workbook(io.BytesIO(comparison_workbook(nothing, ENGLISH)))["Sources"].max_row == 1
