"""Words laid out as text: columns, paragraphs, table rows, and where everything stands on its page."""

from ingest.readers.page.blocks import COLUMNS_AN_EM
from ingest.readers.page.grid import laid_out
from ingest.readers.page.words import PageWords, Straightening, Table, TableCell, Word


def words(said: str, left: float, top: float, *, is_bold: bool = False, is_sure: bool = True) -> list[Word]:
    found = []
    for text in said.split():
        found.append(Word(text, left, top, left + 5 * len(text), top + 10, is_bold, is_sure))
        left += 5 * len(text) + 3
    return found


def page(*said: list[Word], number: int = 1, tables: tuple[Table, ...] = ()) -> PageWords:
    return PageWords(number, 600, 800, tuple(word for line in said for word in line), tables)


def grid(columns: int, rows: int, *, top: float) -> Table:
    return Table(tuple(TableCell(row, column, 100 * column, top + 30 * row, 100 * column + 100, top + 30 * row + 30)
                       for row in range(rows) for column in range(columns)))  # fmt: skip


def test_a_segment_stands_at_its_left_side_in_quarters_of_an_em() -> None:
    text = laid_out([page(words("Standing", 50, 0), words("F", 200, 0), words("Sitting", 50, 12), words("R", 200, 12))],
                    "pdf").text  # fmt: skip
    assert text == f"{'':20}Standing{'':52}F\n{'':20}Sitting{'':53}R"
    assert COLUMNS_AN_EM == 4


def test_a_segment_never_overruns_the_next() -> None:
    crowded = [Word("iiiiiiiiiiiiiiiiiiii", 0, 0, 20, 10), Word("next", 40, 0, 60, 10), *words("below here", 0, 40)]
    assert laid_out([page(crowded)], "pdf").text.splitlines()[0] == "iiiiiiiiiiiiiiiiiiii  next"


def test_more_white_than_between_lines_is_an_empty_line() -> None:
    paragraphs = [words("one goes", 0, 0), words("on and", 0, 12), words("two", 0, 32), words("goes on", 0, 44)]
    assert laid_out([page(*paragraphs)], "pdf").text == "one goes\non and\n\ntwo\ngoes on"


def test_a_table_row_is_a_line_of_cells_their_lines_joined() -> None:
    table = grid(2, 2, top=100)
    cells = [words("Certifications", 4, 102), words("and Other", 4, 114), words("None", 104, 102),
             words("Math", 4, 132)]  # fmt: skip
    source = laid_out([page(words("Above", 0, 0), *cells, words("Below", 0, 200), tables=(table,))], "pdf")
    assert source.text == "Above\n\nCertifications and Other\tNone\nMath\t\n\nBelow"


def test_a_word_parted_at_a_hyphen_in_a_cell_is_whole() -> None:
    cells = [words("self- con\u00ad", 4, 102), words("tained three-", 4, 114), words("four", 104, 102),
             words("X", 4, 132), words("Y", 104, 132)]  # fmt: skip
    text = laid_out([page(*cells, tables=(grid(2, 2, top=100),))], "pdf").text
    assert text.splitlines()[0] == "self- contained three-\tfour"


def test_every_segment_has_a_box_in_fractions_of_its_page() -> None:
    source = laid_out([page(words("Lifting", 60, 80), words("F", 300, 80)), page(words("Next", 0, 0), number=2)], "pdf")
    boxes = [(source.text[box.start : box.end], box.page, box.left, box.top, box.right, box.bottom)
             for box in source.boxes]  # fmt: skip
    assert boxes == [("Lifting", 1, 0.1, 0.1, 0.15833, 0.1125), ("F", 1, 0.5, 0.1, 0.50833, 0.1125),
                     ("Next", 2, 0.0, 0.0, 0.03333, 0.0125)]  # fmt: skip


def test_each_line_in_a_cell_has_a_box_of_its_own() -> None:
    cells = [words("Certifications", 4, 102), words("and Other", 4, 114), words("None", 104, 102)]
    source = laid_out([page(*cells, tables=(grid(2, 1, top=100),))], "pdf")
    assert [source.text[box.start : box.end] for box in source.boxes] == ["Certifications", "and Other", "None"]


def test_the_boxes_of_a_turned_page_lie_where_it_is_shown() -> None:
    on_side = Straightening(600, 800, (0, 1, 0), (-1, 0, 800))
    turned = PageWords(1, 800, 600, tuple(words("Lifting", 80, 60)), (), on_side)
    (box,) = laid_out([turned], "pdf").boxes
    assert (box.left, box.top, box.right, box.bottom) == (0.1, 0.85625, 0.11667, 0.9)


def test_pages_have_their_stretches() -> None:
    source = laid_out([page(words("First", 0, 0)), page(words("Second", 0, 0), number=2)], "pdf")
    assert [(found.number, source.text[found.start : found.end].strip()) for found in source.pages] == [
        (1, "First"), (2, "Second")]  # fmt: skip
    assert source.pages[0].end <= source.pages[1].start
    assert source.has_columns


def test_a_word_that_is_not_sure_is_marked() -> None:
    source = laid_out([page([*words("Lifting", 0, 0), *words("Q", 200, 0, is_sure=False)])], "pdf")
    assert [source.text[span.start : span.end] for span in source.unsure] == ["Q"]


def test_a_bold_line_is_a_heading_without_the_spaces_before_it() -> None:
    lines = [words("DUTIES", 100, 0, is_bold=True), words("Drives.", 0, 30), words("Lifts.", 0, 42)]
    source = laid_out([page(*lines)], "pdf")
    assert [(source.text[found.start : found.end], found.level) for found in source.headings] == [("DUTIES", 7)]


def test_a_running_header_is_kept_in_the_text_as_furniture() -> None:
    pages = [page(words("City of Elm", 0, 10), words(f"Body {name}", 0, 300), number=at)
             for at, name in enumerate(("one", "two"), start=1)]  # fmt: skip
    source = laid_out(pages, "pdf")
    (span,) = source.furniture
    assert (source.text[span.start : span.end], source.text.count("City of Elm")) == ("City of Elm", 2)
    assert span.start > source.text.index("Body one")


def test_pages_in_other_units_have_their_own_columns() -> None:
    large = PageWords(2, 2400, 3200, (Word("Lifting", 200, 0, 340, 40), Word("F", 800, 0, 820, 40)))
    text = laid_out([page(words("Lifting", 50, 0), words("F", 200, 0)), large], "pdf").text
    first, second = text.split("\n\n")
    assert first == second


def test_no_pages_and_no_words_make_no_text() -> None:
    assert laid_out([], "pdf").text == ""
    assert laid_out([page()], "pdf").text == ""
