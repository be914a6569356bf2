"""The sections of another agency's document: one after another, each from its heading to before the next one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.folding import folded
from ingest.generic.boilerplate import is_notice
from ingest.generic.heading_forms import WHAT_IS_ASKED
from ingest.generic.headings import HeadingLine
from ingest.generic.printed_lines import PrintedLines, is_rule
from ingest.model import Section
from ingest.passages import Stretch

# Lists of short items share passages; a line as long as this is a paragraph of its own.
_ITEM_LETTERS = 130


@dataclass(frozen=True, slots=True)
class Block:
    """One section: the lines from ``first`` up to ``stop``, its heading, and the headings of its parts.

    ``head_lines`` are the lines that are nothing but a heading of a part.
    """

    key: str
    heading: HeadingLine | None
    first: int
    stop: int
    parts: tuple[HeadingLine, ...] = ()
    head_lines: frozenset[int] = frozenset()

    @property
    def words(self) -> str | None:
        """The heading's own words; None where the document prints none."""
        return self.heading.words or None if self.heading else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the lines of a section, at most from one heading of its parts to the next."""

    block: Block
    first: int
    stop: int


def outline(
    page: PrintedLines, headings: Sequence[HeadingLine], names_classes: Callable[[str], bool]
) -> tuple[Block, ...]:
    """The sections in order; what stands before the first heading is the ``header``.

    A heading below another that is none of a section's, names classes of the series, or counts alternatives, heads
    only a part of the section that it stands in.
    """
    blocks: list[Block] = []
    current, parts = Block("header", None, 0, len(page)), list[HeadingLine]()
    for heading in headings:
        if _is_part(current, heading, names_classes):
            parts.append(heading)
            continue
        blocks.append(_with_parts(replace(current, stop=heading.first_line), parts))
        current, parts = Block(heading.name.key, heading, heading.first_line, len(page)), []
    blocks.append(_with_parts(current, parts))
    return tuple(block for block in blocks if block.stop > block.first)


def _with_parts(block: Block, parts: Sequence[HeadingLine]) -> Block:
    alone = (range(part.first_line, part.last_line + 1) for part in parts if part.content_start is None)
    return replace(block, parts=tuple(parts), head_lines=frozenset(line for lines in alone for line in lines))


def _is_part(block: Block, heading: HeadingLine, names_classes: Callable[[str], bool]) -> bool:
    above = block.heading
    if above is None:
        return False
    if heading.is_marked and above.is_marked and heading.level < above.level:
        return False
    if heading.is_alternative or (not heading.name.is_known and names_classes(heading.words)):
        return True
    if above.is_marked and heading.content_start is not None and {heading.name.key, block.key} <= WHAT_IS_ASKED:
        return True
    if heading.name.is_known and (heading.name.key != block.key or block.key == "other"):
        return False
    return heading.content_start is not None or heading.level > above.level


def pieces(block: Block) -> tuple[Piece, ...]:
    """A section cut before each heading of its parts."""
    cuts = [block.first, *(part.first_line for part in block.parts), block.stop]
    return tuple(Piece(block, first, stop) for first, stop in pairwise(cuts) if stop > first)


def content_lines(piece: Piece) -> range:
    """The lines of a piece without the section's own heading, unless text stands on the heading's line too."""
    heading = piece.block.heading
    first = piece.first
    if heading is not None and first == heading.first_line and heading.content_start is None:
        first = heading.last_line + 1
    return range(min(first, piece.stop), piece.stop)


def section_of(page: PrintedLines, piece: Piece) -> Section:
    """The section, or the part of one, that a piece is."""
    start, _ = page.place(piece.first)
    _, end = page.place(piece.stop - 1)
    return Section(piece.block.key, piece.block.words, page.page_at(start), start, max(start, end))


class PassageLines:
    """Finds the stretches for passages; a paragraph that a document repeats is one only where it stands first."""

    def __init__(self, page: PrintedLines) -> None:
        """Find them in that document."""
        self._page = page
        self._first: dict[str, int] = {}

    def stretches(self, piece: Piece) -> list[Stretch]:
        """The paragraphs of a piece without notices, rules and what was said before; a part's heading leads its own."""
        found: list[Stretch] = []
        heads = piece.block.head_lines
        lead: int | None = None
        for paragraph in self._paragraphs(content_lines(piece), heads):
            start, end = self._page.place(paragraph[0])[0], self._page.place(paragraph[-1])[1]
            if paragraph[-1] in heads:
                lead = start if lead is None else lead
                continue
            if self._is_said(start, end):
                continue
            words = self._page.text[start:end]
            joinable = len(paragraph) == 1 and len(words) <= _ITEM_LETTERS
            begin = start if lead is None else lead
            page = self._page.page_at(begin)
            found.append(Stretch(piece.block.key, piece.block.words, page, begin, end, joinable))
            lead = None
        return found

    def _is_said(self, start: int, end: int) -> bool:
        words = folded(self._page.text[start:end])
        if is_rule(words) or is_notice(words) or not any(character.isalnum() for character in words):
            return True
        return self._first.setdefault(words.casefold(), start) != start

    def _paragraphs(self, lines: range, heads: frozenset[int]) -> list[list[int]]:
        """Runs of lines that no empty line parts; where lines were not cut to a width, each line."""
        found: list[list[int]] = []
        for at in lines:
            alone = self._page.is_uncut or self._page.is_set_off(at) or at in heads or at - 1 in heads
            if found and not alone and not is_rule(self._page.words[at]):
                found[-1].append(at)
            else:
                found.append([at])
        return found
