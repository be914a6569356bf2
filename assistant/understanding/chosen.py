"""The classes chosen from a list that the last answer named: "the second", "level II", "both", "the latter"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answer import Question
from assistant.understanding.lexicon import LEVELS, ORDINALS, ROMAN
from assistant.understanding.mentions import NUMERALS, distinct, title_spelling, title_words, whole_names
from assistant.understanding.words import Word, words_of
from index import SpecEntry

_SUFFIX = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
_THE_PERSON = re.compile(r"\bi(?: (?:mean|meant|want|wanted)|['’]m)\b", re.IGNORECASE)
_LEVELS = tuple(dict.fromkeys(LEVELS.values()))
_A_LIST = 2
_PLACES = {"former": 0, "latter": -1, "last": -1}
_ALL = frozenset({"both", "all", "each"})
_HIGHEST = frozenset({"higher", "highest", "senior", "upper"})
_LOWEST = frozenset({"lower", "lowest", "junior"})
_CHOOSING = ORDINALS.keys() | _PLACES.keys() | _ALL | _HIGHEST | _LOWEST | NUMERALS | LEVELS.keys() | {"i"}
# Beside these nothing else is asked than which of the classes: "level 2 please".
_IDLE = frozenset(
    {"a", "an", "and", "about", "any", "class", "for", "grade", "in", "is", "it", "job", "level", "no"}
    | {"number", "of", "ok", "okay", "ones", "option", "please", "pls", "position", "role", "sorry", "that", "thanks"}
    | {"the", "them", "these", "this", "those", "what", "yeah", "yes"}
)


def chosen(question: Question, current: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The classes that a whole answer to "Which class do you mean?" chooses; none where it asks anything else.

    Args:
        question: the question, with the conversation.
        current: the newest specs held.
    """
    words = [_plain(word) for word in words_of(_THE_PERSON.sub("", question.text))]
    if any(text not in _CHOOSING | _IDLE for text in words):
        return ()
    said = [text for text in words if text in _CHOOSING]
    if len(said) > 1:
        said = [text for text in said if text != "one"]  # "the second one"
    listed = _named_last(question, current)
    if len(listed) < _A_LIST:
        return ()
    return _by_level(said, listed) or (() if "level" in words else _by_place(said, listed))


def chosen_within(question: Question, current: Sequence[SpecEntry]) -> SpecEntry | None:
    """The class of the last answer's list that a longer question means by its place: "does the second one lift?"."""
    words = words_of(question.text)
    places = [ORDINALS[one.text] for one, other in pairwise(words) if one.text in ORDINALS and other.text == "one"]
    listed = _named_last(question, current)
    return listed[places[0] - 1] if places and 0 < places[0] <= len(listed) else None


def _named_last(question: Question, current: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The classes that the last answer names by their whole titles, in its order."""
    last = next((turn.content for turn in reversed(question.history) if turn.role == "assistant"), "")
    return distinct(whole_names(title_spelling(last, current), current))


def _plain(word: Word) -> str:
    return _SUFFIX.sub("", word.text)


def _by_level(said: Sequence[str], listed: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The classes of the levels that are named, or the highest or the lowest of those that have one."""
    levels = {LEVELS.get(text, text) for text in said} & ROMAN
    named = tuple(entry for entry in listed if levels & set(title_words(entry)))
    if named:
        return named
    with_level = sorted((entry for entry in listed if _level_of(entry) in _LEVELS), key=_rank)
    if set(said) & _HIGHEST:
        return tuple(with_level[-1:])
    return tuple(with_level[:1]) if set(said) & _LOWEST else ()


def _by_place(said: Sequence[str], listed: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    if set(said) & _ALL:
        return tuple(listed)
    places = [place for text in said if (place := _place(text)) is not None]
    return tuple(dict.fromkeys(listed[place] for place in places if place < len(listed)))


def _place(text: str) -> int | None:
    """The place in a list that a word names, counted from 0, or from its end."""
    if text in _PLACES:
        return _PLACES[text]
    number = ORDINALS.get(text) or (int(text) if text.isdigit() else None)
    return None if number is None else number - 1


def _level_of(entry: SpecEntry) -> str | None:
    return next((word for word in title_words(entry) if word in ROMAN), None)


def _rank(entry: SpecEntry) -> int:
    return _LEVELS.index(_level_of(entry) or _LEVELS[0])
