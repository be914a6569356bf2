"""What kind of thing a question asks for, and whether what is said has one: a number, a price, a time, a place."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.understanding.lexicon import JOB_NOUNS
from assistant.understanding.synonyms import alike
from assistant.understanding.words import words_of

# A number to call in an emergency counts nothing, nor does the number of a row.
_NO_NUMBER = re.compile(r"\b9-?1-?1\b|^\D{0,40}\d{1,2}[:.)]\s")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of answer: what asks for it, what has it, and whether only sentences are measured by it."""

    asks: re.Pattern[str]
    says: re.Pattern[str]
    of_sentences: bool


@dataclass(frozen=True, slots=True)
class _Counted:
    """What asks how many, what says so, and who is counted as people."""

    asks: re.Pattern[str]
    numbers: re.Pattern[str]
    people: frozenset[str]
    of_people: re.Pattern[str]
    near: int


def has_kind_asked(question: str, said: str, *, is_sentence: bool = True) -> bool:
    """Whether what is said has the kind of thing that a question asks for; true where it asks for none in particular.

    Args:
        question: the question.
        said: what may answer it.
        is_sentence: whether that is a sentence, and not what a row's code or mark says.
    """
    kinds, counted = _kinds()
    plain, said = question.replace("’", "'"), _NO_NUMBER.sub(" ", said)
    for kind in kinds:
        if (is_sentence or not kind.of_sentences) and kind.asks.search(plain) and not kind.says.search(said):
            return False
    asked = counted.asks.search(plain)
    return asked is None or _is_counted(asked["what"], said, counted)


def _is_counted(what: str, said: str, counted: _Counted) -> bool:
    """Whether what is asked for stands near a number."""
    asked = words_of(what)
    if not asked or any(word.text in counted.people for word in asked):
        has_people = counted.of_people.search(said) or any(word.singular in JOB_NOUNS for word in words_of(said))
        return bool(has_people and counted.numbers.search(said))
    stems = frozenset().union(*(alike(word.stem) for word in asked))
    words = words_of(said)
    at_numbers = [at for at, word in enumerate(words) if counted.numbers.search(word.text)]
    at_things = [at for at, word in enumerate(words) if word.stem in stems]
    return any(abs(number - thing) <= counted.near for number in at_numbers for thing in at_things)


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written.replace("\n", ""), re.IGNORECASE)


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[_Kind, ...], _Counted]:
    text = files("assistant.answering").joinpath("answer_kinds.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    kinds = (
        _Kind(_pattern(one["asks"]), _pattern(one["says"]), one.get("of_sentences", False)) for one in read["kinds"]
    )
    of_number = read["counted"]
    counted = _Counted(
        _pattern(of_number["asks"]),
        _pattern(of_number["numbers"]),
        frozenset(of_number["people"]),
        _pattern(of_number["of_people"]),
        of_number["near"],
    )
    return tuple(kinds), counted
