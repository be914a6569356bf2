"""A document in the home form, put together from its parts."""

from pathlib import Path

import pytest

from ingest.norfolk import read_norfolk
from ingest.source_text import footers, lines
from tests.ingest.reading import SHORT_FORM, fact_of, read_as, spec_of


def test_fewer_than_three_headings_are_not_this_form() -> None:
    text = "PHYSICAL DEMANDS:\n\nESSENTIAL FUNCTIONS:\n\nDrives."
    assert read_norfolk(text, lines(text, footers(text)), footers(text)) is None


def test_sentences_above_the_first_heading_are_the_description(tmp_path: Path) -> None:
    said = "This is skilled work in which the clerk keeps every file."
    heading = "BRIEF DESCRIPTION OF THE CLASSIFICATION:\n\nThe clerk keeps the files of the department."
    text = SHORT_FORM.replace(heading, said) + "CLASS REQUIREMENTS:\n\nMath\tAdds.\n"
    assert fact_of(spec_of(tmp_path, text).facts, "brief_description").value == said


@pytest.mark.parametrize("between", ["", "Unclassified Service (Positions.)\n\nPage 1 of 2 Pages\n\n"])
def test_prose_goes_on_after_a_page_end_without_its_footer(tmp_path: Path, between: str) -> None:
    text = SHORT_FORM.replace("Telephone.", f"Telephone.\n\n{between}Computer.")
    spec = spec_of(tmp_path, text)
    fact = fact_of(spec.facts, "machines_tools")
    assert fact.value == "Telephone. Computer."
    assert spec.source.text[fact.raw_start : fact.raw_end] == fact.raw


def test_a_function_goes_on_after_a_page_end_without_its_footer(tmp_path: Path) -> None:
    text = SHORT_FORM + ("ESSENTIAL FUNCTIONS:\n\n1\tL\tFiles papers in the\n\nUnclassified Service (Positions.)\n\n"
                         "Page 1 of 2 Pages\n\nvault of the city.\n2\tM\tLifts.\n")  # fmt: skip
    facts = read_as(spec_of(tmp_path, text).facts)
    assert facts["essential_functions.1"] == ("read", "Files papers in the vault of the city.")


def test_a_line_that_belongs_nowhere_is_an_issue_with_its_place(tmp_path: Path) -> None:
    text = SHORT_FORM + "PHYSICAL DEMANDS:\n\nStanding\tF\tx\nsee over\n"
    spec = spec_of(tmp_path, text)
    (issue,) = spec.issues
    assert issue.code == "unplaced_line"
    assert text[issue.start : issue.end] == "see over"


def test_every_fact_lies_in_a_section_of_its_key(tmp_path: Path) -> None:
    text = SHORT_FORM + "CLASS REQUIREMENTS:\n\nMath\t\t\n\nPRIMARY WORK LOCATION\nShop\tX\nOther\t\n"
    spec = spec_of(tmp_path, text)
    for fact in spec.facts:
        held = [
            section
            for section in spec.sections
            if fact.field.startswith(section.key) or (section.key == "header" and "." not in fact.field)
        ]
        assert any(section.start <= fact.start and fact.end <= section.end for section in held), fact.field  # fmt: skip


def test_each_strength_is_decoded_by_the_legend_below(tmp_path: Path) -> None:
    text = SHORT_FORM + ("ESSENTIAL FUNCTIONS:\n\n1\tL\tFiles.\n\nOVERALL PHYSICAL STRENGTH DEMANDS:\n\n"
                         "Sedentary\tLight X\nS = Sitting\tL = Little\tM = Much\n")  # fmt: skip
    assert read_as(spec_of(tmp_path, text).facts)["essential_functions.1.strength"] == ("read", "Little")
