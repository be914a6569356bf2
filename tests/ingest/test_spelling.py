import pytest

from ingest.spelling import is_english, rejoined


@pytest.mark.parametrize(("word", "english"), [("office", True), ("balancinq", False)])
def test_a_misread_word_is_no_english_word(word: str, english: bool) -> None:
    assert is_english(word) is english


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Cust\todian", "Custodian"),
        ("Utility Cus\ttomer Service", "Utility Customer Service"),
        ("Park\tRanger", "Park\tRanger"),
        ("Fire\tFighter", "Fire\tFighter"),
        ("Clerk\tII", "Clerk\tII"),
    ],
)
def test_a_tab_is_taken_out_of_a_word_that_it_broke_and_left_between_words(text: str, whole: str) -> None:
    assert rejoined(text) == whole
