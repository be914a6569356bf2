"""A comparison as a table: sections of rows, a cell a class, of an answer of route ``compare`` and the specs it is of.

Pure: what the page, a workbook and a PDF show of a comparison is the same, and only how they show it differs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant import Answer, Citation
from assistant.answering.compare import differs
from assistant.answering.stated import places_of, prose_of
from assistant.draft import Subject, section_of
from assistant.searching.scales import place_of
from assistant.wording import field_name, is_box, is_coded, legend_of, section_name
from index import HeldSpec
from ingest.form import SECTIONS
from ingest.model import Fact, Form, LegendEntry, Status
from ui.words import Words

_FORM_ORDER = tuple(section.key for section in SECTIONS)
_STRENGTH = ".strength"
_LONGEST_CODE = 4


class State(StrEnum):
    """What a class says in a cell.

    ``OWN_WORDS``: its section has no such row and is prose, which stands in the section's last row. ``IN_ROWS``: beside
    such prose, that its own section is the rows above.
    """

    READ = "read"
    MARKED = "marked"
    NOT_MARKED = "not_marked"
    BLANK = "blank"
    ILLEGIBLE = "illegible"
    NOT_STATED = "not_stated"
    OWN_WORDS = "own_words"
    IN_ROWS = "in_rows"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a spec, and the citation that shows them; of an illegible cell what the source has."""

    words: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Cell:
    """What one class says in one row; ``said`` is empty where it says nothing, and has a part a passage of prose.

    ``code`` is the letter as the source prints it, ``legend`` what the spec's own legend says of it, ``place`` where
    it stands on its scale (0 the lowest; null where that is not certain), ``description`` the row's own words.
    """

    state: State
    said: tuple[Said, ...] = ()
    code: str | None = None
    legend: LegendEntry | None = None
    description: str | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One field (or, of prose, the section's key), and the cell of each class; ``differs`` is null if not certain."""

    field: str
    name: str
    cells: tuple[Cell, ...]
    differs: bool | None


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section: its rows, those of prose last, and the places of the columns whose spec does not have it."""

    key: str
    name: str
    rows: tuple[Row, ...]
    lacking: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One class: its letter in this comparison, and who it is; ``date`` is when it was revised, else adopted."""

    letter: str
    spec_id: str
    title: str
    agency: str | None
    code: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two to five classes side by side; ``answer`` holds all citations, by the numbers that the cells give them."""

    columns: tuple[Column, ...]
    sections: tuple[ComparedSection, ...]
    answer: Answer

    def only_differences(self) -> "SideBySide":
        """The same without the rows that certainly say the same, and without the sections that have no other."""
        kept = (replace(one, rows=tuple(row for row in one.rows if row.differs is not False)) for one in self.sections)
        return replace(self, sections=tuple(section for section in kept if section.rows))


def section_keys(held: Iterable[HeldSpec]) -> tuple[str, ...]:
    """The keys of the sections that any of the specs has, in the order of the home form, then in the documents' own."""
    keys = dict.fromkeys(key for one in held for key in _keys_of(one))
    return (*(key for key in _FORM_ORDER if key in keys), *(key for key in keys if key not in _FORM_ORDER))


def _keys_of(held: HeldSpec) -> list[str]:
    of_facts = [section_of(fact.field) for fact in held.spec.facts if fact.field != "title"]
    of_prose = [one.key for one in held.spec.sections] if held.spec.form is Form.GENERIC else []
    return [*of_facts, *(key for key in of_prose if key != "header")]


def side_by_side(answer: Answer, held: Sequence[HeldSpec], keys: Sequence[str]) -> SideBySide:
    """What an answer of route ``compare`` says of the specs, as a table.

    Args:
        answer: that of ``Assistant.compare`` for these specs and keys.
        held: the specs in the order of their columns, each once.
        keys: the sections to show, in order; see ``section_keys``.
    """
    subjects = [Subject(one, _title(answer, one)) for one in held]
    reader = _Reader(answer, subjects)
    sections = [section for key in keys if (section := reader.section(key)) is not None]
    columns = tuple(_column(letter, subject) for letter, subject in zip("ABCDE", subjects, strict=False))
    return SideBySide(columns, tuple(sections), answer)


def cell_words(cell: Cell, words: Words) -> str:
    """What a cell says as plain text: the spec's words as they stand, and for what it does not say the page's own."""
    said = " ".join(one.words for one in cell.said)
    match cell.state:
        case State.READ:
            return f"{said} ({cell.code})" if cell.code else said
        case State.MARKED:
            return words.say("compare.cell.marked")
        case State.NOT_MARKED:
            return words.say("compare.cell.not_marked")
        case State.BLANK:
            return words.say("compare.cell.blank")
        case State.ILLEGIBLE:
            return words.say("compare.cell.illegible", source=said)
        case State.OWN_WORDS:
            return words.say("compare.cell.own_words")
        case State.IN_ROWS:
            return words.say("compare.cell.in_rows")
        case State.NOT_STATED:
            return words.say("compare.cell.not_stated")


def difference_words(row: Row, words: Words) -> str:
    """Whether the classes differ in a row, in a word or two."""
    if row.differs is None:
        return words.say("compare.difference.uncertain")
    return words.say("compare.difference.differs") if row.differs else words.say("compare.difference.same")


def _title(answer: Answer, held: HeldSpec) -> str:
    cited = (citation.class_title for citation in answer.citations if citation.spec_id == held.spec_id)
    file_name = held.spec.source.path.replace("\\", "/").rpartition("/")[2]
    return next(cited, held.spec.title or file_name)


def _column(letter: str, subject: Subject) -> Column:
    spec = subject.held.spec
    return Column(letter, subject.held.spec_id, subject.title, spec.agency, spec.code, spec.revised or spec.adopted)


class _Reader:
    """Reads the cells of an answer; each row is shown once, in the first section that has it."""

    def __init__(self, answer: Answer, subjects: Sequence[Subject]) -> None:
        self._subjects = subjects
        by_number = {citation.n: citation for citation in answer.citations}
        cited = [(by_number[value.citation], value.field) for value in answer.values if value.citation is not None]
        self._row_citations = {(citation.spec_id, field): citation for citation, field in cited}
        self._passages = {(one.spec_id, one.section, one.start, one.end): one for one in answer.citations}
        self._fields = list(dict.fromkeys(field for _, field in cited))
        self._shown: set[tuple[str, str]] = set()

    def section(self, key: str) -> ComparedSection | None:
        """The section of a key; null where the sections before it have shown all of it."""
        places = [places_of(subject, key) for subject in self._subjects]
        ids = [subject.held.spec_id for subject in self._subjects]
        stated = {(spec_id, place) for spec_id, found in zip(ids, places, strict=True) for place in found}
        if stated <= self._shown:
            return None
        self._shown |= stated
        prose = [self._prose(subject, found) for subject, found in zip(self._subjects, places, strict=True)]
        in_prose = [bool(said) for said in prose]
        rows = [self._row(field, in_prose) for field in self._taken(key, places)]
        if any(in_prose):
            rows.append(_prose_row(key, prose, has_rows=[bool(found) for found in places]))
        lacking = tuple(at for at, found in enumerate(places) if not found)
        return ComparedSection(key, section_name(key), tuple(rows), lacking) if rows else None

    def _taken(self, key: str, places: Sequence[Sequence[str]]) -> list[str]:
        """The fields that stand under a key, or where no spec has rows there, under what stands in its stead."""
        found = {section_of(place) for of_class in places for place in of_class}
        wanted = {key} if any(section_of(field) == key for field in self._fields) else found
        taken = [field for field in self._fields if section_of(field) in wanted]
        self._fields = [field for field in self._fields if field not in taken]
        # A function is read before the strength it takes, whichever column the form has first.
        return sorted(taken, key=lambda field: (_first_of(field, taken), field))

    def _row(self, field: str, in_prose: Sequence[bool]) -> Row:
        facts = [subject.fact(field) for subject in self._subjects]
        cells = [self._cell(*of_class) for of_class in zip(self._subjects, facts, in_prose, strict=True)]
        known = [fact for fact, cell in zip(facts, cells, strict=True) if cell.state is not State.OWN_WORDS]
        differing = differs(known)
        is_open = differing is False and len(known) < len(facts)
        return Row(field, field_name(field), tuple(cells), None if is_open else differing)

    def _cell(self, subject: Subject, fact: Fact | None, is_prose: bool) -> Cell:
        citation = self._row_citations.get((subject.held.spec_id, fact.field)) if fact else None
        if fact is None or citation is None:
            return Cell(State.OWN_WORDS if is_prose else State.NOT_STATED)
        said = (Said(fact.value if fact.value is not None else " ".join(fact.raw.split()), citation),)
        if fact.status is Status.BLANK:
            return Cell(State.BLANK, said)
        if fact.status is Status.ILLEGIBLE:
            return Cell(State.ILLEGIBLE, said, description=fact.description)
        if is_box(fact.field):
            return Cell(State.MARKED if fact.value else State.NOT_MARKED, said, description=fact.description)
        if not is_coded(fact.field):
            return Cell(State.READ, said)
        return _coded(subject, fact, said)

    def _prose(self, subject: Subject, places: Sequence[str]) -> tuple[Said, ...]:
        """What a class says of a section as prose: its passages that the answer cites. A header is no prose."""
        of_prose = [place for place in places if place != "header"]
        found = dict.fromkeys(evidence for place in of_prose for evidence in prose_of(subject, place))
        keys = ((one.spec_id, one.section, one.start, one.end) for one in found)
        cited = (self._passages[key] for key in keys if key in self._passages)
        return tuple(Said(" ".join(one.quote.split()), one) for one in cited)


def _coded(subject: Subject, fact: Fact, said: tuple[Said, ...]) -> Cell:
    raw = " ".join(fact.raw.split())
    # The level that a spec marks with an X is its own word, and no letter.
    code = raw if len(raw) <= _LONGEST_CODE else None
    place = place_of(fact, subject.held.spec.legends)
    return Cell(State.READ, said, code, legend_of(subject, fact), fact.description, place)


def _first_of(field: str, fields: Sequence[str]) -> int:
    """Where the rows of a function begin that a field is of; of any other field its own place."""
    function = field.removesuffix(_STRENGTH)
    return next(at for at, other in enumerate(fields) if other.removesuffix(_STRENGTH) == function)


def _prose_row(key: str, prose: Sequence[tuple[Said, ...]], has_rows: Sequence[bool]) -> Row:
    """The prose of a section; whether it differs is not certain beside a class that has rows for it."""
    cells = [
        Cell(State.READ, said) if said else Cell(State.IN_ROWS if rows else State.NOT_STATED)
        for said, rows in zip(prose, has_rows, strict=True)
    ]
    texts = {tuple(one.words.casefold() for one in cell.said) for cell in cells}
    mixed = any(cell.state is State.IN_ROWS for cell in cells)
    return Row(key, section_name(key), tuple(cells), None if mixed else len(texts) > 1)
