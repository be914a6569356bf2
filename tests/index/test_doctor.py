from pathlib import Path

import pytest
from sqlalchemy import text

from index import DoctorReport, Library, LibrarySettings
from index.vectors import VectorStore


@pytest.fixture
def held(library: Library, specs: Path) -> Library:
    """A library of two specs with nothing wrong."""
    library.ingest([specs / "custodian.txt", specs / "firefighter.txt"])
    return library


def kinds(report: DoctorReport) -> set[str]:
    return {difference.kind for difference in report.differences}


def damage(library: Library, statement: str) -> None:
    with library._store.writing() as connection:
        connection.execute(text(statement))


def assert_found_and_repaired(library: Library, kind: str) -> None:
    """The difference is found, stays until it is repaired, and is gone then, with the same answers as before."""
    for _ in range(2):
        report = library.doctor()
        assert kind in kinds(report)
        assert not report.clean
        assert report.repaired == 0
    report = library.doctor(repair=True)
    assert kind in kinds(report)
    assert report.clean
    assert report.repaired == len(report.differences)
    assert library.doctor() == DoctorReport(clean=True, differences=(), repaired=0)


def test_a_library_with_nothing_wrong_is_clean(held: Library) -> None:
    assert held.doctor() == DoctorReport(clean=True, differences=(), repaired=0)


def test_an_empty_library_is_clean_and_makes_no_vector_store(library: Library, settings: LibrarySettings) -> None:
    assert library.doctor().clean
    assert not settings.vectors_folder.exists()


def test_a_vector_lost_from_the_vector_store_is_computed_again(held: Library) -> None:
    before = held.dense("mops", limit=9)
    held._dense.drop(sorted(held._dense.stored_ids())[:7])
    assert_found_and_repaired(held, "passage_without_vector")
    assert held.dense("mops", limit=9) == before


def test_a_vector_that_was_never_computed_is_computed(held: Library) -> None:
    damage(held, "UPDATE vectors SET state = 'pending' WHERE rowid % 2")
    assert_found_and_repaired(held, "passage_without_vector")


def test_a_record_of_vectors_that_was_lost_is_made_anew(held: Library) -> None:
    damage(held, "DELETE FROM vectors")
    assert_found_and_repaired(held, "passage_without_vector")


def test_a_vector_that_no_passage_wants_is_deleted(held: Library) -> None:
    vectors = held._dense._opened().vectors(sorted(held._dense.stored_ids())[:1])
    held._dense._opened().add([("0" * 32, vector) for vector in vectors.values()])
    assert_found_and_repaired(held, "vector_without_passage")


def test_a_text_altered_in_the_store_is_read_again(held: Library) -> None:
    damage(held, "UPDATE sources SET text = replace(text, 'fire', 'tire') WHERE path LIKE '%firefighter.txt'")
    assert_found_and_repaired(held, "text_altered")


@pytest.mark.parametrize("table", ["facts", "passages"])
def test_a_place_outside_the_text_is_read_again(held: Library, table: str) -> None:
    damage(held, f'UPDATE {table} SET "end" = 9999999 WHERE position = 2')
    assert_found_and_repaired(held, "place_out_of_range")


def test_a_passage_that_is_not_what_its_id_says_is_read_again(held: Library) -> None:
    damage(held, "UPDATE passages SET embedded_text = 'something else' WHERE position = 1")
    assert_found_and_repaired(held, "passage_altered")


def test_a_passage_without_lexical_entry_is_read_again(held: Library) -> None:
    before = held.lexical("mops floors", limit=9)
    damage(held, "DELETE FROM lexical_entries WHERE passage_position = 3")
    assert_found_and_repaired(held, "lexical_entry_missing")
    assert held.lexical("mops floors", limit=9) == before


def test_a_full_text_index_that_lost_its_rows_is_made_anew(held: Library) -> None:
    before = held.lexical("mops floors", limit=9)
    damage(held, "INSERT INTO lexical_index(lexical_index) VALUES ('delete-all')")
    assert_found_and_repaired(held, "lexical_index_differs")
    assert held.lexical("mops floors", limit=9) == before


def test_a_source_that_changed_is_read_again(held: Library, specs: Path) -> None:
    file = specs / "custodian.txt"
    file.write_bytes(file.read_bytes().replace(b"Class Title: Custodian", b"Class Title: Janitor"))
    assert_found_and_repaired(held, "source_changed")
    assert held.resolve("Janitor")


def test_a_changed_source_that_cannot_be_read_leaves_what_is_held_and_the_difference(
    held: Library, specs: Path
) -> None:
    (specs / "custodian.txt").write_bytes(b"")
    report = held.doctor(repair=True)
    assert (report.clean, report.repaired, kinds(report)) == (False, 0, {"source_changed"})
    assert held.resolve("Custodian")


def test_a_vanished_source_stays_held_and_is_no_difference(held: Library, specs: Path) -> None:
    (specs / "custodian.txt").unlink()
    report = held.doctor(repair=True)
    assert report.clean
    assert [(issue.kind, issue.spec_id) for issue in report.issues] == [
        ("source_missing", held.resolve("Custodian").spec_id)
    ]


def test_vectors_that_cannot_be_looked_at_are_not_called_clean(held: Library, settings: LibrarySettings) -> None:
    held.close()
    owner = VectorStore(settings, "someone-else", "model")
    assert kinds(held.doctor()) == {"vectors_unchecked"}
    assert not held.doctor(repair=True).clean
    owner.close()
    assert held.doctor().clean


def test_vectors_of_another_model_are_found_and_replaced(held: Library, settings: LibrarySettings) -> None:
    held.close()
    other = "float32" if "bfloat16" in held._dense.fingerprint else "bfloat16"
    with Library.open(settings.model_copy(update={"precision": other})) as library:
        assert_found_and_repaired(library, "passage_without_vector")
