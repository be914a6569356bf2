"""Which lines open a section of the form: its heading, its table's column heads, or the words that it begins with."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from ingest.folding import allowed_errors, by_skeleton, folded, nearest, repairs_between, skeleton, words
from ingest.form import SECTIONS, SMALL_WORDS
from ingest.model import Repair
from ingest.norfolk.paragraphs import same_paragraph, trimmed
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
_MOST_COLUMN_LETTERS = max(len(head) + allowed_errors(len(head)) for head in _COLUMN_HEADS)
_SECTION_OF_COLUMN_HEAD = {head: section.key for section in SECTIONS for head in section.column_heads}
_COLUMN_HEADS_OF = defaultdict[str, tuple[str, ...]](tuple, {section.key: section.column_heads for section in SECTIONS})
_OPENINGS = {skeleton(opening): section.key for section in SECTIONS for opening in section.openings}
_OPENING_START = 12
_OPENING_STARTS = tuple(opening[:_OPENING_START] for opening in _OPENINGS)
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
# A mark or a code behind a heading is none of its words.
_CODE_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that opens a section: its key, the heading as printed, and where the heading's words end."""

    key: str
    heading: str | None
    heading_end: int
    repairs: tuple[Repair, ...]
    is_known: bool = True


def opening_at(text: str, body: list[Line], index: int, key: str, *, has_content: bool) -> Opening | None:
    """The section that a line opens, if it opens one."""
    line = body[index]
    content = text[line.start : line.end]
    known = _wrapped_heading(text, body, index) or known_opening(text, line)
    if known is not None:
        return None if _is_list_item(text, body, index, key, known) else known
    if key in ("header", "brief_description"):
        opened = _opened_by_text(content)
        if opened is not None:
            return Opening(opened, None, line.start, ())
    return None if key == "header" else _unknown_heading(text, body, index, key, has_content=has_content)


@lru_cache(maxsize=4096)
def _opened_by_text(content: str) -> str | None:
    """The section whose text a line begins, where its heading is missing."""
    if skeleton(content.lstrip()[: 4 * _OPENING_START]).startswith(_OPENING_STARTS):
        opened = next((section for opening, section in _OPENINGS.items() if _begins_with(content, opening)), None)
        if opened is not None:
            return opened
    return "essential_functions" if _FUNCTION_ROW.match(content) else None


def _begins_with(content: str, opening: str) -> bool:
    """Whether a line begins with the words of a skeleton, or with as many of them as it has."""
    said = skeleton(content[: 2 * len(opening)])
    return len(said) >= _FEWEST_OPENING_LETTERS and (said.startswith(opening) or opening.startswith(said))


def is_part_of_column_heads(text: str, above: Line, line: Line, key: str) -> bool:
    """Whether a line right above column heads is their upper part: words of theirs and no others."""
    said = words(text[above.start : above.end])
    heads = {word for head, of in _SECTION_OF_COLUMN_HEAD.items() if of == key for word in words(head)}
    return bool(said) and set(said) <= heads and same_paragraph(text, above, line)


def known_opening(text: str, line: Line) -> Opening | None:
    """The section that a line opens by words of the form."""
    return _opening_by_words(text, line) if _has_words_of_opening(text[line.start : line.end]) else None


def _opening_by_words(text: str, line: Line) -> Opening | None:
    before = _heading_before_words(text, line)
    if before is not None and before.heading is None and not before.repairs:
        return before  # column heads as the form prints them; what stands behind them is no misread part of them
    return _column_head(text, line) or _known_heading(text, line) or before


@lru_cache(maxsize=4096)
def _has_words_of_opening(content: str) -> bool:
    """Whether a line opens a section by words of the form; remembered, because a document is laid out several times."""
    return _opening_by_words(content, Line(0, len(content), None)) is not None


def _is_list_item(text: str, body: list[Line], index: int, key: str, opening: Opening) -> bool:
    """Whether a heading's words are a line within a paragraph: not in capitals, marked by nothing, set off by nothing.

    Only the heading of the section that a line stands in may be repeated there so.
    """
    line = body[index]
    content = text[line.start : max(opening.heading_end, line.start)] or text[line.start : line.end]
    is_marked = opening.heading is None or ":" in content or "#" in content or _in_capitals(content)
    if is_marked or key in ("header", opening.key) or index + 1 == len(body):
        return False
    return same_paragraph(text, body[index - 1], line) and same_paragraph(text, line, body[index + 1])


def _column_head(text: str, line: Line) -> Opening | None:
    content = text[line.start : line.end]
    if len(skeleton(content)) > _MOST_COLUMN_LETTERS or len(" ".join(content.split())) > _HEADING_LETTERS:
        return None
    head = nearest(content, _COLUMN_HEADS) or _stacked_head(content)
    if head is None:
        return None
    key = _SECTION_OF_COLUMN_HEAD[head]
    return Opening(key, None, line.end, repairs_between(text, line.start, line.end, head))


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


def _known_heading(text: str, line: Line) -> Opening | None:
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
    return Opening(_SECTION_OF_HEADING[heading], own, heading_end, repairs_between(text, start, end, heading))


def _is_named(said: str) -> bool:
    """Whether words are a heading of several words, each but the small ones with a capital letter."""
    named = said.split()
    capital = all(word[0].isupper() for word in named if word.casefold() not in SMALL_WORDS and word[0].isalpha())
    return len(named) > 1 and capital and skeleton(said) in _ALL_HEADINGS


def _wrapped_heading(text: str, body: list[Line], index: int) -> Opening | None:
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
            return Opening(_SECTION_OF_HEADING[heading], own, heading_end, repairs_between(text, start, end, heading))
        index += 1
    return None


def _heading_before_words(text: str, line: Line) -> Opening | None:
    """A heading, or a table's column heads, at the start of a line whose words run on with a cell of the table."""
    stop = min(line.end, line.start + 4 * _HEADING_LETTERS)
    if "\t" in text[line.start : line.end]:
        return None
    if not _may_begin_with_heading(text[line.start : stop]):
        return _misread_before_words(text, line, stop)
    said = list(_WORD.finditer(text, line.start, stop))
    for count in range(min(len(said) - 1, _MOST_HEADING_WORDS), 1, -1):
        start, end = said[0].start(), said[count - 1].end()
        bare = skeleton(text[start:end])
        key = _SECTION_OF_COLUMN_HEAD.get(_COLUMN_HEADS.get(bare, ""))
        heading = _ALL_HEADINGS.get(bare)
        if key is not None:
            return Opening(key, None, end, ())
        if heading is not None and _in_capitals(text[start:end]) and not said[count][0].isupper():
            return Opening(_SECTION_OF_HEADING[heading], folded(text[start:end]), end, ())
    return _misread_before_words(text, line, stop)


def _misread_before_words(text: str, line: Line, stop: int) -> Opening | None:
    """A heading, or column heads, with letters misread: all the capital words before words that are not in capitals."""
    first = _WORD.search(text, line.start, stop)
    if first is None or any(map(str.islower, first[0])):
        return None
    said = list(_WORD.finditer(text, line.start, stop))
    count = next((at for at, word in enumerate(said) if any(map(str.islower, word[0]))), 0)
    while count and len(skeleton(said[count - 1][0])) <= _CODE_LETTERS:
        count -= 1
    if not 1 < count <= _MOST_HEADING_WORDS:
        return None
    start, end = said[0].start(), said[count - 1].end()
    head, heading = (nearest(text[start:end], known) for known in (_COLUMN_HEADS, _ALL_HEADINGS))
    if head is not None:
        return Opening(_SECTION_OF_COLUMN_HEAD[head], None, end, repairs_between(text, start, end, head))
    if heading is None:
        return None
    repairs = repairs_between(text, start, end, heading)
    return Opening(_SECTION_OF_HEADING[heading], _own_words(text, start, end, heading), end, repairs)


def _may_begin_with_heading(content: str) -> bool:
    """Whether some heading or column head may be at the start of a line; markup may hide one."""
    return "<" in content or skeleton(content).startswith(_FIRST_WORDS)


def _own_words(text: str, start: int, end: int, heading: str) -> str:
    """The heading in the document's own words, or the form's where the document's had to be repaired."""
    return heading if repairs_between(text, start, end, heading) else folded(text[start:end]).strip("#*=| ")


def _in_capitals(words: str) -> bool:
    letters = sum(map(str.isalpha, words))
    return letters >= 4 and sum(map(str.isupper, words)) >= 0.8 * letters


def _unknown_heading(text: str, body: list[Line], index: int, key: str, *, has_content: bool) -> Opening | None:
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
    return Opening("other", folded(content).rstrip(":"), line.end, (), is_known=False)


def _stands_alone(text: str, body: list[Line], index: int) -> bool:
    line = body[index]
    if index + 1 == len(body) or len(text[line.start : line.end].split()) < 2:
        return False
    above, below = body[index - 1], body[index + 1]
    return not same_paragraph(text, above, line) and not _in_capitals(text[below.start : below.end])
