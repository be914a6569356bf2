"""From a file to a class spec: the one place of this floor that touches the disk."""

import hashlib
import stat
from dataclasses import replace
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.formats import extracted, format_of
from ingest.model import ClassSpec
from ingest.passages import CountTokens, estimated_tokens
from ingest.spec import class_specs

# Raised whenever the same bytes may be read differently, so that a library knows to read them again.
READER_VERSION = 4
MOST_BYTES = 50_000_000
MOST_LETTERS = 5_000_000
_MEGABYTE = 1_000_000


def read_specs(
    path: Path, *, agency: str | None = None, count_tokens: CountTokens | None = None
) -> tuple[ClassSpec, ...]:
    """The class spec that a file holds, and after it those of its members where it is a series.

    Args:
        path: the file; its resolved path becomes part of the spec's source.
        agency: whose spec it is where the document does not say so itself.
        count_tokens: the length of a text for the embedding model; estimated where no model is at hand.

    Raises:
        UnreadableFile: the file is missing, too large, empty, damaged, or of no supported format.
        NotAClassSpec: it is text, and nothing in it is a class specification.
    """
    content = content_of(path)
    file_format = format_of(content, path.suffix)
    source = replace(extracted(content, file_format), format=file_format)
    if not source.text.strip("\ufeff \t\r\n\f\v"):
        raise UnreadableFile("the file is empty")
    if len(source.text) > MOST_LETTERS:
        raise UnreadableFile(f"its text has more than {MOST_LETTERS // _MEGABYTE} million letters; no class spec does")
    digest = hashlib.sha256(content).hexdigest()
    return class_specs(source, str(path.resolve()), digest, agency, count_tokens or estimated_tokens)


def read_spec(path: Path, *, agency: str | None = None, count_tokens: CountTokens | None = None) -> ClassSpec:
    """The class spec that a file holds, without its members: see ``read_specs``."""
    return read_specs(path, agency=agency, count_tokens=count_tokens)[0]


def content_of(path: Path) -> bytes:
    """The file's bytes, refused before reading where they are too many; a pipe or a device is not opened.

    Raises:
        UnreadableFile: the file is missing, too large, or none at all.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise UnreadableFile("it is a pipe, a socket or a device, and not a file")
        if found.st_size >= MOST_BYTES:
            size, most = found.st_size / _MEGABYTE, MOST_BYTES // _MEGABYTE
            raise UnreadableFile(f"the file has {size:.1f} MB; a class spec has at most {most} MB")
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        raise UnreadableFile(f"the file cannot be opened: {error.strerror}") from error
