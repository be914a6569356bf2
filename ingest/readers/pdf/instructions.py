"""What the instructions of a PDF's page draw (ISO 32000, 7.8 and 8), as far as a page of text goes."""

import re
from collections.abc import Sequence
from contextlib import suppress

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFContentParser, PDFGraphicState, PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import list_value, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, PathSegment, Rect

from ingest.errors import UnreadableFile
from ingest.readers.pdf.allowance import Allowance
from ingest.readers.pdf.fonts import Fonts

# A page of text has some ten thousand bytes of instructions, each letter set by itself a hundred thousand. A megabyte
# takes up to three seconds. What is drawn twice counts twice: drawings that use drawings grow without end.
MOST_ON_A_PAGE = 4_000_000
_MOST_IN_A_DOCUMENT = 16_000_000
# Letters, lines and pictures, which take a kilobyte or two each; a form has a few thousand, a map tens of thousands.
_MOST_DRAWN = 100_000
# To begin a drawing within the page takes as long as ten letters do.
_A_DRAWING = 10
# How the library writes instructions in the names of its methods.
_IN_NAMES = str.maketrans({"*": "_a", '"': "_w", "'": "_q"})
# The standard speaks of 28 states of the pen kept at a time (annex C); some programs never take back theirs.
_MOST_KEPT = 5_000


class Instructions:
    """Those of one document, carried out page by page."""

    def __init__(self) -> None:
        """Begin with none carried out."""
        self._fonts = Fonts()
        self._read = Allowance(_MOST_IN_A_DOCUMENT, "the PDF draws far more than a document of text does")

    def drawn(self, page: PDFPage, number: int) -> LTPage:
        """What is drawn on a page, which has that 1-based number.

        Raises:
            UnreadableFile: it is far more than a page of text has.
        """
        paper = _Paper(self._fonts, number, self._read)
        _Interpreter(self._fonts, paper).process_page(page)
        return paper.get_result()


class _Paper(PDFPageAggregator):
    """A page that takes as many instructions and things drawn as a page of text has."""

    def __init__(self, fonts: Fonts, number: int, read: Allowance) -> None:
        super().__init__(fonts, pageno=number)
        too_much = f"page {number} of the PDF holds far more than a page of text does"
        self._instructions = (Allowance(MOST_ON_A_PAGE, too_much), read)
        self._drawn = Allowance(_MOST_DRAWN, too_much)

    def read(self, size: int) -> None:
        """Take so many bytes of instructions."""
        for allowance in self._instructions:
            allowance.take(size)

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        self._drawn.take(_A_DRAWING)
        super().begin_figure(name, bbox, matrix)

    def paint_path(
        self, gstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        self._drawn.take(1)
        super().paint_path(gstate, stroke, fill, evenodd, path)

    def render_char(
        self, matrix: Matrix, font: PDFFont, fontsize: float, scaling: float, rise: float, cid: int,
        ncs: PDFColorSpace, graphicstate: PDFGraphicState,
    ) -> float:  # fmt: skip
        self._drawn.take(1)
        return super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)


class _Interpreter(PDFPageInterpreter):
    """Carries out a page's instructions, those of the drawings within it included."""

    def __init__(self, fonts: Fonts, paper: _Paper) -> None:
        super().__init__(fonts, paper)
        self._paper = paper

    def render_contents(
        self, resources: dict[object, object], streams: Sequence[object], ctm: Matrix = MATRIX_IDENTITY
    ) -> None:
        for stream in list_value(streams):
            self._paper.read(len(stream_value(stream).get_data()))
        super().render_contents(resources, streams, ctm)

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the instructions of streams but for one that is being carried out already.

        The library does it the same way, with a parser of its own.
        """
        found = [stream for stream in map(stream_value, streams) if stream.objid not in {None, *self.parent_stream_ids}]
        self.stream_ids = {stream.objid for stream in found if stream.objid is not None}
        with suppress(PSEOF):
            parser = _Parser(found)
            while True:
                _, said = parser.nextobject()
                if isinstance(said, PSKeyword):
                    self._carry_out(str(keyword_name(said)))
                else:
                    self.push(said)

    def _carry_out(self, name: str) -> None:
        """Carry out an instruction; one that is unknown, or lacks operands, is left out."""
        carry_out = getattr(self, f"do_{name.translate(_IN_NAMES)}", None)
        if carry_out is not None:
            wanted = carry_out.__code__.co_argcount - 1
            operands = self.pop(wanted) if wanted else []
            if len(operands) == wanted:
                carry_out(*operands)

    def do_q(self) -> None:
        if len(self.gstack) >= _MOST_KEPT:
            raise UnreadableFile("the PDF is nested too deeply")
        super().do_q()


class _Parser(PDFContentParser):
    """Finds the end of a picture among instructions (8.9.7) at once; the library copies it at every E that it has."""

    def get_inline_data(self, pos: int, target: bytes = b"EI") -> tuple[int, bytes]:
        self.seek(pos)
        self.fp.seek(0)
        instructions = self.fp.read()
        end = re.compile(rb"(?:\r\n|[\r\n])?" + re.escape(target) + rb"\s").search(instructions, pos)
        if end is None:
            raise PSEOF
        self.seek(end.end())
        return pos, instructions[pos : end.start()]
