"""Small PDFs drawn for the tests, written object by object."""

import textwrap
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

FONTS = {"F": "Helvetica", "B": "Helvetica-Bold", "Z": "ZapfDingbats"}
LETTER = (0, 0, 612, 792)
_FIRST_PAGE = 3 + len(FONTS)


@dataclass(frozen=True)
class Sheet:
    """One page: what is drawn on it, its paper, and further entries of its dictionary (``/Rotate 90``)."""

    content: str
    paper: tuple[int, int, int, int] = LETTER
    entries: str = ""


def pdf(sheets: Sequence[Sheet], *, catalog: str = "", objects: Sequence[str] = (), stated: int | None = None) -> bytes:
    """A PDF with those pages; further objects are numbered from 100, ``stated`` is the number of pages it speaks of."""
    numbers = [_FIRST_PAGE + 2 * at for at in range(len(sheets))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    fonts = " ".join(f"/{name} {3 + at} 0 R" for at, name in enumerate(FONTS))
    bodies = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets) if stated is None else stated} >>",
    }
    for at, font in enumerate(FONTS.values()):
        encoding = "" if font == "ZapfDingbats" else "/Encoding /WinAnsiEncoding"
        bodies[3 + at] = f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} {encoding} >>"
    for number, sheet in zip(numbers, sheets, strict=True):
        paper = " ".join(map(str, sheet.paper))
        bodies[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{paper}] /Contents {number + 1} 0 R "
            f"/Resources << /Font << {fonts} >> /XObject << /Im 100 0 R >> >> {sheet.entries} >>"
        )
        bodies[number + 1] = stream(sheet.content)
    bodies |= {100 + at: body for at, body in enumerate(objects)}
    return _written(bodies)


def stream(content: str, entries: str = "") -> str:
    """The body of an object that is a stream; letters are bytes of Latin-1."""
    return f"<< /Length {len(content.encode('latin-1'))} {entries} >>\nstream\n{content}\nendstream"


def deflated(content: bytes, entries: str = "") -> str:
    """The body of an object that is a packed stream."""
    return stream(zlib.compress(content, 9).decode("latin-1"), f"{entries}/Filter /FlateDecode")


def packed_page(content: bytes, *, objects: Sequence[str] = ()) -> bytes:
    """A PDF whose only page has that content, packed."""
    return pdf([Sheet("")], objects=objects).replace(stream("").encode(), deflated(content).encode("latin-1"))


def _written(bodies: dict[int, str]) -> bytes:
    written = b"%PDF-1.4\n"
    places = {}
    for number, body in sorted(bodies.items()):
        places[number] = len(written)
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{number} 1\n{place:010d} 00000 n \n" for number, place in places.items())
    end = len(written)
    trailer = f"trailer\n<< /Root 1 0 R /Size {max(bodies) + 1} >>\nstartxref\n{end}\n%%EOF\n"
    return written + f"xref\n0 1\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def words(x: float, y: float, said: str, *, size: float = 10, font: str = "F", turned: int = 0) -> str:
    """Words that stand at a point, y upward, turned counter-clockwise by so many quarters."""
    matrix = {0: "1 0 0 1", 1: "0 1 -1 0", 2: "-1 0 0 -1", 3: "0 -1 1 0"}[turned]
    escaped = said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {matrix} {x} {y} Tm ({escaped}) Tj ET\n"


def lines(x: float, y: float, said: Sequence[str], *, size: float = 10, pitch: float = 12, font: str = "F") -> str:
    """Lines one below the other, the first at that point."""
    return "".join(words(x, y - at * pitch, line, size=size, font=font) for at, line in enumerate(said))


def rule(x: float, y: float, to_x: float, to_y: float) -> str:
    """A rule from one point to another."""
    return f"0.5 w {x} {y} m {to_x} {to_y} l S\n"


def rectangle(x: float, y: float, width: float, height: float, paint: str = "S") -> str:
    """A rectangle with its lower left corner there, drawn (``S``) or filled (``f``)."""
    return f"{x} {y} {width} {height} re {paint}\n"


def table(x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]], *, is_ruled: bool = True) -> str:
    """Rows of cells below y, their words wrapped; a cell that is ``<`` is merged with the one before."""
    drawn, top = "", y
    for row in rows:
        height, left = row_height(widths, row), x
        for cell, width in _merged(widths, row):
            drawn += lines(left + 4, top - 12, _wrapped(cell, width))
            drawn += rectangle(left, top - height, width, height) if is_ruled else ""
            left += width
        top -= height
    return drawn


def row_height(widths: Sequence[float], row: Sequence[str]) -> float:
    """How high a row of a table is."""
    return 6 + 12 * max(len(_wrapped(cell, width)) for cell, width in _merged(widths, row))


def _wrapped(cell: str, width: float) -> list[str]:
    return textwrap.wrap(cell, max(int(width / 5.2), 1), break_on_hyphens=False) or [""]


def _merged(widths: Sequence[float], row: Sequence[str]) -> list[tuple[str, float]]:
    cells: list[tuple[str, float]] = []
    for cell, width in zip(row, widths, strict=True):
        if cell == "<":
            cells[-1] = (cells[-1][0], cells[-1][1] + width)
        else:
            cells.append((cell, width))
    return cells
