"""Pictures of the pages that were read, for people to see where an answer stands."""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from ingest.errors import UnreadableFile
from ingest.readers.pdf.pictures import page_image

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 100_000_000
_MOST_SHOWN = 25_000_000
_TOO_MANY = f"the picture has more than {_MOST_PIXELS // 1_000_000} million pixels"
# A third of the time that the usual level takes, and no larger for pages of print.
_COMPRESSION = 3
_PICTURE_FORMATS = ("PNG", "JPEG", "TIFF")


def page_picture(
    content: bytes, file_format: str, page: int, *, dots_per_inch: int = 150, widest: int | None = None
) -> bytes:
    """The page of that 1-based number as it is shown, as the bytes of a PNG of at most 25 million pixels.

    A PDF's page is drawn that fine; a picture has the pixels that it has, and a TIFF a page for each of its pictures.
    What is wider than ``widest`` pixels is made smaller.

    Raises:
        UnreadableFile: there is no such page, the file is damaged, or its format has no pages to show.
    """
    if file_format == "pdf":
        picture = page_image(content, page, dots_per_inch)
    elif file_format.upper() in _PICTURE_FORMATS:
        picture = _frame(content, page)
    else:
        raise UnreadableFile(f"a file of the format {file_format} has no pages to show")
    if widest is not None and picture.width > widest:
        picture = picture.resize((widest, max(1, round(picture.height * widest / picture.width))))
    written = BytesIO()
    picture.save(written, "PNG", compress_level=_COMPRESSION)
    return written.getvalue()


def _frame(content: bytes, page: int) -> "Image":
    """One picture of a file, upright as its camera says, made smaller where it has too many pixels to show."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=_PICTURE_FORMATS) as opened:
                if not 1 <= page <= getattr(opened, "n_frames", 1):
                    raise UnreadableFile(f"the picture has no page {page}")
                opened.seek(page - 1)
                if opened.width * opened.height > _MOST_PIXELS:
                    raise UnreadableFile(_TOO_MANY)
                upright = ImageOps.exif_transpose(opened)
                picture = upright.convert("L" if upright.mode in ("1", "L") else "RGB")
    except Image.DecompressionBombError as error:
        raise UnreadableFile(_TOO_MANY) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise UnreadableFile("the picture is damaged and cannot be shown") from error
    shrink = (_MOST_SHOWN / (picture.width * picture.height)) ** 0.5
    if shrink < 1:
        picture = picture.resize((int(picture.width * shrink), int(picture.height * shrink)))
    return picture
