"""How people say what a class must meet: the words of ``criteria.toml``, read once."""

import tomllib
from importlib.resources import files
from typing import Any

from ingest.form import CodeKind


def _read() -> dict[str, Any]:
    return tomllib.loads(files("assistant.searching").joinpath("criteria.toml").read_text(encoding="utf-8"))


_WORDS = _read()
SCALE_WORDS: dict[CodeKind, tuple[tuple[str, ...], ...]] = {
    CodeKind(scale): tuple(tuple(said) for said in places) for scale, places in _WORDS["levels"].items()
}
NO_STRENGTHS = frozenset(_WORDS["things"]["no_strengths"])
COMPARISONS: dict[str, tuple[str, ...]] = {name: tuple(said) for name, said in _WORDS["comparisons"].items()}
NEGATIONS: tuple[str, ...] = tuple(_WORDS["negations"]["words"])
BEFORE_A_NOUN = frozenset(_WORDS["negations"]["before_a_noun"])
IDLE_NEGATIONS: tuple[str, ...] = tuple(_WORDS["negations"]["idle"])
IDLE_CONNECTIVES: tuple[str, ...] = tuple(_WORDS["connectives"].pop("idle"))
CONNECTIVES: dict[str, tuple[str, ...]] = {name: tuple(said) for name, said in _WORDS["connectives"].items()}
MOST: tuple[str, ...] = tuple(_WORDS["superlatives"]["most"]["words"])
LEAST: tuple[str, ...] = tuple(_WORDS["superlatives"]["least"]["words"])
SUPERLATIVE_FIELDS: dict[str, tuple[str, str]] = {
    said: (field, end) for said, (field, end) in _WORDS["superlatives"]["fields"].items()
}
DECADES: dict[str, int] = _WORDS["decades"]
NUMBERS: dict[str, int] = _WORDS["numbers"]
PARTS_OF_A_DECADE: dict[str, list[int]] = _WORDS["parts_of_a_decade"]
EDUCATION: dict[str, tuple[str, ...]] = {level: tuple(said) for level, said in _WORDS["education"].items()}
LICENCES: dict[str, tuple[str, ...]] = {kind: tuple(said) for kind, said in _WORDS["licences"].items()}
FRAME = frozenset(_WORDS["frame"]["words"])
BEYOND_ROWS = frozenset(_WORDS["beyond_rows"]["words"])
JUDGED = frozenset(_WORDS["frame"]["judged"])
NO_SUBJECTS = frozenset(_WORDS["frame"]["no_subjects"])
TELLING = frozenset(tuple(said.split()) for said in _WORDS["frame"]["telling"])
ROW_NAMES: dict[str, frozenset[str]] = {row: frozenset(names) for row, names in _WORDS["row_names"].items()}
COMPARATIVES: dict[str, tuple[str, str]] = {said: (field, end) for said, (field, end) in _WORDS["comparatives"].items()}
SAMENESS: tuple[str, ...] = tuple(_WORDS["relative"].pop("in_common"))
RELATIVE: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _WORDS["relative"].items()}
ALONE: tuple[str, ...] = tuple(_WORDS["alone"]["words"])
EVERY: tuple[str, ...] = tuple(_WORDS["every"]["words"])
PAPERS = frozenset(_WORDS["papers"]["words"])
PAPER_CUES = frozenset(_WORDS["papers"]["cues"])
WORDS_OF_A_DEADLINE = frozenset(_WORDS["papers"]["words_of_a_deadline"])
PAPERS_ALIKE: tuple[tuple[str, ...], ...] = tuple(tuple(said) for said in _WORDS["papers"]["alike"])
BEFORE_A_DEPARTMENT = frozenset(_WORDS["department"]["before"])
AFTER_A_DEPARTMENT = frozenset(_WORDS["department"]["after"])
OF_WHAT_IS_SAID: str = _WORDS["negations"]["of_what_is_said"]
STATING: dict[str, str] = {key: said for key, said in _WORDS["stating"].items() if isinstance(said, str)}
NAMES_STATED: dict[str, tuple[str, ...]] = {key: tuple(said) for key, said in _WORDS["stating"]["names"].items()}
