"""A question as it is compared: in the letters of a keyboard, and in plain lower case."""

import re
import unicodedata

from assistant.understanding.lexicon import SLIPS_BEFORE, TYPED

# Terminal colours, and marks that turn or join letters.
_INVISIBLE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
# A single letter may be a code.
_IN_HASTE = re.compile(r"\b[a-z][a-z0-9]+\b")
_AND = re.compile(r"(?<=\s)&(?=\s)")


def as_typed(text: str) -> str:
    """A question in the letters of a keyboard: full-width ones folded, what nobody can see taken out, "&" as "and"."""
    folded = with_and(unicodedata.normalize("NFKC", _INVISIBLE.sub(" ", text)))
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in folded)


def with_and(text: str) -> str:
    """The text with each "&" that stands between words as the word that it stands for."""
    return _AND.sub("and", text)


def plain_words(text: str) -> str:
    """The words of a text in lower case, one space between them; those that are typed in haste as they are meant."""
    words = text.lower().replace("’", "'").split()
    return " ".join(TYPED.get(word, word) for word in words)


def as_spelled(text: str) -> str:
    """The text with words in haste written out, and others put right by what follows: "what dose a clerk need"."""
    text = _IN_HASTE.sub(lambda match: TYPED.get(match[0], match[0]), text)
    for slip, meant in SLIPS_BEFORE.items():
        text = re.sub(slip, meant, text)
    return text
