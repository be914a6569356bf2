"""Sentences of a text, with their places."""

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

_LANGUAGE = "en"
# It counts what follows it and says nothing itself: "1.", "(b)."
_LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]+")


def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The ``(start, end)`` of each sentence in ``text[start:end]``, without the white space between them.

    None begins with a small letter or is the mark of a list alone, where something of its paragraph is beside it.
    """
    found: list[tuple[int, int]] = []
    for low, high in _boundaries(text, start, end):
        if found and _goes_on(text, found[-1], low):
            low = found.pop()[0]
        found.append((low, high))
    return tuple(found)


def _boundaries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for sentence in get_sentence_boundaries(_LANGUAGE, text[start:end]):
        low, high = start + sentence["start_index"], start + sentence["end_index"]
        words = text[low:high]
        if words.strip():
            yield low + len(words) - len(words.lstrip()), low + len(words.rstrip())


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    if text[before[1] : start].count("\n") > 1:
        return False
    return text[start].islower() or _LIST_MARK.fullmatch(text, *before) is not None
