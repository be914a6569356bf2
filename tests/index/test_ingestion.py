from collections.abc import Iterator
from pathlib import Path

import pytest

from index import LibrarySettings, Progress, ingestion, store_specs
from index.ingestion import FileReader, Intake
from index.store import RelationalStore
from ingest import READER_VERSION, read_spec
from ingest.model import ClassSpec


@pytest.fixture
def store(settings: LibrarySettings) -> Iterator[RelationalStore]:
    settings.library.mkdir()
    opened = RelationalStore(settings.relational_url)
    yield opened
    opened.close()


def take_in(store: RelationalStore, *paths: Path, agency: str | None = None) -> Intake:
    return FileReader(store, "model", None).take_in(paths, agency=agency, progress=lambda _: None)


def held(store: RelationalStore, spec_id: str) -> ClassSpec:
    with store.reading() as connection:
        spec = store_specs.read(connection, spec_id)
    assert spec is not None
    return spec


def test_unchanged_files_are_passed_over(store: RelationalStore, specs: Path) -> None:
    assert len(take_in(store, specs).ingested) == 3
    again = take_in(store, specs)
    assert (len(again.unchanged), again.ingested, again.replaced) == (3, [], [])


def test_a_changed_file_is_replaced_and_keeps_its_id(store: RelationalStore, specs: Path) -> None:
    first = take_in(store, specs)
    file = specs / "custodian.txt"
    text = file.read_text(encoding="utf-8").replace("Class Title: Custodian", "Class Title: Head Custodian")
    file.write_text(text, encoding="utf-8", newline="")
    second = take_in(store, specs)
    (replaced,) = second.replaced
    assert second.spec_ids == first.spec_ids
    assert held(store, replaced).title == "Head Custodian"
    assert held(store, replaced).source.text == text


def test_a_newer_reader_reads_unchanged_files_again(
    store: RelationalStore, specs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(store, specs)
    monkeypatch.setattr(ingestion, "READER_VERSION", READER_VERSION + 1)
    assert len(take_in(store, specs).replaced) == 3
    monkeypatch.undo()
    assert len(take_in(store, specs).unchanged) == 3, "an older reader does not undo what a newer one read"


def test_an_agency_is_kept_until_another_is_given(store: RelationalStore, specs: Path) -> None:
    (file,) = take_in(store, specs / "custodian.txt").ingested
    assert take_in(store, specs / "custodian.txt", agency="Lake County").replaced == [file]
    stated = held(store, file).agency
    assert take_in(store, specs / "custodian.txt").unchanged == [file]
    assert take_in(store, specs / "custodian.txt", agency="Lake County").unchanged == [file]
    (specs / "custodian.txt").write_bytes((specs / "custodian.txt").read_bytes() + b"\n")
    assert take_in(store, specs / "custodian.txt").replaced == [file]
    assert held(store, file).agency == stated


def test_a_bad_file_is_reported_and_what_was_held_of_it_stays(store: RelationalStore, specs: Path) -> None:
    take_in(store, specs)
    before = take_in(store, specs).unchanged
    (specs / "custodian.txt").write_bytes(b"")
    (specs / "letter.txt").write_text("Dear sir, this is no class specification.")
    intake = take_in(store, specs, specs / "missing.txt")
    assert {Path(failure.path).name for failure in intake.failed} == {"custodian.txt", "letter.txt", "missing.txt"}
    assert all(failure.error for failure in intake.failed)
    assert len(intake.unchanged) == 2
    (custodian,) = set(before) - set(intake.unchanged)
    assert held(store, custodian).title == "Custodian"


def test_reading_is_told_file_by_file(store: RelationalStore, specs: Path) -> None:
    told: list[Progress] = []
    FileReader(store, "model", None).take_in([specs], agency=None, progress=told.append)
    assert [(each.stage, each.done, each.total) for each in told] == [("reading", done, 3) for done in range(4)]
    assert [each.name for each in told[:3]] == ["accountant-ii.txt", "custodian.txt", "firefighter.txt"]


def test_what_is_held_is_what_the_reader_read(store: RelationalStore, specs: Path) -> None:
    for spec_id in take_in(store, specs).ingested:
        spec = held(store, spec_id)
        assert spec == read_spec(Path(spec.source.path))
