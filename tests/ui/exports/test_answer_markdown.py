"""A Markdown file is read as Markdown here, and must then say what the answer says and nothing else."""

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.ui.exports.answers import (
    CONTROLS,
    CONTROLS_SHOWN,
    ENGLISH,
    HOSTILE,
    QUOTE,
    TABLE,
    answer,
    citation,
    hostile,
    written,
)
from ui.exports import WrittenAnswer, answer_markdown

HARMLESS = {"text", "hardbreak", "strong_open", "strong_close"}


def read(said: WrittenAnswer) -> list[Token]:
    return MarkdownIt("commonmark", {"html": True}).enable("table").parse(answer_markdown(said, ENGLISH))


def texts(tokens: list[Token]) -> list[str]:
    """The words of each block, as a reader sees them."""
    return [
        "".join("\n" if child.type == "hardbreak" else child.content for child in token.children)
        for token in tokens
        if token.children is not None
    ]


def quotes(tokens: list[Token]) -> list[str]:
    return [token.content.removesuffix("\n") for token in tokens if token.type == "fence"]


def test_an_answer_is_written_with_its_question_and_sources() -> None:
    tokens = read(written(answer("Frequently [1].\nRarely [1].", citation())))
    said = texts(tokens)
    assert said[:6] == [
        "Rolebook",
        "Question",
        "How often does the Clerk stand?",
        "Answer",
        "Frequently [1].\nRarely [1].",
        "Sources",
    ]
    place = "[1] Class: Clerk · Section: Physical demands · Page: 3 · Revision: revised May 2014 · File: Clerk.txt"
    assert said[6] == place
    assert quotes(tokens) == [QUOTE.replace("\r\n", "\n")]
    assert said[7] == "Made with Rolebook on 2026-01-02 03:04 (UTC)."
    assert "no legal advice" in said[8]
    assert len(said) == 9


def test_a_table_is_a_table() -> None:
    tokens = read(written(answer(TABLE)))
    cells = [tokens[place + 1].content for place, token in enumerate(tokens) if token.type in ("th_open", "td_open")]
    assert cells == [
        *("", "Clerk", "Custodian", ""),
        *("Standing", "Frequently (“Counter”) [1]", "not stated", "differs"),
        *("Tools | aids", "“None” [2]", "“Mop” [2]", "same"),
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    tokens = read(hostile(words))
    shown = words.replace(CONTROLS, CONTROLS_SHOWN)
    said = texts(tokens)
    assert {child.type for token in tokens for child in token.children or ()} <= HARMLESS
    assert [token for token in tokens if token.type in ("html_block", "code_block", "bullet_list_open")] == []
    assert "\n".join(line.strip() for line in f"{shown} [1]".split("\n")) in "\n".join(said)
    assert quotes(tokens) == [shown]


def test_what_could_not_be_shown_is_said() -> None:
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in answer_markdown(hostile(CONTROLS), ENGLISH)
    assert "�" not in answer_markdown(hostile("plain"), ENGLISH)


def test_an_answer_without_sources_says_so() -> None:
    assert "This answer cites no passage." in texts(read(written(answer("It states no pay."))))
