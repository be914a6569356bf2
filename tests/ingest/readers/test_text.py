"""Bytes become text unchanged."""

import pytest

from ingest import UnreadableFile
from ingest.readers.text import decode


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("naïve\r\n".encode(), "naïve\r\n", "utf-8"),
        (b"\xef\xbb\xbfmarked", "\ufeffmarked", "utf-8"),
        ("\ufeffwide".encode("utf-16-le"), "\ufeffwide", "utf-16-le"),
        ("\ufeffwide".encode("utf-16-be"), "\ufeffwide", "utf-16-be"),
        ("\ufeffwide".encode("utf-32-le"), "\ufeffwide", "utf-32-le"),
        ("\ufeffwide".encode("utf-32-be"), "\ufeffwide", "utf-32-be"),
        (b"na\xefve \x93quoted\x94", "naïve “quoted”", "windows-1252"),
        (b"", "", "utf-8"),
    ],
)
def test_text_is_decoded_by_its_mark_then_utf_8_then_windows_1252(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding)


@pytest.mark.parametrize("content", [b"a\0b", b"\x89PNG\r\n\x1a\n\0\0", "wide".encode("utf-16-le"), b"\x81\x8d\x8f",
                                     b"\xff\xfea", b"\xef\xbb\xbf\xff"])  # fmt: skip
def test_binary_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        decode(content)
