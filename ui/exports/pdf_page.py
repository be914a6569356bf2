"""Pages of a PDF file: one font whose letters are known, and nothing that a document says is markup."""

import io
import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import fontpkg
from reportlab.lib import colors
from reportlab.lib.pagesizes import landscape, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from ui.exports.letters import Letters
from ui.html import escaped
from ui.words import Words

_FONT = "Noto Sans"
# The font has these letters, but they stand together only where a program shapes them, which this one does not.
_SHAPED = {*range(0x0900, 0x0980), *range(0x1CD0, 0x1D00), *range(0xA8E0, 0xA900)}
_MARGIN = 18 * mm
_DARK, _QUIET, _HEAD, _DIFFERS = (colors.HexColor(one) for one in ("#0f4f4a", "#52606d", "#e6efee", "#fff3cd"))
_ROOM_BELOW = 22 * mm
ROOM_FOR_TABLE = 60 * mm
_SPACES = re.compile(r"^ | {2,}", re.MULTILINE)
_NO_BREAK_SPACE = "\u00a0"
_TAB = _NO_BREAK_SPACE * 4

_TEXT = ParagraphStyle("text", fontName=_FONT, fontSize=10, leading=14, spaceAfter=5, splitLongWords=1)
STYLES = {
    "text": _TEXT,
    "title": ParagraphStyle("title", _TEXT, fontSize=18, leading=23, textColor=_DARK, spaceAfter=8),
    "heading": ParagraphStyle("heading", _TEXT, fontSize=13, leading=17, textColor=_DARK, spaceBefore=9, spaceAfter=5),
    "place": ParagraphStyle("place", _TEXT, fontSize=9, leading=12, textColor=_QUIET, spaceAfter=2),
    "quote": ParagraphStyle("quote", _TEXT, fontSize=9, leading=12, leftIndent=14, spaceAfter=7),
    "small": ParagraphStyle("small", _TEXT, fontSize=8.5, leading=11.5, textColor=_QUIET),
    "cell": ParagraphStyle("cell", _TEXT, fontSize=8, leading=10.5, spaceAfter=0),
}


def drawn_letters() -> Letters:
    """Letters that the font of the pages draws."""
    return Letters(_code_points())


def words_on_page(style: str, text: str, letters: Letters) -> Paragraph:
    """A paragraph that says a text as it stands, its lines and runs of spaces kept; ``style`` is one of ``STYLES``."""
    _code_points()
    shown = _SPACES.sub(lambda run: _NO_BREAK_SPACE * len(run[0]), letters.shown(text)).replace("\t", _TAB)
    return Paragraph(escaped(shown).replace("\n", "<br/>"), STYLES[style])


def heading_on_page(style: str, text: str, letters: Letters, *, room: float = _ROOM_BELOW) -> tuple[Flowable, Flowable]:
    """A heading with room for some of what it is of below it (in points), on this page or the next."""
    return CondPageBreak(room), words_on_page(style, text, letters)


def table_on_page(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    letters: Letters,
    *,
    wide: bool,
    marked: Collection[int] = (),
) -> Table:
    """A table as wide as the page, its head on every page; ``marked`` are the places of the rows with a ground."""
    cells = [[words_on_page("cell", cell, letters) for cell in row] for row in (head, *rows)]
    style: list[tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, _QUIET),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), _HEAD),
        *(("BACKGROUND", (-1, row + 1), (-1, row + 1), _DIFFERS) for row in marked),
    ]
    return Table(
        cells,
        colWidths=_widths(len(head), wide=wide),
        style=TableStyle(style),
        repeatRows=1,
        splitByRow=1,
        splitInRow=1,
        spaceAfter=8,
    )


def pages(content: list[Flowable], title: str, words: Words, *, wide: bool = False) -> bytes:
    """The PDF file of these, each page with its number; ``wide`` pages lie on their long side."""
    file = io.BytesIO()
    size = landscape(letter) if wide else letter
    document = SimpleDocTemplate(
        file,
        pagesize=size,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=title,
        author=words.say("page.name"),
        lang=words.language,
    )

    def number(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont(_FONT, 8)
        canvas.setFillColor(_QUIET)
        said = words.say("exports.page_number", number=canvas.getPageNumber())
        canvas.drawRightString(size[0] - _MARGIN, _MARGIN / 2, said)

    document.build(content, onFirstPage=number, onLaterPages=number)
    return file.getvalue()


def _widths(columns: int, *, wide: bool) -> list[float]:
    """The columns' widths: what names a row and what says whether it differs are narrower than what classes say."""
    whole = (landscape(letter) if wide else letter)[0] - 2 * _MARGIN - 12
    if columns < 3:
        return [whole / columns] * columns
    name, word = 32 * mm, 20 * mm
    return [name, *[(whole - name - word) / (columns - 2)] * (columns - 2), word]


@cache
def _code_points() -> frozenset[int]:
    """The letters that the font draws; it is made known to the library that writes the pages."""
    font = TTFont(_FONT, str(fontpkg.path(_FONT)))
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph) - _SHAPED
