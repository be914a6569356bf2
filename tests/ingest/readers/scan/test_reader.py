"""What is read of pictures of pages, drawn here."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ingest.errors import UnreadableFile
from ingest.readers.page.words import PageWords
from ingest.readers.scan.reader import MOST_PAGES, read_picture, recognised_page

PROSE = (
    "Oversees and evaluates the operations of the water plant, plans the",
    "work of three crews, and answers questions from the public. May be asked",
    "to lift up to 50 lbs. and to drive a truck.",
)
CODES = (("Standing", "F"), ("Lifting", "O"), ("Climbing", "R"), ("Crawling", "N"), ("Talking", "C"), ("Heat", "D"))


def test_prose_is_read_word_by_word_and_with_certainty() -> None:
    page = recognised_page(_prose(), 3)

    assert page.number == 3
    assert _said(page) == " ".join(PROSE)
    assert all(word.is_sure for word in page.words)


def test_a_lone_code_letter_in_a_ruled_cell_is_read_and_never_wrong() -> None:
    page = recognised_page(_table(CODES), 1)

    words = [word.text for word in page.words]
    assert words == [part for row in CODES for part in row]
    assert all(word.is_sure for word in page.words)


def test_ruled_cells_are_handed_on_by_row_and_column() -> None:
    (table,) = recognised_page(_table(CODES), 1).tables

    assert [(cell.row, cell.column) for cell in table.cells] == [(row, column) for row in range(6) for column in (0, 1)]


def test_a_box_is_read_as_marked_or_empty() -> None:
    picture = _white(900, 200)
    draw = ImageDraw.Draw(picture)
    for left, label in ((60, "Office"), (400, "Outdoors")):
        draw.rectangle((left, 60, left + 30, 90), outline=0, width=3)
        draw.text((left + 50, 55), label, 0, _font(36))
    draw.line((68, 68, 82, 82), 0, 3)
    draw.line((82, 68, 68, 82), 0, 3)

    page = recognised_page(picture, 1)

    assert sorted((word.left, word.text) for word in page.words)[::2] == [(60, "☒"), (400, "☐")]


@pytest.mark.parametrize("degrees", [-4.0, 1.5, 90.0, 180.0, 270.0, 272.0])
def test_a_page_that_lies_askew_is_read_and_shown_where_its_words_are(degrees: float) -> None:
    straight = _prose()
    picture = straight.rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)

    page = recognised_page(picture, 1)

    assert _said(page) == " ".join(PROSE)
    assert _share_in_boxes(picture, page) > 0.99


def test_what_is_too_blurred_to_read_is_not_called_sure() -> None:
    page = recognised_page(_prose().filter(ImageFilter.GaussianBlur(7)), 1)

    right = set(" ".join(PROSE).split())
    assert not [word.text for word in page.words if word.is_sure and word.text not in right]


def test_a_page_without_ink_has_no_words() -> None:
    assert recognised_page(_white(800, 600), 1).words == ()


def test_a_photograph_has_no_words() -> None:
    assert recognised_page(Image.effect_noise((600, 400), 120), 1).words == ()


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGB", "RGBA", "CMYK", "I;16", "I"])
def test_every_kind_of_colour_is_read(mode: str) -> None:
    picture = _line("Reports to the Chief")
    if mode == "I;16":
        shown = picture.convert("I").point(lambda shade: shade * 257).convert("I;16")
    else:
        shown = picture.convert(mode)

    assert _said(recognised_page(shown, 1)) == "Reports to the Chief"


def test_what_is_transparent_is_white() -> None:
    picture = Image.new("RGBA", (700, 120), (0, 0, 0, 0))
    ImageDraw.Draw(picture).text((30, 30), "Reports to the Chief", (0, 0, 0, 255), _font(44))

    assert _said(recognised_page(picture, 1)) == "Reports to the Chief"


def test_light_letters_on_a_dark_field_are_read() -> None:
    picture = _white(900, 300)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 900, 110), fill=30)
    draw.text((40, 30), "Physical Demands", 255, _font(44))
    draw.text((40, 180), "Standing and walking", 0, _font(44))

    assert _said(recognised_page(picture, 1)) == "Physical Demands Standing and walking"


def test_every_frame_of_a_tiff_is_a_page() -> None:
    frames = [_line("The first page"), _line("The second page")]

    text = read_picture(_file(frames[0], "TIFF", save_all=True, append_images=frames[1:]))

    assert [text.text[page.start : page.end].strip() for page in text.pages] == ["The first page", "The second page"]
    assert [page.number for page in text.pages] == [1, 2]


def test_a_photograph_of_a_page_is_turned_as_the_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = _line("Reports to the Chief").rotate(90, expand=True)

    text = read_picture(_file(picture, "JPEG", exif=exif, quality=90))

    assert text.text.strip() == "Reports to the Chief"
    assert all(box.right - box.left > box.bottom - box.top for box in text.boxes)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    read_picture(_file(_line("Reports to the Chief"), "PNG"))

    assert capfd.readouterr() == ("", "")


def test_a_picture_of_far_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(UnreadableFile, match="more than 40 million pixels"):
        read_picture(_png_head(20_000, 20_000))


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(UnreadableFile, match="more than 40 million pixels"):
        read_picture(_png_head(10_000, 10_000))


def test_a_tiff_of_too_many_pages_is_refused() -> None:
    frames = [Image.new("1", (1, 1))] * MOST_PAGES

    with pytest.raises(UnreadableFile, match="201 pages"):
        read_picture(_file(Image.new("1", (1, 1)), "TIFF", save_all=True, append_images=frames))


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "TIFF"])
@pytest.mark.parametrize("share", [0.02, 0.5])
def test_a_truncated_picture_is_refused(file_format: str, share: float) -> None:
    content = _file(_prose(), file_format)

    with pytest.raises(UnreadableFile, match="damaged"):
        read_picture(content[: int(len(content) * share)])


def test_a_picture_of_another_kind_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="of a kind that is not read"):
        read_picture(_file(_line("Reports to the Chief"), "GIF"))


def _said(page: PageWords) -> str:
    """The words of a page, line by line."""
    height = 20.0
    return " ".join(word.text for word in sorted(page.words, key=lambda word: (word.bottom // height, word.left)))


def _share_in_boxes(picture: Image.Image, page: PageWords) -> float:
    """How much of a picture's ink is in the boxes of the words of its page, as it is shown."""
    width, height = picture.size
    outside = picture.point(lambda shade: 255 * (shade < 128))
    ink = outside.histogram()[255]
    draw = ImageDraw.Draw(outside)
    for word in page.words:
        left, top, right, bottom = page.shown(word.left, word.top, word.right, word.bottom)
        draw.rectangle((left * width, top * height, right * width, bottom * height), fill=0)
    return 1 - outside.histogram()[255] / ink


def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font


def _white(width: int, height: int) -> Image.Image:
    return Image.new("L", (width, height), 255)


def _line(text: str) -> Image.Image:
    picture = _white(700, 120)
    ImageDraw.Draw(picture).text((30, 30), text, 0, _font(44))
    return picture


def _prose() -> Image.Image:
    picture = _white(1200, 320)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(PROSE):
        draw.text((60, 60 + 60 * at), line, 0, _font(32))
    return picture


def _table(rows: Sequence[tuple[str, str]]) -> Image.Image:
    """A ruled table of two columns, the second as narrow as a letter needs."""
    picture = _white(500, 80 + 50 * len(rows))
    draw = ImageDraw.Draw(picture)
    for at, (label, code) in enumerate(rows):
        top = 40 + 50 * at
        draw.rectangle((40, top, 340, top + 50), outline=0, width=2)
        draw.rectangle((340, top, 390, top + 50), outline=0, width=2)
        draw.text((52, top + 8), label, 0, _font(30))
        draw.text((354, top + 8), code, 0, _font(30))
    return picture


def _file(picture: Image.Image, file_format: str, **options: object) -> bytes:
    content = BytesIO()
    picture.save(content, file_format, **options)
    return content.getvalue()


def _png_head(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and has hardly any content."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0")))
    packed = (
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
