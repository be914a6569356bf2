"""Small good documents of every format, taken apart so that each part can be spoilt and the rest stays whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

from tests.fuzz.words import HTML_WORDS, OFFICE_WORDS, PDF_WORDS, TEXT_WORDS
from tests.generation.document import document_of
from tests.generation.formats_html import as_html
from tests.generation.formats_pdf import as_pdf
from tests.generation.formats_word import as_docx
from tests.generation.layouts import LAYOUTS, printed_layout
from tests.generation.wording import varied_values
from tests.ingest import bad_files

_OTHER_AGENCY = """COUNTY OF ASHBY

LIBRARY CLERK
Class Code: 0471

DEFINITION:
Under supervision, keeps the shelves of a branch library in order.

EXAMPLES OF DUTIES

- Puts books back in their places.
- Answers questions about opening hours & lost cards.

MINIMUM QUALIFICATIONS:
1. Graduation from high school; or
2. Six months of work in a library.

Salary: $2,811 - $3,402 a month
Established: May 1987        Revised: 11/02/2009
"""
_PIPES = "# Clerk\n\n| Demand | Code | Note |\n|---|---|---|\n| Standing | F | Counter |\n| Sitting | O | Desk |\n"


@dataclass(frozen=True)
class Seed:
    """A document: its format, its parts by name, and how they become a file; ``words`` are of its format's language."""

    format: str
    parts: Mapping[str, bytes]
    packed: Callable[[Mapping[str, bytes]], bytes]
    words: Sequence[bytes]

    @property
    def content(self) -> bytes:
        """The file that nothing has been done to."""
        return self.packed(self.parts)

    def with_part(self, name: str, part: bytes) -> bytes:
        """The file with another part of that name."""
        return self.packed({**self.parts, name: part})


@cache
def seeds() -> tuple[Seed, ...]:
    """The documents that are spoilt."""
    documents = [document_of(varied_values(Random(seed))) for seed in range(2)]
    texts = [bad_files.text(), _OTHER_AGENCY.encode(), _PIPES.encode()]
    texts += [printed_layout(layout, 1, dirty=True).text.encode() for layout in LAYOUTS]
    pages = [bad_files.page(bad_files.page_paragraphs()), *(as_html(each, Random(1), ugly=True) for each in documents)]
    words = [bad_files.word(), *(as_docx(each, Random(2)) for each in documents)]
    whole = [as_pdf(documents[0], Random(3), ruled=ruled) for ruled in (True, False)]
    return (
        *(_single("txt", text, TEXT_WORDS) for text in texts),
        *(_single("html", page, HTML_WORDS) for page in pages),
        *(Seed("docx", _unzipped(content), _zipped, OFFICE_WORDS) for content in words),
        *(_pdf(contents) for contents in (bad_files.drawn(), _TABLE)),
        *(_single("pdf", content, PDF_WORDS) for content in whole),
        *(_picture(kind) for kind in ("PNG", "JPEG", "TIFF")),
    )


def _single(kind: str, content: bytes, words: Sequence[bytes]) -> Seed:
    return Seed(kind, {"": content}, lambda parts: parts[""], words)


def _unzipped(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


_TABLE = b"""q 0.5 w 60 600 400 40 re S 60 620 m 460 620 l S 200 600 m 200 640 l S Q
BT /F1 11 Tf 66 700 Td (PHYSICAL DEMANDS:) Tj 0 -75 Td (Standing) Tj 140 0 Td (F) Tj -140 -18 Td (Sitting) Tj ET
BT /F1 9 Tf 1 0 0 1 204 606 Tm [(O) -300 (Desk)] TJ ET"""


def _pdf(contents: bytes) -> Seed:
    names = ("catalogue", "tree", "page", "contents", "font")
    bodies = (
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
        contents, b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
    )  # fmt: skip

    def packed(parts: Mapping[str, bytes]) -> bytes:
        return bad_files.pdf([bad_files.stream(parts[name]) if name == "contents" else parts[name] for name in names])

    return Seed("pdf", dict(zip(names, bodies, strict=True)), packed, PDF_WORDS)


def _picture(kind: str) -> Seed:
    """A tiny picture, whose one part are its pixels."""
    lines = bad_files.LINES[:2]
    with Image.open(BytesIO(bad_files.picture("PNG", lines))) as drawn:
        small = drawn.crop((0, 0, 400, 120))
    size = small.size

    def packed(parts: Mapping[str, bytes]) -> bytes:
        pixels = parts["pixels"].ljust(size[0] * size[1], b"\xff")[: size[0] * size[1]]
        content = BytesIO()
        Image.frombytes("L", size, pixels).save(content, kind)
        return content.getvalue()

    return replace(_single(kind.lower(), small.tobytes(), ()), parts={"pixels": small.tobytes()}, packed=packed)
