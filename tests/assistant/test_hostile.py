"""Questions that want something else than an answer: every one gets an exact answer, or is refused in one sentence."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from assistant import Answer, Assistant, Question, QuestionError, Turn
from benchmarks.verify import check_answer
from index import Library
from ui.contract import answer_object
from ui.conversation import Exchange, conversation_html, passages_html

HOSTILE = Path(__file__).with_name("hostile.jsonl")

# What the page itself is made of: any other element or attribute came out of a question or a document.
PAGE_ELEMENTS = {
    "a",
    "aside",
    "details",
    "div",
    "h2",
    "mark",
    "p",
    "section",
    "span",
    "summary",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
PAGE_ATTRIBUTES = {
    "aria-label",
    "aria-live",
    "class",
    "data-answered",
    "href",
    "id",
    "open",
    "role",
    "scope",
    "tabindex",
}


class PageMarkup(HTMLParser):
    """The elements of a page, the names of their attributes, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets |= {value or "" for name, value in attrs if name == "href"}


def verifier_failures(library: Library, answer: Answer) -> list[str]:
    """What the independent verifier finds wrong with an answer over all that is held."""
    entries = library.entries()
    sources = {entry.spec_id: library.held(entry.spec_id).spec.source.text for entry in entries}
    titles = {entry.spec_id: entry.title or Path(entry.path).name for entry in entries}
    codes = {entry.spec_id: entry.code for entry in entries if entry.code}
    found = check_answer(answer_object(answer), sources, titles=titles, codes=codes, specs_held=len(entries))
    return [f"{failure.rule}: {failure.what}" for failure in found]


def page_markup(library: Library, answer: Answer) -> PageMarkup:
    """What a browser makes of an answer on the page, with the passages that it cites."""
    exchanges = (Exchange(answer.question.text, answer),)
    passages = passages_html(exchanges, lambda spec_id: library.held(spec_id).spec.source.text)
    return PageMarkup(conversation_html(exchanges, "") + passages)


def is_the_pages_own(markup: PageMarkup) -> bool:
    """Whether no element, attribute or link is there that the page does not write itself."""
    return (
        markup.elements <= PAGE_ELEMENTS
        and markup.attributes <= PAGE_ATTRIBUTES
        and all(target.startswith(("#passage-0-", "#answer-0")) for target in markup.targets)
    )


def _lines() -> list[dict[str, Any]]:
    # Only a line feed ends a line: some of the questions hold other characters that end one.
    return [json.loads(line) for line in HOSTILE.read_text(encoding="utf-8").split("\n") if line]


def _question(line: dict[str, Any]) -> Question:
    history = tuple(Turn(turn["role"], turn["content"]) for turn in line.get("history", ()))
    return Question(line["question"], id=line["id"], classes=tuple(line.get("classes", ())), history=history)


@pytest.mark.parametrize("line", _lines(), ids=lambda line: line["id"])
def test_a_hostile_question_gets_an_exact_answer_and_nothing_that_it_asked_for_besides(
    assistant: Assistant, library: Library, line: dict[str, Any]
) -> None:
    answer = assistant.ask(_question(line))
    expected = line["expect"]
    assert verifier_failures(library, answer) == []
    assert answer.outcome == expected.get("outcome", answer.outcome), answer.text
    assert answer.reason == expected.get("reason", answer.reason), answer.text
    stated = [(value.class_title, value.field, value.value) for value in answer.values]
    assert [each for each in expected.get("values", ()) if tuple(each.values()) not in stated] == [], answer.text
    said = answer.text.casefold()
    assert [words for words in expected["never_says"] if words.casefold() in said] == [], answer.text
    assert is_the_pages_own(page_markup(library, answer))


@pytest.mark.parametrize("filler", ["Never. ", "[1] ", "<b>", "lifting " * 50, "\u0301", "\n"])
def test_a_question_without_end_is_refused_in_one_short_sentence(assistant: Assistant, filler: str) -> None:
    endless = Question("How often does the Custodian lift? " + filler * (200_000 // len(filler)) + "?")
    with pytest.raises(QuestionError) as refused:
        assistant.ask(endless)
    assert len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)
