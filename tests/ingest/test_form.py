"""The form as data agrees with itself."""

from ingest.folding import skeleton
from ingest.form import CODE_WORDS, SECTION_BY_KEY, SECTIONS


def test_no_two_sections_share_a_heading() -> None:
    headings = [skeleton(heading) for section in SECTIONS for heading in (*section.headings, *section.column_heads)]
    assert len(headings) == len(set(headings))


def test_no_two_rows_of_a_section_share_a_label() -> None:
    for section in SECTIONS:
        labels = [label for field in section.fields for label in {skeleton(label) for label in field.labels}]
        assert len(labels) == len(set(labels)), section.key


def test_sections_have_the_rows_of_the_contract() -> None:
    rows = {key: len(section.fields) for key, section in SECTION_BY_KEY.items() if section.fields}
    assert rows == {
        "header": 6, "class_requirements": 11, "overall_strength": 5, "physical_demands": 21, "health_and_safety": 8,
        "environmental_factors": 6, "work_location": 6, "non_physical_demands": 9,
    }  # fmt: skip


def test_a_table_with_codes_has_a_scale_that_explains_them() -> None:
    for section in SECTIONS:
        assert section.codes is None or CODE_WORDS[section.codes]
