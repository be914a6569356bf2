"""Whether a particular person is asked about: their fitness, eligibility or chances are not judged."""

import re
from collections.abc import Sequence

from assistant.understanding.asked import Asked
from assistant.understanding.judgement_words import JUDGEMENT_QUESTIONS, OF_THE_WORK, OWNERSHIP
from assistant.understanding.lexicon import CIRCUMSTANCES, CONDITIONS, ELIGIBILITY_FIELDS, OPEN_QUESTION
from assistant.understanding.phrases import standing, without_other_senses
from assistant.understanding.query import Fields
from assistant.understanding.typed import plain_words
from assistant.understanding.words import Word

_ELIGIBILITY = re.compile(
    r"\b(?:qualif|eligib|hire|hired|hiring|chance|meet|without|make the cut|make the grade)", re.IGNORECASE
)
_ABILITY = re.compile(
    r"\b(?:can|could|able|would)\b (?:i|he|she|they|someone|somebody|anyone|a person)\b", re.IGNORECASE
)


def is_judgement(asked: Asked, *, has_condition: bool) -> bool:
    """Whether a particular person's fitness, eligibility or chances are asked about.

    Whoever tells of a condition and then asks how often something is done, or what the work is like, asks for that.
    """
    plain, told = plain_words(asked.text), plain_words(asked.told)
    asks = any(re.search(pattern, plain) for pattern in JUDGEMENT_QUESTIONS)
    is_somebodys = re.search(OWNERSHIP, told) or _ABILITY.search(told)
    is_open = asked.fields.fields and re.search(OPEN_QUESTION, plain) and not _ABILITY.search(plain)
    is_of_the_work = re.search(OF_THE_WORK, plain) is not None
    return asks or (has_condition and is_somebodys is not None and not is_open and not is_of_the_work)


def conditions_in(words: Sequence[Word]) -> tuple[str, ...]:
    """The fields that a condition of a person bears on, if the question names one."""
    free = without_other_senses(words)
    named = standing(tuple(CONDITIONS), free)
    return tuple(dict.fromkeys(field for condition in named for field in CONDITIONS[condition]))


def demands_asked(text: str, fields: Fields, conditions: tuple[str, ...]) -> Fields:
    """The demands to show: those named, those that what is told of the person bears on, or what decides in general."""
    plain = plain_words(text)
    told = [field for pattern, bears_on in CIRCUMSTANCES.items() if re.search(pattern, plain) for field in bears_on]
    eligibility = ELIGIBILITY_FIELDS if fields.fields and _ELIGIBILITY.search(text) else ()
    asked = tuple(dict.fromkeys((*fields.fields, *conditions, *told, *eligibility)))
    if asked or fields.sections:
        return Fields(asked, () if asked else fields.sections, fields.words)
    return Fields(ELIGIBILITY_FIELDS if _ELIGIBILITY.search(text) else ("overall_strength",), (), fields.words)
