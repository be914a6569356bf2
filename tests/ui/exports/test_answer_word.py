"""A Word file is opened with the library that reads Word files."""

import io
import zipfile

import pytest
from docx import Document
from docx.document import Document as WordDocument

from tests.ui.exports.answers import (
    CONTROLS,
    CONTROLS_SHOWN,
    ENGLISH,
    HOSTILE,
    MADE,
    QUOTE,
    TABLE,
    answer,
    citation,
    hostile,
    written,
)
from ui.exports import WrittenAnswer, answer_word


def read(said: WrittenAnswer) -> WordDocument:
    return Document(io.BytesIO(answer_word(said, ENGLISH)))


def lines(document: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_an_answer_is_written_with_its_question_and_sources() -> None:
    document = read(written(answer("Frequently [1].\nRarely [1].", citation())))
    place = "[1] Class: Clerk · Section: Physical demands · Page: 3 · Revision: revised May 2014 · File: Clerk.txt"
    assert lines(document)[:9] == [
        "Rolebook",
        "Question",
        "How often does the Clerk stand?",
        "Answer",
        "Frequently [1].",
        "Rarely [1].",
        "Sources",
        place,
        QUOTE.replace("\r\n", "\n"),
    ]
    assert "Made with Rolebook on 2026-01-02 03:04 (UTC)." in lines(document)
    assert document.core_properties.created == MADE


def test_headings_are_headings_and_the_language_is_said() -> None:
    document = read(written(answer("Frequently [1].", citation())))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert (styles["Answer"], styles["Sources"]) == ("Heading 1", "Heading 1")
    assert document.core_properties.language == "en"


def test_a_table_is_a_table_whose_head_is_said_on_every_page() -> None:
    (table,) = read(written(answer(TABLE))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["", "Clerk", "Custodian", ""],
        ["Standing", "Frequently (“Counter”) [1]", "not stated", "differs"],
        ["Tools | aids", "“None” [2]", "“Mop” [2]", "same"],
    ]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    shown = words.replace(CONTROLS, CONTROLS_SHOWN)
    said = lines(read(hostile(words)))
    assert said[2] == shown
    assert "\n".join(said[4:]).startswith(f"{shown} [1]\nSources")
    assert shown in said[6:]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_file_holds_no_link_field_or_macro(words: str) -> None:
    with zipfile.ZipFile(io.BytesIO(answer_word(hostile(words), ENGLISH))) as parts:
        document = parts.read("word/document.xml").decode()
        assert not [name for name in parts.namelist() if "vba" in name.lower() or "embed" in name.lower()]
        assert "TargetMode" not in parts.read("word/_rels/document.xml.rels").decode()
    assert not [sign for sign in ("w:hyperlink", "w:fldSimple", "w:instrText", "w:object") if sign in document]
