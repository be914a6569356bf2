"""Lines that larger or bolder letters make headings."""

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from ingest.readers.page.lines import VisualLine
from ingest.readers.page.tables import TableRow

BOLD_LEVEL = 7
# How many times as high as most lines' letters a heading's are, and the level that this makes it.
_SIZES = ((1.9, 1), (1.5, 2), (1.25, 3))
_MOST_WORDS = 14
_MOST_LINES = 3
_MARKER_LETTERS = 5

Row = TableRow | VisualLine


def heading_levels(pages: Sequence[tuple[Sequence[Row], Sequence[bool]]]) -> list[list[int | None]]:
    """For each row of each page the level of the heading that it is, or None; 1 is the highest, 7 is bold only.

    ``pages`` gives for each page its rows and whether an empty line stands above each. A heading is a few words alone
    on a line; more than three such lines in one paragraph are a paragraph in bold letters.
    """
    lines = [row for rows, _ in pages for row in rows if isinstance(row, VisualLine)]
    usual = median([line.height for line in lines] or [1.0])
    found = []
    for rows, begins in pages:
        levels = [_level(row, usual) for row in rows]
        paragraph = 0
        numbered = []
        for begin, level in zip(begins, levels, strict=True):
            paragraph += begin
            numbered.append((paragraph, level))
        kept: list[int | None] = []
        for (_, level), group in groupby(numbered):
            count = len(list(group))
            kept += [level if count <= _MOST_LINES else None] * count
        found.append(kept)
    return found


def _level(row: Row, usual: float) -> int | None:
    if isinstance(row, TableRow) or len(row.words) > _MOST_WORDS or not _is_alone(row):
        return None
    if not any(character.isalpha() for word in row.words for character in word.text):
        return None
    by_size = next((level for times, level in _SIZES if row.height >= times * usual), None)
    is_bold = all(word.is_bold or not word.text.strip(".:-_") for word in row.words)
    return by_size or (BOLD_LEVEL if is_bold else None)


def _is_alone(line: VisualLine) -> bool:
    """Whether nothing but the mark or number of a list stands beside the words of a line."""
    return len(line.segments) == 1 or (len(line.segments) == 2 and len(line.segments[0].text) <= _MARKER_LETTERS)
