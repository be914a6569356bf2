"""From lines to the blocks of the form: where each section's heading and its lines are."""

from dataclasses import dataclass, replace

from ingest.form import FACTOR_COLUMNS, SECTIONS, Shape
from ingest.model import Issue, Repair
from ingest.norfolk.openings import Opening, is_part_of_column_heads, known_opening, opening_at
from ingest.norfolk.paragraphs import same_paragraph
from ingest.norfolk.service import footnote_kinds
from ingest.source_text import Line

_SHAPES = {section.key: section.shape for section in SECTIONS}


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the document under one heading.

    ``key`` is the section's key; for the table of two columns it is that of the first heading. ``heading_end`` is
    where the last of its headings ends: a table may print its own below the section's.
    """

    key: str
    heading: str | None
    start: int
    lines: tuple[Line, ...]
    repairs: tuple[Repair, ...] = ()
    heading_end: int = 0

    @property
    def end(self) -> int:
        """The end of the block's last line, or of its heading."""
        return self.lines[-1].end if self.lines else self.heading_end


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as blocks, the service footnotes (one entry a page), and what could not be placed."""

    blocks: tuple[Block, ...]
    footnotes: tuple[tuple[Line, ...], ...]
    issues: tuple[Issue, ...]


def lay_out(text: str, lines: tuple[Line, ...]) -> Layout:
    """The document's blocks in order; what stands before the first heading is the ``header`` block."""
    body, footnotes = without_footnotes(text, lines)
    blocks: list[Block] = []
    issues: list[Issue] = []
    current, content = Block("header", None, 0, ()), list[Line]()
    index = 0
    while index < len(body):
        line = body[index]
        opening = opening_at(text, body, index, current.key, has_content=bool(content))
        if opening is None:
            content.append(line)
            index += 1
            continue
        while content and opening.heading is None and is_part_of_column_heads(text, content[-1], line, opening.key):
            content.pop()
        if not opening.is_known:
            sentence = f"The heading “{opening.heading}” is none that the form has."
            issues.append(Issue("unknown_heading", sentence, line.start, opening.heading_end))
        if not _continues(current, opening):
            blocks.append(replace(current, lines=tuple(content)))
            current, content = Block(opening.key, opening.heading, line.start, ()), []
        repairs = (*current.repairs, *(repair for repair in opening.repairs if repair not in current.repairs))
        current = replace(current, repairs=repairs, heading_end=opening.heading_end)
        if line.start == opening.heading_end:
            content.append(line)
            index += 1
        else:
            index = _behind_heading(text, body, index, opening.heading_end)
    blocks.append(replace(current, lines=tuple(content)))
    return Layout(tuple(block for block in blocks if block.lines or block.heading), footnotes, tuple(issues))


def _behind_heading(text: str, body: list[Line], index: int, heading_end: int) -> int:
    """The number of the line that holds the first words behind a heading; it then begins behind that."""
    while index < len(body) and not text[max(body[index].start, heading_end) : body[index].end].strip():
        index += 1
    if index < len(body) and body[index].start < heading_end:
        body[index] = replace(body[index], start=heading_end)
    return index


def opens_section(text: str, line: Line) -> bool:
    """Whether a line is a heading of the form or the column heads of one of its tables."""
    return known_opening(text, line) is not None


def _continues(current: Block, opening: Opening) -> bool:
    """Whether a heading only repeats that of the section it stands in, as tables do at their top and after a page."""
    same_table = current.key in FACTOR_COLUMNS and opening.key in FACTOR_COLUMNS
    return current.key == opening.key or same_table


def without_footnotes(text: str, lines: tuple[Line, ...]) -> tuple[list[Line], tuple[tuple[Line, ...], ...]]:
    """The lines without the paragraphs that begin with the words of the service footnote, and those paragraphs."""
    body: list[Line] = []
    footnotes: list[tuple[Line, ...]] = []
    in_footnote = False
    for index, line in enumerate(lines):
        if footnote_kinds(text[line.start : line.end]):
            footnotes.append((line,))
            in_footnote = True
        elif in_footnote and same_paragraph(text, lines[index - 1], line) and known_opening(text, line) is None:
            footnotes[-1] = (*footnotes[-1], line)
        else:
            in_footnote = False
            body.append(line)
    return body, tuple(footnotes)


def shape_of(key: str) -> Shape:
    """The shape of a section; a heading that the form does not have opens prose."""
    return _SHAPES.get(key, Shape.PROSE)
