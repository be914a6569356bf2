"""Real documents whose header facts were looked up by hand, and what the reader makes of them.

``corpus_checked.json`` has two samples of sixty documents, twenty a source: the reader was developed with the ``known``
one in view; the ``unseen`` one was drawn and looked up later, before anyone had seen what is read of it. The documents
themselves are no part of the project.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from ingest.model import ClassSpec, Status

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
CHECKED = Path(__file__).with_name("corpus_checked.json")


class Stated(BaseModel):
    """What a document states of its class; null where it does not. The members of a series are titles and codes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None
    code: str | None
    adopted: str | None
    revised: str | None
    open_date: str | None
    members: tuple[tuple[str, str | None], ...]


def checked_samples() -> Mapping[str, Mapping[str, Stated]]:
    """The samples by name: what each document states, by its path in the corpus."""
    return TypeAdapter(dict[str, dict[str, Stated]]).validate_json(CHECKED.read_bytes())


def stated_by(specs: Sequence[ClassSpec]) -> Stated:
    """What was read of a document and its members."""
    spec = specs[0]
    opened = next((f.value for f in spec.facts if f.field == "open_date" and f.status is Status.READ), None)
    members = tuple((member.title, member.code) for member in spec.members)
    return Stated(
        title=spec.title, code=spec.code, adopted=spec.adopted, revised=spec.revised, open_date=opened, members=members
    )


def differences(said: Stated, read: Stated) -> list[str]:
    """A line for each fact that was not read as the document states it; titles may differ in case."""
    return [
        f"{field}: {getattr(read, field)!r} for {getattr(said, field)!r}"
        for field in Stated.model_fields
        if _folded(getattr(said, field)) != _folded(getattr(read, field))
    ]


def _folded(value: str | Sequence[Sequence[str | None]] | None) -> object:
    if value is None or isinstance(value, str):
        return value and value.casefold()
    return [[part and part.casefold() for part in member] for member in value]
