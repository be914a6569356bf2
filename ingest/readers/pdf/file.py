"""The pages of a PDF as letters, rules and pictures; the library that takes PDFs apart is kept within bounds."""

import logging
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from ingest.errors import UnreadableFile
from ingest.readers.pdf.frame import Frame, Sides, frame_of, on_turned_paper, turn_of_line
from ingest.readers.pdf.letters import Letter
from ingest.readers.pdf.rules import Drawing, Rule

if TYPE_CHECKING:
    from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTPage
    from pdfminer.pdfpage import PDFPage

    from ingest.readers.pdf.objects import Document

MOST_PAGES = 200
_MOST_INCHES = 200
_POINTS_AN_INCH = 72
_MOST_LETTERS = 60_000
_END_WITHIN = 2048
_PACKED = (["FlateDecode"], ["Fl"])
# Of a form's button (ISO 32000, 12.7.4.2): the flag of one that is pressed, and the states of one that is not marked.
_PUSH_BUTTON = 1 << 16
_UNMARKED = ("", "Off")
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_THIN = 3.0
_LOUD = ("pdfminer", "pdfplumber", "fontTools")
# What the library raises on bytes that are no PDF inside, besides its own exceptions.
_DAMAGE = (
    ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError, EOFError, OSError,
    NotImplementedError, struct.error, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A box of a form to be marked on the screen: where it is on its page as shown, and whether it is marked."""

    sides: Sides
    is_marked: bool


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page as it is shown: its 1-based number, its size in points, and what is drawn on it, y downward.

    ``pictured`` is the share of the page that pictures cover, ``unseen`` how many letters of it nobody can see.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    rules: tuple[Rule, ...]
    drawings: tuple[Drawing, ...]
    pictured: float
    unseen: int


def pdf_pages(content: bytes) -> Iterator[PdfPage]:
    """The pages of a PDF, one after the other.

    Raises:
        UnreadableFile: it is encrypted, damaged, cut off, nested too deeply, without pages, has too many or too large
            ones, or asks for far more of anything than a document of text does.
    """
    from ingest.readers.pdf.instructions import Instructions

    with _opened(content) as document:
        instructions = Instructions()
        for number, page in _pages(document):
            yield _page(page, number, instructions.drawn(page, number))


def check_boxes(content: bytes) -> dict[int, tuple[CheckBox, ...]] | None:
    """The check boxes of a PDF's form by the number of their page; None if it has no form with fields to fill in.

    Raises:
        UnreadableFile: see ``pdf_pages``.
    """
    from pdfminer.pdftypes import resolve1

    with _opened(content) as document:
        form = resolve1(document.catalog.get("AcroForm"))
        if not isinstance(form, dict) or not resolve1(form.get("Fields")):
            return None
        return {number: tuple(_check_boxes(page)) for number, page in _pages(document)}


def _check_boxes(page: "PDFPage") -> Iterator[CheckBox]:
    from pdfminer.pdftypes import resolve1, resolve_all

    frame = frame_of(page.mediabox, page.cropbox, page.rotate)
    for reference in resolve1(page.annots) or ():
        field = resolve1(reference)
        parent = resolve1(field.get("Parent")) or {}
        kind = _name(resolve1(field.get("FT", parent.get("FT"))))
        flags = resolve1(field.get("Ff", parent.get("Ff", 0)))
        if _name(field.get("Subtype")) == "Widget" and kind == "Btn" and not flags & _PUSH_BUTTON:
            state = _name(resolve1(field.get("AS", field.get("V"))))
            box = on_turned_paper(resolve_all(field["Rect"]), page.mediabox, page.rotate)
            yield CheckBox(frame.sides(*box), is_marked=state not in _UNMARKED)


def _name(name: object) -> str:
    return str(getattr(name, "name", name or ""))


@contextmanager
def _opened(content: bytes) -> "Iterator[Document]":
    if b"%%EOF" not in content.rstrip(b"\0 \t\r\n\f")[-_END_WITHIN:]:
        raise UnreadableFile("the PDF is cut off: its end is missing")
    with _quiet(), _translated():
        from ingest.readers.pdf.objects import Document

        yield Document(content)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps what the library logs about odd files from people, who are told what matters by exceptions."""
    loggers = [logging.getLogger(name) for name in _LOUD]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@contextmanager
def _translated() -> Iterator[None]:
    """Turns what the library raises into one clear sentence."""
    from pdfminer.pdfdocument import PDFEncryptionError
    from pdfminer.psexceptions import PSException

    try:
        yield
    except RecursionError as error:
        raise UnreadableFile("the PDF is nested too deeply") from error
    except PDFEncryptionError as error:
        raise UnreadableFile("the PDF is encrypted and asks for a password; save a copy without one") from error
    except (PSException, *_DAMAGE) as error:
        raise UnreadableFile("the PDF is damaged and cannot be read") from error


def _pages(document: "Document") -> "Iterator[tuple[int, PDFPage]]":
    """The library's pages with their 1-based numbers; too many are refused before one is opened."""
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import resolve1

    tree = resolve1(document.catalog.get("Pages"))
    stated = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    if isinstance(stated, int) and stated > MOST_PAGES:
        raise UnreadableFile(f"the PDF has {stated} pages; Rolebook reads at most {MOST_PAGES}")
    pages = list(islice(PDFPage.create_pages(document), MOST_PAGES + 1))
    if len(pages) > MOST_PAGES:
        raise UnreadableFile(f"the PDF has more than {MOST_PAGES} pages; Rolebook reads at most {MOST_PAGES}")
    if not pages:
        raise UnreadableFile("the PDF has no pages")
    if isinstance(stated, int) and stated > len(pages):
        raise UnreadableFile(f"the PDF is damaged: only {len(pages)} of its {stated} pages are there")
    for number, page in enumerate(pages, start=1):
        _check_content(page.contents, number, is_encrypted=document.encryption is not None)
        yield number, page


def _check_content(streams: Sequence[object], number: int, *, is_encrypted: bool) -> None:
    """Refuses a page whose instructions are not all there."""
    from pdfminer.pdftypes import PDFStream, resolve1

    from ingest.readers.pdf.instructions import MOST_ON_A_PAGE
    from ingest.readers.pdf.streams import inflated

    for stream in map(resolve1, streams):
        if not isinstance(stream, PDFStream):
            raise UnreadableFile(f"the PDF is damaged: what page {number} says is missing")
        packed = b"" if is_encrypted else stream.get_rawdata() or b""
        if packed and [_name(name) for name, _ in stream.get_filters()] in _PACKED:
            unpacked, is_whole = inflated(packed, MOST_ON_A_PAGE)
            if not is_whole and len(unpacked) <= MOST_ON_A_PAGE:
                raise UnreadableFile(f"the PDF is damaged: what page {number} says is cut off")


def _page(page: "PDFPage", number: int, layout: "LTPage") -> PdfPage:
    from pdfminer.layout import LTChar, LTCurve, LTImage

    frame = frame_of(page.mediabox, page.cropbox, page.rotate)
    largest = _MOST_INCHES * _POINTS_AN_INCH
    if not 0 < frame.width <= largest or not 0 < frame.height <= largest:
        raise UnreadableFile(f"page {number} of the PDF is larger than {_MOST_INCHES} inches, or has no size")
    letters, rules, drawings, covered, unseen = list[Letter](), list[Rule](), list[Drawing](), 0.0, 0
    for one in _drawn(layout):
        if isinstance(one, LTChar):
            letter = _letter(one, frame)
            letters += [letter] if letter is not None else []
            unseen += letter is None
        elif isinstance(one, LTImage):
            covered += frame.area(frame.sides(*one.bbox))
        elif isinstance(one, LTCurve):
            sides = frame.sides(*one.bbox)
            rules += _rules(one, sides)
            drawings += _drawing(one, sides)
    if len(letters) > _MOST_LETTERS:
        raise UnreadableFile(f"page {number} of the PDF has more than {_MOST_LETTERS} letters")
    pictured = min(covered / (frame.width * frame.height), 1.0)
    drawn = (tuple(letters), tuple(rules), tuple(drawings))
    return PdfPage(number, frame.width, frame.height, *drawn, pictured, unseen)


def _drawn(container: "LTContainer[LTComponent]") -> "Iterator[LTComponent]":
    """What is drawn in a page or a figure of it, and in the figures within."""
    from pdfminer.layout import LTContainer

    for one in container:
        if isinstance(one, LTContainer):
            yield from _drawn(one)
        else:
            yield one


def _letter(drawn: "LTChar", frame: Frame) -> Letter | None:
    """The letter, None where it cannot be read or is not on the page as it is shown."""
    across, up, _, _, x, y = drawn.matrix
    turn = turn_of_line(across, up)
    sides = frame.letter(frame.sides(*drawn.bbox), turn, x, y)
    if sides is None:
        return None
    font = str(drawn.fontname)
    return Letter(drawn.get_text(), *sides, turn, font, _is_bold(font))


@lru_cache(maxsize=64)
def _is_bold(font: str) -> bool:
    return any(name in font.casefold() for name in _BOLD_NAMES)


def _rules(drawn: "LTCurve", sides: Sides) -> list[Rule]:
    """A line, a thin rectangle, or the sides of a drawn rectangle; a shade without a line around it has no sides."""
    from pdfminer.layout import LTRect

    left, top, right, bottom = sides
    if min(right - left, bottom - top) <= _THIN:
        is_upright = right - left < bottom - top
        at = (left + right) / 2 if is_upright else (top + bottom) / 2
        return [Rule(is_upright, at, *((top, bottom) if is_upright else (left, right)))]
    if not isinstance(drawn, LTRect) or not drawn.stroke:
        return []
    return [
        *(Rule(True, at, top, bottom) for at in (left, right)),
        *(Rule(False, at, left, right) for at in (top, bottom)),
    ]


def _drawing(drawn: "LTCurve", sides: Sides) -> list[Drawing]:
    from pdfminer.layout import LTRect

    left, top, right, bottom = sides
    is_rectangle = isinstance(drawn, LTRect) or _has_only_corners(drawn)
    is_seen = min(right - left, bottom - top) > _THIN and (not is_rectangle or drawn.stroke)
    return [Drawing(sides, is_rectangle)] if is_seen else []


def _has_only_corners(drawn: "LTCurve") -> bool:
    """Whether a path goes to the four corners of its own box and nowhere else."""
    corners = {(round(x - drawn.x0), round(y - drawn.y0)) for x, y in drawn.pts}
    width, height = round(drawn.width), round(drawn.height)
    return corners == {(0, 0), (width, 0), (0, height), (width, height)}
