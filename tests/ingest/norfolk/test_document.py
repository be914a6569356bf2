"""A document in the home form, put together from its parts."""

from pathlib import Path

import pytest

from ingest.norfolk.document import read_norfolk
from tests.ingest.reading import SHORT_FORM, body_lines, fact_of, read_as, spec_of


def test_fewer_than_three_headings_are_not_this_form() -> None:
    text = "PHYSICAL DEMANDS:\n\nESSENTIAL FUNCTIONS:\n\nDrives."
    assert read_norfolk(text, body_lines(text)) is None


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


_HEADING = "BRIEF DESCRIPTION OF THE CLASSIFICATION:\n\nThe clerk keeps the files of the department."
_FUNCTIONS = "1\tL\tFiles papers.\n2\tM\tLifts boxes.\n\n"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Keeps every file of the city.", "Keeps every file of the city."),
        ("Keeps every file\nof the city in\ngood order.", "Keeps every file of the city in good order."),
        ("Keeps every file of the city.\n\nWork is done under a director of the department.",
         "Keeps every file of the city. Work is done under a director of the department."),
        ("Keeps every file of the city in good order and\n\nunder lock.",
         "Keeps every file of the city in good order and under lock."),
    ],
)  # fmt: skip
def test_a_description_without_its_heading_may_be_short_or_in_several_paragraphs(
    tmp_path: Path, said: str, value: str
) -> None:
    spec = spec_of(tmp_path, SHORT_FORM.replace(_HEADING, said) + "CLASS REQUIREMENTS:\n\nMath\tAdds.\n")
    assert fact_of(spec.facts, "brief_description").value == value
    assert (spec.title, spec.issues) == ("Clerk", ())


@pytest.mark.parametrize("heading", ["ESSENTIAL FUNCTIONS:\n\n", "\tPhysical Strength Code\tESSENTIAL FUNCTIONS\n", ""])
@pytest.mark.parametrize("above", [_HEADING, "The clerk keeps the files of the department."])
def test_functions_are_read_with_and_without_their_heading(tmp_path: Path, heading: str, above: str) -> None:
    text = SHORT_FORM.replace(_HEADING, f"{above}\n\n{heading}{_FUNCTIONS}") + "CLASS REQUIREMENTS:\n\nMath\tAdds.\n"
    facts = read_as(spec_of(tmp_path, text).facts)
    assert facts["brief_description"] == ("read", "The clerk keeps the files of the department.")
    assert facts["essential_functions.1"] == ("read", "Files papers.")
    assert facts["essential_functions.2.strength"] == ("read", "Medium")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("BRIEF DESCRIPTION OF THE CLASSIFICATION:", "brief_description"),
        ("MACHINES, TOOLS, EQUIPMENT, AND WORK AIDS:", "machines_tools"),
        ("PROTECTIVE EQUIPMENT REQUIRED:", "protective_equipment"),
    ],
)
def test_the_text_of_a_section_may_stand_on_the_line_of_its_heading(tmp_path: Path, heading: str, field: str) -> None:
    spec = spec_of(tmp_path, SHORT_FORM.replace(f"{heading}\n\n", f"{heading} "))
    expected = fact_of(spec_of(tmp_path, SHORT_FORM).facts, field).value
    assert fact_of(spec.facts, field).value == expected


def test_a_letterhead_of_many_words_is_no_description(tmp_path: Path) -> None:
    text = "City of Holt\n\n810 Union Street, Holt, Virginia 23510, Second Floor, Room 12\n\n" + SHORT_FORM
    spec = spec_of(tmp_path, text)
    assert fact_of(spec.facts, "brief_description").value == "The clerk keeps the files of the department."
    assert [issue.code for issue in spec.issues] == ["unplaced_line"]


_DEMANDS = (
    "PHYSICAL DEMANDS:\n\n{legend}\n\nPHYSICAL DEMANDS\tCODE\tDESCRIPTION\nStanding\tO\tDesk\nLifting\t{code}\t{said}\n"
)


@pytest.mark.parametrize("gap", ["\t", "    "])
def test_a_legend_that_uses_the_form_s_words_for_other_codes_is_what_decodes(tmp_path: Path, gap: str) -> None:
    legend = gap.join(("C = Continuously", "F = Never", "O = Occasionally", "R = Rarely", "N = Never"))
    meanings = gap.join(("2/3 or more of the time.", "Never occurs.", "Up to 1/3 of the time.", "Under 1 hour."))
    rows = _DEMANDS.format(legend=f"{legend}\n{meanings}", code="F", said="Crates")
    spec = spec_of(tmp_path, SHORT_FORM + rows.replace("\t", gap))
    assert read_as(spec.facts)["physical_demands.lifting"] == ("read", "Never")
    entry = next(entry for entry in spec.legends if entry.code == "F")
    assert "F = Never" in spec.source.text[entry.start : entry.end]


def test_a_legend_with_two_words_for_a_code_makes_its_cells_illegible(tmp_path: Path) -> None:
    legend = "C = Continuously\tF = Frequently\tF = Never\tO = Occasionally"
    spec = spec_of(tmp_path, SHORT_FORM + _DEMANDS.format(legend=legend, code="F", said="Crates"))
    facts = read_as(spec.facts)
    assert (facts["physical_demands.lifting"][0], facts["physical_demands.standing"][1]) == (
        "illegible",
        "Occasionally",
    )
    assert [issue.code for issue in spec.issues] == ["conflicting_legend", "illegible"]


def test_a_row_that_ends_like_a_page_footer_and_a_code_with_unseen_characters_are_read(tmp_path: Path) -> None:
    rows = _DEMANDS.format(legend="F = Frequently\tO = Occasionally", code="\u200bF\u200b", said="Page 2 of 3 Pages")
    lifting = fact_of(spec_of(tmp_path, SHORT_FORM + rows).facts, "physical_demands.lifting")
    assert (lifting.value, lifting.raw, lifting.description) == ("Frequently", "\u200bF\u200b", "Page 2 of 3 Pages")
    assert [repair.rule for repair in lifting.repairs] == ["unseen_character"]
