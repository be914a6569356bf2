"""Comparing what a scan printed with what the form prints."""

import pytest

from ingest.folding import folded, latin, latin_text, nearest, repairs_between, skeleton
from tests.ingest.reading import rules


@pytest.mark.parametrize(
    ("printed", "scanned"),
    [("LOCATION", "L0CAT\tION"), ("Balancing", "ba1ancing"), ("ENVIRONMENTAL", "ΕNVIRΟΝΜЕΝΤАL"),
     ("Fire Hazards", "<u>Fire</u>  Hazards:"), ("Pushing/Pulling", "Pushing / Pulling")],
)  # fmt: skip
def test_what_scanning_confuses_has_one_skeleton(printed: str, scanned: str) -> None:
    assert skeleton(printed) == skeleton(scanned)


@pytest.mark.parametrize(("character", "alike"), [("С", "C"), ("Ο", "O"), ("é", "e"), ("Ι", "I"), ("漢", "漢")])
def test_a_look_alike_is_one_latin_letter(character: str, alike: str) -> None:
    assert latin(character) == alike


@pytest.mark.parametrize("character", ["№", "㎝", "ﬁ", "½", "™"])
def test_a_sign_that_stands_for_several_letters_is_not_one_of_them(character: str) -> None:
    assert latin(character) == character


def test_offsets_stay_when_look_alikes_are_replaced() -> None:
    text = "Ρage ﬁ ½ ß 漢"
    assert len(latin_text(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("a  b\n\tc ", "a b c"), ("<u>a</u> b", "a b"), ("$1/3$ to $2/3$", "1/3 to 2/3"), ("a < b > c", "a < b > c")],
)
def test_prose_is_folded_and_loses_no_words(text: str, value: str) -> None:
    assert folded(text) == value


def test_the_nearest_candidate_alone_wins() -> None:
    candidates = {skeleton(word): word for word in ("Walking", "Talking")}
    assert nearest("Walkinq", candidates) == "Walking"
    assert nearest("Yalking", candidates) is None
    assert nearest("Sleeping", candidates) is None


@pytest.mark.parametrize(
    ("before", "printed", "expected"),
    [
        ("Revised", "Revised", []),
        ("REVISED", "Revised", []),
        ("Revi\tsed", "Revised", ["split_word"]),
        ("<u>Revised</u>", "Revised", ["markup"]),
        ("Rеvised", "Revised", ["look_alike"]),
        ("Rev1sed", "Revised", ["digit_for_letter"]),
        ("Revizcd", "Revised", ["misread_letters"]),
        ("résumé, naïve", "résumé, naïve", []),
    ],
)
def test_repairs_say_what_had_to_be_done(before: str, printed: str, expected: list[str]) -> None:
    assert rules(repairs_between(before, 0, len(before), printed)) == expected
