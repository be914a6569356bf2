"""Searches over generated specs find all that was printed, and keep apart every spec that does not tell."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from assistant.holdings import Holdings
from assistant.searching.criteria import Boxed, Coded, Search
from assistant.searching.held_values import HeldValues
from assistant.searching.matching import Standing
from assistant.searching.search import answer_search, looked_at, standings
from index import Library, LibrarySettings
from tests.assistant.town import printed
from tests.generation.specs import (
    DEMANDS,
    ENVIRONMENT,
    HEALTH,
    LOCATIONS,
    NON_PHYSICAL,
    STRENGTHS,
    SpecValues,
    random_values,
)

SECTIONS = {
    "physical_demands": DEMANDS,
    "health_and_safety": HEALTH,
    "environmental_factors": ENVIRONMENT,
    "non_physical_demands": NON_PHYSICAL,
}
CODED = [f"{section}.{key}" for section, labels in SECTIONS.items() for key in labels]
Values = dict[str, SpecValues]


@pytest.fixture(scope="module")
def values() -> Values:
    """Twelve classes of one agency, by their titles."""
    titles = [
        f"Inspector of {name}"
        for name in "Abbeys Barns Canals Docks Fens Gates Hulls Inns Jetties Kilns Locks Mills".split()
    ]
    return {
        title: replace(random_values(Random(seed)), title=title, code=f"{seed:06}", agency="CITY OF ORRERY")
        for seed, title in enumerate(titles)
    }


@pytest.fixture(scope="module")
def library(values: Values, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("orrery")
    for title, of_class in values.items():
        (folder / f"{title}.txt").write_text(printed(of_class), encoding="utf-8")
    settings = LibrarySettings(library=tmp_path_factory.mktemp("library"), embedding_model=str(folder / "none"))
    with Library.open(settings) as held:
        assert not held.ingest([folder]).failed
        yield held


def standing(values: SpecValues, field: str, low: int) -> Standing:
    """How a class stands to at least a place of a row's scale, by what was printed of it."""
    section, _, key = field.partition(".")
    rows = {
        "physical_demands": values.demands,
        "health_and_safety": values.health,
        "environmental_factors": values.environment,
        "non_physical_demands": values.non_physical,
    }[section]
    legend = values.frequency if section.endswith("demands") else values.exposure
    codes = list(reversed(legend.words))
    said = next((row.code for row in rows if row.key == key), None)
    if said in codes:
        return Standing.MEETS if codes.index(said) >= low else Standing.FAILS
    return Standing.NOT_STATED if said is None else Standing.ILLEGIBLE if said else Standing.BLANK


def searched(library: Library, search: Search) -> dict[Standing, set[str]]:
    """The titles of the classes by how they stand to a search, those that meet it as the answer has them."""
    holdings = Holdings(library)
    found = standings(
        search, [entry.spec_id for entry in holdings.classes], HeldValues.of_all(holdings, looked_at(search))
    )
    by_standing: dict[Standing, set[str]] = {one: set() for one in Standing}
    for spec_id, verdict in found.items():
        by_standing[verdict.standing].add(holdings.titles[spec_id])
    assert set(answer_search(search, found, holdings.subject).classes) == by_standing[Standing.MEETS]
    return by_standing


@pytest.mark.parametrize("field", CODED)
def test_a_coded_row_is_found_wherever_it_was_printed(library: Library, values: Values, field: str) -> None:
    for low in (1, 3):
        found = searched(library, Search(Coded(field, low, 4)))
        printed_as = {title: standing(of_class, field, low) for title, of_class in values.items()}
        assert found == {one: {title for title, said in printed_as.items() if said is one} for one in Standing}


@pytest.mark.parametrize("key", LOCATIONS)
def test_a_marked_box_is_found_wherever_it_was_printed(library: Library, values: Values, key: str) -> None:
    marked = {title for title, of_class in values.items() if (key, LOCATIONS[key], True) in of_class.locations}
    assert searched(library, Search(Boxed(f"work_location.{key}")))[Standing.MEETS] == marked


def test_overall_strength_is_found_wherever_it_was_printed(library: Library, values: Values) -> None:
    found = searched(library, Search(Coded("overall_strength", 3, 4)))
    levels = {title: of_class.strength for title, of_class in values.items()}
    assert found[Standing.MEETS] == {title for title, level in levels.items() if level in list(STRENGTHS)[3:]}
    assert found[Standing.BLANK] == {title for title, level in levels.items() if level is None}
