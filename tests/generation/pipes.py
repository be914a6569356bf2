"""The form in Markdown: pipe tables, headings with number signs or in bold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.generation.document import (
    BLANK,
    Document,
    Element,
    Heading,
    LegendTable,
    Levels,
    Notes,
    Pairs,
    Paragraph,
    Role,
    Table,
    Text,
    TextLine,
)


@dataclass(frozen=True)
class PipeStyle:
    """One document's habits of Markdown."""

    outer: bool
    padded: bool
    colons: bool
    heading: str
    bold_labels: bool
    breaks: bool
    unmarked: str
    footers: bool
    top: str


def pipe_style(random: Random) -> PipeStyle:
    """A document's habits, made up."""
    return PipeStyle(
        outer=random.random() < 0.7,
        padded=random.random() < 0.5,
        colons=random.random() < 0.5,
        heading=random.choice(("## {}", "### {}", "**{}**", "## **{}**")),
        bold_labels=random.random() < 0.2,
        breaks=random.random() < 0.3,
        unmarked=random.choice(("", "", "___")),
        footers=random.random() < 0.3,
        top=random.choice(("{}", "# {}", "**{}**")),
    )


def piped(document: Document, random: Random) -> str:
    """The document in Markdown."""
    style = pipe_style(random)
    blocks = [block for element in document.elements for block in _blocks(element, style, random)]
    blocks.append(document.footnote)
    if style.footers:
        blocks.append("Page 1 of 1 Pages")
    return "\n\n".join(blocks) + "\n"


def _blocks(element: Element, style: PipeStyle, random: Random) -> Iterator[str]:
    match element:
        case TextLine():
            yield style.top.format(element.line)
        case Pairs():
            yield _pairs(element, style)
        case Heading():
            yield style.heading.format(f"{element.words.words}{element.colon}")
        case Paragraph():
            yield element.words.words
        case Table():
            yield _pipe_table(element.heads, element.rows, style, random)
        case LegendTable():
            yield _legend(element, style, random)
        case Levels():
            yield _levels(element, style, random)
        case Notes():
            yield "\n\n".join(element.lines)


def _pairs(element: Pairs, style: PipeStyle) -> str:
    if style.bold_labels:
        return "  \n".join(f"**{label.words}:** {value.words}".strip() for label, value in element.pairs)
    return "  \n".join(f"{label.words}: {value.words}".strip() for label, value in element.pairs)


def _levels(element: Levels, style: PipeStyle, random: Random) -> str:
    """The levels as a table of one row, or in a sentence's manner with gaps."""
    marks = ["X" if number == element.marked else style.unmarked for number in range(len(element.levels))]
    if random.random() < 0.5:
        cells = tuple(Text(f"{level.words} {mark}".strip()) for level, mark in zip(element.levels, marks, strict=True))
        return _pipe_table((), (cells,), style, random)
    rows = tuple((level, Text(mark)) for level, mark in zip(element.levels, marks, strict=True))
    return _pipe_table((), rows, style, random)


def _legend(legend: LegendTable, style: PipeStyle, random: Random) -> str:
    first = tuple(Text(f"{code} = {words}") for code, words, _ in legend.entries)
    second = tuple(Text(meaning) for _, _, meaning in legend.entries)
    if legend.section == "overall_strength":
        said = (f"{code} = {words} {meaning}" for code, words, meaning in legend.entries)
        return "\n\n".join(said)
    if not any(cell.words for cell in second):
        heads, rows = random.choice(((first, ()), ((), (first,))))
        return _pipe_table(heads, rows, style, random)
    return _pipe_table(first, (second,), style, random)


def _pipe_table(heads: Sequence[Text], rows: Sequence[Sequence[Text]], style: PipeStyle, random: Random) -> str:
    """The table: Markdown demands a header row, blank where the form has none."""
    width = len(rows[0]) if rows else len(heads)
    top = [_cell(text, style) for text in heads or (BLANK,) * width]
    body = [[_cell(text, style) for text in row] for row in rows]
    widths = [max(3, *(len(row[at]) for row in (top, *body))) if style.padded else 3 for at in range(width)]
    ruler = [_ruler(size, style, random) for size in widths]
    return "\n".join(_row(row, widths, style) for row in (top, ruler, *body))


def _cell(text: Text, style: PipeStyle) -> str:
    said = text.words.replace("|", "\\|")
    return said.replace(". ", ".<br>", 1) if style.breaks and text.role is Role.PROSE else said


def _ruler(size: int, style: PipeStyle, random: Random) -> str:
    left, right = random.choice((("", ""), (":", ""), (":", ":"), ("", ":"))) if style.colons else ("", "")
    return f"{left}{'-' * (size - len(left) - len(right))}{right}"


def _row(cells: Sequence[str], widths: Sequence[int], style: PipeStyle) -> str:
    """A row of cells; without outer pipes, one keeps the pipe before a blank first cell."""
    said = " | ".join(cell.ljust(width) if style.padded else cell for cell, width in zip(cells, widths, strict=True))
    if style.outer or not cells[0] or not cells[-1]:
        return f"| {said} |"
    return said.rstrip()
