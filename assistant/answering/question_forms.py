"""The forms in which a question is put to the sentences of a class: with the class by its title, and without it.

People name a class in their own words, or point at it ("this job", "it"); its spec calls it by its title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.coverage import vocabulary
from assistant.draft import Subject
from assistant.understanding.query import Naming, Query
from assistant.understanding.spelling import corrected
from assistant.understanding.words import Word, words_of

_ANYONE = "they"
_POINTING = re.compile(r"\b(?:this|that|the) (?:job|class|classification|position|role|post|spec)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|they|them)\b", re.IGNORECASE)
_ARTICLE = re.compile(rf"\b(?:an?|the) (?={_ANYONE}\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuestionForms:
    """A question with its class by its title, the same with ``they`` for it, and its words beside the class.

    Slips of the pen are corrected to words of the spec.
    """

    of_class: str
    of_anyone: str
    words: tuple[Word, ...]


def forms_of(query: Query, subjects: Sequence[Subject]) -> QuestionForms:
    """The forms of a question about some classes, of which the first is called by its title."""
    text = _questions_of(query.question)
    known = frozenset().union(*(vocabulary(subject.held.spec.passages) for subject in subjects))
    words = corrected([word for word in query.topic_words if _stands_in(word, text)], known)
    named = sorted((word.start, word.end) for word in query.classes.words if _stands_in(word, text))
    if query.classes.naming is not Naming.QUESTION or not named:
        plain = _edited(text, words, None)
        of_anyone = _POINTING.sub(_ANYONE, plain, count=1)
        return QuestionForms(_pointed(plain, subjects[0].title), of_anyone, words)
    place = (named[0][0], named[-1][1])
    title = subjects[0].title
    # Part of a title may be meant as it stands: "how long a clerk before chief clerk?"
    is_whole = len(named) == len(words_of(title)) == len(words_of(text[place[0] : place[1]]))
    of_class = _edited(text, words, (*place, title) if is_whole else None)
    return QuestionForms(of_class, _ARTICLE.sub("", _edited(text, words, (*place, _ANYONE))), words)


def _questions_of(text: str) -> str:
    """The text with the sentences blanked that end in no question mark, at its old places, where others do."""
    sentences = re.split(r"(?<=[.!?])(?=\s)", text)
    if len(sentences) == 1 or not any(sentence.rstrip().endswith("?") for sentence in sentences):
        return text
    return "".join(one if one.rstrip().endswith("?") else " " * len(one) for one in sentences)


def _stands_in(word: Word, text: str) -> bool:
    return bool(text[word.start : word.end].strip())


def _edited(text: str, words: Sequence[Word], name: tuple[int, int, str] | None) -> str:
    """The text with the words as they are now spelled, and with a name put in a place; white space folded."""
    spelled = [(word.start, word.end, word.text) for word in words if _is_corrected(word, text)]
    outside = [edit for edit in spelled if name is None or edit[1] <= name[0] or name[1] <= edit[0]]
    for start, end, meant in sorted([*outside, *([name] if name else [])], reverse=True):
        text = text[:start] + meant + text[end:]
    return " ".join(text.split())


def _pointed(text: str, title: str) -> str:
    """The text with a title where it points at a class, or at its end."""
    of_its_noun = re.compile(rf"\b(?:this|that|the) {re.escape(title.split()[-1])}\b", re.IGNORECASE)
    for pointing in (_POINTING, of_its_noun, _PRONOUN):
        if pointing.search(text):
            return pointing.sub(lambda _: f"the {title}", text, count=1)
    return f"{text.rstrip('?. ')} for the {title}?"


def _is_corrected(word: Word, text: str) -> bool:
    """Whether a word is spelled otherwise than the text has it."""
    return words_of(text[word.start : word.end])[0].text != word.text
