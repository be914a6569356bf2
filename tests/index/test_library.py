from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from index import AmbiguousSpec, Library, LibraryError, LibrarySettings, Progress, Series, UnknownSpec
from ingest.model import QualificationKind
from tests.index.conftest import SAMPLES
from tests.index.spec_factory import SERIES_TEXT, hold, lamp_clerks


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


def test_a_code_that_two_titles_share_names_both_and_each_title_its_own(library: Library, specs: Path) -> None:
    words = (SAMPLES / "firefighter.txt").read_text(encoding="utf-8")
    (specs / "baker.txt").write_text(words.replace("Title: FIREFIGHTER", "Title: BAKER"), encoding="utf-8")
    library.ingest([specs / "baker.txt", specs / "firefighter.txt"])
    with pytest.raises(AmbiguousSpec, match=r"Baker.*Firefighter"):
        library.resolve("004120")
    assert [library.resolve(title).title for title in ("Baker", "Firefighter")] == ["Baker", "Firefighter"]


def test_a_class_of_a_series_is_found_by_its_own_title_and_code(library: Library) -> None:
    document = hold(library, *lamp_clerks())
    for name in ("4411", "lamp clerk ii", f"{document}-1"):
        entry = library.resolve(name)
        assert (entry.title, entry.series) == ("Lamp Clerk II", document)
    assert library.resolve("Lamp Clerk").spec_id == document
    assert [entry.spec_id for entry in library.entries()] == [document, f"{document}-0", f"{document}-1"]


def test_a_title_that_a_series_shares_with_its_member_means_the_member(library: Library) -> None:
    series, *members = lamp_clerks()
    document = hold(library, replace(series, title="Lamp Clerk I"), *members)
    assert library.resolve("Lamp Clerk I").spec_id == f"{document}-0"


def test_a_class_of_a_series_is_held_with_the_text_of_its_document(library: Library) -> None:
    document = hold(library, *lamp_clerks())
    held = library.held(f"{document}-0")
    assert held.series == Series(document, "Lamp Clerk")
    assert held.spec.source.text is library.held(document).spec.source.text
    assert held.spec.source.text == SERIES_TEXT
    assert library.held(document).series is None


def test_the_facts_of_a_field_are_those_of_all_current_classes(samples_library: Library) -> None:
    fields = ("physical_demands.lifting", "overall_strength")
    current = sorted(entry.spec_id for entry in samples_library.entries() if entry.current and not entry.members)
    expected = {
        field: {
            spec_id: fact
            for spec_id in current
            for fact in samples_library.held(spec_id).spec.facts
            if fact.field == field
        }
        for field in fields
    }
    assert all(expected.values())
    assert samples_library.facts(fields[:1]) == {fields[0]: expected[fields[0]]}
    assert samples_library.facts(fields) == expected
    assert samples_library.facts(["notes.99"]) == {"notes.99": {}}


def test_the_qualifications_of_a_kind_are_those_of_all_current_classes(samples_library: Library) -> None:
    kinds = (QualificationKind.EDUCATION, QualificationKind.RESIDENCY)
    current = sorted(entry.spec_id for entry in samples_library.entries() if entry.current and not entry.members)
    expected = {
        kind: {
            spec_id: stated
            for spec_id in current
            if (stated := [each for each in samples_library.held(spec_id).spec.qualifications if each.kind is kind])
        }
        for kind in kinds
    }
    assert all(expected.values())
    assert samples_library.qualifications(kinds) == expected


def test_the_boxes_that_touch_a_place_are_given_when_asked_for(library: Library) -> None:
    document = hold(library, *lamp_clerks())
    boxes = lamp_clerks()[0].source.boxes
    title, kind = boxes[:2]
    assert library.boxes(document, 0, len(SERIES_TEXT)) == boxes
    assert library.boxes(f"{document}-1", title.start + 1, title.start + 2) == (title,)
    assert library.boxes(document, title.end - 1, kind.start + 1) == (title, kind)
    assert library.boxes(document, title.start, title.start) == (title,)
    assert library.boxes(document, title.end, kind.start) == ()
    with pytest.raises(UnknownSpec):
        library.boxes("astronaut-1", 0, 1)


def test_a_class_of_a_series_goes_out_with_its_document_only(library: Library) -> None:
    document = hold(library, *lamp_clerks())
    with pytest.raises(LibraryError, match=f"series Lamp Clerk and goes out with all of it: remove “{document}”"):
        library.remove([f"{document}-0"])
    assert len(library.entries()) == 3
    library.remove([f"{document}-0", document])
    assert library.entries() == ()


def test_a_library_with_a_series_is_examined_class_by_class(library: Library) -> None:
    document = hold(library, *lamp_clerks())
    library.update_vectors()
    assert [each.kind for each in library.doctor().differences] == []
    with library._store.writing() as connection:
        connection.execute(text("DELETE FROM lexical_entries WHERE spec_id LIKE '%-1'"))
    (difference,) = library.doctor().differences
    assert (difference.kind, difference.spec_id) == ("lexical_entry_missing", f"{document}-1")


def test_passages_are_counted_as_they_are_held(settings: LibrarySettings, specs: Path) -> None:
    with Library.open(settings) as library:
        assert library.passage_count() == 0
        library.ingest([specs])
        held = [library.held(entry.spec_id) for entry in library.entries()]
        assert library.passage_count() == sum(len(each.spec.passages) for each in held) > 0


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
