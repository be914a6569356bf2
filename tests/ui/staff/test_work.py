from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from threading import Event

import pytest

from index import Library
from tests.ui.staff.conftest import SPEC, finished, until
from ui.staff.uploads import Arrived, FilesFolder
from ui.staff.work import Outcome, Work
from ui.staff.work_html import work_html
from ui.words import words_in

REVISED = SPEC.replace(b"mop", b"sweep")
NO_SPEC = b"Minutes of the picnic."


@pytest.fixture
def files(library: Library) -> FilesFolder:
    return FilesFolder(library.folder)


@pytest.fixture
def work(library: Library, files: FilesFolder) -> Iterator[Work]:
    work = Work(library, files)
    work.start()
    yield work
    work.stop()


def add(work: Work, files: FilesFolder, name: str, content: bytes = SPEC, batch: str = "one") -> None:
    file, path = files.begin()
    with file:
        file.write(content)
    work.add(batch, Arrived(path, PurePosixPath(name)), None)


def became(outcomes: tuple[Outcome, ...]) -> list[tuple[str, str]]:
    return [(outcome.name, outcome.became) for outcome in outcomes]


def test_what_becomes_of_each_file_is_reported(work: Work, files: FilesFolder, library: Library) -> None:
    add(work, files, "custodian.txt")
    add(work, files, "picnic.txt", NO_SPEC)
    (piece,) = finished(work).pieces
    assert sorted(became(piece.outcomes)) == [("custodian.txt", "new"), ("picnic.txt", "failed")]
    refused = next(outcome for outcome in piece.outcomes if outcome.became == "failed")
    assert refused.sentence == "it is text, but nothing in it is a class specification"
    taken = next(outcome for outcome in piece.outcomes if outcome.became == "new")
    assert taken.reading is not None
    assert taken.reading.read > 50
    assert not (library.folder / "files" / "picnic.txt").exists()
    said = work_html(work.overview(), words_in("en"))
    assert "1 new, 1 not taken in" in said
    assert "picnic.txt</span>: it is text, but nothing in it is a class specification" in said


def test_a_file_of_the_same_name_replaces_the_spec_and_keeps_its_id(
    work: Work, files: FilesFolder, library: Library
) -> None:
    add(work, files, "custodian.txt")
    finished(work)
    spec_id = library.resolve("Custodian").spec_id
    for content, batch in ((SPEC, "two"), (REVISED, "three")):
        add(work, files, "custodian.txt", content, batch)
        finished(work)
    assert [became(piece.outcomes) for piece in reversed(work.overview().pieces)] == [
        [("custodian.txt", "new")],
        [("custodian.txt", "unchanged")],
        [("custodian.txt", "replaced")],
    ]
    assert library.resolve("Custodian").spec_id == spec_id
    assert library.held(spec_id).spec.source.text.encode() == REVISED


def test_a_bad_file_in_the_place_of_a_good_one_changes_nothing(
    work: Work, files: FilesFolder, library: Library
) -> None:
    add(work, files, "custodian.txt")
    finished(work)
    add(work, files, "custodian.txt", NO_SPEC, "two")
    assert became(finished(work).pieces[0].outcomes) == [("custodian.txt", "failed")]
    assert (library.folder / "files" / "custodian.txt").read_bytes() == SPEC
    assert [each for each in library.doctor().differences if each.kind == "source_changed"] == []


def test_a_document_is_read_again_where_its_file_is_and_where_it_has_gone(work: Work, library: Library) -> None:
    firefighter, librarian = library.resolve("Firefighter"), library.resolve("Librarian")
    Path(librarian.path).unlink()
    work.read_again("one", [firefighter.spec_id, librarian.spec_id, "removed-meanwhile"])
    (piece,) = finished(work).pieces
    assert sorted(became(piece.outcomes)) == [("firefighter.txt", "read_again"), ("librarian.txt", "failed")]
    assert library.resolve("Librarian") == librarian


def test_while_one_piece_of_work_is_done_the_next_waits_and_says_so(
    work: Work, files: FilesFolder, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = Event()
    ingest = library.ingest

    def held_up(*arguments: object, **options: object) -> object:
        goes_on.wait(30)
        return ingest(*arguments, **options)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(library, "ingest", held_up)
    add(work, files, "custodian.txt")
    until(work, lambda overview: overview.at_hand == "one")
    add(work, files, "guard.txt", batch="two")
    overview = work.overview()
    assert (overview.at_hand, overview.waiting) == ("one", ("two",))
    said = work_html(overview, words_in("en"))
    assert "1 more piece of work waits until this is done." in said
    assert 'data-busy="yes"' in said
    goes_on.set()
    pieces = finished(work).pieces
    assert [became(piece.outcomes) for piece in pieces] == [[("guard.txt", "new")], [("custodian.txt", "new")]]


def test_the_library_answers_while_files_are_read(work: Work, files: FilesFolder, library: Library) -> None:
    for number in range(3):
        add(work, files, f"custodian-{number}.txt", SPEC.replace(b"Custodian", f"Custodian {number}".encode()))
    answered = 0
    while work.overview().at_hand or work.overview().waiting:
        assert library.held(library.resolve("Firefighter").spec_id).spec.facts
        assert library.lexical("ladder", limit=1)
        answered += 1
    assert answered > 1
    assert len(library.entries()) == 5


def test_what_was_not_read_when_the_server_stops_is_neither_held_nor_kept(library: Library, files: FilesFolder) -> None:
    work = Work(library, files)
    work.stop()
    work.start()
    add(work, files, "custodian.txt")
    work.stop()
    Work(library, files).start()
    assert [entry.title for entry in library.entries()] == ["Firefighter", "Librarian"]
    assert [path for path in library.folder.rglob("*") if path.name == "custodian.txt"] == []
    assert list((library.folder / "incoming").iterdir()) == []


def test_two_hundred_files_at_once_are_all_read(work: Work, files: FilesFolder, library: Library) -> None:
    for number in range(200):
        add(work, files, f"picnic-{number}.txt", NO_SPEC + str(number).encode())
    (piece,) = finished(work).pieces
    assert len(piece.outcomes) == 200
    assert list((library.folder / "files").iterdir()) == []


def test_old_reports_are_forgotten(work: Work, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.staff.work._PIECES_KEPT", 2)
    for batch in ("one", "two", "three"):
        work.read_again(batch, [library.resolve("Firefighter").spec_id])
        finished(work)
    assert [piece.batch for piece in work.overview().pieces] == ["three", "two"]
