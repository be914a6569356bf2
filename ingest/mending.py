"""Undoing damage that has nothing to do with what a document says, in a view that knows every place in its source.

Four kinds: letters printed twice to look bold, UTF-8 that was read as Windows-1252, characters that nobody sees, marks
that stand apart from words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.model import Repair
from ingest.view import View, ViewBuilder

_LINE = re.compile(r"[^\r\n\f\v]+")
_WORD = re.compile(r"[^ \t\xa0]+")
# Nothing is doubled in a text without three doubled letters in a row; no English word has more than two.
_MAY_BE_DOUBLED = re.compile(r"(\w)\1(\w)\2(\w)\3")
_ALL_TWICE = re.compile(r"(?:(.)\1)+")
_PIECE = re.compile(r"[^\W_]+|[\W_]+")
_WIDE = re.compile(r"\t|[ \xa0]{3}")
_FEWEST_LETTERS = 4
_FEWEST_KINDS = 3
_SHORTEST_WORD = 3
# A number of six digits behind doubled words is a class code as it stands, and not one of three digits doubled.
_CODE_DIGITS = 6

# What the bytes of UTF-8 look like in Windows-1252 or Latin-1: one that leads, and one to three that go on.
_GOES_ON = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# The no-break space lost its second half where it became a space or, at the end of a line, was cut off.
_NO_BREAK_SPACE = r"Â(?: |(?=[\r\n]|\Z))"
_MOJIBAKE = re.compile(
    rf"(?:[Â-ß]{_GOES_ON}|[à-ï]{_GOES_ON}{{2}}|[ð-ô]{_GOES_ON}{{3}}|{_NO_BREAK_SPACE})+|[\x80-\x9f]+"
)
_MAY_BE_MOJIBAKE = re.compile("[Â-ô\x80-\x9f]")
# A word, as far as it is judged at once; a space after the letter that leads a no-break space belongs to it.
_JUDGED = re.compile(r"(?:[^ \t\r\n\f\v]|(?<=Â) ){1,200}")

# Characters of no width: spaces, joiners, marks of direction that change nothing, a byte order mark within a text. One
# is shown with the letter beside it, so that the place of the letter holds it. A longer word is known without its help.
_NO_WIDTH = "\u180e\u200b-\u200f\u2060\ufeff"
_MAY_BE_UNSEEN = re.compile(f"[{_NO_WIDTH}]")
_UNSEEN = re.compile(
    rf"(?P<seen>[^\s{_NO_WIDTH}])[{_NO_WIDTH}]+|[{_NO_WIDTH}]+(?P<next>[^\s{_NO_WIDTH}]?)[{_NO_WIDTH}]*"
)

_TOKEN = re.compile(r"\S+")
_CODE_LETTERS = 2
_CODE_CHARACTERS = 4

_MARK = re.compile(r"(?<!\S)(?:<<+|>>+|[«»])(?![^\s:])")
_MARKS = ("<<", ">>", "«", "»")
_CELL_EDGE = re.compile(r"\t|[ \xa0]{2,}")
_HEADING_WORDS = 10
_MOST_CELL_LETTERS = 200
_SMALL_LETTERS = 3


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A damaged stretch of the source, and the pieces by which the view shows it: (words, start, end).

    ``space`` is how many spaces keep what follows in its column.
    """

    rule: str
    start: int
    end: int
    pieces: tuple[tuple[str, int, int], ...]
    space: int = 0

    @property
    def after(self) -> str:
        return "".join(words for words, _, _ in self.pieces).strip(" ")


def mended(text: str) -> tuple[View, tuple[Repair, ...]]:
    """A view of the text with its damage undone, and what was undone, in the order of its places in the text.

    Rules: ``doubled_letters``, ``mojibake``, ``unseen_character``, ``stray_mark``. A text without damage is shown as it
    stands. Where words become shorter before a wide gap, white space keeps what stands behind the gap in its column.
    """
    found: list[_Stretch] = []
    for mend in (_doubled, _mojibake, _unseen, _stray_marks):
        found += _apart_from(found, mend(text))
        found.sort(key=lambda stretch: stretch.start)
    if not found:
        return View.of(text), ()
    builder = ViewBuilder(text)
    position = 0
    for stretch in found:
        builder.show(position, stretch.start)
        for words, start, end in stretch.pieces:
            builder.show_as(words, start, end)
        builder.put_in(" " * stretch.space)
        position = stretch.end
    builder.show(position, len(text))
    repairs = (
        Repair(stretch.rule, text[stretch.start : stretch.end], stretch.after, stretch.start, stretch.end)
        for stretch in found
    )
    return builder.view(), tuple(repairs)


def _apart_from(found: Sequence[_Stretch], others: Iterable[_Stretch]) -> list[_Stretch]:
    """The other stretches that share no character with those found, which are in order."""
    starts = [stretch.start for stretch in found]
    apart = []
    for other in others:
        before = bisect_left(starts, other.end) - 1
        if before < 0 or found[before].end <= other.start:
            apart.append(other)
    return apart


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of which every letter stands twice, and the word with every letter once."""

    start: int
    end: int
    single: str


def _doubled(text: str) -> Iterator[_Stretch]:
    """The runs of words on a line of which every letter stands twice."""
    if not _MAY_BE_DOUBLED.search(text):
        return
    for line in _LINE.finditer(text):
        if _MAY_BE_DOUBLED.search(line[0]):
            for run in _runs(text, line.start(), line.end()):
                kept = _without_edges(text, run)
                if _is_doubled(kept):
                    yield _doubled_stretch(text, kept)


def _runs(text: str, start: int, end: int) -> Iterator[list[_Word]]:
    """The runs of doubled words in a line, each within one cell."""
    run: list[_Word] = []
    for word in _WORD.finditer(text, start, end):
        single = _single(word[0])
        if run and (single is None or _WIDE.search(text, run[-1].end, word.start())):
            yield run
            run = []
        if single is not None:
            run.append(_Word(word.start(), word.end(), single))
    if run:
        yield run


def _single(word: str) -> str | None:
    """The word with every letter once, if every letter of it stands twice; a sign may stand once."""
    if _ALL_TWICE.fullmatch(word):
        return word[::2]
    kept, at = [], 0
    while at < len(word):
        character = word[at]
        is_twice = word[at + 1 : at + 2] == character
        if not is_twice and character.isalnum():
            return None
        kept.append(character)
        at += 2 if is_twice else 1
    return "".join(kept)


def _without_edges(text: str, run: list[_Word]) -> list[_Word]:
    """The run without signs at its edges, and without a class code behind it that may stand there undamaged."""
    first, last = 0, len(run)
    while first < last and not any(map(str.isalnum, run[first].single)):
        first += 1
    while first < last and (
        not any(map(str.isalnum, run[last - 1].single)) or _is_code(text[run[last - 1].start : run[last - 1].end])
    ):
        last -= 1
    return run[first:last]


def _is_code(word: str) -> bool:
    return word.isdecimal() and len(word) == _CODE_DIGITS


def _is_doubled(run: Sequence[_Word]) -> bool:
    """Whether a run is long and varied enough that its letters do not stand twice by chance."""
    letters = [[character.casefold() for character in word.single if character.isalpha()] for word in run]
    kinds = {letter for word in letters for letter in word}
    longest = max(map(len, letters), default=0)
    return sum(map(len, letters)) >= _FEWEST_LETTERS and len(kinds) >= _FEWEST_KINDS and longest >= _SHORTEST_WORD


def _doubled_stretch(text: str, run: Sequence[_Word]) -> _Stretch:
    """The run with every letter once, word by word; spaces between words that all stand twice are once, too."""
    gaps = [(left.end, right.start) for left, right in pairwise(run)]
    is_spaced_twice = all(text[start:end] == "  " for start, end in gaps)
    pieces: list[tuple[str, int, int]] = []
    for number, word in enumerate(run):
        if number:
            start, end = gaps[number - 1]
            pieces.append((" " if is_spaced_twice else text[start:end], start, end))
        pieces += _word_pieces(text, word)
    start, end = run[0].start, run[-1].end
    shorter = end - start - sum(len(words) for words, _, _ in pieces)
    return _Stretch("doubled_letters", start, end, tuple(pieces), shorter if text[end : end + 2] == "  " else 0)


def _word_pieces(text: str, word: _Word) -> Iterator[tuple[str, int, int]]:
    """The word's stretches of letters and of signs, so that a place can end between a label and its colon."""
    for piece in _PIECE.finditer(text, word.start, word.end):
        yield (_single(piece[0]) or piece[0], *piece.span())


def _mojibake(text: str) -> Iterator[_Stretch]:
    """The stretches that are UTF-8 read in another encoding, where the word around them says so too."""
    if not _MAY_BE_MOJIBAKE.search(text):
        return
    for word in _JUDGED.finditer(text):
        found = list(_MOJIBAKE.finditer(word[0])) if _MAY_BE_MOJIBAKE.search(word[0]) else []
        if not found:
            continue
        meant = [_decoded(stretch[0]) for stretch in found]
        ends = (*(stretch.start() for stretch in found[1:]), len(word[0]))
        rest = (word[0][stretch.end() : end] for stretch, end in zip(found, ends, strict=True))
        whole = word[0][: found[0].start()] + "".join(map("".join, zip(meant, rest, strict=True)))
        if whole != _decoded(word[0]):
            continue
        for stretch, words in zip(found, meant, strict=True):
            if words != stretch[0]:
                start, end = (word.start() + at for at in stretch.span())
                yield _Stretch("mojibake", start, end, ((_MAY_BE_UNSEEN.sub("", words), start, end),))


def _decoded(words: str) -> str:
    from ftfy import fix_encoding  # only for a text that may need it: loading it takes 40 ms

    return fix_encoding(f"{words} " if words.endswith("Â") else words)


def _unseen(text: str) -> Iterator[_Stretch]:
    """The characters of no width in what is as short as a code, but for the mark at the start of a text."""
    if not _MAY_BE_UNSEEN.search(text):
        return
    for token in _TOKEN.finditer(text, text.startswith("\ufeff")):
        seen = _MAY_BE_UNSEEN.sub("", token[0])
        if len(seen) < len(token[0]) and len(seen) <= _CODE_CHARACTERS and sum(map(str.isalnum, seen)) <= _CODE_LETTERS:
            for found in _UNSEEN.finditer(text, *token.span()):
                shown = found["seen"] or found["next"] or ""
                yield _Stretch("unseen_character", found.start(), found.end(), ((shown, *found.span()),))


def _stray_marks(text: str) -> Iterator[_Stretch]:
    """The marks at an edge of a cell whose other words are those of a heading or a title."""
    if not _may_be_marked(text):
        return
    for line in _LINE.finditer(text):
        if not _may_be_marked(line[0]) or "»" in line[0].partition("«")[2]:
            continue
        # A cell with nothing but a mark is one that nobody can read, unless the line is a heading.
        is_heading = line[0].isupper() or not any(map(str.isalnum, line[0]))
        for start, end in _cells(text, line.start(), line.end()):
            cell = text[start : min(end, start + _MOST_CELL_LETTERS)]
            without = _MARK.sub("", cell).strip(" \xa0:")
            if _is_heading_like(without) if without else is_heading:
                yield from _marks_at_edges(cell, start)


def _may_be_marked(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line between tabs and wide gaps."""
    for gap in _CELL_EDGE.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _is_heading_like(words: str) -> bool:
    """Whether words are few, and none but the small ones begins with a small letter."""
    said = words.split()
    return len(said) <= _HEADING_WORDS and not any(len(word) > _SMALL_LETTERS and word[0].islower() for word in said)


def _marks_at_edges(cell: str, at: int) -> Iterator[_Stretch]:
    """The marks with nothing but white space or a colon between them and an edge of a cell that begins at a place."""
    for mark in _MARK.finditer(cell):
        if not cell[: mark.start()].strip() or not cell[mark.end() :].strip(" \xa0:"):
            start, end = at + mark.start(), at + mark.end()
            yield _Stretch("stray_mark", start, end, ((" " * (end - start), start, end),))
