"""Which files a path stands for."""

import os
import socket
from pathlib import Path

from ingest import find_files
from ingest.formats import SUFFIXES
from tests.ingest.reading import SAMPLES


def found(*paths: Path) -> tuple[list[str], dict[str, str]]:
    """The names of the files found, and why others were not, by name."""
    files, failures = find_files(paths)
    return [path.name for path in files], {Path(failure.path).name: failure.error for failure in failures}


def test_files_are_found_once_in_order_and_missing_paths_reported(tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.MD").touch()
    (tmp_path / "inner" / "sheet.xlsx").touch()
    (tmp_path / "README.md").touch()
    files, failures = find_files([tmp_path, tmp_path / "b.txt", tmp_path / "inner", tmp_path / "missing"])
    assert files == ((tmp_path / "b.txt").resolve(), (tmp_path / "inner" / "a.MD").resolve())
    assert [(failure.path, failure.error) for failure in failures] == [
        (str(tmp_path / "missing"), "there is no such file or folder")
    ]


def test_every_supported_suffix_is_found_in_a_folder(tmp_path: Path) -> None:
    names = sorted(f"spec{suffix}" for suffix in SUFFIXES)
    for name in names:
        (tmp_path / name).touch()
    assert found(tmp_path) == (names, {})


def test_a_file_that_is_named_is_taken_whatever_its_kind(tmp_path: Path) -> None:
    for name in ("sheet.xlsx", ".hidden.txt", "README.md"):
        (tmp_path / name).touch()
        assert found(tmp_path / name) == ([name], {})


def test_hidden_files_and_the_lock_files_of_word_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    for name in (".DS_Store", "._spec.docx", "~$spec.docx", ".hidden/spec.txt", "spec.docx"):
        (tmp_path / name).touch()
    assert found(tmp_path) == (["spec.docx"], {})
    assert found(tmp_path / ".hidden") == (["spec.txt"], {})


def test_a_link_that_leads_out_of_a_searched_folder_is_reported_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").touch()
    searched = tmp_path / "searched"
    searched.mkdir()
    (searched / "spec.txt").touch()
    (searched / "file.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (searched / "folder").symlink_to(tmp_path / "outside")
    (searched / "up").symlink_to("..")
    (searched / "sheet.xlsx").symlink_to(tmp_path / "outside" / "secret.txt")
    names, failures = found(searched)
    assert names == ["spec.txt"]
    assert set(failures) == {"file.txt", "folder", "up"}
    assert all("leads out of the folder" in error for error in failures.values())


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "spec.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "link.txt").symlink_to(tmp_path / "outside" / "spec.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nothing")
    assert find_files([tmp_path / "link", tmp_path / "link.txt"]) == (((tmp_path / "outside/spec.txt").resolve(),), ())
    assert found(tmp_path / "broken.txt") == ([], {"broken.txt": "there is no such file or folder"})


def test_a_link_within_the_searched_folder_adds_no_second_file(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "spec.txt").touch()
    (tmp_path / "blob").touch()
    (tmp_path / "again.txt").symlink_to("inner/spec.txt")
    (tmp_path / "same").symlink_to("inner")
    (tmp_path / "named.txt").symlink_to("blob")
    assert found(tmp_path) == (["blob", "spec.txt"], {})


def test_links_that_go_round_or_nowhere_end_the_search_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "spec.txt").touch()
    (tmp_path / "round").symlink_to(".")
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "gone.txt").symlink_to("nothing")
    (tmp_path / "gone").symlink_to("nothing")
    nowhere = "it is a link that leads nowhere"
    assert found(tmp_path) == (["spec.txt"], dict.fromkeys(("a.txt", "b.txt", "gone.txt"), nowhere))
    names, failures = found(tmp_path / "a.txt")
    assert (names, list(failures)) == ([], ["a.txt"])


def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
        assert found(tmp_path) == ([], {})
        names, failures = found(tmp_path / "pipe.txt", tmp_path / "s.txt", Path("/dev/zero"))
    assert names == []
    assert failures == dict.fromkeys(
        ("pipe.txt", "s.txt", "zero"), "it is a pipe, a socket or a device, and not a file"
    )


def test_a_path_that_no_file_can_have_is_reported(tmp_path: Path) -> None:
    for name in ("a\0b", "a" * 5_000):
        names, failures = found(tmp_path / name)
        assert names == []
        assert [error.startswith("it cannot be looked at: ") for error in failures.values()] == [True]


def test_a_folder_of_any_depth_is_searched(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "inner"
        folder.mkdir()
    (folder / "spec.txt").touch()
    assert found(tmp_path) == (["spec.txt"], {})


def test_the_samples_are_found() -> None:
    assert len(find_files([SAMPLES])[0]) >= 13
