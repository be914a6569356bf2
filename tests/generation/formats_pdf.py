"""The form as a PDF with text, its tables ruled or not."""

import io
from collections.abc import Sequence
from functools import partial
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as Prose
from reportlab.platypus import Table as Grid

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
    Text,
    TextLine,
)

_WIDTH = 6.7 * inch
# The share of the width that each column of a table has, by its section.
_SHARES: dict[str, tuple[float, ...]] = {
    "essential_functions": (0.06, 0.14, 0.8),
    "class_requirements": (0.28, 0.72),
    "physical_demands": (0.25, 0.17, 0.58),
    "environmental_factors": (0.36, 0.1, 0.36, 0.1),
    "work_location": (0.4, 0.1),
    "non_physical_demands": (0.55, 0.1),
}


def as_pdf(document: Document, random: Random, *, ruled: bool) -> bytes:
    """The document as a PDF file: letter pages, the footnote and "Page n of m Pages" below each; table heads repeat."""
    size = random.choice((9, 10, 11))
    middle = random.random() < 0.4
    font = random.choice(("Times-Roman", "Helvetica"))
    last = _built(document, size, font, ruled=ruled, middle=middle, last=1)[1]
    return _built(document, size, font, ruled=ruled, middle=middle, last=last)[0]


def _built(document: Document, size: int, font: str, *, ruled: bool, middle: bool, last: int) -> tuple[bytes, int]:
    file = io.BytesIO()
    pages = SimpleDocTemplate(
        file, pagesize=letter, leftMargin=0.9 * inch, rightMargin=0.9 * inch, bottomMargin=1.1 * inch,
        title=document.title, invariant=1,
    )  # fmt: skip
    style = ParagraphStyle("body", fontName=font, fontSize=size, leading=size * 1.2)
    story: list[Flowable] = []
    for element in document.elements:
        story += [*_flowables(element, style, ruled=ruled, middle=middle), Spacer(0, 5)]
    foot = partial(_foot, footnote=document.footnote, last=last, style=style)
    pages.build(story, onFirstPage=foot, onLaterPages=foot)
    return file.getvalue(), pages.page


def _foot(canvas: Canvas, pages: SimpleDocTemplate, *, footnote: str, last: int, style: ParagraphStyle) -> None:
    prose = Prose(escape(footnote), style)
    prose.wrap(_WIDTH, inch)
    prose.drawOn(canvas, 0.9 * inch, 0.65 * inch)
    canvas.setFont(style.fontName, style.fontSize)
    canvas.drawCentredString(letter[0] / 2, 0.4 * inch, f"Page {pages.page} of {last} Pages")


def _flowables(element: Element, style: ParagraphStyle, *, ruled: bool, middle: bool) -> list[Flowable]:
    bold = ParagraphStyle("heading", parent=style, fontName=style.fontName.replace("-Roman", "") + "-Bold")
    match element:
        case TextLine():
            return [Prose(escape(element.line), bold)]
        case Pairs():
            cells = [Text(f"{label.words}: {value.words}".strip()) for label, value in element.pairs]
            return [_grid([cells], [1 / len(cells)] * len(cells), style)]
        case Heading():
            return [Prose(escape(f"{element.words.words}{element.colon}"), bold)]
        case Paragraph():
            return [Prose(escape(element.words.words), style)]
        case Table():
            shares = _SHARES[element.section]
            rows = [*((element.heads,) if element.heads else ()), *element.rows]
            return [_grid(rows, shares, style, ruled=ruled, middle=middle, heads=int(bool(element.heads)))]
        case LegendTable():
            return [_legend(element, style)]
        case Levels():
            return [_grid([element.cells], [1 / len(element.cells)] * len(element.cells), style)]
        case Notes():
            return [Prose(escape(line), style) for line in element.lines]


def _legend(legend: LegendTable, style: ParagraphStyle) -> Flowable:
    first = [Text(f"{code} = {words}") for code, words, _ in legend.entries]
    second = [Text(meaning) for _, _, meaning in legend.entries]
    if legend.section == "overall_strength":
        first = [Text(f"{code} = {words} {meaning}") for code, words, meaning in legend.entries]
        second = []
    rows = [first, second] if any(text.words for text in second) else [first]
    return _grid(rows, [1 / len(first)] * len(first), style)


def _grid(
    rows: Sequence[Sequence[Text]],
    shares: Sequence[float],
    style: ParagraphStyle,
    *,
    ruled: bool = False,
    middle: bool = False,
    heads: int = 0,
) -> Flowable:
    cells = [[Prose(escape(text.words), style) for text in row] for row in rows]
    looks: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if middle else "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    if ruled:
        looks.append(("GRID", (0, 0), (-1, -1), 0.5, black))
    widths = [share * _WIDTH for share in shares]
    return Grid(cells, colWidths=widths, style=looks, repeatRows=heads, hAlign="LEFT")
