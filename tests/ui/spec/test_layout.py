from dataclasses import replace

import pytest

from ingest.model import ClassSpec, Fact, Form, Repair, Section, Status
from tests.index.spec_factory import lamp_clerks, lamplighter
from ui.spec.layout import code_of, functions_of, header_of, parts_of, readings


def of_text(text: str, heading: str | None) -> ClassSpec:
    """A spec of another form whose text is one section."""
    spec = lamp_clerks()[0]
    section = Section("duties", heading, None, 0, len(text))
    return replace(spec, source=replace(spec.source, text=text), sections=(section,))


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("DUTIES\n\nLights lamps.", "DUTIES"),
        ("DUTIES: Lights lamps.", "DUTIES"),
        ("=== DUTIES ===\nLights lamps.", "DUTIES"),
        ("DUTIES\n======\nLights lamps.", "DUTIES"),
        ("## Duties and\tTasks\r\n\r\nLights lamps.", "Duties and Tasks"),
        ("Lights lamps.", None),
        ("Lights lamps.", "PRINTED ELSEWHERE"),
    ],
)
def test_what_stands_below_a_heading_is_shown_without_it(text: str, heading: str | None) -> None:
    assert [part.text for part in parts_of(of_text(text, heading))] == ["Lights lamps."]


def test_the_first_mark_of_a_list_stays_with_its_item() -> None:
    assert parts_of(of_text("DUTIES:\n- Lights lamps.\n- Counts lamps.", "DUTIES"))[0].text.startswith("- Lights")


def test_a_section_without_a_heading_is_called_what_people_call_it() -> None:
    assert parts_of(of_text("Lights lamps.", None))[0].heading == "Duties"


def test_columns_that_take_turns_are_two_parts_each_with_all_its_rows() -> None:
    fields = ["health_and_safety.explosives", "environmental_factors.dirt_and_dust", "health_and_safety.other"]
    facts = tuple(
        Fact(field, Status.READ, "N", "Never", None, None, at, at + 1, at, at + 1) for at, field in enumerate(fields)
    )
    parts = parts_of(lamplighter(facts=facts, sections=()))
    assert [(part.key, len(part.facts)) for part in parts] == [("health_and_safety", 2), ("environmental_factors", 1)]


def test_a_section_of_the_home_form_that_has_no_rows_is_shown_as_it_stands() -> None:
    spec = lamplighter()
    end = spec.source.text.index("Standing")
    section = replace(spec.sections[0], key="brief_description", end=end)
    parts = parts_of(replace(spec, sections=(section,)))
    assert [(part.key, part.text) for part in parts if part.section] == [("brief_description", "Lights the lamps.")]


def test_the_header_is_no_part_and_in_another_form_is_all_that_is_stated() -> None:
    title = Fact("title", Status.READ, "Lamplighter", "Lamplighter", None, None, 0, 4, 0, 4)
    spec = lamplighter(facts=(title, *lamplighter().facts))
    assert header_of(spec) == (title,)
    assert "header" not in [part.key for part in parts_of(spec)]
    assert header_of(replace(spec, form=Form.GENERIC)) == spec.facts


def test_a_strength_belongs_to_the_function_of_its_number() -> None:
    names = ("1", "1.strength", "2", "3.strength")
    facts = [Fact(f"essential_functions.{name}", Status.READ, "", name, None, None, 0, 1, 0, 1) for name in names]
    rows = [(row.number, row.said is not None, row.strength is not None) for row in functions_of(facts)]
    assert rows == [("1", True, True), ("2", True, False), ("3", False, True)]


def test_a_code_is_what_stands_in_the_cell_and_words_are_none() -> None:
    standing = lamplighter().facts[0]
    assert code_of(standing) == "F"
    assert code_of(replace(standing, raw="None", value="None")) == ""
    assert code_of(replace(standing, status=Status.ILLEGIBLE, value=None)) == ""


def test_one_reading_names_every_rule_that_it_took_and_shows_tabs() -> None:
    repairs = [Repair(rule, "Revi\tsed", "Revised", 0, 8) for rule in ("split_word", "misread_letters", "split_word")]
    assert [(one.before, one.after, one.rules) for one in readings(repairs)] == [
        ("Revi⇥sed", "Revised", ("split_word", "misread_letters"))
    ]
