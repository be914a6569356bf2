"""The part of a message that asks: people tell why they ask, and what they tell names fields that they do not mean."""

import re

from assistant.understanding.lexicon import ASKING_WORDS

_BREAK = re.compile(
    r"(?<=[.!?])\s+|(?<=[:;])\s+(?=\w+ \w+ \w)|(?<=,)\s+(?=so (?:i |we )|but (?:how|what|which|when|where|do|does|is) )"
)
_ASKS = re.compile(rf"\?\W*$|^\W*{ASKING_WORDS}\b|\b(?:please|pls|thanks for telling)\b", re.IGNORECASE)
_BEGINS_ASKING = re.compile(rf"^\W*(?:and |so |but |ok |well |then )*{ASKING_WORDS}\b", re.IGNORECASE)


def asking_part(text: str) -> str:
    """The text with everything blanked that does not ask, at its old places; all of it where nothing plainly asks."""
    ends = [match.span() for match in _BREAK.finditer(text)]
    bounds = list(zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True))
    parts = [(start, end, text[start:end]) for start, end in bounds]
    asking = [(start, end) for start, end, part in parts if _asks(text, start, part)]
    if not asking or len(asking) == len(parts):
        return text
    kept = {at for start, end in asking for at in range(start, end)}
    return "".join(letter if at in kept or letter.isspace() else " " for at, letter in enumerate(text))


def _asks(text: str, start: int, part: str) -> bool:
    """Whether a part asks; one after a colon or a comma only where it begins as a question does."""
    before = text[:start].rstrip()[-1:]
    return bool((_BEGINS_ASKING if before in (":", ";", ",") else _ASKS).search(part))
