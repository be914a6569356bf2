"""Damage of the seed document's kinds, done to a printed class spec at random places.

What a cell means never changes: a reader may fail to read a damaged cell, but must not read another value from it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from tests.generation.printing import Kind, Piece, PrintedLine, Role

_LOOK_ALIKES = {
    "A": "Α", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "Ι", "K": "К", "M": "М", "N": "Ν", "O": "О", "P": "Р",
    "S": "Ѕ", "T": "Τ", "X": "Х", "Y": "Υ", "a": "а", "c": "с", "e": "е", "i": "і", "o": "ο", "p": "р", "s": "ѕ",
    "x": "х", "y": "у",
}  # fmt: skip
_MISREAD = {
    "g": "q", "n": "h", "u": "v", "e": "c", "a": "o", "t": "f", "r": "n", "s": "z", "i": "j", "l": "t", "d": "c",
    "E": "F", "N": "H", "O": "Q", "R": "K", "A": "4", "S": "5", "T": "Y", "I": "J", "L": "E", "C": "G", "D": "Q",
}  # fmt: skip
# A misread letter is told from another word only in a label that is long enough.
_LONG_ENOUGH = 7


@dataclass(frozen=True)
class Damage:
    """One thing done to a printed document: its kind, where, and what the place then said."""

    kind: str
    line: int
    before: str
    after: str


_Change = Callable[[str, Random], str | None]


def with_stray_tab(text: str, random: Random) -> str | None:
    inside = [at for at in range(1, len(text)) if text[at - 1].isalpha() and text[at].isalpha()]
    if not inside:
        return None
    at = random.choice(inside)
    return f"{text[:at]}\t{text[at:]}"


def with_markup(text: str, random: Random) -> str | None:
    words = text.split(" ")
    if not words[0]:
        return None
    at = random.randrange(len(words))
    return " ".join((*words[:at], f"<u>{words[at]}</u>", *words[at + 1 :]))


def with_look_alikes(text: str, random: Random) -> str | None:
    places = [at for at, character in enumerate(text) if character in _LOOK_ALIKES]
    if not places:
        return None
    chosen = set(random.sample(places, random.randint(1, len(places))))
    return "".join(_LOOK_ALIKES[c] if at in chosen else c for at, c in enumerate(text))


def with_zero(text: str, random: Random) -> str | None:
    return "0" if text == "O" else None


def with_misread_letter(text: str, random: Random) -> str | None:
    places = [at for at, character in enumerate(text) if character in _MISREAD]
    if len(text) < _LONG_ENOUGH or not places:
        return None
    at = random.choice(places)
    return text[:at] + _MISREAD[text[at]] + text[at + 1 :]


_CHANGES: dict[str, tuple[_Change, tuple[Role, ...]]] = {
    "stray_tab": (with_stray_tab, (Role.HEADING, Role.LABEL, Role.MONTH)),
    "markup": (with_markup, (Role.HEADING, Role.LABEL, Role.MONTH)),
    "look_alike": (with_look_alikes, (Role.HEADING, Role.LABEL, Role.CODE)),
    "digit_for_letter": (with_zero, (Role.CODE,)),
    "misread_letter": (with_misread_letter, (Role.HEADING, Role.LABEL)),
}


def dirtied(lines: tuple[PrintedLine, ...], random: Random) -> tuple[tuple[PrintedLine, ...], tuple[Damage, ...]]:
    """The lines with one to twelve places damaged, no piece of a line twice, and what was done."""
    held = list(lines)
    done: list[Damage] = []
    touched: set[tuple[int, int]] = set()
    for _ in range(random.randint(1, 12)):
        kind = random.choice((*_CHANGES, "missing_trailing_tabs"))
        if kind == "missing_trailing_tabs":
            done += _without_trailing_tabs(held, random)
            continue
        change, roles = _CHANGES[kind]
        places = [(at, n) for at, line in enumerate(held) for n, piece in enumerate(line.pieces) if piece.role in roles]
        at, number = random.choice(places)
        piece = held[at].pieces[number]
        after = None if (at, number) in touched else change(piece.text, random)
        if after is not None:
            touched.add((at, number))
            held[at] = _with_piece(held[at], number, replace(piece, text=after))
            done.append(Damage(kind, at, piece.text, after))
    return tuple(held), tuple(done)


def _with_piece(line: PrintedLine, number: int, piece: Piece) -> PrintedLine:
    return replace(line, pieces=(*line.pieces[:number], piece, *line.pieces[number + 1 :]))


def _without_trailing_tabs(held: list[PrintedLine], random: Random) -> list[Damage]:
    """One line of the document loses the tabs at its end."""
    places = [at for at, line in enumerate(held) if line.kind is not Kind.EMPTY and line.text.endswith("\t")]
    if not places:
        return []
    at = random.choice(places)
    before = held[at].text
    pieces = list(held[at].pieces)
    while pieces and not pieces[-1].text.rstrip("\t"):
        pieces.pop()
    pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip("\t"))
    held[at] = replace(held[at], pieces=tuple(pieces))
    return [Damage("missing_trailing_tabs", at, before, held[at].text)]


def encoded(lines: tuple[PrintedLine, ...], *, line_end: str = "\n", mark: bool = False) -> bytes:
    """The document as a file's bytes."""
    text = line_end.join(line.text for line in lines)
    return (("\ufeff" if mark else "") + text).encode()
