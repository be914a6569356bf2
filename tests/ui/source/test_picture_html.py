from ingest.model import Box
from ingest.page_pictures import PagePicture
from ui.source.picture_html import marked_rectangles, picture_path

PICTURE = PagePicture(b"", 1200, 1500)


def box(left: float, right: float, top: float = 0.5, page: int = 1) -> Box:
    return Box(0, 1, page, left, top, right, top + 0.02)


def test_the_words_of_a_line_are_one_mark_and_lines_and_columns_are_marks_of_their_own() -> None:
    boxes = [box(0.1, 0.2), box(0.205, 0.3), box(0.6, 0.7), box(0.1, 0.2, top=0.53)]
    assert [(each.left, each.right, each.top) for each in marked_rectangles(boxes, PICTURE)] == [
        (0.1, 0.3, 0.5),
        (0.6, 0.7, 0.5),
        (0.1, 0.2, 0.53),
    ]


def test_marks_cover_every_box() -> None:
    boxes = [Box(0, 1, 1, 0.1, 0.5, 0.2, 0.53), Box(1, 2, 1, 0.18, 0.49, 0.3, 0.52), Box(2, 3, 1, 0.05, 0.5, 0.1, 0.52)]
    (mark,) = marked_rectangles(boxes, PICTURE)
    assert (mark.left, mark.top, mark.right, mark.bottom) == (0.05, 0.49, 0.3, 0.53)


def test_an_id_stays_one_part_of_the_address_of_a_picture() -> None:
    assert picture_path('a/b?"', 2) == "/source/a%2Fb%3F%22/pages/2.png"
