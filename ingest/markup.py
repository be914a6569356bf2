"""Whether the bytes of a file are those of a web page."""

import codecs
import re

_LOOKED_AT = 64_000
_BYTES_A_LETTER = 4
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# White space, comments, an XML declaration: what may stand before a page begins.
_PROLOGUE = re.compile(r"(?>\s++|\ufeff|<!--(?s:.*?)-->|<\?[^>]*+>)*+")
_BEGINNING = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# Elements that make the parts of a page; those for emphasis and line breaks also stand in texts and in Markdown.
_STRUCTURE = re.compile(
    r"</?(?:address|article|blockquote|center|dd|div|dl|dt|font|footer|form|h[1-6]|header|li|link|main|meta|nav|ol|p|pre"
    r"|script|section|span|style|table|tbody|td|th|thead|title|tr|ul)(?=[\s/>])[^<>]{0,2000}+>",
    re.IGNORECASE,
)
_FEWEST_TAGS = 4
_MOST_LETTERS_A_TAG = 100


def is_html(content: bytes) -> bool:
    """Whether a file is a web page, or a part of one, rather than a text that holds a few tags."""
    beginning = _decoded(content)
    prologue = _PROLOGUE.match(beginning)
    page = beginning[prologue.end() if prologue else 0 :]
    if _BEGINNING.match(page):
        return True
    if not _STRUCTURE.match(page):
        return False
    tags = sum(1 for _ in _STRUCTURE.finditer(page))
    return tags >= _FEWEST_TAGS and len(page) <= tags * _MOST_LETTERS_A_TAG


def _decoded(content: bytes) -> str:
    """The beginning of a file, decoded so far that tags show."""
    start = content[: _LOOKED_AT * _BYTES_A_LETTER]
    encoding = next((name for mark, name in _MARKS if start.startswith(mark)), None) or _wide(start) or "latin-1"
    return start.decode(encoding, "ignore").removeprefix("\ufeff")[:_LOOKED_AT]


def _wide(start: bytes) -> str | None:
    """The UTF-16 that a file without a mark is in: every other byte of its beginning is NUL."""
    few = start[:64]
    if len(few) < 4:
        return None
    if not any(few[1::2]) and all(few[::2]):
        return "utf-16-le"
    return "utf-16-be" if not any(few[::2]) and all(few[1::2]) else None
