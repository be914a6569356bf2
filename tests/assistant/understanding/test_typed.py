import pytest

from assistant.understanding.typed import as_spelled, as_typed, plain_words


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what dose a clerk need", "what does a clerk need"),
        ("do u ned a cdl", "do u need a cdl"),
        ("hwo mcuh do they lift", "how much do they lift"),
        ("were would i be based", "where would i be based"),
        ("want to no if they climb", "want to know if they climb"),
        ("what does W mean", "what does W mean"),
        ("a low dose", "a low dose"),
        ("who has 2 get one", "who has to get one"),
        ("does the clerk 2 have to type", "does the clerk 2 have to type"),
        ("jobs that need 2 years", "jobs that need 2 years"),
        ("with an associate's and two years", "with an associate's degree and two years"),
        ("a master's in biology", "a master's degree in biology"),
        ("a harbor master's boat", "a harbor master's boat"),
    ],
)
def test_a_word_that_is_another_beside_what_follows_it_is_put_right(typed: str, meant: str) -> None:
    assert as_spelled(typed) == meant
