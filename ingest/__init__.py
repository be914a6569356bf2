"""The ground floor: a file becomes a class spec, with a place for every value."""

from ingest.errors import IngestError, NotAClassSpec, RolebookError, UnreadableFile
from ingest.reader import READER_VERSION, Failure, find_files, read_spec

__all__ = [
    "READER_VERSION",
    "Failure",
    "IngestError",
    "NotAClassSpec",
    "RolebookError",
    "UnreadableFile",
    "find_files",
    "read_spec",
]
