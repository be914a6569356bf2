"""Cells side by side in lines of text, aligned by spaces, the way a page's words come out of ``pdftotext -layout``."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column of a grid: where it starts and how many letters wide its cells are wrapped."""

    start: int
    width: int


def columns(margin: int, widths: Sequence[int], gaps: Sequence[int]) -> tuple[Column, ...]:
    """Columns of these widths; a gap stands behind each but the last."""
    found, start = [], margin
    for width, gap in zip(widths, (*gaps, 0), strict=True):
        found.append(Column(start, width))
        start += width + gap
    return tuple(found)


def wrapped(words: str, width: int, *, at_hyphens: bool = False) -> list[str]:
    """The words in lines of at most ``width`` letters; a longer word is not broken."""
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=at_hyphens)


def grid_row(
    cells: Sequence[Sequence[str]], places: Sequence[Column], *, middle: bool = False, centred: bool = False
) -> list[str]:
    """One row of wrapped cells as lines of text.

    Args:
        cells: the lines of each cell.
        places: the column of each cell.
        middle: each cell stands in the middle of the row's height; by half a line, it has lines of its own.
        centred: each line stands in the middle of its column's width.
    """
    height = max((len(cell) for cell in cells), default=0)
    at: dict[int, list[tuple[int, str]]] = {}
    for cell, place in zip(cells, places, strict=True):
        top = height - len(cell) if middle else 0
        for number, words in enumerate(cell):
            shift = max(0, place.width - len(words)) // 2 if centred else 0
            at.setdefault(top + 2 * number, []).append((place.start + shift, words))
    return [_line(at[level]) for level in sorted(at)]


def _line(pieces: Sequence[tuple[int, str]]) -> str:
    """The pieces at their places; one that would touch the one before it stands a space behind it."""
    line = ""
    for start, words in sorted(pieces):
        if not words:
            continue
        line = line.ljust(start) if len(line) < start or not line else line + " "
        line += words
    return line.rstrip()
