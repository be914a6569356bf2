"""The objects of a PDF (ISO 32000, 7.3), each found in a bounded number of steps."""

from io import BytesIO

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef, PDFStream
from pdfminer.psparser import PSKeyword

from ingest.readers.pdf.allowance import Allowance
from ingest.readers.pdf.streams import Stream

# The largest file that is read has 50 MB, and what it draws 16 MB; the rest is room for fonts.
_MOST_BYTES = 200_000_000
# Reading a page of text looks up some hundred objects. Objects that speak of each other, a few dozen of them, can
# stand for billions of look-ups.
_MOST_LOOKED_UP = 1_000_000


class Document(PDFDocument):
    """A PDF's objects by their numbers. An object that is only a reference to itself is none."""

    def __init__(self, content: bytes) -> None:
        """Find the objects that the file has."""
        self._looked_up = Allowance(_MOST_LOOKED_UP, "the PDF's parts refer to each other far too often")
        self._tables: set[int] = set()
        super().__init__(_Parser(content))

    def getobj(self, objid: int) -> object:
        """The object of that number, where references end that lead from it to another."""
        passed: set[int] = set()
        found: object = PDFObjRef(self, objid)
        while isinstance(found, PDFObjRef):
            if found.objid in passed:
                raise PDFObjectNotFound(objid)
            passed.add(found.objid)
            self._looked_up.take(1)
            found = super().getobj(found.objid)
        return found

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Read a table of objects and those before it, each once, also where they go round."""
        if start not in self._tables:
            self._tables.add(start)
            super().read_xref_from(parser, start, xrefs)


class _Parser(PDFParser):
    def __init__(self, content: bytes) -> None:
        super().__init__(BytesIO(content))
        self._room = Allowance(_MOST_BYTES, "the PDF unpacks to far more than a document of text holds")

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take a keyword in, and a stream as one that is bounded."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, made = self.curstack[-1]
            if isinstance(made, PDFStream):
                self.curstack[-1] = at, Stream(made.attrs, made.rawdata or b"", made.decipher, self._room)
