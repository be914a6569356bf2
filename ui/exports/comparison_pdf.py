"""A comparison as a PDF file."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable

from ui.exports.answer_pdf import source_on_page
from ui.exports.letters import Letters
from ui.exports.pdf_page import ROOM_FOR_TABLE, drawn_letters, heading_on_page, pages, table_on_page, words_on_page
from ui.exports.written import made_sentence, missing_sentence
from ui.exports.written_comparison import WrittenComparison
from ui.words import Words


def comparison_pdf(written: WrittenComparison, words: Words) -> bytes:
    """The classes side by side on wide pages, a table a section, and below them the sources; as a PDF document."""
    letters = drawn_letters()
    content = list(_content(written, letters, words))
    if missing := missing_sentence(letters, words):
        content.append(words_on_page("small", missing, letters))
    return pages(content, letters.shown(written.title), words, wide=True)


def _content(written: WrittenComparison, letters: Letters, words: Words) -> Iterator[Flowable]:
    yield words_on_page("title", written.title, letters)
    head = (words.say("exports.row"), *written.columns, words.say("exports.difference"))
    for section, grouped in groupby(written.rows, key=lambda row: row.section):
        rows = list(grouped)
        yield from heading_on_page("heading", section, letters, room=ROOM_FOR_TABLE)
        cells = [(row.name, *(cell.text for cell in row.cells), row.difference) for row in rows]
        marked = [place for place, row in enumerate(rows) if row.differs is not False]
        yield table_on_page(head, cells, letters, wide=True, marked=marked)
    if not written.rows:
        yield words_on_page("text", words.say("exports.nothing_differs"), letters)
    yield from heading_on_page("heading", words.say("exports.sources"), letters)
    for source in written.sources:
        yield from source_on_page(source, letters)
    yield words_on_page("small", made_sentence(written.made, words), letters)
    yield words_on_page("small", words.say("exports.is_not"), letters)
