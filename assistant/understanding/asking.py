"""The part of a message that asks: people tell why they ask, and what they tell names fields that they do not mean."""

import re
from collections.abc import Sequence

from assistant.understanding.lexicon import ASKING_WORDS, REPORTING, WISHES

_BREAK = re.compile(
    r"(?<=[.!?])\s+|(?<=[:;])\s+(?=\w+ \w+ \w)|"
    r"(?<=,)\s+(?=so (?:i|we|tell|please|do|does|is|are|can|could|would) "
    r"|but (?:how|what|which|when|where|do|does|is) )"
)
_ASKS = re.compile(rf"\?\W*$|^\W*{ASKING_WORDS}\b|\b(?:please|pls|thanks for telling)\b|{WISHES}", re.IGNORECASE)
_FRAME = re.compile(rf"(?:^|(?<=[.!?]))[^.!?]*?{REPORTING}", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")
_BEGINS_ASKING = re.compile(rf"^\W*(?:and |so |but |ok |well |then )*{ASKING_WORDS}\b", re.IGNORECASE)


def asking_part(text: str) -> str:
    """The text with everything blanked that does not ask, at its old places; all of it where nothing plainly asks."""
    ends = [match.span() for match in _BREAK.finditer(text)]
    bounds = list(zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True))
    asking = [(start, end) for start, end in bounds if _asks(text, start, text[start:end])]
    if not asking or len(asking) == len(bounds):
        return _without_frames(text)
    return _without_frames(_kept(text, asking))


def with_sentence_before(text: str, part: str) -> str:
    """The part that asks and the sentence right before it, which it may only point at, at their old places."""
    start = len(part) - len(part.lstrip())
    breaks = [match.end() for match in _SENTENCE_BREAK.finditer(text) if match.end() < start]
    before = breaks[-1] if breaks else 0
    return _without_frames(_kept(text, [(before, start), (start, len(part.rstrip()))]))


def _kept(text: str, spans: Sequence[tuple[int, int]]) -> str:
    kept = {at for start, end in spans for at in range(start, end)}
    return "".join(letter if at in kept or letter.isspace() else " " for at, letter in enumerate(text))


def _without_frames(text: str) -> str:
    """The text without what only says that somebody asks: "the caller wants to know if"."""
    return _FRAME.sub(lambda frame: re.sub(r"\S", " ", frame[0]), text)


def _asks(text: str, start: int, part: str) -> bool:
    """Whether a part asks; one after a colon or a comma only where it begins as a question does."""
    before = text[:start].rstrip()[-1:]
    return bool((_BEGINS_ASKING if before in (":", ";", ",") else _ASKS).search(part))
