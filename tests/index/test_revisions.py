from dataclasses import replace
from itertools import permutations

import pytest

from index import SpecEntry
from index.classes import is_retitled
from index.revisions import with_standing
from ingest.model import Form, Member


def entry(
    name: str,
    *,
    title: str | None = "Clerk",
    code: str | None = None,
    agency: str | None = "Harbor City",
    revision: str | None = None,
    sha256: str | None = None,
) -> SpecEntry:
    path = f"/specs/{name}.txt"
    return SpecEntry(
        name, title, code, agency, None, None, None, None, revision, path, sha256 or name, Form.NORFOLK, (), ()
    )


def series(name: str, *titles: str, revision: str | None = None, sha256: str | None = None) -> list[SpecEntry]:
    """A series document and its members, of one file."""
    document = replace(
        entry(name, title=f"{titles[0]} Series", revision=revision, sha256=sha256),
        members=tuple(Member(title, None, place) for place, title in enumerate(titles)),
    )
    members = [
        replace(document, spec_id=f"{name}-{place}", title=title, members=(), series=name, place=place)
        for place, title in enumerate(titles)
    ]
    return [document, *members]


def standing(*entries: SpecEntry) -> dict[str, SpecEntry]:
    """What the entries are to each other, made sure that their order does not matter."""
    found = {frozenset(with_standing(order)) for order in permutations(entries)}
    assert len(found) == 1
    return {each.spec_id: each for each in found.pop()}


def codes(entry: SpecEntry) -> list[str]:
    return [issue.code for issue in entry.issues]


def test_the_newest_revision_of_a_title_is_current() -> None:
    held = standing(entry("a", revision="2001-09"), entry("b", revision="2011"), entry("c"))
    assert [each for each in held if held[each].current] == ["b"]
    assert held["a"].superseded_by == held["c"].superseded_by == "b"
    assert codes(held["a"]) == codes(held["c"]) == ["superseded"]
    (issue,) = held["b"].issues
    assert issue.code == "older_revision"
    assert "/specs/a.txt of 2001-09, as a" in issue.message


def test_a_title_is_the_same_however_it_is_spaced_and_cased() -> None:
    held = standing(entry("a", title="CLERK  I", revision="2001"), entry("b", title="Clerk I", revision="2002"))
    assert held["a"].superseded_by == "b"


def test_revisions_without_dates_all_stand_and_say_so() -> None:
    held = standing(entry("a"), entry("b"))
    assert all(each.current and codes(each) == ["undated_revisions"] for each in held.values())
    assert "/specs/b.txt" in held["a"].issues[0].message


def test_two_revisions_of_the_newest_date_both_stand() -> None:
    held = standing(entry("a", revision="2002"), entry("b", revision="2002"), entry("c", revision="2001"))
    assert [each for each in sorted(held) if held[each].current] == ["a", "b"]
    assert held["c"].superseded_by == "a"


def test_agencies_do_not_supersede_each_other() -> None:
    held = standing(entry("a", revision="2001"), entry("b", agency="Lake County", revision="2002"))
    assert all(each.current and not each.issues for each in held.values())


def test_a_retitled_class_is_followed_by_its_code() -> None:
    held = standing(
        entry("a", title="Clerk-Typist 1", code="7", revision="1990"),
        entry("b", title="Typist Clerks I", code="7", revision="2000"),
    )
    assert held["a"].superseded_by == "b"
    assert (codes(held["a"]), codes(held["b"])) == (["superseded"], ["older_revision"])


def test_a_code_that_two_classes_share_hides_neither() -> None:
    held = standing(
        entry("a", title="Accountant", code="7", revision="1990"),
        entry("b", title="Librarian", code="7", revision="2000"),
    )
    assert all(each.current and codes(each) == ["shared_code"] for each in held.values())
    assert "Librarian" in held["a"].issues[0].message
    assert "Accountant" in held["b"].issues[0].message


@pytest.mark.parametrize(
    ("title", "other", "is_one_class"),
    [
        ("Accountant", "ACCOUNTANT", True),
        ("Fire Fighter", "Firefighter", True),
        ("Clerk-Typist II", "Clerk Typist 2", True),
        ("Police Records Clerk", "Police Record Clerk", True),
        ("Deputy Sheriff", "Sheriff, Deputy", True),
        ("Accountent", "Accountant", True),
        ("Accountant", "Librarian", False),
        ("Accountant I", "Accountant II", False),
        ("Librarian", "Senior Librarian", False),
        ("Water Plant Operator", "Waste Plant Operator", False),
        ("Assistant City Attorney", "Associate City Attorney", False),
        ("Driver", "Diver", False),
        ("Account Clerk", "Accountant Clerk", False),
    ],
)
def test_a_retitling_is_told_from_another_class(title: str, other: str, is_one_class: bool) -> None:
    assert is_retitled(title, other) is is_one_class
    assert is_retitled(other, title) is is_one_class


def test_an_untitled_spec_is_of_the_class_of_its_code_where_that_is_one() -> None:
    one = standing(entry("a", title=None, code="7", revision="1990"), entry("b", code="7", revision="2000"))
    assert one["a"].superseded_by == "b"
    several = standing(
        entry("a", title=None, code="7", revision="1990"),
        entry("b", title="Clerk", code="7", revision="2000"),
        entry("c", title="Baker", code="7", revision="2001"),
    )
    assert all(each.current for each in several.values())


def test_revisions_join_by_code_and_by_title_in_turn() -> None:
    held = standing(
        entry("a", title="Clerk Typist", code="7", revision="1990"),
        entry("b", title="Typist Clerk", code="7", revision="2000"),
        entry("c", title="Typist Clerk", code="8", revision="2010"),
    )
    assert held["a"].superseded_by == held["b"].superseded_by == "c"


def test_the_classes_of_one_file_are_no_copies_and_no_revisions_of_each_other() -> None:
    held = standing(*series("s", "Clerk", "Clerk", "Senior Clerk"))
    assert all(each.current and not each.issues for each in held.values())


def test_a_second_copy_of_a_series_makes_each_member_a_copy_of_its_twin() -> None:
    one, twin = (series(name, "Clerk", "Senior Clerk", sha256="x") for name in ("s", "t"))
    held = with_standing([*one, *twin])
    assert {each.spec_id: each.superseded_by for each in held if not each.current} == {
        "t": "s",
        "t-0": "s-0",
        "t-1": "s-1",
    }
    assert all(codes(each) == ["duplicate_source"] for each in held)


def test_a_newer_series_supersedes_the_older_class_by_class() -> None:
    old, new = (
        series("s", "Clerk", "Senior Clerk", revision="1990"),
        series("t", "Clerk", "Head Clerk", revision="2000"),
    )
    held = {each.spec_id: each for each in with_standing([*old, *new])}
    assert {each: held[each].superseded_by for each in ("s", "s-0", "s-1")} == {"s": "t", "s-0": "t-0", "s-1": None}


def test_a_class_of_a_series_and_a_spec_of_its_own_are_revisions_of_one_class() -> None:
    held = {e.spec_id: e for e in with_standing([*series("s", "Clerk", revision="2000"), entry("a", revision="1990")])}
    assert held["a"].superseded_by == "s-0"


def test_of_the_same_bytes_only_the_first_path_is_current() -> None:
    held = standing(entry("a", sha256="x"), entry("b", sha256="x"))
    assert held["a"].current
    assert held["b"].superseded_by == "a"
    assert codes(held["a"]) == codes(held["b"]) == ["duplicate_source"]
    assert "/specs/b.txt" in held["a"].issues[0].message


def test_a_copy_of_an_old_revision_is_superseded_like_it() -> None:
    held = standing(
        entry("a", sha256="x", revision="2001"), entry("b", sha256="x", revision="2001"), entry("c", revision="2002")
    )
    assert held["a"].superseded_by == held["b"].superseded_by == "c"


def test_a_class_without_title_and_code_is_no_revision_of_another() -> None:
    held = standing(entry("a", title=None), entry("b", title=None))
    assert all(each.current and not each.issues for each in held.values())


def test_many_copies_are_counted_and_not_all_named() -> None:
    held = with_standing([entry(f"copy-{number}", sha256="x") for number in range(9)])
    assert held[0].issues[0].message.endswith("and 5 more.")


def test_entries_are_sorted_by_title_agency_and_path() -> None:
    held = with_standing(
        [entry("d", title="Zoologist"), entry("c", agency="Lake County"), entry("b", title="clerk", sha256="x")]
    )
    assert [each.spec_id for each in held] == ["b", "c", "d"]
