"""Which row a label is, however it is split or misread, and when it is no row that the form names."""

import pytest

from ingest.form import (
    DEMAND_FIELDS,
    HEALTH_FIELDS,
    LOCATION_FIELDS,
    NON_PHYSICAL_FIELDS,
    REQUIREMENT_FIELDS,
    FieldForm,
)
from ingest.norfolk.labels import Cell, Labels, cells_of, is_label_like, own_label
from tests.ingest.reading import rules

_FORMS = {
    "demands": DEMAND_FIELDS, "health": HEALTH_FIELDS, "locations": LOCATION_FIELDS,
    "non_physical": NON_PHYSICAL_FIELDS, "requirements": REQUIREMENT_FIELDS,
}  # fmt: skip


def _matched(fields: tuple[FieldForm, ...], row: str) -> tuple[str, int] | None:
    label = Labels(fields).match(row, cells_of(row, 0, len(row)))
    return (label.key, label.cells) if label else None


@pytest.mark.parametrize("fields", _FORMS.values(), ids=_FORMS)
def test_every_label_of_the_form_is_its_own_row(fields: tuple[FieldForm, ...]) -> None:
    for field in fields:
        for label in field.labels:
            assert _matched(fields, f"{label}\tN\tx") == (field.key, 1)
            assert _matched(fields, f"{label.upper()}\tN\tx") == (field.key, 1)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("Walking\tF", "walking"), ("Talking\tF", "talking"), ("Wa1king\tF", "walking"), ("Ta|king\tF", "talking"),
        ("Та1king\tF", "talking"), ("Walkinq\tF", "walking"), ("Talkinq\tF", "talking"), ("W alking\tF", "walking"),
        ("T\talking\tF", "talking"), ("W\talking\tF", "walking"),
    ],
)  # fmt: skip
def test_walking_and_talking_are_told_apart(row: str, key: str) -> None:
    found = _matched(DEMAND_FIELDS, row)
    assert found is not None
    assert found[0] == key


@pytest.mark.parametrize("row", ["Yalking\tF", "Balking\tF", "alking\tF", "-alking\tF"])
def test_a_label_as_near_to_two_rows_is_neither(row: str) -> None:
    assert _matched(DEMAND_FIELDS, row) is None


@pytest.mark.parametrize("label", ["Running", "Hauling", "Swimming", "Shop", "Math", "Lift"])
def test_a_short_or_other_word_is_no_row_of_the_form(label: str) -> None:
    assert _matched(DEMAND_FIELDS, f"{label}\tF\tx") is None


@pytest.mark.parametrize("label", ["Physical Hazards", "Biological Hazards", "Radiation Hazards", "Fall Hazards"])
def test_another_kind_of_hazard_is_no_row_of_the_form(label: str) -> None:
    assert _matched(HEALTH_FIELDS, f"{label}\tW") is None


@pytest.mark.parametrize(
    ("fields", "row", "key", "cells"),
    [
        (DEMAND_FIELDS, "Push\ting/Pulling\tN", "pushing_pulling", 2),
        (DEMAND_FIELDS, "Visio\tn\tC", "vision", 2),
        (DEMAND_FIELDS, "Foot\tCon\ttrols\tN", "foot_controls", 3),
        (LOCATION_FIELDS, "Office\tEnvironment\tX", "office", 2),
        (REQUIREMENT_FIELDS, "Budget\tResponsibility\tApproves", "budget", 2),
        (REQUIREMENT_FIELDS, "Formal Education\t/ Knowledge\tA degree", "education", 2),
        (REQUIREMENT_FIELDS, "Certifications\tand Other Requirements\tA licence", "certifications", 2),
        (REQUIREMENT_FIELDS, "Supervisory\t/ Organizational Control\tNone", "supervisory", 2),
        (REQUIREMENT_FIELDS, "Managerial\tResponsibility\tNone", "managerial", 2),
        (REQUIREMENT_FIELDS, "Interpersonal\t/ Human Relations Skills\tTalks", "interpersonal", 2),
        (NON_PHYSICAL_FIELDS, "Irregular Work Schedule\t/Overtime\tN", "irregular_schedule_overtime", 2),
        (NON_PHYSICAL_FIELDS, "Time Pressure\ts\tN", "time_pressures", 2),
    ],
)
def test_a_label_split_by_a_stray_tab_is_taken_whole(
    fields: tuple[FieldForm, ...], row: str, key: str, cells: int
) -> None:
    assert _matched(fields, row) == (key, cells)


@pytest.mark.parametrize("row", ["Communicable Disease\tS\t\t", "Fire Hazard\tS", "Explosive\tS\tDirt and Dust\tN"])
def test_a_code_beside_a_singular_label_is_no_piece_of_it(row: str) -> None:
    found = _matched(HEALTH_FIELDS, row)
    assert found is None or found[1] == 1


@pytest.mark.parametrize(
    ("label", "key"),
    [("Emergency Situationz", "emergency_situations"), ("Time Pressurez", "time_pressures"),
     ("Teqm Work", "team_work"), ("Irreqular Work Schedule", "irregular_schedule_overtime")],
)  # fmt: skip
def test_two_spellings_of_one_row_do_not_make_it_doubtful(label: str, key: str) -> None:
    assert _matched(NON_PHYSICAL_FIELDS, f"{label}\tF") == (key, 1)


@pytest.mark.parametrize("label", ["Other", "Other (specify)", "Other (see 1 below)", "OTHER (SEE 1 BELOW)", "0ther"])
def test_a_bracket_after_a_label_is_ignored(label: str) -> None:
    assert _matched(HEALTH_FIELDS, f"{label}\tN") == ("other", 1)


def test_the_repairs_of_a_label_say_what_was_done() -> None:
    row = "Ba1ancinq\tR"
    label = Labels(DEMAND_FIELDS).match(row, cells_of(row, 0, len(row)))
    assert label is not None
    assert (label.key, label.is_certain, rules(label.repairs)) == ("balancing", False, ["misread_letters"])


def test_a_row_that_the_form_does_not_name_keeps_its_own_words() -> None:
    row = "Wild <u>Animals</u> and Insects\tW"
    label = own_label(row, cells_of(row, 0, len(row))[0])
    assert (label.key, label.is_known) == ("wild_animals_and_insects", False)


@pytest.mark.parametrize(
    ("cell", "is_like"), [("Running", True), ("", False), ("12", False), ("Works hard.", False), ("a" * 61, False)]
)
def test_a_sentence_is_no_label(cell: str, is_like: bool) -> None:
    assert is_label_like(cell, Cell(0, len(cell))) is is_like


def test_the_cells_of_a_line_are_without_the_space_around_them() -> None:
    line = "\ufeffStanding\t F \t\xa0\t"
    assert [line[cell.start : cell.end] for cell in cells_of(line, 0, len(line))] == ["Standing", "F", "", ""]
    assert [cell.is_blank for cell in cells_of(line, 0, len(line))] == [False, False, True, True]
