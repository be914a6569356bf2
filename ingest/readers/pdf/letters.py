"""From the letters of a PDF page to its words."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.readers.page.lines import lines_of, typical_height
from ingest.readers.page.words import Word

UNKNOWN = "\ufffd"
_SOFT_HYPHEN = "\u00ad"
_FORMATTING = "Cf"
# What a font that does not say what its letters are gives for them: something is drawn, and nobody knows what.
_WITHOUT_MEANING = {"Cc", "Cs", "Co"}
_LIGATURES = range(0xFB00, 0xFB07)
# Two of the same letter are one drawn twice, to look bold, where they lie this near in ems; no two "l" do.
_DRAWN_TWICE = 0.12
# In ems: the least white between two words where the line has spaces of its own, and where it has none.
_LEAST_SPACE = 0.3
_LEAST_SPACE_ALONE = 0.18
_LEAST_BEFORE_CAPITAL = 0.06
_GAPS_AROUND = 4
# The letters that fonts of symbols draw as marks, by the code of the letter (their makers' own tables).
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9F: "•",
    0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥"}
_DINGBATS = {0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6E: "■", 0x6F: "☐",
             0x71: "☐", 0x75: "◆"}  # fmt: skip
_SYMBOL_FONTS = (("wingdings", _WINGDINGS), ("zapfdingbats", _DINGBATS), ("symbol", _SYMBOL))
_PRIVATE_SYMBOLS = range(0xF000, 0xF100)


@dataclass(frozen=True, slots=True)
class Letter:
    """One drawn letter: its box on the page as shown, y downward, and how it is turned.

    ``turn`` is the number of quarter turns clockwise that make it upright, None where it stands aslant.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    turn: int | None
    font: str
    is_bold: bool


def turn_of(letters: Iterable[Letter]) -> int:
    """The quarter turns clockwise that make most letters of a page upright."""
    turns = Counter(letter.turn for letter in letters if letter.turn is not None and letter.text.strip())
    return max(sorted(turns), key=lambda turn: turns[turn], default=0)


def words_of(letters: Iterable[Letter]) -> tuple[Word, ...]:
    """The words that the upright letters spell; each is as sure as its letters are known."""
    drawn = _drawn_once([cleaned for letter in letters if (cleaned := _cleaned(letter)) is not None])
    as_words = [Word(letter.text, letter.left, letter.top, letter.right, letter.bottom) for letter in drawn]
    bold = {id(word): letter.is_bold for word, letter in zip(as_words, drawn, strict=True)}
    em = typical_height(as_words)
    return tuple(
        _word(spelled, [bold[id(letter)] for letter in spelled])
        for line in lines_of(as_words, em)
        for spelled in _spelled(line)
    )


def _word(letters: Sequence[Word], bold: Sequence[bool]) -> Word:
    text = "".join(letter.text for letter in letters)
    text = text[:-1].replace(_SOFT_HYPHEN, "") + text[-1]
    return Word(
        text,
        min(letter.left for letter in letters),
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters),
        sum(bold) * 2 > len(bold),
        UNKNOWN not in text,
    )


def _cleaned(letter: Letter) -> Letter | None:
    """The letter as it is printed: ligatures as letters, symbols by their font, U+FFFD where its meaning is unknown."""
    text = _symbol(letter) or letter.text
    if len(text) == 1 and text.isascii() and text.isprintable():
        return letter if text == letter.text else replace(letter, text=text)
    if text.startswith("(cid:"):
        return replace(letter, text=UNKNOWN)
    printed = ""
    for character in text:
        category = unicodedata.category(character)
        if ord(character) in _LIGATURES:
            printed += unicodedata.normalize("NFKC", character)
        elif character.isspace():
            printed += " "
        elif category in _WITHOUT_MEANING:
            printed += UNKNOWN
        elif category != _FORMATTING or character == _SOFT_HYPHEN:
            printed += character
    return replace(letter, text=printed.strip(" ") or " ") if printed else None


def _symbol(letter: Letter) -> str | None:
    """The mark that a letter of a font of symbols is; such letters have codes of their own or of a private area."""
    if len(letter.text) != 1 or letter.text.isspace():
        return None
    code = ord(letter.text)
    is_private = code in _PRIVATE_SYMBOLS
    bare = letter.font.casefold().replace(" ", "")
    table = next((table for name, table in _SYMBOL_FONTS if name in bare), _WINGDINGS if is_private else None)
    if is_private and table is not None:
        marks = table if code - 0xF000 in table else _SYMBOL
        return marks.get(code - 0xF000)
    return table.get(code) if table is not None and code < 0x100 else None


def _drawn_once(letters: Sequence[Letter]) -> list[Letter]:
    """The letters without those drawn a second time almost on top of themselves."""
    kept: list[Letter] = []
    by_place: dict[tuple[str, int, int], list[Letter]] = defaultdict(list)
    for letter in letters:
        size = max(letter.bottom - letter.top, 1e-6)
        near = _DRAWN_TWICE * size
        columns = {int((letter.left + by) // size) for by in (-near, near)}
        rows = {int((letter.top + by) // size) for by in (-near, near)}
        around = (by_place.get((letter.text, column, row), ()) for column in columns for row in rows)
        if letter.text == " " or not any(_is_near(other, letter, near) for others in around for other in others):
            by_place[letter.text, int(letter.left // size), int(letter.top // size)].append(letter)
            kept.append(letter)
    return kept


def _is_near(letter: Letter, other: Letter, near: float) -> bool:
    return abs(other.left - letter.left) <= near and abs(other.top - letter.top) <= near


def _spelled(line: Sequence[Word]) -> list[list[Word]]:
    """The letters of each word of a line, which spaces or gaps part."""
    is_spaced = any(letter.text == " " for letter in line)
    least = _LEAST_SPACE if is_spaced else _LEAST_SPACE_ALONE
    gaps = [(letter.left - before.right) / (letter.bottom - letter.top) for before, letter in pairwise(line)]
    words: list[list[Word]] = [[line[0]]]
    for at, (before, letter) in enumerate(pairwise(line)):
        if letter.text == " " or gaps[at] > least or _stands_out(line, gaps, at, before, letter):
            words.append([])
        if letter.text != " ":
            words[-1].append(letter)
    return [[letter for letter in word if letter.text != " "] for word in words if word and word[0].text != " "]


def _stands_out(line: Sequence[Word], gaps: Sequence[float], at: int, before: Word, letter: Word) -> bool:
    """Whether a gap is wide beside those around it, as where two cells or a tab part words without a space.

    A small letter before a capital needs less of one.
    """
    is_name = before.text[-1:].islower() and letter.text[:1].isupper()
    least = _LEAST_BEFORE_CAPITAL if is_name else _LEAST_SPACE_ALONE
    if gaps[at] <= least or " " in (before.text, letter.text):
        return False
    around = [
        gaps[near]
        for near in range(max(at - _GAPS_AROUND, 0), min(at + _GAPS_AROUND + 1, len(gaps)))
        if near != at and " " not in (line[near].text, line[near + 1].text)
    ]
    return gaps[at] - median(around or [0.0]) > least
