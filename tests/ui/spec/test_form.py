import io
from dataclasses import replace

import pytest
from rich.console import Console

from index import HeldSpec, Series
from ingest.model import Fact, Issue, LegendEntry, Repair, Section, Status
from tests.index.spec_factory import lamp_clerks, lamplighter
from ui.spec.form import spec_form


def printed(held: HeldSpec, width: int = 100) -> str:
    written = io.StringIO()
    Console(file=written, width=width, markup=False, highlight=False, emoji=False).print(spec_form(held))
    return written.getvalue()


def line_of(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def test_a_row_shows_its_label_its_code_its_value_and_its_own_words() -> None:
    assert line_of(printed(HeldSpec("lamp-1", lamplighter())), "Standing").split() == [
        "Standing",
        "F",
        "Frequently",
        "At",
        "lamps",
    ]


def test_a_repaired_value_is_marked_with_what_stood_there_before() -> None:
    text = printed(HeldSpec("lamp-1", lamplighter()))
    assert "Occasionally ⟲" in line_of(text, "Walking")
    assert "⟲ Walking: “0” → “O” (look-alike)" in text
    assert "⟲" not in line_of(text, "Standing")


def test_blank_and_illegible_cells_are_plainly_said() -> None:
    spec = lamplighter()
    smudged = Fact("physical_demands.sitting", Status.ILLEGIBLE, "¢", None, None, None, 0, 5, 0, 1)
    text = printed(HeldSpec("lamp-1", replace(spec, facts=(*spec.facts, smudged))))
    assert "(illegible: “¢”)" in line_of(text, "Sitting")
    assert "(blank)" in line_of(text, "Note 1")


def test_an_essential_function_is_one_row_with_its_strength() -> None:
    said = Fact("essential_functions.1", Status.READ, "Lights lamps.", "Lights lamps.", None, None, 0, 9, 0, 9)
    strength = Fact("essential_functions.1.strength", Status.READ, "L", "Light", None, None, 0, 9, 0, 1)
    text = printed(HeldSpec("lamp-1", replace(lamplighter(), facts=(said, strength))))
    assert line_of(text, "Lights lamps").split() == ["1", "L", "Light", "Lights", "lamps."]


def test_a_series_names_its_classes_and_the_ids_to_ask_for_them() -> None:
    text = printed(HeldSpec("clerks", lamp_clerks()[0]))
    assert line_of(text, "Lamp Clerk II").split() == ["Lamp", "Clerk", "II", "4411", "clerks-1"]


def test_a_class_of_a_series_names_its_series() -> None:
    text = printed(HeldSpec("clerks-1", lamp_clerks()[2], Series("clerks", "Lamp Clerk")))
    assert line_of(text, "Series").split() == ["Series", "Lamp", "Clerk,", "clerks"]


def test_a_section_of_another_form_is_shown_with_its_heading_its_key_and_its_words() -> None:
    spec = lamp_clerks()[0]
    start = spec.source.text.index("DEFINITION OF SERIES")
    section = Section("definition", "DEFINITION OF SERIES", 1, start, spec.sections[0].end)
    text = printed(HeldSpec("clerks", replace(spec, sections=(section,))))
    assert "DEFINITION OF SERIES  definition ─" in text
    assert "\nClerks who keep the books of the lamps.\n" in text


def test_a_long_section_is_begun_and_its_length_said() -> None:
    spec = lamp_clerks()[0]
    long = replace(spec.source, text="lamp " * 1000)
    text = printed(HeldSpec("clerks", replace(spec, source=long, sections=(Section("duties", None, None, 0, 5000),))))
    assert "… (4,999 letters in all)" in text
    assert text.count("lamp") < 200


def test_a_repaired_heading_is_marked() -> None:
    assert "⟲ heading: “0” → “O”" in printed(HeldSpec("lamp-1", lamplighter()))


def test_issues_are_said_with_their_places() -> None:
    text = printed(HeldSpec("lamp-1", lamplighter()))
    assert "- no_code: A code is missing.\n" in text.replace(" \n", "\n")
    assert "odd_row: A row is odd. (at 3)" in text


def test_control_characters_of_a_document_do_not_reach_the_terminal() -> None:
    spec = replace(
        lamplighter(),
        title="\x1b[31mRed",
        legends=(LegendEntry("physical_demands", "F", "Frequently", None, None, 0, 5),),
        issues=(Issue("odd_row", "\x1b]0;x\x07"),),
        sections=(Section("physical_demands", "\x1b[2J", 1, 0, 5, (Repair("r", "\x1b", "\x07", 0, 1),)),),
    )
    assert not {"\x1b", "\x07"} & set(printed(HeldSpec("lamp-1", spec)))


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_console(width: int) -> None:
    for held in (HeldSpec("lamp-1", lamplighter()), HeldSpec("clerks", lamp_clerks()[0])):
        assert all(len(line) <= width for line in printed(held, width).splitlines())
