import pytest

from assistant.understanding.title_index import title_index
from assistant.understanding.title_slips import known_by_neighbours
from assistant.understanding.words import words_of
from tests.assistant.entries import entry

HELD = title_index(
    [
        entry("Accountant II"),
        entry("Cemetery Sexton"),
        entry("Court Clerk I"),
        entry("Diesel Mechanic II"),
        entry("Park Ranger"),
    ]
)


def _said(text: str) -> str:
    return " ".join(word.text for word in known_by_neighbours(words_of(text), HELD))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("prk rangr education", "park ranger education"),
        ("do semetery secstons kneel", "do cemetery sextons kneel"),
        ("acountnt 2 math", "accountant 2 math"),
    ],
)
def test_two_words_typed_wrong_are_known_by_each_other(text: str, meant: str) -> None:
    assert _said(text) == meant


@pytest.mark.parametrize("text", ["diesel mechanic iii", "the acount clerk", "the park manager", "rangr alone"])
def test_a_word_that_may_name_another_class_stays(text: str) -> None:
    assert _said(text) == text
