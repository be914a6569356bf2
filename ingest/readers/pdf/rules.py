"""The rules drawn on a page, and the tables and boxes to mark that they make."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.readers.page.words import Table, TableCell, Word, lies_in
from ingest.readers.pdf.frame import Sides

# In points: as near to each other, rules touch.
TOUCHING = 3.0
_SAME_SIDE = 1.0
_LEAST_SQUARE, _LARGEST_SQUARE, _SQUARENESS = 5.0, 18.0, 0.25
_FEWEST_FILLED = 2
# A form has a few hundred boxes to mark; what is drawn in more strokes than these is a picture.
_MOST_DRAWINGS = 2000
# A table of two columns that is open at one end has three upright rules there.
_FEWEST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule: upright at x, or level at y, and where it starts and ends along itself, y downward."""

    is_upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The sides (left, top, right, bottom) of a rectangle, or of a curve or slanting line, that is drawn in lines."""

    sides: Sides
    is_rectangle: bool


def with_open_sides(rules: Sequence[Rule]) -> list[Rule]:
    """The rules, and upright ones at the ends of level ones between which a table is open at its sides.

    It is where two level rules as long as each other, one above the other, are joined by an upright one between.
    """
    level = sorted((rule for rule in rules if not rule.is_upright), key=lambda rule: rule.at)
    upright = [rule for rule in rules if rule.is_upright]
    added = []
    for at, above in enumerate(level):
        below = next((rule for rule in level[at + 1 :] if _is_level_with(rule, above)), None)
        if below is not None and any(_joins(rule, above, below) for rule in upright):
            added += [Rule(True, side, above.at, below.at) for side in (above.start, above.end)]
    return [*rules, *added]


def with_open_ends(rules: Sequence[Rule]) -> list[Rule]:
    """The rules, and level ones where several upright ones of a table end together: the end of a page left it open."""
    level = [rule for rule in rules if not rule.is_upright]
    upright = [rule for rule in rules if rule.is_upright and any(_meet(rule, other) for other in level)]
    added: list[Rule] = []
    for end in sorted({rule.start for rule in upright} | {rule.end for rule in upright}):
        ending = [rule.at for rule in upright if min(abs(rule.start - end), abs(rule.end - end)) <= _SAME_SIDE]
        closing = Rule(False, end, min(ending), max(ending))
        is_closed = any(abs(rule.at - end) <= TOUCHING for rule in [*level, *added] if _overlap(rule, closing))
        if len(ending) >= _FEWEST_OPEN and not is_closed:
            added.append(closing)
    return [*rules, *added]


def _meet(upright: Rule, level: Rule) -> bool:
    across = level.start - TOUCHING <= upright.at <= level.end + TOUCHING
    return across and upright.start - TOUCHING <= level.at <= upright.end + TOUCHING


def _overlap(rule: Rule, other: Rule) -> bool:
    return rule.start < other.end and other.start < rule.end


def _is_level_with(rule: Rule, other: Rule) -> bool:
    return abs(rule.start - other.start) <= TOUCHING and abs(rule.end - other.end) <= TOUCHING


def _joins(rule: Rule, above: Rule, below: Rule) -> bool:
    is_inside = above.start + TOUCHING < rule.at < above.end - TOUCHING
    return is_inside and rule.start <= above.at + TOUCHING and rule.end >= below.at - TOUCHING


def tables_of(groups: Iterable[Sequence[Sides]], words: Sequence[Word]) -> tuple[Table, ...]:
    """The tables that groups of touching cells make; a frame around text, or around another table, is none.

    A table has at least two columns, and two cells with words in them.
    """
    cells = [list(group) for group in groups]
    every = [cell for group in cells for cell in group]
    found = []
    for group in cells:
        others = [other for other in every if other not in group]
        kept = [cell for cell in group if not any(_encloses(cell, other) for other in others)]
        filled = sum(any(lies_in(word, TableCell(0, 0, *cell)) for word in words) for cell in kept)
        table = _table(kept)
        if filled >= _FEWEST_FILLED and max(cell.column for cell in table.cells) > 0:
            found.append(table)
    return tuple(found)


def _table(cells: Iterable[Sides]) -> Table:
    lefts = _distinct(left for left, _, _, _ in cells)
    tops = _distinct(top for _, top, _, _ in cells)
    placed = [TableCell(_place(tops, cell[1]), _place(lefts, cell[0]), *cell) for cell in cells]
    return Table(tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))))


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME_SIDE:
            found.append(place)
    return found


def _place(places: Sequence[float], wanted: float) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - wanted))


def _encloses(cell: Sides, other: Sides) -> bool:
    return (
        cell[0] <= other[0] + _SAME_SIDE and cell[1] <= other[1] + _SAME_SIDE
        and cell[2] >= other[2] - _SAME_SIDE and cell[3] >= other[3] - _SAME_SIDE
    )  # fmt: skip


def drawn_boxes(drawings: Sequence[Drawing], tables: Sequence[Table], words: Sequence[Word]) -> tuple[Word, ...]:
    """The boxes to mark that are drawn in lines, as the words ``☐`` and ``☒``; one with a letter in it is that letter.

    A cell of a table is none, and none is on a page that is full of drawings.
    """
    if len(drawings) > _MOST_DRAWINGS:
        return ()
    cells = [(cell.left, cell.top, cell.right, cell.bottom) for table in tables for cell in table.cells]
    squares = {drawing.sides for drawing in drawings if drawing.is_rectangle and _is_square(drawing.sides)}
    strokes = [drawing.sides for drawing in drawings if not drawing.is_rectangle]
    return tuple(
        Word("☒" if any(_encloses(square, stroke) for stroke in strokes) else "☐", *square)
        for square in sorted(squares)
        if not any(_encloses(square, cell) and _encloses(cell, square) for cell in cells)
        and not any(lies_in(word, TableCell(0, 0, *square)) for word in words)
        and not any(_encloses(other, square) for other in squares if other != square)
    )


def _is_square(sides: Sides) -> bool:
    width, height = sides[2] - sides[0], sides[3] - sides[1]
    is_small = min(width, height) >= _LEAST_SQUARE and max(width, height) <= _LARGEST_SQUARE
    return is_small and abs(width - height) <= _SQUARENESS * max(width, height)
