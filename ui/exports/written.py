"""What a file says, before it is a Markdown, Word, PDF or Excel file: an answer and its numbered sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.answer import Answer, Citation, Outcome
from assistant.wording import section_name
from index import SpecEntry
from ui.exports.answer_parts import AnswerTable, answer_parts
from ui.exports.letters import Letters
from ui.words import Words


@dataclass(frozen=True, slots=True)
class WrittenSource:
    """One source of a file: its number, what is said of its place, and the exact quote."""

    number: int
    place: tuple[tuple[str, str], ...]
    quote: str


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """The last answer of a conversation, as every file says it; ``earlier`` are the questions asked before."""

    question: str
    earlier: tuple[str, ...]
    outcome: Outcome
    parts: tuple[str | AnswerTable, ...]
    sources: tuple[WrittenSource, ...]
    made: datetime


def written_answer(
    answers: Sequence[Answer], entries: Iterable[SpecEntry], made: datetime, words: Words
) -> WrittenAnswer:
    """The last answer of a conversation that has one at least; ``entries`` are the specs held, which say a revision."""
    *before, last = answers
    return WrittenAnswer(
        question=last.question.text,
        earlier=tuple(answer.question.text for answer in before),
        outcome=last.outcome,
        parts=answer_parts(last.text),
        sources=written_sources(last.citations, {entry.spec_id: entry for entry in entries}, words),
        made=made,
    )


def written_sources(
    citations: Iterable[Citation], held: Mapping[str, SpecEntry], words: Words
) -> tuple[WrittenSource, ...]:
    """The numbered sources of an answer, each with its place in words."""
    return tuple(
        WrittenSource(citation.n, _place(citation, held.get(citation.spec_id), words), citation.quote)
        for citation in citations
    )


def made_sentence(made: datetime, words: Words) -> str:
    """When a file was made, in universal time."""
    return words.say("exports.made", time=made.astimezone(UTC).strftime("%Y-%m-%d %H:%M"))


def missing_sentence(letters: Letters, words: Words) -> str | None:
    """The note on what the file could not show; null where it shows all."""
    if not letters.missing:
        return None
    return words.say("exports.missing", letters="; ".join(letters.missing))


def _place(citation: Citation, entry: SpecEntry | None, words: Words) -> tuple[tuple[str, str], ...]:
    unstated = words.say("exports.not_stated")
    return (
        (words.say("exports.class"), citation.class_title),
        (words.say("exports.section"), section_name(citation.section)),
        (words.say("exports.page"), unstated if citation.page is None else str(citation.page)),
        (words.say("exports.revision"), _revision(entry, words) or unstated),
        (words.say("exports.file"), citation.source),
    )


def _revision(entry: SpecEntry | None, words: Words) -> str | None:
    if entry is None:
        return None
    if entry.revised:
        return words.say("exports.revised", date=entry.revised)
    return words.say("exports.adopted", date=entry.adopted) if entry.adopted else None
