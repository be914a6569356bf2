"""A table goes on over the end of a page: its rows stay whole and its heads are said once."""

import pytest

from ingest.readers.page.grid import laid_out
from ingest.readers.page.words import PageWords, Table, TableCell, Word

WIDTHS = (100, 100)


def words(said: str, left: float, top: float) -> list[Word]:
    found = []
    for text in said.split():
        found.append(Word(text, left, top, left + 5 * len(text), top + 10))
        left += 5 * len(text) + 3
    return found


def page(number: int, *rows: tuple[str, str], below: str = "") -> PageWords:
    """A page with a ruled table of two columns; each cell's lines are parted by a stroke."""
    said: list[Word] = []
    cells: list[TableCell] = []
    top = 50.0
    for at, row in enumerate(rows):
        height = 12.0 * max(cell.count("|") + 1 for cell in row) + 6
        for column, cell in enumerate(row):
            cells.append(TableCell(at, column, 100 * column, top, 100 * column + 100, top + height))
            for line, words_said in enumerate(cell.split("|")):
                said += words(words_said, 100 * column + 4, top + 3 + 12 * line)
        top += height
    return PageWords(number, 600, 800, (*said, *words(below, 4, 760)), (Table(tuple(cells)),))


def text_of(*pages: PageWords) -> str:
    return laid_out(pages, "pdf").text


def test_a_row_that_the_end_of_a_page_cut_is_one_row() -> None:
    first = page(1, ("Writing", "None"), ("Budget", "May be asked to|list the worn out"))
    second = page(2, ("", "equipment."), ("Math", "Fractions"))
    assert text_of(first, second) == (
        "Writing\tNone\nBudget\tMay be asked to list the worn out equipment.\n\nMath\tFractions"
    )


def test_a_label_and_its_words_cut_together_are_one_row() -> None:
    first = page(1, ("Writing", "None"), ("Interpersonal Human", "Meets contractors"))
    second = page(2, ("Relations", "afterwards"), ("Math", "None"))
    assert "Interpersonal Human Relations\tMeets contractors afterwards" in text_of(first, second)


@pytest.mark.parametrize("row", [("Math", "N"), ("", "N")])
def test_a_row_that_had_room_on_the_line_above_is_one_of_its_own(row: tuple[str, str]) -> None:
    text = text_of(page(1, ("Writing", "F"), ("Reading", "F")), page(2, row, ("Other", "N")))
    assert f"Reading\tF\n\n{row[0]}\t{row[1]}" in text


def test_a_footnote_between_the_parts_of_a_row_is_no_part_of_it() -> None:
    note = "Classified Service (Positions in the classified service are filled by competitive examination.)"
    first = page(1, ("Writing", "None"), ("Budget", "May be asked to|list the worn out"), below=note)
    second = page(2, ("", "equipment."), ("Math", "Fractions"))
    assert "list the worn out equipment.\n\n  Classified Service" in text_of(first, second)


def test_heads_said_again_on_the_next_page_are_furniture_and_part_no_row() -> None:
    heads = ("DEMAND", "CODE")
    first = page(1, heads, ("Writing", "None"), ("Budget", "May be asked to|list the worn out"))
    source = laid_out([first, page(2, heads, ("", "equipment."), ("Math", "Fractions"))], "pdf")
    assert [source.text[span.start : span.end] for span in source.furniture] == ["DEMAND\tCODE"]
    assert "list the worn out equipment." in source.text


def test_the_same_legend_above_two_tables_is_said_by_both() -> None:
    legend = ("C = Always", "N = Never")
    source = laid_out([page(1, legend, ("Lifting", "N")), page(2, legend, ("Stress", "C"))], "pdf")
    assert source.furniture == ()


def test_the_boxes_of_a_cut_row_lie_on_both_pages() -> None:
    first = page(1, ("Writing", "None"), ("Budget", "May be asked to|list the worn out"))
    source = laid_out([first, page(2, ("", "equipment."), ("Math", "Fractions"))], "pdf")
    found = {source.text[box.start : box.end]: box.page for box in source.boxes}
    assert (found["list the worn out"], found["equipment."], found["Math"]) == (1, 2, 2)
