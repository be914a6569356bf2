"""What every file of an answer says, and what its file is called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Outcome
from index import SpecEntry
from tests.ui.exports.answers import ENGLISH, MADE, TABLE, answer, citation, entry, written
from ui.exports import file_name, written_answer
from ui.exports.answer_parts import AnswerTable, answer_parts
from ui.words import words_in


def test_the_last_answer_is_written_and_the_questions_before_it_named() -> None:
    said = written(answer("Yes.", question="Does it lift?"), answer("Rarely [1].", citation(), question="How often?"))
    assert (said.question, said.earlier, said.outcome) == ("How often?", ("Does it lift?",), Outcome.ANSWERED)
    assert said.parts == ("Rarely [1].",)


def test_a_source_says_class_section_page_revision_and_file() -> None:
    (source,) = written(answer("Rarely [1].", citation())).sources
    assert source.place == (
        ("Class", "Clerk"),
        ("Section", "Physical demands"),
        ("Page", "3"),
        ("Revision", "revised May 2014"),
        ("File", "Clerk.txt"),
    )
    assert source.quote == citation().quote


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([entry("clerk", revised=None)], "adoptada: May 1989"),
        ([entry("clerk", revised=None, adopted=None)], "no consta"),
        ([], "no consta"),
    ],
    ids=["adopted", "no date", "held no longer"],
)
def test_a_revision_is_said_as_it_is_known(entries: list[SpecEntry], said: str) -> None:
    found = written_answer([answer("Rarely [1].", citation())], entries, MADE, words_in("es"))
    assert dict(found.sources[0].place)["Revisión"] == said


def test_a_table_in_an_answer_is_a_table_and_its_bars_are_its_own() -> None:
    table, last = answer_parts(TABLE)
    assert table == AnswerTable(
        ("", "Clerk", "Custodian", ""),
        (
            ("Standing", "Frequently (“Counter”) [1]", "not stated", "differs"),
            ("Tools | aids", "“None” [2]", "“Mop” [2]", "same"),
        ),
    )
    assert last == "All other rows say the same."


def test_a_line_that_only_begins_like_a_table_is_a_line() -> None:
    assert answer_parts("| a |\nb\n|") == ("| a |", "b", "|")


def test_the_file_is_named_after_the_question() -> None:
    name = file_name("¿Con qué frecuencia levanta peso el Custodian?", "pdf", "x")
    assert name == "rolebook-con-que-frecuencia-levanta-peso-el-custodian.pdf"
    assert file_name("中文", "md", "answer") == "rolebook-answer.md"
    assert ENGLISH.say("exports.file_without_letters") == "answer"


@given(st.text(max_size=300))
def test_a_files_name_is_safe_and_short(said: str) -> None:
    assert re.fullmatch(r"rolebook-[a-z0-9]+(-[a-z0-9]+)*\.pdf", file_name(said, "pdf", "answer"))
    assert len(file_name(said, "pdf", "answer")) <= 85
