"""Where each section's heading and its lines are."""

import pytest

from ingest.norfolk.sectioning import Layout, lay_out
from tests.ingest.reading import body_lines, rules


def _layout(text: str) -> Layout:
    return lay_out(text, body_lines(text))


def _keys(text: str) -> list[str]:
    return [block.key for block in _layout(text).blocks]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("CLASS REQUIREMENTS:", "class_requirements"), ("CLASS REQUIREMENTS", "class_requirements"),
        ("Class Requirements", "class_requirements"), ("## CLASS REQUIREMENTS", "class_requirements"),
        ("**CLASS REQUIREMENTS:**", "class_requirements"), ("CLASS REQUIREMENTS\t\t\t", "class_requirements"),
        ("<u>CLASS</u> REQUIREMENTS:", "class_requirements"), ("CLА5S REQUIREMENTS:", "class_requirements"),
        ("CLASS REQU\tIREMENTS:", "class_requirements"), ("PRIMARY WORK LOCAT\tΓΙΟΝ", "work_location"),
        ("PHYSICAL DEMANDS:", "physical_demands"), ("NON-PHYSICAL DEMANDS:", "non_physical_demands"),
        ("NON PHYSICAL DEMANDS", "non_physical_demands"), ("N0N-PHYSICAL DEMANDS:", "non_physical_demands"),
        ("ON-PHYSICAL DEMANDS:", "non_physical_demands"),
        ("PHYSICAL DEMANDS\tFREQUENCY CODE\tDESCRIPTION", "physical_demands"),
        ("HEALTH AND SAFETY\t\tENVIRONMENTAL FACTO\tRS", "environmental_factors"),
        ("\tPhysical Strength Code\tESSENTIAL FUNCTIONS", "essential_functions"),
        ("PROTECTIVE EQUIPMENT REQUIRED: Gloves", "protective_equipment"),
        ("MACHINES, TOOLS, EQUIPMENT AND WORK AIDS:", "machines_tools"),
    ],
)  # fmt: skip
def test_a_heading_opens_its_section(heading: str, key: str) -> None:
    assert _keys(f"Class Title: Clerk\n\n{heading}\nwords") == ["header", key]


@pytest.mark.parametrize("line", ["Protective equipment and helmets are worn.", "physical demands of the job are light",
                                  "Machines, tools, and the like", "Reading\tPhysical demands"])  # fmt: skip
def test_a_sentence_about_a_section_is_no_heading(line: str) -> None:
    assert _keys(f"CLASS REQUIREMENTS:\nMath\tAdds.\n{line}") == ["class_requirements"]


def test_text_after_a_heading_s_colon_is_the_section_s() -> None:
    text = "PROTECTIVE EQUIPMENT REQUIRED: Gloves"
    (block,) = _layout(text).blocks
    assert [text[line.start : line.end].strip() for line in block.lines] == ["Gloves"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("PKIMARY WORK LOCATION Office X Shop", "work_location"),
        ("PRIMARY WORK LOCATION Office X Shop", "work_location"),
        ("HEALYH AND SAFETY ENVIRONMENTAL FACTORS Fire Hazards N", "environmental_factors"),
    ],
)
def test_a_heading_may_be_misread_before_the_words_of_its_table(line: str, key: str) -> None:
    assert _keys(f"CLASS REQUIREMENTS:\nMath\tAdds.\n\n{line}") == ["class_requirements", key]


def test_the_first_words_of_a_table_are_no_part_of_its_column_heads() -> None:
    text = "ESSENTIAL FUNCTIONS:\n\nPhysical Strength Code ESSENTIAL FUNCTIONS 1 H Each\ndispatcher files."
    (block,) = _layout(text).blocks
    assert [text[line.start : line.end].strip() for line in block.lines] == ["1 H Each", "dispatcher files."]


@pytest.mark.parametrize("line", ["CPA AND CFO Jones works", "PRIMARY WORKERS LOCATED Office", "OFFICE X Shop"])
def test_capital_words_that_are_no_heading_open_nothing(line: str) -> None:
    assert _keys(f"CLASS REQUIREMENTS:\nMath\tAdds.\n\n{line}") == ["class_requirements"]


def test_a_heading_that_is_repeated_goes_on_with_its_section() -> None:
    text = "CLASS REQUIREMENTS:\n\nCLASS REQUIREMENTS\t\t\t\nMath\tAdds.\n\nPage 1 of 2\n\nCLASS REQUIREMENTS\nMath"
    (block,) = _layout(text).blocks
    assert len(block.lines) == 2


@pytest.mark.parametrize("heading", ["SALARY AND BENEFITS:", "CAREER LADDER:"])
def test_a_heading_that_the_form_lacks_is_an_issue_and_a_section_of_its_own(heading: str) -> None:
    text = f"CLASS REQUIREMENTS:\n\nMath\tAdds.\n\n{heading}\n\nGrade 12 on the pay plan."
    layout = _layout(text)
    assert [(block.key, block.heading) for block in layout.blocks][1:] == [("other", heading.rstrip(":"))]
    (issue,) = layout.issues
    assert issue.code == "unknown_heading"
    assert text[issue.start : issue.end] == heading


def test_what_stands_before_the_first_heading_is_the_header() -> None:
    assert _keys("CITY OF X\nClass Title: Clerk\n") == ["header"]


def test_rows_of_functions_open_their_section_where_its_heading_is_missing() -> None:
    assert _keys("Class Title: Clerk\n1\tL\tDrives.") == ["header", "essential_functions"]


def test_a_misread_heading_is_a_repair() -> None:
    (block,) = _layout("PRIMARY WORK L0CATJON\nShop\tX").blocks
    assert rules(block.repairs) == ["misread_letters"]


def test_the_service_footnote_of_each_page_is_no_part_of_a_section() -> None:
    text = ("CLASS REQUIREMENTS:\nMath\tAdds.\n\nUnclassified Service (Positions.)\n\nPage 1 of 2\n\n"
            "Reading\tReads.\n\nUnclassified Service (Positions.)\n\nPage 2 of 2")  # fmt: skip
    layout = _layout(text)
    assert [len(block.lines) for block in layout.blocks] == [2]
    assert len(layout.footnotes) == 2


@pytest.mark.parametrize("words", ["Unclassificd Service", "Unclassified 5ervice", "Unclass\tified Service",
                                   "<u>Unclassified</u> Service", "Unclаssified Serviсe"])  # fmt: skip
def test_a_damaged_footnote_is_still_no_part_of_a_section(words: str) -> None:
    layout = _layout(f"ESSENTIAL FUNCTIONS:\n1\tL\tDrives.\n\n{words} (Positions are not)\n\nPage 1 of 2")
    assert [len(block.lines) for block in layout.blocks] == [1]
    assert len(layout.footnotes) == 1


def test_a_heading_right_below_a_footnote_still_opens_its_section() -> None:
    text = "ESSENTIAL FUNCTIONS:\n1\tL\tDrives.\n\nUnclassified Service (x)\nCLASS REQUIREMENTS:\nMath\tAdds."
    assert _keys(text) == ["essential_functions", "class_requirements"]
