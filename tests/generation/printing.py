"""Printing a class spec's values in the tab layout of the seed document, each line with the facts it holds."""

from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from tests.generation.specs import (
    STRENGTHS,
    CodedRow,
    ExpectedFact,
    Legend,
    SpecValues,
    coded_fact,
    date_fact,
    prose_fact,
)

FUNCTIONS_LEAD = (
    "This information is intended to be descriptive of the key responsibilities of the classification. The following "
    "examples do not identify all duties performed by any single incumbent."
)
DEMANDS_LEAD = (
    "This is a description of the way the job is currently performed; it does not address the potential for "
    "accommodation."
)
FOOTNOTES = {
    "classified": "Classified Service (Positions in the classified service are filled by competitive examination.)",
    "unclassified": "Unclassified Service (Positions in the unclassified service are not civil service positions.)",
}
STRENGTH_MEANINGS = {
    "S": "Exerting up to 10 lbs. occasionally; sitting most of the time",
    "L": "Exerting up to 20 lbs. occasionally, or negligible amounts constantly.",
    "M": "Exerting 20-50 lbs. occasionally.",
    "H": "Exerting 50-100 lbs. occasionally.",
    "VH": "Exerting over 100 lbs. occasionally.",
}
_STRENGTH_LEGEND = "\t".join(f"{code} = {word} {STRENGTH_MEANINGS[code]}" for code, word in STRENGTHS.items())


class Role(StrEnum):
    """What a piece of a line is, and so what dirt may befall it."""

    HEADING = "heading"
    LABEL = "label"
    CODE = "code"
    MONTH = "month"
    PLAIN = "plain"


class Kind(StrEnum):
    """What a line is: whether a passage must cover it."""

    BODY = "body"
    HEADING = "heading"
    EMPTY_NOTES = "empty notes"
    FOOTNOTE = "footnote"
    FOOTER = "footer"
    EMPTY = "empty"


@dataclass(frozen=True)
class Piece:
    """A stretch of a line."""

    text: str
    role: Role = Role.PLAIN


@dataclass(frozen=True)
class PrintedLine:
    """One line: its pieces, the facts that begin on it, and whether a page may end just before it.

    ``goes_on`` marks a paragraph that belongs to the fact of the one above it.
    """

    pieces: tuple[Piece, ...] = ()
    facts: tuple[ExpectedFact, ...] = ()
    kind: Kind = Kind.BODY
    page_may_end_before: bool = False
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The line as it stands on the page."""
        return "".join(piece.text for piece in self.pieces)


EMPTY = PrintedLine(kind=Kind.EMPTY)


def printed(values: SpecValues, random: Random) -> tuple[PrintedLine, ...]:
    """The lines of the form, without pages: what each says is given by its facts."""
    return (
        *_header(values),
        *_description(values),
        *_functions(values),
        *_heading("CLASS REQUIREMENTS:"),
        PrintedLine((Piece("CLASS REQUIREMENTS", Role.HEADING), Piece("\t\t\t")), kind=Kind.HEADING),
        *(_requirement(*row) for row in values.requirements),
        EMPTY,
        *_strength(values.strength),
        *_heading("PHYSICAL DEMANDS:"),
        *_legend(values.frequency),
        EMPTY,
        PrintedLine((Piece(DEMANDS_LEAD),)),
        EMPTY,
        PrintedLine((Piece("PHYSICAL DEMANDS\tFREQUENCY CODE\tDESCRIPTION", Role.HEADING),), kind=Kind.HEADING),
        *(_coded("physical_demands", row, values.frequency) for row in values.demands),
        EMPTY,
        *_section("MACHINES, TOOLS, EQUIPMENT, AND WORK AIDS:", "machines_tools", values.machines),
        *_factors(values),
        *_locations(values),
        *_section("PROTECTIVE EQUIPMENT REQUIRED:", "protective_equipment", values.protective),
        *_heading("NON-PHYSICAL DEMANDS:"),
        *_legend(values.frequency),
        EMPTY,
        PrintedLine((Piece("NON-PHYSICAL DEMANDS", Role.HEADING), Piece("\t")), kind=Kind.HEADING),
        *(_coded("non_physical_demands", row, values.frequency) for row in values.non_physical),
        EMPTY,
        *_notes(values, (3,)),
        *(_page_end(values.service) if random.random() < 0.5 else ()),
    )


def paged(
    lines: tuple[PrintedLine, ...], service: str, random: Random, *, within_facts: bool = False
) -> tuple[PrintedLine, ...]:
    """The lines with one to five page ends among them, numbered, and the page of every fact.

    A page end is the service footnote and a footer; ``within_facts``: also between the paragraphs of one fact.
    """
    places = [index for index, line in enumerate(lines)
              if line.page_may_end_before and (within_facts or not line.goes_on)]  # fmt: skip
    chosen = set(random.sample(places, min(len(places), random.randint(1, 5))))
    spread: list[PrintedLine] = []
    for index, line in enumerate(lines):
        spread += (*_page_end(service), EMPTY) if index in chosen else ()
        spread.append(line)
    return _numbered(spread, service)


def _numbered(lines: list[PrintedLine], service: str) -> tuple[PrintedLine, ...]:
    last = sum(line.kind is Kind.FOOTER for line in lines)
    page, numbered, footnotes = 1, list[PrintedLine](), 0
    for line in lines:
        number = page if page <= last else None
        facts = tuple(replace(fact, page=number) for fact in line.facts)
        if line.kind is Kind.FOOTNOTE:
            said = ExpectedFact("service", "read", f"{service.capitalize()} Service", service, page=number)
            facts = (said,) if footnotes == 0 else ()
            footnotes += 1
        if line.kind is Kind.FOOTER:
            numbered.append(replace(line, pieces=(Piece(f"Page {page} of {last} Pages"),)))
            page += 1
        else:
            numbered.append(replace(line, facts=facts))
    return tuple(numbered)


def _page_end(service: str) -> tuple[PrintedLine, ...]:
    footnote = PrintedLine((Piece(FOOTNOTES[service]),), kind=Kind.FOOTNOTE)
    return (EMPTY, footnote, EMPTY, PrintedLine((Piece("Page"),), kind=Kind.FOOTER))


def _heading(words: str) -> tuple[PrintedLine, ...]:
    bare = words.rstrip(":")
    pieces = (Piece(bare, Role.HEADING), Piece(words[len(bare) :]))
    return (PrintedLine(pieces, kind=Kind.HEADING, page_may_end_before=True), EMPTY)


def _header(values: SpecValues) -> tuple[PrintedLine, ...]:
    lines = []
    if values.agency:
        agency = ExpectedFact("agency", "read", values.agency, values.agency)
        lines.append(PrintedLine((Piece(values.agency),), (agency,)))
    code = (ExpectedFact("code", "read", values.code, values.code),) if values.code else ()
    name = f"CLASSIFICATION SPECIFICATION {values.code or ''}".rstrip()
    lines.append(PrintedLine((Piece(name),), code, Kind.BODY if values.code else Kind.HEADING))
    dates = []
    for label, date in (("CSC Adopted", values.adopted), ("CSC Revised", values.revised)):
        before, month, after = date.printed.partition(date.month) if date.month else (date.printed, "", "")
        dates += [Piece(label, Role.LABEL), Piece(": " + before), Piece(month, Role.MONTH), Piece(after), Piece("\t")]
    facts = (date_fact("adopted", values.adopted), date_fact("revised", values.revised))
    lines += [PrintedLine(tuple(dates[:-1]), facts), PrintedLine((Piece("-----------------\t---\t------"),)), EMPTY]
    named = (("Class Title", "title", values.title), ("Department", "department", values.department))
    for label, field, value in named:
        if value:
            said = ExpectedFact(field, "read", value, value)
            lines.append(PrintedLine((Piece(label, Role.LABEL), Piece(f": {value}")), (said,)))
    return (*lines, EMPTY)


def _description(values: SpecValues) -> tuple[PrintedLine, ...]:
    if values.description_headed:
        return _section("BRIEF DESCRIPTION OF THE CLASSIFICATION:", "brief_description", values.description)
    return _paragraphs("brief_description", values.description)


def _section(heading: str, field: str, paragraphs: tuple[str, ...]) -> tuple[PrintedLine, ...]:
    if not paragraphs:
        first, *rest = _heading(heading)
        return (replace(first, facts=(prose_fact(field, ()),)), *rest)
    return (*_heading(heading), *_paragraphs(field, paragraphs))


def _paragraphs(field: str, paragraphs: tuple[str, ...]) -> tuple[PrintedLine, ...]:
    first, *rest = paragraphs
    lines = [PrintedLine((Piece(first),), (prose_fact(field, paragraphs),)), EMPTY]
    for paragraph in rest:
        lines += [PrintedLine((Piece(paragraph),), page_may_end_before=True, goes_on=True), EMPTY]
    return tuple(lines)


def _functions(values: SpecValues) -> tuple[PrintedLine, ...]:
    column_heads = PrintedLine((Piece("\tPhysical Strength Code\tESSENTIAL FUNCTIONS", Role.HEADING),),
                               kind=Kind.HEADING)  # fmt: skip
    rows = []
    for number, (code, words) in enumerate(values.functions, 1):
        field = f"essential_functions.{number}"
        status = "read" if code else "blank"
        facts = (ExpectedFact(f"{field}.strength", status, code, STRENGTHS.get(code)), prose_fact(field, (words,)))
        pieces = (Piece(f"{number}\t"), Piece(code, Role.CODE), Piece("\t"), Piece(words))
        rows.append(PrintedLine(pieces, facts, page_may_end_before=number > 1))
    lead = PrintedLine((Piece(FUNCTIONS_LEAD),))
    return (*_heading("ESSENTIAL FUNCTIONS:"), lead, EMPTY, column_heads, *rows, EMPTY)


def _requirement(key: str, label: str, words: str) -> PrintedLine:
    said = prose_fact(f"class_requirements.{key}", (words,) if words else ())
    role = Role.PLAIN if key == "language_skills" else Role.LABEL
    pieces = (Piece(label, role), Piece("\t"), Piece(words), Piece("\t\t"))
    return PrintedLine(pieces, (said,), page_may_end_before=True)


def _strength(level: str | None) -> tuple[PrintedLine, ...]:
    pieces: list[Piece] = []
    for code, word in STRENGTHS.items():
        pieces += [Piece(word, Role.LABEL), Piece(" X" if code == level else ""), Piece("\t")]
    marked = STRENGTHS[level] if level else None
    fact = ExpectedFact("overall_strength", "read" if level else "blank", f"{marked} X" if level else "", marked)
    row = PrintedLine(tuple(pieces[:-1]), (fact,))
    return (*_heading("OVERALL PHYSICAL STRENGTH DEMANDS:"), row, PrintedLine((Piece(_STRENGTH_LEGEND),)), EMPTY)


def _legend(legend: Legend) -> tuple[PrintedLine, ...]:
    """A legend as the seed prints it: the codes with their words, which may go on in a second line."""
    words = list(legend.words.values())
    split = [word.partition(" ") if word.startswith("Several") else (word, "", "") for word in words]
    first = "\t".join(f"{code} = {word[0]}" for code, word in zip(legend.words, split, strict=True))
    second = legend.meanings or tuple(rest for _, _, rest in split)
    lines = [PrintedLine((Piece(first),))]
    if any(second):
        below = "\t".join(second)
        lines.append(PrintedLine((Piece(below.rstrip("\t")), Piece("\t" * (len(below) - len(below.rstrip("\t")))))))
    return tuple(lines)


def _coded(section: str, row: CodedRow, legend: Legend) -> PrintedLine:
    tail = (Piece(f"\t{row.description}" if row.description else "\t"),) if section == "physical_demands" else ()
    pieces = (*_label_and_code(row), *tail)
    return PrintedLine(pieces, (coded_fact(section, row, legend.words),), page_may_end_before=True)


def _label_and_code(row: CodedRow) -> tuple[Piece, ...]:
    """The label, dirtied only up to its bracket, and the code."""
    words, bracket, rest = row.label.partition(" (")
    label = Piece(words, Role.PLAIN if row.is_own else Role.LABEL)
    return (label, Piece(bracket + rest + "\t"), Piece(row.code, Role.CODE))


def _factors(values: SpecValues) -> tuple[PrintedLine, ...]:
    """Two columns side by side: the left one is a label and a code, or two blank cells, and so is the right one."""
    heads = PrintedLine((Piece("HEALTH AND SAFETY\t\tENVIRONMENTAL FACTORS", Role.HEADING),), kind=Kind.HEADING)
    rows = []
    for index in range(max(len(values.health), len(values.environment))):
        pieces, facts = list[Piece](), list[ExpectedFact]()
        for section, column in (("health_and_safety", values.health), ("environmental_factors", values.environment)):
            if index < len(column):
                pieces += _label_and_code(column[index])
                facts.append(coded_fact(section, column[index], values.exposure.words))
            else:
                pieces.append(Piece("\t"))
            pieces.append(Piece("\t"))
        rows.append(PrintedLine(tuple(pieces[:-1]), tuple(facts), page_may_end_before=True))
    return (*_heading("ENVIRONMENTAL FACTORS:"), *_legend(values.exposure), EMPTY, heads, *rows, EMPTY)


def _locations(values: SpecValues) -> tuple[PrintedLine, ...]:
    rows = []
    for key, label, is_marked in values.locations:
        words, bracket, rest = label.partition(" (")
        mark = "X" if is_marked else ""
        fact = ExpectedFact(f"work_location.{key}", "read", mark, mark or None)
        pieces = (Piece(words, Role.LABEL), Piece(bracket + rest + "\t"), Piece(mark, Role.CODE))
        rows.append(PrintedLine(pieces, (fact,)))
    return (_heading("PRIMARY WORK LOCATION")[0], *rows, EMPTY, *_notes(values, (1, 2)), EMPTY)


def _notes(values: SpecValues, numbers: tuple[int, ...]) -> tuple[PrintedLine, ...]:
    lines = []
    for number in numbers:
        words = values.notes[number - 1]
        fact = prose_fact(f"notes.{number}", (words,) if words else ())
        kind = Kind.BODY if words else Kind.EMPTY_NOTES
        lines.append(PrintedLine((Piece(f"({number}) {words}".strip()),), (fact,), kind))
    if values.notes_on_one_line and len(lines) == 2:
        first, second = lines
        kind = Kind.EMPTY_NOTES if not any(values.notes[:2]) else Kind.BODY
        return (PrintedLine((*first.pieces, Piece(" "), *second.pieces), (*first.facts, *second.facts), kind),)
    return tuple(lines)
