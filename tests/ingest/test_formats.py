"""What a file is, its bytes say."""

import codecs
from io import BytesIO
from zipfile import ZipFile

import pytest

from ingest import UnreadableFile
from ingest.formats import SUFFIXES, format_of
from tests.ingest.reading import SAMPLES

_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument.{}+xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PAGE = "<{}><title>Clerk</title><p>Files papers.</p></{}>"


def zipped(parts: dict[str, str]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def office(content_type: str, **parts: str) -> bytes:
    return zipped({"[Content_Types].xml": f'<Types><Override ContentType="{content_type}"/></Types>', **parts})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf \r\n%PDF-1.4\n", "pdf"),
        (b"junk\n" * 100 + b"%PDF-1.4\n1 0 obj\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"II*\0\x08\0", "tiff"),
        (b"MM\0*\0\0", "tiff"),
        (b"II+\0\x08\0", "tiff"),
        (b"MM\0+\0\x08", "tiff"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "doc"),
        (b"Class Title: Clerk\n", "txt"),
        (b"", "txt"),
        (b"MZ is how this text begins", "txt"),
        (b"BMX riders keep the park\n", "txt"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx", ""])
def test_a_file_is_what_its_bytes_say_whatever_its_name(content: bytes, expected: str, suffix: str) -> None:
    assert format_of(content, suffix) == expected


@pytest.mark.parametrize("kind", ["document.main", "template.main"])
def test_a_zip_file_whose_main_part_is_a_word_text_is_word(kind: str) -> None:
    assert format_of(office(_WORD_TYPE.format(kind)), ".zip") == "docx"


@pytest.mark.parametrize("kind", ["document.macroEnabled.main", "template.macroEnabledTemplate.main"])
def test_a_word_text_with_macros_is_word(kind: str) -> None:
    assert format_of(office(f"application/vnd.ms-word.{kind}+xml"), ".docm") == "docx"


def test_a_word_text_with_a_spreadsheet_in_it_is_word() -> None:
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert format_of(office(_WORD_TYPE.format("document.main") + f'"/><Default ContentType="{sheet}'), "") == "docx"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (office(_OFFICE_TYPE.format("spreadsheetml.sheet.main")), "it is a spreadsheet; save"),
        (office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "it is a spreadsheet; save"),
        (office(_OFFICE_TYPE.format("presentationml.presentation.main")), "a presentation;"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "it is an OpenDocument text; save"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet-template"}), "it is a spreadsheet; save"),
        (zipped({"mimetype": "application/epub+zip"}), "it is an electronic book; save"),
        (zipped({"specs/clerk.txt": "Class Title: Clerk"}), "it is a zip archive; unpack it"),
        (zipped({}), "it is a zip archive; unpack it"),
        (office(_WORD_TYPE.format("document.main"))[:-30], "damaged or cut short"),
        (b"PK\x03\x04", "damaged or cut short"),
        (b"{\\rtf1\\ansi Clerk}", "Rich Text Format; save it as a Word document"),
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (b"MIME-Version: 1.0\n", "web page or message in one file"),
        (b"GIF89a\x01\0", "a picture in a format that is not read; save it as PNG"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture in a format that is not read"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a picture in a format that is not read"),
        (b"BM\x36\0\0\0\0\0\0\0", "a picture in a format that is not read"),
        (b"\x1f\x8b\x08\0", "a compressed archive; unpack it"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "a compressed archive"),
        (b"MZ\x90\0\x03\0\0\0", "it is a program"),
        (b"\x7fELF\x02\x01\x01\0", "it is a program"),
        (b"\xcf\xfa\xed\xfe\x07\0\0\x01", "it is a program"),
    ],
)  # fmt: skip
def test_a_format_that_is_not_read_is_refused_with_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence) as refusal:
        format_of(content, ".docx")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<p>Clerk",
        "<!doctype HTML PUBLIC '-//W3C//DTD HTML 3.2//EN'>\nClerk",
        "\r\n\t<html xmlns:o='urn:x'>",
        "<HEAD>",
        "<body class=x>",
        "<?xml version='1.0'?>\n<!-- kept\nby us --><!-- twice -->\n<html lang='en'>",
        _PAGE.format("html", "html"),
        _PAGE.format("div", "div"),
        "<table>" + "<tr><td>Standing</td><td>F</td></tr>" * 40 + "</table>",
        "<!-- a part of a page -->\n<h1>Clerk</h1><ul><li>Files papers.</li></ul>",
    ],
)
def test_a_page_is_html_in_any_encoding(page: str) -> None:
    wide = (page.encode("utf-16-le"), page.encode("utf-16-be"), codecs.BOM_UTF32_LE + page.encode("utf-32-le"))
    for content in (page.encode(), page.encode("utf-8-sig"), page.encode("utf-16"), *wide):
        assert format_of(content, ".txt") == "html"


@pytest.mark.parametrize(
    "text",
    [
        "# Clerk\n\nFiles <u>papers</u>.<br>\n\n<table><tr><td>Standing</td><td>F</td></tr></table>\n",
        "<u>CLASS TITLE</u>: Clerk\n<b>Department</b>: Library<br>\n" * 20,
        "<br>\n" * 50 + "Clerk",
        "<div align='center'><h1>Clerk</h1></div>\n" + "The clerk files the papers of the department.\n" * 40,
        "<Class Title>: Clerk",
        "<header not closed",
        "<p>",
        "< html >",
        "<!-- never closed <html>",
        "It says <html> later on.",
    ],
)
def test_a_text_with_some_tags_is_no_html(text: str) -> None:
    assert (format_of(text.encode(), ".md"), format_of(text.encode(), ".html")) == ("md", "txt")


def test_every_sample_is_what_it_is_named(subtests: pytest.Subtests) -> None:
    named = {".jpg": "jpeg", ".tif": "tiff", ".htm": "html"}
    for path in SAMPLES.iterdir():
        if path.suffix in SUFFIXES:
            with subtests.test(path.name):
                assert format_of(path.read_bytes(), path.suffix) == named.get(path.suffix, path.suffix[1:])


def test_a_text_that_speaks_of_pdf_is_a_text() -> None:
    assert format_of(b"Knows that a PDF begins with %PDF-1.7.\n", ".txt") == "txt"
    assert format_of(b"Fills in forms" + b"." * 1024 + b"%PDF-1.7 1 0 obj", ".txt") == "txt"


def test_a_zip_file_that_unpacks_without_end_is_looked_at_only_at_its_beginning() -> None:
    types = "<Types/>" + " " * 50_000_000
    content = BytesIO()
    with ZipFile(content, "w", compression=8) as archive:
        archive.writestr("[Content_Types].xml", types)
    with pytest.raises(UnreadableFile, match="zip archive"):
        format_of(content.getvalue(), ".docx")
