from index import SpecEntry
from ingest.model import Form
from ui.class_choices import class_choices


def entry(
    spec_id: str,
    title: str | None,
    *,
    agency: str | None = None,
    revision: str | None = None,
    file: str | None = None,
) -> SpecEntry:
    path = f"/specs/{file or f'{spec_id}.txt'}"
    return SpecEntry(
        spec_id, title, None, agency, None, None, None, None, revision, path, "0" * 64, Form.NORFOLK, (), ()
    )


def test_classes_that_share_a_title_are_told_apart_by_agency_and_revision_else_by_file() -> None:
    entries = [
        entry("a", "Clerk", agency="Norfolk"),
        entry("b", "Clerk", agency="Norfolk", revision="2001-09"),
        entry("c", "Clerk"),
        entry("d", "Custodian", agency="Norfolk"),
        entry("e", None),
    ]
    assert class_choices(entries) == [
        ("Clerk (Norfolk)", "a"),
        ("Clerk (Norfolk, 2001-09)", "b"),
        ("Clerk (c.txt)", "c"),
        ("Custodian", "d"),
        ("e.txt", "e"),
    ]


def test_classes_that_share_agency_and_revision_too_are_told_apart_by_file_and_then_by_id() -> None:
    entries = [
        entry("a", "Clerk", revision="2001-09", file="clerk.txt"),
        entry("b", "Clerk", revision="2001-09", file="copy.txt"),
        entry("c", "Clerk", revision="2001-09", file="old/copy.txt"),
    ]
    assert [label for label, _ in class_choices(entries)] == [
        "Clerk (2001-09) (clerk.txt)",
        "Clerk (2001-09) (copy.txt) (b)",
        "Clerk (2001-09) (copy.txt) (c)",
    ]
