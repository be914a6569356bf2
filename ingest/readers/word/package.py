"""The zip file that a Word document is: its parts and the relationships between them, taken out within bounds."""

import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from ingest.errors import UnreadableFile
from ingest.readers.word.xml import Element, parse

_MAIN_PART = "word/document.xml"
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 10_000
_MOST_BYTES = 200_000_000
_MOST_PART_BYTES = 25_000_000
_MEGABYTE = 1_000_000
_READ_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Related:
    """Another part that a part refers to: what for (the last word of the relationship's type), and its name."""

    kind: str
    name: str


class Package:
    """The parts of one Word file."""

    def __init__(self, content: bytes) -> None:
        """Open a file; no part is taken out yet.

        Raises:
            UnreadableFile: it is no whole zip file, or would unpack to more than a Word document does.
        """
        if content.count(_ENTRY) > _MOST_ENTRIES:
            raise UnreadableFile(f"it is a zip file of more than {_MOST_ENTRIES} parts, which no Word document is")
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except _DAMAGE as error:
            raise UnreadableFile("the Word file is damaged or cut short: it is no whole zip file") from error
        entries = self._archive.infolist()
        if sum(entry.file_size for entry in entries) > _MOST_BYTES:
            raise UnreadableFile(f"it would unpack to more than {_MOST_BYTES // _MEGABYTE} MB")
        self._entries = {_part_name(entry.filename): entry for entry in entries}

    @property
    def has_pictures(self) -> bool:
        """Whether pictures are kept in it."""
        return any("/media/" in name for name in self._entries)

    def main_part(self) -> str:
        """The name of the part that holds the document's body.

        Raises:
            UnreadableFile: it is a zip file of something else.
        """
        main = [related.name for related in self.related("").values() if related.kind == "officeDocument"]
        found = next((name for name in (*main, _MAIN_PART) if _part_name(name) in self._entries), None)
        if found is None:
            raise UnreadableFile("it is a zip file, but no Word document: it has no main part")
        return found

    def tree(self, name: str) -> Element | None:
        """The root of a part, or None where the file does not have the part.

        Raises:
            UnreadableFile: the part is encrypted, damaged, or larger than in any Word document.
        """
        entry = self._entries.get(_part_name(name))
        return None if entry is None else parse(self._content(entry), name)

    def related(self, name: str) -> dict[str, Related]:
        """The parts inside the file that a part refers to, by the ids that it uses for them; "" is the file itself."""
        folder, _, base = name.rpartition("/")
        tree = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        if tree is None:
            return {}
        inside = (child for child in tree.each("Relationship") if child.get("TargetMode") != "External")
        return {child.get("Id") or "": _related(folder, child) for child in inside}

    def _content(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _READ_METHODS:
            raise UnreadableFile(f"the part {entry.filename} of the Word file is encrypted or packed in an unknown way")
        try:
            with self._archive.open(entry) as part:
                content = part.read(_MOST_PART_BYTES + 1)
        except _DAMAGE as error:
            raise UnreadableFile(f"the Word file is damaged: its part {entry.filename} cannot be unpacked") from error
        if len(content) > _MOST_PART_BYTES:
            raise UnreadableFile(f"its part {entry.filename} has more than {_MOST_PART_BYTES // _MEGABYTE} MB")
        return content


def _part_name(name: str) -> str:
    """A part's name as it is compared: without regard to capitals, to the root, or to the slash of the writer."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _related(folder: str, relationship: Element) -> Related:
    kind = (relationship.get("Type") or "").rpartition("/")[2]
    target = unquote(relationship.get("Target") or "").replace("\\", "/")
    return Related(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
