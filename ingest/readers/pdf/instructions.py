"""What the instructions of a PDF's page draw (ISO 32000, 7.8 and 8), as far as a page of text goes."""

from collections.abc import Sequence

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import list_value, stream_value
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

    def do_q(self) -> None:
        if len(self.gstack) >= _MOST_KEPT:
            raise UnreadableFile("the PDF is nested too deeply")
        super().do_q()
