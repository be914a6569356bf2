"""What the command line shows a person: answers, specs and reports, printed with rich.

Everything printed is data, so markup, emoji codes and highlighting are off: ``[1]`` stays ``[1]``.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from assistant.answer import Answer
from index import DoctorReport, HeldSpec, IngestReport, SpecEntry
from index import Progress as IndexProgress
from ui.ingest_table import ingest_table, issue_sentences, reading_of
from ui.labels import place_label, printable
from ui.spec.form import spec_form, words

_WIDTH_OF_A_FILE = 160


def console(*, stderr: bool = False) -> Console:
    """A console on standard output or standard error; into a file or a pipe it is 160 columns wide."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _WIDTH_OF_A_FILE
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def print_error(sentence: str) -> None:
    """One line on standard error."""
    line = " ".join(printable(sentence).split())
    console(stderr=True).print(f"rolebook: {line}", soft_wrap=True)


def print_explanation(lines: Iterable[str]) -> None:
    """What was understood of a question, a line each, on standard error."""
    out = console(stderr=True)
    for line in lines:
        out.print(printable(line), soft_wrap=True)


def print_answer(answer: Answer) -> None:
    """The answer's text, then each passage it cites with its place."""
    out = console()
    out.print(printable(answer.text), soft_wrap=True)
    for citation in answer.citations:
        out.print()
        place = f"[{citation.n}] {citation.class_title} · {place_label(citation)} · {citation.source}"
        out.print(Text(printable(place), style="bold"))
        out.print(printable(citation.quote), soft_wrap=True)


def print_entries(entries: Iterable[SpecEntry]) -> None:
    """The documents held, one a row, the classes of a series below it."""
    held = tuple(entries)
    members: dict[str | None, list[SpecEntry]] = {}
    for entry in held:
        members.setdefault(entry.series, []).append(entry)
    table = Table(box=None, pad_edge=False)
    table.add_column("Spec id", no_wrap=True, overflow="fold")
    for heading in ("Title", "Code", "Agency", "Revision", "Issues"):
        table.add_column(heading)
    for document in members.get(None, ()):
        _add_entry(table, document, "")
        for member in sorted(members.get(document.spec_id, ()), key=lambda entry: entry.place or 0):
            _add_entry(table, member, "  ")
    console().print(table if table.row_count else "No class spec is held yet. Add some with: rolebook ingest PATH")


def _add_entry(table: Table, entry: SpecEntry, indent: str) -> None:
    title = f"{indent}{entry.title or ''}"
    cells = (entry.spec_id, title, entry.code, entry.agency, entry.revision, str(len(entry.issues)))
    table.add_row(*(words(cell or "") for cell in cells))


def print_ingest(report: IngestReport, held: Callable[[str], HeldSpec]) -> None:
    """What was read from each file named, the issues worth a look, and what could not be read and why."""
    out = console()
    readings = [reading_of(entry, held) for entry in report.entries]
    if readings:
        out.print(ingest_table(readings, width=out.width))
        out.print()
    for line in issue_sentences(readings):
        out.print(words(line))
    out.print(
        f"{report.ingested} ingested, {report.replaced} replaced, {report.unchanged} unchanged, "
        f"{len(report.failed)} failed."
    )
    for failure in report.failed:
        print_error(f"{failure.path}: {failure.error}")
    if report.vectors_note:
        print_error(report.vectors_note)


def print_doctor(report: DoctorReport) -> None:
    """Each difference between the stores and the sources, what is worth knowing besides, and how it stands now."""
    out = console()
    for difference in (*report.differences, *report.issues):
        out.print(words(f"{difference.kind}: {difference.message}"), soft_wrap=True)
    if report.differences:
        out.print(f"{len(report.differences)} found, {report.repaired} repaired.")
    if report.clean:
        out.print("Every store agrees with the others and with the sources.")
    elif not report.repaired:
        out.print("Nothing was changed; rolebook doctor --repair puts right what it can.")


def print_spec(held: HeldSpec) -> None:
    """One spec as a readable form."""
    console().print(spec_form(held))


@contextmanager
def progress_bar() -> Iterator[Callable[[IndexProgress], None] | None]:
    """A bar on standard error to be told of progress; none where standard error is no terminal."""
    out = console(stderr=True)
    if not out.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task("", total=None)

        def report(progress: IndexProgress) -> None:
            stage = progress.stage.capitalize()
            bar.update(task, description=stage, completed=progress.done, total=progress.total)

        yield report
