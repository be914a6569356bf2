"""What the specs held are called where a person chooses among them."""

from collections import Counter
from collections.abc import Sequence

from assistant.holdings import file_name
from index import SpecEntry


def class_choices(entries: Sequence[SpecEntry]) -> list[tuple[str, str]]:
    """A label and the spec id of each spec, in their order; no two labels are the same.

    Specs that share a title are told apart by agency and revision, else by file, else by id.
    """
    labels = [entry.title or file_name(entry) for entry in entries]
    for beside in (_agency_and_revision, file_name, _spec_id):
        holders = Counter(labels)
        labels = [
            f"{label} ({beside(entry)})" if holders[label] > 1 else label
            for entry, label in zip(entries, labels, strict=True)
        ]
    return [(label, entry.spec_id) for entry, label in zip(entries, labels, strict=True)]


def _agency_and_revision(entry: SpecEntry) -> str:
    return ", ".join(part for part in (entry.agency, entry.revision) if part) or file_name(entry)


def _spec_id(entry: SpecEntry) -> str:
    return entry.spec_id
