"""The canonical text of a Word document, put together from its blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.model import Issue
from ingest.readers.word.blocks import Block, Paragraph, Rows
from ingest.source_text import Heading, SourceText, Span


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stand together; ``is_running`` those of a running header or footer that are no words of the body."""

    blocks: tuple[Block, ...]
    is_running: bool = False


def composed(parts: Iterable[Part], issues: tuple[Issue, ...] = ()) -> SourceText:
    """The text of the parts: a line for each line and row, an empty line between paragraphs and around tables.

    Items of a list, and paragraphs whose words tabs set apart, follow each other without an empty line.
    """
    pieces: list[str] = []
    headings: list[Heading] = []
    furniture: list[Span] = []
    length = 0
    above: Block | None = None
    for part in parts:
        for block in part.blocks:
            if not block.lines:
                continue
            gap = "" if above is None else "\n" if _is_row(above) and _is_row(block) else "\n\n"
            pieces.append(gap)
            start = length = length + len(gap)
            for at, line in enumerate(_printed(block)):
                pieces.append(f"\n{line}" if at else line)
                length += len(pieces[-1])
                if isinstance(block, Paragraph) and block.level is not None:
                    headings.append(Heading(length - len(line), length, block.level))
            if part.is_running:
                furniture.append(Span(start, length))
            above = block
    text = "".join(pieces)
    return SourceText(text, "docx", headings=tuple(headings), furniture=tuple(furniture), issues=issues)


def _is_row(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.is_row


def _printed(block: Block) -> Sequence[str]:
    """The lines of a block, an item of a list with what numbers it."""
    if isinstance(block, Rows) or block.label is None:
        return block.lines
    has_tab = block.label.has_tab and not block.label.is_bullet and block.level is None
    between = "\t" if has_tab else " "
    return (block.label.text + between + block.lines[0], *block.lines[1:])
