"""The conversation on the page as HTML: pure functions, in which every word of a spec or a person is escaped.

Exchanges are numbered from 0. The marker ``[n]`` of exchange ``i`` links to ``#passage-i-n``, which stands inside a
``<details>``: a browser opens it by itself when the link is followed, so opening a citation needs no script.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation, Outcome, Turn
from ui.answer_table import with_tables
from ui.html import escaped, paragraph, shortened
from ui.labels import place_label

_MARKER = re.compile(r"\[(\d{1,4})\]")
_LINES_AROUND = 2
_CHARACTERS_AROUND = 400
_OPEN_AT_ONCE = 3
_QUESTION_SHOWN = 500
_GIST_SHOWN = 160

_OUTCOME_LABELS = {
    Outcome.ANSWERED: "Answer",
    Outcome.CLARIFY: "Which one?",
    Outcome.ABSTAINED: "Not answered",
}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question on the page and what came of it: an answer, or the sentence that says why there is none."""

    question: str
    answer: Answer | None = None
    problem: str | None = None


def history_of(exchanges: Sequence[Exchange]) -> tuple[Turn, ...]:
    """The turns so far, oldest first, of the exchanges that have an answer."""
    return tuple(
        turn
        for exchange in exchanges
        if exchange.answer
        for turn in (Turn("user", exchange.question), Turn("assistant", exchange.answer.text))
    )


def conversation_html(exchanges: Sequence[Exchange], welcome: str) -> str:
    """The questions and answers, oldest first; ``welcome`` is what stands there before the first."""
    turns = "".join(_exchange_html(number, exchange) for number, exchange in enumerate(exchanges))
    return (
        '<section class="conversation" role="log" aria-label="Conversation" aria-live="polite" tabindex="0">'
        f"{turns or paragraph('welcome', welcome)}</section>"
    )


def passages_html(exchanges: Sequence[Exchange], source_text: Callable[[str], str | None]) -> str:
    """The passages that the answers cite, the last answer's first and those of earlier ones folded away.

    ``source_text`` gives a spec's source text by its id, or null where the spec is held no longer.
    """
    cited = [(number, exchange) for number, exchange in enumerate(exchanges) if exchange.answer]
    groups = [_passages_group(number, exchange, source_text, last=False) for number, exchange in cited[:-1]]
    groups += [_passages_group(number, exchange, source_text, last=True) for number, exchange in cited[-1:]]
    empty = paragraph("welcome", "The passages that an answer cites appear here, with the quoted words marked.")
    return (
        '<aside class="passages" aria-label="Cited passages" tabindex="0"><h2>Cited passages</h2>'
        f"{''.join(reversed(groups)) or empty}</aside>"
    )


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``text[start:end]``: up to two lines with words in them each, and 400 characters.

    A side that is cut inside a line is cut between words and says so with an ellipsis.
    """
    before = text[max(0, start - _CHARACTERS_AROUND) : start]
    cut_before = start > _CHARACTERS_AROUND
    after = text[end : end + _CHARACTERS_AROUND]
    cut_after = end + _CHARACTERS_AROUND < len(text)
    return _last_lines(before, cut_before), _last_lines(after[::-1], cut_after)[::-1]


def _last_lines(text: str, is_cut: bool) -> str:
    """The end of ``text``: what stands on its last line, and the two lines with words in them before that."""
    lines = text.split("\n")
    kept = 0
    for place in range(len(lines) - 2, -1, -1):
        kept += bool(lines[place].strip())
        if kept == _LINES_AROUND and (place > 0 or not is_cut):
            return "\n".join(lines[place:])
    if not is_cut:
        return text
    _, space, rest = text.partition(" ")
    return "…" + (rest if space else text)


def _exchange_html(number: int, exchange: Exchange) -> str:
    question = f'<p class="question"><span class="who">You</span>{shortened(exchange.question, _QUESTION_SHOWN)}</p>'
    if exchange.answer is None:
        label, kind, words = "Not taken", "problem", escaped(exchange.problem or "")
        answered = ""
    else:
        answer = exchange.answer
        label, kind, words = _OUTCOME_LABELS[answer.outcome], answer.outcome.value, _answer_text(number, answer)
        answered = f' data-answered="{escaped(exchange.question)}"'
    return (
        f'<div class="exchange"{answered}>{question}<div class="answer {kind}" id="answer-{number}" tabindex="-1">'
        f'<span class="who">{label}</span><div class="words">{words}</div>{_remark(exchange)}</div></div>'
    )


def _remark(exchange: Exchange) -> str:
    """How the answer came about, where that is to be said."""
    remark = exchange.answer.remark if exchange.answer else None
    return paragraph("remark", remark) if remark else ""


def _answer_text(number: int, answer: Answer) -> str:
    cited = {citation.n for citation in answer.citations}

    def link(marker: re.Match[str]) -> str:
        n = int(marker[1])
        if n not in cited:
            return marker[0]
        return f'<a class="marker" href="#passage-{number}-{n}" aria-label="Citation {n}">[{n}]</a>'

    return _MARKER.sub(link, with_tables(escaped(answer.text)))


def _passages_group(number: int, exchange: Exchange, source_text: Callable[[str], str | None], *, last: bool) -> str:
    citations = exchange.answer.citations if exchange.answer else ()
    shown_open = last and len(citations) <= _OPEN_AT_ONCE
    passages = "".join(
        _passage(number, citation, source_text(citation.spec_id), shown_open=shown_open) for citation in citations
    )
    if last:
        return passages or paragraph("welcome", "This answer cites no passage.")
    if not passages:
        return ""
    question = shortened(exchange.question, _GIST_SHOWN)
    return f'<details class="earlier"><summary>Cited for: {question}</summary>{passages}</details>'


def _passage(number: int, citation: Citation, text: str | None, *, shown_open: bool) -> str:
    gist = shortened(" ".join(citation.quote.split()), _GIST_SHOWN)
    quote = f"<mark>{escaped(citation.quote)}</mark>"
    if text is None or text[citation.start : citation.end] != citation.quote:
        body = f'{quote}</div><p class="gone">The specification has changed since this answer; ask again.</p>'
    else:
        before, after = surroundings(text, citation.start, citation.end)
        body = f"{escaped(before)}{quote}{escaped(after)}</div>"
    return (
        f'<details class="passage"{" open" if shown_open else ""}>'
        f'<summary><span class="gist"><span class="number">[{citation.n}]</span> {gist}</span>'
        f'<span class="place">{escaped(citation.class_title)} · {escaped(place_label(citation))}'
        f'<span class="file"> · {escaped(citation.source)}</span></span></summary>'
        f'<div class="source" id="passage-{number}-{citation.n}" tabindex="-1">{body}'
        f'<a class="back" href="#answer-{number}">Back to the answer</a></details>'
    )
