"""A comparison as a table: sections of rows, a cell a class, each with what shows it."""

import pytest

from tests.ui.comparing import Comparing, cells_of, row_of
from ui.compare.comparison import State, cell_words, difference_words, section_keys
from ui.words import words_in

LIFTING = "physical_demands.lifting"
TWO = ("Ferry Mate", "Quarry Inspector")
WORDS = words_in("en")
UNSAID = (State.NOT_STATED, State.OWN_WORDS, State.IN_ROWS)


def test_every_cell_that_says_something_shows_its_words_in_its_own_spec(comparing: Comparing) -> None:
    compared = comparing(*TWO, "Hydrographer")
    assert len(cells_of(compared)) > 200
    for section in compared.sections:
        for row in section.rows:
            for column, cell in zip(compared.columns, row.cells, strict=True):
                assert bool(cell.said) is (cell.state not in UNSAID)
                for said in cell.said:
                    source = comparing.library.held(column.spec_id).spec.source.text
                    assert said.citation.spec_id == column.spec_id
                    assert source[said.citation.start : said.citation.end] == said.citation.quote


def test_each_field_stands_in_one_row(comparing: Comparing) -> None:
    compared = comparing(*TWO)
    fields = [row.field for section in compared.sections for row in section.rows]
    assert len(fields) == len(set(fields))
    assert {value.field for value in compared.answer.values} == set(fields)


def test_a_coded_cell_has_its_word_its_letter_its_meaning_and_its_place(comparing: Comparing) -> None:
    ferry, quarry = row_of(comparing(*TWO), LIFTING).cells
    assert (cell_words(ferry, WORDS), ferry.place) == ("Frequently (F)", 3)
    assert (cell_words(quarry, WORDS), quarry.place) == ("Occasionally (O)", 2)
    assert ferry.legend is not None
    assert (ferry.legend.word, ferry.legend.meaning) == ("Frequently", "From 1/3 to 2/3 of the time.")


def test_rows_that_say_the_same_are_left_out_where_only_differences_are_wanted(comparing: Comparing) -> None:
    whole = comparing(*TWO)
    differing = whole.only_differences()
    assert row_of(whole, "physical_demands.sitting").differs is False
    assert "physical_demands.sitting" not in {row.field for one in differing.sections for row in one.rows}
    assert row_of(differing, LIFTING) == row_of(whole, LIFTING)
    assert all(section.rows for section in differing.sections)
    assert "protective_equipment" not in {section.key for section in differing.sections}


@pytest.mark.parametrize(
    ("title", "field", "said"),
    [
        ("Lamp Tender", LIFTING, "left blank"),
        ("Kennel Aide", LIFTING, "not legible for certain: the source has “?”"),
        ("Bell Founder", LIFTING, "not stated"),
        ("Bell Founder", "work_location.shop", "marked"),
        ("Bell Founder", "work_location.office", "not marked"),
        ("Hydrographer", LIFTING, "in its own words, below"),
    ],
)
def test_what_is_not_said_is_said_in_words(comparing: Comparing, title: str, field: str, said: str) -> None:
    _, cell = row_of(comparing("Ferry Mate", title), field).cells
    assert cell_words(cell, WORDS) == said


def test_whether_classes_differ_is_left_open_where_it_is_not_legible_or_stated_in_prose(comparing: Comparing) -> None:
    for title in ("Kennel Aide", "Hydrographer"):
        assert difference_words(row_of(comparing("Ferry Mate", title), LIFTING), WORDS) == "not certain"


def test_prose_of_another_form_stands_below_the_rows_that_say_the_same_thing(comparing: Comparing) -> None:
    compared = comparing("Ferry Mate", "Hydrographer")
    section = next(section for section in compared.sections if section.key == "essential_functions")
    assert section.rows[0].cells[1].state is State.OWN_WORDS
    ferry, hydrographer = section.rows[-1].cells
    assert (ferry.state, hydrographer.state) == (State.IN_ROWS, State.READ)
    assert hydrographer.said[0].words.startswith("A Hydrographer measures the flow")
    assert "duties" not in {one.key for one in compared.sections}


def test_a_section_says_which_specs_lack_it(comparing: Comparing) -> None:
    lacking = {section.key: section.lacking for section in comparing("Ferry Mate", "Hydrographer").sections}
    assert lacking["machines_tools"] == (1,)
    assert lacking["how_to_apply"] == (0,)
    assert lacking["essential_functions"] == ()


def test_revisions_of_one_class_are_columns_of_their_own(comparing: Comparing) -> None:
    ids = [entry.spec_id for entry in comparing.library.entries() if entry.title == "Ferry Mate"]
    compared = comparing(*ids)
    dates = {column.spec_id: column.date for column in compared.columns}
    assert set(dates.values()) == {"June 2007", "June 2016"}
    cells = dict(zip(dates.values(), row_of(compared, LIFTING).cells, strict=True))
    assert {date: cell.code for date, cell in cells.items()} == {"June 2007": "C", "June 2016": "F"}


def test_a_function_stands_before_its_strength(comparing: Comparing) -> None:
    (section,) = comparing(*TWO, sections=("essential_functions",)).sections
    assert [row.field for row in section.rows][:3] == [
        "essential_functions.1",
        "essential_functions.1.strength",
        "essential_functions.2",
    ]


def test_of_the_factors_only_the_column_that_was_chosen_is_shown(comparing: Comparing) -> None:
    (section,) = comparing(*TWO, sections=("environmental_factors",)).sections
    assert {row.field.partition(".")[0] for row in section.rows} == {"environmental_factors"}


def test_sections_of_all_specs_can_be_chosen_in_the_order_of_the_form(comparing: Comparing) -> None:
    held = [
        comparing.library.held(comparing.library.resolve(title).spec_id) for title in ("Hydrographer", "Ferry Mate")
    ]
    keys = section_keys(held)
    assert keys[:3] == ("header", "brief_description", "essential_functions")
    assert "selection_process" in keys
    assert len(keys) == len(set(keys))
