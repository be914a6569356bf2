"""From lines to the blocks of the form: where each section's heading and its lines are."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.folding import by_skeleton, folded, nearest, repairs_between, skeleton, words
from ingest.form import FACTOR_COLUMNS, SECTIONS, SMALL_WORDS, Shape
from ingest.model import Issue, Repair
from ingest.norfolk.service import footnote_kinds
from ingest.source_text import Line

_SECTION_OF_HEADING = {heading: section.key for section in SECTIONS for heading in section.headings}
_ALL_HEADINGS = by_skeleton((heading, heading) for heading in _SECTION_OF_HEADING)
# The skeletons of the words that a heading begins with and that are not all of it.
_HEADING_STARTS = frozenset(
    skeleton(" ".join(heading.split()[:count]))
    for heading in _SECTION_OF_HEADING
    for count in range(1, len(heading.split()))
)
_COLUMN_HEADS = by_skeleton((head, head) for section in SECTIONS for head in section.column_heads)
_SECTION_OF_COLUMN_HEAD = {head: section.key for section in SECTIONS for head in section.column_heads}
_COLUMN_HEADS_OF = defaultdict[str, tuple[str, ...]](tuple, {section.key: section.column_heads for section in SECTIONS})
_OPENINGS = {skeleton(opening): section.key for section in SECTIONS for opening in section.openings}
_HEADINGS_OF_SECTION = {section.key: section.headings for section in SECTIONS}
_FIRST_WORDS = (*_ALL_HEADINGS, *_COLUMN_HEADS)
_PIECES = re.compile(r"\s{2,}")
_FUNCTION_ROW = re.compile(r"\s*\d{1,2}[.)]?\t[^\t]{0,3}\t\s*\w")
_COLUMNS = re.compile(r"\t| {3,}")
_WORD = re.compile(r"\S+")
# What numbers a heading: "Section 4:", "IV.", "4)", "D.".
_HEADING_NUMBER = re.compile(
    r"[\s\ufeff#*]*(?:(?:section|part)[ \xa0]+)?(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.):][ \xa0\t]+(?=\S)", re.IGNORECASE
)
_HEADING_LETTERS = 90
_MOST_HEADING_WORDS = 9
_MOST_HEADING_LINES = 3
_FEWEST_OPENING_LETTERS = 40
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
    body, footnotes = without_footnotes(text, lines)
    blocks: list[Block] = []
    issues: list[Issue] = []
    current, content = Block("header", None, 0, ()), list[Line]()
    index = 0
    while index < len(body):
        line = body[index]
        opening = _opening(text, body, index, current.key, has_content=bool(content))
        if opening is None:
            content.append(line)
            index += 1
            continue
        while content and opening.heading is None and _is_part_of_heads(text, content[-1], line, opening.key):
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


def _is_part_of_heads(text: str, above: Line, line: Line, key: str) -> bool:
    """Whether a line right above column heads is their upper part: words of theirs and no others."""
    said = words(text[above.start : above.end])
    heads = {word for head, of in _SECTION_OF_COLUMN_HEAD.items() if of == key for word in words(head)}
    return bool(said) and set(said) <= heads and same_paragraph(text, above, line)


def opens_section(text: str, line: Line) -> bool:
    """Whether a line is a heading of the form or the column heads of one of its tables."""
    return _known_opening(text, line) is not None


def _continues(current: Block, opening: _Opening) -> bool:
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
    known = _wrapped_heading(text, body, index) or _known_opening(text, line)
    if known is not None:
        return None if _is_list_item(text, body, index, key, known) else known
    if key in ("header", "brief_description"):
        opened = _opened_by_text(content)
        if opened is not None:
            return _Opening(opened, None, line.start, ())
    return None if key == "header" else _unknown_heading(text, body, index, key, has_content=has_content)


@lru_cache(maxsize=4096)
def _opened_by_text(content: str) -> str | None:
    """The section whose text a line begins, where its heading is missing."""
    opened = next((section for opening, section in _OPENINGS.items() if _begins_with(content, opening)), None)
    return "essential_functions" if opened is None and _FUNCTION_ROW.match(content) else opened


def _begins_with(content: str, opening: str) -> bool:
    """Whether a line begins with the words of a skeleton, or with as many of them as it has."""
    said = skeleton(content[: 2 * len(opening)])
    return len(said) >= _FEWEST_OPENING_LETTERS and (said.startswith(opening) or opening.startswith(said))


def _known_opening(text: str, line: Line) -> _Opening | None:
    """The section that a line opens by words of the form."""
    return _opening_by_words(text, line) if _has_words_of_opening(text[line.start : line.end]) else None


def _opening_by_words(text: str, line: Line) -> _Opening | None:
    return _column_head(text, line) or _known_heading(text, line) or _heading_before_words(text, line)


@lru_cache(maxsize=4096)
def _has_words_of_opening(content: str) -> bool:
    """Whether a line opens a section by words of the form; remembered, because a document is laid out several times."""
    return _opening_by_words(content, Line(0, len(content), None)) is not None


def _is_list_item(text: str, body: list[Line], index: int, key: str, opening: _Opening) -> bool:
    """Whether a heading's words are a line within a paragraph: not in capitals, marked by nothing, set off by nothing.

    Only the heading of the section that a line stands in may be repeated there so.
    """
    line = body[index]
    content = text[line.start : max(opening.heading_end, line.start)] or text[line.start : line.end]
    is_marked = opening.heading is None or ":" in content or "#" in content or _in_capitals(content)
    if is_marked or key in ("header", opening.key) or index + 1 == len(body):
        return False
    return same_paragraph(text, body[index - 1], line) and same_paragraph(text, line, body[index + 1])


def _column_head(text: str, line: Line) -> _Opening | None:
    content = text[line.start : line.end]
    if len(" ".join(content.split())) > _HEADING_LETTERS:
        return None
    head = nearest(content, _COLUMN_HEADS) or _stacked_head(content)
    if head is None:
        return None
    key = _SECTION_OF_COLUMN_HEAD[head]
    return _Opening(key, None, line.end, repairs_between(text, line.start, line.end, head))


def _stacked_head(content: str) -> str | None:
    """The column heads that a line in columns is a part of: the section's heading, and no word but theirs."""
    pieces = _PIECES.split(content.strip())
    if len(pieces) < 2 or "\t" in content.strip():
        return None
    for head, key in _SECTION_OF_COLUMN_HEAD.items():
        is_part = set(words(content)) <= set(words(head))
        headings = {skeleton(heading) for heading in _HEADINGS_OF_SECTION[key]}
        if is_part and any(skeleton(piece) in headings and piece.isupper() for piece in pieces):
            return head
    return None


def _known_heading(text: str, line: Line) -> _Opening | None:
    """A heading alone on its line, or before a colon with its text after it: in capitals, or exactly as it is named."""
    number = _HEADING_NUMBER.match(text, line.start, line.end)
    begins = number.end() if number else line.start
    content = text[begins : line.end]
    before_colon = content.partition(":")[0]
    if len(before_colon.strip()) > _HEADING_LETTERS:
        return None
    alone = not content[len(before_colon) :].strip(": \t\xa0*")
    if not alone and not _in_capitals(before_colon) and not _is_named(before_colon):
        return None
    heading = nearest(before_colon, _ALL_HEADINGS)
    if heading is None:
        return None
    start = begins + len(before_colon) - len(before_colon.lstrip(" \t\ufeff"))
    end = begins + len(before_colon.rstrip())
    own = _own_words(text, start, end, heading)
    heading_end = line.end if alone else begins + len(before_colon) + 1
    return _Opening(_SECTION_OF_HEADING[heading], own, heading_end, repairs_between(text, start, end, heading))


def _is_named(said: str) -> bool:
    """Whether words are a heading of several words, each but the small ones with a capital letter."""
    named = said.split()
    capital = all(word[0].isupper() for word in named if word.casefold() not in SMALL_WORDS and word[0].isalpha())
    return len(named) > 1 and capital and skeleton(said) in _ALL_HEADINGS


def _wrapped_heading(text: str, body: list[Line], index: int) -> _Opening | None:
    """A heading in capitals that a narrow page cut, so that it goes on in the line below or the two below."""
    first = body[index]
    number = _HEADING_NUMBER.match(text, first.start, first.end)
    start, end = trimmed(text, number.end() if number else first.start, first.end)
    first_words = text[start : min(end, start + _HEADING_LETTERS)]
    if skeleton(first_words) not in _HEADING_STARTS or not _in_capitals(first_words):
        return None
    for below in body[index + 1 : index + _MOST_HEADING_LINES]:
        if not same_paragraph(text, body[index], below):
            return None
        before_colon = text[below.start : below.end].partition(":")[0]
        end = below.start + len(before_colon.rstrip())
        heading = _ALL_HEADINGS.get(skeleton(text[start:end]))
        if heading is not None and _in_capitals(text[start:end]):
            own = _own_words(text, start, end, heading)
            heading_end = min(below.start + len(before_colon) + 1, below.end)
            return _Opening(_SECTION_OF_HEADING[heading], own, heading_end, repairs_between(text, start, end, heading))
        index += 1
    return None


def _heading_before_words(text: str, line: Line) -> _Opening | None:
    """A heading, or a table's column heads, at the start of a line whose words run on with a cell of the table."""
    stop = min(line.end, line.start + 4 * _HEADING_LETTERS)
    if "\t" in text[line.start : line.end] or not _may_begin_with_heading(text[line.start : stop]):
        return None
    said = list(_WORD.finditer(text, line.start, stop))
    for count in range(min(len(said) - 1, _MOST_HEADING_WORDS), 1, -1):
        start, end = said[0].start(), said[count - 1].end()
        bare = skeleton(text[start:end])
        key = _SECTION_OF_COLUMN_HEAD.get(_COLUMN_HEADS.get(bare, ""))
        heading = _ALL_HEADINGS.get(bare)
        if key is not None:
            return _Opening(key, None, end, ())
        if heading is not None and _in_capitals(text[start:end]) and not said[count][0].isupper():
            return _Opening(_SECTION_OF_HEADING[heading], folded(text[start:end]), end, ())
    return None


def _may_begin_with_heading(content: str) -> bool:
    """Whether some heading or column head may be at the start of a line; markup may hide one."""
    return "<" in content or skeleton(content).startswith(_FIRST_WORDS)


def _own_words(text: str, start: int, end: int, heading: str) -> str:
    """The heading in the document's own words, or the form's where the document's had to be repaired."""
    return heading if repairs_between(text, start, end, heading) else folded(text[start:end]).strip("#*=| ")


def _in_capitals(words: str) -> bool:
    letters = [character for character in words if character.isalpha()]
    return len(letters) >= 4 and sum(character.isupper() for character in letters) >= 0.8 * len(letters)


def _unknown_heading(text: str, body: list[Line], index: int, key: str, *, has_content: bool) -> _Opening | None:
    """A line in capitals that ends with a colon, or stands alone above text that is not in capitals.

    A part of the column heads of the section that it stands in is none.
    """
    line = body[index]
    content = text[line.start : line.end].strip()
    if _COLUMNS.search(content) or len(content) > _HEADING_LETTERS or not _in_capitals(content):
        return None
    if not content[0].isalnum() or any(skeleton(content) in skeleton(head) for head in _COLUMN_HEADS_OF[key]):
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
