"""The letters of a page become words."""

import pytest

from ingest.readers.pdf.letters import UNKNOWN, Letter, turn_of, words_of


def letters(
    said: str, left: float = 0, *, font: str = "Helvetica", step: float = 5, turn: int | None = 0
) -> list[Letter]:
    places = [left + step * at for at in range(len(said))]
    return [Letter(letter, at, 0, at + 5, 10, turn, font, False) for letter, at in zip(said, places, strict=True)]


def spelled(*drawn: Letter) -> list[str]:
    return [word.text for word in words_of(drawn)]


def test_spaces_part_words() -> None:
    assert spelled(*letters("two words")) == ["two", "words"]


def test_white_parts_words_where_a_line_has_no_spaces() -> None:
    assert spelled(*letters("two"), *letters("words", 17.5)) == ["two", "words"]


def test_spaced_letters_are_one_word_where_a_line_has_spaces() -> None:
    assert spelled(*letters("C I", step=7), *letters(" LAW", 30)) == ["C", "I", "LAW"]
    assert spelled(*letters("TITLE", step=7), *letters(" LAW", 45)) == ["TITLE", "LAW"]


def test_a_gap_that_stands_out_parts_words_though_the_line_has_spaces() -> None:
    assert spelled(*letters("a one"), *letters("two", 27.2)) == ["a", "one", "two"]
    assert spelled(*letters("a one"), *letters("Two", 25.8)) == ["a", "one", "Two"]
    assert spelled(*letters("a oneT", step=5.8)) == ["a", "oneT"]


def test_a_letter_drawn_twice_to_look_bold_is_read_once() -> None:
    assert spelled(*letters("CITY"), *letters("CITY", 0.4)) == ["CITY"]
    assert spelled(*letters("BALL")) == ["BALL"]


@pytest.mark.parametrize(("drawn", "printed"), [
    ("ﬁ", "fi"), ("ﬄ", "ffl"), ("o\u00adn", "on"), ("é", "é"), ("\ue000", UNKNOWN),
    ("\x00", UNKNOWN), ("\x02", UNKNOWN),
    ("\uf0fe", "☑"), ("\uf0b7", "•"),
])  # fmt: skip
def test_letters_are_read_as_they_are_printed(drawn: str, printed: str) -> None:
    assert spelled(*letters(drawn)) == [printed]


def test_a_hyphen_that_may_be_left_out_is_kept_at_the_end_of_a_word() -> None:
    assert spelled(*letters("con\u00ad")) == ["con\u00ad"]


def test_a_letter_without_a_meaning_makes_its_word_unsure() -> None:
    drawn = [*letters("a"), Letter("(cid:12)", 5, 0, 10, 10, 0, "F", False), *letters("b c", 10)]
    assert [(word.text, word.is_sure) for word in words_of(drawn)] == [(f"a{UNKNOWN}b", False), ("c", True)]


@pytest.mark.parametrize(("font", "code", "mark"), [
    ("ABCDEF+Wingdings-Regular", "x", "☒"), ("Wingdings", "o", "☐"), ("ZapfDingbats", "4", "✔"), ("Arial", "x", "x"),
])  # fmt: skip
def test_a_font_of_symbols_says_which_mark_a_letter_is(font: str, code: str, mark: str) -> None:
    assert spelled(*letters(code, font=font)) == [mark]


def test_a_word_is_bold_where_most_of_its_letters_are() -> None:
    drawn = [Letter(letter, 5 * at, 0, 5 * at + 5, 10, 0, "F", at < 3) for at, letter in enumerate("abcde")]
    assert [word.is_bold for word in words_of(drawn)] == [True]


def test_a_page_is_turned_as_most_of_its_letters_are() -> None:
    assert turn_of([*letters("many letters", turn=1), *letters("few"), *letters("DRAFT OF A SPEC", turn=None)]) == 1
    assert turn_of([]) == 0
