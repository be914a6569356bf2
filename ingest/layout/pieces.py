"""Lines as pieces that stand apart from each other, each with where it stands across the line."""

import re
from dataclasses import dataclass

from ingest.source_text import Line

# Two spaces, a tab, or a row of dots that leads the eye from one to the other part pieces.
_PIECE = re.compile(r"[^\s\ufeff]+(?:[ \xa0][^\s]+)*")
_LEADERS = re.compile(r"(?:\.[ \xa0]){4,}\.?(?!\S)|\.{5,}(?!\S)|(?<!\S)\.{4,}(?!\S)|(?:…[ \xa0]?){3,}")
_LINE_ENDS = "\n\r\f\v"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with at most one space between two of them; ``left`` and ``right`` count letters from the line's start."""

    start: int
    end: int
    left: int
    right: int

    @property
    def width(self) -> int:
        """How many letters it has."""
        return self.right - self.left


def line_start(text: str, line: Line) -> int:
    """Where the printed line begins that a line is, or is the rest of."""
    at = line.start
    while at > 0 and text[at - 1] not in _LINE_ENDS:
        at -= 1
    return at


def pieces_of(text: str, line: Line) -> tuple[Piece, ...]:
    """The pieces of a line, from left to right: two spaces, a tab or dotted leaders part them."""
    begins = line_start(text, line)
    found: list[Piece] = []
    for start, end in between_leaders(text, line):
        for match in _PIECE.finditer(text, start, end):
            found.append(Piece(match.start(), match.end(), match.start() - begins, match.end() - begins))
    return tuple(found)


def between_leaders(text: str, line: Line) -> list[tuple[int, int]]:
    """The stretches of a line between rows of dots that lead the eye from one cell to another."""
    leaders = [match.span() for match in _LEADERS.finditer(text, line.start, line.end)]
    starts = [line.start, *(end for _, end in leaders)]
    return list(zip(starts, [*(start for start, _ in leaders), line.end], strict=True))


def parted(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """A piece as two: before and from a place in the text, where a single space parts them."""
    shift = piece.start - piece.left
    return Piece(piece.start, at - 1, piece.left, at - 1 - shift), Piece(at, piece.end, at - shift, piece.right)
