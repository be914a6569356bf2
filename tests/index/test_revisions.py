from itertools import permutations

from index import SpecEntry
from index.revisions import with_standing
from ingest.model import Form


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
    assert codes(held["a"]) == ["superseded"]
    assert codes(held["b"]) == []


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


def test_a_renamed_class_is_followed_by_its_code_and_the_shared_code_is_said() -> None:
    held = standing(
        entry("a", title="Typist", code="7", revision="1990"), entry("b", title="Clerk", code="7", revision="2000")
    )
    assert held["a"].superseded_by == "b"
    assert codes(held["a"]) == ["shared_code", "superseded"]
    assert codes(held["b"]) == ["shared_code"]
    assert "Typist" in held["b"].issues[0].message


def test_revisions_join_by_code_and_by_title_in_turn() -> None:
    held = standing(
        entry("a", title="Typist", code="7", revision="1990"),
        entry("b", title="Clerk", code="7", revision="2000"),
        entry("c", title="Clerk", code="8", revision="2010"),
    )
    assert held["a"].superseded_by == held["b"].superseded_by == "c"


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
