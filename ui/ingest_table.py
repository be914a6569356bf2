"""What an ingest read, for people: a row a file, and below it what is worth a look."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from rich.table import Table
from rich.text import Text

from index import HeldSpec, SpecEntry, member_id
from ingest.model import Issue, Status
from ui.spec.form import words

# The other revision says it too, as ``superseded``.
_SAID_ELSEWHERE = frozenset({"older_revision"})
_MOST_SENTENCES = 40
_MOST_FILES = 3
_WIDTH_FOR_FILES = 110


@dataclass(frozen=True, slots=True)
class FileReading:
    """One file as it was read: how many of its facts have each status, a series with all its classes."""

    file: str
    title: str
    form: str
    classes: int
    read: int
    blank: int
    illegible: int
    repaired: int
    issues: tuple[Issue, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """The numbers of its row."""
        return self.read, self.blank, self.illegible, self.repaired, len(self.issues)


def reading_of(entry: SpecEntry, held: Callable[[str], HeldSpec]) -> FileReading:
    """What was read of a document; a fact or an issue that its classes share counts once."""
    ids = [entry.spec_id, *(member_id(entry.spec_id, member.place) for member in entry.members)]
    specs = [held(spec_id).spec for spec_id in ids]
    facts = dict.fromkeys(fact for spec in specs for fact in spec.facts)
    of_status = Counter(fact.status for fact in facts)
    return FileReading(
        file=PurePath(entry.path).name,
        title=entry.title or "(no title)",
        form=entry.form.value,
        classes=len(entry.members),
        read=of_status[Status.READ],
        blank=of_status[Status.BLANK],
        illegible=of_status[Status.ILLEGIBLE],
        repaired=sum(bool(fact.repairs) for fact in facts),
        issues=tuple(dict.fromkeys(issue for spec in specs for issue in spec.issues)),
    )


def ingest_table(readings: Sequence[FileReading], *, width: int) -> Table:
    """A row a file, and their sums where there are several.

    Where ``width`` columns have no room for the file's name beside the title, it stands below it.
    """
    is_narrow = width < _WIDTH_FOR_FILES
    table = Table(box=None, pad_edge=False, show_footer=len(readings) > 1)
    sums = [sum(numbers) for numbers in zip(*(reading.counts for reading in readings), strict=True)]
    table.add_column("Title", overflow="fold", footer=f"{len(readings)} files")
    if not is_narrow:
        table.add_column("File", overflow="fold")
    table.add_column("Form", no_wrap=True)
    for heading, total in zip(("Read", "Blank", "Illegible", "Repaired", "Issues"), sums, strict=True):
        table.add_column(heading, justify="right", no_wrap=True, footer=str(total))
    for reading in readings:
        title = words(reading.title)
        if reading.classes:
            title.append(f" (series of {reading.classes})", style="dim")
        file = words(reading.file, style="dim")
        names = [title.append("\n").append_text(file)] if is_narrow else [title, file]
        table.add_row(*names, reading.form, *map(_number, reading.counts))
    return table


def _number(count: int) -> Text:
    return Text(str(count), style="" if count else "dim")


def issue_sentences(readings: Sequence[FileReading]) -> Iterator[str]:
    """The sentences of the issues, each once with the files that it is about, and how many more there are."""
    about: dict[str, list[str]] = {}
    for reading in readings:
        for issue in reading.issues:
            if issue.code not in _SAID_ELSEWHERE:
                files = about.setdefault(issue.message, [])
                files += [reading.file] if reading.file not in files else []
    if about:
        yield "Worth a look:"
    for sentence, files in list(about.items())[:_MOST_SENTENCES]:
        more = f" and {len(files) - _MOST_FILES} more" if len(files) > _MOST_FILES else ""
        yield f"- {', '.join(files[:_MOST_FILES])}{more}: {sentence}"
    if len(about) > _MOST_SENTENCES:
        yield f"… and {len(about) - _MOST_SENTENCES} more: rolebook show SPEC says what they are."
    if about:
        yield ""
