"""Which spec of a class answers: copies, revisions and shared codes, computed over all specs that are held.

Nothing here is stored, so that the order in which files were ingested cannot matter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from index.entries import SpecEntry
from ingest.model import Issue


def folded(name: str) -> str:
    """A title or code as it is compared: case and runs of white space do not count."""
    return " ".join(name.split()).casefold()


def with_standing(entries: Iterable[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries sorted by title, agency and path, each with its standing and the library's issues about it."""
    by_path = sorted(entries, key=lambda entry: entry.path)
    copies = _groups(by_path, lambda entry: entry.sha256)
    originals = [group[0] for group in copies]
    classes = _classes(originals)
    newer = {older.spec_id: newest for group in classes for older, newest in _superseded(group)}
    issues: dict[str, list[Issue]] = defaultdict(list)
    for group in copies:
        _note(group, "duplicate_source", "The same bytes are also held from {others}.", issues)
    for group in classes:
        message = "Also held from {others}, and no date says which is the newer revision."
        _note(_newest(group), "undated_revisions", message, issues)
    for older, newest in newer.items():
        issues[older].append(_superseded_issue(newest))
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


def _order(entry: SpecEntry) -> tuple[str, str, str]:
    return folded(entry.title or ""), folded(entry.agency or ""), entry.path


def _groups(entries: Iterable[SpecEntry], key: Callable[[SpecEntry], object]) -> list[list[SpecEntry]]:
    groups: dict[object, list[SpecEntry]] = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return list(groups.values())


def _classes(originals: Sequence[SpecEntry]) -> list[list[SpecEntry]]:
    """The entries that describe one class: same agency, and the same code or the same title, step by step."""
    class_of: dict[str, list[SpecEntry]] = {}
    known: dict[tuple[str, str, str], list[SpecEntry]] = {}
    for entry in originals:
        mine = [entry]
        for name in _names(entry):
            if (other := known.get(name)) is not None and other is not mine:
                other.extend(mine)
                for moved in mine:
                    class_of[moved.spec_id] = other
                known.update({moved_name: other for moved in mine for moved_name in _names(moved)})
                mine = other
            known[name] = mine
        class_of[entry.spec_id] = mine
    return list({id(group): group for group in class_of.values()}.values())


def _names(entry: SpecEntry) -> list[tuple[str, str, str]]:
    agency = folded(entry.agency or "")
    named = (("code", entry.code), ("title", entry.title))
    return [(agency, kind, folded(name)) for kind, name in named if name and name.strip()]


def _newest(group: Sequence[SpecEntry]) -> list[SpecEntry]:
    """The revisions of a class that no other is newer than; an undated one is older than a dated one."""
    latest = max(entry.revision or "" for entry in group)
    return [entry for entry in group if (entry.revision or "") == latest]


def _superseded(group: Sequence[SpecEntry]) -> list[tuple[SpecEntry, SpecEntry]]:
    """Each older revision of a class, and the newest."""
    newest = _newest(group)
    return [(entry, newest[0]) for entry in group if entry not in newest]


def _note(group: Sequence[SpecEntry], code: str, message: str, issues: dict[str, list[Issue]]) -> None:
    """Give every entry of a group of several an issue that names the others."""
    for entry in group if len(group) > 1 else ():
        others = _listed([other.path for other in group if other is not entry])
        issues[entry.spec_id].append(Issue(code, message.format(others=others)))


def _listed(names: Sequence[str]) -> str:
    """The first three names, and how many more there are."""
    more = [f" and {len(names) - 3} more"] if len(names) > 3 else []
    return ", ".join(names[:3]) + "".join(more)


def _superseded_issue(newest: SpecEntry) -> Issue:
    dated = f" of {newest.revision}" if newest.revision else ""
    return Issue("superseded", f"A newer revision{dated} is held from {newest.path}.")


def _note_shared_codes(originals: Sequence[SpecEntry], issues: dict[str, list[Issue]]) -> None:
    coded = [entry for entry in originals if entry.code and entry.code.strip() and entry.title]
    for group in _groups(coded, lambda entry: (folded(entry.agency or ""), folded(entry.code or ""))):
        titles = {folded(entry.title or ""): entry.title or "" for entry in group}
        for entry in group if len(titles) > 1 else ():
            others = _listed(sorted(titles[name] for name in titles if name != folded(entry.title or "")))
            issues[entry.spec_id].append(Issue("shared_code", f"Code {entry.code} is also the code of {others}."))
