"""How a title printed in capitals is written (contract, section 3, ``classes``)."""

import re

from ingest.form import ACRONYMS, SMALL_WORDS

_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})")
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def display_title(title: str) -> str:
    """The title as the document writes it; all capitals become title case, roman numerals and acronyms kept."""
    if not title.isupper():
        return title
    first = _PIECE.search(title)
    return _PIECE.sub(
        lambda piece: _cased(piece[0], is_first=first is not None and piece.start() == first.start()), title
    )


def _cased(word: str, *, is_first: bool) -> str:
    if word in ACRONYMS or _ROMAN.fullmatch(word):
        return word
    if word.lower() in SMALL_WORDS and not is_first:
        return word.lower()
    return word.capitalize()
