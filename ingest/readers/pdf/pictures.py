"""Pages of a PDF as pictures, and its form fields as part of its pages: the one module that uses PDFium."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from ingest.errors import UnreadableFile

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

_POINTS_AN_INCH = 72
_MOST_PIXELS = 25_000_000
_FILLED_FORM = 1
# The library rounds sides up, and a side that is a whole number of pixels may come out a trifle more.
_NOT_ROUNDED_UP = 1 - 1e-9


def page_image(content: bytes, page: int, dots_per_inch: int) -> "Image":
    """The page of that 1-based number as it is shown, less fine where it would have more than 25 million pixels.

    Raises:
        UnreadableFile: there is no such page, or the PDF is damaged or encrypted.
    """
    with _opened(content) as document:
        if not 1 <= page <= len(document):
            raise UnreadableFile(f"the PDF has no page {page}")
        opened = document[page - 1]
        width, height = opened.get_size()
        if width <= 0 or height <= 0:
            raise UnreadableFile(f"page {page} of the PDF has no size")
        scale = min(dots_per_inch / _POINTS_AN_INCH, math.sqrt(_MOST_PIXELS / (width * height))) * _NOT_ROUNDED_UP
        picture: Image = opened.render(scale=scale, rev_byteorder=True).to_pil()
        # The library's picture is a window on memory that goes with the document.
        return picture.copy()


def with_fields_drawn(content: bytes) -> bytes:
    """The PDF with the values of its form fields drawn on its pages, as they are shown.

    Raises:
        UnreadableFile: the PDF is damaged or encrypted.
    """
    with _opened(content) as document:
        if not document.formenv:
            return content
        for page in document:
            page.flatten()
        drawn = BytesIO()
        document.save(drawn)
        return drawn.getvalue()


@contextmanager
def _opened(content: bytes) -> "Iterator[PdfDocument]":
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(content) as document:
            if document.get_formtype() == _FILLED_FORM:
                document.init_forms()
            yield document
    except PdfiumError as error:
        raise UnreadableFile("the PDF is damaged or encrypted, and its pages cannot be shown") from error
