"""From lines to the blocks of the form: where each section's heading and its lines are."""

import re
from dataclasses import dataclass, replace

from ingest.folding import by_skeleton, folded, nearest, repairs_between
from ingest.form import FACTOR_COLUMNS, SECTIONS, Shape
from ingest.model import Issue, Repair
from ingest.service import footnote_kinds
from ingest.source_text import Line

_SECTION_OF_HEADING = {heading: section.key for section in SECTIONS for heading in section.headings}
_ALL_HEADINGS = by_skeleton((heading, heading) for heading in _SECTION_OF_HEADING)
_COLUMN_HEADS = by_skeleton((head, head) for section in SECTIONS for head in section.column_heads)
_SECTION_OF_COLUMN_HEAD = {head: section.key for section in SECTIONS for head in section.column_heads}
_FUNCTION_ROW = re.compile(r"\s*\d{1,2}[.)]?\t[^\t]{0,3}\t\s*\w")
_HEADING_LETTERS = 90
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


@dataclass(frozen=True, slots=True)
class _Opening:
    """A line that opens a section: its key, the heading as printed, and where the heading's words end."""

    key: str
    heading: str | None
    heading_end: int
    repairs: tuple[Repair, ...]
    is_known: bool = True


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A place without the white space at its ends."""
    content = text[start:end]
    bare = content.strip(" \t\r\n\f\v\xa0\ufeff")
    lead = content.find(bare) if bare else 0
    return start + lead, start + lead + len(bare)


def same_paragraph(text: str, above: Line, below: Line) -> bool:
    """Whether no empty line lies between two lines."""
    gap = text[above.end : below.start]
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") == 1


def lay_out(text: str, lines: tuple[Line, ...]) -> Layout:
    """The document's blocks in order; what stands before the first heading is the ``header`` block."""
    body, footnotes = _without_footnotes(text, lines)
    blocks: list[Block] = []
    issues: list[Issue] = []
    current, content = Block("header", None, 0, ()), list[Line]()
    for index, line in enumerate(body):
        opening = _opening(text, body, index, current.key, has_content=bool(content))
        if opening is None:
            content.append(line)
            continue
        if not opening.is_known:
            sentence = f"The heading “{opening.heading}” is none that the form has."
            issues.append(Issue("unknown_heading", sentence, line.start, opening.heading_end))
        if not _continues(current, opening):
            blocks.append(replace(current, lines=tuple(content)))
            current, content = Block(opening.key, opening.heading, line.start, ()), []
        repairs = (*current.repairs, *(repair for repair in opening.repairs if repair not in current.repairs))
        current = replace(current, repairs=repairs, heading_end=opening.heading_end)
        if text[opening.heading_end : line.end].strip():
            content.append(replace(line, start=opening.heading_end))
    blocks.append(replace(current, lines=tuple(content)))
    return Layout(tuple(block for block in blocks if block.lines or block.heading), footnotes, tuple(issues))


def _continues(current: Block, opening: _Opening) -> bool:
    """Whether a heading only repeats that of the section it stands in, as tables do at their top and after a page."""
    same_table = current.key in FACTOR_COLUMNS and opening.key in FACTOR_COLUMNS
    return current.key == opening.key or same_table


def _without_footnotes(text: str, lines: tuple[Line, ...]) -> tuple[list[Line], tuple[tuple[Line, ...], ...]]:
    """The lines without the paragraphs that begin with the words of the service footnote, and those paragraphs."""
    body: list[Line] = []
    footnotes: list[tuple[Line, ...]] = []
    in_footnote = False
    for index, line in enumerate(lines):
        if footnote_kinds(text[line.start : line.end]):
            footnotes.append((line,))
            in_footnote = True
        elif in_footnote and same_paragraph(text, lines[index - 1], line) and _known_opening(text, line) is None:
            footnotes[-1] = (*footnotes[-1], line)
        else:
            in_footnote = False
            body.append(line)
    return body, tuple(footnotes)


def _opening(text: str, body: list[Line], index: int, key: str, *, has_content: bool) -> _Opening | None:
    """The section that a line opens, if it opens one."""
    line = body[index]
    content = text[line.start : line.end]
    known = _known_opening(text, line)
    if known is not None:
        return None if _is_list_item(text, body, index, key, known) else known
    if key in ("header", "brief_description") and _FUNCTION_ROW.match(content):
        return _Opening("essential_functions", None, line.start, ())
    return None if key == "header" else _unknown_heading(text, body, index, has_content=has_content)


def _known_opening(text: str, line: Line) -> _Opening | None:
    """The section that a line opens by words of the form."""
    return _column_head(text, line) or _known_heading(text, line)


def _is_list_item(text: str, body: list[Line], index: int, key: str, opening: _Opening) -> bool:
    """Whether a heading's words are a line within a paragraph: not in capitals, marked by nothing, set off by nothing.

    Only the heading of the section that a line stands in may be repeated there so.
    """
    line = body[index]
    content = text[line.start : line.end]
    is_marked = opening.heading is None or ":" in content or "#" in content or _in_capitals(content)
    if is_marked or key in ("header", opening.key) or index + 1 == len(body):
        return False
    return same_paragraph(text, body[index - 1], line) and same_paragraph(text, line, body[index + 1])


def _column_head(text: str, line: Line) -> _Opening | None:
    content = text[line.start : line.end]
    if len(content) > _HEADING_LETTERS:
        return None
    head = nearest(content, _COLUMN_HEADS)
    if head is None:
        return None
    key = _SECTION_OF_COLUMN_HEAD[head]
    return _Opening(key, None, line.end, repairs_between(text, line.start, line.end, head))


def _known_heading(text: str, line: Line) -> _Opening | None:
    """A heading alone on its line, or in capitals before a colon with its text after it."""
    content = text[line.start : line.end]
    before_colon = content.partition(":")[0]
    if len(before_colon) > _HEADING_LETTERS:
        return None
    alone = not content[len(before_colon) :].strip(": \t\xa0*")
    if not alone and not _in_capitals(before_colon):
        return None
    heading = nearest(before_colon, _ALL_HEADINGS)
    if heading is None:
        return None
    start = line.start + len(before_colon) - len(before_colon.lstrip(" \t\ufeff"))
    end = line.start + len(before_colon.rstrip())
    own = _own_words(text, start, end, heading)
    heading_end = line.end if alone else line.start + len(before_colon) + 1
    return _Opening(_SECTION_OF_HEADING[heading], own, heading_end, repairs_between(text, start, end, heading))


def _own_words(text: str, start: int, end: int, heading: str) -> str:
    """The heading in the document's own words, or the form's where the document's had to be repaired."""
    return heading if repairs_between(text, start, end, heading) else folded(text[start:end]).strip("#* ")


def _in_capitals(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    return len(letters) >= 4 and sum(character.isupper() for character in letters) >= 0.8 * len(letters)


def _unknown_heading(text: str, body: list[Line], index: int, *, has_content: bool) -> _Opening | None:
    """A line in capitals that ends with a colon, or stands alone above text that is not in capitals."""
    line = body[index]
    content = text[line.start : line.end].strip()
    if "\t" in content or len(content) > _HEADING_LETTERS or not _in_capitals(content):
        return None
    if not content.endswith(":") and not (has_content and _stands_alone(text, body, index)):
        return None
    return _Opening("other", folded(content).rstrip(":"), line.end, (), is_known=False)


def _stands_alone(text: str, body: list[Line], index: int) -> bool:
    line = body[index]
    if index + 1 == len(body) or len(text[line.start : line.end].split()) < 2:
        return False
    above, below = body[index - 1], body[index + 1]
    return not same_paragraph(text, above, line) and not _in_capitals(text[below.start : below.end])


def shape_of(key: str) -> Shape:
    """The shape of a section; a heading that the form does not have opens prose."""
    return _SHAPES.get(key, Shape.PROSE)
