from dataclasses import replace

import pytest

from assistant.understanding.place_names import Places, place_hits
from assistant.understanding.words import words_of
from tests.assistant.entries import entry

PLACES = Places(
    frozenset({"Harbor Patrol", "Parks, Trails Division", "Department of Finance", "Police"}),
    frozenset({"City of Elmham", "Sedge County"}),
)


def test_places_are_those_that_the_classes_state() -> None:
    held = [
        replace(entry("Otter Keeper", agency="Sedge County"), department="Parks"),
        replace(entry("Boat Pilot"), department="Parks"),
        entry("Heron Counter"),
    ]
    assert Places.of(held) == Places(frozenset({"Parks"}), frozenset({"Sedge County"}))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("who climbs in the Harbor Patrol", [("department", "harbor patrol")]),
        ("what does the harbor patrol use", [("department", "harbor patrol")]),
        ("jobs in Elmham", [("agency", "elmham")]),
        ("jobs of Sedge County", [("agency", "sedge county")]),
        ("jobs in the police", [("department", "police")]),
        ("police jobs", [("department", "police")]),
        ("finance department", [("department", "finance")]),
        ("trails staff", [("department", "trails")]),
        ("trail staff", [("department", "trail")]),
        ("patrol jobs", [("department", "patrol")]),
        ("police jobs in Elmham", [("department", "police"), ("agency", "elmham")]),
        ("works with police records", []),
        ("experience in finance law", []),
        ("walks the trails", []),
        ("harbor pilot", []),
        ("division jobs", []),
        ("", []),
    ],
)
def test_a_department_is_named_by_its_name_or_by_a_word_of_it_that_stands_as_one_does(
    text: str, named: list[tuple[str, str]]
) -> None:
    hits = place_hits(words_of(text), PLACES)
    assert [(hit.target, " ".join(hit.said)) for hit in hits] == named


def test_the_places_of_a_name_are_those_of_its_words() -> None:
    (hit,) = place_hits(words_of("jobs of the Harbor Patrol"), PLACES)
    assert (hit.places, hit.is_section) == ((3, 4), False)


def test_of_names_that_overlap_the_longest_counts() -> None:
    places = Places(frozenset({"Harbor", "Harbor Patrol"}), frozenset())
    (hit,) = place_hits(words_of("harbor patrol jobs"), places)
    assert hit.said == ("harbor", "patrol")
