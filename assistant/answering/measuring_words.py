"""The words of ``measures.toml``, read once."""

import tomllib
from importlib.resources import files
from typing import Any


def _read() -> dict[str, Any]:
    return tomllib.loads(files("assistant.answering").joinpath("measures.toml").read_text(encoding="utf-8"))


_WORDS = _read()
SUFFICES: str = _WORDS["suffices"]
OF_AMOUNTS = frozenset(_WORDS["of_amounts"])
MORE_ASKED: str = _WORDS["more_asked"]
MORE_SCHOOLING: str = _WORDS["more_schooling"]
PREFERRED: str = _WORDS["preferred"]
PAID_FOR: dict[str, str] = _WORDS["paid_for"]
SHARES: dict[str, float] = _WORDS["shares"]
SIDES: dict[str, list[str]] = _WORDS["sides"]
MOSTLY: str = _WORDS["mostly"]["said"]
WHOLLY: str = _WORDS["wholly"]["said"]
