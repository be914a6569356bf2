"""The files that staff add: taken in beside the library's folder of files, and put there only to be read.

A file arrives in ``incoming`` and is put into ``files`` when its turn to be read comes. What stood there before waits
in ``incoming`` until the new one is held; where it is refused, the old one comes back, and where nothing stood there,
nothing stays. A note of each such step lets the next start of the server end what this one did not come to.
"""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from uuid import uuid4

from filelock import FileLock, Timeout

from ingest.errors import RolebookError
from ingest.reader import MOST_BYTES

# The most that one file may have: the reader refuses what is larger.
MOST_BYTES_A_FILE = MOST_BYTES
# So much must stay free, for the library itself to be written.
_BYTES_LEFT_FREE = 100_000_000
_NOTE, _BEFORE = ".note", ".before"


class FileNotTaken(RolebookError):
    """A file cannot be put where its name says."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that has arrived whole: where it waits, and its path within the folder of files."""

    waiting: Path
    name: PurePosixPath


@dataclass(frozen=True, slots=True)
class Placed:
    """A file that was put where it is read, with the note of that."""

    path: Path
    note: Path


class FilesFolder:
    """The folder ``files`` of one library, and what is on its way there."""

    def __init__(self, library_folder: Path) -> None:
        """Nothing is made before the first file arrives."""
        self._root = library_folder.resolve() / "files"
        self._incoming = library_folder.resolve() / "incoming"
        # Held by the server that settles what is left, for as long as it runs.
        self._lock = FileLock(library_folder.resolve() / "incoming.lock", timeout=0, thread_local=False)

    def has_room_for(self, size: int) -> bool:
        """Whether the disk has room for so many bytes, and for the library to go on beside them."""
        self._incoming.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(self._incoming).free >= size + _BYTES_LEFT_FREE

    def begin(self) -> tuple[BinaryIO, Path]:
        """A file to be written, and where it is: what arrives goes in there."""
        self._incoming.mkdir(parents=True, exist_ok=True)
        path = self._incoming / uuid4().hex
        return path.open("xb"), path

    def put(self, arrived: Arrived) -> Placed:
        """Put a file where it is read; what stood there before waits.

        Raises:
            FileNotTaken: a folder has its name, a file has the name of one of its folders, or its folder is a link
                that leads elsewhere.
        """
        path = self._root / arrived.name
        note = arrived.waiting.with_suffix(_NOTE)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.resolve() != path or path.is_dir():
                raise FileNotTaken("a folder or a link stands in its place")
            note.write_text(str(arrived.name), encoding="utf-8")
            if path.exists():
                os.replace(path, note.with_suffix(_BEFORE))
            os.replace(arrived.waiting, path)
        except OSError as error:
            raise FileNotTaken(f"it cannot be put among the library's files: {error.strerror}") from error
        return Placed(path, note)

    def settle(self, placed: Placed, held: Mapping[str, str]) -> None:
        """End what ``put`` began: the file stays if it is what is held of its path (``held``: digests by path).

        What was put last is settled first: it may stand on what was put before.
        """
        before = placed.note.with_suffix(_BEFORE)
        digest = _digest(placed.path)
        if digest is None or held.get(str(placed.path)) != digest:
            if before.exists():
                os.replace(before, placed.path)
            elif str(placed.path) not in held:
                placed.path.unlink(missing_ok=True)
        before.unlink(missing_ok=True)
        placed.note.unlink(missing_ok=True)

    def settle_what_is_left(self, held: Mapping[str, str]) -> None:
        """End what an earlier server began, and forget what had not arrived or not been read.

        Where another server still runs over the same library, what is on its way is that one's, and stays.
        """
        try:
            self._lock.acquire()
        except Timeout:
            return
        if not self._incoming.exists():
            return
        notes = sorted(self._incoming.glob(f"*{_NOTE}"), key=lambda note: note.stat().st_mtime_ns)
        for note in reversed(notes):
            self.settle(Placed(self._root / note.read_text(encoding="utf-8"), note), held)
        for left in self._incoming.iterdir():
            left.unlink()

    def name_within(self, path: str) -> PurePosixPath | None:
        """The path of a file within the folder of files; none where it is not in there."""
        normal = Path(os.path.normpath(path))
        return PurePosixPath(normal.relative_to(self._root)) if normal.is_relative_to(self._root) else None

    def erase(self, path: str) -> None:
        """Delete a file that staff added, and its folders where they are empty now; any other file stays."""
        if (name := self.name_within(path)) is None:
            return
        (self._root / name).unlink(missing_ok=True)
        for folder in name.parents[:-1]:
            with suppress(OSError):  # it is not empty, or has gone already
                (self._root / folder).rmdir()


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError:
        return None
