import pytest

from assistant.understanding.typed import as_typed, plain_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ｈｏｗ often", "How often"),
        ("how \x1b[31moften", "how  often"),
        ("sit\u200bting", "sit ting"),
        ("\u202ewhich jobs\u202c", " which jobs "),
        ("stand\tor sit", "stand or sit"),
    ],
)
def test_letters_that_no_keyboard_types_are_folded_or_taken_out(typed: str, meant: str) -> None:
    assert as_typed(typed) == meant


def test_words_typed_in_haste_are_compared_as_they_are_meant() -> None:
    assert plain_words("Wich  jobs don’t\nclimb") == "which jobs don't climb"
