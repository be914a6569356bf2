"""Questions of whose work something is: how they are asked, and the work that they ask about."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from assistant.answering.coverage import telling
from assistant.understanding.asking import asking_part
from assistant.understanding.lexicon import JOB_NOUNS, PRONOUN
from assistant.understanding.typed import plain_words
from assistant.understanding.words import words_of

# Where something said begins.
_BEGINS = r"(?:^|[,;:.!?]|\b(?:and|so|ok|okay|hi|hello|please|tell me|do you know|wonder|find out|know)\b)\W*"


def asks_whose_work(text: str) -> bool:
    """Whether the form of a question asks whose work something is: "who digs graves?", "a leak: which trade?"."""
    return _asking().search(plain_words(text)) is not None


def work_in(text: str) -> str:
    """What a question says of the work itself, as it was typed; all of it where nothing is left without its frame.

    What is told before it asks is left out, unless it points back at that.
    """
    asking = asking_part(text)
    asking = text if re.search(PRONOUN, asking, re.IGNORECASE) else asking
    left = " ".join(_frames().sub(" ", asking).split()).strip(" ,;:.!?")
    return left if telling(words_of(left)) else text


@lru_cache(maxsize=1)
def _asking() -> re.Pattern[str]:
    return re.compile(f"{_BEGINS}(?:{'|'.join(_said('asking'))})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _frames() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{frame})" for frame in _said("frames")), re.IGNORECASE)


def _said(name: str) -> list[str]:
    """The expressions of a table, written out."""
    table = tomllib.loads(files("assistant.searching").joinpath("whose_work.toml").read_text(encoding="utf-8"))
    kind = rf"(?:{'|'.join(table['kinds'])})(?:es|s)?\b"
    noun = rf"(?:{'|'.join(sorted(JOB_NOUNS))})s?"
    return [said.replace("{kind}", kind).replace("{noun}", noun) for said in table[name]]
