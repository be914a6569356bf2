"""What was read of the relational store, for as long as nothing is written into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from threading import RLock

from index import store_specs
from index.entries import HeldSpec, Series, SpecEntry
from index.errors import UnknownSpec
from index.revisions import with_standing
from index.store import RelationalStore, generation
from ingest.model import Source


@dataclass(frozen=True)
class Remembered:
    """One generation of the store: its entries, and each spec from the first time that it was asked for."""

    store: RelationalStore
    generation: int
    entries: Mapping[str, SpecEntry]
    _specs: dict[str, HeldSpec] = field(default_factory=dict)
    # By path: the specs of one file share its text.
    _sources: dict[str, Source] = field(default_factory=dict)

    def held(self, spec_id: str) -> HeldSpec:
        """A spec with everything that was read of it.

        Raises:
            UnknownSpec: no spec with that id is held.
        """
        if (known := self._specs.get(spec_id)) is not None:
            return known
        with self.store.reading() as connection:
            spec = store_specs.read(connection, spec_id)
        entry = self.entries.get(spec_id)
        if spec is None or entry is None:
            raise unheld(spec_id)
        document = self.entries.get(entry.series or "")
        held = HeldSpec(
            spec_id,
            replace(spec, source=self._sources.setdefault(spec.source.path, spec.source), issues=entry.issues),
            Series(document.spec_id, document.title) if document else None,
        )
        return self._specs.setdefault(spec_id, held)


class Memory:
    """The generation that the store is in now; threads may share it."""

    def __init__(self, store: RelationalStore) -> None:
        """Nothing is read yet."""
        self._store = store
        self._busy = RLock()
        self._remembered: Remembered | None = None

    def now(self) -> Remembered:
        """What is remembered of the store as it is now: another process may have changed it."""
        with self._busy, self._store.reading() as connection:
            current = generation(connection)
            if self._remembered is None or self._remembered.generation != current:
                entries = with_standing(store_specs.entries(connection))
                self._remembered = Remembered(self._store, current, {entry.spec_id: entry for entry in entries})
            return self._remembered


def unheld(spec_id: str) -> UnknownSpec:
    """The error for an id under which nothing is held."""
    return UnknownSpec(f"No spec with the id “{spec_id}” is held.")
