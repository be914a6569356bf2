"""The words by which a sentence is judged: those of ``generation.toml``, read when the first is."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from assistant.understanding.words import stems


class Kind(StrEnum):
    """What a word that matters does to a sentence."""

    NEGATION = "negation"
    MODALITY = "modality"
    DIRECTION = "direction"
    ALTERNATIVE = "alternative"
    BOUND = "bound"
    FREQUENCY = "frequency"
    WEIGHTY = "weighty"
    NUMBER = "number"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Judging:
    """The stems that need no support, and for each word that matters its kind and the symbol that its group shares.

    ``be`` and ``participles`` make a passive.
    """

    wording: frozenset[str]
    qualifiers: dict[str, tuple[Kind, str]]
    numbers: dict[str, str]
    be: frozenset[str]
    participles: frozenset[str]


@lru_cache(maxsize=1)
def judging_words() -> Judging:
    """The words of the table."""
    table = tomllib.loads(files("assistant.generation").joinpath("generation.toml").read_text(encoding="utf-8"))
    qualifiers = {
        word: (Kind(entry["kind"]), f"={group[0]}")
        for entry in table["qualifiers"]
        for group in entry["groups"]
        for word in group
    }
    return Judging(
        frozenset(stems(" ".join(table["wording"]))),
        qualifiers,
        table["numbers"],
        frozenset(table["be"]),
        frozenset(table["participles"]),
    )
