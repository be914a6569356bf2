"""What the clauses of a list share: a limit or a denial that stands once for all, the object of two verbs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.searching.criteria_clauses import LIMITS, Clause
from assistant.searching.criteria_marks import Kind, Mark
from assistant.searching.scales import scale_of
from assistant.understanding.words import Word
from ingest.form import SECTIONS, CodeKind, Shape

_BOXES = frozenset(section.key for section in SECTIONS if section.shape is Shape.BOXES)
_HEADER = "header"
_BEFORE_A_VERB = frozenset({"who", "that", "which", "to", "you", "i", "we", "they"})


def with_shared_limits(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of a list with the limits and the denial that stand once for all: "no lifting or climbing"."""
    found = list(clauses)
    for at in range(1, len(found)):
        one, before = found[at], found[at - 1]
        if not _continues(one) or one.is_denied:
            continue
        denials = tuple(mark for mark in before.marks if Kind.NEGATION in mark.says)
        if one.has_limit:  # a limit of its own ends what "and" carries on, and not what "or" does
            is_denied = one.joiner == "or" and before.is_denied and _measures(one) & _measures(before)
            found[at] = replace(one, marks=(*one.marks, *(denials if is_denied else ())))
        elif before.hits:
            carried = denials if one.joiner == "or" or _are_of_one_kind(one, before) else ()
            found[at] = replace(one, marks=(*one.marks, *(_limits_for(one, before) or carried)))
    for at in range(len(found) - 1, 0, -1):
        one, before = found[at], found[at - 1]
        is_neither = one.joiner == "or" and before.is_denied and one.is_denied
        if _continues(one) and _limits_behind(one) and not before.has_limit and (is_neither or not before.is_denied):
            limits = tuple(mark for mark in _limits_for(before, one) if set(mark.says) & LIMITS)
            found[at - 1] = replace(before, marks=(*before.marks, *limits))
    return tuple(found)


def with_shared_object(clauses: Sequence[Clause], words: Sequence[Word]) -> tuple[Clause, ...]:
    """The clauses of words alone; of two verbs that "or" joins the first has the object of the second.

    "Who shovels or plows snow": the one word between what asks and "or" is a verb.
    """
    found = list(clauses)
    for at, (one, other) in enumerate(pairwise(clauses)):
        if one.hits or one.marks or other.hits or other.marks or other.joiner != "or" or len(one.words) != 1:
            continue
        verb = words.index(one.words[0])
        is_led = verb > 0 and words[verb - 1].text in _BEFORE_A_VERB
        is_joined = words[verb + 1 : verb + 2] and words[verb + 2 : verb + 3] == other.words[:1]
        if is_led and is_joined and len(other.words) > 1:
            found[at] = replace(one, words=(*one.words, *other.words[1:]))
    return tuple(found)


def _limits_behind(clause: Clause) -> bool:
    """Whether a clause says how much behind what it names: "kneel or crouch often", not "kneel or frequent walking"."""
    first = min((hit.places[0] for hit in clause.hits), default=0)
    return clause.has_limit and any(mark.start > first for mark in clause.marks if set(mark.says) & LIMITS)


def _are_of_one_kind(one: Clause, other: Clause) -> bool:
    """Whether two clauses speak of what stands in one section, or is measured alike: "no office and warehouse"."""
    sections = [{hit.target.partition(".")[0] for hit in clause.hits if hit.target} for clause in (one, other)]
    return bool(sections[0] & sections[1] or _measures(one) & _measures(other))


def _continues(clause: Clause) -> bool:
    return clause.is_close and clause.joiner != "anew"


def _limits_for(one: Clause, other: Clause) -> tuple[Mark, ...]:
    """The limits and denials of another clause that can limit one: only if both speak of what is measured alike."""
    if not _measures(one) & _measures(other):
        return ()
    return tuple(mark for mark in other.marks if set(mark.says) & {*LIMITS, Kind.NEGATION})


def _measures(clause: Clause) -> set[str]:
    """What the fields of a clause are measured by: how often, a strength; else what their section holds."""
    targets = {hit.target for hit in clause.hits if hit.target and not hit.is_section}
    return {_measure(target) for target in targets}


def _measure(field: str) -> str:
    scale = scale_of(field)
    if scale is CodeKind.STRENGTH:
        return scale.value
    if scale is not None:
        return CodeKind.FREQUENCY.value
    section, _, key = field.partition(".")
    return field if key and section not in _BOXES else section if key else _HEADER
