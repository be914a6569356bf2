"""Specs held, without a library."""

from index import SpecEntry
from ingest.model import Form


def entry(title: str, *, code: str | None = None, agency: str | None = None, current: bool = True) -> SpecEntry:
    name = title.lower().replace(" ", "-") + (f"-{agency}" if agency else "") + ("" if current else "-old")
    return SpecEntry(
        spec_id=name,
        title=title,
        code=code,
        agency=agency,
        department=None,
        service=None,
        adopted=None,
        revised=None,
        revision=None,
        path=f"/specs/{name}.txt",
        sha256="",
        form=Form.NORFOLK,
        members=(),
        issues=(),
        current=current,
    )
