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
    HAVING,
    IDLE,
    IDLE_POWERS,
    PASSIVE,
    POINTING,
    STATE,
    THING_DEMANDED,
    equivalents,
)
from assistant.answering.normal_wording import light_verbs
from assistant.understanding.lexicon import ANYONE_IN_A_CLASS, POLAR_VERB
from assistant.understanding.words import Word, words_of

_TAIL = re.compile(r"[,\s]*\b(?:or no|or not|or nah|right|correct|yes or no|at all)\W*$", re.IGNORECASE)
_PARTS = re.compile(r"\b(?:and|after|before|while)\b(?= \w+)")
_BEFORE_A_SUBJECT = frozenset({"the", "a", "an", "my", "your", "our", "any", "all", "these", "those", "this", "that"})


# What follows one of these only says of what is asked where, to whom or for what it is so.
_ADJUNCT = re.compile(r"\b(?:to|at|in|on|for|from|of|with|by|if|when)\b")
# So many words say what is done to what.
_VERB_AND_OBJECT = 2
_NO_AUXILIARIES = frozenset({"any", "no", "need", "us"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a question puts forward of the holder of a class.

    ``is_act`` says that something is demanded to be done, rather than to be had.
    ``is_state`` says that it asks what somebody is, or what is done to him, rather than what he does.
    ``words`` are what it tells, ``before_adjunct`` how many stand before its first preposition.
    ``light`` are the verbs that tell nothing beside the noun of what is done, and are not among the words.
    ``parts`` are the same by the verbs that it joins ("take fines and balance the drawer").
    """

    words: tuple[Word, ...]
    parts: tuple[tuple[Word, ...], ...]
    is_demand: bool
    is_act: bool
    is_permission: bool
    is_passive: bool
    is_state: bool
    before_adjunct: int
    light: tuple[Word, ...] = ()

    @property
    def core(self) -> tuple[Word, ...]:
        """The words that a denial must have: what is denied is denied to anyone and anywhere.

        All of them where the rest says how much or in what way, or the first alone does not say what is done to what.
        """
        rest = self.words[self.before_adjunct :]
        is_more = any(word.text in BINDING or word.text.isdigit() for word in rest)
        enough = _VERB_AND_OBJECT - bool(self.light)
        return self.words if is_more or self.before_adjunct < enough else self.words[: self.before_adjunct]

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
    is_demand, is_act = re.search(DEMANDS, plain) is not None, re.search(DEMANDED_ACT, plain) is not None
    idle = IDLE_POWERS | HAVING if is_demand and not is_act else IDLE_POWERS
    light = tuple(light_verbs(said))
    telling = tuple(word for word in said if _tells(word) and word.text not in idle and word not in light)
    if not telling or not _is_of_the_class(text, said, title) or any(word.text in DENIALS for word in said):
        return None
    breaks = [match.start() for match in _PARTS.finditer(plain)]
    parts = tuple(part for part in _split(telling, breaks) if part)
    adjunct = _ADJUNCT.search(plain, telling[0].end)
    return Proposition(
        telling,
        parts,
        is_demand,
        is_act,
        re.search(ALLOWS, plain) is not None,
        re.search(PASSIVE, plain) is not None,
        re.search(PASSIVE, plain) is not None or re.search(STATE, plain) is not None,
        sum(word.end <= adjunct.start() for word in telling) if adjunct else len(telling),
        light,
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
    if at and after and everything[at - 1].start not in free and after[0].text not in _BEFORE_A_SUBJECT:
        return True  # "accountants can sign checks, right?"
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
