"""Set phrases in the one wording that questions and sentences are compared in: "on her own" is "alone"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answering.entailing_words import ACTIONS, LIGHT_VERBS, LIGHT_VERBS_OF_ACTIONS, PHRASES
from assistant.understanding.words import Word, words_of

# So far behind its verb stands the noun of an action: "give them legal advice".
_NEAR = 3
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_NUMBER = re.compile(rf"\b({'|'.join(_TENS)})[- ]({'|'.join(_UNITS)})\b", re.IGNORECASE)
_PHRASES = tuple((re.compile(said, re.IGNORECASE), normal) for said, normal in PHRASES)


@lru_cache(maxsize=8192)
def in_normal_wording(text: str) -> str:
    """The text with its set phrases in their one wording, each as long as before, so that all places stay."""
    for phrase, normal in _PHRASES:
        text = phrase.sub(lambda found, normal=normal: normal.ljust(len(found[0])), text)  # type: ignore[misc]
    return _NUMBER.sub(_in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    return str(_TENS[found[1].lower()] + _UNITS[found[2].lower()]).ljust(len(found[0]))


def words_in_normal_wording(words: Sequence[Word], text: str) -> list[Word]:
    """Those words of a text that its normal wording leaves, and those that it puts in the place of others."""
    normal = in_normal_wording(text)
    kept = {word.start for word in words}
    ends = {word.start: word.end for word in words_of(text)}
    typed = {word.start: word for word in words}
    found = []
    for word in words_of(normal):
        is_as_typed = ends.get(word.start) == word.end and text[word.start : word.end] == normal[word.start : word.end]
        if not is_as_typed:
            found.append(word)
        elif word.start in kept:
            found.append(typed[word.start])
    return found


def light_verbs(words: Sequence[Word]) -> list[Word]:
    """The verbs that say nothing beside the noun of what is done: "make" of "make an arrest"."""
    telling = [word for word in words if not word.is_small and word.text != "out"]
    return [word for at, word in enumerate(telling[:-1]) if _is_light(word, telling[at + 1 : at + 1 + _NEAR])]


def _is_light(verb: Word, after: Sequence[Word]) -> bool:
    is_beside_action = any(re.fullmatch(ACTIONS, word.text) for word in after)
    return verb.text in LIGHT_VERBS or (verb.text in LIGHT_VERBS_OF_ACTIONS and is_beside_action)
