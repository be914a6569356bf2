"""What every page says at its top or bottom is furniture, but for what has to be read once."""

from ingest.readers.page.furniture import PlacedLine, furniture

NOTE = ("Classified Service (Positions in the classified service are filled by competitive examination and are",
        "within the jurisdiction of the Commission.)")  # fmt: skip


def page(*lines: tuple[str, float], begins: bool = True) -> list[PlacedLine]:
    return [PlacedLine(text, height, begins) for text, height in lines]


def hidden(*pages: list[PlacedLine]) -> list[list[str]]:
    return [[page[at].text for at in sorted(found.hidden)] for page, found in zip(pages, furniture(pages), strict=True)]


def test_a_header_is_furniture_from_the_second_page_on() -> None:
    pages = [page(("CITY OF ELM 004120", 0.04), (f"Text {name}", 0.2)) for name in ("one", "two", "three")]
    assert hidden(*pages) == [[], ["CITY OF ELM 004120"], ["CITY OF ELM 004120"]]


def test_a_short_footer_is_furniture_on_every_page_whatever_class_it_names() -> None:
    pages = [page((f"Text {name}", 0.2), ("Fire Captain", 0.95)) for name in ("one", "two")]
    assert hidden(*pages) == [["Fire Captain"], ["Fire Captain"]]


def test_page_numbers_are_furniture_though_they_differ() -> None:
    pages = [page((f"Text {name}", 0.2), (f"- {at} -", 0.95)) for at, name in enumerate(("one", "two", "three"))]
    assert hidden(*pages) == [["- 0 -"], ["- 1 -"], ["- 2 -"]]


def test_a_page_number_that_says_so_is_furniture_on_a_single_page() -> None:
    assert hidden(page(("Text", 0.2), ("Page 1", 0.95))) == [["Page 1"]]


def test_words_about_a_page_in_the_middle_are_text() -> None:
    assert hidden(page(("Text", 0.2), ("Page 1", 0.5), ("Text", 0.6))) == [[]]


def test_the_service_footnote_is_read_on_the_first_page_that_has_it() -> None:
    pages = [
        [PlacedLine(f"Text {name}", 0.2, True), PlacedLine(NOTE[0], height, True),
         PlacedLine(NOTE[1], height + 0.02, False), PlacedLine("Fire Captain", 0.97, True)]
        for name, height in (("one", 0.9), ("two", 0.6))
    ]  # fmt: skip
    assert hidden(*pages) == [["Fire Captain"], [*NOTE, "Fire Captain"]]


def test_a_row_that_ends_two_pages_at_different_heights_is_text() -> None:
    pages = [page((f"Text {name}", 0.2), ("Other (specify) N", height)) for name, height in (("a", 0.5), ("b", 0.8))]
    assert hidden(*pages) == [[], []]


def test_a_page_without_lines_has_no_furniture() -> None:
    assert hidden([], page(("Text", 0.5))) == [[], []]
