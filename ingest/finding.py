"""From paths to the files to read: folders are searched through, and nothing outside of them is followed into."""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.formats import SUFFIXES

# Hidden files, and the lock files that Word keeps beside an open document.
_PASSED_OVER = (".", "~$")
_ABOUT_THE_FOLDER = "README"


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or path that could not be read, and why, in one sentence."""

    path: str
    error: str


def find_files(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Failure, ...]]:
    """The files to read, resolved, once each and in order of their paths; folders are searched through.

    In a folder only files with the suffix of a supported format count, no hidden ones, and a link that leads out of it
    is a failure. A file or link named itself is always taken, to be read or refused. Pipes and devices are not opened.
    """
    search = _Search()
    for path in paths:
        search.take(path)
    return tuple(sorted(search.files)), tuple(sorted(search.failures, key=lambda failure: failure.path))


class _Search:
    """What was found so far."""

    def __init__(self) -> None:
        self.files: set[Path] = set()
        self.failures: set[Failure] = set()

    def take(self, path: Path) -> None:
        """Take a path that was named: whatever it is, and wherever it leads."""
        try:
            resolved = path.resolve()
            mode = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            self._fail(path, "there is no such file or folder")
        except (OSError, RuntimeError, ValueError) as error:  # a loop of links is a RuntimeError, a NUL a ValueError
            self._fail(path, f"it cannot be looked at: {getattr(error, 'strerror', None) or error}")
        else:
            if stat.S_ISDIR(mode):
                self._search(resolved)
            elif stat.S_ISREG(mode):
                self.files.add(resolved)
            else:
                self._fail(path, "it is a pipe, a socket or a device, and not a file")

    def _search(self, root: Path) -> None:
        folders = [root]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        folders += self._take_entry(entry, root)
            except OSError as error:
                self._fail(folder, f"the folder cannot be searched: {error.strerror}")

    def _take_entry(self, entry: os.DirEntry[str], root: Path) -> tuple[Path, ...]:
        """Take what a folder holds, or return it where it is a folder to be searched."""
        path = Path(entry.path)
        if entry.name.startswith(_PASSED_OVER):
            return ()
        if entry.is_symlink():
            self._take_link(path, root)
        elif entry.is_dir(follow_symlinks=False):
            return (path,)
        elif entry.is_file(follow_symlinks=False) and _is_offered(path):
            self.files.add(path)
        return ()

    def _take_link(self, link: Path, root: Path) -> None:
        """Take the file that a link in a searched folder leads to; a folder in there is searched anyway."""
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError):
            if _is_offered(link):
                self._fail(link, "it is a link that leads nowhere")
            return
        if not target.is_relative_to(root):
            if _is_offered(link) or target.is_dir():
                self._fail(link, "it is a link that leads out of the folder; name what it leads to, to have that read")
        elif _is_offered(link) and target.is_file():
            self.files.add(target)

    def _fail(self, path: Path, error: str) -> None:
        self.failures.add(Failure(str(path), error))


def _is_offered(path: Path) -> bool:
    """Whether a file in a folder is offered as a spec: by its suffix, and no README, which is about its folder."""
    return path.suffix.lower() in SUFFIXES and path.stem.upper() != _ABOUT_THE_FOLDER
