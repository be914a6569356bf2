"""How much of a document its vectors were computed from. Pure."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"\S+")


def unread_share(text: str, read: Iterable[tuple[int, int]]) -> float:
    """The share of a text's words, from 0 to 1, that lie in none of the stretches ``[start, end)`` that were read."""
    stretches = joined(read)
    words = [match.span() for match in _WORD.finditer(text)]
    unread = sum(not any(start <= first and last <= end for start, end in stretches) for first, last in words)
    return unread / len(words) if words else 0.0


def joined(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches, sorted, with those that touch or overlap as one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
