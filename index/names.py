"""Which spec a name means: an id, else a class code or a title."""

from collections.abc import Mapping

from index.classes import folded
from index.entries import SpecEntry, without_own_series
from index.errors import AmbiguousSpec, UnknownSpec


def named(name: str, entries: Mapping[str, SpecEntry]) -> SpecEntry:
    """The spec of that id, else the newest revision of the class with that code or title, however it is spaced.

    A series document has its title only where none of its own members has the same.

    Raises:
        UnknownSpec: none of them has that name.
        AmbiguousSpec: several classes, or undated revisions of one, have it; all are named.
    """
    if name in entries:
        return entries[name]
    having = without_own_series(entry for entry in entries.values() if folded(name) in _names(entry))
    newest = {entry.spec_id if entry.current else entry.superseded_by or "" for entry in having}
    if not newest:
        raise UnknownSpec(f"No class with the id, code or title “{name}” is held.")
    if len(newest) > 1:
        listed = "; ".join(_described(entry) for entry in entries.values() if entry.spec_id in newest)
        raise AmbiguousSpec(f"“{name}” names more than one class spec: {listed}.")
    return entries[newest.pop()]


def _names(entry: SpecEntry) -> set[str]:
    return {folded(name) for name in (entry.code, entry.title) if name}


def _described(entry: SpecEntry) -> str:
    named = entry.title or entry.path
    return f"{named} ({entry.agency}), {entry.spec_id}" if entry.agency else f"{named}, {entry.spec_id}"
