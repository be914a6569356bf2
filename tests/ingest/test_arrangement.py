"""Text in any layout as rows and cells that know their place."""

import pytest

from ingest.arrangement import arranged, settled, with_pages
from ingest.source_text import SourceText
from tests.ingest.layout.reading import values_in


def test_a_text_that_is_arranged_already_is_shown_as_it_stands() -> None:
    text = "PHYSICAL DEMANDS:\n\nStanding\tF\tDesk\n"
    assert arranged(SourceText(text, "txt")).view.is_source


def test_a_cell_of_the_view_is_the_same_words_in_the_source() -> None:
    text = "PHYSICAL DEMANDS:\n\nStanding     F    Desk\nSitting      N    Van\n"
    view = arranged(SourceText(text, "txt")).view
    at = view.text.index("Van")
    assert text[slice(*view.place(at, at + 3))] == "Van"


@pytest.mark.parametrize("rule", ["=====", "-----------------", "+----+----+"])
def test_a_rule_below_a_heading_is_no_line_of_its_section(rule: str) -> None:
    found = values_in(f"PROTECTIVE EQUIPMENT\n{rule}\n\nGloves.\n\nNON-PHYSICAL DEMANDS\n{rule}\n\nTime Pressures\tF\n")
    assert found["non_physical_demands.time_pressures"] == ("read", "Frequently")
    assert not any(rule in (value or "") for _, value in found.values())


def test_a_heading_that_a_narrow_page_cut_is_one_heading() -> None:
    found = values_in("PHYSICAL DEMANDS:\n\nStanding\tF\tDesk\n\nPRIMARY WORK\nLOCATION\nShop\tX\n")
    assert found["work_location.shop"] == ("read", "X")


@pytest.mark.parametrize("number", ["4. ", "IV. ", "D. ", "4) ", "Section 4: "])
def test_a_heading_with_a_number_is_the_heading(number: str) -> None:
    assert values_in(f"{number}PRIMARY WORK LOCATION\nShop\tX\n")["work_location.shop"] == ("read", "X")


def test_footers_make_the_pages_and_are_furniture() -> None:
    source = with_pages(SourceText("One.\n\nPage 1 of 2\n\nTwo.\n\nPage 2 of 2\n", "txt"))
    assert [page.number for page in source.pages] == [1, 2]
    assert [source.text[span.start : span.end] for span in source.furniture] == ["Page 1 of 2", "Page 2 of 2"]


def test_a_format_with_columns_is_settled_into_cells() -> None:
    source = SourceText("PRIMARY WORK LOCATION\n\nShop        X\nVehicle\n", "pdf", has_columns=True)
    assert "Shop\tX" in settled(source).text
