import io
from dataclasses import replace

import pytest
from rich.console import Console

from index import HeldSpec, SpecEntry
from ingest.model import ClassSpec, Form, Issue
from tests.index.spec_factory import lamp_clerks, lamplighter
from ui.ingest_table import FileReading, ingest_table, issue_sentences, reading_of


def entry(spec: ClassSpec, spec_id: str) -> SpecEntry:
    return SpecEntry(
        spec_id, spec.title, spec.code, spec.agency, None, None, None, None, None, spec.source.path, "0", spec.form,
        spec.members, spec.issues,
    )  # fmt: skip


def reading(name: str, *issues: Issue) -> FileReading:
    return FileReading(f"{name}.txt", name, "norfolk", 0, 5, 1, 0, 2, issues)


def printed(readings: list[FileReading], width: int) -> str:
    written = io.StringIO()
    Console(file=written, width=width).print(ingest_table(readings, width=width))
    return written.getvalue()


def test_a_file_is_counted_by_what_became_of_its_facts() -> None:
    spec = replace(lamplighter(), members=())
    found = reading_of(entry(spec, "lamp-1"), lambda spec_id: HeldSpec(spec_id, spec))
    assert (found.file, found.title, found.form, found.classes) == ("lamplighter.txt", "Lamplighter", "norfolk", 0)
    assert found.counts == (2, 1, 0, 1, 2)


def test_a_series_is_counted_with_its_classes_and_what_they_share_once() -> None:
    document, *members = lamp_clerks()
    shared = Issue("odd_row", "A row is odd.")
    held = {
        "clerks": replace(document, issues=(shared,)),
        "clerks-0": replace(members[0], issues=(shared, Issue("no_title", "It has no title."))),
        "clerks-1": members[1],
    }
    found = reading_of(entry(document, "clerks"), lambda spec_id: HeldSpec(spec_id, held[spec_id]))
    assert (found.classes, found.form, len(found.issues)) == (2, Form.GENERIC.value, 2)
    assert "Lamp Clerk (series of 2)" in printed([found], 120)


def test_each_sentence_is_said_once_with_the_files_it_is_about() -> None:
    odd = Issue("odd_row", "A row is odd.")
    sentences = list(issue_sentences([reading(name, odd, odd) for name in "abcde"]))
    assert sentences == ["Worth a look:", "- a.txt, b.txt, c.txt and 2 more: A row is odd.", ""]


def test_what_the_older_revision_says_is_not_said_twice() -> None:
    assert list(issue_sentences([reading("a", Issue("older_revision", "An older one is held."))])) == []


def test_many_sentences_are_counted_and_not_all_said() -> None:
    sentences = list(issue_sentences([reading("a", *(Issue("odd", f"Row {n} is odd.") for n in range(100)))]))
    assert sentences[-2] == "… and 60 more: rolebook show SPEC says what they are."


def test_several_files_are_summed() -> None:
    last = printed([reading("a"), reading("b")], 120).splitlines()[-1]
    assert last.split() == ["2", "files", "10", "2", "0", "4", "0"]


@pytest.mark.parametrize("width", [80, 120])
def test_the_name_of_a_file_is_readable_at_any_width(width: int) -> None:
    name = "utility-customer-service"
    text = printed([reading(name)], width)
    assert f"{name}.txt" in text
    assert all(len(line) <= width for line in text.splitlines())
