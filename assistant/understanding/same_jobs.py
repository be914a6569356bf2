"""Jobs that people call by another name than the titles held do, and mean no other by it: a janitor is a custodian."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.understanding.lexicon import SAME_JOBS
from assistant.understanding.title_index import TitleIndex, words_of_title


def as_titles_say(text: str, held: TitleIndex) -> str:
    """The text with each name of a job that no title held has in the words of the one that titles have for it."""
    for called, group in _names():
        match = called.search(text)
        if match is None or _is_held(match["name"], held):
            continue
        name = _name_held(group, held)
        if name is not None:
            text = called.sub(f"{name}{'s' if match['plural'] else ''}", text)
    return text


def _name_held(group: Sequence[str], held: TitleIndex) -> str | None:
    """The one name of a group that titles held have, where the others that they have are parts of it."""
    names = sorted((name for name in group if _is_held(name, held)), key=lambda name: (-len(name), name))
    is_one = all(set(words_of_title(name)) <= set(words_of_title(names[0])) for name in names)
    return names[0] if names and is_one else None


def _is_held(name: str, held: TitleIndex) -> bool:
    """Whether a title held has all the words of a name."""
    words = set(words_of_title(name))
    return words <= held.vocabulary and any(words <= set(title) for title in held.titles)


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Each name of a group as it is found in a text, the longest first, and the others of its group."""
    named = [(name, tuple(other for other in group if other != name)) for group in SAME_JOBS for name in group]
    longest_first = sorted(named, key=lambda one: (-len(one[0]), one[0]))
    return tuple(
        (re.compile(rf"\b(?P<name>{re.escape(name)})(?P<plural>s?)\b", re.IGNORECASE), others)
        for name, others in longest_first
    )
