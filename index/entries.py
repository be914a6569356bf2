"""The values that the library hands out: what is held, what was found, and what happened."""

from dataclasses import dataclass
from typing import Literal

from ingest import Failure
from ingest.model import ClassSpec, Form, Issue, Member, Passage

VectorsState = Literal["ready", "pending", "absent", "unavailable"]


@dataclass(frozen=True, slots=True)
class HeldSpec:
    """A spec as it is held; its issues include those that only the whole library shows."""

    spec_id: str
    spec: ClassSpec


@dataclass(frozen=True, slots=True)
class SpecEntry:
    """One spec without its facts.

    ``current`` is false for an older revision of a class and for a second copy of the same bytes;
    ``superseded_by`` is then the ``spec_id`` of the one that answers instead.
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


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest is: ``done`` of ``total`` files or passages, and the name of the file at hand."""

    stage: Literal["reading", "embedding"]
    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did; ``entries`` are all the specs it was pointed at, unchanged ones too, by path.

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
