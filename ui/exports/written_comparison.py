"""What a file of a comparison says, before it is an Excel or a PDF file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from index import SpecEntry
from ui.compare.comparison import Cell, Column, Row, SideBySide, cell_words, difference_words
from ui.exports.written import WrittenSource, written_sources
from ui.words import Words


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """What one class says in a row, with its markers ``[n]``, and the numbers of the sources that show it."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One row: its section, its name, a cell a class, and whether they differ (null: not certain) and in words."""

    section: str
    name: str
    cells: tuple[WrittenCell, ...]
    differs: bool | None
    difference: str


@dataclass(frozen=True, slots=True)
class WrittenComparison:
    """Classes side by side as every file says it; ``columns`` say who each is, ``sources`` are those that rows name."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[WrittenRow, ...]
    sources: tuple[WrittenSource, ...]
    made: datetime


def written_comparison(
    compared: SideBySide, entries: Iterable[SpecEntry], made: datetime, words: Words
) -> WrittenComparison:
    """A comparison as a file says it; ``entries`` are the specs held, which say a revision."""
    rows = tuple(_row(section.name, row, words) for section in compared.sections for row in section.rows)
    named = {number for row in rows for cell in row.cells for number in cell.sources}
    citations = (citation for citation in compared.answer.citations if citation.n in named)
    return WrittenComparison(
        title=words.say("exports.comparison", classes=" · ".join(column.title for column in compared.columns)),
        columns=tuple(_column(column) for column in compared.columns),
        rows=rows,
        sources=written_sources(citations, {entry.spec_id: entry for entry in entries}, words),
        made=made,
    )


def _column(column: Column) -> str:
    return "\n".join(part for part in (column.title, column.agency, column.code, column.date) if part)


def _row(section: str, row: Row, words: Words) -> WrittenRow:
    cells = tuple(_cell(cell, words) for cell in row.cells)
    return WrittenRow(section, row.name, cells, row.differs, difference_words(row, words))


def _cell(cell: Cell, words: Words) -> WrittenCell:
    numbers = tuple(dict.fromkeys(said.citation.n for said in cell.said))
    said = [cell_words(cell, words), cell.description]
    markers = " ".join(f"[{number}]" for number in numbers)
    return WrittenCell(" ".join(filter(None, [" · ".join(filter(None, said)), markers])), numbers)
