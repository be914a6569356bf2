"""Whether a sentence says that what is asked is so, or that it is not: by its words, or not at all."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from assistant.answering.clauses import Clause, Saying, clauses, sayings
from assistant.answering.entailing_words import (
    DEMANDED,
    EXPERIENCE,
    IDLE,
    NOT_DEMANDED,
    PERMISSIONS,
    POWERS,
    SCHOOLING,
    WAYS_OF_WORKING,
)
from assistant.answering.normal_wording import light_verbs
from assistant.answering.propositions import Proposition, stands_in
from assistant.understanding.words import Word, words_of

_NEGATOR = re.compile(r"\b(?:no|not|never|without|nor|neither)\b", re.IGNORECASE)
_ELEMENTS = re.compile(r",\s*(?:and|or)?\s*|\s+(?:and|or)\s+")
_END_OF_SCOPE = re.compile(r",?\s+and\s+(?=\w+s\s)")
_CARRIERS = frozenset({"has", "have", "is", "are", "be", "and", "with", "but", "does", "do"})
_WORK = "work"
_OR = re.compile(r",?\s+or\s+")


def says_yes(
    asked: Proposition,
    sentence: str,
    title: str,
    context: Collection[str] = (),
    *,
    is_duty: bool,
    is_demand: bool = False,
) -> bool:
    """Whether a sentence says for certain, and of all, that what is asked is so.

    Args:
        asked: what the question puts forward.
        sentence: the sentence, which speaks of the holder of the class.
        title: the class.
        context: stems that stand beside the sentence for where and of whom it holds.
        is_duty: whether the sentence stands among duties.
        is_demand: whether it stands where nothing but what is demanded does.
    """
    if _is_demanded(asked, sentence, is_demand=is_demand):
        return True
    certain = [one for one in sayings(sentence, title, is_duty=is_duty) if _is_certain(one.clause, asked)]
    if asked.is_state and any(_is_in_state(asked.words, one) for one in certain):
        return True
    if asked.is_passive:
        return False
    said = [one for one in certain if not one.state]
    if _in_one(asked.words, said, context, asked.light):
        return True
    return len(asked.parts) > 1 and all(_in_one(part, said, context, asked.light) for part in asked.parts)


def says_no(asked: Proposition, sentence: str, context: Collection[str] = ()) -> bool:
    """Whether a sentence denies just what is asked, or says that it is not demanded where that is asked."""
    stems = {word.stem for word in words_of(sentence)} | set(context)
    if not all(stands_in(word, stems) for word in asked.core):
        return False
    return any(_denies(clause, asked) for clause in clauses(sentence)) or _has_another_way(asked, sentence)


def _in_one(
    words: Sequence[Word], said: Sequence[Saying], context: Collection[str], light: Sequence[Word] = ()
) -> bool:
    """Whether one verb and what belongs to it has all the words, the verb among them."""
    is_of_working = all(word.text in WAYS_OF_WORKING or word.text.isdigit() for word in words)
    return any(
        (any(stands_in(word, one.heads) for word in (*words, *light)) or (is_of_working and _WORK in one.heads))
        and all(stands_in(word, one.stems) or stands_in(word, context) for word in words)
        for one in said
    )


def _is_in_state(words: Sequence[Word], said: Saying) -> bool:
    """Whether somebody is said to be all that is asked, or to have it done to him.

    Who is supervised supervises nobody by that: participles have to stand as they are asked.
    """
    participles = {word.text for word in words if word.text.endswith(("ing", "ed"))}
    return bool(said.state) and participles <= said.state and all(stands_in(word, said.stems) for word in words)


def _is_certain(clause: Clause, asked: Proposition) -> bool:
    return not clause.is_denied and clause.conditions <= (PERMISSIONS if asked.is_permission else set())


def _is_demanded(asked: Proposition, sentence: str, *, is_demand: bool) -> bool:
    """Whether a clause demands all that a question of demand names, and leaves no other way."""
    return (
        asked.is_demand
        and not asked.is_act
        and any(
            (is_demand or re.search(DEMANDED, clause.text, re.IGNORECASE))
            and not clause.is_denied
            and not clause.conditions
            and not _OR.search(clause.text)
            and all(stands_in(word, {one.stem for one in clause.words}) for word in asked.words)
            for clause in clauses(sentence)
        )
    )


def _denies(clause: Clause, asked: Proposition) -> bool:
    if asked.is_demand and re.search(NOT_DEMANDED, clause.text, re.IGNORECASE):
        stems = {word.stem for word in clause.words}
        return clause.conditions <= {"preferred", "desired", "desirable", "helpful"} and all(
            stands_in(word, stems) for word in asked.words
        )
    stems = {word.stem for word in clause.words}
    if asked.core != asked.words and not all(stands_in(word, stems) for word in asked.core):
        return False
    return not clause.conditions and any(_is_all_asked(element, asked) for element in _denied(clause, asked))


def _denied(clause: Clause, asked: Proposition) -> Iterator[tuple[Word, ...]]:
    """Each thing that a clause denies of what is asked, one after the other."""
    for found in _NEGATOR.finditer(clause.text):
        before = words_of(clause.text[: found.start()])
        if not _is_of_what_is_asked(before[-1] if before else None, found[0].lower(), asked):
            continue
        scope = _END_OF_SCOPE.split(clause.text[found.end() :])[0]
        if found[0].lower() in ("no", "never", "without"):
            scope = scope.split(",")[0]
        for element in _ELEMENTS.split(scope):
            if _NEGATOR.search(element):
                break
            yield tuple(word for word in words_of(element) if not word.is_small and word.text not in POWERS)


def _is_of_what_is_asked(last: Word | None, negator: str, asked: Proposition) -> bool:
    """Whether what stands before a denial is the verb asked, or only carries it; for a passive question, a state."""
    if asked.is_passive:
        return last is not None and last.text in ("is", "are", "be")
    if negator not in ("no", "not") or last is None or last.text in _CARRIERS:
        return True
    return any(stands_in(word, {last.stem}) for word in asked.words)


def _is_all_asked(element: Sequence[Word], asked: Proposition) -> bool:
    """Whether all of what is denied is asked, so that not only a part of what is asked is denied."""
    stems = {word.stem for word in asked.words}
    light = light_verbs(element)
    telling = [word for word in element if word.text not in IDLE and word not in light]
    return bool(telling) and all(stands_in(word, stems) for word in telling)


def _has_another_way(asked: Proposition, sentence: str) -> bool:
    """Whether a demand for schooling can be met by experience in its stead, or the other way round."""
    if not asked.is_demand:
        return False
    said = [clause.text for clause in clauses(sentence) if not clause.is_denied]
    pairs = [tuple(_OR.split(text, maxsplit=1)) for text in said if _OR.search(text)]
    pairs += [(one, other) for one, other in pairwise(said) if other.lower().startswith("or ")]
    return any(_is_one_of(asked, first, second) or _is_one_of(asked, second, first) for first, second in pairs)


def _is_one_of(asked: Proposition, own: str, other: str) -> bool:
    """Whether all that is asked is in one way to meet a demand, and the other way is of the other kind."""
    stems = {word.stem for word in words_of(own)}
    kinds = ((SCHOOLING, EXPERIENCE), (EXPERIENCE, SCHOOLING))
    is_of_kind = any(
        re.search(kind, own, re.IGNORECASE)
        and re.search(other_kind, other, re.IGNORECASE)
        and not re.search(kind, other, re.IGNORECASE)
        for kind, other_kind in kinds
    )
    return is_of_kind and all(stands_in(word, stems) for word in asked.words)
