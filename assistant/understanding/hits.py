"""The phrases of the lexicon that are found in a question, and those of them that name no row there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.words import Word

_EXPERIENCE = "class_requirements.experience"
# Between "experience" and what it is to be of: "experience in supervision", "experience supervising".
_LINK = re.compile(r"\s(?:(?:in|with|of|as)\s(?:an?\s|the\s)?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FieldHit:
    """A phrase found: the field or section that it names, and the places of its words among the question's.

    ``target`` is null where the phrase has another sense; ``said`` are the words.
    """

    target: str | None
    is_section: bool
    places: tuple[int, ...]
    said: tuple[str, ...]


def without_kinds_of_experience(question: str, words: Sequence[Word], hits: Sequence[FieldHit]) -> list[FieldHit]:
    """The hits but for those that say what experience is to be of: "budget experience" asks of no budget.

    Args:
        question: what was asked.
        words: the words whose places the hits have.
        hits: the phrases found.
    """
    of_experience = [hit for hit in hits if hit.target == _EXPERIENCE and "experience" in hit.said]
    return [one for one in hits if not any(_is_of(question, words, one, it) for it in of_experience if it != one)]


def _is_of(question: str, words: Sequence[Word], kind: FieldHit, experience: FieldHit) -> bool:
    begun, ended = words[experience.places[0]].start, words[experience.places[-1]].end
    before = question[words[kind.places[-1]].end : begun] if kind.places[-1] < experience.places[0] else ""
    after = question[ended : words[kind.places[0]].start] if kind.places[0] > experience.places[-1] else ""
    return before == " " or _LINK.fullmatch(after) is not None
