"""A PDF that cannot be read is refused in one clear sentence, before it costs much."""

import logging
import zlib

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.pdf.file import check_boxes, pdf_pages
from tests.ingest.readers.pdf.drawing import Sheet, packed_page, pdf, rectangle, rule, stream, words

GOOD = pdf([Sheet(words(100, 500, "Hello there"))])


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        list(pdf_pages(content))
    return str(caught.value)


def nested_pages(depth: int) -> bytes:
    """A PDF whose page tree is that deep."""
    kinds = [f"<< /Type /Pages /Kids [{101 + at} 0 R] /Count 1 >>" for at in range(depth)]
    return pdf([Sheet("")], objects=kinds).replace(b"/Pages 2 0 R", b"/Pages 100 0 R")


def test_a_file_that_is_cut_off_is_refused() -> None:
    assert "cut off" in refusal(GOOD[: len(GOOD) // 2])


@pytest.mark.parametrize("content", [b"%PDF-1.4\n%%EOF", b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"%%EOF"])
def test_garbage_is_refused(content: bytes) -> None:
    assert "damaged" in refusal(content)


def test_a_file_without_pages_is_refused() -> None:
    assert "no pages" in refusal(pdf([]))


@pytest.mark.parametrize("stated", [None, 2])
def test_too_many_pages_are_refused_whatever_the_file_says_of_them(stated: int | None) -> None:
    assert "at most 200" in refusal(pdf([Sheet("")] * 201, stated=stated))


def test_a_file_that_lacks_pages_it_speaks_of_is_refused() -> None:
    assert "only 1 of its 3 pages" in refusal(pdf([Sheet("")], stated=3))


@pytest.mark.parametrize("paper", [(0, 0, 20_000, 100), (0, 0, 0, 0)])
def test_a_page_of_absurd_size_is_refused(paper: tuple[int, int, int, int]) -> None:
    assert "larger than 200 inches, or has no size" in refusal(pdf([Sheet("", paper=paper)]))


def test_content_that_unpacks_to_far_too_much_is_refused() -> None:
    assert "far more than" in refusal(packed_page(b"0 0 m " * 4_000_000))
    (page,) = pdf_pages(packed_page(words(100, 500, "Hello").encode()))
    assert len(page.letters) == 5


def test_damaged_compression_is_refused() -> None:
    content = packed_page(words(100, 500, "Hello there").encode())
    at = content.index(b"FlateDecode >>\nstream\n") + len(b"FlateDecode >>\nstream\n")
    assert "damaged" in refusal(content[:at] + b"\0\0\0" + content[at + 3 :])


def test_content_that_is_missing_or_cut_off_is_refused() -> None:
    assert "page 1 says is missing" in refusal(GOOD.replace(b"/Contents 7 0 R", b"/Contents 9 0 R"))
    whole = zlib.compress(words(100, 500, "Hello there").encode(), 9)
    short = stream(whole[:-12].decode("latin-1"), "/Filter /FlateDecode").encode("latin-1")
    content = packed_page(words(100, 500, "Hello there").encode())
    assert "page 1 says is cut off" in refusal(
        content.replace(stream(whole.decode("latin-1"), "/Filter /FlateDecode").encode("latin-1"), short)
    )


def test_pages_nested_too_deeply_are_refused() -> None:
    assert "nested too deeply" in refusal(nested_pages(3_000))


def test_a_drawing_that_holds_itself_ends() -> None:
    form = stream("/Im Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im 100 0 R >> >>")
    (page,) = pdf_pages(pdf([Sheet("/Im Do " + words(10, 10, "x"))], objects=[form]))
    assert len(page.letters) == 1


def test_odd_files_are_read_in_silence(caplog: pytest.LogCaptureFixture) -> None:
    level = logging.getLogger("pdfminer").level
    list(pdf_pages(pdf([Sheet("/Nothing gs (x) Tj 1 2 3 rg " + words(10, 10, "x", font="Q"))])))
    assert caplog.records == []
    assert logging.getLogger("pdfminer").level == level


def test_what_lies_outside_the_page_as_shown_is_left_out() -> None:
    content = words(100, 500, "in") + words(10, 500, "out") + words(700, 500, "off")
    (page,) = pdf_pages(pdf([Sheet(content, entries="/CropBox [50 50 500 700]")]))
    assert "".join(letter.text for letter in page.letters) == "in"
    assert (page.width, page.height) == (450, 650)


def test_lines_and_thin_rectangles_are_rules_and_shades_are_none() -> None:
    content = rule(10, 10, 100, 10) + rectangle(10, 20, 90, 0.5, "f") + rectangle(10, 30, 90, 40, "f")
    (page,) = pdf_pages(pdf([Sheet(content)]))
    assert [(found.is_upright, found.start, found.end) for found in page.rules] == [(False, 10, 100)] * 2
    (drawn,) = pdf_pages(pdf([Sheet(rectangle(10, 30, 90, 40))]))
    assert len(drawn.rules) == 4


def test_a_form_says_which_of_its_boxes_are_marked() -> None:
    boxes = [f"<< /Subtype /Widget /FT /Btn /T ({name}) /AS /{state} /Rect [100 {at} 110 {at + 10}] >>"
             for name, state, at in (("a", "Yes", 700), ("b", "Off", 600))]  # fmt: skip
    press = "<< /Subtype /Widget /FT /Btn /Ff 65536 /T (c) /Rect [100 500 110 510] >>"
    content = pdf([Sheet("", entries="/Annots [100 0 R 101 0 R 102 0 R]")], objects=[*boxes, press],
                  catalog="/AcroForm << /Fields [100 0 R 101 0 R 102 0 R] >>")  # fmt: skip
    found = check_boxes(content)
    assert found is not None
    assert [(box.sides, box.is_marked) for box in found[1]] == [
        ((100, 82, 110, 92), True), ((100, 182, 110, 192), False)]  # fmt: skip
    assert check_boxes(GOOD) is None
