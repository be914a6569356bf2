"""Plain text and Markdown: the source text is the decoded file, unchanged (contract, "Source text")."""

import codecs

from ingest.errors import UnreadableFile
from ingest.source_text import SourceText

# Longest first: the UTF-32 little-endian mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


def read_text(content: bytes) -> SourceText:
    """The file's text, BOM and CRs kept.

    Raises:
        UnreadableFile: the bytes hold NULs, or are text in no encoding that Rolebook tries.
    """
    text, encoding = decode(content)
    return SourceText(text, "txt", encoding)


def decode(content: bytes) -> tuple[str, str]:
    """The file's text, BOM and CRs kept, and the name of the encoding it is in.

    Raises:
        UnreadableFile: the bytes hold NULs, or are text in no encoding that Rolebook tries.
    """
    mark = next((encoding for bom, encoding in _MARKS if content.startswith(bom)), None)
    for encoding in (mark,) if mark else ("utf-8", "windows-1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise UnreadableFile("it holds NUL characters, so it is a binary file and not text")
        return text, encoding
    raise UnreadableFile(f"its bytes are not text in {mark or 'UTF-8 or Windows-1252'}")
