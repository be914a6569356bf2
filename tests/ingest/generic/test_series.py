"""The classes of a series document."""

import pytest

from ingest.generic.class_names import ClassNames
from ingest.model import Status
from ingest.reading import Reading
from tests.ingest.generic.reading import outline_of, passages_of, reading_of, values_of

SERIES = (
    "Tide Clerk Series\n\nLagoon State Personnel Board Specification\n\nSeries established May 4, 1980\n\nScope\n\n"
    "Class Code\tClass\n1101\tTide Clerk I\n1102\tTide Clerk II\n1103\tSenior Tide Clerk (abolished 01/07/2016)\n\n"
    "Definition of Levels\n\nTide Clerk I\n\nThe entry level.\n\nTide Clerk II\n\nThe journey level.\n\n"
    "Senior Tide Clerk\n\nThe lead level.\n\n"
    "Minimum Qualifications\n\nAll Levels: Sound legs.\n\nTide Clerk I and II\n\nNo experience.\n\n"
    "Tide Clerk II\n\nSenior Tide Clerk\n\nEither I\n\nA year at sea.\n\nOr II\n\nTwo on land.\n\n"
    "Knowledge and Abilities\n\nCounting.\n\n"
    "Class History\n\nClass\tDate Established\tDate Revised\nTide Clerk I\t05/04/1980\t--\n"
    "Tide Clerk II\t1979*\t6/1/99\n"
)
MARKS = (
    ("Tide Clerk Series", 1), ("Lagoon State Personnel Board Specification", 2), ("Scope", 2),
    ("Definition of Levels", 2), ("Tide Clerk I", 2), ("Tide Clerk II", 2), ("Senior Tide Clerk", 2),
    ("Minimum Qualifications", 2), ("Tide Clerk I and II", 2), ("Tide Clerk II", 2), ("Senior Tide Clerk", 2),
    ("Either I", 3), ("Or II", 3), ("Knowledge and Abilities", 2), ("Class History", 2),
)  # fmt: skip


@pytest.fixture(scope="module")
def series() -> Reading:
    return reading_of(SERIES, MARKS)


def named(member: Reading) -> tuple[str | None, str | None]:
    values = values_of(member.facts)
    return values["title"], values["code"]


def test_the_members_are_the_rows_of_the_table_in_its_order(series: Reading) -> None:
    assert [named(member) for member in series.members] == [
        ("Tide Clerk I", "1101"), ("Tide Clerk II", "1102"), ("Senior Tide Clerk", "1103"),
    ]  # fmt: skip
    assert values_of(series.facts) == {
        "title": "Tide Clerk Series", "agency": "Lagoon State Personnel Board", "adopted": "May 4, 1980",
    }  # fmt: skip


def test_a_member_quotes_its_rows(series: Reading) -> None:
    title, code, *_ = sorted(series.members[0].facts, key=lambda fact: fact.field != "title")
    facts = {fact.field: fact for fact in series.members[1].facts}
    assert SERIES[facts["code"].start : facts["code"].end] == "1102\tTide Clerk II"
    assert (facts["adopted"].value, facts["revised"].value) == ("1979", "June 1, 1999")
    assert (title.field, title.raw) == ("title", "Tide Clerk I")
    assert code.value is not None


def test_a_member_without_a_row_of_dates_has_those_of_the_series(series: Reading) -> None:
    first, _, senior = (values_of(member.facts) for member in series.members)
    assert senior["adopted"] == "May 4, 1980"
    revised = next(fact for fact in series.members[0].facts if fact.field == "revised")
    assert (first["adopted"], revised.status) == ("May 4, 1980", Status.BLANK)


def test_a_member_has_what_is_about_it_and_what_holds_for_all(series: Reading) -> None:
    said = [passages_of(SERIES, member) for member in series.members]
    of_one = [[words.rpartition("\n")[2] for words in member] for member in said]
    for place, (level, needed) in enumerate(
        [("The entry level.", "No experience."), ("The journey level.", "No experience."), ("The lead level.", "")]
    ):
        assert level in of_one[place]
        assert ("No experience." in of_one[place]) == bool(needed)
        assert "All Levels: Sound legs." in of_one[place]
        assert "Counting." in of_one[place]
        assert ("A year at sea." in of_one[place]) == ("Two on land." in of_one[place]) == (place > 0)


def test_the_parts_of_a_member_keep_the_key_and_heading_of_their_section(series: Reading) -> None:
    keys = outline_of(series.members[2])
    assert ("definition", "Definition of Levels") in keys
    assert ("minimum_qualifications", "Minimum Qualifications") in keys
    assert not any(heading and "Clerk" in heading for _, heading in keys)


def test_a_table_of_one_class_is_no_series() -> None:
    reading = reading_of("Tide Clerk\n\nClass Code\tClass\n1101\tTide Clerk\n\nDuties\n\nCounts.\n")
    assert reading.members == ()
    assert values_of(reading.facts) == {"title": "Tide Clerk", "code": "1101"}


def test_a_list_of_titles_and_codes_makes_a_series() -> None:
    reading = reading_of("TIDE SERIES\n\nTide Clerk I (1101)\nTide Clerk II (1102)\n\nDUTIES\n\nCounts the tides.\n")
    assert [named(member) for member in reading.members] == [
        ("Tide Clerk I", "1101"), ("Tide Clerk II", "1102"),
    ]  # fmt: skip


def test_classes_that_head_whole_sections_have_these() -> None:
    text = (
        "Tide Series\n\nClass Title      Class Code\nTide Clerk       11\nTide Reader      12\n\n"
        "Tide Clerk\n\nDuties\n\nCounts the tides.\n\nTide Reader\n\nDuties\n\nReads them.\n"
    )
    marks = (("Tide Series", 1), ("Tide Clerk\n", 2), ("Duties", 3), ("Tide Reader\n", 2), ("Duties", 3))
    reading = reading_of(text, marks)
    said = [passages_of(text, member) for member in reading.members]
    assert ["Counts the tides." in words for words in said] == [True, False]
    assert ["Reads them." in words for words in said] == [False, True]


@pytest.mark.parametrize(
    ("heading", "places"),
    [
        ("Tide Clerk I", {0}), ("TIDE CLERK II:", {1}), ("Tide Clerk I and II", {0, 1}), ("Tide Clerk I/II", {0, 1}),
        ("Senior Tide Clerk (Specialist)", {2}), ("Specialist", {2}), ("Senior Tide Clerk", {2, 3}),
        ("All Levels:", {0, 1, 2, 3}), ("(Both Levels)", {0, 1, 2, 3}), ("All Levels Except Tide Clerk I", {1, 2, 3}),
        ("All Clerks", {0, 1, 2, 3}), ("Tide Clerk I and Senior Tide Clerk (Supervisor)", {0, 3}),
        ("Senoir Tide Clerk (Specialist)", {2}), ("Harbor Master", set()), ("II", set()), ("Definition", set()),
    ],
)  # fmt: skip
def test_a_heading_names_the_classes_that_it_plainly_names(heading: str, places: set[int]) -> None:
    names = ClassNames(
        ["Tide Clerk I", "Tide Clerk II", "Senior Tide Clerk (Specialist)", "Senior Tide Clerk (Supervisor)"]
    )
    assert names.named(heading) == places
