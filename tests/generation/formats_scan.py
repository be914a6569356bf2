"""Pages of a PDF as pictures, as a scanner makes them: a little askew, with specks."""

import io
from random import Random

import numpy
import pypdfium2
from PIL import Image

_POINTS_PER_INCH = 72


def as_pictures(pdf: bytes, random: Random, *, dpi: int = 200, askew: float = 0.0, noise: float = 0.0) -> list[bytes]:
    """Each page as a PNG file in grey.

    Args:
        pdf: the document.
        random: how far each page is turned, and where its specks are.
        dpi: dots per inch.
        askew: the most degrees by which a page is turned, to either side.
        noise: the share of dots that are specks, dark or light.
    """
    return [_png(picture) for picture in _pictures(pdf, random, dpi, askew, noise)]


def as_scanned_pdf(pdf: bytes, random: Random, *, dpi: int = 200, askew: float = 0.0, noise: float = 0.0) -> bytes:
    """A PDF of the page pictures, with no text in it: see ``as_pictures``."""
    first, *rest = (picture.convert("RGB") for picture in _pictures(pdf, random, dpi, askew, noise))
    file = io.BytesIO()
    first.save(file, "PDF", resolution=dpi, save_all=True, append_images=rest)
    return file.getvalue()


def _pictures(pdf: bytes, random: Random, dpi: int, askew: float, noise: float) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True).to_pil() for page in document]
    finally:
        document.close()
    turned = [
        page.rotate(random.uniform(-askew, askew), resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        for page in pages
    ]
    return [_specked(page, random, noise) for page in turned]


def _specked(picture: Image.Image, random: Random, noise: float) -> Image.Image:
    if not noise:
        return picture
    dots = numpy.array(picture)
    source = numpy.random.default_rng(random.getrandbits(32))
    hit = source.random(dots.shape) < noise
    dots[hit] = source.integers(0, 256, size=int(hit.sum()))
    return Image.fromarray(dots)


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
