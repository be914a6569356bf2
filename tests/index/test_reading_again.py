from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from index import Library, LibrarySettings, Progress, UnknownSpec
from ingest import READER_VERSION


@pytest.fixture
def library(settings: LibrarySettings, tmp_path: Path) -> Iterator[Library]:
    """A library without an embedding model: what is shown here needs no vectors."""
    (tmp_path / "no model").mkdir()
    with Library.open(settings.model_copy(update={"embedding_model": str(tmp_path / "no model")})) as opened:
        yield opened


def test_a_document_is_read_again_though_nothing_changed(library: Library, specs: Path) -> None:
    told: list[Progress] = []
    library.ingest([specs])
    spec_id = library.resolve("Custodian").spec_id
    report = library.read_again([spec_id], progress=told.append)
    assert (report.replaced, report.unchanged, report.failed) == (1, 0, ())
    assert [entry.spec_id for entry in report.entries] == [spec_id]
    reading = [(each.done, each.total, each.name) for each in told if each.stage == "reading"]
    assert reading == [(0, 1, "custodian.txt"), (1, 1, "")]


def test_a_file_that_vanished_is_reported_and_stays_held(library: Library, specs: Path) -> None:
    library.ingest([specs])
    (specs / "custodian.txt").unlink()
    report = library.read_again([library.resolve("Custodian").spec_id])
    assert [failure.error for failure in report.failed] == ["the file cannot be opened: No such file or directory"]
    assert library.held(library.resolve("Custodian").spec_id).spec.facts


def test_of_an_unknown_id_and_a_known_one_none_is_read(library: Library, specs: Path) -> None:
    library.ingest([specs])
    told: list[Progress] = []
    with pytest.raises(UnknownSpec, match="“nothing”"):
        library.read_again([library.resolve("Custodian").spec_id, "nothing"], progress=told.append)
    assert told == []


def test_what_is_taken_out_while_it_is_read_stays_out(library: Library, specs: Path) -> None:
    library.ingest([specs])
    spec_id = library.resolve("Custodian").spec_id

    def take_out(progress: Progress) -> None:
        if (progress.stage, progress.done) == ("reading", 0):
            library.remove([spec_id])

    report = library.read_again([spec_id], progress=take_out)
    assert [failure.error for failure in report.failed] == ["it was taken out of the library while it was read"]
    assert spec_id not in {entry.spec_id for entry in library.entries()}


def test_the_library_notes_how_and_when_a_document_was_read(library: Library, specs: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    library.ingest([specs / "custodian.txt"])
    (reading,) = library.readings().values()
    assert (reading.format, reading.reader_version) == ("txt", READER_VERSION)
    assert reading.read_at is not None
    assert before <= reading.read_at <= datetime.now(UTC)


def test_a_library_of_before_that_note_opens_and_does_not_know_when(
    library: Library, settings: LibrarySettings, specs: Path
) -> None:
    library.ingest([specs / "custodian.txt"])
    with library._store.writing() as connection:
        connection.execute(text("DROP TABLE readings"))
    library.close()
    with Library.open(settings) as opened:
        (reading,) = opened.readings().values()
        assert (reading.reader_version, reading.read_at) == (READER_VERSION, None)
