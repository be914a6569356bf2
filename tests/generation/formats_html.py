"""The form as a web page: clean, or as word processors and old site builders write it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from random import Random

from tests.generation.document import (
    Document,
    Element,
    Heading,
    LegendTable,
    Levels,
    Notes,
    Pairs,
    Paragraph,
    Table,
    Text,
    TextLine,
)

_CHROME = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/jobs">Job openings</a></li><li><a href="/benefits">Benefits'
    "</a></li></ul></nav>"
)
_SITE_FOOTER = '<footer><p>Human Resources | <a href="/contact">Contact us</a> | Privacy</p></footer>'
_SCRIPT = "<script>var page = 'spec'; if (1 < 2) { document.title = \"Class specifications\"; }</script>"
_STYLE = "<style>td { border: 1px solid; padding: 2px 5px } .legend td { border: 0 }</style>"


@dataclass(frozen=True)
class _Tags:
    """How one page writes headings, paragraphs and cells; ``open_cells``: their end tags are left out."""

    heading: str
    paragraph: str
    text: str
    open_cells: bool


_CLEAN = _Tags("<h2>{}</h2>", "<p>{}</p>", "{}", False)
_UGLY = (
    _Tags("<P><B><U>{}</U></B></P>", "<P CLASS=MsoNormal>{}", "<FONT FACE='Times'>{}</FONT>", True),
    _Tags("<p style='margin:0'><strong>{}</strong></p>", "<div>{}</div>", "<span style='color:red'>{}</span>", False),
    _Tags("<H3><FONT SIZE=2>{}</FONT></H3>", "{}<BR><BR>", "<p class=MsoNormal><o:p></o:p>{}</p>", False),
)  # fmt: skip


def as_html(document: Document, random: Random, *, ugly: bool = False) -> bytes:
    """The document as an HTML file; ``ugly``: site chrome, scripts, fonts, tags left open, Windows-1252."""
    tags = random.choice(_UGLY) if ugly else _CLEAN
    body = "\n".join(piece for element in document.elements for piece in _pieces(element, tags))
    body += "\n" + tags.paragraph.format(escape(document.footnote))
    title = escape(document.title)
    if not ugly:
        page = (
            f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{_STYLE}</head>\n'
            f"<body><main>\n{body}\n</main></body></html>\n"
        )
        return page.encode()
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
        f"<title>{title} - Human Resources</title>{_STYLE}{_SCRIPT}</head>\n<body>{_CHROME}<!-- begin content -->\n"
        f'<div id="content">{body}</div>{_SITE_FOOTER}{_SCRIPT}</body></html>'
    )
    return page.encode("windows-1252", errors="xmlcharrefreplace")


def _pieces(element: Element, tags: _Tags) -> Iterator[str]:
    match element:
        case TextLine():
            yield tags.paragraph.format(escape(element.line))
        case Pairs():
            for label, value in element.pairs:
                yield tags.paragraph.format(f"<b>{escape(label.words)}:</b> {escape(value.words)}")
        case Heading():
            yield tags.heading.format(escape(f"{element.words.words}{element.colon}"))
        case Paragraph():
            yield tags.paragraph.format(escape(element.words.words))
        case Table():
            yield _table(element.heads, element.rows, tags)
        case LegendTable():
            yield _legend(element, tags)
        case Levels():
            yield _table((), (element.cells,), tags)
        case Notes():
            yield from (tags.paragraph.format(escape(words)) for words in element.lines)


def _table(heads: tuple[Text, ...], rows: tuple[tuple[Text, ...], ...], tags: _Tags, kind: str = "spec") -> str:
    top = "".join(f"<th>{escape(head.words)}</th>" for head in heads)
    lines = [f"<tr>{top}</tr>"] if heads else []
    end = "" if tags.open_cells else "</td>"
    for row in rows:
        cells = "".join(f"<td>{_cell(text, tags)}{end}" for text in row)
        lines.append(f"<tr>{cells}" if tags.open_cells else f"<tr>{cells}</tr>")
    return f'<table class="{kind}">\n' + "\n".join(lines) + "\n</table>"


def _cell(text: Text, tags: _Tags) -> str:
    return tags.text.format(escape(text.words)) if text.words else "&nbsp;"


def _legend(legend: LegendTable, tags: _Tags) -> str:
    """The codes in a row of cells, their meanings in the row below; long meanings beside their codes."""
    if legend.section == "overall_strength":
        cells = tuple(Text(f"{code} = {words} {meaning}") for code, words, meaning in legend.entries)
        return _table((), (cells,), tags, "legend")
    first = tuple(Text(f"{code} = {words}") for code, words, _ in legend.entries)
    second = tuple(Text(meaning) for _, _, meaning in legend.entries)
    rows = (first, second) if any(text.words for text in second) else (first,)
    return _table((), rows, tags, "legend")
