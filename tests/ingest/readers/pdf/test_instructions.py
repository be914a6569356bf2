"""A page's instructions are carried out as far as those of a page of text go."""

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.pdf import instructions
from ingest.readers.pdf.file import pdf_pages
from tests.ingest.readers.pdf.drawing import Sheet, pdf, rectangle, stream, words

_FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A {} 0 R >> >>"


def said(content: bytes) -> str:
    return "".join(letter.text for page in pdf_pages(content) for letter in page.letters)


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        list(pdf_pages(content))
    return str(caught.value)


def test_drawings_that_use_drawings_without_end_are_refused() -> None:
    forms = [stream("/A Do /A Do", _FORM.format(101 + at)) for at in range(40)]
    assert "page 1 of the PDF holds far more" in refusal(pdf([Sheet("/Im Do")], objects=forms))


def test_a_drawing_used_again_and_again_counts_each_time() -> None:
    form = stream("% " + "x" * 100_000, _FORM.format(100))
    assert "page 1 of the PDF holds far more" in refusal(pdf([Sheet("/Im Do " * 50)], objects=[form]))


def test_pages_together_draw_only_so_much() -> None:
    assert "draws far more than a document" in refusal(pdf([Sheet("% " + "x" * 900_000)] * 20))


@pytest.mark.parametrize("drawn", [words(100, 500, "x" * 60), rectangle(1, 1, 9, 9) * 60, "/Im Do " * 6])
def test_more_letters_lines_or_drawings_than_a_page_has_are_refused(
    drawn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = stream("", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    content = pdf([Sheet(drawn)] * 3, objects=[form])
    assert len(list(pdf_pages(content))) == 3
    monkeypatch.setattr(instructions, "_MOST_DRAWN", 50)
    assert "page 1 of the PDF holds far more" in refusal(content)


def test_states_of_the_pen_that_are_never_taken_back_are_refused() -> None:
    assert said(pdf([Sheet("q " * 1_000 + words(100, 500, "Hello"))])) == "Hello"
    assert "nested too deeply" in refusal(pdf([Sheet("q " * 6_000)]))


def test_a_picture_among_the_instructions_is_passed_over() -> None:
    picture = "BI /W 9 /H 9 ID EEI xEI(no) Tj\nEI "
    assert said(pdf([Sheet(picture + words(100, 500, "Hello"))])) == "Hello"


def test_a_picture_of_any_bytes_is_passed_over_at_once() -> None:
    assert said(pdf([Sheet("BI /W 9 /H 9 ID " + "E" * 900_000 + "\nEI " + words(100, 500, "Hello"))])) == "Hello"


def test_a_picture_without_end_ends_the_page() -> None:
    assert said(pdf([Sheet(words(100, 500, "Hello") + "BI /W 9 ID " + words(100, 400, "bits"))])) == "Hello"


def test_instructions_that_lack_operands_or_are_unknown_are_left_out() -> None:
    assert (
        said(pdf([Sheet("Td 1 Tm nothing " + words(100, 500, "Hello") + "BT /F 9 Tf 10 TL 100 480 Td (a) ' ET")]))
        == "Helloa"
    )
