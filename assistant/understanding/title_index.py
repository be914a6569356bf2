"""The titles and codes held, arranged so that a question's words find theirs without a look at every title."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from assistant.understanding.lexicon import ROMAN
from assistant.understanding.typed import with_and
from assistant.understanding.words import words_of
from index import SpecEntry

_SHORTEST_CODE = 3
_GENERATIONS_KEPT = 8

Key = TypeVar("Key")


@dataclass(frozen=True)
class TitleIndex:
    """Titles as their words, in lower case and in the singular, and codes; places are those of the entries indexed.

    ``letters`` finds the titles that are some letters without spaces, ``turned`` those that are some words in any
    order, ``codes`` a code as it stands and without the zeros that it begins with; ``initials`` finds the runs of two
    title words and more, levels left out, that some letters are the initials of, and
    ``pairs`` are two words that follow each other in a title.
    """

    titles: tuple[tuple[str, ...], ...]
    letters: Mapping[str, tuple[int, ...]]
    turned: Mapping[tuple[str, ...], tuple[int, ...]]
    codes: Mapping[str, tuple[int, ...]]
    initials: Mapping[str, frozenset[tuple[str, ...]]]
    words: tuple[str, ...]
    vocabulary: frozenset[str]
    pairs: tuple[tuple[str, str], ...]
    longest: int

    def beginning_with(self, text: str) -> set[str]:
        """The words of titles that begin with a text."""
        first = bisect_left(self.words, text)
        found = set()
        for word in self.words[first:]:
            if not word.startswith(text):
                break
            found.add(word)
        return found


def title_index(entries: Iterable[SpecEntry]) -> TitleIndex:
    """The index of some entries, made once for the same titles and codes."""
    return _index(tuple((entry.title or "", entry.code or "") for entry in entries))


@lru_cache(maxsize=16384)
def words_of_title(title: str) -> tuple[str, ...]:
    """The words of a title, in lower case and in the singular."""
    return tuple(word.singular for word in words_of(with_and(title)))


@lru_cache(maxsize=_GENERATIONS_KEPT)
def _index(named: tuple[tuple[str, str], ...]) -> TitleIndex:
    titles = tuple(words_of_title(title) for title, _ in named)
    words = {word for title in titles for word in title}
    return TitleIndex(
        titles=titles,
        letters=_places(("".join(title), at) for at, title in enumerate(titles) if title),
        turned=_places((tuple(sorted(title)), at) for at, title in enumerate(titles) if title),
        codes=_places((form, at) for at, (_, code) in enumerate(named) for form in _forms(code)),
        initials=_initials(titles),
        words=tuple(sorted(words)),
        vocabulary=frozenset(word for word in words if len(word) > 1),
        pairs=tuple(dict.fromkeys(pair for title in titles for pair in pairwise(title))),
        longest=max(map(len, titles), default=0),
    )


def _places(placed: Iterable[tuple[Key, int]]) -> dict[Key, tuple[int, ...]]:
    found: defaultdict[Key, list[int]] = defaultdict(list)
    for key, place in placed:
        found[key].append(place)
    return {key: tuple(places) for key, places in found.items()}


def _forms(code: str) -> set[str]:
    whole = code.casefold()
    return {form for form in (whole, whole.lstrip("0")) if len(code) >= _SHORTEST_CODE <= len(form)}


def _initials(titles: Sequence[tuple[str, ...]]) -> dict[str, frozenset[tuple[str, ...]]]:
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for title in dict.fromkeys(titles):
        bare = tuple(word for word in title if word not in ROMAN)
        for start in range(len(bare)):
            for stop in range(start + 2, len(bare) + 1):
                found["".join(word[0] for word in bare[start:stop])].add(bare[start:stop])
    return {letters: frozenset(runs) for letters, runs in found.items()}
