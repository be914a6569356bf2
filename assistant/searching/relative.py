"""Questions that measure all classes by one of them: "which jobs are heavier than the Librarian?"."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.draft import Subject
from assistant.searching.criteria import (
    KIND_OF,
    Alike,
    AllOf,
    Beside,
    Coded,
    Compared,
    Criterion,
    Qualified,
    Search,
    Than,
    anything_of,
)
from assistant.searching.criteria_marks import Kind, marks_of
from assistant.searching.criteria_words import COMPARATIVES, RELATIVE
from assistant.searching.matching import amount_of, comparable
from assistant.searching.scales import TOP, scale_of
from assistant.understanding.fields import field_hits
from assistant.understanding.hits import FieldHit
from assistant.understanding.words import Word, words_of
from ingest.model import Status

# What joins a comparison to the class that is its measure: "than the", "as that of the", "with the".
_LINK = re.compile(
    r"\b(?P<link>than|as|with|to|of|before|after)(?: (?:the|an?|our|any|that of(?: the)?|those of(?: the)?))?\W*$"
)
# "Who else is in the Librarian's department?" asks who has the same.
_OWNED = re.compile(r"(?:'s)? (?:own |class )?(?P<field>department|agency|code)\b")
_AMONG = re.compile(r"\b(?:in|of|with|from|shares?|have|has)(?: (?:the|an?|our))?\W*$")
# More words than a title behind "than" has.
_MOST_WORDS = 4
_NAMES = frozenset({"department", "agency", "service", "code"})
_DATES = frozenset({"revised", "adopted"})
_OPPOSITE = {Than.MORE: Than.AT_MOST, Than.LESS: Than.AT_LEAST, Than.SAME: Than.LESS}


@dataclass(frozen=True, slots=True)
class Relation:
    """That classes are measured by one: of which field, how they are to stand to it, and the question without that."""

    field: str
    than: Than
    rest: str


def relation_in(text: str, named: Sequence[Word], own_fields: Iterable[str]) -> Relation | None:
    """How a question measures classes by the one class that it names; nothing where it does not.

    Args:
        text: the question.
        named: the words that name that class.
        own_fields: the field paths of the rows that classes have and the form does not name.
    """
    if not named:
        return None
    start, end = min(word.start for word in named), max(word.end for word in named)
    before = text[:start].lower().replace("’", "'")
    owned = _OWNED.match(text[end:].lower().replace("’", "'"))
    if owned and _AMONG.search(before):
        return Relation(
            owned["field"], Than.SAME, text[:start] + " " * (end + owned.end() - start) + text[end + owned.end() :]
        )
    link = _LINK.search(before)
    if link is None:
        return None
    words, hits = field_hits(text, named, own_fields)
    saying = [word for word in words if word.end <= link.start()]
    found = _compared(saying, link["link"])
    if found is None:
        return None
    than, at = found
    hit = _field(hits, saying, at, than)
    if hit is None:
        return None
    field, places = hit
    is_denied, first = _denial(saying, at)
    taken = [(words[one].start, words[one].end) for one in {*places, *range(first, len(saying))}]
    rest = list(text)
    for begin, finish in [*taken, (link.start(), end)]:
        rest[begin:finish] = " " * (finish - begin)
    return Relation(field, _OPPOSITE.get(than, than) if is_denied else than, "".join(rest))


def unknown_measure(text: str) -> tuple[Word, ...]:
    """The words of a class behind "than" that no title held has: "heavier than the dog walker"; none where none is."""
    words = words_of(text)
    for at, word in enumerate(words[:-2]):
        named = list(takewhile(lambda one: not one.is_small, words[at + 2 :]))
        is_class = 0 < len(named) <= _MOST_WORDS and not any(one.text in RELATIVE["no_class"] for one in named)
        if word.text == "than" and words[at + 1].text in ("the", "a", "an") and is_class:
            return tuple(named)
    return ()


def _compared(saying: Sequence[Word], link: str) -> tuple[Than, int] | None:
    """How the words before a link compare, and the place of the one that does."""
    texts = [word.text for word in saying]
    if link in ("before", "after"):
        return (Than.LESS if link == "before" else Than.MORE), len(texts)
    if link == "than":
        of_each = {**dict.fromkeys(RELATIVE["more"], Than.MORE), **dict.fromkeys(RELATIVE["less"], Than.LESS)}
        places = [at for at, said in enumerate(texts) if said in of_each]
        return (of_each[texts[places[-1]]], places[-1]) if places else None
    same = [at for at, said in enumerate(texts) if said in RELATIVE["same"]]
    if same:
        return Than.SAME, same[-1]
    as_much = [at for at, said in enumerate(texts) if said == "as"] if link == "as" else []
    if not as_much:
        return None
    at_least = texts[as_much[-1] - 2 : as_much[-1]] == ["at", "least"]
    return (Than.AT_LEAST, as_much[-1] - 2) if at_least else (Than.SAME, as_much[-1])


def _field(hits: Sequence[FieldHit], saying: Sequence[Word], at: int, than: Than) -> tuple[str, tuple[int, ...]] | None:
    """The field that is compared, and the places of the words that name it: after the comparison, by it, or before."""
    named = [hit for hit in hits if hit.target and not hit.is_section and hit.places[-1] < len(saying)]
    able = [(hit.target, hit.places) for hit in named if hit.target and _compares(hit.target, than)]
    after = [one for one in able if one[1][0] >= at]
    if after:
        return after[0]
    texts = [word.text for word in saying[at:]]
    if "code" in texts and than is Than.SAME:
        return "code", ()
    for said, (field, _) in COMPARATIVES.items():
        if " ".join(texts).startswith(said) and not (field in _DATES and any(one[0] in _DATES for one in able)):
            return field, ()
    if any(Kind.STRENGTH in mark.says for mark in marks_of(saying[at:])):
        return "overall_strength", ()
    return able[-1] if able else None


def _compares(field: str, than: Than) -> bool:
    """Whether classes can stand so to each other in a field."""
    return anything_of(field) is not None or (than is Than.SAME and field in _NAMES)


def _denial(saying: Sequence[Word], at: int) -> tuple[bool, int]:
    """Whether a comparison is denied, as in "no heavier than", and the place where what says so begins."""
    clause = [one for one in range(at) if not any(word.text in RELATIVE["breaks"] for word in saying[one:at])]
    first = clause[0] if clause else at
    denials = [mark for mark in marks_of(saying[first:at]) if Kind.NEGATION in mark.says]
    return (True, first + denials[0].start) if denials else (False, at)


def measured_by(search: Search, subject: Subject) -> Search | None:
    """A search with what the class that it is measured by has, in its criterion; nothing where that is not known."""
    if search.beside is None:
        return search
    wanted = _wanted(search.beside, subject)
    if wanted is None:
        return None
    both = AllOf((wanted, search.criterion)) if search.criterion is not None else wanted
    return replace(search, criterion=both)


def _wanted(beside: Beside, subject: Subject) -> Criterion | None:
    """What a class must meet to stand so to another."""
    if beside.field in KIND_OF:
        kind = KIND_OF[beside.field]
        held = next((one for one in subject.held.spec.qualifications if one.kind is kind and one.is_required), None)
        return Qualified(kind, *_range(beside.than, amount_of(held), 0.0, math.inf)) if held is not None else None
    fact = subject.fact(beside.field)
    if fact is None or fact.status is not Status.READ or not fact.value:
        return None
    if beside.field in _NAMES:
        return Alike(beside.field, fact.value)
    amount = comparable(fact, lambda: subject.held.spec.legends)
    if amount is None:
        return None
    if scale_of(beside.field) is not None:
        low, high = _range(beside.than, amount, 0.0, float(TOP))
        return Coded(beside.field, math.ceil(low), math.floor(high))
    return Compared(beside.field, *_range(beside.than, amount, 0.0, math.inf))


def _range(than: Than, amount: float, least: float, most: float) -> tuple[float, float]:
    """The amounts that stand so to one, both included; of those that none can have, a range that is empty."""
    above, below = math.nextafter(amount, math.inf), math.nextafter(amount, -math.inf)
    return {
        Than.MORE: (above, most),
        Than.LESS: (least, below),
        Than.AT_LEAST: (amount, most),
        Than.AT_MOST: (least, amount),
        Than.SAME: (amount, amount),
    }[than]
