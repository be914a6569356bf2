"""What a question of yes or no puts forward: the words that a sentence must have to say that it is so, or not."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answering.entailing_words import (
    ALLOWS,
    ANYONE,
    BINDING,
    DEMANDED_ACT,
    DEMANDS,
    DENIALS,
    IDLE,
    PASSIVE,
    POINTING,
    THING_DEMANDED,
    equivalents,
)
from assistant.understanding.lexicon import ANYONE_IN_A_CLASS, POLAR_VERB
from assistant.understanding.words import Word, words_of

_TAIL = re.compile(r"[,\s]*\b(?:or no|or not|or nah|right|correct|yes or no|at all)\W*$", re.IGNORECASE)
_PARTS = re.compile(r"\b(?:and|after|before|while)\b(?= \w+)")
_BEFORE_A_SUBJECT = frozenset({"the", "a", "an", "my", "your", "our", "any", "all", "these", "those", "this", "that"})


_NO_AUXILIARIES = frozenset({"any", "no", "need", "us"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a question puts forward of the holder of a class.

    ``is_act`` says that something is demanded to be done, rather than to be had.
    ``words`` are what it tells; ``parts`` the same by the verbs that it joins ("take fines and balance the drawer").
    """

    words: tuple[Word, ...]
    parts: tuple[tuple[Word, ...], ...]
    is_demand: bool
    is_act: bool
    is_permission: bool
    is_passive: bool

    @property
    def needed(self) -> tuple[Word, ...]:
        """The words that a sentence must have for yes or no, without those that only join the parts."""
        return tuple(word for part in self.parts for word in part)


def proposition(text: str, words: Sequence[Word], title: str) -> Proposition | None:
    """What a question of yes or no puts forward; none where it denies, or asks of somebody else.

    Args:
        text: the question, without the polite denial of its verb.
        words: its words without those that name the class, slips of the pen corrected.
        title: the class.
    """
    kept = _TAIL.sub("", _without_pointing(text))
    plain = kept.lower().replace("’", "'")
    said = [word for word in words if word.end <= len(kept)]
    telling = tuple(word for word in said if _tells(word))
    if not telling or not _is_of_the_class(text, said, title) or any(word.text in DENIALS for word in said):
        return None
    breaks = [match.start() for match in _PARTS.finditer(plain)]
    parts = tuple(part for part in _split(telling, breaks) if part)
    return Proposition(
        telling,
        parts,
        re.search(DEMANDS, plain) is not None,
        re.search(DEMANDED_ACT, plain) is not None,
        re.search(ALLOWS, plain) is not None,
        re.search(PASSIVE, plain) is not None,
    )


def _without_pointing(text: str) -> str:
    """The text without a sentence at its end that only points at what is asked before it."""
    breaks = [match.end() for match in re.finditer(r"[.!?]\s+", text)]
    last = breaks[-1] if breaks else 0
    return text[:last] if text[:last].strip() and re.search(POINTING, text[last:], re.IGNORECASE) else text


def stands_in(word: Word, stems: Collection[str]) -> bool:
    """Whether a word stands among some stems, itself or by one that says the same."""
    return not equivalents(word.stem).isdisjoint(stems)


def _tells(word: Word) -> bool:
    return word.text in BINDING or not (word.is_small or word.text in IDLE)


def _is_auxiliary(word: Word) -> bool:
    return re.fullmatch(POLAR_VERB, word.text) is not None and word.text not in _NO_AUXILIARIES


def _split(telling: Sequence[Word], breaks: Sequence[int]) -> list[tuple[Word, ...]]:
    bounds = [0, *breaks, 10**9]
    spans = pairwise(bounds)
    return [
        tuple(word for word in telling if low <= word.start < high and word.start not in breaks) for low, high in spans
    ]


def _is_of_the_class(text: str, words: Sequence[Word], title: str) -> bool:
    """Whether what is asked is asked of the class: its name, a pronoun or an activity follows the question's verb."""
    free = {word.start: word for word in words}
    everything = words_of(text)
    verbs = (at for at, word in enumerate(everything) if word.start in free and _is_auxiliary(word))
    at = next(verbs, None)
    if at is None or re.search(THING_DEMANDED, text, re.IGNORECASE):
        return True
    after = [word for word in everything[at + 1 :]]
    while after and after[0].text in _BEFORE_A_SUBJECT and len(after) > 1 and after[1].text not in ANYONE:
        after = after[1:]
    if not after or everything[at + 1].text in ANYONE:
        return True
    first = after[0]
    is_named = first.start not in free
    is_anyone = first.text in ANYONE or first.singular in ANYONE_IN_A_CLASS or first.singular in _nouns(title)
    return is_named or is_anyone or first.text in _BEFORE_A_SUBJECT or first.text.endswith("ing")


def _nouns(title: str) -> frozenset[str]:
    return frozenset(word.singular for word in words_of(title))
