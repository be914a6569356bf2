"""Packed parts are unpacked whole where they are a page's, and no further than a document of text needs."""

import zlib

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.pdf.allowance import Allowance
from ingest.readers.pdf.file import pdf_pages
from ingest.readers.pdf.streams import Stream
from tests.ingest.readers.pdf.drawing import Sheet, deflated, packed_page, pdf, stream, words

ROOM = 50_000_000
SAID = words(100, 500, "Hello").encode()


def unpacked(packed: bytes, kind: str, **parameters: int) -> bytes:
    from pdfminer.psparser import LIT

    attributes = {"Filter": LIT(kind), "DecodeParms": parameters}
    return Stream(attributes, packed, None, Allowance(ROOM, "no room")).get_data()


def with_stream(body: str) -> bytes:
    """A PDF whose page has that stream as its content."""
    return pdf([Sheet("")]).replace(stream("").encode(), body.encode("latin-1"))


@pytest.mark.parametrize(
    ("packed", "kind"),
    [
        (zlib.compress(SAID), "FlateDecode"),
        (zlib.compress(SAID)[:-4], "Fl"),
        (SAID.hex().encode() + b">", "ASCIIHexDecode"),
        (bytes([len(SAID) - 1]) + SAID + b"\x80", "RunLengthDecode"),
        (b"".join(bytes([0, each]) for each in SAID), "RL"),
    ],
)
def test_what_is_packed_any_way_is_unpacked(packed: bytes, kind: str) -> None:
    assert unpacked(packed, kind) == SAID


def test_codes_of_growing_length_are_unpacked() -> None:
    # The example of ISO 32000, 7.4.4.2.
    assert unpacked(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "LZWDecode") == b"-----A---B"


def test_runs_are_unpacked() -> None:
    assert unpacked(b"\xfea\x01bc\x80rest", "RunLengthDecode") == b"aaabc"


def test_rows_stored_as_differences_are_made_whole() -> None:
    rows = zlib.compress(b"\x02\x01\x02\x02\x01\x01")
    assert unpacked(rows, "FlateDecode", Predictor=12, Columns=2) == b"\x01\x02\x02\x03"


def test_a_row_longer_than_any_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="far more"):
        unpacked(zlib.compress(b"\x02\x01"), "FlateDecode", Predictor=12, Columns=2_000_000_000)


@pytest.mark.parametrize(
    ("packed", "kind"),
    [
        (zlib.compress(bytes(60_000_000)), "FlateDecode"),
        (zlib.compress(bytes(600_000)), "FlateDecode"),
        (b"\x81 " * 700_000, "RunLengthDecode"),
    ],
)
def test_a_part_that_unpacks_to_far_more_than_text_is_refused(packed: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFile, match="far more than a document of text"):
        unpacked(packed, kind)


def test_all_parts_together_have_only_so_much_room() -> None:
    room = Allowance(1_000, "no room")
    Stream({}, bytes(600), None, room)
    with pytest.raises(UnreadableFile, match="no room"):
        Stream({}, bytes(600), None, room)


def test_a_drawing_within_a_page_is_bounded_as_the_page_is() -> None:
    form = deflated(b" " * 60_000_000, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    with pytest.raises(UnreadableFile, match="far more than a document of text"):
        list(pdf_pages(pdf([Sheet("/Im Do")], objects=[form])))


def test_what_is_packed_as_a_picture_is_no_page() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        list(pdf_pages(with_stream(stream("x", "/Filter /DCTDecode"))))


def test_ruled_paper_packs_well_and_is_read() -> None:
    ruled = b"".join(b"%d %d m %d %d l S\n" % (x, y, x + 9, y) for y in range(20, 780, 4) for x in range(20, 600, 10))
    (page,) = pdf_pages(packed_page(ruled + SAID))
    assert len(page.rules) == 190 * 58
