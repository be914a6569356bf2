"""Which rows of a table are rows of the form, and which are none that is certain."""

import pytest

from ingest.norfolk.tables import read_demands, read_factors
from tests.ingest.reading import block_of, read_as


def _demands(text: str) -> dict[str, tuple[str, str | None]]:
    return read_as(read_demands(text, block_of("non_physical_demands", text)).facts)


def _factors(text: str) -> dict[str, tuple[str, str | None]]:
    return read_as(read_factors(text, block_of("environmental_factors", text)).facts)


@pytest.mark.parametrize("label", ["Frequent Change of", "Tasks Performing Multiple", "Change of Tasks"])
def test_parts_of_labels_that_no_row_has_are_no_row(label: str) -> None:
    assert set(_demands(f"Time Pressures\tF\n{label}\tO")) == {"non_physical_demands.time_pressures"}


def test_a_part_of_a_label_that_another_row_has_is_a_city_s_own_row() -> None:
    assert "non_physical_demands.frequent_change_of" in _demands("Frequent Change of Tasks\tF\nFrequent Change of\tO")


@pytest.mark.parametrize("label", ["Working at Heights", "Public Scrutiny", "Environment"])
def test_a_city_s_own_row_is_kept(label: str) -> None:
    assert len(_demands(f"Time Pressures\tF\n{label}\tO")) == 2


@pytest.mark.parametrize("box", ["X", ""])
def test_a_place_of_work_with_its_box_is_no_factor(box: str) -> None:
    assert set(_factors(f"Fire Hazards\tN\nWarehouse\t{box}")) == {"health_and_safety.fire_hazards"}


def test_a_place_of_work_with_a_code_is_a_city_s_own_factor() -> None:
    assert _factors("Fire Hazards\tN\nVehicle\tD")["health_and_safety.vehicle"] == ("read", "Daily")
