"""What is asked, whichever class it is asked of: now, or in an earlier turn."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Question
from assistant.understanding.asking import asking_part, with_sentence_before
from assistant.understanding.fields import find_fields
from assistant.understanding.lexicon import (
    AGAIN_WORDS,
    LEVELS,
    POINTS_AT_WHAT_IS_BEFORE,
    PRONOUN,
    ROMAN,
    UNTELLING_WORDS,
)
from assistant.understanding.query import Fields
from assistant.understanding.typed import plain_words
from assistant.understanding.words import Word, words_of

# An asking part without a word that tells something points at what was told before it.
_TELLING = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, whichever class it is asked of."""

    text: str
    fields: Fields
    words: tuple[Word, ...]
    told: str
    told_fields: Fields

    @classmethod
    def of(cls, text: str, class_words: Sequence[Word], own_fields: Iterable[str], told: str | None = None) -> "Asked":
        """What a text asks beside the words that name a class; ``told`` is all that was said with it."""
        named = {(word.start, word.end) for word in class_words}
        words = tuple(word for word in words_of(text) if (word.start, word.end) not in named)
        fields = find_fields(text, class_words, own_fields)
        told_fields = fields if told in (None, text) else find_fields(told or text, class_words, own_fields)
        return cls(text, fields, words, told or text, told_fields)

    @property
    def says_something(self) -> bool:
        """Whether more is said than which class is meant."""
        telling = any(
            not word.is_small
            and word.text not in UNTELLING_WORDS
            and word.text not in ROMAN
            and word.text not in LEVELS
            for word in self.words
        )
        return bool(self.fields.fields or self.fields.sections or telling)


def asked_in(text: str, class_words: Sequence[Word], own_fields: Iterable[str], *, goes_on: bool = False) -> Asked:
    """What the asking part of a text asks; all of the text, where that part only points at the rest ("does it?").

    ``goes_on``: whether something was asked before, which "and for the librarian?" asks again.
    """
    asked = Asked.of(asking_part(text), class_words, own_fields, told=text)
    if goes_on and asks_again(asked):
        return asked
    named = [field for field in asked.fields.fields if field != "revised"]
    telling = [word for word in asked.words if not word.is_small and word.text not in UNTELLING_WORDS]
    points = len(telling) < _TELLING or (bool(asked.told_fields.fields) and re.search(PRONOUN, plain_words(asked.text)))
    is_pointing = not named and not asked.fields.sections and points
    if not is_pointing and not re.match(POINTS_AT_WHAT_IS_BEFORE, plain_words(asked.text)):
        return asked
    near = Asked.of(with_sentence_before(text, asked.text), class_words, own_fields, told=text)
    return near if near.says_something else Asked.of(text, class_words, own_fields)


def asked_before(
    question: Question, own_fields: Iterable[str], class_words: Callable[[str], Sequence[Word]]
) -> Asked | None:
    """What the last turn of the person asked that says something; "and for the librarian?" asks it again.

    Args:
        question: the question, with the conversation.
        own_fields: the field paths of the rows that the class has and the form does not name.
        class_words: the words of a turn that name a class.
    """
    for turn in reversed(question.history):
        if turn.role == "user":
            asked = asked_in(turn.content, class_words(turn.content), own_fields)
            if asked.says_something and not asks_again(asked):
                return asked
    return None


def asks_again(asked: Asked) -> bool:
    """Whether a text only names a class, or says that the same is asked of it."""
    return all(word.text in AGAIN_WORDS for word in asked.words)
