"""Markdown's pipe tables."""

from tests.ingest.layout.reading import values_in


def test_each_line_of_a_pipe_table_is_a_row() -> None:
    found = values_in(
        "## PHYSICAL DEMANDS\n\n| | | |\n|---|---|---|\n| Standing | F | Desk |\n| Sitting | | Van |\n", ".md"
    )
    assert found["physical_demands.standing"] == ("read", "Frequently")
    assert found["physical_demands.sitting"] == ("blank", None)


def test_a_table_without_outer_pipes_is_read() -> None:
    found = values_in("## PRIMARY WORK LOCATION\n\nPlace | Mark\n---|---\nShop | X\nVehicle | \n", ".md")
    assert found["work_location.shop"] == ("read", "X")
