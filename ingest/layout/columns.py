"""Tables whose columns are aligned by spaces, as rows of cells (the layout of ``pdftotext -layout`` and of scans)."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from ingest.folding import skeleton
from ingest.layout.pieces import Piece, parted
from ingest.layout.rows import Begins, CellLine, Row, grouped, joined, words_of
from ingest.layout.table import Table
from ingest.norfolk.labels import Cell, Labels
from ingest.source_text import Line, Span

# How far from its column a piece may stand: centred codes, and what a narrow column pushes aside.
SLACK = 3
# So many rows must stand in columns before a table is taken to have them.
FEWEST_ROWS = 2
_CODE = re.compile(r"\(?[^\W_]{1,2}\)?|[^\W_]{1,2}/[^\W_]{1,2}|\(?[?#*]\)?")
# A word, or the code that touches the end of one ("DiseasesS").
_WORD_OR_CODE = re.compile(r"[^ \xa0]+?(?=(?<=[a-z)])(?:VH|[A-Z])(?:[ \xa0]|$)|[ \xa0]|$)")
_LAST_WORD = re.compile(r"(?P<before>\S.*)[ \xa0](?P<word>[^ \xa0]+)")
_MOST_WORDS = 24

# An empty line, so that what is below it is not taken for more of a legend.
_EMPTY = Row(())

Arranged = list[Row | Line]
Measured = TypeVar("Measured")
Cells = tuple[tuple[Span, ...], ...]
CellsOf = Callable[[Line], Cells | None]


def all_cells(table: Table, cells_of: CellsOf) -> list[Cells]:
    """The cells of every line that is one of the table."""
    return [cells for line in table.block.lines if (cells := cells_of(line)) is not None]


def arranged_rows(table: Table, cells_of: CellsOf, begins: Begins) -> Arranged:
    """The block's lines in order, its legend and its table as rows; what is no line of either stays as it is."""
    legend = table.legend(lambda line: _is_row(table, cells_of, line))
    made: Arranged = []
    held: list[CellLine] = []
    has_legend = legend is None
    for at, line in table.without_heads(legend):
        if legend and not has_legend and at >= legend.end:
            made += [*_rows(table, held, begins), *legend.rows, _EMPTY]
            held, has_legend = [], True
        cells = cells_of(line)
        if cells is None:
            made += [*_rows(table, held, begins), table.shown(line)]
            held = []
        else:
            held.append(table.line_of(line, cells))
    made += _rows(table, held, begins)
    return made if has_legend or legend is None else [*made, *legend.rows, _EMPTY]


def _rows(table: Table, held: Sequence[CellLine], begins: Begins) -> list[Row]:
    return [joined(group) for group in grouped(table.text, held, begins)]


def _is_row(table: Table, cells_of: CellsOf, line: Line) -> bool:
    """Whether a line begins with a label that the form knows."""
    cells = cells_of(line)
    return bool(cells and cells[0]) and table.labels.is_label(words_of(table.text, cells[0] if cells else ()))


def begins_with_label(text: str, labels: Labels, lines: Sequence[Cells], *, coded: bool) -> Begins:
    """Whether a labelled line begins a row: its label is one of its own and does not go on with the one above it.

    ``lines`` are the cells of all lines of the table: a label that the form does not know goes on below only where its
    next word had no room beside it.
    """
    room, said_room = (max((_width(cells[at]) for cells in lines if cells[at]), default=0) for at in (0, -1))

    def begins(above: Sequence[CellLine], line: CellLine) -> bool:
        label = words_of(text, [span for one in above for span in one.cells[0]])
        more = words_of(text, line.cells[0])
        both = f"{label} {more}"
        whole = labels.key_of(both)
        if more.startswith("(") or (whole is not None and labels.key_of(more) in (None, whole)):
            return False
        if labels.key_of(more):
            return True
        if labels.begins_label(both):
            return False
        if labels.begins_label(more) or (labels.key_of(label) and more[:1].isupper()):
            return True
        last = next(one.cells[0] for one in reversed(above) if one.cells[0])
        if _had_room(last, more, room) or (coded and line.cells[1]):
            return True
        said, below = above[-1].cells[-1], words_of(text, line.cells[-1])
        return bool(below) and (not said or _had_room(said, below, said_room))

    return begins


def _had_room(above: Sequence[Span], below: str, room: int) -> bool:
    """Whether the first word of a line would have stood beside the line above it, so that it is no part of that."""
    return _width(above) + 1 + len(below.split()[0]) <= room


def _width(cell: Sequence[Span]) -> int:
    return cell[-1].end - cell[0].start


def cells_from(pieces: Iterable[Piece]) -> list[Cell]:
    """The pieces as cells, for matching labels."""
    return [Cell(piece.start, piece.end) for piece in pieces]


def spans(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """The places of pieces."""
    return tuple(Span(piece.start, piece.end) for piece in pieces)


def usual(lefts: Iterable[int]) -> int | None:
    """Where most of some pieces begin; None if there are none."""
    found = Counter(lefts)
    return min(found, key=lambda left: (-found[left], left)) if found else None


def with_codes_apart(text: str, pieces: Sequence[Piece], labels: Sequence[Labels]) -> list[Piece]:
    """The pieces, labels and codes that ran into each other ("Fire Hazards N", "W Noise and Vibration") parted."""
    return [part for piece in pieces for part in _labels_and_codes(text, piece, labels)]


def _labels_and_codes(text: str, piece: Piece, labels: Sequence[Labels]) -> list[Piece]:
    """A piece as labels and codes, if it is nothing but some of both; else as it is."""
    words = [match.span() for match in _WORD_OR_CODE.finditer(text, piece.start, piece.end)]
    if not 1 < len(words) <= _MOST_WORDS:
        return [piece]
    places: list[tuple[int, int]] = []
    kinds: set[bool] = set()
    at = 0
    while at < len(words):
        ends = (end for end in range(len(words), at, -1) if _is_label(text, words[at:end], labels))
        end = next(ends, at)
        if end == at and not _CODE.fullmatch(text, *words[at]):
            return [piece]
        kinds.add(end > at)
        end = max(end, at + 1)
        places.append((words[at][0], words[end - 1][1]))
        at = end
    shift = piece.left - piece.start
    return [Piece(start, end, start + shift, end + shift) for start, end in places] if len(kinds) > 1 else [piece]


def _is_label(text: str, words: Sequence[tuple[int, int]], labels: Sequence[Labels]) -> bool:
    """Whether words are a label as the form prints it; a sign at one of their ends is none of them, nor is a code."""
    has_letters = all(skeleton(text[slice(*words[at])]) for at in (0, -1))
    ends_with_code = len(words) > 1 and _CODE.fullmatch(text, *words[-1]) is not None
    return (
        has_letters
        and not ends_with_code
        and any(one.exact_key(text[words[0][0] : words[-1][1]]) is not None for one in labels)
    )


def with_code_apart(text: str, pieces: Sequence[Piece], labels: Labels) -> list[Piece]:
    """The pieces, the beginning of a label and the code that ran into it ("Physical Danger or S") parted.

    The rest of the label is below; no label begins with those words and what the code would be.
    """
    apart: list[Piece] = []
    for piece in pieces:
        match = _LAST_WORD.fullmatch(text, piece.start, piece.end)
        if match and _CODE.fullmatch(match["word"]) and _ends_label(match["before"], match[0], labels):
            apart += parted(piece, match.start("word"))
        else:
            apart.append(piece)
    return apart


def _ends_label(before: str, whole: str, labels: Labels) -> bool:
    return labels.begins_label(before) and not labels.begins_label(whole)


def parted_at(
    text: str, pieces: Sequence[Piece], lefts: Iterable[int | None], may_end: Callable[[str], bool]
) -> list[Piece]:
    """The pieces, each parted where a word of it begins exactly where another column does.

    ``may_end`` says of the words before that place whether they can be all of a cell.
    """
    known = sorted(left for left in lefts if left is not None)
    apart: list[Piece] = []
    for piece in pieces:
        apart.append(piece)
        for left in known:
            last = apart[-1]
            at = last.start + left - last.left
            begins = last.left < left < last.right and text[at - 1] in " \xa0" and text[at] not in " \xa0"
            if begins and may_end(text[last.start : at].rstrip()):
                apart[-1:] = parted(last, at)
    return apart


def column_around(table: Table, lines: Sequence[Line], is_label: Callable[[Line], bool]) -> int | None:
    """Where words begin that stand above or below labels that have nothing beside them, and to the right of them."""
    lefts: list[int] = []
    for pair in pairwise(lines):
        if pair[1].start in table.after_gaps or pair[1].start in table.after_breaks:
            continue
        for label, other in (pair, pair[::-1]):
            right, left = table.pieces(label)[-1].right, table.pieces(other)[0].left
            if is_label(label) and not is_label(other) and left > right + 1:
                lefts.append(left)
    return usual(lefts)


def by_page(
    table: Table, measure: Callable[[Sequence[Line], int], Measured | None]
) -> Callable[[Line], Measured] | None:
    """What is measured of the table's lines, page by page where a page shows it, for each line; None if nothing is.

    ``measure`` is told how many rows must bear out what it finds: several of the table, but one of a page.
    """
    whole = measure(table.block.lines, FEWEST_ROWS)
    if whole is None:
        return None
    pages: list[list[Line]] = []
    for line in table.block.lines:
        if line.start in table.after_breaks or not pages:
            pages.append([])
        pages[-1].append(line)
    of_line = {line.start: of_page for page in pages for of_page in [measure(page, 1) or whole] for line in page}
    return lambda line: of_line[line.start]
