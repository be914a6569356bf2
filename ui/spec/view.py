"""What the Spec tab shows of one spec: the spec, its revisions, what changed since the one before, its pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import Assistant
from assistant.draft import Subject
from assistant.holdings import Holdings
from index import Library, SpecEntry, UnknownSpec
from ui.compare.comparison import SideBySide, section_keys, side_by_side


@dataclass(frozen=True, slots=True)
class SpecView:
    """One spec as it stands among all that are held.

    ``newest`` is what answers in its stead, null where it answers itself; ``revisions`` are all of its class that are
    held, the oldest first, itself among them; ``changes`` are the differences from the revision before it, null where
    none is held. ``pages`` are the numbers of those that have a picture, and ``paths`` the files
    of all that is held, the longest first.
    """

    subject: Subject
    entry: SpecEntry
    newest: SpecEntry | None
    revisions: tuple[SpecEntry, ...]
    changes: SideBySide | None
    pages: tuple[int, ...]
    paths: tuple[str, ...]

    @property
    def is_copy(self) -> bool:
        """Whether what answers in its stead is the same document at another place."""
        return self.newest is not None and self.newest.sha256 == self.entry.sha256


def spec_view(spec_id: str, library: Library, assistant: Assistant) -> SpecView:
    """What is to be shown of a spec.

    Raises:
        UnknownSpec: no spec with that id is held.
    """
    held = library.held(spec_id)
    holdings = Holdings(library)
    entries = {entry.spec_id: entry for entry in holdings.entries}
    if spec_id not in entries:
        raise UnknownSpec(f"No spec with the id “{spec_id}” is held.")
    entry = entries[spec_id]
    revisions = holdings.revisions(entry)
    text = held.spec.source.text
    return SpecView(
        subject=holdings.subject(spec_id),
        entry=entry,
        newest=entries.get(entry.superseded_by or ""),
        revisions=revisions,
        changes=_changes(_with_the_one_before(entry, revisions), library, assistant),
        pages=tuple(sorted({box.page for box in library.boxes(spec_id, 0, len(text))})),
        paths=tuple(sorted({one.path for one in holdings.entries}, key=lambda path: (-len(path), path))),
    )


def _with_the_one_before(entry: SpecEntry, revisions: Sequence[SpecEntry]) -> Sequence[SpecEntry]:
    """The revision before and this one; nothing where there is none before."""
    at = next((place for place, one in enumerate(revisions) if one.spec_id == entry.spec_id), 0)
    return revisions[at - 1 : at + 1] if at else ()


def _changes(pair: Sequence[SpecEntry], library: Library, assistant: Assistant) -> SideBySide | None:
    if not pair:
        return None
    held = [library.held(one.spec_id) for one in pair]
    keys = section_keys(held)
    return side_by_side(assistant.compare(pair, keys), held, keys).only_differences()
