from hashlib import sha256
from pathlib import Path, PurePosixPath

import pytest

from ui.staff.uploads import Arrived, FileNotTaken, FilesFolder

OLD, NEW = b"the old one", b"the new one"


@pytest.fixture
def files(tmp_path: Path) -> FilesFolder:
    return FilesFolder(tmp_path)


def arrived(files: FilesFolder, name: str, content: bytes = NEW) -> Arrived:
    file, path = files.begin()
    with file:
        file.write(content)
    return Arrived(path, PurePosixPath(name))


def everything_in(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def held(path: Path, content: bytes) -> dict[str, str]:
    return {str(path): sha256(content).hexdigest()}


def test_a_file_that_is_held_stays_where_it_was_put(files: FilesFolder, tmp_path: Path) -> None:
    placed = files.put(arrived(files, "clerks/clerk.txt"))
    files.settle(placed, held(placed.path, NEW))
    assert everything_in(tmp_path) == {"files/clerks/clerk.txt": NEW}


def test_a_new_file_that_is_refused_leaves_nothing(files: FilesFolder, tmp_path: Path) -> None:
    placed = files.put(arrived(files, "clerk.txt"))
    files.settle(placed, {})
    assert everything_in(tmp_path) == {}


def test_a_refused_file_gives_its_place_back_to_the_one_before(files: FilesFolder, tmp_path: Path) -> None:
    first = files.put(arrived(files, "clerk.txt", OLD))
    files.settle(first, held(first.path, OLD))
    second = files.put(arrived(files, "clerk.txt", NEW))
    assert everything_in(tmp_path)["files/clerk.txt"] == NEW
    files.settle(second, held(first.path, OLD))
    assert everything_in(tmp_path) == {"files/clerk.txt": OLD}


@pytest.mark.parametrize("names", [("clerk.txt", "clerk.txt"), ("clerk.txt", "clerk.txt", "clerk.txt")])
@pytest.mark.parametrize("before", [None, OLD])
def test_files_of_one_name_at_one_time_are_settled_together(
    files: FilesFolder, tmp_path: Path, names: tuple[str, ...], before: bytes | None
) -> None:
    earlier = {}
    if before is not None:
        first = files.put(arrived(files, "clerk.txt", before))
        earlier = held(first.path, before)
        files.settle(first, earlier)
    placed = [files.put(arrived(files, name, NEW + str(place).encode())) for place, name in enumerate(names)]
    for each in reversed(placed):
        files.settle(each, earlier)
    assert everything_in(tmp_path) == ({} if before is None else {"files/clerk.txt": before})


def test_what_a_server_left_when_it_stopped_is_settled_at_the_next_start(files: FilesFolder, tmp_path: Path) -> None:
    first = files.put(arrived(files, "clerk.txt", OLD))
    files.settle(first, held(first.path, OLD))
    files.put(arrived(files, "clerk.txt", NEW))  # and then the server stopped: it was not read
    files.put(arrived(files, "new/clerk.txt", NEW))
    arrived(files, "never put.txt")
    FilesFolder(tmp_path).settle_what_is_left(held(first.path, OLD))
    assert everything_in(tmp_path) == {"files/clerk.txt": OLD}


def test_what_was_read_before_the_server_stopped_stays(files: FilesFolder, tmp_path: Path) -> None:
    placed = files.put(arrived(files, "clerk.txt", NEW))
    FilesFolder(tmp_path).settle_what_is_left(held(placed.path, NEW))
    assert everything_in(tmp_path) == {"files/clerk.txt": NEW}


def test_what_is_on_its_way_to_another_server_stays(files: FilesFolder, tmp_path: Path) -> None:
    files.settle_what_is_left({})
    arrived(files, "clerk.txt")
    FilesFolder(tmp_path).settle_what_is_left({})
    assert list(everything_in(tmp_path / "incoming").values()) == [NEW]


def test_a_folder_in_its_place_and_a_file_in_the_place_of_its_folder_are_refused(files: FilesFolder) -> None:
    files.put(arrived(files, "clerks/clerk.txt"))
    with pytest.raises(FileNotTaken):
        files.put(arrived(files, "clerks"))
    with pytest.raises(FileNotTaken):
        files.put(arrived(files, "clerks/clerk.txt/page.txt"))


def test_a_link_that_leads_out_of_the_folder_is_not_followed(files: FilesFolder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.txt").write_bytes(OLD)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "away").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "files" / "link.txt").symlink_to(tmp_path / "elsewhere" / "kept.txt")
    for name in ("away/kept.txt", "link.txt"):
        with pytest.raises(FileNotTaken, match="link"):
            files.put(arrived(files, name))
    assert (tmp_path / "elsewhere" / "kept.txt").read_bytes() == OLD


def test_erasing_takes_a_file_out_with_its_empty_folders_and_touches_no_other(
    files: FilesFolder, tmp_path: Path
) -> None:
    placed = [files.put(arrived(files, name)) for name in ("a/b/clerk.txt", "a/guard.txt")]
    for each in placed:
        files.settle(each, held(each.path, NEW))
    (tmp_path / "outside.txt").write_bytes(OLD)
    files.erase(str(placed[0].path))
    files.erase(str(placed[0].path))
    files.erase(str(tmp_path / "outside.txt"))
    files.erase(str(tmp_path / "files" / ".." / "outside.txt"))
    assert everything_in(tmp_path) == {"files/a/guard.txt": NEW, "outside.txt": OLD}
    assert not (tmp_path / "files" / "a" / "b").exists()


def test_a_disk_has_room_or_not_before_anything_is_written(files: FilesFolder) -> None:
    assert files.has_room_for(1)
    assert not files.has_room_for(10**18)
