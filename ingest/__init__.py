"""The ground floor: a file becomes a class spec, with a place for every value."""

from ingest.errors import IngestError, NotAClassSpec, RolebookError, UnreadableFile
from ingest.finding import Failure, find_files
from ingest.reader import READER_VERSION, read_spec, read_specs
from ingest.worker import ReadingProcess

__all__ = [
    "READER_VERSION",
    "Failure",
    "IngestError",
    "NotAClassSpec",
    "ReadingProcess",
    "RolebookError",
    "UnreadableFile",
    "find_files",
    "read_spec",
    "read_specs",
]
