"""Pages of a source as pictures with a place of it marked on them: pure, from boxes and sizes to HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ingest.model import Box
from ingest.page_pictures import PagePicture
from ui.html import escaped, shortened
from ui.source.place import SourcePlace
from ui.words import Words

# Boxes at one height stand on one line; a gap wider than this many heights parts two columns.
_SAME_HEIGHT = 0.5
_WIDEST_GAP = 1.5
_QUOTE_SAID = 200
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of a page's picture to mark; the sides are fractions of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


def marked_pages_html(place: SourcePlace, sizes: Mapping[int, PagePicture], words: Words) -> str:
    """The pictures of the pages that ``sizes`` has, in order, each with what it shows of the place marked."""
    pages = "".join(_page(place, page, sizes[page], words) for page in sorted(sizes))
    return pages.replace('class="mark"', 'class="mark" id="marked" tabindex="-1"', 1)


def picture_path(spec_id: str, page: int) -> str:
    """Where the picture of a page is had."""
    return f"/source/{quote(spec_id, safe='')}/pages/{page}.png"


def marked_rectangles(boxes: Iterable[Box], picture: PagePicture) -> tuple[Rectangle, ...]:
    """What to mark of one page for these boxes: together they cover all of them, the words of a line as one."""
    shape = picture.width / picture.height
    lines: list[Rectangle] = []
    for box in boxes:
        added = Rectangle(box.left, box.top, box.right, box.bottom)
        if lines and _goes_on(lines[-1], added, shape):
            lines[-1] = _around(lines[-1], added)
        else:
            lines.append(added)
    return tuple(lines)


def _page(place: SourcePlace, page: int, picture: PagePicture, words: Words) -> str:
    boxes = [box for box in place.boxes if box.page == page]
    said = shortened(" ".join(place.quote.split()), _QUOTE_SAID)
    image = (
        f'<img src="{escaped(picture_path(place.held.spec_id, page))}" width="{picture.width}" '
        f'height="{picture.height}" '
        f'alt="{escaped(words.say("source.picture", page=page, file=place.file_name))} {said}">'
    )
    caption = escaped(words.say("source.page", page=page))
    return (
        f'<figure class="source-page-shown" data-page="{page}"><figcaption>{caption}</figcaption>'
        f'<div class="source-picture">{image}{_marks(marked_rectangles(boxes, picture))}</div></figure>'
    )


def _marks(rectangles: Sequence[Rectangle]) -> str:
    return "".join(
        f'<span class="mark" style="left:{_percent(each.left)};top:{_percent(each.top)};'
        f'width:{_percent(each.right - each.left)};height:{_percent(each.bottom - each.top)}"></span>'
        for each in rectangles
    )


def _percent(fraction: float) -> str:
    return f"{fraction * _PERCENT:.4f}%"


def _goes_on(line: Rectangle, added: Rectangle, shape: float) -> bool:
    """Whether a box goes on a line, close to its end; ``shape`` is the picture's width by its height."""
    height = min(line.bottom - line.top, added.bottom - added.top)
    overlap = min(line.bottom, added.bottom) - max(line.top, added.top)
    gap = max(added.left - line.right, line.left - added.right)
    return overlap >= _SAME_HEIGHT * height and gap * shape <= _WIDEST_GAP * height


def _around(line: Rectangle, added: Rectangle) -> Rectangle:
    return Rectangle(
        min(line.left, added.left),
        min(line.top, added.top),
        max(line.right, added.right),
        max(line.bottom, added.bottom),
    )
