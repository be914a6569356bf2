"""A sentence of a spec as what it says of the holder of a class: each verb with what belongs to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.entailing_words import CONDITIONS, HOLDERS, NEGATORS, VERBS_WITHOUT_OBJECT, WAIVED
from assistant.understanding.lexicon import ROMAN
from assistant.understanding.words import Word, words_of

_CLAUSES = re.compile(
    r";\s+|(?<!\bto:)(?<=:)\s+|(?<=[.!])\s+|"
    r",?\s+(?:but|yet|though|although)\s+(?!(?:is |are )?not (?:required|necessary)\b)"
)
_LIST_MARK = re.compile(r"^\W*(?:\(?\d{1,2}[.)]\s+|[•·*-]\s+)?\W*")
_PIECES = re.compile(r",\s*(?:and/or|and|or|then)\s+|,\s*|\s+(?:and/or|and|or)\s+")
_PREFIX = re.compile(r"^(?:under|as|in|on|at|during|with|for|by)\b[^,]{0,90},\s+", re.IGNORECASE)
_AUXILIARIES = r"(?:(?:may|must|will|shall|should|can|also|often|usually|normally|typically|be able to|to)\s+)*"
_BASE_FORM = re.compile(
    rf"^(?:must|may|can|ability to:?|able to|willingness to|to)\b:?\s*(?:be able to\s+)?{_AUXILIARIES}", re.IGNORECASE
)
_NO_VERBS = frozenset("is are was were be been may will must can could should would has have had".split())
_NO_VERB_AFTER = _NO_VERBS | frozenset(
    "of in on at to for with by from into and or under over within through during".split()
)
_BEING = frozenset({"is", "are", "be"})
_HOW_OFTEN = frozenset({"often", "sometimes", "always"})
_POINTS_BACK = frozenset({"them", "it", "their", "its"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb, or several with one object, and all that belongs to it, as stems; ``clause`` is around it.

    ``state`` are the words of what somebody is rather than does, or of what is done to him: "is on call every night".
    """

    heads: frozenset[str]
    stems: frozenset[str]
    clause: "Clause"
    state: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its words, and the words that make it conditional."""

    text: str
    words: tuple[Word, ...]
    is_denied: bool
    conditions: frozenset[str]

    @property
    def is_waiver(self) -> bool:
        """Whether it says that something is not demanded."""
        return re.search(WAIVED, self.text, re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence."""
    found: list[Clause] = []
    for part in (part for part in _CLAUSES.split(sentence) if part.strip()):
        # "When driving is a requirement of the position: ..."
        held = found[-1].conditions if found and found[-1].text.endswith(":") else frozenset()
        found.append(_clause(part, held))
    return tuple(found)


def _clause(part: str, held: frozenset[str]) -> Clause:
    text = _LIST_MARK.sub("", " ".join(part.split())).rstrip(".")
    words = words_of(text)
    plain = f" {' '.join(word.text for word in words)} "
    conditions = frozenset(one for one in CONDITIONS if f" {one} " in plain)
    return Clause(text, words, any(word.text in NEGATORS for word in words), conditions | held)


def sayings(sentence: str, title: str, *, is_duty: bool) -> Iterator[Saying]:
    """What a sentence says that the holder of a class does, verb by verb.

    Args:
        sentence: the sentence.
        title: the class, which may be its subject.
        is_duty: whether it stands among duties, where a bare verb may begin it.
    """
    before: frozenset[str] = frozenset()
    for clause in clauses(sentence):
        for heads, said in _by_verb(clause.text, title, is_duty=is_duty):
            stems = frozenset(word.stem for word in said)
            points_back = any(word.text in _POINTS_BACK for word in said)
            state = frozenset(word.text for word in said[1:]) if said[0].text in _BEING else frozenset[str]()
            yield Saying(frozenset(heads), stems | before if points_back else stems, clause, state)
            before = stems


def _by_verb(text: str, title: str, *, is_duty: bool) -> list[tuple[set[str], list[Word]]]:
    """The verbs of a clause whose subject is the class, each with the words that belong to it."""
    rest, is_bare = _after_subject(text, title, is_duty=is_duty)
    if rest is None:
        return []
    found: list[tuple[set[str], list[Word]]] = []
    for place, piece in enumerate(piece for piece in _PIECES.split(rest) if piece and piece.strip()):
        words = words_of(piece)
        while len(words) > 1 and (words[0].text.endswith("ly") or words[0].text in _HOW_OFTEN):
            words = words[1:]
        if not words:
            continue
        has_object_so_far = bool(found) and len(found[-1][1]) > len(found[-1][0])
        is_verb = place == 0 or _is_verb(words, is_bare=is_bare) or (len(words) == 1 and not has_object_so_far)
        if is_verb and (not found or has_object_so_far):
            found.append(({words[0].stem}, list(words)))
        elif found:
            found[-1][1].extend(words)
            if is_verb:
                found[-1][0].add(words[0].stem)
    return found


def _is_verb(words: Sequence[Word], *, is_bare: bool) -> bool:
    """Whether a part of a list begins with a verb rather than with a noun of the list before it."""
    first = words[0].text
    if first in VERBS_WITHOUT_OBJECT:
        return True
    if len(words) < 2 or words[1].text in _NO_VERB_AFTER:
        return False
    return is_bare or (first.endswith("s") and not first.endswith(("ss", "us")))


def _after_subject(text: str, title: str, *, is_duty: bool) -> tuple[str | None, bool]:
    """What follows the subject, and whether its verb is bare; nothing where the class is not the subject."""
    bare = _PREFIX.sub("", text)
    base = _BASE_FORM.match(bare)
    if base:
        return bare[base.end() :], True
    subject = _subject(title).match(bare)
    if subject:
        return bare[subject.end() :], subject["plural"] is not None or subject["modal"] is not None
    words = words_of(bare)
    if words and words[0].text in _BEING:
        return bare, False
    if len(words) < 2 or words[1].text in _NO_VERBS:
        return None, False
    first = words[0].text
    if first.endswith("s") and not first.endswith(("ss", "us")) and words[1].text != "of":
        return bare, False
    is_bare = is_duty and first not in _NO_VERB_AFTER and first.isalpha() and not first.endswith(("ing", "ed"))
    return (bare, True) if is_bare else (None, False)


@lru_cache(maxsize=1024)
def _subject(title: str) -> re.Pattern[str]:
    """The class as the subject of a sentence: its title, the noun of it, or whoever holds a class."""
    noun = next((word.text for word in reversed(words_of(title)) if word.text not in ROMAN), "incumbent")
    nouns = "|".join(re.escape(one) for one in sorted({noun, *HOLDERS}))
    named = re.escape(title)
    return re.compile(
        rf"^(?:the |an? |all )?(?:{named}|(?:{nouns})|(?P<plural>{named}s|persons|people|(?:{nouns})s))"
        rf"(?: (?:in|of) (?:this|the|these) (?:class|series|position|classification|job))?\s+"
        rf"(?P<modal>(?:may|must|will|shall|should|can)\s+)?(?:(?:also|often|usually|normally|typically)\s+)*"
        rf"(?!(?:was|were|has|have)\b)",
        re.IGNORECASE,
    )
