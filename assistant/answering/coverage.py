"""How much of what a question says stands in a sentence or row: words, and words that say the same."""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assistant.answering.candidates import Candidate
from assistant.understanding.lexicon import RELATED, SYNONYMS, UNTELLING_WORDS
from assistant.understanding.synonyms import alike
from assistant.understanding.words import Word, words_of
from ingest.model import Passage

# A synonym of a word of the question counts so much of the word itself.
_SYNONYM = 0.85


def telling(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words that tell what is asked, without those that only ask or join."""
    return tuple(word for word in words if not word.is_small and word.text not in UNTELLING_WORDS)


def with_synonyms(words: Sequence[Word]) -> str:
    """The words that tell what is asked, and those that say the same or are near."""
    said = telling(words)
    others = (
        other for word in said for group in (*SYNONYMS, *RELATED) if word.text in group for other in sorted(group)
    )
    return " ".join(dict.fromkeys((*(word.text for word in said), *others)))


def coverage(candidate: Candidate, words: Sequence[Word]) -> float:
    """How much of what the words tell stands in the candidate, each word by how rare it is in the spec: 0 to 1."""
    rarity = rarities(candidate.subject.held.spec_id, candidate.subject.held.spec.passages)
    unheard = math.log(len(candidate.subject.held.spec.passages) + 1)
    weights = {word.stem: rarity.get(word.stem, unheard) for word in telling(words)}
    said = {word.stem for word in words_of(candidate.said)}
    total = sum(weights.values())
    return sum(weight * _said(stem, said) for stem, weight in weights.items()) / total if total else 0.0


@lru_cache(maxsize=256)
def rarities(spec_id: str, passages: tuple[Passage, ...]) -> dict[str, float]:
    """The inverse document frequency of each stem among a spec's passages."""
    counts = Counter(stem for passage in passages for stem in {word.stem for word in words_of(passage.embedded_text)})
    return {stem: math.log((len(passages) + 1) / (count + 0.5)) for stem, count in counts.items()}


@lru_cache(maxsize=256)
def vocabulary(passages: tuple[Passage, ...]) -> frozenset[str]:
    """The words of some passages."""
    return frozenset(word.text for passage in passages for word in words_of(passage.embedded_text))


def _said(stem: str, said: set[str]) -> float:
    """How well a word of the question stands among the words said: itself 1, by a synonym less, else 0."""
    if stem in said:
        return 1.0
    return _SYNONYM if alike(stem) & said else 0.0
