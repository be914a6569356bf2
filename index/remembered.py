"""What was read of the relational store, for as long as nothing is written into it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import RLock

from index import store_facts, store_specs
from index.entries import HeldSpec, Series, SpecEntry, without_own_series
from index.errors import UnknownSpec
from index.revisions import with_standing
from index.store import RelationalStore, generation
from ingest.form import SECTION_BY_KEY
from ingest.model import Fact, Qualification, QualificationKind, Source

# So many sets of fields are remembered with the facts of all classes, the last ones asked for.
_FIELDS_KEPT = 64


@dataclass(frozen=True)
class Remembered:
    """One generation of the store: its entries, and each spec from the first time that it was asked for."""

    store: RelationalStore
    generation: int
    entries: Mapping[str, SpecEntry]
    _specs: dict[str, HeldSpec] = field(default_factory=dict)
    # By path: the specs of one file share its text.
    _sources: dict[str, Source] = field(default_factory=dict)
    _facts: dict[frozenset[str], tuple[tuple[str, Fact], ...]] = field(default_factory=dict)
    _qualifications: dict[frozenset[QualificationKind], tuple[tuple[str, Qualification], ...]] = field(
        default_factory=dict
    )

    def facts(self, fields: Collection[str]) -> tuple[tuple[str, Fact], ...]:
        """The facts of those fields of all current classes; see ``Library.facts``."""
        wanted = frozenset(fields)
        found = self._facts.pop(wanted, None)
        if found is None:
            with self.store.reading() as connection:
                found = tuple(store_facts.facts(connection, wanted, self._current_ids))
        self._facts[wanted] = found  # the last one asked for is the last to be forgotten
        for known in list(self._facts)[:-_FIELDS_KEPT]:
            self._facts.pop(known, None)
        return found

    def qualifications(self, kinds: Collection[QualificationKind]) -> tuple[tuple[str, Qualification], ...]:
        """The qualifications of those kinds of all current classes; there are few sets of kinds to remember."""
        wanted = frozenset(kinds)
        if wanted not in self._qualifications:
            with self.store.reading() as connection:
                found = tuple(store_facts.qualifications(connection, wanted, self._current_ids))
            self._qualifications[wanted] = found
        return self._qualifications[wanted]

    @cached_property
    def own_rows(self) -> Mapping[str, tuple[str, ...]]:
        """The field paths of the rows that a spec has and the form does not name, by spec id, in its order."""
        with self.store.reading() as connection:
            stated = store_facts.field_paths(connection)
        found: dict[str, list[str]] = {}
        for spec_id, path in stated:
            if _is_own(path):
                found.setdefault(spec_id, []).append(path)
        return {spec_id: tuple(paths) for spec_id, paths in found.items()}

    @cached_property
    def _current_ids(self) -> frozenset[str]:
        current = without_own_series(entry for entry in self.entries.values() if entry.current)
        return frozenset(entry.spec_id for entry in current)

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


def _is_own(path: str) -> bool:
    """Whether the form has the section of a field path, and names its rows, but not this one."""
    section, dot, row = path.partition(".")
    form = SECTION_BY_KEY.get(section)
    named = {one.key for one in form.fields} if form else set()
    return bool(named and dot) and row not in named


def unheld(spec_id: str) -> UnknownSpec:
    """The error for an id under which nothing is held."""
    return UnknownSpec(f"No spec with the id “{spec_id}” is held.")
