"""Pictures of pages, and the boxes of words on them."""

from io import BytesIO

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ingest.errors import UnreadableFile
from ingest.pictures import page_picture
from ingest.readers.pdf.reader import read_pdf
from tests.ingest.readers.pdf.drawing import Sheet, pdf, words

SAID = {"Kneeling": (100, 500), "Quay": (300, 450), "gypsy": (120, 300), "Xylophone": (330, 240)}
CONTENT = "".join(words(x, y, text, size=12) for text, (x, y) in SAID.items())
# In pixels: how far around a box no ink of its word may be; the words stand much further apart.
MARGIN = 6


def pixels(png: bytes) -> npt.NDArray[np.uint8]:
    with Image.open(BytesIO(png)) as picture:
        return np.asarray(picture.convert("L"))


def as_bytes(picture: Image.Image, file_format: str, **options: object) -> bytes:
    written = BytesIO()
    picture.save(written, file_format, **options)
    return written.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("paper", "crop"), [((0, 0, 612, 792), ""), ((-50, 20, 612, 792), "/CropBox [40 100 500 700]")]
)
def test_boxes_cover_their_words_on_the_picture(rotation: int, paper: tuple[int, int, int, int], crop: str) -> None:
    content = pdf([Sheet(CONTENT, paper, f"/Rotate {rotation} {crop}")])
    source, picture = read_pdf(content), pixels(page_picture(content, "pdf", 1, dots_per_inch=144))
    height, width = picture.shape
    assert sorted(source.text[box.start : box.end] for box in source.boxes) == sorted(SAID)
    for box in source.boxes:
        left, right = int(box.left * width), int(box.right * width) + 1
        top, bottom = int(box.top * height), int(box.bottom * height) + 1
        around = picture[max(top - MARGIN, 0) : bottom + MARGIN, max(left - MARGIN, 0) : right + MARGIN]
        inside = picture[top:bottom, left:right]
        assert (inside < 128).sum() > 40
        assert (around < 128).sum() == (inside < 128).sum()


def test_a_page_is_drawn_as_finely_as_asked_for() -> None:
    content = pdf([Sheet(CONTENT), Sheet(CONTENT, (0, 0, 720, 360))])
    assert pixels(page_picture(content, "pdf", 2, dots_per_inch=72)).shape == (360, 720)
    assert pixels(page_picture(content, "pdf", 1)).shape == (1650, 1275)


def test_a_large_page_is_drawn_less_finely() -> None:
    picture = pixels(page_picture(pdf([Sheet(CONTENT, (0, 0, 14_000, 14_000))]), "pdf", 1, dots_per_inch=300))
    assert picture.size < 25_100_000


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    picture = as_bytes(Image.new("L", (9, 9)), "PNG")
    for content, file_format in ((pdf([Sheet("")]), "pdf"), (picture, "png")):
        with pytest.raises(UnreadableFile, match=f"no page {page}"):
            page_picture(content, file_format, page)


def test_the_pages_of_a_tiff_are_its_pictures() -> None:
    black, white = Image.new("1", (20, 10), 0), Image.new("1", (30, 10), 1)
    content = as_bytes(black, "TIFF", save_all=True, append_images=[white])
    assert pixels(page_picture(content, "tiff", 1)).max() == 0
    assert pixels(page_picture(content, "tiff", 2)).shape == (10, 30)


def test_a_photograph_is_shown_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    content = as_bytes(Image.new("RGB", (40, 20)), "JPEG", exif=turned)
    assert pixels(page_picture(content, "jpeg", 1)).shape == (40, 20)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", as_bytes(Image.new("L", (99, 99)), "PNG")[:60]]
)
def test_a_damaged_picture_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        page_picture(content, "png", 1)


def test_a_picture_of_far_too_many_pixels_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="million pixels"):
        page_picture(as_bytes(Image.new("1", (20_000, 20_000)), "PNG"), "png", 1)


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        page_picture(b"%PDF-1.4\n%%EOF", "pdf", 1)


def test_a_format_without_pages_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no pages"):
        page_picture(b"text", "txt", 1)
