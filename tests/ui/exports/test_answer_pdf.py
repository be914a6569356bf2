"""A PDF file is opened with the library that reads PDF files."""

import io
import re
import unicodedata

import pdfplumber
import pytest

from tests.ui.exports.answers import (
    ENGLISH,
    HOSTILE,
    LINES,
    MARKUP,
    QUOTE,
    TABLE,
    answer,
    citation,
    hostile,
    written,
)
from ui.exports import WrittenAnswer, answer_pdf
from ui.exports.pdf_page import drawn_letters


def read(said: WrittenAnswer) -> str:
    """All words of the file, without white space: a page breaks lines where it must."""
    with pdfplumber.open(io.BytesIO(answer_pdf(said, ENGLISH))) as document:
        return "".join(folded(page.extract_text()) for page in document.pages)


def folded(text: str) -> str:
    return re.sub(r"\s|Page \d+$", "", unicodedata.normalize("NFC", text))


def test_an_answer_is_written_with_its_question_and_sources() -> None:
    said = read(written(answer("Frequently [1].\nRarely [1].", citation())))
    place = "[1] Class: Clerk · Section: Physical demands · Page: 3 · Revision: revised May 2014 · File: Clerk.txt"
    expected = ["Rolebook", "Question", "How often does the Clerk stand?", "Answer", "Frequently [1].", "Rarely [1]."]
    ending = ["Sources", place, QUOTE, "Made with Rolebook on 2026-01-02 03:04 (UTC)."]
    assert said.startswith(folded("".join([*expected, *ending])))


def test_a_table_is_a_table() -> None:
    with pdfplumber.open(io.BytesIO(answer_pdf(written(answer(TABLE)), ENGLISH))) as document:
        (table,) = document.pages[0].extract_tables()
    assert [[" ".join((cell or "").split()) for cell in row] for row in table] == [
        ["", "Clerk", "Custodian", ""],
        ["Standing", "Frequently (“Counter”) [1]", "not stated", "differs"],
        ["Tools | aids", "“None” [2]", "“Mop” [2]", "same"],
    ]


def test_the_file_says_its_title_and_the_number_of_each_page() -> None:
    long = "\n".join(f"Line {number}" for number in range(120))
    with pdfplumber.open(io.BytesIO(answer_pdf(written(answer(long)), ENGLISH))) as document:
        assert document.metadata["Title"] == "How often does the Clerk stand?"
        numbers = [page.extract_text().splitlines()[-1] for page in document.pages]
    assert numbers == [f"Page {number}" for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 1


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    letters = drawn_letters()
    shown = folded(letters.shown(words))
    said = read(hostile(words))
    assert said.startswith(f"RolebookQuestion{shown}Answer{shown}[1]Sources[1]Class:{shown}·")
    assert ("Thefileleftout" in said) == bool(letters.missing)


def test_what_the_font_has_is_shown_and_what_it_lacks_is_named() -> None:
    letters = drawn_letters()
    for text in (MARKUP, LINES, "Здравствуйте Ελληνικά čšž ñ ½ § “”"):
        assert letters.shown(text) == text
    assert letters.shown("中 ☒") == "\ufffd \ufffd"
    assert letters.missing == ("U+2612 BALLOT BOX WITH X", "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D")


def test_words_that_no_page_holds_are_written_all_the_same() -> None:
    row = "| " + " | ".join(["A", "word " * 3000, "W" * 5000]) + " |"
    said = read(written(answer(f"| | one | two |\n| --- | --- | --- |\n{row}")))
    assert said.count("word") == 3000
    assert said.count("W") == 5000
