"""The values that the library hands out: what is held, what was found, and what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ingest import Failure
from ingest.model import ClassSpec, Form, Issue, Member, Passage

VectorsState = Literal["ready", "pending", "absent", "unavailable"]


@dataclass(frozen=True, slots=True)
class Series:
    """The series document that a class is a member of."""

    spec_id: str
    title: str | None


@dataclass(frozen=True, slots=True)
class HeldSpec:
    """A spec as it is held; its issues include those that only the whole library shows.

    The boxes of its source are left out: ``Library.boxes`` has them. ``series`` is what a member belongs to.
    """

    spec_id: str
    spec: ClassSpec
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class SpecEntry:
    """One spec without its facts: a document's own, or that of one class of a series.

    ``series`` is the ``spec_id`` of the document that a member belongs to, and ``place`` its 0-based place there;
    a series document has ``members``. ``current`` is false for an older revision of a class and for a second copy of
    the same bytes; ``superseded_by`` is then the ``spec_id`` of the one that answers instead.
    """

    spec_id: str
    title: str | None
    code: str | None
    agency: str | None
    department: str | None
    service: str | None
    adopted: str | None
    revised: str | None
    revision: str | None
    path: str
    sha256: str
    form: Form
    members: tuple[Member, ...]
    issues: tuple[Issue, ...]
    current: bool = True
    superseded_by: str | None = None
    series: str | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document was last read; ``read_at`` (in UTC) is none where the library did not note it yet."""

    format: str
    reader_version: int
    read_at: datetime | None


def without_own_series(entries: Iterable[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries without each series document of which a member is among them: its members say it more exactly."""
    among = tuple(entries)
    of_members = {entry.series for entry in among}
    return tuple(entry for entry in among if entry.spec_id not in of_members)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is: ``done`` of ``total`` files or passages, and the name of the file at hand."""

    stage: Literal["reading", "embedding"]
    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did; ``entries`` are all the documents it was pointed at, unchanged ones too, by path.

    ``vectors_pending`` counts the distinct texts that still wait for a vector, and ``vectors_note`` says why.
    """

    ingested: int
    replaced: int
    unchanged: int
    failed: tuple[Failure, ...]
    entries: tuple[SpecEntry, ...]
    vectors_pending: int
    vectors_note: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; a higher score is better, and scores of different searches do not compare."""

    spec_id: str
    passage_id: str
    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the stores, or a store and a source, disagree about."""

    kind: str
    spec_id: str | None
    message: str


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What an examination found: all ``differences``, how many were ``repaired``, whether all is ``clean`` now.

    ``issues`` are worth knowing and no difference: a vanished source stays held.
    """

    clean: bool
    differences: tuple[Difference, ...]
    repaired: int
    issues: tuple[Difference, ...] = ()
