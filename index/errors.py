"""What the library cannot do; the whole tree is drawn in ``ingest.errors``."""

from ingest.errors import RolebookError


class LibraryError(RolebookError):
    """The library could not do what was asked."""


class UnknownSpec(LibraryError):
    """No spec is held by that id, code or title."""


class AmbiguousSpec(LibraryError):
    """The name is held by two agencies, or by revisions of which none is the newest."""


class VectorsUnavailable(LibraryError):
    """The embedding model or the vector store cannot be used now; everything but dense search still works."""
