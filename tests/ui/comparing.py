"""Comparisons of specs of one small library, as the page and its files show them."""

from dataclasses import replace

from assistant import Assistant
from index import Library
from ui.compare.comparison import Cell, Row, SideBySide, section_keys, side_by_side


class Comparing:
    """Specs of a library side by side."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._assistant = Assistant(library)

    def __call__(self, *specs: str, sections: tuple[str, ...] = ()) -> SideBySide:
        """Specs by id, code or title, in the sections named or in all that any of them has."""
        entries = [self.library.resolve(spec) for spec in specs]
        held = [self.library.held(entry.spec_id) for entry in entries]
        keys = sections or section_keys(held)
        return side_by_side(self._assistant.compare(entries, keys), held, keys)


def reworded(compared: SideBySide, field: str, words: str) -> SideBySide:
    """A comparison in which the first class says something else in one row."""
    sections = tuple(
        replace(section, rows=tuple(_reworded(row, words) if row.field == field else row for row in section.rows))
        for section in compared.sections
    )
    return replace(compared, sections=sections)


def _reworded(row: Row, words: str) -> Row:
    first, *others = row.cells
    return replace(row, cells=(replace(first, said=(replace(first.said[0], words=words),)), *others))


def row_of(compared: SideBySide, field: str) -> Row:
    """The row of a field; of a section's key its prose."""
    (row,) = (row for section in compared.sections for row in section.rows if row.field == field)
    return row


def cells_of(compared: SideBySide) -> list[Cell]:
    """Every cell of a comparison."""
    return [cell for section in compared.sections for row in section.rows for cell in row.cells]
