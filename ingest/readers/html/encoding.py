"""The encoding of an HTML file: by its mark, by what it declares, or guessed where that cannot be."""

import codecs
import re

# Longest first: the UTF-32 little-endian mark begins with the UTF-16 one.
_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_DECLARED_WITHIN = 4096
_DECLARATION = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
# Names that browsers read as another encoding (WHATWG Encoding Standard, "Names and labels"). A declaration that
# could be read as single bytes cannot have been in UTF-16.
_READ_AS = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1"),
                    "windows-1252"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf-16-le", "utf-16-be", "unicode", "utf8", "utf_8"), "utf-8"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "windows-1254"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "x-gbk"), "gbk"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
}  # fmt: skip
# Ways to write text that no browser reads a page by, and that change plain letters.
_NO_PAGE_ENCODINGS = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined"})
_LAST_GUESS = "windows-1252"
_SAMPLE = 65_536
_TAG_BYTES = re.compile(rb"<[^>]*>")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
# Above this share of its bytes, text is in no Latin alphabet, and its encoding shows in its statistics.
_OTHER_ALPHABET = 0.2
# Bytes that are no UTF-8, one in so many characters that are: somebody pasted them into a UTF-8 page.
_STRAY = 10
# How Python hands on each such byte, and the Windows-1252 character that it was.
_STRAY_BYTES = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}


def decoded(content: bytes) -> tuple[str, str]:
    """The file's markup without its byte order mark, and the name of its encoding in lower case.

    UTF-8 that decodes is UTF-8 whatever the file declares: other text is never UTF-8 by chance. A declaration that does
    not decode is not believed. Bytes that mean nothing in any encoding become U+FFFD; nothing is ever refused.
    """
    mark = next((mark for mark in _WIDE_MARKS if content.startswith(mark)), b"")
    wide = _WIDE_MARKS.get(mark) or _wide_encoding(content)
    if wide is not None:
        return content[len(mark) :].decode(wide, "replace"), wide
    content = content.removeprefix(codecs.BOM_UTF8)
    declared = _declared(content)
    for candidate in (declared, "utf-8") if content.isascii() else ("utf-8", declared):
        text = _strictly(content, candidate)
        if text is not None and candidate is not None:
            return text, candidate
    return _guessed(content)


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark, which shows in the NUL that is half of every plain letter."""
    start = content[:1024]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(start) >= 4 and start[offset::2].count(0) > len(start) // 4 > start[1 - offset :: 2].count(0) * 8:
            return encoding
    return None


def _declared(content: bytes) -> str | None:
    """The encoding that the XML declaration or a meta element names, as browsers understand the name."""
    match = _DECLARATION.search(content, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    return None if name in _NO_PAGE_ENCODINGS else _READ_AS.get(name, name)


def _strictly(content: bytes, encoding: str | None) -> str | None:
    """The decoded content, or None where the encoding is unknown, is none for pages, or does not fit."""
    if encoding is None:
        return None
    try:
        is_for_pages = b"<p>".decode(encoding) == "<p>"
        return content.decode(encoding) if is_for_pages else None
    except (LookupError, UnicodeError):
        return None


def _guessed(content: bytes) -> tuple[str, str]:
    """UTF-8 with a few stray bytes, an encoding of another alphabet by its statistics, else Windows-1252."""
    mixed = content.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= letter <= "\udcff" for letter in mixed)
    if stray * _STRAY < sum(letter > "\x7f" for letter in mixed):
        return mixed.translate(_STRAY_BYTES), "utf-8"
    words = _TAG_BYTES.sub(b" ", content[:_SAMPLE])
    if len(_HIGH_BYTE.findall(words)) > len(words) * _OTHER_ALPHABET:
        guess = _by_statistics(words)
        text = _strictly(content, guess)
        if text is not None and guess is not None:
            return text, guess
    return content.decode(_LAST_GUESS, "replace"), _LAST_GUESS


def _by_statistics(words: bytes) -> str | None:
    # Costs a tenth of the reading of a page and is hardly ever needed.
    from charset_normalizer import from_bytes

    best = from_bytes(words).best()
    return best.encoding.lower().replace("_", "-") if best else None
