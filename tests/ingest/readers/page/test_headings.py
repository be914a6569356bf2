"""Bold or larger lines that stand alone are headings."""

from ingest.readers.page.headings import BOLD_LEVEL, heading_levels
from ingest.readers.page.lines import VisualLine, visual_lines
from ingest.readers.page.words import Word


def line(said: str, top: float, *, height: float = 10, is_bold: bool = False) -> VisualLine:
    left, words = 0.0, []
    for text in said.split():
        words.append(Word(text, left, top, left + height / 2 * len(text), top + height, is_bold))
        left += height / 2 * len(text) + 3
    return visual_lines(words, height)[0]


def levels(*lines: VisualLine, begins: list[bool] | None = None) -> list[int | None]:
    return heading_levels([(lines, begins or [True] * len(lines))])[0]


BODY = line("The incumbent keeps records of permits.", 100)


def test_a_bold_line_is_a_heading_of_the_lowest_level() -> None:
    assert levels(line("DUTIES", 0, is_bold=True), BODY, BODY) == [BOLD_LEVEL, None, None]


def test_the_larger_a_line_the_higher_its_level() -> None:
    sizes = [line("Title", 0, height=height) for height in (20, 16, 13, 11)]
    assert levels(*sizes, *[BODY] * 9)[:4] == [1, 2, 3, None]


def test_a_bold_word_in_a_line_makes_no_heading() -> None:
    words = [*line("Reading", 0, is_bold=True).words, Word("maps", 60, 0, 80, 10)]
    assert levels(visual_lines(words, 10)[0], BODY) == [None, None]


def test_a_paragraph_of_bold_lines_is_no_heading() -> None:
    lines = [line(f"Bold line {at}", 12 * at, is_bold=True) for at in range(4)]
    assert levels(*lines, begins=[True, False, False, False]) == [None] * 4


def test_a_bold_row_of_columns_is_no_heading() -> None:
    words = [Word("DEMAND", 0, 0, 30, 10, True), Word("CODE", 200, 0, 220, 10, True)]
    assert levels(visual_lines(words, 10)[0]) == [None]


def test_a_numbered_bold_line_is_a_heading() -> None:
    words = [Word("IV.", 0, 0, 12, 10, True), Word("DUTIES", 40, 0, 70, 10, True)]
    assert levels(visual_lines(words, 10)[0]) == [BOLD_LEVEL]
