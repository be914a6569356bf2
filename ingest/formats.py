"""The formats that are read: a file's bytes show which one it has, and its name never does.

Each row of the tables is a signature that its format's own specification fixes. What is left is text, and is refused as
binary where it is not; only there a name counts, and only to tell Markdown from plain text.
"""

from dataclasses import dataclass

from ingest.archives import archive_format
from ingest.errors import UnreadableFile
from ingest.markup import is_html
from ingest.source_text import SourceText

# By the end of a name: only to find files in a folder.
SUFFIXES = frozenset(
    {
        ".txt", ".text", ".md", ".html", ".htm", ".docx", ".docm", ".doc", ".pdf", ".png", ".jpg", ".jpeg", ".tif",
        ".tiff",
    }
)  # fmt: skip
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})

_SAVE_AS_WORD = "save it as a Word document (.docx) or a PDF"
_SAVE_AS_PNG = "save it as PNG, JPEG, TIFF or PDF"
_UNPACK = "it is a compressed archive; unpack it and take in the files that are in it"
_PROGRAM = "it is a program and not a document"
_PICTURE = f"it is a picture in a format that is not read; {_SAVE_AS_PNG}"

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
)
_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_SIGNATURE = b"%PDF-"
_PDF_SIGNATURE_WITHIN = 1024
_PDF_OBJECT = b" obj"


@dataclass(frozen=True, slots=True)
class _Refused:
    """A format that is not read, and what to do about it; short signatures also occur in texts, which hold no NUL."""

    signature: bytes
    sentence: str
    offset: int = 0
    holds_nul: bool = False


_NUL_WITHIN = 64
_REFUSED = (
    _Refused(b"{\\rtf", f"it is a document in Rich Text Format; {_SAVE_AS_WORD}"),
    _Refused(b"%!PS", f"it is a PostScript file; {_SAVE_AS_WORD}"),
    _Refused(b"MIME-Version:", f"it is a web page or message in one file (MHTML); {_SAVE_AS_WORD}"),
    _Refused(b"GIF87a", _PICTURE),
    _Refused(b"GIF89a", _PICTURE),
    _Refused(b"BM", _PICTURE, holds_nul=True),
    _Refused(b"WEBP", _PICTURE, offset=8),
    *(
        _Refused(b"ftyp" + brand, _PICTURE, offset=4)
        for brand in (b"heic", b"heix", b"hevc", b"heif", b"mif1", b"msf1", b"avif")
    ),
    _Refused(b"\0\0\0\x0cjP  ", _PICTURE),
    _Refused(b"\0\0\0\x0cJXL ", _PICTURE),
    _Refused(b"\xff\x4f\xff\x51", _PICTURE),
    _Refused(b"\x1f\x8b", _UNPACK),
    _Refused(b"BZh", _UNPACK, holds_nul=True),
    _Refused(b"7z\xbc\xaf\x27\x1c", _UNPACK),
    _Refused(b"Rar!\x1a\x07", _UNPACK),
    _Refused(b"\xfd7zXZ\0", _UNPACK),
    _Refused(b"\x28\xb5\x2f\xfd", _UNPACK),
    _Refused(b"MZ", _PROGRAM, holds_nul=True),
    _Refused(b"\x7fELF", _PROGRAM),
    *(_Refused(magic, _PROGRAM) for magic in (b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")),
)


def format_of(content: bytes, suffix: str) -> str:
    """The format of a file by its bytes: one of pdf, docx, doc, html, png, jpeg, tiff, md and txt.

    Raises:
        UnreadableFile: it is of a format that is not read, or a damaged archive.
    """
    known = next((name for signature, name in _SIGNATURES if content.startswith(signature)), None)
    if known is not None:
        return known
    if content.startswith(_ZIP_SIGNATURES):
        return archive_format(content)
    if _is_pdf(content):
        return "pdf"
    refused = next((kind for kind in _REFUSED if _is_of_kind(content, kind)), None)
    if refused is not None:
        raise UnreadableFile(refused.sentence)
    if is_html(content):
        return "html"
    return "md" if suffix.lower() in _MARKDOWN_SUFFIXES else "txt"


def extracted(content: bytes, file_format: str) -> SourceText:
    """What the reader of that format makes of a file's bytes; only the reader that is needed is loaded.

    Raises:
        UnreadableFile: the file is damaged, encrypted, too large, or old Word, which is not read.
    """
    match file_format:
        case "pdf":
            from ingest.readers.pdf.reader import read_pdf

            return read_pdf(content)
        case "docx":
            from ingest.readers.word.reader import read_word

            return read_word(content)
        case "doc":
            from ingest.readers.word.reader import refuse_old_word

            refuse_old_word(content)
        case "html":
            from ingest.readers.html.reader import read_html

            return read_html(content)
        case "png" | "jpeg" | "tiff":
            from ingest.readers.scan.reader import read_picture

            return read_picture(content)
        case _:
            from ingest.readers.text import read_text

            return read_text(content)


def _is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF; junk may stand before its mark, but a text that only speaks of the mark is none."""
    at = content.find(_PDF_SIGNATURE, 0, _PDF_SIGNATURE_WITHIN)
    if at < 0:
        return False
    return not content[:at].strip(b"\xef\xbb\xbf \t\r\n\f\0") or _PDF_OBJECT in content


def _is_of_kind(content: bytes, kind: _Refused) -> bool:
    holds_nul = not kind.holds_nul or b"\0" in content[:_NUL_WITHIN]
    return content.startswith(kind.signature, kind.offset) and holds_nul
