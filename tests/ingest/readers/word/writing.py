"""Word files written for a test: from raw XML, where it is about one element, or a whole form with python-docx."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml
from docx.table import _Cell
from docx.text.paragraph import Paragraph

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_ROOTS = {"header": "w:hdr", "footer": "w:ftr"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_xml(body: str) -> str:
    """The main part with that body."""
    return f"<w:document {_DECLARED}><w:body>{body}</w:body></w:document>"


def word_file(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file with that body; ``parts`` are others by name (``styles``, ``header1``), each referred to by it."""
    contents = {"word/document.xml": word_xml(body)}
    relations = ""
    for name, content in (parts or {}).items():
        kind = name.rstrip("0123456789")
        root = _ROOTS.get(kind, f"w:{kind}")
        contents[f"word/{name}.xml"] = f"<{root} {_DECLARED}>{content}</{root}>"
        relations += f'<Relationship Id="{name}" Type="{_TYPE}/{kind}" Target="{name}.xml"/>'
    contents["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
    main = f'<Relationship Id="main" Type="{_TYPE}/officeDocument" Target="word/document.xml"/>'
    contents["_rels/.rels"] = f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>'
    return zipped(contents)


def zipped(contents: Mapping[str, str]) -> bytes:
    """A zip file of those parts."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return written.getvalue()


def run(words: str, properties: str = "") -> str:
    """A run of words; a tab and a line end in them are Word's own."""
    inner = escape(words).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def paragraph(words: str = "", properties: str = "", inner: str = "") -> str:
    """A paragraph of words, and after them other XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words) if words else ''}{inner}</w:p>"


def item(words: str, list_id: int = 1, level: int = 0) -> str:
    """An item of a list."""
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    """A cell: words, or XML of blocks."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; what is no XML becomes a cell of those words."""
    inner = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, widths: Sequence[int] = ()) -> str:
    """A table of rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    """The property of a cell that takes several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def form_check_box(properties: str) -> str:
    """A check box as Word made it until 2007: a form field."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{properties}</w:checkBox></w:ffData></w:fldChar>'
        "</w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control_check_box(*, is_checked: bool) -> str:
    """A check box as a content control."""
    checked = f'<w14:checkbox><w14:checked w14:val="{int(is_checked)}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{checked}</w:sdtPr><w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>"


@dataclass(frozen=True, slots=True)
class FormStyle:
    """How a form is laid out in Word."""

    is_in_layout_table: bool = False
    has_automatic_numbers: bool = False
    has_heading_styles: bool = False
    has_running_parts: bool = False
    boxes: str = "words"
    factors: str = "one table"


_PAGE_FOOTER = re.compile(r"Page \d+ of \d+ Pages")
_RULE = re.compile(r"[-\t ]+")
_SERVICE = ("Classified Service", "Unclassified Service")
_FIRST_LOCATION = "Office Environment"
_FACTORS = ("HEALTH AND SAFETY", "ENVIRONMENTAL FACTORS")


def form_file(text: str, style: FormStyle) -> bytes:
    """The form that a text prints, its tabbed lines as tables, as a Word file in that style."""
    document = Document()
    groups = _groups(text)
    if style.has_running_parts:
        groups = _with_running_parts(document, groups)
    place = document.add_table(1, 1).rows[0].cells[0] if style.is_in_layout_table else document
    for group in groups:
        _FormWriter(document, place, style).write(group)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _groups(text: str) -> list[list[str]]:
    """The lines that stand together: a paragraph, or the rows of a table."""
    groups: list[list[str]] = []
    for stretch in re.split(r"\n\s*\n", text):
        lines = [line for line in stretch.split("\n") if line.strip() and not _RULE.fullmatch(line)]
        lines = [line for line in lines if not _PAGE_FOOTER.fullmatch(line)]
        for at, line in enumerate(lines):
            if at and "\t" in line and "\t" in lines[at - 1]:
                groups[-1].append(line)
            else:
                groups.append([line])
    return groups


def _with_running_parts(document: WordDocument, groups: list[list[str]]) -> list[list[str]]:
    """The groups without those that go into the header and the footer: agency, form and code, service footnote."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "\t".join(group[0] for group in groups[:2])
    notes = [group[0] for group in groups if group[0].startswith(_SERVICE)]
    section.footer.paragraphs[0].text = notes[0]
    section.footer.add_paragraph("HR-114\tPage 1 of 4")
    return [group for group in groups[2:] if not group[0].startswith(_SERVICE)]


class _FormWriter:
    def __init__(self, document: WordDocument, place: WordDocument | _Cell, style: FormStyle) -> None:
        self._document = document
        self._place = place
        self._style = style

    def write(self, lines: list[str]) -> None:
        rows = [line.split("\t") for line in lines]
        if "\t" not in lines[0]:
            self._paragraph(lines[0])
        elif rows[0][0] == _FACTORS[0] and self._style.factors != "one table":
            self._factors(rows)
        elif rows[0][0].startswith(_FIRST_LOCATION) and self._style.boxes != "words":
            self._boxes(rows)
        else:
            self._table(self._place, rows)

    def _paragraph(self, line: str) -> None:
        if line.isupper() and self._style.has_heading_styles and not isinstance(self._place, _Cell):
            self._place.add_heading(line, 2)
        else:
            self._place.add_paragraph(line)

    def _table(self, place: WordDocument | _Cell, rows: list[list[str]]) -> None:
        columns = max(map(len, rows))
        made = place.add_table(len(rows), columns)
        for at, words in enumerate(rows):
            cells = made.rows[at].cells
            is_numbered = self._style.has_automatic_numbers and len(words) == 3 and words[0].isdecimal()
            for into, content in zip(cells, words, strict=False):
                into.text = content
            if is_numbered:
                cells[0].text = ""
                _number(cells[0].paragraphs[0])

    def _boxes(self, rows: list[list[str]]) -> None:
        made = self._place.add_table(len(rows), 2)
        for at, words in enumerate(rows):
            cells = made.rows[at].cells
            cells[0].text = words[0]
            _check_box(cells[1].paragraphs[0], self._style.boxes, is_checked="X" in words[1:])

    def _factors(self, rows: list[list[str]]) -> None:
        """Two tables side by side in a table that only holds them, or one whose heads go over two columns each."""
        left = [[_FACTORS[0], ""], *(words[:2] for words in rows[1:])]
        right = [[_FACTORS[1], ""], *(words[2:4] for words in rows[1:] if len(words) > 3)]
        if self._style.factors == "nested tables":
            cells = self._place.add_table(1, 2).rows[0].cells
            for into, part in zip(cells, (left, right), strict=True):
                self._table(into, part)
                into.add_paragraph()
            return
        blank = [["", ""]] * (len(left) - len(right))
        joined = [[*one, *other] for one, other in zip(left, [*right, *blank], strict=True)]
        self._table(self._place, joined)
        heads = self._place.tables[-1].rows[0].cells
        heads[0].merge(heads[1]).text = _FACTORS[0]
        heads[2].merge(heads[3]).text = _FACTORS[1]


def _number(of: Paragraph) -> None:
    """Make a paragraph an item of the list that python-docx's own template numbers by decimals."""
    of.style = "List Number"


def _check_box(of: Paragraph, kind: str, *, is_checked: bool) -> None:
    made = {
        "form fields": form_check_box(f'<w:default w:val="{int(is_checked)}"/>'),
        "content controls": control_check_box(is_checked=is_checked),
        "symbols": f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if is_checked else "F0A8"}"/></w:r>',
    }[kind]
    for child in parse_xml(f"<w:p {_DECLARED}>{made}</w:p>"):
        of._p.append(child)
