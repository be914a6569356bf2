"""The home form as a page gives the same facts as the text file it was made from."""

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from ingest.arrangement import arranged, settled, with_pages
from ingest.norfolk.document import read_norfolk
from ingest.readers.html.reader import read_html
from ingest.readers.text import read_text
from ingest.source_text import SourceText

_SAMPLES = Path(__file__).parents[4] / "samples"
_BLANK = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
_TAB = "<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>"


def _parts(text: str) -> Iterator[str | list[list[str]]]:
    """The lines of a text, rows that follow each other as one table."""
    for is_table, lines in groupby(text.splitlines(), key=lambda line: "\t" in line):
        if is_table:
            yield [line.split("\t") for line in lines]
        else:
            yield from (line for line in lines if line.strip())


def _is_heading(line: str) -> bool:
    return line.rstrip(":").isupper()


def _clean(text: str) -> str:
    """A page of a site in today's markup, every part of it named for what it is."""
    written = ["<!doctype html><meta charset=utf-8><title>Custodian | Jobs</title><nav><a href=/>Home</a></nav><main>"]
    for part in _parts(text):
        if isinstance(part, str):
            name = "h2" if _is_heading(part) else "p"
            written.append(f"<{name}>{escape(part)}</{name}>")
        else:
            written += ["<table>", *map(_clean_row, part), "</table>"]
    return "\n".join([*written, "</main><footer><a href=/privacy>Privacy</a></footer>"])


def _clean_row(cells: list[str]) -> str:
    """A row, blank cells behind a head of capital letters as a part of it."""
    name = "th" if all(cell.isupper() for cell in cells if cell) else "td"
    spans: list[list[str]] = []
    for cell in cells:
        if spans and not cell and name == "th":
            spans[-1].append(cell)
        else:
            spans.append([cell])
    return "".join(["<tr>", *(f"\n  <{name} colspan={len(span)}>{escape(span[0])}</{name}>" for span in spans)])


def _exported(text: str) -> str:
    """What an office program writes: spans in one big table, lines broken anywhere, headings only bold."""
    written = [
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta http-equiv=Content-Type "
        "content='text/html; charset=windows-1252'><!--[if gte mso 9]><xml><o:Pages>5</o:Pages></xml><![endif]-->"
        "<style><!-- p.MsoNormal {margin:0in;} --></style></head><body lang=EN-US><div class=WordSection1>"
        "<table class=MsoNormalTable border=0 width=700><tr><td valign=top>"
    ]
    for part in _parts(text):
        if isinstance(part, str):
            written += [f"<p class=MsoNormal align=center>{_spans(part)}</p>", _BLANK]
        elif len(part) == 1:
            written.append(f"<p class=MsoNormal>{_TAB.join(map(_spans, part[0]))}</p>")
        else:
            written += ["<table class=MsoTableGrid border=1>", *map(_exported_row, part), "</table>", _BLANK]
    return "\n".join([*written, "</td></tr></table></div></body></html>"])


def _exported_row(cells: list[str]) -> str:
    return "".join(["<tr>", *(f"\n<td width=95><p class=MsoNormal>{_spans(cell)}</p></td>" for cell in cells), "</tr>"])


def _spans(words: str) -> str:
    if not words:
        return "<span style='font-size:10.0pt'><o:p>&nbsp;</o:p></span>"
    broken = re.sub(r"(\w+ \w+) (?=\w)", r"\1\n  ", escape(words))
    if _is_heading(words) and len(words) > 3:
        broken = f"<b style='mso-bidi-font-weight:normal'>{broken}</b>"
    return f"<span style='font-size:10.0pt;font-family:\"Arial\"'><font size=2>{broken}<o:p></o:p></font></span>"


def _facts(source: SourceText) -> list[tuple[str, str, str | None]]:
    form = arranged(settled(with_pages(source)))
    reading = read_norfolk(form.view.text, form.lines)
    assert reading is not None
    return [(fact.field, fact.status.value, fact.value) for fact in reading.facts]


@pytest.mark.parametrize("name", ["firefighter", "librarian", "wastewater-plant-operator"])
@pytest.mark.parametrize(("markup", "encoding"), [(_clean, "utf-8"), (_exported, "windows-1252")])
def test_a_page_gives_the_facts_of_the_text(name: str, markup: Callable[[str], str], encoding: str) -> None:
    content = (_SAMPLES / f"{name}.txt").read_bytes()
    page = markup(content.decode()).encode(encoding, "xmlcharrefreplace")
    assert read_html(page).encoding == encoding
    assert _facts(read_html(page)) == _facts(read_text(content))
