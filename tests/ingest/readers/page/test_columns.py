"""Prose in two columns is read one column after the other; columns of a table stay side by side."""

from ingest.readers.page.columns import in_reading_order
from ingest.readers.page.lines import visual_lines
from ingest.readers.page.words import Word

PROSE = "the incumbent keeps records of all permits issued and tells the public about the rules".split()


def line_of(words: list[str], left: float, top: float) -> list[Word]:
    found = []
    for text in words:
        found.append(Word(text, left, top, left + 5 * len(text), top + 10))
        left += 5 * len(text) + 3
    return found


def column(left: float, top: float, lines: int, *, first: int = 0) -> list[Word]:
    """A column of full lines, each of which says where it stands."""
    return [word for at in range(lines)
            for word in line_of([f"{first + at:02}", *PROSE[at % 5 : at % 5 + 7]], left, top + 12 * at)]  # fmt: skip


def read(words: list[Word]) -> list[str]:
    return [" ".join(segment.text for segment in line.segments)
            for line in in_reading_order(visual_lines(words, 10), 10)]  # fmt: skip


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    heading = line_of(["A", "heading", *PROSE], 0, -20)
    ordered = read([*heading, *column(0, 0, 10), *column(300, 3, 10, first=50)])
    assert ordered[0].startswith("A heading")
    assert [line[:2] for line in ordered[1:]] == [f"{at:02}" for at in (*range(10), *range(50, 60))]


def test_the_right_column_is_read_as_if_it_stood_at_the_left() -> None:
    lines = in_reading_order(visual_lines([*column(0, 0, 10), *column(300, 3, 10)], 10), 10)
    assert {round(line.left - line.shift) for line in lines} == {0}
    assert {round(line.left) for line in lines} == {0, 300}


def test_what_stands_below_both_columns_comes_after_them() -> None:
    below = line_of(["The", "end"], 0, 200)
    ordered = read([*column(0, 0, 10), *column(300, 0, 10, first=50), *below])
    assert ordered[-1] == "The end"


def test_labels_and_codes_side_by_side_stay_on_one_line() -> None:
    rows = [(f"Hazard number {at}", "N", f"Dust number {at}", "D") for at in range(12)]
    words = [word for at, row in enumerate(rows) for cell, left in zip(row, (0, 150, 300, 450), strict=True)
             for word in line_of(cell.split(), left, 12 * at)]  # fmt: skip
    assert read(words) == [" ".join(row) for row in rows]


def test_a_label_beside_its_long_text_stays_beside_it() -> None:
    labels = [word for at in range(0, 12, 3) for word in line_of(["Reading", "and", "writing"], 0, 12 * at)]
    ordered = read([*labels, *column(300, 0, 12)])
    assert ordered[0].startswith("Reading and writing 00")


def test_rows_of_two_long_cells_that_begin_together_stay_rows() -> None:
    words = []
    for row in range(5):
        words += column(0, 60 * row, 3) + column(300, 60 * row, 3, first=50)
    assert read(words)[0].count("00") == 1
    assert "50" in read(words)[0]
