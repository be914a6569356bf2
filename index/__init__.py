"""The library floor: class specs held so that they can be searched and survive a crash.

Importing it, and every lookup, loads neither the embedding model nor the vector store.
"""

from index.entries import (
    Difference,
    DoctorReport,
    HeldSpec,
    Hit,
    IngestReport,
    Progress,
    SpecEntry,
    VectorsState,
)
from index.errors import AmbiguousSpec, LibraryError, UnknownSpec, VectorsUnavailable
from index.library import Library
from index.settings import LibrarySettings
from index.tokens import token_counter
from ingest import Failure

__all__ = [
    "AmbiguousSpec",
    "Difference",
    "DoctorReport",
    "Failure",
    "HeldSpec",
    "Hit",
    "IngestReport",
    "Library",
    "LibraryError",
    "LibrarySettings",
    "Progress",
    "SpecEntry",
    "UnknownSpec",
    "VectorsState",
    "VectorsUnavailable",
    "token_counter",
]
