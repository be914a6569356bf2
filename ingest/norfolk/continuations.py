"""Values of the header that go on in the line below, as a long title or a second date does."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from ingest.dates import read_dates
from ingest.folding import folded, words
from ingest.form import SMALL_WORDS
from ingest.norfolk.header_codes import whole_code
from ingest.norfolk.header_labels import Labelled
from ingest.norfolk.labels import Cell, cells_of
from ingest.norfolk.paragraphs import same_paragraph
from ingest.occupations import has_level, is_title_like, names_occupation, names_organisation
from ingest.source_text import Line

_OPEN_END = re.compile(r"[,;&/(–—-]\s*\Z")
_GOES_ON = re.compile(r"[&/,(–—-]|[IVX]+\Z")
_MOST_LINES = 3


def with_continuations(
    text: str, lines: Sequence[Line], pairs: Sequence[list[Labelled]], apart: Container[int]
) -> tuple[list[list[Labelled]], frozenset[int]]:
    """The labels and values of each line, the values with the lines below that they go on in.

    The lines with the numbers ``apart`` speak for themselves. A value that goes on beside another one, so that it is no
    one stretch of the text, is not whole.

    Returns:
        The pairs of each line, and the numbers of the lines that values go on in.
    """
    held = [list(of_line) for of_line in pairs]
    taken: set[int] = set()
    above = -1
    for number, line in enumerate(lines):
        if held[number]:
            above = number
        elif (
            above >= 0
            and number not in apart
            and number - above < _MOST_LINES
            and _taken_up(text, lines, held, above, number)
        ):
            taken.add(number)
        elif words(text[line.start : line.end]):
            above = -1
    return held, frozenset(taken)


def _taken_up(text: str, lines: Sequence[Line], held: list[list[Labelled]], above: int, number: int) -> bool:
    """Whether a line goes on with a value of a line above it, which then ends with the line."""
    line = lines[number]
    is_labelled_below = number + 1 < len(lines) and bool(held[number + 1])
    cells = [cell for cell in cells_of(text, line.start, line.end) if not cell.is_blank]
    for cell in cells:
        open_pairs = [
            at
            for at, pair in enumerate(held[above])
            if _may_stand_below(text, pair, held[above], cell, line)
            and _goes_on(text, pair, lines[number - 1], cell, line, is_labelled_below=is_labelled_below)
        ]
        if len(cells) == 1 and open_pairs == [len(held[above]) - 1]:
            last = held[above][-1]
            start = last.value_start if last.value_end > last.value_start else cell.start
            held[above][-1] = replace(last, value_start=start, value_end=cell.end)
            return True
        for at in open_pairs:
            held[above][at] = replace(held[above][at], is_whole=False)
    return False


def _may_stand_below(text: str, pair: Labelled, pairs: Sequence[Labelled], cell: Cell, line: Line) -> bool:
    """Whether a cell may belong to a label by its column: words at the left edge may belong to any of them."""
    indent = text[line.start : cell.start]
    if len(pairs) == 1 or not indent:
        return True
    start = text.rfind("\n", 0, pair.start) + 1
    if "\t" in indent:
        return text.count("\t", start, pair.start) <= indent.count("\t") <= text.count("\t", start, pair.value_start)
    following = [other.start for other in pairs if other.start > pair.start]
    return pair.start - start <= len(indent) + 1 and (not following or len(indent) + 1 < following[0] - start)


def _stands_below_value(text: str, pair: Labelled, cell: Cell, line: Line) -> bool:
    """Whether a cell begins where the value above it begins, and not where its label does."""
    indent = text[line.start : cell.start]
    start = text.rfind("\n", 0, pair.start) + 1
    if "\t" in indent:
        return indent.count("\t") == text.count("\t", start, pair.value_start) > text.count("\t", start, pair.start)
    return bool(indent) and abs(len(indent) - (pair.value_start - start)) <= 1


def _goes_on(text: str, pair: Labelled, above: Line, cell: Cell, line: Line, *, is_labelled_below: bool) -> bool:
    """Whether a cell is what the value of a label goes on with, or is its value where it has none yet."""
    value = text[pair.value_start : pair.value_end]
    below = folded(text[cell.start : cell.end])
    is_apart = not same_paragraph(text, above, line)
    if pair.key in ("adopted", "revised"):
        if is_apart or read_dates(below) is None:
            return False
        # A class is adopted once: a further date is one of revision, but a broken one goes on.
        is_broken = bool(value) and read_dates(value) is None and read_dates(f"{value} {below}") is not None
        return pair.key == "revised" or not value or is_broken
    if pair.key == "code":
        return not is_apart and not value and whole_code(text, cell.start, cell.end) is not None
    if pair.key not in ("title", "department") or not is_title_like(below) or read_dates(below) is not None:
        return False
    if is_apart:
        return pair.key == "title" and not _is_whole(value) and names_occupation(below)
    if not value:
        return not names_occupation(below) if pair.key == "department" else not names_organisation(below)
    printed = text[pair.value_start : max(above.end, pair.value_end)]
    if _is_open(printed, below) or _stands_below_value(text, pair, cell, line):
        return True
    if pair.key == "department" or names_organisation(below) or not names_occupation(below):
        return False
    return not _is_whole(value) or (is_labelled_below and not has_level(value))


def _is_whole(title: str) -> bool:
    """Whether nothing is missing at the end of a title."""
    return names_occupation(title) or has_level(title)


def _is_open(printed: str, below: str) -> bool:
    """Whether words that end a line and words that begin the next cannot be parted: "Parks and", "of the City"."""
    said = words(printed)
    ends_open = bool(said) and (_OPEN_END.search(printed) is not None or said[-1] in SMALL_WORDS)
    return ends_open or _GOES_ON.match(below) is not None or below.split(" ")[0] in SMALL_WORDS
