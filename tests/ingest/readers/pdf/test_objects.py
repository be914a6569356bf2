"""Objects of a PDF that refer to each other in circles, or far too often, end the search for them."""

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.pdf import objects
from ingest.readers.pdf.file import check_boxes, pdf_pages
from tests.ingest import bad_files
from tests.ingest.readers.pdf.drawing import Sheet, pdf, stream, words

GOOD = pdf([Sheet(words(100, 500, "Hello"))])


def said(content: bytes) -> str:
    return "".join(letter.text for page in pdf_pages(content) for letter in page.letters)


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        list(pdf_pages(content))
    return str(caught.value)


def test_a_page_that_is_only_a_reference_to_itself_is_none() -> None:
    tree = b"<</Type /Pages /Count 1 /Kids [3 0 R]>>"
    assert "no pages" in refusal(bad_files.pdf([b"<</Type /Catalog /Pages 2 0 R>>", tree, b"3 0 R"]))
    assert "no pages" in refusal(bad_files.pdf([b"1 0 R"]))


def test_references_that_lead_to_each_other_lead_nowhere() -> None:
    content = pdf([Sheet("")], objects=["101 0 R", "102 0 R", "100 0 R"])
    assert "what page 1 says is missing" in refusal(content.replace(b"/Contents 7 0 R", b"/Contents 100 0 R"))


def test_a_reference_to_a_reference_leads_to_what_that_one_means() -> None:
    parts = ["101 0 R", stream(words(100, 500, "Hello"))]
    content = pdf([Sheet("")], objects=parts).replace(b"/Contents 7 0 R", b"/Contents 100 0 R")
    assert said(content) == "Hello"


def test_tables_of_objects_that_go_round_are_read_once() -> None:
    table = int(GOOD.split(b"startxref\n")[1].split(b"\n")[0])
    assert said(GOOD.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % table)) == "Hello"


def test_labels_that_stand_for_billions_of_others_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "_MOST_LOOKED_UP", 10_000)
    labels = [f"<< /Kids [{at} 0 R {at} 0 R] >>" for at in range(101, 141)]
    last = "<< /Nums [0 << /S /D >>] >>"
    content = pdf([Sheet("")], objects=[*labels, last], catalog="/PageLabels 100 0 R")
    assert "refer to each other far too often" in refusal(content)


def test_a_box_whose_sides_stand_for_billions_of_numbers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "_MOST_LOOKED_UP", 10_000)
    sides = [f"[{at} 0 R {at} 0 R]" for at in range(101, 141)]
    box = "<< /Subtype /Widget /FT /Btn /Rect 100 0 R >>"
    content = pdf([Sheet("", entries="/Annots [141 0 R]")], objects=[*sides, "0", box],
                  catalog="/AcroForm << /Fields [141 0 R] >>")  # fmt: skip
    with pytest.raises(UnreadableFile, match="refer to each other far too often"):
        check_boxes(content)
