"""Words become lines by their heights, and lines are cut into segments at wide gaps."""

from ingest.readers.page.lines import typical_height, visual_lines
from ingest.readers.page.words import Word


def word(text: str, left: float, top: float, *, height: float = 10, width: float | None = None) -> Word:
    return Word(text, left, top, left + (5 * len(text) if width is None else width), top + height)


def said(*words: Word) -> list[list[str]]:
    return [[segment.text for segment in line.segments] for line in visual_lines(words, 10)]


def test_words_on_one_line_are_one_segment_from_left_to_right() -> None:
    assert said(word("hoses", 36, 0), word("Raises", 0, 0)) == [["Raises hoses"]]


def test_a_wide_gap_parts_segments() -> None:
    assert said(word("Lifting", 0, 0), word("F", 60, 0), word("Hose", 100, 0)) == [["Lifting", "F", "Hose"]]


def test_lines_stand_from_top_to_bottom() -> None:
    assert said(word("below", 0, 12), word("above", 0, 0)) == [["above"], ["below"]]


def test_an_exponent_and_what_follows_it_stay_on_their_line() -> None:
    words = [word("x", 0, 0), word("2", 5, -2, height=6), word("and", 13, 0), word("next", 0, 12)]
    assert said(*words) == [["x 2 and"], ["next"]]


def test_a_line_a_little_askew_is_one_line() -> None:
    words = [word(f"word{at}", 30 * at, 0.7 * at) for at in range(20)]
    below = [word(f"more{at}", 30 * at, 12 + 0.7 * at) for at in range(20)]
    assert [len(line) for line in said(*words, *below)] == [1, 1]


def test_the_even_spaces_of_a_justified_line_part_nothing() -> None:
    assert said(*(word("word", 30 * at, 0) for at in range(6))) == [["word word word word word word"]]


def test_spaces_too_wide_to_be_stretched_part_a_table_row() -> None:
    assert said(*(word("Dust", 50 * at, 0) for at in range(4))) == [["Dust", "Dust", "Dust", "Dust"]]


def test_the_typical_height_is_that_of_most_letters() -> None:
    assert typical_height([word("TITLE", 0, 0, height=20), word("a body of letters", 0, 30)]) == 10
    assert typical_height([]) == 0
