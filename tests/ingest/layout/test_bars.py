"""Tables drawn with bars and rules."""

import pytest

from ingest.layout.bars import barred_pieces, is_rule, says_nothing
from ingest.source_text import lines
from tests.ingest.layout.reading import values_in

_GRID = """PHYSICAL DEMANDS:

+------------+------+-------------------+
| Standing   | F    | Counter, and      |
|            |      | storeroom         |
+------------+------+-------------------+
| Foot       | N    |                   |
| Controls   |      |                   |
+------------+------+-------------------+
"""


@pytest.mark.parametrize("line", ["-----", "=====", "+---+---+", "|---|---|", "├───┼───┤", "--- ---- ---", "~~~~"])
def test_a_line_that_only_draws_is_a_rule(line: str) -> None:
    assert is_rule(line, lines(line)[0])


@pytest.mark.parametrize("line", ["-", "___", "| X |", "| | |", "a---b", "--"])
def test_a_line_that_may_say_something_is_no_rule(line: str) -> None:
    assert not is_rule(line, lines(line)[0])


def test_white_space_and_rules_say_nothing() -> None:
    assert says_nothing("\n+---+\n")
    assert not says_nothing("\nPage 2\n")


def test_a_bar_within_words_makes_no_table() -> None:
    text = "Standing F Trucks | vans\nSitting N Desks | chairs"
    assert not barred_pieces(text, lines(text), lambda said: said in ("Standing", "Sitting"))


def test_a_bar_too_many_belongs_to_the_last_cell() -> None:
    text = "| Standing | F | Trucks |\n| Sitting | N | Vans | cars |\n| Walking | O | Halls |"
    found = barred_pieces(text, lines(text), lambda said: True)
    assert [text[piece.start : piece.end] for piece in found[text.index("| Sitting")]] == [
        "Sitting",
        "N",
        "Vans | cars",
    ]


@pytest.mark.parametrize("bar", ["|", "│"])
def test_the_cells_of_a_grid_go_on_between_its_rules(bar: str) -> None:
    found = values_in(_GRID.replace("|", bar))
    assert found["physical_demands.standing"] == ("read", "Frequently")
    assert found["physical_demands.foot_controls"] == ("read", "Never")


def test_a_table_with_bars_and_no_rules_is_read() -> None:
    found = values_in("PRIMARY WORK LOCATION\n\nShop | X\nVehicle | \nOutdoors | X\n")
    assert found["work_location.shop"] == ("read", "X")
    assert found["work_location.vehicle"] == ("read", None)
