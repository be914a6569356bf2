"""Putting what was read in a view back in its place in the source text."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ingest.mending import mended
from ingest.model import Fact, Issue, LegendEntry, Passage, Section, Status
from ingest.placement import Placement
from ingest.source_text import Page, SourceText
from ingest.view import View, ViewBuilder
from tests.ingest.reading import SHORT_FORM, fact_of, rules, spec_of


def _placement(text: str) -> tuple[Placement, str]:
    view, repairs = mended(text)
    return Placement(SourceText(text, "txt"), view, repairs), view.text


def _fact(text: str, words: str) -> Fact:
    start = text.index(words)
    end = start + len(words)
    return Fact("title", Status.READ, words, words, None, None, start, end, start, end)


def test_a_fact_lists_what_was_undone_in_its_place_once() -> None:
    source = "CCllaassss TTiittllee:: CClleerrkk\nDriverâ€™s Clerk"
    placement, text = _placement(source)
    (fact,) = placement.facts([_fact(text, "Class Title: Clerk")])
    assert (fact.raw, fact.value) == ("CCllaassss TTiittllee:: CClleerrkk", "Class Title: Clerk")
    assert [(repair.rule, repair.before, repair.after) for repair in fact.repairs] == [
        ("doubled_letters", "CCllaassss TTiittllee:: CClleerrkk", "Class Title: Clerk")
    ]


def test_a_fact_beside_damage_lists_none_of_it() -> None:
    placement, text = _placement("CCllaassss TTiittllee:: Clerk\nDriverâ€™s")
    (fact,) = placement.facts([_fact(text, "Clerk")])
    assert (fact.raw, fact.repairs) == ("Clerk", ())


def test_a_section_lists_what_was_undone_in_its_heading() -> None:
    placement, text = _placement("MMAACCHHIINNEESS <<\n\nDriverâ€™s seat\n\nTTOOOOLLSS: Driverâ€™s seat")
    at = text.index("TOOLS")
    sections = [Section("machines_tools", "MACHINES", None, 0, at), Section("other", "TOOLS", None, at, len(text))]
    sections.append(Section("other", None, None, 0, len(text)))
    placed = [rules(section.repairs) for section in placement.sections(sections)]
    assert placed == [["doubled_letters", "stray_mark"], ["doubled_letters"], []]


def test_a_legend_lists_what_was_undone_in_it() -> None:
    placement, text = _placement("Driverâ€™s seat\nC = Constantlyâ€™s")
    at = text.index("C = ")
    (legend,) = placement.legends([LegendEntry("physical_demands", "C", "x", None, None, at, len(text))])
    assert rules(legend.repairs) == ["mojibake"]


def _rows_of_columns(text: str, words: Sequence[str]) -> View:
    """The words of a text in a row of cells, blank where a cell has no words."""
    builder = ViewBuilder(text)
    for column, cell in enumerate(words):
        builder.put_in("\t" * (column > 0))
        start = text.index(cell)
        builder.show(start, start + len(cell))
    return builder.view()


def test_a_blank_cell_lies_in_its_row() -> None:
    text = "Hearing  O\n\n  Sedentary   Light"
    view = _rows_of_columns(text, ["Hearing", "O", "", "Sedentary", "Light"])
    row = view.text.index("Sedentary")
    blank_before = replace(_fact(view.text, "Sedentary\tLight"), raw_start=row, raw_end=row)
    (fact,) = Placement(SourceText(text, "txt"), view).facts([blank_before])
    assert (text[fact.start : fact.end], fact.raw) == ("Sedentary   Light", "")
    assert fact.raw_start == fact.raw_end == fact.start


def test_what_is_read_in_columns_is_quoted_as_it_stands() -> None:
    text = "Climbing   N   Ladders and\n               trees\nHearing    O"
    view = _rows_of_columns(text, ["Climbing", "N", "Ladders and", "trees"])
    whole, words = (0, len(view.text)), view.text.index("Ladders")
    fact = Fact("physical_demands.climbing", Status.READ, "N", "Never", "Ladders and trees", None, *whole, 9, 10)
    placement = Placement(SourceText(text, "txt", pages=(Page(1, 0, 30), Page(2, 30, len(text)))), view)
    (placed,) = placement.facts([fact])
    assert text[placed.start : placed.end] == "Climbing   N   Ladders and\n               trees"
    assert (placed.raw, text[placed.raw_start : placed.raw_end], placed.page) == ("N", "N", 1)
    trees = view.text.index("trees")
    (passage,) = placement.passages([Passage("physical_demands", None, None, trees, trees + 5, "trees")])
    assert (text[passage.start : passage.end], passage.page) == ("trees", 2)
    issues = placement.issues([Issue("illegible", "", words, len(view.text)), Issue("no_title", "")])
    assert [issue.start for issue in issues] == [text.index("Ladders"), None]
    (section,) = placement.sections([Section("physical_demands", None, None, *whole)])
    assert (section.start, section.end, section.page) == (placed.start, placed.end, 1)


def test_a_document_with_damage_is_read_and_quoted_as_it_stands(tmp_path: Path) -> None:
    damage = {
        "Class Title: Clerk": "CCIITTYY OOFF HHOOLLTT\nCCllaassss TTiittllee:: CClleerrkk",
        "MACHINES, TOOLS": "MMAACCHHIINNEESS,, TTOOOOLLSS",
        "Telephone.": "Driverâ€™s seat.",
        "REQUIRED:": "REQUIRED: <<",
    }
    text = SHORT_FORM
    for meant, printed in damage.items():
        text = text.replace(meant, printed)
    spec = spec_of(tmp_path, text)
    title, tools = fact_of(spec.facts, "title"), fact_of(spec.facts, "machines_tools")
    assert (title.value, title.raw, spec.agency) == ("Clerk", "CClleerrkk", "City of Holt")
    assert rules(title.repairs) == ["doubled_letters"]
    assert (tools.value, tools.raw, rules(tools.repairs)) == ("Driver’s seat.", "Driverâ€™s seat.", ["mojibake"])
    assert fact_of(spec.facts, "protective_equipment").value == "None"
    assert spec.issues == ()
