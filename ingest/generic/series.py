"""The classes of a series document: the table that lists them, and that of their dates (contract, ``members``)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.generic.agencies import DATE_COLUMNS, LABELS, TITLE_COLUMNS
from ingest.generic.class_names import ClassNames
from ingest.generic.header import blank_fact, date_fact
from ingest.generic.labels import trimmed
from ingest.generic.printed_lines import PrintedLines, is_rule
from ingest.model import Fact
from ingest.occupations import holds_occupation

_CELL = re.compile(r"[^\t|]+")
_SPACED = re.compile(r"(?:[^\t |\xa0]|[ \xa0](?![ \xa0]))+")
_CODE = re.compile(r"#?[A-Za-z]{0,4}-?\d[\w./-]*")
_LISTED = re.compile(
    r"(?P<title>[A-Z][^\t|$:;]*?[^\s.,(–—-])[\s.]*[-–—(,]?\s*(?:(?:class )?code:?|#)?\s*(?P<code>\d{3,6}[A-Z]?)\)?",
    re.IGNORECASE,
)
_ENDS_WITH_CODE = re.compile(r"\d{3}[A-Z]?\)?$", re.IGNORECASE)
_CODE_END = 6
# A remark behind a title ("abolished 01/07/2016", a footnote's star) is no part of it.
_REMARK = re.compile(
    r"\s*\((?=[^()]*(?:\d{2}|abolish|effective|established|revised|footnote))[^()]*\)\s*$|\s*\*+\s*$", re.IGNORECASE
)
_CODE_COLUMNS = frozenset(LABELS["code"])
_MOST_CELLS = 12
_TOP_LINES = 40
_MOST_LETTERS = 160
# A longer table is a list of all the classes of an agency, and none of them is described.
_MOST_CLASSES = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One class as the table of a series states it: its row, its title and its code, each by its place."""

    start: int
    end: int
    title: tuple[int, int]
    code: tuple[int, int]
    line: int


def series_rows(page: PrintedLines) -> tuple[Row, ...]:
    """The rows of the first table or list of the titles and codes of classes; empty where there is none."""
    for at in range(len(page)):
        if "code" not in page.words[at].casefold():
            continue
        heads = [" ".join(page.text[slice(*cell)].casefold().strip(" .:#*").split()) for cell in _cells(page, at)]
        codes = [n for n, head in enumerate(heads) if head in _CODE_COLUMNS]
        titles = [n for n, head in enumerate(heads) if head in TITLE_COLUMNS]
        if codes and titles:
            rows = tuple(_rows(page, at + 1, titles[0], codes[0], len(heads)))
            if rows:
                return rows if len(rows) <= _MOST_CLASSES else ()
    return _listed(page)


def _listed(page: PrintedLines) -> tuple[Row, ...]:
    """The first run of lines at the top that are nothing but a title and a code."""
    rows: list[Row] = []
    for at in range(min(len(page), _TOP_LINES)):
        start, end = page.place(at)
        may_be_row = end - start <= _MOST_LETTERS and _ENDS_WITH_CODE.search(
            page.text[max(start, end - _CODE_END) : end]
        )
        match = _LISTED.fullmatch(page.text, start, end) if may_be_row else None
        if match is not None and holds_occupation(match["title"]):
            rows.append(Row(start, end, match.span("title"), match.span("code"), at))
        elif len(rows) > 1:
            break
        else:
            rows = []
    return tuple(rows) if len(rows) > 1 else ()


def _cells(page: PrintedLines, at: int) -> list[tuple[int, int]]:
    """The cells of a line: parted by tabs, bars, or two spaces."""
    start, end = page.place(at)
    content = page.text[start:end]
    pattern = _CELL if "\t" in content or "|" in content else _SPACED
    found = [trimmed(page.text, cell.start(), cell.end()) for cell in pattern.finditer(page.text, start, end)]
    is_barred = content.startswith("|")
    return [cell for cell in found if cell[0] < cell[1] or not is_barred][:_MOST_CELLS]


def _rows(page: PrintedLines, first: int, title: int, code: int, count: int) -> Iterator[Row]:
    for at in range(first, len(page)):
        cells = _cells(page, at)
        if is_rule(page.words[at].replace("|", "-")):
            continue
        if len(cells) < count or not _CODE.fullmatch(page.text, *cells[code]):
            return
        start, end = cells[title]
        if end - start > _MOST_LETTERS:
            return
        while (remark := _REMARK.search(page.text[start:end])) is not None and remark.start():
            end = start + remark.start()
        if not any(character.isalpha() for character in page.text[start:end]):
            return
        yield Row(*page.place(at), (start, end), cells[code], at)


def dated_rows(page: PrintedLines, titles: Sequence[str]) -> dict[int, dict[str, Fact]]:
    """The dates of each class, by its place in the series, from a table of the dates of classes."""
    found: dict[int, dict[str, Fact]] = {}
    columns: dict[int, str] = {}
    names = ClassNames(titles)
    for at in range(len(page)):
        cells = _cells(page, at)
        heads = [" ".join(page.text[slice(*cell)].casefold().strip(" .:*").split()) for cell in cells]
        if len(heads) > 1 and any(head in DATE_COLUMNS for head in heads[1:]):
            columns = {n: DATE_COLUMNS[head] for n, head in enumerate(heads) if head in DATE_COLUMNS}
            continue
        if not columns or len(cells) < 2:
            continue
        named = names.exactly(_without_remark(page.text[slice(*cells[0])]))
        if named is not None:
            row = page.place(at)
            found.setdefault(named, {field: fact for n, field in columns.items() if n < len(cells)
                                     and (fact := _dated(page, field, row, cells[n])) is not None})  # fmt: skip
    return found


def _dated(page: PrintedLines, field: str, row: tuple[int, int], cell: tuple[int, int]) -> Fact | None:
    if cell[0] == cell[1]:
        return blank_fact(page, field, *row, cell[0])
    fact = date_fact(page, field, row, cell)
    return None if fact is None else replace(fact, start=row[0], end=row[1])


def _without_remark(title: str) -> str:
    return _REMARK.sub("", title)
