"""The form with its columns lost: rows run together in paragraphs, or each cell on a line of its own.

What nobody could read without columns is taken out of a spec's values first (``for_reflowing``).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
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
from tests.generation.grid import wrapped
from tests.generation.paging import TextRow, page_style, paged_text
from tests.generation.specs import REQUIREMENTS, STRENGTHS, CodedRow, SpecValues


@dataclass(frozen=True)
class ReflowedStyle:
    """One document's habits; ``width`` None: paragraphs are not wrapped."""

    width: int | None
    cells_apart: bool
    rows_apart: bool
    inline_headings: bool
    with_heads: bool
    empty_lines: bool
    unmarked: str
    joined_header: bool
    meaning_beside: bool


def reflowed_style(random: Random, *, cells_apart: bool) -> ReflowedStyle:
    """A document's habits, made up."""
    return ReflowedStyle(
        width=random.choice((None, random.randint(60, 100), random.randint(60, 100))),
        cells_apart=cells_apart,
        rows_apart=random.random() < 0.3,
        inline_headings=random.random() < 0.3 and not cells_apart,
        with_heads=random.random() < 0.7,
        empty_lines=random.random() < 0.7,
        unmarked=random.choice(("", "", "___")),
        joined_header=random.random() < 0.2 and not cells_apart,
        meaning_beside=random.random() < 0.5,
    )


def for_reflowing(values: SpecValues) -> SpecValues:
    """The values without what is ambiguous once columns are lost.

    A row that the form does not know cannot be told from the words before it, unless a code ends those; it stands in
    no column, so no one knows which of the two tables of factors it is in. An "N/A" in place of a missing code may be
    either.
    """
    return replace(
        values,
        requirements=tuple(row for row in values.requirements if row[0] in REQUIREMENTS),
        health=tuple(row for row in values.health if not row.is_own),
        environment=tuple(row for row in values.environment if not row.is_own),
        demands=_separable(values.demands),
        non_physical=_separable(values.non_physical),
    )


def _separable(rows: tuple[CodedRow, ...]) -> tuple[CodedRow, ...]:
    kept: list[CodedRow] = []
    for row in rows:
        if row.is_own and (not kept or not kept[-1].code):
            continue
        if row.is_own:
            kept[-1] = replace(kept[-1], description="")
        kept.append(replace(row, description="") if row.description == "N/A" and not row.code else row)
    return tuple(kept)


def reflowed(document: Document, random: Random, *, cells_apart: bool = False) -> str:
    """The document without columns, in paragraphs; ``cells_apart``: each cell of a table on a line of its own."""
    style = reflowed_style(random, cells_apart=cells_apart)
    rows: list[TextRow] = []
    for paragraphs in _sections(document.elements, style):
        for paragraph in paragraphs:
            lines = wrapped(paragraph, style.width) if style.width else [paragraph]
            rows += [TextRow(line, may_end_before=True) for line in lines]
            rows += [TextRow()] if style.empty_lines else []
    pages = replace(page_style(random, 0, style.width or 100), repeats_heads=False)
    return paged_text(rows, document.footnote, document.title, pages, random)


def _sections(elements: Iterable[Element], style: ReflowedStyle) -> Iterator[list[str]]:
    """The paragraphs of each section, from a heading to before the next."""
    number = 0
    numbered = []
    for element in elements:
        number += isinstance(element, Heading)
        numbered.append((number, element))
    for at, group in groupby(numbered, key=lambda pair: pair[0]):
        inside = [element for _, element in group]
        if at == 0:
            yield list(_header(inside, style))
            continue
        paragraphs = [paragraph for element in inside for paragraph in _paragraphs(element, style)]
        yield [" ".join(paragraphs[:2]), *paragraphs[2:]] if style.inline_headings else paragraphs


def _header(elements: list[Element], style: ReflowedStyle) -> Iterator[str]:
    lines = [paragraph for element in elements for paragraph in _paragraphs(element, style)]
    named = sum(not isinstance(element, Paragraph) for element in elements)
    if not style.joined_header:
        yield from lines
        return
    above = sum(isinstance(element, TextLine) for element in elements)
    yield " ".join(lines[:above])
    yield from (lines[above], " ".join(lines[above + 1 : named]), *lines[named:])


def _paragraphs(element: Element, style: ReflowedStyle) -> Iterator[str]:
    match element:
        case TextLine():
            yield element.line
        case Pairs():
            yield " ".join(f"{label.words}: {value.words}".strip() for label, value in element.pairs)
        case Heading():
            yield f"{element.words.words}{element.colon}"
        case Paragraph():
            yield element.words.words
        case Table():
            yield from _table(element, style)
        case LegendTable():
            yield from _legend(element, style)
        case Levels():
            said = (f"{level.words} {'X' if n == element.marked else style.unmarked}".strip()
                    for n, level in enumerate(element.levels))  # fmt: skip
            yield from said if style.cells_apart else (" ".join(said),)
        case Notes():
            yield from element.lines


def _table(table: Table, style: ReflowedStyle) -> Iterator[str]:
    heads = (table.heads,) if style.with_heads else ()
    rows = [[cell.words for cell in row if cell.words] for row in (*heads, *table.rows)]
    if style.cells_apart:
        yield from (cell for row in rows for cell in row)
    elif style.rows_apart:
        yield from (" ".join(row) for row in rows if row)
    else:
        yield " ".join(cell for row in rows for cell in row)


def _legend(legend: LegendTable, style: ReflowedStyle) -> Iterator[str]:
    """The codes and their words in one line, the meanings in the next; of the form's own words also side by side."""
    beside = legend.section == "overall_strength" or (style.meaning_beside and _is_known(legend))
    pieces = [
        f"{code} = {words} {meaning}".strip() if beside else f"{code} = {words}"
        for code, words, meaning in legend.entries
    ]
    yield from pieces if style.cells_apart else (" ".join(pieces),)
    meanings = [meaning for _, _, meaning in legend.entries if meaning]
    if meanings and not beside:
        yield from meanings if style.cells_apart else (" ".join(meanings),)


def _is_known(legend: LegendTable) -> bool:
    return any(words in ("Continuously", "Daily", *STRENGTHS.values()) for _, words, _ in legend.entries)
