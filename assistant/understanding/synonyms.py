"""Words that say the same of a job, or are near each other, by their stems."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from assistant.searching.criteria_words import PAPERS_ALIKE
from assistant.understanding.lexicon import RELATED, SYNONYMS
from assistant.understanding.words import stems

# Words of one group that begin with the same letters are forms of one word.
_SAME_BEGINNING = 4


def alike(stem: str) -> frozenset[str]:
    """The stems that say the same as one or are near it, that itself among them."""
    return _near().get(stem, frozenset()) | {stem}


def alike_together(said: Sequence[str]) -> tuple[frozenset[str], ...]:
    """For each of some stems those that say the same beside the others."""
    return _beside(said, [_same().get(stem, frozenset()) | {stem} for stem in said])


def words_alike(said: Iterable[str]) -> tuple[str, ...]:
    """The words, as they are written, of which some stems are the stems: an index may know them by other stems."""
    wanted, phrases = set(said), (word for group in PAPERS_ALIKE for phrase in group for word in phrase.split())
    written = sorted({*phrases, *(word for group in SYNONYMS for word in group)})
    return tuple(word for word in written if wanted & set(stems(word)))


def same_words(said: Sequence[str]) -> tuple[frozenset[str], ...]:
    """For each of some stems only those of the same word, "bonded" and "bondable", or of the same paper."""
    return _beside(said, [frozenset(one for one in alike(stem) if _is_same(one, stem)) for stem in said])


def _is_same(one: str, other: str) -> bool:
    compared = min(_SAME_BEGINNING, len(one), len(other))
    return one[:compared] == other[:compared]


def _beside(said: Sequence[str], found: Sequence[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The groups, with what stands for each word of a phrase: a "check" of the background is an investigation."""
    groups = list(found)
    for group in _phrases_alike():
        if any(set(phrase) <= set(said) for phrase in group):
            for places in zip(*group, strict=True):
                groups = [
                    of | frozenset(places) if stem in places else of for stem, of in zip(said, groups, strict=True)
                ]
    return tuple(groups)


@lru_cache(maxsize=1)
def _phrases_alike() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(stems(said) for said in group) for group in PAPERS_ALIKE)


@lru_cache(maxsize=1)
def _same() -> dict[str, frozenset[str]]:
    return _by_stem(SYNONYMS)


@lru_cache(maxsize=1)
def _near() -> dict[str, frozenset[str]]:
    return _by_stem((*SYNONYMS, *RELATED))


def _by_stem(groups: Iterable[Collection[str]]) -> dict[str, frozenset[str]]:
    """The stems of all groups that a stem is in."""
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        of_group = frozenset(stem for word in group for stem in stems(word))
        for stem in of_group:
            found[stem] = found.get(stem, frozenset()) | of_group
    return found
