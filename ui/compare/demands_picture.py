"""A picture of the physical demands side by side: a line a demand, a mark a class on the scale of the codes.

Each class has a shape and a letter of its own, so the marks are told apart without colour. What has no certain place on
its scale (left blank, not legible, not stated) stands in a column of its own, and everything is said in words below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from assistant.searching.scales import TOP, place_word, scale_of
from ingest.form import CodeKind
from ui.compare.comparison import Cell, Column, Row, SideBySide, State, cell_words
from ui.html import escaped, shortened
from ui.words import Words

_PICTURED = ("overall_strength", "physical_demands")
_STEP = 21
_PAD = 5
# The outline of each class's mark around its middle; the last letters' shapes are larger, to leave room for the letter.
_OUTLINES = {
    "A": '<circle r="9"/>',
    "B": '<rect x="-8.5" y="-8.5" width="17" height="17"/>',
    "C": '<path d="M0-10.5 10.5 0 0 10.5-10.5 0z"/>',
    "D": '<path d="M0-12.5 12 9.5h-24z"/>',
    "E": '<path d="M-5.5-9.5h11l5 9.5-5 9.5h-11l-5-9.5z"/>',
}
_LETTER_AT = {"D": 6.5}


@dataclass(frozen=True)
class _Layout:
    """The measures of one drawing, in pixels; where ``label`` is 0, the labels stand above the lines."""

    name: str
    width: int
    label: int
    unplaced: int
    letters_of_label: int


_LAYOUTS = (_Layout("wide", 900, 232, 130, 34), _Layout("narrow", 320, 0, 86, 48))


def demands_picture(compared: SideBySide, words: Words) -> str:
    """The strength and the physical demands of a comparison as inline SVG with its words; empty where it has none."""
    rows = [
        row
        for section in compared.sections
        if section.key in _PICTURED
        for row in section.rows
        if any(_is_coded(cell) for cell in row.cells)
    ]
    by_scale = {scale: [row for row in rows if scale_of(row.field) is scale] for scale in CodeKind}
    drawn = [
        _Drawing(layout, scale, of_scale, compared.columns, words).svg()
        for scale, of_scale in by_scale.items()
        if of_scale
        for layout in _LAYOUTS
    ]
    if not drawn:
        return ""
    return (
        f'<figure class="demands"><figcaption><h3>{escaped(words.say("compare.picture.title"))}</h3>'
        f"{_key(compared.columns)}</figcaption>{''.join(drawn)}{_in_words(rows, compared.columns, words)}</figure>"
    )


def _is_coded(cell: Cell) -> bool:
    """Whether a cell has a place on a scale, or is where one would be: prose and what is not there are no code."""
    return cell.place is not None or cell.code is not None or cell.state in (State.BLANK, State.ILLEGIBLE)


def _key(columns: Sequence[Column]) -> str:
    """Which mark is whose."""
    items = "".join(
        f'<li><svg viewBox="-13 -13 26 26" width="26" height="26" aria-hidden="true">{_mark(column.letter)}</svg> '
        f"{escaped(column_name(column, columns))}</li>"
        for column in columns
    )
    return f'<ul class="demands-key">{items}</ul>'


def column_name(column: Column, columns: Sequence[Column]) -> str:
    """What a class is called beside the others: revisions of one class are told apart by their dates."""
    shared = sum(other.title == column.title for other in columns) > 1
    return f"{column.title} ({column.date})" if shared and column.date else column.title


def _in_words(rows: Sequence[Row], columns: Sequence[Column], words: Words) -> str:
    """The picture as a sentence a demand."""
    sentences = "".join(f"<li>{escaped(_sentence(row, columns, words))}</li>" for row in rows)
    summary = escaped(words.say("compare.picture.in_words"))
    return f'<details class="demands-words"><summary>{summary}</summary><ul>{sentences}</ul></details>'


def _sentence(row: Row, columns: Sequence[Column], words: Words) -> str:
    said = (
        f"{column_name(column, columns)} {cell_words(cell, words)}"
        for column, cell in zip(columns, row.cells, strict=True)
    )
    return f"{row.name}: {'; '.join(said)}."


def _mark(letter: str, x: float = 0, y: float = 0, *, is_placed: bool = True, says: str = "") -> str:
    title = f"<title>{escaped(says)}</title>" if says else ""
    name = f"mark mark-{letter.lower()}{'' if is_placed else ' unplaced'}"
    at = _LETTER_AT.get(letter, 4)
    return (
        f'<g class="{name}" transform="translate({x:g} {y:g})">{title}{_OUTLINES[letter]}'
        f'<text y="{at}" text-anchor="middle">{letter}</text></g>'
    )


class _Drawing:
    """One scale's lines, drawn in one layout from the top down."""

    def __init__(
        self, layout: _Layout, scale: CodeKind, rows: Sequence[Row], columns: Sequence[Column], words: Words
    ) -> None:
        self._layout, self._scale, self._rows, self._columns, self._words = layout, scale, rows, columns, words
        has_unplaced = any(cell.place is None for row in rows for cell in row.cells)
        self._left = layout.label + (layout.unplaced if has_unplaced else 0)
        self._level = (layout.width - self._left) / (TOP + 1)

    def svg(self) -> str:
        """The drawing; to a screen reader one picture, whose words stand below it."""
        y, parts = 40, []
        for row in self._rows:
            height, drawn = self._line(row, y)
            parts.append(drawn)
            y += height
        says = escaped(self._words.say(f"compare.picture.{self._scale}"))
        return (
            f'<svg class="{self._layout.name}" viewBox="0 0 {self._layout.width} {y + 1}" '
            f'style="max-width:{self._layout.width}px" role="img" aria-label="{says}">'
            f"{self._heads()}{self._grid(y)}{''.join(parts)}</svg>"
        )

    def _middle(self, place: int) -> float:
        return self._left + self._level * (place + 0.5)

    def _heads(self) -> str:
        """The words of the scale; where it is narrow every second one stands higher, for room."""
        heads = [(self._middle(place), place_word(self._scale, place), place % 2) for place in range(TOP + 1)]
        if self._left > self._layout.label:
            none = self._words.say("compare.picture.no_level")
            heads.append(((self._left + self._layout.label) / 2, none, 1))
        is_narrow = self._layout.label == 0
        parts = []
        for x, word, is_high in heads:
            # The last word ends where the drawing ends, if it has no room around its middle.
            is_last = is_narrow and word == place_word(self._scale, TOP)
            at = f'x="{self._layout.width}" text-anchor="end"' if is_last else f'x="{x:g}" text-anchor="middle"'
            y = 15 if is_narrow and is_high else 32
            parts.append(f'<text class="level" {at} y="{y}">{escaped(word)}</text>')
        return "".join(parts)

    def _grid(self, bottom: int) -> str:
        middles = (self._middle(place) for place in range(TOP + 1))
        lines = "".join(f"M{x:g} 38V{bottom}" for x in middles)
        return f'<path class="grid" d="{lines}"/>'

    def _line(self, row: Row, top: int) -> tuple[int, str]:
        """One demand, and how tall it is: its label, the span between its lowest and its highest mark, the marks."""
        cells = list(zip(self._columns, row.cells, strict=True))
        levels = [[one for one in cells if one[1].place == place] for place in range(TOP + 1)]
        unplaced = [one for one in cells if one[1].place is None]
        abreast = max(int(self._level // (_STEP + 1)), 1)
        stacked = max(len(unplaced), *(ceil(len(level) / abreast) for level in levels), 1)
        above = 0 if self._layout.label else 16
        height = above + stacked * _STEP + 2 * _PAD
        middle = top + above + _PAD + stacked * _STEP / 2
        parts = [self._label(row, top, middle), self._span(levels, middle)]
        for place, level in enumerate(levels):
            parts += self._group(row, level, self._middle(place), middle, abreast)
        for at, (column, cell) in enumerate(unplaced):
            parts.append(self._unplaced(row, column, cell, middle + _STEP * (at - (len(unplaced) - 1) / 2)))
        rule = f'<path class="rule" d="M0 {top}H{self._layout.width}"/>'
        return height, rule + "".join(parts)

    def _label(self, row: Row, top: int, middle: float) -> str:
        y = middle + 4 if self._layout.label else top + 16
        title = f"<title>{escaped(row.name)}</title>"
        return (
            f'<text class="demand" x="2" y="{y:g}">{title}{shortened(row.name, self._layout.letters_of_label)}</text>'
        )

    def _span(self, levels: Sequence[Sequence[tuple[Column, Cell]]], y: float) -> str:
        held = [place for place, level in enumerate(levels) if level]
        if len(held) < 2:
            return ""
        return f'<path class="span" d="M{self._middle(held[0]):g} {y:g}H{self._middle(held[-1]):g}"/>'

    def _group(self, row: Row, level: Sequence[tuple[Column, Cell]], x: float, y: float, abreast: int) -> list[str]:
        """The marks of one level around its middle, so many abreast, none upon another."""
        lines = [level[at : at + abreast] for at in range(0, len(level), abreast)]
        return [
            _mark(
                column.letter,
                x + (_STEP + 1) * (along - (len(line) - 1) / 2),
                y + _STEP * (down - (len(lines) - 1) / 2),
                says=self._says(row, column, cell),
            )
            for down, line in enumerate(lines)
            for along, (column, cell) in enumerate(line)
        ]

    def _unplaced(self, row: Row, column: Column, cell: Cell, y: float) -> str:
        x = self._layout.label + 12
        mark = _mark(column.letter, x, y, is_placed=False, says=self._says(row, column, cell))
        return f'{mark}<text class="why" x="{x + 15}" y="{y + 4:g}">{shortened(self._why(cell), 13)}</text>'

    def _says(self, row: Row, column: Column, cell: Cell) -> str:
        return _sentence(Row(row.field, row.name, (cell,), None), (column,), self._words)

    def _why(self, cell: Cell) -> str:
        """Why a cell has no place, in a word; of a word that no scale has, that word."""
        match cell.state:
            case State.BLANK:
                return self._words.say("compare.picture.blank")
            case State.ILLEGIBLE:
                return self._words.say("compare.picture.illegible")
            case State.OWN_WORDS:
                return self._words.say("compare.picture.own_words")
            case State.NOT_STATED:
                return self._words.say("compare.picture.not_stated")
        return " ".join(said.words for said in cell.said)
