"""Which parts of a series document are about which of its classes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.generic.class_names import ClassNames
from ingest.generic.heading_keys import HeadingName, heading_name
from ingest.generic.headings import HeadingLine, run_in_head
from ingest.generic.outline import Block, Piece, content_lines, pieces
from ingest.generic.printed_lines import PrintedLines

_PART_LEVEL = 10
_MOST_LETTERS = 150


@dataclass(frozen=True, slots=True)
class Scoped:
    """A piece of a section and the classes that it is about; None where it holds for all of them."""

    piece: Piece
    classes: frozenset[int] | None = None

    def is_about(self, place: int) -> bool:
        """Whether the piece is about the class at a place in the series."""
        return self.classes is None or place in self.classes


def class_headings(
    page: PrintedLines, names: ClassNames, found: Sequence[HeadingLine], skipped: frozenset[int]
) -> tuple[HeadingLine, ...]:
    """The headings found, and between them the lines that begin with the title of a class or with "All levels:"."""
    taken = skipped.union(*(range(heading.first_line, heading.last_line + 1) for heading in found))
    more = [heading for at in range(len(page)) if at not in taken and (heading := _class_heading(page, at, names))]
    return tuple(sorted((*named_apart(found, names), *more), key=lambda heading: heading.first_line))


def named_apart(found: Sequence[HeadingLine], names: ClassNames) -> tuple[HeadingLine, ...]:
    """The headings, one that has the title of a class in it known by its other words: "Duties of the Clerk"."""
    return tuple(_known(heading, names) for heading in found)


def _known(heading: HeadingLine, names: ClassNames) -> HeadingLine:
    if heading.name.is_known or names.named(heading.words):
        return heading
    name = heading_name(names.apart(heading.words)[0])
    return replace(heading, name=name) if name.is_known else heading


def _class_heading(page: PrintedLines, at: int, names: ClassNames) -> HeadingLine | None:
    start, end = page.place(at)
    head = run_in_head(page, at)
    if head is not None and names.plainly(page.text[slice(*head)]):
        content = head[1] + 1
    elif end - start <= _MOST_LETTERS and page.is_alone(at) and names.plainly(page.words[at]):
        content = None
    else:
        return None
    last = head[1] if content is not None and head is not None else end
    name = HeadingName("other", is_known=False)
    return HeadingLine(at, at, start, last, page.text[start:last], name, _PART_LEVEL, content_start=content)


def scoped_pieces(blocks: Sequence[Block], names: ClassNames | None) -> tuple[Scoped, ...]:
    """The document in pieces, each with the classes that the headings over it name.

    A class's own heading over whole sections holds for all of these; headings right below each other count together.
    A heading that speaks of classes and does not say plainly of which makes its part that of no class alone.
    """
    found: list[Scoped] = []
    chapter: tuple[frozenset[int], int] | None = None
    for block in blocks:
        if names is None:
            found.extend(Scoped(piece) for piece in _with_text(block))
            continue
        heading = block.heading
        named = names.named(heading.words) if heading and not heading.name.is_known else frozenset()
        if heading is not None and (named or (chapter and heading.level <= chapter[1])):
            chapter = (named, heading.level) if named else None
        own = names.apart(heading.words)[1] if heading and heading.name.is_known else frozenset()
        found.extend(_scoped(block, names, own or (chapter[0] if chapter else None)))
    return tuple(found)


def _scoped(block: Block, names: ClassNames, scope: frozenset[int] | None) -> Iterator[Scoped]:
    heads = {part.first_line: part for part in block.parts}
    for piece in _with_text(block):
        over = [heads[line] for line in range(piece.first, piece.stop) if line in heads]
        speaking = [head.words for head in over if not head.name.is_known and names.resembles(head.words)]
        if speaking:
            scope = frozenset().union(*map(names.named, speaking))
        yield Scoped(piece, scope)


def _with_text(block: Block) -> list[Piece]:
    """The pieces of a section, those that are nothing but headings as one with the piece below them."""
    found: list[Piece] = []
    first: int | None = None
    for piece in pieces(block):
        begin = piece.first if first is None else first
        if all(line in block.head_lines for line in content_lines(piece)) and piece.stop < block.stop:
            first = begin
            continue
        found.append(replace(piece, first=begin))
        first = None
    return found
