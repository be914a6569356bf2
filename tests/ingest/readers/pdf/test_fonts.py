"""A font that tells of more codes than there are is refused before they are made."""

import struct

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.pdf.file import pdf_pages
from tests.ingest.readers.pdf.drawing import Sheet, deflated, pdf, stream, words

_ROOT = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /{} /DescendantFonts [{}] {} >>"
_CHILD = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X {} "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)


def with_font(child: str = "", root: str = "", encoding: str = "Identity-H", file: str = "") -> bytes:
    """A PDF that says AB in a font with those entries; ``file`` is an object of number 101."""
    font = _ROOT.format(encoding, _CHILD.format(child), root)
    content = pdf([Sheet(words(100, 500, "\0A\0B", font="Q"))], objects=[font, file or "null"])
    return content.replace(b"/F 3 0 R", b"/F 3 0 R /Q 100 0 R")


def said(content: bytes) -> str:
    return "".join(letter.text for page in pdf_pages(content) for letter in page.letters)


def meanings(ranges: str) -> bytes:
    return with_font(root="/ToUnicode 101 0 R", file=stream(f"1 beginbfrange {ranges} endbfrange"))


def font_file(table: bytes) -> bytes:
    tables = struct.pack(">HHHHL", 0, 1, 3, 1, 12) + table
    header = b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + b"cmap" + struct.pack(">LLL", 0, 28, len(tables))
    return with_font(child="/FontDescriptor << /FontFile2 101 0 R >>", file=deflated(header + tables))


def groups(first: int, last: int, glyph: int) -> bytes:
    return struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, first, last, glyph)


def segments(count: int) -> bytes:
    """A table of segments each of which names every code."""
    header = struct.pack(">HHHHHHH", 4, 0, 0, count * 2, 0, 0, 0)
    return header + b"\xff\xff" * count + bytes(2) + bytes(2) * count * 3


def test_every_code_may_have_a_meaning_and_a_width() -> None:
    assert said(meanings("<0000> <ffff> <0000>")) == "AB"
    assert said(with_font(child="/W [0 65535 500]", root="/ToUnicode /Identity-H")) == "AB"
    assert said(font_file(groups(0, 0xFFFF, 0))) == "AB"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(meanings("<00000000> <ffffffff> <0041>"), id="meanings"),
        pytest.param(with_font(child="/W [0 2000000000 500]"), id="widths"),
        pytest.param(with_font(child=f"/W [{'0 65535 500 ' * 40}]"), id="widths told again and again"),
        pytest.param(with_font(child="/W2 [0 2000000000 500 1 1]", encoding="Identity-V"), id="heights"),
        pytest.param(font_file(groups(0, 0xFFFFFFF0, 0)), id="groups of a font file"),
        pytest.param(font_file(segments(100)), id="segments of a font file"),
    ],
)
def test_more_codes_than_there_are_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="far more letters than there are"):
        said(content)


def test_fonts_without_number_are_counted() -> None:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    fonts = " ".join(f"/N{at} {font}" for at in range(100))
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << {fonts} >> >>"
    with pytest.raises(UnreadableFile, match="more than 5000 fonts"):
        list(pdf_pages(pdf([Sheet("/Im Do " * 60)], objects=[stream("", form)])))
