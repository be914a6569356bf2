"""Files that are damaged, hostile or not what they are named, a few lines each, and good ones to make them of."""

import struct
import zlib
from collections.abc import Iterable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image, ImageDraw

LINES = (
    "Class Title: Clerk",
    "BRIEF DESCRIPTION OF THE CLASSIFICATION:",
    "The clerk keeps the files of the department.",
    "MACHINES, TOOLS, EQUIPMENT, AND WORK AIDS:",
    "Telephone.",
    "PROTECTIVE EQUIPMENT REQUIRED:",
    "None",
)
_MEGABYTE = 1_000_000
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_BODY = (
    '{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body>'
    "</w:document>"
)


def text() -> bytes:
    return "\n\n".join(LINES).encode()


def paragraphs(texts: Iterable[str] = LINES) -> str:
    return "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in texts)


def word(body: str = "", before: str = "") -> bytes:
    """A Word document with that XML as its body, and that before its root."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", _BODY.format(before, body or paragraphs()))
    return content.getvalue()


def word_that_unpacks_to(megabytes: int) -> bytes:
    """A Word document whose one part is a paragraph of spaces of so many megabytes."""
    content = BytesIO()
    start, end = _BODY.format("", paragraphs([*LINES, "@"])).encode().split(b"@")
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(start)
            for _ in range(megabytes):
                part.write(b" " * _MEGABYTE)
            part.write(end)
    return content.getvalue()


def word_of_many_parts(count: int) -> bytes:
    """A Word document with so many empty parts that nothing refers to."""
    content = BytesIO(word())
    with ZipFile(content, "a") as archive:
        for number in range(count):
            archive.writestr(f"word/{number}.xml", "")
    return content.getvalue()


def word_with_nested_entities() -> bytes:
    """A Word document whose text would be 10 to the 9th times as long as an entity of its own."""
    entities = ['<!ENTITY e0 "clerk ">']
    entities += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)]
    return word(paragraphs([*LINES, "&e9;"]), f"<!DOCTYPE w [{''.join(entities)}]>")


def word_with_outer_entity(address: str) -> bytes:
    """A Word document that asks for another file's words to be put into its own."""
    return word(paragraphs([*LINES, "&outer;"]), f'<!DOCTYPE w [<!ENTITY outer SYSTEM "{address}">]>')


def word_nested(depth: int) -> bytes:
    """A Word document with that many tables in each other's cells."""
    opening, closing = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return word(paragraphs() + opening * depth + paragraphs(["inside"]) + closing * depth)


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>Clerk</title></head><body>{body}</body></html>".encode()


def page_paragraphs() -> str:
    return "".join(f"<p>{words}</p>" for words in LINES)


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of those objects, of which the first, number 1, is its catalogue."""
    content, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<</Size %d /Root 1 0 R %b>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table)
    return bytes(content)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(content), entries, content)


def drawn(texts: Iterable[str] = LINES) -> bytes:
    """The operators that write lines of text on a page of 612 by 792 points, 30 points apart."""
    written = b" ".join(b"(%b) Tj 0 -30 Td" % words.encode() for words in texts)
    return b"BT /F1 11 Tf 72 720 Td %b ET" % written


_FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
_PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [%b] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> %b>>"


def pdf_page(
    contents: bytes = b"", *, size: bytes = b"0 0 612 792", entries: bytes = b"", pages: int = 1, trailer: bytes = b""
) -> bytes:
    """A PDF file of so many pages that all show the same, of that size and with those entries beside."""
    kids = b"3 0 R " * pages
    tree = b"<</Type /Pages /Count %d /Kids [%b]>>" % (pages, kids)
    contents = contents or stream(drawn())
    catalogue = b"<</Type /Catalog /Pages 2 0 R>>"
    return pdf([catalogue, tree, _PAGE % (size, entries), contents, _FONT], trailer)


def pdf_of_many_pages(count: int) -> bytes:
    """A PDF file of so many pages, each an object of its own."""
    first = 5
    kids = b" ".join(b"%d 0 R" % (first + number) for number in range(count))
    tree = b"<</Type /Pages /Count %d /Kids [%b]>>" % (count, kids)
    leaf = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources <</Font <</F1 4 0 R>>>>>>"
    return pdf([b"<</Type /Catalog /Pages 2 0 R>>", tree, stream(drawn()), _FONT, *[leaf] * count])


def pdf_encrypted() -> bytes:
    """A PDF file that only somebody who knows its password can open: what it keeps of the password is that of none."""
    entries = b"/Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b>" % (b"41" * 32, b"42" * 32)
    return pdf_page(trailer=b"/Encrypt <<%b>> /ID [<00> <00>]" % entries)


def pdf_with_nested_arrays(depth: int) -> bytes:
    return pdf_page(entries=b"/Nested " + b"[" * depth + b"]" * depth)


def pdf_with_nested_operands(depth: int) -> bytes:
    return pdf_page(stream(drawn() + b" " + b"[" * depth + b"]" * depth + b" TJ"))


def pdf_with_nested_tree(depth: int) -> bytes:
    """A PDF file whose one page is that deep in its tree of pages."""
    nodes = [b"<</Type /Pages /Count 1 /Kids [%d 0 R]>>" % (number + 3) for number in range(depth)]
    leaf = b"<</Type /Page /MediaBox [0 0 612 792]>>"
    return pdf([b"<</Type /Catalog /Pages 2 0 R>>", *nodes, leaf])


def pdf_whose_tree_goes_round() -> bytes:
    tree = b"<</Type /Pages /Count 2 /Kids [2 0 R 3 0 R]>>"
    return pdf([b"<</Type /Catalog /Pages 2 0 R>>", tree, _PAGE % (b"0 0 612 792", b""), stream(drawn()), _FONT])


def pdf_whose_form_draws_itself() -> bytes:
    """A PDF file with a form that is drawn within itself twice."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources <</XObject <</X 6 0 R>>>>"
    shown = _PAGE.replace(b"/Font", b"/XObject <</X 6 0 R>> /Font") % (b"0 0 612 792", b"")
    tree = b"<</Type /Pages /Count 1 /Kids [3 0 R]>>"
    contents = stream(drawn() + b" /X Do")
    return pdf([b"<</Type /Catalog /Pages 2 0 R>>", tree, shown, contents, _FONT, stream(b"/X Do /X Do", form)])


def pdf_that_unpacks_to(megabytes: int) -> bytes:
    """A PDF file with a page's operators packed twice, that unpack to so many megabytes."""
    packing = zlib.compressobj(1)
    packed = packing.compress(drawn())
    packed += b"".join(packing.compress(b" " * _MEGABYTE) for _ in range(megabytes)) + packing.flush()
    return pdf_page(stream(zlib.compress(packed), b"/Filter [/FlateDecode /FlateDecode]"))


def pdf_of_many_letters(count: int) -> bytes:
    """A PDF file with so many lines of text one on the other on its page."""
    lines = b" ".join([b"(clerk) Tj 0 -1 Td"] * count)
    return pdf_page(stream(zlib.compress(b"BT /F1 11 Tf 72 720 Td %b ET" % lines), b"/Filter /FlateDecode"))


def pdf_of_many_rules(count: int) -> bytes:
    """A PDF file with a page full of ruled lines."""
    rules = b" ".join(b"%d %d m %d %d l S" % (n % 600, n % 790, (n * 7) % 600, (n * 3) % 790) for n in range(count))
    return pdf_page(stream(zlib.compress(drawn() + b" " + rules), b"/Filter /FlateDecode"))


def png(width: int, height: int) -> bytes:
    """A white picture of one bit a pixel; it takes hardly any room, however large it is."""
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    packing = zlib.compressobj(1)
    packed = b"".join(packing.compress(row) for _ in range(height)) + packing.flush()
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part)) for name, part in parts
    )


def picture(kind: str, texts: Iterable[str] = LINES) -> bytes:
    """A small picture of lines of text, as PNG, JPEG or TIFF."""
    drawn_on = Image.new("L", (900, 400), 255)
    for number, words in enumerate(texts):
        ImageDraw.Draw(drawn_on).text((30, 20 + 50 * number), words, fill=0, font_size=26)
    content = BytesIO()
    drawn_on.save(content, kind)
    return content.getvalue()
