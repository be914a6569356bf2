"""Classes side by side: a row a field, a citation in each cell, differences marked (route ``compare``)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Outcome, Reason, Route
from assistant.answering.abstain import not_stated
from assistant.answering.section import silent
from assistant.answering.stated import facts_of, places_of, prose_of
from assistant.draft import HEADER_FIELDS, Draft, Line, Subject, section_of
from assistant.wording import cell, field_name, is_coded, quotation, section_name, word_and_legend
from ingest.folding import words
from ingest.form import SECTIONS
from ingest.model import Fact, Status

MOST_COMPARED = 5
# What is compared of classes where nothing is named: all that is short enough to stand in a table.
_WHOLE_SECTIONS = tuple(
    form.key for form in SECTIONS if form.key not in ("brief_description", "essential_functions", "notes")
)
_NO_QUOTATION = str.maketrans("", "", "“”")
_NEVER_COMPARED = frozenset({"title"})
_DIFFERENCES = {True: "differs", False: "same", None: "not certain"}


@dataclass(frozen=True, slots=True)
class _Row:
    """One field, and the fact or the quoted passages of each class in it."""

    field: str
    facts: tuple[Fact | None, ...]

    @property
    def differs(self) -> bool | None:
        """Whether the classes do not all say the same; null where that is not certain."""
        return differs(self.facts)


def differs(facts: Sequence[Fact | None]) -> bool | None:
    """Whether the facts of one field do not all say the same; null where what is not legible would decide it.

    A class that does not state it differs from one that does.
    """
    legible = [fact for fact in facts if fact is None or fact.status is not Status.ILLEGIBLE]
    if len({_folded(fact) for fact in legible}) > 1:
        return True
    return False if len(legible) == len(facts) else None


def _folded(fact: Fact | None) -> tuple[str, ...] | None:
    if fact is None or fact.status is not Status.READ:
        return None
    return tuple(words(fact.value or ""))


def compare(subjects: Sequence[Subject], names: Sequence[Line], keys: Sequence[str], lead: Line | None = None) -> Draft:
    """A table of the classes: the fields and sections named, or all that differs where none is.

    Args:
        subjects: two to five classes, or revisions of one class.
        names: what heads the column of each.
        keys: the fields and sections to compare; of none, everything but functions and descriptions, where it differs.
        lead: what the answer begins with, before the table.
    """
    rows = [_Row(field, tuple(s.fact(field) for s in subjects)) for field in _fields(subjects, keys or _WHOLE_SECTIONS)]
    differing = [row for row in rows if row.differs is not False]
    # Where nothing differs, that is shown by what all say.
    shown = rows if keys else differing or rows
    quoted = [line for key in keys for subject in subjects for line in _prose(subject, key)]
    titles = tuple(dict.fromkeys(subject.title for subject in subjects))
    if not shown and not quoted:
        return not_stated(subjects, " or the ".join(_name(key).lower() for key in keys) or "rows that compare")
    lines = [*([lead] if lead else []), *(_table(subjects, names, shown) if shown else [])]
    if not keys and not differing:
        lines.append(("Nothing that these specs state in a row differs.",))
    elif not keys and len(shown) < len(rows):
        lines.append(("All other rows say the same.",))
    cells = [cell(subject, fact) for row in shown for subject, fact in zip(subjects, row.facts, strict=True) if fact]
    unread = all(fact is None or fact.status is not Status.READ for row in shown for fact in row.facts)
    if unread and not quoted:
        return Draft(Outcome.ABSTAINED, Route.COMPARE, tuple(lines), tuple(cells), titles, Reason.BLANK_IN_SPEC)
    unsaid = silent(subjects, [key for key in keys if "." not in key and key not in HEADER_FIELDS])
    return Draft(Outcome.ANSWERED, Route.COMPARE, (*lines, *quoted, *unsaid), tuple(cells), titles)


def column_names(subjects: Sequence[Subject]) -> list[Line]:
    """What heads the column of each: its title, and of revisions of one class the latest date, with its line."""
    titles = {subject.title for subject in subjects}
    return [_revision(subject) if len(titles) == 1 else (f"{subject.title} ",) for subject in subjects]


def _revision(subject: Subject) -> Line:
    dates = (subject.fact(field) for field in ("revised", "adopted"))
    fact = next((fact for fact in dates if fact is not None and fact.value), None)
    return (f"{fact.value} ", subject.row(fact)) if fact else (f"{subject.title} ",)


def _fields(subjects: Sequence[Subject], keys: Sequence[str]) -> list[str]:
    """The fields of the keys that any of the classes has, in the order of the form."""
    found = (fact.field for key in keys for subject in subjects for fact in _facts(subject, key))
    return [field for field in dict.fromkeys(found) if field not in _NEVER_COMPARED]


def _facts(subject: Subject, key: str) -> Iterable[Fact]:
    return [fact for place in places_of(subject, key) for fact in facts_of(subject, place)]


def _table(subjects: Sequence[Subject], names: Sequence[Line], rows: Sequence[_Row]) -> list[Line]:
    head: Line = ("| ", *(piece for name in names for piece in ("| ", *name)), "| |")
    lines: list[Line] = [head, ("|" + " --- |" * (len(subjects) + 2),)]
    for row in rows:
        cells = [_cell(subject, fact) for subject, fact in zip(subjects, row.facts, strict=True)]
        difference = f"| {_DIFFERENCES[row.differs]} |"
        lines.append((f"| {_plain(field_name(row.field))} ", *(p for said in cells for p in ("| ", *said)), difference))
    return lines


def _cell(subject: Subject, fact: Fact | None) -> Line:
    """A value in a cell: "not stated" where the class's spec has no such row or leaves it blank."""
    if fact is None:
        return ("not stated ",)
    if fact.status is Status.BLANK:
        return ("not stated (blank) ", subject.row(fact))
    line = word_and_legend(subject, fact)
    if fact.description and is_coded(fact.field):
        row = subject.row(fact)
        line = (line[0], f"({quotation(fact.description, row.quote)}) ", *line[1:])
    return tuple(_plain(piece) if isinstance(piece, str) else piece for piece in line)


def _plain(text: str) -> str:
    """Words that do not end the cell of a table; what has to be changed for that is no quotation any more."""
    return text.replace("|", "\\|").translate(_NO_QUOTATION) if "|" in text else text


def _prose(subject: Subject, key: str) -> list[Line]:
    """What a class of another form says in its section of a key, under the class's name."""
    found = [evidence for place in places_of(subject, key) for evidence in prose_of(subject, place)]
    quoted: list[Line] = [(f"{quotation(' '.join(one.quote.split()), one.quote)} ", one) for one in found]
    return [(f"{_name(key)}, {subject.title}:",), *quoted] if quoted else []


def _name(key: str) -> str:
    return field_name(key) if "." in key or section_of(key) == "header" else section_name(key)
