"""A class spec as a sequence of elements that any layout or format can print, and the truth about what it says."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from tests.generation.printing import DEMANDS_LEAD, FOOTNOTES, FUNCTIONS_LEAD, STRENGTH_MEANINGS
from tests.generation.specs import (
    REQUIREMENTS,
    STRENGTHS,
    CodedRow,
    DateCell,
    ExpectedFact,
    Legend,
    SpecValues,
    coded_fact,
    date_fact,
    prose_fact,
)


class Role(StrEnum):
    """What a text is, and so what dirt may befall it."""

    PLAIN = "plain"
    HEADING = "heading"
    NAME = "name"
    LABEL = "label"
    OWN_LABEL = "own label"
    CODE = "code"
    DATE = "date"
    PROSE = "prose"


# An agency whose forms say "Adopted" where others say "CSC Adopted".
_WITHOUT_COMMISSION = "HOLT COUNTY"


@dataclass(frozen=True)
class Text:
    """A piece of text and its role; a cell of a table, a paragraph, a label."""

    words: str
    role: Role = Role.PLAIN


BLANK = Text("")


@dataclass(frozen=True)
class TextLine:
    """A line of the header that stands for itself: the agency, or the form's name and perhaps the code."""

    words: Text
    code: str | None = None

    @property
    def line(self) -> str:
        """The words and, where there is one, the code."""
        return f"{self.words.words} {self.code or ''}".strip()


@dataclass(frozen=True)
class Pairs:
    """A line of the header: labels and their values."""

    pairs: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True)
class Heading:
    """The heading of a section, as the form prints it, with its colon if it has one."""

    words: Text
    colon: str
    section: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a section."""

    words: Text
    section: str


@dataclass(frozen=True)
class Table:
    """A section's table: its column heads (of some columns blank, or none at all) and its rows, all of equal width."""

    section: str
    heads: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True)
class LegendTable:
    """What codes mean: (code, word, meaning) of each."""

    section: str
    entries: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Levels:
    """The levels of strength in a row, at most one of them marked."""

    levels: tuple[Text, ...]
    marked: int | None

    @property
    def cells(self) -> tuple[Text, ...]:
        """The levels, the marked one with its mark."""
        marks = (" X" if number == self.marked else "" for number in range(len(self.levels)))
        return tuple(Text(level.words + mark, level.role) for level, mark in zip(self.levels, marks, strict=True))


@dataclass(frozen=True)
class Notes:
    """Numbered footnotes, blank ones too, on one line or several."""

    notes: tuple[tuple[int, Text], ...]
    on_one_line: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """The notes, each behind its number, as one line or several."""
        said = tuple(f"({number}) {text.words}".strip() for number, text in self.notes)
        return (" ".join(said),) if self.on_one_line else said


Element = TextLine | Pairs | Heading | Paragraph | Table | LegendTable | Levels | Notes


@dataclass(frozen=True)
class Document:
    """The class's title, the elements in their order, the footnote that ends pages, and what a reader must find."""

    title: str
    elements: tuple[Element, ...]
    footnote: str
    facts: tuple[ExpectedFact, ...]


def document_of(values: SpecValues) -> Document:
    """The document that says these values."""
    elements = (
        *_header(values),
        *_prose("BRIEF DESCRIPTION OF THE CLASSIFICATION", "brief_description", values.description,
                headed=values.description_headed),
        *_functions(values),
        *_requirements(values),
        *_strength(values.strength),
        *_demands(values),
        *_prose("MACHINES, TOOLS, EQUIPMENT, AND WORK AIDS", "machines_tools", values.machines),
        *_factors(values),
        *_locations(values),
        *_prose("PROTECTIVE EQUIPMENT REQUIRED", "protective_equipment", values.protective),
        *_non_physical(values),
    )  # fmt: skip
    return Document(values.title, elements, FOOTNOTES[values.service], facts_of(values))


def facts_of(values: SpecValues) -> tuple[ExpectedFact, ...]:
    """Every fact of the document; ``raw`` and ``page`` depend on the layout and are left out."""
    facts = [ExpectedFact(field, "read", "", value) for field, value in _named(values) if value]
    facts += [date_fact("adopted", values.adopted), date_fact("revised", values.revised)]
    facts.append(prose_fact("brief_description", values.description))
    for number, (code, words) in enumerate(values.functions, 1):
        field = f"essential_functions.{number}"
        facts += [prose_fact(field, (words,)), _strength_fact(f"{field}.strength", code, STRENGTHS.get(code))]
    facts += [prose_fact(f"class_requirements.{key}", (words,) if words else ())
              for key, _, words in values.requirements]  # fmt: skip
    facts.append(_strength_fact("overall_strength", values.strength or "", STRENGTHS.get(values.strength or "")))
    tables = (
        ("physical_demands", values.demands, values.frequency),
        ("health_and_safety", values.health, values.exposure),
        ("environmental_factors", values.environment, values.exposure),
        ("non_physical_demands", values.non_physical, values.frequency),
    )
    facts += [coded_fact(section, row, legend.words) for section, rows, legend in tables for row in rows]
    facts += [ExpectedFact(f"work_location.{key}", "read", "", "X" if marked else None)
              for key, _, marked in values.locations]  # fmt: skip
    facts += [prose_fact("machines_tools", values.machines), prose_fact("protective_equipment", values.protective)]
    facts += [prose_fact(f"notes.{n}", (note,) if note else ()) for n, note in enumerate(values.notes, 1)]
    return tuple(facts)


def _named(values: SpecValues) -> tuple[tuple[str, str | None], ...]:
    return (
        ("agency", values.agency), ("code", values.code), ("title", values.title),
        ("department", values.department), ("service", values.service),
    )  # fmt: skip


def _strength_fact(field: str, code: str, word: str | None) -> ExpectedFact:
    return ExpectedFact(field, "read" if code else "blank", "", word)


def _heading(words: str, section: str, colon: str = ":") -> Heading:
    return Heading(Text(words, Role.HEADING), colon, section)


def _heads(*words: str) -> tuple[Text, ...]:
    return tuple(Text(word, Role.HEADING) if word else BLANK for word in words)


def _header(values: SpecValues) -> tuple[Element, ...]:
    agency = (TextLine(Text(values.agency, Role.NAME)),) if values.agency else ()
    before = "" if values.agency == _WITHOUT_COMMISSION else "CSC "
    dates = Pairs((_date(f"{before}Adopted", values.adopted), _date(f"{before}Revised", values.revised)))
    named = [Pairs(((Text("Class Title", Role.LABEL), Text(values.title)),))]
    if values.department:
        named.append(Pairs(((Text("Department", Role.LABEL), Text(values.department)),)))
    return (*agency, TextLine(Text("CLASSIFICATION SPECIFICATION", Role.NAME), values.code), dates, *named)


def _date(label: str, date: DateCell) -> tuple[Text, Text]:
    return Text(label, Role.LABEL), Text(date.printed, Role.DATE if date.month else Role.PLAIN)


def _prose(heading: str, section: str, paragraphs: tuple[str, ...], *, headed: bool = True) -> tuple[Element, ...]:
    head = (_heading(heading, section),) if headed else ()
    return (*head, *(Paragraph(Text(words, Role.PROSE), section) for words in paragraphs))


def _functions(values: SpecValues) -> tuple[Element, ...]:
    section = "essential_functions"
    rows = tuple(
        (Text(str(number)), Text(code, Role.CODE), Text(words, Role.PROSE))
        for number, (code, words) in enumerate(values.functions, 1)
    )
    heads = _heads("", "Physical Strength Code", "ESSENTIAL FUNCTIONS")
    lead = Paragraph(Text(FUNCTIONS_LEAD), section)
    return (_heading("ESSENTIAL FUNCTIONS", section), lead, Table(section, heads, rows))


def _requirements(values: SpecValues) -> tuple[Element, ...]:
    section = "class_requirements"
    rows = tuple(
        (Text(label, Role.LABEL if key in REQUIREMENTS else Role.OWN_LABEL), Text(words, Role.PROSE))
        for key, label, words in values.requirements
    )
    return (_heading("CLASS REQUIREMENTS", section), Table(section, _heads("CLASS REQUIREMENTS", ""), rows))


def _strength(level: str | None) -> tuple[Element, ...]:
    section = "overall_strength"
    levels = tuple(Text(word, Role.LABEL) for word in STRENGTHS.values())
    legend = tuple((code, word, STRENGTH_MEANINGS[code]) for code, word in STRENGTHS.items())
    marked = list(STRENGTHS).index(level) if level else None
    heading = _heading("OVERALL PHYSICAL STRENGTH DEMANDS", section)
    return (heading, Levels(levels, marked), LegendTable(section, legend))


def _legend(section: str, legend: Legend) -> LegendTable:
    meanings = legend.meanings or ("",) * len(legend.words)
    pairs = zip(legend.words.items(), meanings, strict=True)
    return LegendTable(section, tuple((code, word, meaning) for (code, word), meaning in pairs))


def _label(row: CodedRow) -> Text:
    return Text(row.label, Role.OWN_LABEL if row.is_own else Role.LABEL)


def _demands(values: SpecValues) -> tuple[Element, ...]:
    section = "physical_demands"
    rows = tuple((_label(row), Text(row.code, Role.CODE), Text(row.description)) for row in values.demands)
    heads = _heads("PHYSICAL DEMANDS", "FREQUENCY CODE", "DESCRIPTION")
    lead = Paragraph(Text(DEMANDS_LEAD), section)
    return (_heading("PHYSICAL DEMANDS", section), _legend(section, values.frequency), lead,
            Table(section, heads, rows))  # fmt: skip


def _factors(values: SpecValues) -> tuple[Element, ...]:
    section = "environmental_factors"
    rows = tuple((*_factor(left), *_factor(right)) for left, right in zip_longest(values.health, values.environment))
    heads = _heads("HEALTH AND SAFETY", "", "ENVIRONMENTAL FACTORS", "")
    return (_heading("ENVIRONMENTAL FACTORS", section), _legend(section, values.exposure), Table(section, heads, rows))


def _factor(row: CodedRow | None) -> tuple[Text, Text]:
    return (_label(row), Text(row.code, Role.CODE)) if row else (BLANK, BLANK)


def _locations(values: SpecValues) -> tuple[Element, ...]:
    section = "work_location"
    rows = tuple(
        (Text(label, Role.LABEL), Text("X" if marked else "", Role.CODE)) for _, label, marked in values.locations
    )
    notes = tuple((n, Text(values.notes[n - 1])) for n in (1, 2))
    heading = _heading("PRIMARY WORK LOCATION", section, "")
    return (heading, Table(section, (), rows), Notes(notes, values.notes_on_one_line))


def _non_physical(values: SpecValues) -> tuple[Element, ...]:
    section = "non_physical_demands"
    rows = tuple((_label(row), Text(row.code, Role.CODE)) for row in values.non_physical)
    table = Table(section, _heads("NON-PHYSICAL DEMANDS", ""), rows)
    notes = Notes(((3, Text(values.notes[2])),), True)
    return (_heading("NON-PHYSICAL DEMANDS", section), _legend(section, values.frequency), table, notes)
