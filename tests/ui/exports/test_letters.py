import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.exports.answers import CONTROLS, CONTROLS_SHOWN
from ui.exports.letters import Letters


def test_what_can_be_shown_is_left_as_it_is() -> None:
    letters = Letters()
    text = "Tab\tline\n“Füße” ½ 中文 \u00a0\u200b\ufffd"
    assert letters.shown(text) == text
    assert letters.missing == ()


def test_what_cannot_be_shown_is_replaced_and_named_once_each() -> None:
    letters = Letters()
    assert letters.shown(CONTROLS) == CONTROLS_SHOWN
    letters.shown("\u202e again")
    assert letters.missing == (
        "U+0000",
        "U+0007",
        "U+000C",
        "U+202E RIGHT-TO-LEFT OVERRIDE",
        "U+2066 LEFT-TO-RIGHT ISOLATE",
        "U+D800",
        "U+FFFF",
    )


def test_letters_that_the_font_lacks_are_replaced_too() -> None:
    letters = Letters(font={ord("a"), ord(" ")})
    assert letters.shown("a b\na\té") == "a \ufffd\na\t\ufffd"
    assert letters.missing == ("U+0062 LATIN SMALL LETTER B", "U+00E9 LATIN SMALL LETTER E WITH ACUTE")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_is_a_line_feed(end: str) -> None:
    assert Letters().shown(f"one{end}two") == "one\ntwo"


@given(st.text())
def test_whatever_is_shown_can_be_written_as_utf8_and_in_as_many_letters(text: str) -> None:
    shown = Letters().shown(text)
    shown.encode()
    assert len(shown) == len(text.replace("\r\n", "\n"))
    assert Letters().shown(shown) == shown
