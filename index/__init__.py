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
    Reading,
    Series,
    SpecEntry,
    VectorsState,
    without_own_series,
)
from index.errors import AmbiguousSpec, LibraryError, UnknownSpec, VectorsUnavailable
from index.identity import member_id
from index.library import Library
from index.remembered import Remembered
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
    "Reading",
    "Remembered",
    "Series",
    "SpecEntry",
    "UnknownSpec",
    "VectorsState",
    "VectorsUnavailable",
    "member_id",
    "token_counter",
    "without_own_series",
]
