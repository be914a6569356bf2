"""The boxes of a citation cover its words on the picture of its page, and nothing else.

Each piece of a page is left out in turn: what is then white on the picture must lie in the boxes of that piece's place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from random import Random

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from PIL import Image

from ingest.formats import extracted
from ingest.model import Box, ClassSpec
from ingest.passages import estimated_tokens
from ingest.pictures import page_picture
from ingest.spec import class_specs
from tests.generation.document import document_of
from tests.generation.formats_pdf import as_pdf
from tests.generation.formats_scan import as_pictures
from tests.generation.wording import varied_values
from tests.ingest.places import letters
from tests.ingest.readers.pdf.drawing import LETTER, Sheet, pdf, rectangle, words
from tests.ingest.reading import fact_of

Grey = npt.NDArray[np.uint8]
_DOTS = 100
_SCAN_DOTS = 200
_LEFT, _CODE, _DESCRIPTION, _RIGHT = 60, 190, 250, 550
_TURNS = 5


@dataclass(frozen=True)
class Piece:
    """Words drawn at a point of a page; ``cell`` is the fact of which they are the cell, where they say no more."""

    said: str
    x: float
    y: float
    cell: str = ""

    @property
    def drawn(self) -> str:
        return words(self.x, self.y, self.said)


def _row(y: float, label: str, code: str, lines: Sequence[str]) -> list[Piece]:
    field = f"physical_demands.{label.lower().replace(' ', '_')}"
    described = [Piece(line, _DESCRIPTION, y - 12 * at) for at, line in enumerate(lines)]
    return [Piece(label, _LEFT, y), Piece(code, _CODE, y, field), *described]


_FIRST_PAGE = (
    Piece("CITY OF HOLT", _LEFT, 720),
    Piece("CLASSIFICATION SPECIFICATION", _LEFT, 700),
    Piece("Class Title: Bridge Clerk", _LEFT, 680),
    Piece("BRIEF DESCRIPTION OF THE CLASSIFICATION:", _LEFT, 650),
    Piece("Keeps the log of the bridge, answers the radio of passing vessels and opens", _LEFT, 630),
    Piece("the lift for them between dawn and dusk.", _LEFT, 618),
    Piece("PHYSICAL DEMANDS:", _LEFT, 590),
    *_row(566, "Standing", "F", ["At the control desk and on the catwalk,", "in any weather"]),
    *_row(534, "Sitting", "O", ["Truck"]),
    *_row(514, "Foot Controls", "N", ["None on this bridge"]),
    *_row(494, "Climbing", "R", ["Ladders to the machine room, with tools in", "a belt, and stairs to", "the pit"]),
    Piece("MACHINES, TOOLS, EQUIPMENT, AND WORK AIDS:", _LEFT, 430),
    Piece("Winch, marine radio and a spyglass.", _LEFT, 410, "machines_tools"),
)
_SECOND_PAGE = (
    Piece("PROTECTIVE EQUIPMENT REQUIRED:", _LEFT, 650),
    Piece("Gloves, a vest, and a hat made of", _LEFT, 630),
    Piece("yellow oilcloth.", _LEFT, 618),
)
_PAGES = (_FIRST_PAGE, _SECOND_PAGE)


def _rules(page: Sequence[Piece]) -> str:
    """Rectangles around the cells of the demands."""
    tops = [piece.y + 12 for piece in page if piece.cell.startswith("physical_demands")]
    lows = [*tops[1:], tops[-1] - 44] if tops else []
    sides = ((_LEFT - 6, _CODE - 6), (_CODE - 6, _DESCRIPTION - 6), (_DESCRIPTION - 6, _RIGHT))
    return "".join(
        rectangle(left, low, right - left, top - low)
        for top, low in zip(tops, lows, strict=True)
        for left, right in sides
    )


@dataclass(frozen=True)
class Paper:
    """How the pages are made: ruled or not, further entries of each page, and its paper."""

    is_ruled: bool
    entries: str = ""
    paper: tuple[int, int, int, int] = LETTER

    def content(self, pages: Sequence[Sequence[Piece]]) -> bytes:
        sheets = [
            Sheet("".join(piece.drawn for piece in page) + (_rules(full) if self.is_ruled else ""),
                  self.paper, self.entries)
            for page, full in zip(pages, _PAGES, strict=True)
        ]  # fmt: skip
        return pdf(sheets)


_CROPPED = "/CropBox [30 120 590 760]"
_PAPERS = {
    "ruled": Paper(True),
    "unruled": Paper(False),
    "ruled and turned": Paper(True, "/Rotate 90"),
    "unruled and turned": Paper(False, "/Rotate 270"),
    "upside down": Paper(True, "/Rotate 180"),
    "ruled and cropped": Paper(True, _CROPPED, (-20, 10, 640, 800)),
    "unruled, cropped and turned": Paper(False, f"/Rotate 90 {_CROPPED}", (-20, 10, 640, 800)),
}


def _spec(content: bytes, file_format: str) -> ClassSpec:
    source = replace(extracted(content, file_format), format=file_format)
    return class_specs(source, f"bridge.{file_format}", "", None, estimated_tokens)[0]


@cache
def _read(paper: str) -> ClassSpec:
    return _spec(_PAPERS[paper].content(_PAGES), "pdf")


def _pixels(png: bytes) -> Grey:
    with Image.open(BytesIO(png)) as picture:
        return np.asarray(picture.convert("L"))


def _without(at: int, piece: Piece) -> tuple[tuple[Piece, ...], ...]:
    """The pages without a piece of one of them."""
    return tuple(
        tuple(other for other in page if number != at or other is not piece) for number, page in enumerate(_PAGES)
    )


def _place(spec: ClassSpec, piece: Piece) -> tuple[int, int]:
    """The place of a piece's words in the source text."""
    if piece.cell:
        fact = fact_of(spec.facts, piece.cell)
        return fact.raw_start, fact.raw_end
    start = spec.source.text.index(piece.said)
    return start, start + len(piece.said)


def _boxes(spec: ClassSpec, place: tuple[int, int]) -> list[Box]:
    return [box for box in spec.source.boxes if box.start < place[1] and place[0] < box.end]


def _missed(changed: npt.NDArray[np.bool_], boxes: Sequence[Box], margin: int) -> int:
    """How many pixels that changed lie in none of the boxes."""
    height, width = changed.shape
    left = changed.copy()
    for box in boxes:
        rows = slice(max(int(box.top * height) - margin, 0), int(box.bottom * height) + 1 + margin)
        left[rows, max(int(box.left * width) - margin, 0) : int(box.right * width) + 1 + margin] = False
    return int(left.sum())


def _largest(changed: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """How wide and high what changed is, in shares of the picture."""
    down, across = np.nonzero(changed)
    height, width = changed.shape
    return (int(across.max()) - int(across.min()) + 1) / width, (int(down.max()) - int(down.min()) + 1) / height


@pytest.mark.parametrize("paper", _PAPERS)
def test_what_a_box_says_is_what_stands_in_it(paper: str) -> None:
    spec, made = _read(paper), _PAPERS[paper]
    for at, page in enumerate(_PAGES):
        whole = _pixels(page_picture(made.content(_PAGES), "pdf", at + 1, dots_per_inch=_DOTS))
        for piece in page:
            picture = page_picture(made.content(_without(at, piece)), "pdf", at + 1, dots_per_inch=_DOTS)
            changed = np.abs(whole.astype(int) - _pixels(picture)) > 40
            boxes = _boxes(spec, _place(spec, piece))
            assert {box.page for box in boxes} == {at + 1}, piece
            assert changed.any(), piece
            assert _missed(changed, boxes, 1) == 0, piece


@pytest.mark.parametrize("paper", _PAPERS)
def test_the_box_of_a_cell_is_no_larger_than_its_words(paper: str) -> None:
    spec, made = _read(paper), _PAPERS[paper]
    whole = _pixels(page_picture(made.content(_PAGES), "pdf", 1, dots_per_inch=_DOTS))
    for piece in (piece for piece in _FIRST_PAGE if piece.cell):
        picture = page_picture(made.content(_without(0, piece)), "pdf", 1, dots_per_inch=_DOTS)
        wide, high = _largest(np.abs(whole.astype(int) - _pixels(picture)) > 40)
        (box,) = _boxes(spec, _place(spec, piece))
        assert box.right - box.left < wide + 0.02
        assert box.bottom - box.top < high + 0.02


@pytest.mark.parametrize("paper", _PAPERS)
def test_each_box_has_the_words_of_its_place(paper: str) -> None:
    spec = _read(paper)
    said = sorted(spec.source.text[box.start : box.end] for box in spec.source.boxes)
    assert said == sorted(piece.said for page in _PAGES for piece in page)


@pytest.mark.parametrize("paper", _PAPERS)
def test_every_line_of_a_cell_has_a_box_of_its_own(paper: str) -> None:
    spec = _read(paper)
    climbing = fact_of(spec.facts, "physical_demands.climbing")
    assert climbing.description == "Ladders to the machine room, with tools in a belt, and stairs to the pit"
    boxes = _boxes(spec, (climbing.start, climbing.end))
    assert [spec.source.text[box.start : box.end] for box in boxes] == [
        "Climbing", "R", "Ladders to the machine room, with tools in", "a belt, and stairs to", "the pit"
    ]  # fmt: skip
    prose = fact_of(spec.facts, "protective_equipment")
    assert [(box.page, spec.source.text[box.start : box.end]) for box in _boxes(spec, (prose.start, prose.end))] == [
        (2, "Gloves, a vest, and a hat made of"), (2, "yellow oilcloth.")
    ]  # fmt: skip


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
@pytest.mark.parametrize("seed", range(3))
def test_each_box_of_a_whole_form_holds_the_words_of_its_place(seed: int, ruled: bool) -> None:
    content = as_pdf(document_of(varied_values(Random(seed))), Random(seed), ruled=ruled)
    spec = _spec(content, "pdf")
    text, boxes = spec.source.text, spec.source.boxes
    file = pypdfium2.PdfDocument(content)
    printed = [_printed(file[box.page - 1], box) for box in boxes]
    file.close()
    assert printed == [letters(text[box.start : box.end]) for box in boxes]
    boxed = {at for box in boxes for at in range(box.start, box.end)}
    assert [text[at] for at in range(len(text)) if not text[at].isspace() and at not in boxed] == []


def _printed(page: pypdfium2.PdfPage, box: Box) -> str:
    """The letters of the words that another program finds in a box of an upright page."""
    width, height = page.get_size()
    found = page.get_textpage().get_text_bounded(
        box.left * width - 0.5, height - box.bottom * height - 0.5,
        box.right * width + 0.5, height - box.top * height + 0.5,
    )  # fmt: skip
    return letters(found)


def _scanned(pages: Sequence[Sequence[Piece]], made: Paper) -> bytes:
    """The first page as a scanner makes it, a little askew: always in the same way."""
    return as_pictures(made.content(pages), Random(_TURNS), dpi=_SCAN_DOTS, askew=0.8)[0]


@pytest.mark.parametrize("paper", ["ruled", "unruled"])
def test_what_a_box_of_a_scan_says_is_what_stands_in_it(paper: str) -> None:
    made = _PAPERS[paper]
    content = _scanned(_PAGES, made)
    spec = _spec(content, "png")
    whole = _pixels(page_picture(content, "png", 1))
    for piece in _FIRST_PAGE:
        changed = np.abs(whole.astype(int) - _pixels(_scanned(_without(0, piece), made))) > 60
        boxes = _boxes(spec, _place(spec, piece))
        assert _missed(changed, boxes, 3) == 0, piece
        if piece.cell:
            wide, high = _largest(changed)
            assert all(box.right - box.left < wide + 0.02 and box.bottom - box.top < high + 0.02 for box in boxes)
