"""A conversation as HTML and as what a browser keeps of it: pure functions, in which every word is escaped.

The browser holds the conversation: each exchange on the page carries its question, the classes it was asked about and
the answer's text, and is sent back as a turn of the next question. The server keeps nothing of it.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.answer import Answer, Turn
from ui.ask.answer_beside import Beside
from ui.ask.answer_html import answer_html
from ui.html import escaped, paragraph, shortened
from ui.words import Words

# Of a conversation this much is on the page, is kept over a reload and is asked again by a link.
EXCHANGES_KEPT = 20
_QUESTION_SHOWN = 500
_MOST_LETTERS_KEPT = 2_000_000
_KEY = re.compile(r"[a-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question on the page and what came of it: an answer, or the sentence that says why there is none.

    ``classes`` are the ids of the specs that were selected. ``asked_again`` are the questions that, asked in this
    order, give this answer again.
    """

    question: str
    answer: Answer | None = None
    problem: str | None = None
    classes: tuple[str, ...] = ()
    key: str = "0"
    asked_again: tuple[str, ...] = ()


class KeptExchange(BaseModel):
    """What a browser keeps of an exchange; ``text`` is the answer's, empty after a reload."""

    model_config = ConfigDict(strict=True)

    question: str
    classes: list[str] = []
    text: str = ""


class Kept(BaseModel):
    """The conversation as a browser sends it: what was said, and of the exchange to come its key and its classes."""

    model_config = ConfigDict(strict=True)

    key: str = "0"
    classes: list[str] = []
    exchanges: list[KeptExchange] = []


def read_kept(sent: str | None) -> Kept:
    """The conversation that a browser sent, its newest exchanges; an empty one where what it sent cannot be read."""
    try:
        kept = Kept.model_validate_json((sent or "{}")[:_MOST_LETTERS_KEPT])
    except ValidationError:
        return Kept()
    key = kept.key if _KEY.fullmatch(kept.key) else "0"
    exchanges = [one for one in kept.exchanges if one.question.strip()][-EXCHANGES_KEPT:]
    return Kept(key=key, classes=kept.classes, exchanges=exchanges)


def history_of(exchanges: Sequence[KeptExchange]) -> tuple[Turn, ...]:
    """The turns so far, oldest first."""
    return tuple(
        turn
        for exchange in exchanges
        for turn in (Turn("user", exchange.question), Turn("assistant", exchange.text))
        if turn.content
    )


def conversation_html(words: Words) -> str:
    """The frame in which exchanges are put as they come, with the words that its script says."""
    said = {
        "waiting": words.say("ask.waiting"),
        "unreachable": words.say("ask.unreachable"),
        "copied": words.say("ask.copied"),
        "linked": words.say("ask.linked"),
        "not-copied": words.say("ask.not_copied"),
        "thanks": words.say("ask.feedback.thanks"),
        "not-sent": words.say("ask.feedback.not_sent"),
        "choose-reason": words.say("ask.feedback.choose"),
        "cleared": words.say("ask.cleared"),
        "who": words.say("ask.who"),
        "not-taken": words.say("ask.not_taken"),
    }
    attributes = "".join(f' data-{name}="{escaped(text)}"' for name, text in said.items())
    return (
        f'<section class="conversation" aria-label="{escaped(words.say("ask.conversation"))}" tabindex="0" '
        f'data-most="{EXCHANGES_KEPT}"{attributes}></section>'
        '<p class="notice" role="alert"></p><p class="announced" role="status"></p>'
    )


def welcome_html(sentence: str) -> str:
    """What stands in the frame before the first question: it takes the place of all exchanges."""
    return f"<div data-whole>{paragraph('welcome', sentence)}</div>"


def whole_html(exchanges: Sequence[tuple[Exchange, Beside]], words: Words) -> str:
    """Several exchanges, oldest first, in place of all that the frame shows."""
    return f"<div data-whole>{''.join(exchange_html(one, beside, words) for one, beside in exchanges)}</div>"


def notice_html(sentence: str, key: str) -> str:
    """A sentence below the conversation, about what was not taken; the conversation stays as it is."""
    return f'<p data-notice="{key}">{escaped(sentence)}</p>'


def exchange_html(exchange: Exchange, beside: Beside, words: Words) -> str:
    """A question and its answer; the frame puts it in the place of the exchange with the same key, else last."""
    who = f'<span class="who">{escaped(words.say("ask.who"))}</span>'
    question = f'<p class="question">{who}{shortened(exchange.question, _QUESTION_SHOWN)}</p>'
    if exchange.answer is None:
        label = f'<span class="who">{escaped(words.say("ask.not_taken"))}</span>'
        problem = paragraph("line", exchange.problem or "")
        answer = f'<div class="answer problem" tabindex="-1">{label}<div class="words">{problem}</div></div>'
        return f'<div class="exchange" id="exchange-{exchange.key}">{question}{answer}</div>'
    carried = {
        "question": exchange.question,
        "classes": json.dumps(exchange.classes),
        "text": exchange.answer.text,
    }
    attributes = "".join(f' data-{name}="{escaped(text)}"' for name, text in carried.items())
    answer = answer_html(exchange.answer, exchange.asked_again or (exchange.question,), exchange.classes, beside, words)
    return f'<div class="exchange" id="exchange-{exchange.key}"{attributes}>{question}{answer}</div>'
