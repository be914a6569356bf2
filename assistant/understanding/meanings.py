"""Which field or section a question means, in words that the lexicon does not have: the nearest in meaning.

What each is about, and what people ask who mean it, stands in ``meanings.toml``; a question is compared with all of it
by the library's embedding model. It is a second look at questions in which the lexicon found nothing: no other pays for
it.
"""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from assistant.draft import section_of
from assistant.understanding.asking import asking_part
from assistant.understanding.lexicon import OTHER_SECTION_PHRASES, SECTION_PHRASES
from assistant.understanding.query import Fields, Naming, Operation, Query
from assistant.understanding.words import Word

# Chosen with benchmarks/calibrate.py; cosines. From ``SURE`` on a field is looked up before sentences are searched,
# from ``LEAST`` on where none answers, or ``LEAST_OF_POLAR``, since most questions of yes or no are about a task, as
# "does she carry a gun" is. What is no further than ``MARGIN`` from the nearest may be meant as well.
SURE = 0.6
LEAST = 0.5
LEAST_OF_POLAR = 0.55
MARGIN = 0.05
_NOTHING = "nothing"
_SOMEBODY = "somebody"
_MOST_FIELDS = 2
_OF_THE_CLASS = (Naming.QUESTION, Naming.HISTORY)
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|this|our|your)\s+$", re.IGNORECASE)

Similarities = Callable[[str, Sequence[str]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Meant:
    """The fields or the section that a question means, how near it is to what they mean, and to which words of it."""

    fields: Fields
    similarity: float
    nearest: str

    @property
    def is_sure(self) -> bool:
        """Whether they are meant, whatever sentences say."""
        return self.similarity >= SURE

    def asked(self, query: Query) -> Query:
        """The query, asking for them."""
        operation = Operation.LOOKUP if self.fields.fields else Operation.SECTION
        return replace(query, operation=operation, fields=self.fields)


def fields_meant(query: Query, similarities: Similarities) -> Meant | None:
    """What a question about one class means, in which the lexicon found nothing; none if that is not clear.

    Args:
        query: the question, understood without a model.
        similarities: how near in meaning each of some texts is to another: cosines.
    """
    is_open = query.operation is Operation.PASSAGES and query.prose_topic is None and not query.codes
    if not is_open or len(query.classes.entries) != 1:
        return None
    meant = meant_by(asked_of_somebody(query.question, query.classes.words), similarities)
    return meant if meant is not None and meant.similarity >= _least(query) else None


def _least(query: Query) -> float:
    """How near a field must be to be taken: a question that names no class may have nothing to do with one."""
    if query.classes.naming not in _OF_THE_CLASS:
        return SURE
    return LEAST_OF_POLAR if query.is_polar else LEAST


def meant_by(said: str, similarities: Similarities) -> Meant | None:
    """What some words mean, however far it is; none if that is nothing of the form, or as well several parts of it."""
    near = _nearest(similarities(said, tuple(descriptions())))
    _, (similarity, words) = near[0]
    chosen = _chosen([target for target, (each, _) in near if each >= similarity - MARGIN])
    return Meant(chosen, similarity, words) if chosen else None


def asked_of_somebody(text: str, class_words: Sequence[Word]) -> str:
    """The asking part of a text, with "somebody" for the class that it is asked of."""
    asking = asking_part(text)
    said, at = "", 0
    for start, end in _runs(asking, class_words):
        said += f"{_ARTICLE_BEFORE.sub('', asking[at:start])}{_SOMEBODY}"
        at = end
    return " ".join(f"{said}{asking[at:]}".split())


def _runs(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The places of words that follow each other, each run as one."""
    runs: list[tuple[int, int]] = []
    for start, end in sorted({(word.start, word.end) for word in words}):
        if runs and not text[runs[-1][1] : start].strip(" -,'’s"):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _nearest(similarities: Sequence[float]) -> list[tuple[str, tuple[float, str]]]:
    """Each field and section with the similarity of the nearest of its descriptions and that one, the nearest first."""
    best: dict[str, tuple[float, str]] = {}
    for (words, target), similarity in zip(descriptions().items(), similarities, strict=True):
        if target not in best or similarity > best[target][0]:
            best[target] = (similarity, words)
    return sorted(best.items(), key=lambda one: (-one[1][0], one[0]))


def _chosen(near: Sequence[str]) -> Fields | None:
    """The fields or the section that several near ones stand for: they must be of one section."""
    section = section_of(near[0])
    if _NOTHING in near or any(section_of(one) != section for one in near):
        return None
    if section in near and section in SECTION_PHRASES | OTHER_SECTION_PHRASES:
        return Fields(sections=(section,))
    return Fields(fields=tuple(near)) if len(near) <= _MOST_FIELDS else None


@lru_cache(maxsize=1)
def descriptions() -> Mapping[str, str]:
    """Every description, and the field or section that it is of."""
    text = files("assistant.understanding").joinpath("meanings.toml").read_text(encoding="utf-8")
    meanings: dict[str, list[str]] = tomllib.loads(text)["meanings"]
    return {words: target for target, said in meanings.items() for words in said}
