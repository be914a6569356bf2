import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Question, Turn
from ui.json_line import MAXIMUM_LINE_BYTES, InvalidLine
from ui.question_line import read_question_line


def test_only_the_question_is_required() -> None:
    assert read_question_line(b'{"question": "How often?"}') == Question("How often?")


def test_every_key_of_the_contract_is_read() -> None:
    line = {
        "id": "q1",
        "question": "And sitting?",
        "classes": ["Custodian"],
        "history": [{"role": "user", "content": "Standing?"}, {"role": "assistant", "content": "Rarely."}],
    }
    turns = (Turn("user", "Standing?"), Turn("assistant", "Rarely."))
    assert read_question_line(json.dumps(line).encode()) == Question("And sitting?", "q1", ("Custodian",), turns)


def test_a_question_file_may_carry_its_own_notes() -> None:
    assert read_question_line(b'{"question": "How often?", "kind": "lookup"}').text == "How often?"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"", "The line is not JSON"),
        (b"How often?", "The line is not JSON"),
        (b'{"question": "caf\xe9"}', "The line is not JSON"),
        (rb'{"question": "\ud800"}', "The line is not JSON"),
        (b"[" * 100_000, "The line is not JSON"),
        (b'["How often?"]', "The line is not a JSON object."),
        (b"{}", "The line has no question."),
        (b'{"question": null}', "question is not right: input should be a valid string."),
        (b'{"question": "x", "classes": "Custodian"}', "classes is not right: input should be a valid list."),
        (b'{"question": "x", "classes": [1]}', "classes[0] is not right: input should be a valid string."),
        (b'{"question": "x", "history": [{"role": "user"}]}', "The line has no history[0].content."),
        (
            b'{"question": "x", "history": [{"role": "system", "content": "x"}]}',
            "history[0].role is not right: input should be 'user' or 'assistant'.",
        ),
        (b'"' + b"x" * MAXIMUM_LINE_BYTES, f"The line is longer than {MAXIMUM_LINE_BYTES} bytes."),
    ],
)
def test_a_line_that_is_no_question_is_refused_in_one_sentence(line: bytes, sentence: str) -> None:
    with pytest.raises(InvalidLine) as refused:
        read_question_line(line)
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


def test_a_refused_line_keeps_the_id_that_could_be_read() -> None:
    with pytest.raises(InvalidLine) as refused:
        read_question_line(b'{"id": "q7", "question": 7}')
    assert refused.value.line_id == "q7"


def test_an_id_that_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidLine, match="id is not right") as refused:
        read_question_line(b'{"id": 7, "question": "How often?"}')
    assert refused.value.line_id is None


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text(), st.lists).map(lambda value: json.dumps(value).encode())
)
def test_any_line_is_read_or_refused(line: bytes) -> None:
    with suppress(InvalidLine):
        assert isinstance(read_question_line(line), Question)
