"""The lines of a block that hold a table in columns, each as its pieces, and what is known before columns are found."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import MARKUP, allowed_errors, skeleton
from ingest.form import FACTOR_COLUMNS, NOT_APPLICABLE, SECTION_BY_KEY, FieldForm
from ingest.layout.bars import barred_pieces, is_rule, says_nothing
from ingest.layout.legend_columns import LegendLines, legend_in_columns
from ingest.layout.pieces import Piece, pieces_of
from ingest.layout.rows import CellLine, Row
from ingest.norfolk.codes import codes_and_words
from ingest.norfolk.labels import Labels
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line, Span, has_gap

CODE_LETTERS = 2
# What stands in a column of codes and is no code may be as long as two with a stroke between them.
MOST_CODE_LETTERS = 5
_TWO_CODES = re.compile(r"[^\W\d_]{1,2}/[^\W\d_]{1,2}")
_AROUND_CODES = "()[]_"
_UNREADABLE = "?#*"
_WORD = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"[-–—*•·▪◦●○‣⁃►➢](?:[ \xa0]+|$)")


@dataclass(frozen=True)
class Table:
    """The lines of a block that hold a table, and the pieces of each by where it begins; rules are none of them."""

    text: str
    block: Block
    of_line: Mapping[int, tuple[Piece, ...]]
    barred: frozenset[int]

    @classmethod
    def of(cls, text: str, block: Block) -> "Table":
        """What stands on the lines of a block."""
        labels = Labels(_fields(block.key))

        def begins_row(said: str) -> bool:
            return len(said) <= MOST_CODE_LETTERS or labels.begins_label(said)

        barred = barred_pieces(text, block.lines, begins_row)
        pieces = {
            line.start: barred[line.start] if line.start in barred else _without_bullet(text, line, labels)
            for line in block.lines
            if not is_rule(text, line)
        }
        lines = tuple(line for line in block.lines if pieces.get(line.start))
        return cls(text, replace(block, lines=lines), pieces, frozenset(barred))

    @cached_property
    def labels(self) -> Labels:
        """The labels of the section's rows."""
        return Labels(SECTION_BY_KEY[self.block.key].fields)

    @cached_property
    def after_gaps(self) -> frozenset[int]:
        """Where the lines begin that have an empty line or a rule above them."""
        pairs = pairwise(self.block.lines)
        return frozenset(below.start for above, below in pairs if has_gap(self.text, above.end, below.start))

    @cached_property
    def after_breaks(self) -> frozenset[int]:
        """Where the lines begin above which other lines stand that are not the block's, as at the end of a page."""
        pairs = pairwise(self.block.lines)
        return frozenset(below.start for above, below in pairs if not says_nothing(self.text[above.end : below.start]))

    @cached_property
    def _heads(self) -> dict[str, bool]:
        """The words of the table's column heads and headings, and whether the form prints them in capitals."""
        section = SECTION_BY_KEY[self.block.key]
        printed = (word for head in (*section.column_heads, *section.headings) for word in _WORD.findall(head))
        return {skeleton(word): word.isupper() for word in printed}

    @cached_property
    def _codes(self) -> frozenset[str]:
        """The skeletons of the codes, and of the words for them, of the form and of the block's own legend."""
        kind = SECTION_BY_KEY[self.block.key].codes
        return codes_and_words(self.text, self.block.lines, kind) if kind else frozenset()

    def is_head(self, line: Line) -> bool:
        """Whether a line holds nothing but words of the column heads, in capitals perhaps broken or misread."""
        said = _WORD.findall(self._plain(line))
        return bool(said) and any(len(word) > 1 for word in said) and all(map(self._is_of_heads, said))

    def _plain(self, line: Line) -> str:
        """The words of a line without markup and without the white space at its ends."""
        return MARKUP.sub("", self.text[line.start : line.end]).strip()

    def _is_of_heads(self, word: str) -> bool:
        bare = skeleton(word)
        if bare in self._heads:
            return self._heads[bare] <= word.isupper()
        once = bare[::2] if bare[::2] == bare[1::2] else bare
        return word.isupper() and (once in self._heads or any(_is_part(once, head) for head in self._heads))

    def pieces(self, line: Line) -> tuple[Piece, ...]:
        """The pieces of a line; there is at least one."""
        return self.of_line[line.start]

    def shown(self, line: Line) -> Row | Line:
        """A line that is no row of the table: its cells without the bars between them, or the line as it stands."""
        return (
            Row(tuple((Span(one.start, one.end),) for one in self.pieces(line))) if line.start in self.barred else line
        )

    def said(self, piece: Piece) -> str:
        """The words of a piece."""
        return self.text[piece.start : piece.end]

    def is_short(self, piece: Piece) -> bool:
        """Whether a piece is as short as a code, its markup and brackets around it aside."""
        return len(_bare(self.said(piece))) <= CODE_LETTERS

    def is_code(self, piece: Piece) -> bool:
        """Whether a piece is a code, or the word for one, that the form or the block's own legend has."""
        return skeleton(_bare(self.said(piece))) in self._codes

    def is_code_or_sign(self, piece: Piece) -> bool:
        """Whether a piece is a code, two with a stroke between them, or a sign for one that nobody could read."""
        bare = _bare(self.said(piece))
        return self.is_code(piece) or _are_two_codes(bare) or (bool(bare) and bare in _UNREADABLE)

    def is_code_like(self, piece: Piece) -> bool:
        """Whether a piece is a code, or as short as one, or two codes with a stroke between them."""
        return self.is_short(piece) or _are_two_codes(_bare(self.said(piece))) or self.is_code(piece)

    def legend(self, ends_it: Callable[[Line], bool], *, in_one_row: bool = False) -> LegendLines | None:
        """The table's legend, which neither a row nor a column head belongs to."""
        return legend_in_columns(
            self.text,
            self.block.lines,
            self.pieces,
            kind=SECTION_BY_KEY[self.block.key].codes,
            ends_it=lambda line: ends_it(line) or self.is_head(line) or line.start in self.after_breaks,
            in_one_row=in_one_row,
            is_barred=lambda line: line.start in self.barred,
        )

    def without_heads(self, legend: LegendLines | None) -> list[tuple[int, Line]]:
        """The numbered lines that are neither the legend's nor column heads: the first ones, or again after a page."""
        taken = range(legend.start, legend.end) if legend else range(0)
        kept: list[tuple[int, Line]] = []
        among_heads = True
        for at, line in enumerate(self.block.lines):
            if at in taken:
                continue
            among_heads = among_heads or line.start in self.after_breaks
            in_capitals = self._plain(line).isupper() and len(self._plain(line)) > 2
            if (among_heads or in_capitals) and self.is_head(line):
                continue
            among_heads = among_heads and len(self.pieces(line)) == 1
            kept.append((at, line))
        return kept

    def runs_on(self, line: Line) -> bool:
        """Whether a line is one piece that begins with a label and goes on behind it."""
        pieces = self.pieces(line)
        said = self.said(pieces[0])
        return len(pieces) == 1 and _begins_with_label(said, self.labels) and self.labels.exact_key(said) is None

    def line_of(self, line: Line, cells: tuple[tuple[Span, ...], ...]) -> CellLine:
        """A line of the table by its cells."""
        return CellLine(line, cells, line.start in self.after_gaps, line.start in self.after_breaks)


def _is_part(piece: str, head: str) -> bool:
    """Whether letters are an end of a head's word, or the word with a letter misread."""
    return head.startswith(piece) or head.endswith(piece) or _is_misread(piece, head)


def _is_misread(word: str, head: str) -> bool:
    most = allowed_errors(len(word))
    return most > 0 and DamerauLevenshtein.distance(word, head, score_cutoff=most) <= most


def _fields(key: str) -> tuple[FieldForm, ...]:
    """The rows of a section's table, those of both columns where it has two."""
    keys = FACTOR_COLUMNS if key in FACTOR_COLUMNS else (key,)
    return tuple(field for one in keys if one in SECTION_BY_KEY for field in SECTION_BY_KEY[one].fields)


def _bare(said: str) -> str:
    return MARKUP.sub("", said).strip(_AROUND_CODES)


def _are_two_codes(bare: str) -> bool:
    return _TWO_CODES.fullmatch(bare) is not None and bare.casefold() != NOT_APPLICABLE


def _without_bullet(text: str, line: Line, labels: Labels) -> tuple[Piece, ...]:
    """The pieces of a line, without a bullet before a label."""
    pieces = pieces_of(text, line)
    bullet = _BULLET.match(text, pieces[0].start, pieces[0].end) if pieces else None
    if bullet is None:
        return pieces
    length = bullet.end() - bullet.start()
    first = replace(pieces[0], start=bullet.end(), left=pieces[0].left + length)
    rest = (first, *pieces[1:]) if first.start < first.end else pieces[1:]
    return rest if rest and _begins_with_label(text[rest[0].start : rest[0].end], labels) else pieces


def _begins_with_label(said: str, labels: Labels) -> bool:
    words = said.split()
    return any(labels.is_label(" ".join(words[:count])) for count in range(1, min(len(words), 8) + 1))
