"""Files that are damaged, hostile or no Word documents are refused in one sentence; odd but whole ones are read."""

import zipfile
from io import BytesIO

import pytest

from ingest import UnreadableFile
from ingest.readers.word.reader import read_word, refuse_old_word
from tests.ingest.readers.word.writing import paragraph, table, word_file, word_xml, zipped

_MAIN = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def with_main(content: str) -> bytes:
    return zipped({_MAIN: content})


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_word(content)
    return str(refused.value)


@pytest.mark.parametrize("declared", ['<!ENTITY a "aaaaaaaaaa">', '<!ENTITY a SYSTEM "file:///etc/hostname">', ""])
def test_a_document_type_with_or_without_entities_is_refused(declared: str) -> None:
    attack = f"<!DOCTYPE w [{declared}]>" + word_xml(paragraph("&a;" if declared else "plain")).replace("&amp;", "&")
    assert "declares a document type" in refusal(with_main(attack))


def test_entities_are_refused_in_every_part_that_is_read() -> None:
    attack = '<!DOCTYPE w [<!ENTITY a "b">]><w/>'
    parts = {_MAIN: word_xml(paragraph("x")), "_rels/.rels": attack}
    assert "declares a document type" in refusal(zipped(parts))


def test_elements_nested_without_end_are_refused() -> None:
    assert "nests deeper" in refusal(with_main(word_xml("<w:smartTag>" * 100_000 + "</w:smartTag>" * 100_000)))


def test_more_elements_than_any_document_has_are_refused() -> None:
    assert "holds more" in refusal(with_main(word_xml("<w:p/>" * 500_001)))


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is_read() -> None:
    assert "25 MB" in refusal(with_main(word_xml(f"<w:p>{' ' * 25_000_000}</w:p>")))


def test_a_file_that_unpacks_to_too_much_in_all_is_refused() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_MAIN, word_xml(paragraph("x")))
        with archive.open("word/media/image1.bmp", "w") as part:
            for _ in range(201):
                part.write(b"\0" * 1_000_000)
    assert "200 MB" in refusal(written.getvalue())


def test_a_size_that_the_file_understates_is_found_out() -> None:
    content = word_file(paragraph("word " * 1000))
    short = len(word_xml(paragraph("word " * 1000))).to_bytes(4, "little")
    assert content.count(short) == 2
    assert "cannot be unpacked" in refusal(content.replace(short, (10).to_bytes(4, "little")))


def test_thousands_of_parts_are_refused() -> None:
    assert "10000 parts" in refusal(zipped({f"part{number}": "" for number in range(10_001)}))


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_short_is_refused(kept: float) -> None:
    content = word_file(paragraph("Keeps files."))
    assert "cut short" in refusal(content[: int(len(content) * kept)])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zipped({"readme.txt": "hello"}), "no main part"),
        (with_main("<workbook/>"), "no Word document"),
        (with_main('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'), "no body"),
        (with_main("<w:document>"), "is no XML"),
        (with_main('<?xml version="1.0" encoding="klingon"?><a/>'), "is no XML"),
        (with_main(""), "is no XML"),
        (word_file(""), "is empty"),
        (word_file('<w:altChunk r:id="x"/>'), "embeds a file of another format"),
        (zipped({_MAIN: word_xml("<w:p/>"), "word/media/image1.png": "x"}), "pictures and no words"),
    ],
)
def test_what_is_no_readable_word_document_is_refused(content: bytes, sentence: str) -> None:
    assert sentence in refusal(content)


@pytest.mark.parametrize(("offset", "value"), [(8, 1), (10, 99)])
def test_an_encrypted_part_and_an_unknown_way_of_packing_are_refused(offset: int, value: int) -> None:
    content = bytearray(with_main(word_xml(paragraph("x"))))
    content[content.index(b"PK\x01\x02") + offset] = value
    assert "encrypted or packed in an unknown way" in refusal(bytes(content))


@pytest.mark.parametrize(
    ("stream", "sentence"),
    [
        ("WordDocument", "old .doc format; save it as .docx or PDF and take it in again"),
        ("EncryptedPackage", "protected by a password"),
        ("Workbook", "no Word document"),
    ],
)
def test_an_ole_file_is_refused_by_what_it_holds(stream: str, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        refuse_old_word(_OLE + stream.encode("utf-16-le"))


def test_relationships_to_missing_or_outer_parts_do_no_harm() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/header" Target="NULL"/>'
        '<Relationship Id="b" Type="x/styles" Target="../../../etc/passwd"/>'
        '<Relationship Id="c" Type="x/attachedTemplate" Target="http://example.invalid/t.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    parts = {_MAIN: word_xml(paragraph("Read")), "word/_rels/document.xml.rels": relations}
    assert read_word(zipped(parts)).text == "Read"


def test_the_strict_dialect_is_read() -> None:
    strict = word_xml(paragraph("Read")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_word(with_main(strict)).text == "Read"


def test_numbers_and_styles_that_make_no_sense_are_passed_over() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    numbering = (
        '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num><w:abstractNum w:abstractNumId="2">'
        '<w:lvl w:ilvl="x"/><w:lvl w:ilvl="0"><w:start w:val="-5"/><w:lvlText w:val="%1 %9"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    listed = (
        '<w:pStyle w:val="a"/><w:outlineLvl w:val="x"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    )
    body = "".join(paragraph("x", listed.format(level, number)) for level, number in ((0, 1), (7, 2), ("y", 2), (0, 2)))
    spans = table("<w:tr/>", f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="-3"/></w:tcPr>{paragraph("y")}</w:tc></w:tr>')
    assert read_word(word_file(body + spans, {"styles": styles, "numbering": numbering})).text.endswith("1\tx\n\ny")
