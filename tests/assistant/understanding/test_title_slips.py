import pytest

from assistant.understanding.title_index import title_index
from assistant.understanding.title_slips import known_by_neighbours, known_by_title
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


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the utility customer service manger lifts", "the utility customer service manager lifts"),
        ("do fire figters climb", "do fire fighters climb"),
        ("the manger of the stable", "the manger of the stable"),
        ("a fire fitter", "a fire fitter"),
    ],
)
def test_a_slip_that_is_a_word_or_a_part_of_one_is_known_by_the_title(text: str, meant: str) -> None:
    held = title_index([entry("Utility Customer Service Manager"), entry("Firefighter")])
    assert " ".join(word.text for word in known_by_title(words_of(text), held)) == meant
