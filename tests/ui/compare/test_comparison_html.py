"""A comparison as HTML: differences in words, a citation in each cell, nothing of a spec as markup."""

import re
from html import unescape

import pytest

from tests.ui.comparing import Comparing, cells_of, reworded
from ui.compare.comparison_html import comparison_html
from ui.html import escaped
from ui.links import source_path
from ui.words import words_in

TWO = ("Ferry Mate", "Quarry Inspector")
WORDS = words_in("en")


def row_html(shown: str, name: str) -> str:
    rows: list[str] = re.findall(r"<tr.*?</tr>", shown, re.DOTALL)
    (row,) = (row for row in rows if f'<span class="name">{name}</span>' in row)
    return row


def said_in(html: str) -> str:
    """The words of a piece of HTML as a person reads them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_row_says_its_name_whether_it_differs_and_each_cell_with_its_citation(comparing: Comparing) -> None:
    shown = comparison_html(comparing(*TWO), WORDS, only_differences=False)
    assert re.fullmatch(
        r"Lifting ≠ differs Frequently \(F\) \[\d+\] Occasionally \(O\) \[\d+\]", said_in(row_html(shown, "Lifting"))
    )
    assert said_in(row_html(shown, "Sitting")).startswith("Sitting = same Never (N) [")


def test_every_citation_of_a_cell_is_a_link_to_its_place(comparing: Comparing) -> None:
    compared = comparing(*TWO, "Hydrographer")
    shown = comparison_html(compared, WORDS, only_differences=False)
    for cell in cells_of(compared):
        for said in cell.said:
            cited = said.citation
            address = source_path(cited.spec_id, cited.start, cited.end, WORDS, quote=cited.quote)
            assert f'href="{escaped(address)}"' in shown


def test_the_meaning_of_a_code_is_there_on_hover_and_read_out_and_listed_with_its_legend(comparing: Comparing) -> None:
    shown = comparison_html(comparing(*TWO), WORDS, only_differences=False)
    row = row_html(shown, "Lifting")
    assert 'title="From 1/3 to 2/3 of the time."' in row
    assert "Source: Ferry Mate, Lifting. Frequently: From 1/3 to 2/3 of the time." in row
    legend = re.search(r"<li>F Frequently: From 1/3 to 2/3 of the time.*?</li>", shown)
    assert legend is not None
    assert said_in(legend[0]).endswith("[A] [B]")


def test_only_differences_are_shown_where_only_they_are_wanted(comparing: Comparing) -> None:
    shown = comparison_html(comparing(*TWO), WORDS, only_differences=True)
    assert "≠" in shown
    assert '<span class="name">Sitting</span>' not in shown


def test_where_nothing_differs_that_is_said(comparing: Comparing) -> None:
    shown = comparison_html(comparing(*TWO, sections=("protective_equipment",)), WORDS, only_differences=True)
    assert "Nothing differs in these sections." in shown
    assert "<table" not in shown


def test_a_spec_that_lacks_a_section_is_named(comparing: Comparing) -> None:
    shown = comparison_html(comparing("Ferry Mate", "Hydrographer"), WORDS, only_differences=False)
    (block,) = re.findall(r'<tr role="row" class="block" id="compared-machines_tools">.*?</tr>', shown)
    assert "Hydrographer does not have this section." in said_in(block)


def test_a_class_that_says_a_section_in_its_own_words_leads_to_them(comparing: Comparing) -> None:
    shown = comparison_html(comparing("Ferry Mate", "Hydrographer"), WORDS, only_differences=False)
    assert 'href="#compared-physical_demands-words">in its own words, below</a>' in row_html(shown, "Lifting")
    (words,) = re.findall(r'<tr role="row" class="uncertain" id="compared-physical_demands-words">.*?</tr>', shown)
    assert said_in(words).startswith("In its own words ? not certain in the rows above Persons in this class wade")


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '" onmouseover="alert(1)'])
def test_what_a_spec_says_is_never_markup(comparing: Comparing, hostile: str) -> None:
    compared = comparing(*TWO)
    plain = comparison_html(compared, WORDS, only_differences=False)
    shown = comparison_html(reworded(compared, "machines_tools", hostile), WORDS, only_differences=False)
    assert hostile not in shown
    assert hostile in unescape(shown)
    assert shown.count("<") == plain.count("<")


def test_the_page_speaks_spanish_and_the_specs_their_own_words(comparing: Comparing) -> None:
    shown = comparison_html(comparing(*TWO, "Lamp Tender"), words_in("es"), only_differences=False)
    assert "≠ distinto" in said_in(shown)
    assert "en blanco" in said_in(row_html(shown, "Lifting"))
    assert "Frequently (F)" in shown
