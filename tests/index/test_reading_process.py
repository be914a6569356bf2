"""Files are read in the reading process, so that a bad one costs itself and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from index import LibrarySettings, Progress
from index.ingestion import FileReader
from index.store import RelationalStore
from tests.ingest import bad_files


@pytest.fixture
def store(settings: LibrarySettings) -> Iterator[RelationalStore]:
    settings.library.mkdir()
    opened = RelationalStore(settings.relational_url)
    yield opened
    opened.close()


def test_the_rest_of_a_folder_of_bad_files_goes_in(store: RelationalStore, tmp_path: Path) -> None:
    folder = tmp_path / "specs"
    folder.mkdir()
    bad = {
        "a bomb.docx": bad_files.word_that_unpacks_to(300),
        "cut short.pdf": bad_files.pdf_page()[:200],
        "huge.png": bad_files.png(20_000, 20_000),
        "program.docx": b"MZ\x90\0\x03\0\0\0",
        "nothing.txt": b"",
    }
    for name, content in bad.items():
        (folder / name).write_bytes(content)
    (folder / "link.txt").symlink_to("/etc/hostname")
    for name, content in {"clerk.txt": bad_files.text(), "lies.txt": bad_files.word()}.items():
        (folder / name).write_bytes(content)
    intake = FileReader(store, "model", None).take_in([folder], agency=None, progress=lambda _: None)
    assert {Path(failure.path).name for failure in intake.failed} == {*bad, "link.txt"}
    assert all(failure.error and "\n" not in failure.error for failure in intake.failed)
    assert len(intake.ingested) == 2


def test_files_that_have_not_changed_start_no_process(store: RelationalStore, specs: Path) -> None:
    started: list[int] = []

    def look(_: Progress) -> None:
        started.append(len(psutil.Process().children()))

    reader = FileReader(store, "model", None)
    reader.take_in([specs], agency=None, progress=look)
    assert started == [0, 1, 1, 0], "started with the first file, reused, and ended with the last"
    started.clear()
    reader.take_in([specs], agency=None, progress=look)
    assert started == [0, 0, 0, 0]
