"""The words of a table whose cells run on one after another: labels and codes alone say where a cell ends."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from ingest.folding import MARKUP, skeleton
from ingest.form import SECTION_BY_KEY
from ingest.layout.bars import says_nothing
from ingest.layout.pieces import between_leaders
from ingest.layout.rows import Row
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line, Span, has_gap

# A box is one word, whatever space is in it.
_WORD = re.compile(r"\[[ \xa0]*[^\s\[\]]?[ \xa0]*\]|\([ \xa0]*[xX✓✔]?[ \xa0]*\)|[^\s\ufeff]+")
_WIDE = re.compile(r"\t|[ \xa0]{2}")
_SENTENCE_ENDS = (".", ";", "!", "?", ".)", '."')
_MARKER = re.compile(r"[^\W_]{1,2}=?")
_NOTE_NUMBER = re.compile(r"\(\d\)")
_BULLETS = frozenset("-–—*•·▪◦●○‣⁃►➢")
_SEPARATORS = frozenset({":", "-", "–", "—", "|"})
_AT_ENDS = ",;|:"
# A run of capital words is column heads only where one of them is longer than the small words among them.
_HEAD_LETTERS = 4


@dataclass(frozen=True)
class Word:
    """One word, the 0-based line of the block that it stands on, and where on it: at an edge, or behind a wide gap.

    Of a line's first word ``follows_gap`` says that an empty line stands above, ``follows_break`` the end of a page.
    """

    text: str
    span: Span
    line: int
    begins_line: bool
    ends_line: bool
    begins_cell: bool
    follows_gap: bool
    follows_break: bool

    @cached_property
    def plain(self) -> str:
        """The word without markup."""
        return MARKUP.sub("", self.text) if "<" in self.text else self.text

    @cached_property
    def bare(self) -> str:
        """Its skeleton."""
        return skeleton(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence may end with it."""
        return self.plain.endswith(_SENTENCE_ENDS)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.plain[:1].isupper()

    @property
    def begins_words(self) -> bool:
        """Whether it may begin a cell: with a capital letter, a digit, a bracket or a quotation mark."""
        first = self.plain[:1]
        return first.isupper() or first.isdigit() or (bool(first) and first in "(\"'“‘$")


@dataclass(frozen=True)
class Stream:
    """The words of a block's lines, one after another, without its column heads, bullets and dotted leaders."""

    text: str
    block: Block
    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str, block: Block) -> "Stream":
        """The words of a block."""
        found: list[Word] = []
        above: Line | None = None
        for number, line in enumerate(block.lines):
            between = text[above.end : line.start] if above else ""
            is_break = "\f" in between or not says_nothing(between)
            is_gap = above is not None and has_gap(text, above.end, line.start)
            found += _words_of(text, line, number, follows_gap=is_gap, follows_break=is_break)
            above = line
        return cls(text, block, tuple(_without_heads(found, block.key)))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes that the block's own legend has."""
        return frozenset(word.plain.rstrip("=").upper() for at, word in enumerate(self.words) if self.is_marker(at))

    def is_marker(self, at: int) -> bool:
        """Whether a word is a code with the sign that its meaning follows."""
        word = self.words[at].plain
        following = self.words[at + 1].plain if at + 1 < len(self.words) else ""
        return _MARKER.fullmatch(word) is not None and (word.endswith("=") or following.startswith("="))

    def behind_separators(self, at: int, end: int) -> int:
        """The number of the first word from one on that is more than a colon or a dash between two cells."""
        while at < end and self.words[at].plain in _SEPARATORS:
            at += 1
        return at

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether the words from one number to before another have their lines to themselves."""
        return self.words[start].begins_line and self.words[end - 1].ends_line

    def said(self, start: int, end: int) -> str:
        """The words from one number to before another, a space between each two."""
        return " ".join(word.text for word in self.words[start:end])

    def cell(self, start: int, end: int) -> tuple[Span, ...]:
        """The words from one number to before another as the pieces of a cell, one a line."""
        lines = groupby(self.words[start:end], key=lambda word: word.line)
        pieces = [list(words) for _, words in lines]
        return tuple(
            Span(part[0].span.start, part[-1].span.end) for words in pieces for part in _contiguous(self.text, words)
        )

    def box(self, start: int, end: int) -> tuple[Span, ...]:
        """The words as a cell, without what parts boxes that stand in one line: commas, bars."""
        kept = [word for word in self.words[start:end] if word.plain.strip(_AT_ENDS)]
        trimmed = (len(word.text.rstrip(_AT_ENDS)) for word in kept)
        return tuple(Span(word.span.start, word.span.start + size) for word, size in zip(kept, trimmed, strict=True))

    def prose(self, start: int, end: int) -> list[Row]:
        """The words from one number to before another as a row of one cell a line."""
        rows: list[Row] = []
        lines = groupby(range(start, end), key=lambda at: self.words[at].line)
        for _, numbers in lines:
            places = list(numbers)
            if rows and self.words[places[0]].follows_gap:
                rows.append(Row(()))
            rows.append(Row((self.cell(places[0], places[-1] + 1),)))
        return rows

    def without_notes(self) -> tuple["Stream", list[Row]]:
        """The words before the notes, which begin with a bracketed number, and the notes."""
        for at, word in enumerate(self.words):
            if _NOTE_NUMBER.fullmatch(word.text):
                before = Stream(self.text, self.block, self.words[:at])
                return before, [Row(()), *self.prose(at, len(self.words))]
        return self, []


def _words_of(text: str, line: Line, number: int, *, follows_gap: bool, follows_break: bool) -> Iterator[Word]:
    """The words of a line without a bullet at its start and without dotted leaders."""
    matches = [match for start, end in between_leaders(text, line) for match in _WORD.finditer(text, start, end)]
    if len(matches) > 1 and matches[0][0] in _BULLETS:
        matches = matches[1:]
    end = line.start
    for at, match in enumerate(matches):
        between = text[end : match.start()]
        first, last = at == 0, at == len(matches) - 1
        is_apart = first or bool(between.strip()) or _WIDE.search(between) is not None
        end = match.end()
        span = Span(*match.span())
        yield Word(match[0], span, number, first, last, is_apart, follows_gap and first, follows_break and first)


def _contiguous(text: str, words: Sequence[Word]) -> Iterable[list[Word]]:
    """Runs of words of one line with nothing left out between them."""
    run = [words[0]]
    for word, following in pairwise(words):
        if text[word.span.end : following.span.start].strip():
            yield run
            run = []
        run.append(following)
    yield run


def _without_heads(words: Sequence[Word], key: str) -> list[Word]:
    """The words without each run of them that is the column heads of the section's table or repeats its heading."""
    section = SECTION_BY_KEY[key]
    printed = (*section.column_heads, *section.headings)
    heads = frozenset(skeleton(head) for head in printed)
    capitals = frozenset(skeleton(word) for head in section.column_heads for word in head.split() if word.isupper())
    kept: list[Word] = []
    at = 0
    while at < len(words):
        end = _end_of_heads(words, at, heads) or _end_of_capitals(words, at, capitals)
        if end is None:
            kept.append(words[at])
        at = end or at + 1
    return kept


def _end_of_heads(words: Sequence[Word], start: int, heads: frozenset[str]) -> int | None:
    """Where the longest run of words ends that is one of the heads; None if no head begins here."""
    found, said = None, ""
    for at in range(start, len(words)):
        said += words[at].bare
        if not any(head.startswith(said) for head in heads):
            break
        if said in heads and (words[at].plain.isupper() or words[start].begins_line):
            found = at + 1
    return found


def _end_of_capitals(words: Sequence[Word], start: int, capitals: frozenset[str]) -> int | None:
    """Where the run of words ends that all are words of the heads in capitals, as columns are told one by one."""
    end = start
    while end < len(words) and words[end].bare in capitals and words[end].plain.isupper():
        end += 1
    has_long = any(len(word.bare) >= _HEAD_LETTERS for word in words[start:end])
    return end if has_long else None
