"""The fonts of a PDF (ISO 32000, 9.5 to 9.10), which say with a few bytes what thousands of codes mean."""

import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO

from pdfminer.cmapdb import CMapBase, CMapParser
from pdfminer.pdffont import PDFFont, TrueTypeFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psexceptions import PSException

from ingest.readers.pdf.allowance import Allowance

# A font has at most 65 536 codes; thirty that tell of every one of them are more than any document embeds.
_MOST_CODES = 2_000_000
_MOST_FONTS = 5_000
# Of a range in an array of widths: its first code, its last one and its width, or its three sizes where lines stand.
_ALONG, _DOWN = 3, 5
# What is wrong with a font otherwise, the library finds itself.
_DAMAGE = (PSException, ValueError, TypeError, LookupError, AttributeError, AssertionError, struct.error)


class Fonts(PDFResourceManager):
    """The fonts of one document; one that tells of more codes than fonts have is refused before they are made."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self._codes = Allowance(_MOST_CODES, "the PDF's fonts have far more letters than there are")
        self._fonts = Allowance(_MOST_FONTS, f"the PDF uses more than {_MOST_FONTS} fonts")
        self._checked: set[object] = set()

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font with that description, made once where it has an object's number."""
        if not objid or objid not in self._checked:
            self._fonts.take(1)
            self._check(spec)
            self._checked.add(objid)
        return super().get_font(objid, spec)

    def _check(self, spec: Mapping[str, object]) -> None:
        for name, size in (("W", _ALONG), ("W2", _DOWN)):
            self._codes.take(_codes_in_ranges(list_value(spec.get(name)), size))
        meanings = resolve1(spec.get("ToUnicode"))
        with suppress(*_DAMAGE):
            if isinstance(meanings, PDFStream):
                CMapParser(_CountedMeanings(self._codes), BytesIO(meanings.get_data())).run()
                return
            file = resolve1(dict_value(spec.get("FontDescriptor")).get("FontFile2"))
            if isinstance(file, PDFStream):
                _CountedFont(BytesIO(file.get_data()), self._codes).create_unicode_map()


def _codes_in_ranges(widths: Iterable[object], size: int) -> int:
    """How many codes the ranges in an array of widths name; the codes of its lists stand there one by one."""
    count, numbers = 0, list[float]()
    for width in map(resolve1, widths):
        if isinstance(width, list):
            numbers = []
        elif isinstance(width, int | float):
            numbers.append(width)
            if len(numbers) == size:
                count += max(int(numbers[1] - numbers[0]) + 1, 0)
                numbers = []
    return count


class _CountedMeanings(CMapBase):
    """Counts the codes whose meaning is told, and keeps none."""

    def __init__(self, codes: Allowance) -> None:
        super().__init__()
        self._codes = codes

    def add_cid2unichr(self, cid: int, code: object) -> None:
        self._codes.take(1)


class _CountedCodes(dict[int, int]):
    """Counts the codes of a font's own table, and keeps none."""

    def __init__(self, codes: Allowance) -> None:
        super().__init__()
        self._codes = codes

    def __setitem__(self, code: int, glyph: int) -> None:
        self._codes.take(1)


class _CountedFont(TrueTypeFont):
    """A font whose tables of ranges are gone through without keeping them; those of its other tables are bounded."""

    def __init__(self, file: BinaryIO, codes: Allowance) -> None:
        super().__init__("", file)
        self._counted = _CountedCodes(codes)

    def parse_cmap_format_4(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        super().parse_cmap_format_4(fp, self._counted)

    def parse_cmap_format_12(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        super().parse_cmap_format_12(fp, self._counted)
