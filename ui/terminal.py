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
from assistant.wording import field_name, section_name
from index import DoctorReport, HeldSpec, IngestReport, SpecEntry
from index import Progress as IndexProgress
from ingest.model import Fact, Issue, Status
from ui.labels import place_label, printable

_WIDTH_OF_A_FILE = 160
_HEADER_FIELDS = frozenset({"title", "code", "agency", "department", "adopted", "revised", "service"})


def console(*, stderr: bool = False) -> Console:
    """A console on standard output or standard error; into a file or a pipe it is 160 columns wide."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _WIDTH_OF_A_FILE
    return Console(file=stream, width=width, markup=False, highlight=False, emoji=False)


def print_error(sentence: str) -> None:
    """One line on standard error."""
    line = " ".join(printable(sentence).split())
    console(stderr=True).print(f"rolebook: {line}", soft_wrap=True)


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
    """The specs held, one a row."""
    table = Table(box=None, pad_edge=False)
    table.add_column("Spec id", no_wrap=True, overflow="fold")
    for heading in ("Title", "Code", "Agency", "Revision", "Issues"):
        table.add_column(heading)
    for entry in entries:
        cells = (entry.spec_id, entry.title, entry.code, entry.agency, entry.revision, str(len(entry.issues)))
        table.add_row(*(_words(cell or "") for cell in cells))
    console().print(table if table.row_count else "No class spec is held yet. Add some with: rolebook ingest PATH")


def print_ingest(report: IngestReport, held: Callable[[str], HeldSpec]) -> None:
    """What was read from each file named, how many facts of each status, and what could not be read."""
    table = Table("Title", "Form", box=None, pad_edge=False)
    for heading in ("Read", "Blank", "Illegible", "Repaired", "Issues"):
        table.add_column(heading, justify="right")
    for entry in report.entries:
        facts = held(entry.spec_id).spec.facts
        counts = [sum(fact.status is status for fact in facts) for status in Status]
        repaired = sum(bool(fact.repairs) for fact in facts)
        cells = [str(count) for count in (*counts, repaired, len(entry.issues))]
        table.add_row(_words(entry.title or entry.path), entry.form.value, *cells)
    out = console()
    if table.row_count:
        out.print(table)
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
        out.print(_words(f"{difference.kind}: {difference.message}"), soft_wrap=True)
    if report.differences:
        out.print(f"{len(report.differences)} found, {report.repaired} repaired.")
    if report.clean:
        out.print("Every store agrees with the others and with the sources.")
    elif not report.repaired:
        out.print("Nothing was changed; rolebook doctor --repair puts right what it can.")


def print_spec(held: HeldSpec) -> None:
    """One spec: who it is, every value by section, what was repaired, and its issues."""
    spec = held.spec
    out = console()
    out.print(Text(printable(spec.title or "(no title)"), style="bold"))
    identity = Table(box=None, show_header=False, pad_edge=False)
    rows = (
        ("Spec id", held.spec_id),
        ("Agency", spec.agency),
        ("Code", spec.code),
        ("Department", spec.department),
        ("Service", spec.service),
        ("Adopted", spec.adopted),
        ("Revised", spec.revised),
        ("Form", spec.form.value),
        ("File", spec.source.path),
    )
    for label, words in rows:
        if words:
            identity.add_row(label, _words(words))
    out.print(identity)
    for member in spec.members:
        out.print(_words(f"Member {member.place}: {member.title} {member.code or ''}".rstrip()))
    headings = {section.key: section.heading for section in reversed(spec.sections)}
    for key, facts in _by_section(spec.facts).items():
        out.print()
        out.print(Text(printable(headings.get(key) or section_name(key)), style="bold"))
        out.print(_fact_table(facts))
        for fact in facts:
            for repair, rules in _repairs_of(fact).items():
                out.print(
                    Text(printable(f"{field_name(fact.field)}: {repair} ({rules})"), style="yellow"), soft_wrap=True
                )
    if spec.issues:
        out.print()
        out.print(Text("Issues", style="bold"))
        for issue in spec.issues:
            out.print(_words(_issue_line(issue)))


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


def _by_section(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts of each section together, in the order of the document: side-by-side columns take turns in it."""
    sections: dict[str, list[Fact]] = {}
    for fact in facts:
        section = fact.field.partition(".")[0]
        sections.setdefault("header" if section in _HEADER_FIELDS else section, []).append(fact)
    return sections


def _fact_table(facts: Iterable[Fact]) -> Table:
    """A row a fact; a column that would be empty throughout is left out."""
    rows = [(field_name(fact.field), _says(fact), _meaning(fact), fact.description or "") for fact in facts]
    table = Table(box=None, pad_edge=False)
    columns = [
        (heading, cells)
        for heading, cells in zip(("Field", "Says", "Means", "In its own words"), zip(*rows, strict=True), strict=True)
        if any(cells)
    ]
    for heading, _ in columns:
        table.add_column(heading)
    for row in zip(*(cells for _, cells in columns), strict=True):
        table.add_row(*(_words(cell) for cell in row))
    return table


def _says(fact: Fact) -> str:
    """The cell as it stands; nothing for prose, which means what it says."""
    return "" if " ".join(fact.raw.split()) == fact.value else fact.raw


def _meaning(fact: Fact) -> str:
    if fact.status is not Status.READ:
        return f"({fact.status.value})"
    return fact.value or "(not marked)"


def _repairs_of(fact: Fact) -> dict[str, str]:
    """What was read for what, and the rules by which."""
    rules: dict[str, str] = {}
    for repair in fact.repairs:
        reading = f"{repair.before!r} read as {repair.after!r}"
        rules[reading] = f"{rules[reading]}, {repair.rule}" if reading in rules else repair.rule
    return rules


def _issue_line(issue: Issue) -> str:
    place = f" (at {issue.start})" if issue.start is not None else ""
    return f"{issue.code}: {issue.message}{place}"


def _words(text: str) -> Text:
    return Text(printable(text))
