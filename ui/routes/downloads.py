"""Answers and comparisons to keep: ``/download/answer.…`` and ``/download/comparison.…``.

An address says again what was asked or compared, so a file is made anew from what is held, and nothing is stored.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response

from assistant import Answer, Assistant, Question, QuestionError, Turn
from assistant.answering.compare import MOST_COMPARED
from index import HeldSpec, Library, UnknownSpec
from ui.compare.comparison import SideBySide, section_keys, side_by_side
from ui.exports import (
    WrittenAnswer,
    WrittenComparison,
    answer_markdown,
    answer_pdf,
    answer_word,
    comparison_pdf,
    comparison_workbook,
    file_name,
    written_answer,
    written_comparison,
)
from ui.words import Words, language_of, words_in

MOST_QUESTIONS = 20
_PDF = "application/pdf"
_OFFICE = "application/vnd.openxmlformats-officedocument"

# By the ending of the file's name: its media type, and what writes it.
_ANSWERS: dict[str, tuple[str, Callable[[WrittenAnswer, Words], bytes]]] = {
    "md": ("text/markdown; charset=utf-8", lambda written, words: answer_markdown(written, words).encode()),
    "docx": (f"{_OFFICE}.wordprocessingml.document", answer_word),
    "pdf": (_PDF, answer_pdf),
}
_COMPARISONS: dict[str, tuple[str, Callable[[WrittenComparison, Words], bytes]]] = {
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", comparison_workbook),
    "pdf": (_PDF, comparison_pdf),
}


class _Refused(Exception):
    """What an address asks for cannot be given; the sentence says why, in the language of the page."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


def download_routes(library: Library) -> APIRouter:
    """``GET /download/answer.md``, ``.docx`` and ``.pdf``, and ``GET /download/comparison.xlsx`` and ``.pdf``.

    The questions are asked without a language model, so that the same address gives the same words.
    """
    routes = APIRouter(prefix="/download")
    assistant = Assistant(library)

    @routes.get("/answer.{ending}")
    def answer(
        ending: str,
        ask: Annotated[list[str] | None, Query()] = None,
        classes: Annotated[list[str] | None, Query(alias="class")] = None,
        lang: str = "en",
    ) -> Response:
        words = words_in(language_of(lang))
        if ending not in _ANSWERS:
            return Response(status_code=404)
        kind, write = _ANSWERS[ending]
        try:
            answers = _asked_again(assistant, ask or [], tuple(classes or ()), words)
        except _Refused as refused:
            return _refusal(refused)
        written = written_answer(answers, library.entries(), datetime.now(UTC), words)
        name = file_name(written.question, ending, words.say("exports.file_without_letters"))
        return _file(write(written, words), kind, name)

    @routes.get("/comparison.{ending}")
    def comparison(
        ending: str,
        compare: Annotated[list[str] | None, Query()] = None,
        section: Annotated[list[str] | None, Query()] = None,
        only: str = "",
        lang: str = "en",
    ) -> Response:
        words = words_in(language_of(lang))
        if ending not in _COMPARISONS:
            return Response(status_code=404)
        kind, write = _COMPARISONS[ending]
        try:
            compared = _compared(library, assistant, compare or [], section or [], words)
        except _Refused as refused:
            return _refusal(refused)
        shown = compared.only_differences() if only == "differences" else compared
        written = written_comparison(shown, library.entries(), datetime.now(UTC), words)
        said = " ".join([words.say("exports.file_comparison"), *(column.title for column in compared.columns)])
        return _file(write(written, words), kind, file_name(said, ending, ""))

    return routes


def _asked_again(
    assistant: Assistant, questions: Sequence[str], classes: tuple[str, ...], words: Words
) -> list[Answer]:
    """The answers of a conversation, one at least."""
    if not questions:
        raise _Refused(words.say("exports.error.no_question"), 400)
    if len(questions) > MOST_QUESTIONS:
        said = words.say("exports.error.many_questions", most=MOST_QUESTIONS, asked=len(questions))
        raise _Refused(said, 400)
    answers: list[Answer] = []
    history: tuple[Turn, ...] = ()
    for text in questions:
        try:
            answer = assistant.ask(Question(text, classes=classes, history=history))
        except QuestionError as error:
            raise _Refused(str(error), 400) from error
        answers.append(answer)
        history += (Turn("user", text), Turn("assistant", answer.text))
    return answers


def _compared(
    library: Library, assistant: Assistant, spec_ids: Sequence[str], sections: Sequence[str], words: Words
) -> SideBySide:
    """The specs side by side, in the sections named or in all."""
    if not 2 <= len(spec_ids) <= MOST_COMPARED or len(set(spec_ids)) < len(spec_ids):
        said = words.say("exports.error.number_of_classes", most=MOST_COMPARED, named=len(spec_ids))
        raise _Refused(said, 400)
    held = [_held(library, spec_id, words) for spec_id in spec_ids]
    there = section_keys(held)
    for section in sections:
        if section not in there:
            raise _Refused(words.say("exports.error.no_such_section", section=section), 404)
    entries = {entry.spec_id: entry for entry in library.entries()}
    keys = tuple(dict.fromkeys(sections)) or there
    return side_by_side(assistant.compare([entries[spec_id] for spec_id in spec_ids], keys), held, keys)


def _held(library: Library, spec_id: str, words: Words) -> HeldSpec:
    try:
        return library.held(spec_id)
    except UnknownSpec as error:
        raise _Refused(words.say("exports.error.no_such_spec", spec=spec_id), 404) from error


def _file(content: bytes, kind: str, name: str) -> Response:
    """A file that a browser keeps, and never opens as a page of this server."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=kind, headers=headers)


def _refusal(refused: _Refused) -> Response:
    headers = {"X-Content-Type-Options": "nosniff"}
    return Response(
        str(refused) + "\n", status_code=refused.status, media_type="text/plain; charset=utf-8", headers=headers
    )
