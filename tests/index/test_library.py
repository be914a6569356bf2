from pathlib import Path

import pytest

from index import AmbiguousSpec, Library, LibraryError, LibrarySettings, Progress, UnknownSpec
from tests.index.conftest import SAMPLES


def revised(specs: Path, name: str, date: str) -> Path:
    """The firefighter's spec as revised on another date."""
    text = (SAMPLES / "firefighter.txt").read_text(encoding="utf-8")
    (specs / name).write_text(text.replace("Revised: March 2019", f"Revised: {date}"), encoding="utf-8")
    return specs / name


def test_ingest_reports_what_it_did_and_every_spec_that_was_named(library: Library, specs: Path) -> None:
    told: list[Progress] = []
    report = library.ingest([specs], progress=told.append)
    assert (report.ingested, report.replaced, report.unchanged, report.failed) == (3, 0, 0, ())
    assert [entry.title for entry in report.entries] == ["Accountant II", "Custodian", "Firefighter"]
    assert (report.vectors_pending, report.vectors_note) == (0, None)
    assert {each.stage for each in told} == {"reading", "embedding"}
    assert told[-1].done == told[-1].total > 0
    one = library.ingest([specs / "custodian.txt"])
    assert (one.unchanged, [entry.title for entry in one.entries]) == (1, ["Custodian"])


def test_a_spec_is_found_by_id_and_by_title_however_it_is_written(samples_library: Library) -> None:
    entry = samples_library.resolve("firefighter")
    assert samples_library.resolve("  FIRE" + "fighter ") == entry
    assert samples_library.resolve(entry.spec_id) == entry


def test_a_spec_is_found_by_its_code(samples_library: Library) -> None:
    assert samples_library.resolve("004120") == samples_library.resolve("Firefighter")


def test_a_name_that_nothing_has_is_unknown(library: Library) -> None:
    with pytest.raises(UnknownSpec, match="“Astronaut” is held"):
        library.resolve("Astronaut")
    with pytest.raises(UnknownSpec, match="“astronaut-1” is held"):
        library.held("astronaut-1")


def test_a_title_that_two_agencies_hold_names_both(library: Library, specs: Path, tmp_path: Path) -> None:
    other = tmp_path / "lake"
    other.mkdir()
    text = (specs / "custodian.txt").read_text(encoding="utf-8")
    (other / "custodian.txt").write_text(text + "\n", encoding="utf-8")
    first = library.ingest([specs / "custodian.txt"], agency="Harbor City").entries[0]
    second = library.ingest([other], agency="Lake County").entries[0]
    with pytest.raises(AmbiguousSpec) as ambiguous:
        library.resolve("Custodian")
    assert all(each in str(ambiguous.value) for each in ("Harbor City", "Lake County", first.spec_id, second.spec_id))


def test_a_spec_held_says_what_only_the_library_knows_of_it(library: Library, specs: Path) -> None:
    (specs / "copy.txt").write_bytes((specs / "custodian.txt").read_bytes())
    library.ingest([specs])
    copies = [entry for entry in library.entries() if entry.title == "Custodian"]
    assert [entry.current for entry in copies] == [True, False]
    assert library.resolve("Custodian") == copies[0]
    for entry in copies:
        assert "duplicate_source" in {issue.code for issue in library.held(entry.spec_id).spec.issues}


def test_a_title_means_the_newest_revision_and_an_id_the_one_it_names(library: Library, specs: Path) -> None:
    library.ingest([revised(specs, "old.txt", "May 1999"), revised(specs, "new.txt", "June 2015")])
    new, old = sorted(library.entries(), key=lambda entry: entry.path)
    assert (old.revision, new.revision) == ("1999-05", "2015-06")
    assert library.resolve("Firefighter") == new
    assert library.resolve(old.spec_id) == old
    assert old.superseded_by == new.spec_id


def test_a_lookup_is_remembered_until_something_is_written(settings: LibrarySettings, specs: Path) -> None:
    with Library.open(settings) as library, Library.open(settings) as another_process:
        (entry,) = library.ingest([specs / "custodian.txt"]).entries
        library.close()
        before = library.held(entry.spec_id)
        assert library.held(entry.spec_id) is before
        another_process.ingest([specs / "custodian.txt"], agency="Lake County")
        assert library.held(entry.spec_id) is not before
        another_process.remove([entry.spec_id])
        assert library.entries() == ()
        with pytest.raises(UnknownSpec):
            library.held(entry.spec_id)


def test_an_unknown_id_among_those_to_remove_removes_nothing(library: Library, specs: Path) -> None:
    (entry,) = library.ingest([specs / "custodian.txt"]).entries
    with pytest.raises(UnknownSpec):
        library.remove([entry.spec_id, "astronaut-1"])
    assert library.entries() == (entry,)


def test_a_library_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot be made"):
        Library.open(LibrarySettings(library=tmp_path / "file" / "library"))


def test_the_order_of_ingest_changes_neither_entries_nor_ranking(samples_library: Library, tmp_path: Path) -> None:
    with Library.open(LibrarySettings(library=tmp_path / "library")) as backwards:
        for file in sorted(SAMPLES.iterdir(), reverse=True):
            if file.stem != "README":
                backwards.ingest([file])
        assert backwards.entries() == samples_library.entries()
        for entry in backwards.entries():
            assert backwards.held(entry.spec_id) == samples_library.held(entry.spec_id)
        for query in ("Who fights fires?", "lifting heavy objects", "a bachelor's degree"):
            assert backwards.dense(query, limit=30) == samples_library.dense(query, limit=30)
            assert backwards.lexical(query, limit=30) == samples_library.lexical(query, limit=30)


def test_threads_share_a_library(samples_library: Library) -> None:
    from concurrent.futures import ThreadPoolExecutor

    expected = samples_library.dense("driving a truck", limit=5)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: samples_library.dense("driving a truck", limit=5), range(12)))
        specs = list(threads.map(lambda _: samples_library.held(expected[0].spec_id), range(12)))
    assert all(answer == expected for answer in answers)
    assert all(spec == specs[0] for spec in specs)
