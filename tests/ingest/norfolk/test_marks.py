"""What is a mark in a box, and what is an empty one."""

import pytest

from ingest.norfolk.labels import cells_of
from ingest.norfolk.marks import is_mark, is_unmarked, mark_repairs, split_marks
from tests.ingest.reading import rules


@pytest.mark.parametrize("cell", ["X", "x", "Х", "Χ", "[X]", "(x)", "✓", "☒", "<u>X</u>", "X.", "**X**"])
def test_a_mark_is_a_mark(cell: str) -> None:
    assert is_mark(cell)
    assert not is_unmarked(cell)
    assert mark_repairs(cell, 0, len(cell)) is not None


@pytest.mark.parametrize("cell", ["", "[ ]", "( )", "☐", "____", "-", "<u></u>"])
def test_an_empty_box_is_unmarked(cell: str) -> None:
    assert is_unmarked(cell)
    assert not is_mark(cell)
    assert mark_repairs(cell, 0, len(cell)) is None


@pytest.mark.parametrize("cell", ["XX", "K", "N", "Yes", "?", "X X", "1"])
def test_anything_else_is_neither(cell: str) -> None:
    assert not is_mark(cell)
    assert not is_unmarked(cell)


def test_the_repairs_of_a_mark_are_its_markup_and_alphabet() -> None:
    assert rules(mark_repairs("<u>Х</u>", 0, 8) or ()) == ["markup", "look_alike"]
    assert mark_repairs("X", 0, 1) == ()


@pytest.mark.parametrize(
    ("cell", "apart"),
    [("Light X", ["Light", "X"]), ("[X] Light", ["Light", "[X]"]), ("Light: (x)", ["Light", "(x)"]),
     ("Very Heavy", ["Very Heavy"]), ("Fax", ["Fax"]), ("X", ["X"]), ("", [""])],
)  # fmt: skip
def test_a_label_and_its_mark_in_one_cell_are_parted(cell: str, apart: list[str]) -> None:
    parted = split_marks(cell, cells_of(cell, 0, len(cell)))
    assert [cell[part.start : part.end] for part in parted] == apart
