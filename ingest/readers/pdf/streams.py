"""The packed parts of a PDF (ISO 32000, 7.4), unpacked no further than a document of text needs.

The library unpacks a part whatever it comes to, and a damaged one byte by byte, which takes the square of its length.
"""

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import CorruptDataError, LZWDecoder
from pdfminer.pdftypes import DecipherCallable, PDFStream, int_value
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from ingest.errors import UnreadableFile
from ingest.readers.pdf.allowance import Allowance

# The largest parts that are unpacked are fonts: those of Chinese and Japanese come to 30 MB.
MOST_OF_A_PART = 40_000_000
# Instructions pack to a fifth of their size, those that draw a grid to a fiftieth, and what is made to be large to a
# thousandth. A small part may be packed as it likes.
_MOST_TIMES, _SMALL = 100, 500_000
# Only tables of the file's own objects are stored by differences; a million objects come to 8 MB.
_MOST_DIFFERENCES = 8_000_000
_LONGEST_ROW = 100_000
_TOO_MUCH = "a part of the PDF unpacks to far more than a document of text holds"
_ZLIB_HEADER = 2
# What a code of twelve bits can speak of (7.4.4).
_LZW_CODES = 4096
_END_OF_RUNS = 128
_TIFF, _FIRST_OF_PNG = 2, 10


class Stream(PDFStream):
    """A part of a PDF that takes what it unpacks to from what its document may unpack."""

    def __init__(
        self, attributes: dict[str, Any], packed: bytes, decipher: DecipherCallable | None, allowance: Allowance
    ) -> None:
        """Unpack nothing yet, but take the room that it has packed."""
        super().__init__(attributes, packed, decipher)
        self._allowance = allowance
        allowance.take(len(packed))

    def decode(self) -> None:
        """Unpack it."""
        unpacked = packed = self.rawdata or b""
        if self.decipher is not None and self.objid is not None and self.genno is not None:
            unpacked = self.decipher(self.objid, self.genno, unpacked, self.attrs)
        for kind, parameters in self.get_filters():
            unpacked = _undone(_unpacked(getattr(kind, "name", ""), unpacked), parameters)
        _check(len(unpacked), max(len(packed) * _MOST_TIMES, _SMALL))
        self._allowance.take(len(unpacked))
        self.data, self.rawdata = unpacked, None


def inflated(packed: bytes, most: int = MOST_OF_A_PART) -> tuple[bytes, bool]:
    """At most a byte more than ``most`` of what deflated bytes unpack to, and whether their end is there.

    Some programs leave out the check sum behind them.
    """
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacked = unpacking.decompress(packed[_ZLIB_HEADER:], most + 1)
    return unpacked, unpacking.eof


def _unpacked(kind: str, packed: bytes) -> bytes:
    unpack = _UNPACKING.get(kind)
    if unpack is None:
        raise ValueError(f"a part of that kind says nothing: {kind}")
    unpacked = unpack(packed)
    _check(len(unpacked))
    return unpacked


def _check(size: int, most: int = MOST_OF_A_PART) -> None:
    if size > most:
        raise UnreadableFile(_TOO_MUCH)


def _flate(packed: bytes) -> bytes:
    """Nothing where it is damaged; whether a page's own part is, is looked at before."""
    try:
        return inflated(packed)[0]
    except zlib.error:
        return b""


def _lzw(packed: bytes) -> bytes:
    decoder, unpacked = LZWDecoder(BytesIO(packed)), bytearray()
    while True:
        try:
            unpacked += decoder.feed(decoder.readbits(decoder.nbits))
        except (EOFError, CorruptDataError):
            return bytes(unpacked)
        del decoder.table[_LZW_CODES:]
        _check(len(unpacked))


def _run_lengths(packed: bytes) -> bytes:
    unpacked, at = bytearray(), 0
    while at < len(packed) and packed[at] != _END_OF_RUNS:
        is_repeated = packed[at] > _END_OF_RUNS
        size = 1 if is_repeated else packed[at] + 1
        unpacked += packed[at + 1 : at + 1 + size] * (257 - packed[at] if is_repeated else 1)
        at += 1 + size
        _check(len(unpacked))
    return bytes(unpacked)


_UNPACKING: dict[str, Callable[[bytes], bytes]] = {
    "FlateDecode": _flate, "Fl": _flate, "LZWDecode": _lzw, "LZW": _lzw, "RunLengthDecode": _run_lengths,
    "RL": _run_lengths, "ASCII85Decode": ascii85decode, "A85": ascii85decode, "ASCIIHexDecode": asciihexdecode,
    "AHx": asciihexdecode,
}  # fmt: skip


def _undone(differences: bytes, parameters: object) -> bytes:
    """The bytes that were stored as differences to those before or above them, if they were."""
    if not isinstance(parameters, dict) or int_value(parameters.get("Predictor", 1)) < _TIFF:
        return differences
    predictor, colors = int_value(parameters["Predictor"]), int_value(parameters.get("Colors", 1))
    columns, bits = int_value(parameters.get("Columns", 1)), int_value(parameters.get("BitsPerComponent", 8))
    _check(len(differences), _MOST_DIFFERENCES)
    _check(max(columns, colors * columns * bits // 8), _LONGEST_ROW)
    if predictor == _TIFF:
        return apply_tiff_predictor(colors, columns, bits, differences)
    if predictor < _FIRST_OF_PNG:
        raise ValueError(f"no such predictor: {predictor}")
    return apply_png_predictor(predictor, colors, columns, bits, differences)
