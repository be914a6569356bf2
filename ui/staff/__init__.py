"""What only staff may do: adding, replacing and removing class specifications, and seeing how the library stands."""

from dataclasses import dataclass

from index import Library
from ui.feedback import FeedbackFile
from ui.staff.door import Door
from ui.staff.passwords import PasswordHash
from ui.staff.uploads import FilesFolder
from ui.staff.work import Work

__all__ = ["Desk", "PasswordHash", "open_desk"]


@dataclass(frozen=True)
class Desk:
    """What the staff of one server work with: who may come in, what they add and its reading, and feedback."""

    library: Library
    door: Door
    files: FilesFolder
    work: Work
    feedback: FeedbackFile


def open_desk(library: Library, password: PasswordHash | None, host: str) -> Desk:
    """The desk of a server that listens at a host; nothing is read before its work is started."""
    files = FilesFolder(library.folder)
    return Desk(library, Door(password, host), files, Work(library, files), FeedbackFile(library.folder))
