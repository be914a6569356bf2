"""The form as the seed document prints it: a row is a line, its cells are separated by tabs."""

from collections.abc import Iterator
from random import Random

from tests.generation.document import (
    Document,
    Element,
    Heading,
    LegendTable,
    Levels,
    Notes,
    Pairs,
    Paragraph,
    Table,
    TextLine,
)
from tests.generation.paging import TextRow, paged_text, plain_pages


def tabbed(document: Document, random: Random) -> str:
    """The document with tabs between cells."""
    rows = [row for element in document.elements for row in _rows(element)]
    return paged_text(rows, document.footnote, document.title, plain_pages(random), random)


def _rows(element: Element) -> Iterator[TextRow]:
    match element:
        case Table():
            heads = (TextRow("\t".join(head.words for head in element.heads)),) if element.heads else ()
            yield from heads
            for row in element.rows:
                line = "\t".join(cell.words for cell in row)
                yield TextRow(line, may_end_before=True, heads=heads)
        case _:
            yield from (TextRow(line, may_end_before=isinstance(element, Heading)) for line in _lines(element))
    yield from () if isinstance(element, TextLine) else (TextRow(),)


def _lines(element: Element) -> Iterator[str]:
    match element:
        case TextLine():
            yield element.line
        case Pairs():
            yield "\t".join(f"{label.words}: {value.words}" for label, value in element.pairs)
        case Heading():
            yield f"{element.words.words}{element.colon}"
        case Paragraph():
            yield element.words.words
        case Levels():
            yield "\t".join(cell.words for cell in element.cells)
        case LegendTable():
            yield from _legend(element)
        case Notes():
            yield from element.lines
        case _:
            return


def _legend(legend: LegendTable) -> Iterator[str]:
    beside = legend.section == "overall_strength"
    yield "\t".join(
        f"{code} = {words} {meaning}".strip() if beside else f"{code} = {words}"
        for code, words, meaning in legend.entries
    )
    if not beside and any(meaning for _, _, meaning in legend.entries):
        yield "\t".join(meaning for _, _, meaning in legend.entries)
