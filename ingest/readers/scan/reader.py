"""Scans: pictures of pages, PNG, JPEG and TIFF, read letter by letter.

A page is evened, straightened and freed of its rules; its ink is gathered into lines, the lines are recognised, and
what is doubtful is looked at again. What remains uncertain is said to be.
"""

import math
import struct
import warnings
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import fmean, median
from typing import TYPE_CHECKING

import numpy as np

from ingest.errors import UnreadableFile
from ingest.readers.page.grid import laid_out
from ingest.readers.page.words import PageWords, Straightening, Table, Word
from ingest.readers.scan.certainty import SettledWord, settled_words
from ingest.readers.scan.lines import InkLine, capital_height, ink_lines, letter_count
from ingest.readers.scan.picture import (
    Grey,
    Ink,
    Matrix,
    evened,
    ink_of,
    marks_of,
    rules_of,
    shrunk,
    slope_of,
    turned,
    widened,
)  # fmt: skip
from ingest.readers.scan.recognition import recognised
from ingest.readers.scan.rules import CheckBox, check_boxes, tables_of
from ingest.readers.scan.words import InkPage, cut_out, stroke_width, words_of
from ingest.source_text import SourceText

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
MOST_PAGES = 200
_MILLION = 1_000_000
_TOO_LARGE = f"the picture has more than {MOST_PIXELS // _MILLION} million pixels, far more than a page"
_DAMAGED = "the picture is damaged or cut off"
# What Pillow raises for pictures whose bytes are not as their format says.
_DAMAGE = (OSError, EOFError, SyntaxError, ValueError, LookupError, TypeError, OverflowError, struct.error, zlib.error)
_FORMATS = ("PNG", "JPEG", "TIFF")
# More pixels than a page of 380 dots an inch has do not make its letters clearer.
_ENOUGH_PIXELS = 14_000_000
# A page that is the right way up is read with this certainty; the longest lines show it.
_UPRIGHT_CERTAINTY = 0.92
_LINES_TRIED = 6
# A page that lies sideways has many lines of a letter or two, and those may be read with certainty.
_LETTERS_A_LINE = 8
# What is read with less, or has more letters and lines than a page, is a photograph or a pattern and not print.
_PRINT_CERTAINTY = 0.3
_MOST_LETTERS, _MOST_LINES = 15_000, 1500
_QUARTERS = (0, 2, 1, 3)
# The box of a font, in heights of its capitals, and how much wider than usual the strokes of bold letters are.
_ASCENT, _DESCENT = 1.1, 0.33
_BOLD, _BOLD_LETTERS = 1.25, 6
_MARKED_BOX, _EMPTY_BOX = "☒", "☐"


@dataclass(frozen=True)
class _InkedPage:
    """A straightened page: its ink, its lines, boxes and tables, and the matrix from its points to the picture's."""

    page: InkPage
    lines: list[InkLine]
    boxes: list[CheckBox]
    tables: tuple[Table, ...]
    back: Matrix


def read_picture(content: bytes) -> SourceText:
    """The text of a picture's pages, one a frame of a TIFF, with what is not certain marked as unsure.

    Raises:
        UnreadableFile: it is damaged, too large, or no picture of a supported format.
    """
    pages = [recognised_page(frame, number) for number, frame in enumerate(_frames(content), start=1)]
    return laid_out(pages, "scan")


def recognised_page(picture: "Image", number: int) -> PageWords:
    """The words of one page, of any mode and size, upright or turned, in pixels of the page once it is straight.

    Raises:
        UnreadableFile: the picture is damaged.
    """
    grey = _grey(picture)
    height, width = grey.shape
    scale = min(1.0, (_ENOUGH_PIXELS / (height * width)) ** 0.5)
    inked = _upright(shrunk(grey, scale) if scale < 1 else grey)
    if inked is None:
        return PageWords(number, width, height, ())
    page = inked.page
    letters = recognised([cut_out(page, line) for line in inked.lines])
    read = [word for line, said in zip(inked.lines, letters, strict=True) for word in words_of(page, line, said)]
    words = _words(page, settled_words(page, read)) + [_box_word(box) for box in inked.boxes]
    tall, wide = page.picture.shape
    across, down = (inked.back / scale).tolist()
    straightening = Straightening(width, height, tuple(across), tuple(down))
    return PageWords(number, wide, tall, tuple(words), inked.tables, straightening)


def _words(page: InkPage, settled: Sequence[SettledWord]) -> list[Word]:
    """The words with boxes as high as their font, whatever letters they have, bold where their line is."""
    widths: dict[tuple[int, ...], list[float]] = {}
    for word in settled:
        widths.setdefault(word.ink.marks, []).extend([stroke_width(page, word.ink)] * len(word.text))
    usual = median(width for line in widths.values() for width in line) if widths else 0.0
    enough = {line: strokes for line, strokes in widths.items() if len(strokes) >= _BOLD_LETTERS}
    bold = {line for line, strokes in enough.items() if fmean(strokes) >= _BOLD * usual}
    return [
        Word(
            word.text,
            word.ink.left,
            min(word.ink.top, word.ink.baseline - _ASCENT * word.ink.capital),
            word.ink.right,
            max(word.ink.bottom, word.ink.baseline + _DESCENT * word.ink.capital),
            is_bold=word.ink.marks in bold,
            is_sure=word.is_sure,
        )
        for word in settled
    ]


def _box_word(box: CheckBox) -> Word:
    text = _MARKED_BOX if box.is_marked else _EMPTY_BOX
    return Word(text, box.left, box.top, box.right, box.bottom, is_sure=box.is_marked is not None)


def _upright(grey: Grey) -> _InkedPage | None:
    """The page turned so that its lines are read with the most certainty; None where none of it is print."""
    even = evened(grey)
    best: tuple[float, _InkedPage | None] = (_PRINT_CERTAINTY, None)
    for quarters in _QUARTERS:
        inked = _inked(even, quarters)
        if inked is None:
            continue
        certainty = _certainty(inked)
        if certainty > best[0]:
            best = certainty, inked
        if certainty >= _UPRIGHT_CERTAINTY:
            break
    return best[1]


def _certainty(inked: _InkedPage) -> float:
    """How certain the letters of the longest lines are on average; less where even those have only a few."""
    longest = sorted(inked.lines, key=lambda line: (line.left - line.right, line.top))[:_LINES_TRIED]
    letters = [letter for line in recognised([cut_out(inked.page, line) for line in longest]) for letter in line]
    share = min(len(letters) / (_LETTERS_A_LINE * len(longest)), 1.0) if longest else 0.0
    return math.sqrt(share) * sum(letter.certainty for letter in letters) / max(len(letters), 1)


def _inked(even: Grey, quarters: int) -> _InkedPage | None:
    """The ink of a page turned by quarters and then straightened, or None if it has no letters."""
    slope = slope_of(ink_of(np.ascontiguousarray(np.rot90(even, quarters))))
    straight, back = turned(even, quarters, slope)
    ink = ink_of(straight)
    capital = capital_height(marks_of(ink))
    if not capital:
        return None
    rules = rules_of(ink, capital)
    marks = marks_of(rules.ink)
    capital = capital_height(marks) or capital
    if len(marks.area) > _MOST_LETTERS and letter_count(marks, capital) > _MOST_LETTERS:
        return None
    boxes = check_boxes(rules.ink, marks, capital)
    lines = ink_lines(marks, capital, rules.down, frozenset().union(*(box.marks for box in boxes)))
    if len(lines) > _MOST_LINES:
        return None
    walls = rules.across | rules.down
    page = InkPage(_without_rules(straight, walls, rules.ink), marks, capital)
    return _InkedPage(page, lines, boxes, tables_of(rules, capital), back) if lines or boxes else None


def _without_rules(picture: Grey, rules: Ink, ink: Ink) -> Grey:
    """The picture with white where its rules were, but for the letters that cross them."""
    return np.where(widened(rules, 2) & ~ink, np.uint8(255), picture)


def _frames(content: bytes) -> Iterator["Image"]:
    """The pictures of a file, upright as its camera says, one at a time; refused before any is decoded."""
    picture, count = _opened(content)
    if count > MOST_PAGES:
        raise UnreadableFile(f"the picture has {count} pages; at most {MOST_PAGES} are read")
    for place in range(count):
        yield _frame(picture, place)


def _opened(content: bytes) -> tuple["Image", int]:
    """A picture that is not decoded yet, and how many pages it has."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(content), formats=_FORMATS)
            return picture, getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    except Image.DecompressionBombError as error:
        raise UnreadableFile(_TOO_LARGE) from error
    except _DAMAGE as error:
        raise UnreadableFile("the picture is damaged, or of a kind that is not read") from error


def _frame(picture: "Image", place: int) -> "Image":
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture.seek(place)
            if picture.width * picture.height > MOST_PIXELS:
                raise UnreadableFile(_TOO_LARGE)
            return ImageOps.exif_transpose(picture)
    except Image.DecompressionBombError as error:
        raise UnreadableFile(_TOO_LARGE) from error
    except _DAMAGE as error:
        raise UnreadableFile(_DAMAGED) from error


def _grey(picture: "Image") -> Grey:
    """The picture in shades of grey, on white where it is transparent."""
    from PIL import Image

    try:
        if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
            return _eight_bits(np.asarray(picture, np.float64))
        if picture.has_transparency_data:
            coloured = picture.convert("RGBA")
            picture = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
        return np.array(picture.convert("L"), np.uint8)
    except _DAMAGE as error:
        raise UnreadableFile(_DAMAGED) from error


def _eight_bits(shades: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Grey:
    """Shades of more than 256 steps as 0 to 255, whatever their range is."""
    most = 65535.0 if shades.max(initial=0) > 255 else 255.0 if shades.max(initial=0) > 1 else 1.0
    return np.clip(shades * (255.0 / most), 0, 255).astype(np.uint8)
