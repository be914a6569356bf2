import pytest

from assistant.understanding.words import singular, stems, words_of


def test_words_have_their_places_and_no_possessive() -> None:
    words = words_of("The Manager’s desk")
    assert [(word.text, word.start, word.end) for word in words] == [
        ("the", 0, 3),
        ("manager", 4, 13),
        ("desk", 14, 18),
    ]


@pytest.mark.parametrize(
    ("plural", "one"), [("firefighters", "firefighter"), ("deputies", "deputy"), ("coaches", "coach"), ("bus", "bus")]
)
def test_plurals_are_brought_to_the_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_stems_leave_small_words_out_unless_there_are_no_others() -> None:
    assert stems("on your feet") == ("feet",)
    assert stems("to be") == ("to", "be")
