"""What a zip file is: a Word document, which is read, or something else, of which a person is told what to do."""

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from ingest.errors import UnreadableFile

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PART = "word/document.xml"
_MIME_TYPE = "mimetype"
_PART_BYTES = 1_000_000

_SAVE_AS_WORD = "save the specification as a Word document (.docx) or a PDF"
# By the type of the main part: an embedded file has another (ECMA-376, part 1, section 15.2).
_WORD_TYPES = (
    b"wordprocessingml.document.main+xml",
    b"wordprocessingml.template.main+xml",
    b"ms-word.document.macroenabled.main+xml",
    b"ms-word.template.macroenabledtemplate.main+xml",
)
_OTHER_TYPES = (
    (b"spreadsheetml.sheet.main+xml", "a spreadsheet"),
    (b"spreadsheetml.template.main+xml", "a spreadsheet"),
    (b"application/vnd.ms-excel.", "a spreadsheet"),
    (b"presentationml.presentation.main+xml", "a presentation"),
    (b"presentationml.slideshow.main+xml", "a presentation"),
    (b"presentationml.template.main+xml", "a presentation"),
    (b"application/vnd.ms-powerpoint.", "a presentation"),
)
_OTHER_MIME_TYPES = (
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet"),
    (b"application/vnd.oasis.opendocument.presentation", "a presentation"),
    (b"application/epub+zip", "an electronic book"),
)


def archive_format(content: bytes) -> str:
    """``docx`` where a zip file's content is a Word document; its parts are not looked into yet.

    Raises:
        UnreadableFile: it is anything else in a zip file, or damaged.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            types = _part(archive, _CONTENT_TYPES).lower() if _CONTENT_TYPES in names else b""
            mime_type = _part(archive, _MIME_TYPE) if _MIME_TYPE in names else b""
    except (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError) as error:
        # A RuntimeError is an encrypted part; NotImplementedError, another way of compressing, is one as well.
        raise UnreadableFile("it is a Word document or another zip file, and damaged or cut short") from error
    if any(kind in types for kind in _WORD_TYPES) or (_MAIN_PART in names and types):
        return "docx"
    others = [name for kind, name in _OTHER_TYPES if kind in types]
    others += [name for kind, name in _OTHER_MIME_TYPES if mime_type.startswith(kind)]
    if others:
        raise UnreadableFile(f"it is {others[0]}; {_SAVE_AS_WORD}")
    raise UnreadableFile("it is a zip archive; unpack it and take in the files that are in it")


def _part(archive: ZipFile, name: str) -> bytes:
    """The beginning of a part, however much it would unpack to."""
    with archive.open(name) as part:
        return part.read(_PART_BYTES)
