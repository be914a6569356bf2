"""Words that say the same of a job, by their stems."""

from functools import lru_cache

from assistant.understanding.lexicon import SYNONYMS
from assistant.understanding.words import stems


def alike(stem: str) -> frozenset[str]:
    """The stems that may stand for one, that itself among them."""
    return _groups().get(stem, frozenset()) | {stem}


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in SYNONYMS:
        of_group = frozenset(stem for word in group for stem in stems(word))
        for stem in of_group:
            found[stem] = found.get(stem, frozenset()) | of_group
    return found
