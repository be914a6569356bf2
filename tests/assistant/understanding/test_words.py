import pytest

from assistant.understanding.words import corrected, singular, stems, words_of


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


@pytest.mark.parametrize(
    ("typed", "meant"), [("libarian", "librarian"), ("custodain", "custodian"), ("dispacher", "dispatcher")]
)
def test_a_slip_of_the_pen_is_corrected(typed: str, meant: str) -> None:
    (word,) = corrected(words_of(typed), {"librarian", "custodian", "dispatcher"})
    assert (word.text, word.start, word.end) == (meant, 0, len(typed))


def test_an_english_word_is_never_corrected() -> None:
    (word,) = corrected(words_of("office"), {"officer"})
    assert word.text == "office"


def test_a_slip_that_may_mean_two_words_is_left_alone() -> None:
    (word,) = corrected(words_of("xalking"), {"walking", "talking"})
    assert word.text == "xalking"
