"""The lines of a paragraph of prose are one line of the text; nothing else is joined."""

from ingest.readers.page.grid import laid_out
from ingest.readers.page.words import PageWords, Word


def line(said: str, top: float, left: float = 50, *, is_bold: bool = False) -> list[Word]:
    found = []
    for text in said.split():
        found.append(Word(text, left, top, left + 5 * len(text), top + 10, is_bold))
        left += 5 * len(text) + 3
    return found


def text_of(*lines: list[Word]) -> str:
    return laid_out([PageWords(1, 600, 800, tuple(word for said in lines for word in said))], "pdf").text.strip()


FULL = "The clerk answers questions of the public at the counter and by telephone and files what is forty-"


def test_a_paragraph_is_one_line_and_a_word_parted_in_it_is_whole() -> None:
    assert text_of(line(FULL, 0), line("eight hours old.", 12)) == f"{FULL}eight hours old."


def test_each_line_of_a_paragraph_has_a_box_of_its_own() -> None:
    said = (*line(FULL, 0), *line("eight hours old.", 12))
    source = laid_out([PageWords(1, 600, 800, said)], "pdf")
    assert [source.text[box.start : box.end] for box in source.boxes] == [FULL, "eight hours old."]
    assert [box.top for box in source.boxes] == [0.0, 0.015]


def test_a_line_that_ends_where_there_was_room_ends_its_paragraph() -> None:
    assert text_of(line("Drives a truck.", 0), line("Lifts hoses.", 12), line(FULL, 60)).count("\n") == 3


def test_headings_and_items_of_a_list_stay_apart() -> None:
    heading = "GENERAL STATEMENT OF WHAT IS DONE BY THOSE WHO HOLD THIS POSITION IN ANY OF OUR DEPARTMENTS"
    assert "\n" in text_of(line(heading, 0, is_bold=True), line(FULL, 12), line("eight.", 24))
    assert text_of(line(FULL, 0), line("1. eight hours", 12)).count("\n") == 1


def test_an_item_of_a_list_goes_on_below_its_words() -> None:
    said = text_of(line("1.", 0), line(FULL, 0, 75), line("eight hours old.", 12, 75))
    assert said.splitlines()[-1].endswith("forty-eight hours old.")


def test_cells_below_each_other_stay_apart() -> None:
    rows = [(*line("Standing", at), *line("F", at, 200), *line("Copier", at, 260)) for at in (0, 12)]
    assert text_of(*map(list, rows)).count("\n") == 1
