"""What was read of the relational store, for as long as nothing is written into it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import RLock
from typing import Any, Self, TypeVar

from index import store_facts, store_specs
from index.entries import HeldSpec, Series, SpecEntry, without_own_series
from index.errors import UnknownSpec
from index.revisions import with_standing
from index.store import RelationalStore, generation
from ingest.form import SECTION_BY_KEY
from ingest.model import Fact, Qualification, QualificationKind, Source

Made = TypeVar("Made")


@dataclass(frozen=True)
class Remembered:
    """One generation of the store: its entries, and whatever else was asked for, from the first time on."""

    store: RelationalStore
    generation: int
    entries: Mapping[str, SpecEntry]
    _specs: dict[str, HeldSpec] = field(default_factory=dict)
    # By path: the specs of one file share its text.
    _sources: dict[str, Source] = field(default_factory=dict)
    _facts: dict[str, dict[str, Fact]] = field(default_factory=dict)
    _qualifications: dict[QualificationKind, dict[str, list[Qualification]]] = field(default_factory=dict)
    _made: dict[Callable[[Any], object], Any] = field(default_factory=dict)

    def once(self, make: Callable[[Self], Made]) -> Made:
        """What a function makes of this state: made the first time, and the same from then on."""
        if make not in self._made:
            self._made.setdefault(make, make(self))
        made: Made = self._made[make]
        return made

    def facts(self, fields: Collection[str]) -> dict[str, Mapping[str, Fact]]:
        """The facts of all current classes by field, and within it by spec id; see ``Library.facts``."""
        unread = set(fields) - self._facts.keys()
        if unread:
            read: defaultdict[str, dict[str, Fact]] = defaultdict(dict)
            with self.store.reading() as connection:
                for spec_id, fact in store_facts.facts(connection, unread, self._current_ids):
                    read[fact.field][spec_id] = fact
            self._facts.update({path: read[path] for path in unread})
        return {path: self._facts[path] for path in fields}

    def qualifications(
        self, kinds: Collection[QualificationKind]
    ) -> dict[QualificationKind, Mapping[str, Sequence[Qualification]]]:
        """The qualifications of all current classes by kind, and within it by spec id; see ``Library``."""
        unread = set(kinds) - self._qualifications.keys()
        if unread:
            read: defaultdict[QualificationKind, defaultdict[str, list[Qualification]]]
            read = defaultdict(lambda: defaultdict(list))
            with self.store.reading() as connection:
                for spec_id, one in store_facts.qualifications(connection, unread, self._current_ids):
                    read[one.kind][spec_id].append(one)
            self._qualifications.update({kind: dict(read[kind]) for kind in unread})
        return {kind: self._qualifications[kind] for kind in kinds}

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
