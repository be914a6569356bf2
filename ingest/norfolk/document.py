"""A document in the home form, put together from its blocks (contract, section 1)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile

from ingest.folding import folded, repairs_between, skeleton, words
from ingest.form import FACTOR_COLUMNS, SECTION_BY_KEY, SMALL_WORDS, Shape
from ingest.model import Fact, Issue, LegendEntry, Section, Status
from ingest.norfolk.boxes import read_boxes
from ingest.norfolk.codes import disputed_codes
from ingest.norfolk.cross_references import cross_references
from ingest.norfolk.functions import read_functions
from ingest.norfolk.header import read_header
from ingest.norfolk.labels import Cell
from ingest.norfolk.notes import before_footnote, read_notes, split_notes
from ingest.norfolk.paragraphs import same_paragraph, trimmed
from ingest.norfolk.requirements import read_requirements
from ingest.norfolk.rows import Table, without_conflicts
from ingest.norfolk.sectioning import Block, lay_out, shape_of
from ingest.norfolk.service import read_service
from ingest.norfolk.strength import read_strength
from ingest.norfolk.tables import read_demands, read_factors
from ingest.occupations import is_title_like
from ingest.passages import paragraph_stretches, row_stretches, table_stretches
from ingest.reading import Reading
from ingest.source_text import Line

_FEWEST_SECTIONS = 3
_SENTENCE_WORDS = 8
_SHORT_SENTENCE_WORDS = 4
# The sections that may refer to another class's specification for what they mean.
_REFERRING = ("brief_description", "essential_functions", "class_requirements")


def read_norfolk(text: str, lines: tuple[Line, ...]) -> Reading | None:
    """The document's sections, facts, legends, stretches for passages and issues, each in document order.

    Returns:
        None if the document is not in this form: it has fewer than three of the form's sections by their headings.
    """
    layout = lay_out(text, lines)
    known = {block.key for block in layout.blocks if block.heading is not None and block.key in SECTION_BY_KEY}
    if len(known) < _FEWEST_SECTIONS:
        return None
    legend = _strength_legend(text, layout.blocks)
    parts = [_read_block(text, block, legend) for block in layout.blocks]
    service, service_issues = read_service(text, layout.footnotes)
    footnotes = Reading(
        sections=tuple(
            Section("header", None, note[0].page, *trimmed(text, note[0].start, note[-1].end))
            for note in layout.footnotes
        ),
        facts=service,
        stretches=tuple(paragraph_stretches(text, "header", None, layout.footnotes[0]) if layout.footnotes else ()),
        issues=(*layout.issues, *service_issues),
    )
    reading = _in_order([*parts, footnotes])
    return replace(reading, issues=(*reading.issues, *_references(text, reading)))


def _references(text: str, reading: Reading) -> tuple[Issue, ...]:
    """What the sections that say what a class does and needs leave to the specifications of other classes."""
    title = next((fact.value for fact in reading.facts if fact.field == "title"), None)
    return tuple(
        issue
        for section in reading.sections
        if section.key in _REFERRING
        for issue in cross_references(text, section.start, section.end, title)
    )


def _strength_legend(text: str, blocks: Sequence[Block]) -> tuple[LegendEntry, ...]:
    """The legend of the strength codes, which stands below the functions that use it."""
    return tuple(entry for b in blocks if b.key == "overall_strength" for entry in read_strength(text, b).legend)


def _in_order(parts: Sequence[Reading]) -> Reading:
    """The parts as one, everything by its place; what the document says twice must agree."""
    found = sorted((fact for part in parts for fact in part.facts), key=lambda fact: (fact.start, fact.raw_start))
    facts = without_conflicts(found)
    sections = sorted((section for part in parts for section in part.sections), key=lambda section: section.start)
    return Reading(
        tuple(sections),
        tuple(entry for part in parts for entry in part.legends),
        tuple(facts),
        tuple(sorted((stretch for part in parts for stretch in part.stretches), key=lambda stretch: stretch.start)),
        tuple(sorted((issue for part in parts for issue in part.issues), key=lambda issue: issue.start or 0)),
    )


def _read_block(text: str, block: Block, legend: Sequence[LegendEntry]) -> Reading:
    shape = shape_of(block.key)
    if shape is Shape.HEADER:
        return _header(text, block)
    if shape is Shape.FUNCTIONS:
        return _rows(text, block, read_functions(text, block, legend))
    if shape is Shape.REQUIREMENTS:
        return _rows(text, block, read_requirements(text, block))
    if shape is Shape.STRENGTH:
        return _table(text, block, read_strength)
    if shape in _TABLE_READERS:
        return _table_with_notes(text, block, _TABLE_READERS[shape])
    return _prose(text, block)


_TABLE_READERS: dict[Shape, Callable[[str, Block], Table]] = {
    Shape.DEMANDS: read_demands,
    Shape.FACTORS: read_factors,
    Shape.BOXES: read_boxes,
}


def _header(text: str, block: Block) -> Reading:
    """The labelled lines; sentences among them are the description whose heading is missing."""
    facts, rest, issues = read_header(text, block.lines)
    prose = _sentences(text, rest)
    labelled = [line for line in block.lines if line not in prose]
    header = Reading(
        sections=(_section(text, replace(block, start=labelled[0].start, lines=tuple(labelled))),) if labelled else (),
        facts=facts,
        stretches=tuple(table_stretches(text, "header", None, labelled)),
        issues=(*issues, *_unplaced(text, [line for line in rest if line not in prose])),
    )
    if not prose:
        return header
    return _in_order([header, _prose(text, Block("brief_description", None, prose[0].start, tuple(prose)))])


def _sentences(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of the paragraphs that are sentences, or that go on with one."""
    found: list[Line] = []
    for paragraph in _paragraphs(text, lines):
        prose = list(dropwhile(lambda line: is_title_like(folded(text[line.start : line.end])), paragraph))
        content = " ".join(folded(text[line.start : line.end]) for line in prose)
        goes_on = bool(found) and content[:1].islower() and not text[: found[-1].end].rstrip().endswith(".")
        if goes_on or _says_something(content):
            found += prose
    return found


def _says_something(content: str) -> bool:
    """Whether a paragraph is sentences, and not names that stand one after another."""
    said = content.split()
    has_small = any(word.islower() and word not in SMALL_WORDS for word in said)
    if content.endswith("."):
        return len(said) >= (_SHORT_SENTENCE_WORDS if has_small else _SENTENCE_WORDS)
    return has_small and len(said) >= _SENTENCE_WORDS


def _paragraphs(text: str, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, those together between which there is no empty line."""
    found: list[list[Line]] = []
    for line in lines:
        if found and same_paragraph(text, found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _table_with_notes(text: str, block: Block, read: Callable[[str, Block], Table]) -> Reading:
    rows, note_lines = split_notes(text, block.lines)
    table = _table(text, replace(block, lines=rows), read)
    note_lines, below = before_footnote(text, note_lines)
    notes, section = read_notes(text, note_lines)
    written = [fact for fact in notes if fact.status is Status.READ]
    footnotes = Reading((section,) if section else (), (), notes, tuple(row_stretches("notes", None, written)))
    below_form = [_prose(text, Block("other", None, below[0].start, below))] if below else []
    return _in_order([table, footnotes, *below_form])


def _table(text: str, block: Block, read: Callable[[str, Block], Table]) -> Reading:
    """A table whose lines share passages; a sentence in it is a passage of its own."""
    table = read(text, block)
    prose = [line for line in table.prose if _is_sentence(text, line)]
    rows = [line for line in block.lines if line not in prose]
    return Reading(
        _sections(text, block, table.facts),
        tuple(entry for entry in table.legend if entry.word),
        table.facts,
        (
            *paragraph_stretches(text, block.key, block.heading, prose),
            *table_stretches(text, block.key, block.heading, rows),
        ),
        (
            *table.issues,
            *_disputed(table.legend),
            *_unplaced(text, [line for line in table.prose if line not in prose]),
        ),
    )


def _disputed(legend: Sequence[LegendEntry]) -> tuple[Issue, ...]:
    """One issue for each code for which a table's legend has two words, with the place of the second."""
    last = {entry.code: entry for entry in legend}
    return tuple(
        Issue("conflicting_legend", f"The legend has two words for the code {code}.", last[code].start, last[code].end)
        for code in sorted(disputed_codes(legend))
    )


def _rows(text: str, block: Block, table: Table) -> Reading:
    """A table whose rows are a passage each, after the paragraphs above it."""
    stretches = (
        *paragraph_stretches(text, block.key, block.heading, table.prose),
        *row_stretches(block.key, block.heading, table.facts),
    )
    return Reading(_sections(text, block, table.facts), (), table.facts, stretches, table.issues)


def _prose(text: str, block: Block) -> Reading:
    stretches = tuple(paragraph_stretches(text, block.key, block.heading, block.lines))
    facts = (_prose_fact(text, block),) if block.key in SECTION_BY_KEY else ()
    return Reading((_section(text, block),), (), facts, stretches)


def _prose_fact(text: str, block: Block) -> Fact:
    """The section's prose: its lines, which a page footer or a footnote between them is no part of."""
    if not block.lines:
        start, end = trimmed(text, block.start, block.heading_end)
        return Fact(block.key, Status.BLANK, "", None, None, None, start, end, end, end)
    start, end = trimmed(text, block.lines[0].start, block.lines[-1].end)
    value = " ".join(folded(text[line.start : line.end]) for line in block.lines)
    repairs = repairs_between(text, start, end, folded(text[start:end]))
    page = block.lines[0].page
    return Fact(block.key, Status.READ, text[start:end], value, None, page, start, end, start, end, None, repairs)


def _sections(text: str, block: Block, facts: Sequence[Fact]) -> tuple[Section, ...]:
    """The block as a section; a table of two columns is a section for each column that has rows."""
    rows_end = max((fact.end for fact in facts), default=0)
    if block.key not in FACTOR_COLUMNS:
        return (_section(text, block, rows_end=rows_end),)
    present = {fact.field.partition(".")[0] for fact in facts} | {block.key}
    said = skeleton(text[block.start : block.heading_end])
    printed = {key: SECTION_BY_KEY[key].headings[0] for key in FACTOR_COLUMNS}
    headings = {key: name if skeleton(name) in said else None for key, name in printed.items()}
    headings[block.key] = block.heading
    columns = (replace(block, key=key, heading=headings[key]) for key in FACTOR_COLUMNS if key in present)
    return tuple(_section(text, column, rows_end=rows_end) for column in columns)


def _section(text: str, block: Block, *, rows_end: int = 0) -> Section:
    """The section's place, from its heading to the end of its last line, a blank cell at that end included."""
    start, end = trimmed(text, block.start, max(block.end, block.heading_end))
    return Section(block.key, block.heading, None, start, max(end, rows_end), block.repairs)


def _is_sentence(text: str, line: Line) -> bool:
    return len(words(text[line.start : line.end])) >= _SENTENCE_WORDS


def _unplaced(text: str, lines: Iterable[Line]) -> tuple[Issue, ...]:
    places = [Cell(*trimmed(text, line.start, line.end)) for line in lines if words(text[line.start : line.end])]
    return tuple(
        Issue("unplaced_line", f"“{folded(text[place.start : place.end])[:80]}” could not be placed in the form.",
              place.start, place.end)
        for place in places
    )  # fmt: skip
