"""Columns that touch: where one space alone parts the words of two, and which words are whose."""

import re
from collections.abc import Sequence

from ingest.folding import skeleton
from ingest.layout.pieces import Piece
from ingest.source_text import Span

_WORD = re.compile(r"[^\s]+")
# How far from its column words may stand, and how far right of it words before them may push them.
_SLACK = 3
_PUSHED = 6

Cells = tuple[tuple[Span, ...], ...]


def touching(
    text: str, head: Sequence[Piece], lefts: Sequence[int], below: Sequence[Sequence[Piece]]
) -> frozenset[int]:
    """The columns (0-based) of which it cannot be told for certain which words of the lines below are theirs.

    ``head`` are the pieces of the line that says where the columns begin. A column that begins within one of them was
    perhaps pushed aside there, so that words below are its own only where they stand apart and right under it.
    """
    begun = {piece.left for piece in head}
    is_pushed = [left not in begun for left in lefts]
    found: set[int] = set()
    for pieces in below:
        if any(is_pushed) and len(pieces) == 1:
            return frozenset(range(len(lefts)))
        for piece in pieces:
            first = max((at for at, left in enumerate(lefts) if left <= piece.left + _SLACK), default=0)
            if is_pushed[first] and piece.left > lefts[first] + _SLACK:
                found |= {first, first - 1}
            for at in range(first + 1, len(lefts)):
                if lefts[at] < piece.right and (is_pushed[at] or not _begins_once(text, piece, lefts[at])):
                    found |= {at - 1, at}
    return frozenset(found)


def _begins_once(text: str, piece: Piece, left: int) -> bool:
    """Whether one word of a piece, and no other, may be the first of a column that begins inside it."""
    shift = piece.start - piece.left
    lefts = [match.start() - shift for match in _WORD.finditer(text, piece.start, piece.end)]
    near = [one for one in lefts if piece.left < one and left - _SLACK <= one <= left + _PUSHED]
    return len(near) == 1 and near[0] <= left + _SLACK


def interleaved(text: str, lines: Sequence[Sequence[Piece]], said: Sequence[str]) -> Cells | None:
    """The words of lines by columns, if all of them are what the columns say, from the top down; else None.

    ``said`` is what each column has to say in all. Each line holds a stretch of every column, from left to right,
    perhaps of no words.
    """
    wanted = [skeleton(words) for words in said]
    if sum(map(len, wanted)) != sum(len(skeleton(text[one.start : one.end])) for line in lines for one in line):
        return None
    states: dict[tuple[int, ...], list[list[Span]]] = {(0,) * len(said): []}
    for pieces in lines:
        words = [Span(*match.span()) for piece in pieces for match in _WORD.finditer(text, piece.start, piece.end)]
        following: dict[tuple[int, ...], list[list[Span]]] = {}
        for reached, stretches in states.items():
            for ends, parts in _ways(text, words, wanted, reached):
                following.setdefault(ends, [*stretches, *parts])
        states = following
    whole = states.get(tuple(len(one) for one in wanted))
    if whole is None:
        return None
    columns = (whole[at :: len(said)] for at in range(len(said)))
    return tuple(tuple(Span(part[0].start, part[-1].end) for part in column if part) for column in columns)


def _ways(
    text: str, words: Sequence[Span], wanted: Sequence[str], reached: Sequence[int]
) -> list[tuple[tuple[int, ...], list[list[Span]]]]:
    """The ways to part the words of a line so that each column goes on with what it says, and how far each then is."""
    ways: list[tuple[int, tuple[int, ...], list[list[Span]]]] = [(0, (), [])]
    for column, start in zip(wanted, reached, strict=True):
        longer: list[tuple[int, tuple[int, ...], list[list[Span]]]] = []
        for used, ends, parts in ways:
            longer.append((used, (*ends, start), [*parts, []]))
            end = start
            for count, word in enumerate(words[used:], start=1):
                letters = skeleton(text[word.start : word.end])
                if not column.startswith(letters, end):
                    break
                end += len(letters)
                longer.append((used + count, (*ends, end), [*parts, list(words[used : used + count])]))
        ways = longer
    return [(ends, parts) for used, ends, parts in ways if used == len(words)]
