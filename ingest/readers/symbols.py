"""Characters that a Word document takes from symbol fonts, as the characters that they show."""

from collections.abc import Mapping

# What stands for a character of a symbol font that is not in the tables.
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
BULLET = "•"
_PRIVATE = range(0xF000, 0xF100)
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐",
    0x70: "☐", 0x71: "☐", 0x72: "☐", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "•",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x2A: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0x99: "○",
    0xA2: "■", 0xA3: "☐", 0xA4: "☐",
}  # fmt: skip
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗", 0x3D: "●"}
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{code: chr(code) for code in (*range(0x20, 0x22), *range(0x25, 0x27), *range(0x28, 0x2A), *range(0x2B, 0x40))},
    **{first + at: letter for first, letters in zip((0x41, 0x61), _GREEK, strict=True)
       for at, letter in enumerate(letters)},
    0x2D: "-", 0x5B: "[", 0x5D: "]", 0x5F: "_", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: BULLET, 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "·",
}  # fmt: skip
_FONTS: dict[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
# Characters of the private area whose font the document does not name: what they are in the fonts used for bullets.
_ANY_FONT = {**_WINGDINGS, 0xB7: BULLET}


def symbol(font: str | None, code: int) -> str:
    """The character that a symbol font shows for a code, with or without the offset of the private area."""
    table = _FONTS.get((font or "").casefold(), _ANY_FONT)
    return table.get(code - _PRIVATE.start if code in _PRIVATE else code, UNKNOWN)


def shown_words(words: str, font: str | None) -> str:
    """Words as their font shows them: letters of a picture font become the pictures where all of them are known."""
    table = _FONTS.get((font or "").casefold())
    if table is not None and table is not _SYMBOL and all(ord(letter) in table for letter in words if letter != " "):
        words = "".join(table.get(ord(letter), letter) for letter in words)
    if any(ord(letter) in _PRIVATE for letter in words):
        words = "".join(symbol(font, ord(letter)) if ord(letter) in _PRIVATE else letter for letter in words)
    return words


def bullet(words: str, font: str | None) -> str:
    """The mark that a list shows before an item: an empty or marked box as it is, a plain mark, else a bullet."""
    shown = shown_words(words, font).strip()
    return shown if shown in {"☐", "☒", "☑", "✓", "✗", "-", "–", "—", "*"} else BULLET
