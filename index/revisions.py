"""Which spec of a class answers: copies, revisions and shared codes, computed over all specs that are held.

Nothing here is stored, so that the order in which files were ingested cannot matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from index.classes import classes, folded, is_retitled
from index.entries import SpecEntry
from ingest.model import Issue


def with_standing(entries: Iterable[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries sorted by title, agency, path and place, with their standing and the library's issues about each.

    =====================  ========================================================================================
    issue                  what is so
    =====================  ========================================================================================
    ``duplicate_source``   another path holds the same bytes
    ``superseded``         a newer revision of the class is held, and answers
    ``older_revision``     an older revision of the class is held too
    ``undated_revisions``  several specs of the class are held, and no date says which is the newest
    ``shared_code``        a spec of another title, by the same agency, has the same code
    =====================  ========================================================================================
    """
    by_path = sorted(entries, key=_by_path)
    copies = _groups(by_path, lambda entry: (entry.sha256, entry.place))
    originals = [group[0] for group in copies]
    groups = classes(originals)
    newer = {older.spec_id: newest for group in groups for older, newest in _superseded(group)}
    issues: dict[str, list[Issue]] = defaultdict(list)
    for group in copies:
        _note(group, "duplicate_source", "The same bytes are also held from {others}.", issues)
    for group in groups:
        message = "Also held from {others}, and no date says which is the newer revision."
        _note(_newest(group), "undated_revisions", message, issues)
        _note_revisions(group, issues)
    _note_shared_codes(originals, issues)
    standing = (
        _stand(entry, group[0], newer.get(group[0].spec_id), issues[entry.spec_id])
        for group in copies
        for entry in group
    )
    return tuple(sorted(standing, key=_order))


def _stand(entry: SpecEntry, original: SpecEntry, newest: SpecEntry | None, issues: list[Issue]) -> SpecEntry:
    answering = newest or original
    current = answering is entry
    return replace(
        entry,
        current=current,
        superseded_by=None if current else answering.spec_id,
        issues=entry.issues + tuple(sorted(issues, key=lambda issue: (issue.code, issue.message))),
    )


def _by_path(entry: SpecEntry) -> tuple[str, int]:
    return entry.path, -1 if entry.place is None else entry.place


def _order(entry: SpecEntry) -> tuple[str, str, str, int]:
    return folded(entry.title or ""), folded(entry.agency or ""), *_by_path(entry)


def _groups(entries: Iterable[SpecEntry], key: Callable[[SpecEntry], object]) -> list[list[SpecEntry]]:
    groups: dict[object, list[SpecEntry]] = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return list(groups.values())


def _newest(group: Sequence[SpecEntry]) -> list[SpecEntry]:
    """The revisions of a class that no other is newer than; an undated one is older than a dated one."""
    latest = max(entry.revision or "" for entry in group)
    return [entry for entry in group if (entry.revision or "") == latest]


def _superseded(group: Sequence[SpecEntry]) -> list[tuple[SpecEntry, SpecEntry]]:
    """Each older revision of a class, and the newest."""
    newest = _newest(group)
    return [(entry, newest[0]) for entry in group if entry not in newest]


def _note(group: Sequence[SpecEntry], code: str, message: str, issues: dict[str, list[Issue]]) -> None:
    """Give every entry of a group an issue that names the other files, if there are any."""
    for entry in group:
        others = list(dict.fromkeys(other.path for other in group if other.path != entry.path))
        if others:
            issues[entry.spec_id].append(Issue(code, message.format(others=_listed(others))))


def _listed(names: Sequence[str]) -> str:
    """The first three names, and how many more there are."""
    more = [f" and {len(names) - 3} more"] if len(names) > 3 else []
    return ", ".join(names[:3]) + "".join(more)


def _note_revisions(group: Sequence[SpecEntry], issues: dict[str, list[Issue]]) -> None:
    """Say of each older revision what supersedes it, and of the newest which older ones are held."""
    pairs = _superseded(group)
    for older, newest in pairs:
        issues[older.spec_id].append(
            Issue("superseded", f"A newer revision{_dated(newest)} is held from {newest.path}.")
        )
    for entry in _newest(group) if pairs else ():
        held = _listed([f"{older.path}{_dated(older)}, as {older.spec_id}" for older, _ in pairs])
        issues[entry.spec_id].append(Issue("older_revision", f"An older revision is also held: {held}."))


def _dated(entry: SpecEntry) -> str:
    return f" of {entry.revision}" if entry.revision else ""


def _note_shared_codes(originals: Sequence[SpecEntry], issues: dict[str, list[Issue]]) -> None:
    coded = [each for each in originals if each.code and each.code.strip() and each.title and not each.members]
    for group in _groups(coded, lambda entry: (folded(entry.agency or ""), folded(entry.code or ""))):
        for entry in group:
            others = {
                folded(other.title or ""): other.title or ""
                for other in group
                if not is_retitled(other.title or "", entry.title or "")
            }
            if others:
                named = _listed(sorted(others.values()))
                issues[entry.spec_id].append(Issue("shared_code", f"Code {entry.code} is also the code of {named}."))
