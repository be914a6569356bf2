"""The words of ``entailment.toml``, read once."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from assistant.understanding.words import words_of


def _read() -> dict[str, Any]:
    return tomllib.loads(files("assistant.answering").joinpath("entailment.toml").read_text(encoding="utf-8"))


_WORDS = _read()
IDLE = frozenset(_WORDS["idle"])
HAVING = frozenset(_WORDS["having"])
BINDING = frozenset(_WORDS["binding"])
DENIALS = frozenset(_WORDS["denials"])
NEGATORS = frozenset(_WORDS["negators"])
CONDITIONS: tuple[str, ...] = tuple(_WORDS["conditions"])
PERMISSIONS = frozenset(_WORDS["permissions"])
POWERS = frozenset(_WORDS["powers"])
IDLE_POWERS = frozenset(_WORDS["idle_powers"])
USES = frozenset(_WORDS["uses"])
KINDS_OF_TOOL = frozenset(_WORDS["kinds_of_tool"])
VERBS_WITHOUT_OBJECT = frozenset(_WORDS["verbs_without_object"])
PHRASES: tuple[tuple[str, str], ...] = tuple((said, normal) for said, normal in _WORDS["phrases"])
LIGHT_VERBS = frozenset(_WORDS["light_verbs"])
LIGHT_VERBS_OF_ACTIONS = frozenset(_WORDS["light_verbs_of_actions"])
ACTIONS: str = _WORDS["actions"]
WAYS_OF_WORKING = frozenset(_WORDS["ways_of_working"])
HOLDERS = frozenset(_WORDS["holders"])
ANYONE = frozenset(_WORDS["anyone"])
DEMANDS: str = _WORDS["demands"]
DEMANDED_ACT: str = _WORDS["demanded_act"]
ALLOWS: str = _WORDS["allows"]
PASSIVE: str = _WORDS["passive"]
STATE: str = _WORDS["state"]
DEMANDED: str = _WORDS["demanded"]
NOT_DEMANDED: str = _WORDS["not_demanded"]
WAIVED: str = _WORDS["waived"]
LACKING: str = _WORDS["lacking"]
NONE_DEMANDED: str = _WORDS["none_demanded"]
THING_DEMANDED: str = _WORDS["thing_demanded"]
POINTING: str = _WORDS["pointing"]
REGULARLY: str = _WORDS["regularly"]
SCHOOLING: str = _WORDS["schooling"]
EXPERIENCE: str = _WORDS["experience"]


def equivalents(stem: str) -> frozenset[str]:
    """The stems that say just the same as one, that itself among them."""
    return _groups().get(stem, frozenset()) | {stem}


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _WORDS["equivalents"]:
        of_group = frozenset(words_of(word)[0].stem for word in group)
        for stem in of_group:
            found[stem] = found.get(stem, frozenset()) | of_group
    return found
