"""An answer as a PDF file."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ui.exports.answer_parts import AnswerTable
from ui.exports.letters import Letters
from ui.exports.pdf_page import drawn_letters, heading_on_page, pages, table_on_page, words_on_page
from ui.exports.written import WrittenAnswer, WrittenSource, made_sentence, missing_sentence
from ui.words import Words

_MOST_COLUMNS_UPRIGHT = 4


def answer_pdf(written: WrittenAnswer, words: Words) -> bytes:
    """The answer with its question and sources, as a PDF document; with a table of many columns on wide pages."""
    letters = drawn_letters()
    columns = max((len(part.head) for part in written.parts if isinstance(part, AnswerTable)), default=0)
    wide = columns > _MOST_COLUMNS_UPRIGHT
    content = list(_content(written, letters, words, wide=wide))
    if missing := missing_sentence(letters, words):
        content.append(words_on_page("small", missing, letters))
    return pages(content, letters.shown(written.question), words, wide=wide)


def _content(written: WrittenAnswer, letters: Letters, words: Words, *, wide: bool) -> Iterator[Flowable]:
    yield words_on_page("title", words.say("page.name"), letters)
    if written.earlier:
        yield from heading_on_page("heading", words.say("exports.earlier"), letters)
        for number, question in enumerate(written.earlier, start=1):
            yield words_on_page("text", f"{number}. {question}", letters)
    yield from heading_on_page("heading", words.say("exports.question"), letters)
    yield words_on_page("text", written.question, letters)
    yield from heading_on_page("heading", words.say(f"exports.outcome.{written.outcome.value}"), letters)
    for part in written.parts:
        if isinstance(part, AnswerTable):
            yield table_on_page(part.head, part.rows, letters, wide=wide)
        else:
            yield words_on_page("text", part, letters)
    yield from heading_on_page("heading", words.say("exports.sources"), letters)
    if not written.sources:
        yield words_on_page("text", words.say("exports.no_sources"), letters)
    for source in written.sources:
        yield from source_on_page(source, letters)
    yield words_on_page("small", made_sentence(written.made, words), letters)
    yield words_on_page("small", words.say("exports.is_not"), letters)


def source_on_page(source: WrittenSource, letters: Letters) -> Iterator[Flowable]:
    """A numbered source: its place, and below it the exact quote."""
    place = " · ".join(f"{name}: {said}" for name, said in source.place)
    yield from heading_on_page("place", f"[{source.number}] {place}", letters)
    yield words_on_page("quote", source.quote, letters)
