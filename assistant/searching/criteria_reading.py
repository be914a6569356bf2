"""From a question asked of all classes to what each class must meet."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from assistant.searching.criteria import (
    BUDGET,
    FUNCTION_STRENGTH,
    OTHER_REQUIREMENTS,
    AllOf,
    AnyOf,
    Coded,
    Compared,
    Criterion,
    Dated,
    Extreme,
    Mentioned,
    Search,
    Worded,
    anything_of,
    singles,
)
from assistant.searching.criteria_beyond import untold
from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_extremes import ENDS_OF_DATES, extreme_in
from assistant.searching.criteria_fields import (
    amount_wanted,
    coded,
    due_within,
    level_spoken_of,
    licence_wanted,
    wanted_of,
)
from assistant.searching.criteria_joining import combined
from assistant.searching.criteria_limits import money_between, strength_of_pounds, years_between
from assistant.searching.criteria_lists import with_shared_limits, with_shared_object
from assistant.searching.criteria_marks import NUMBERS_IN_WORDS, Kind
from assistant.searching.criteria_neighbours import beside_each_other, without_words
from assistant.searching.criteria_rereading import reread
from assistant.searching.criteria_stated import stated_in
from assistant.searching.criteria_subjects import with_subject
from assistant.searching.criteria_words import PAPER_CUES, PAPERS, ROW_NAMES
from assistant.searching.scales import TOP, scale_of
from assistant.understanding.fields import field_hits
from assistant.understanding.hits import FieldHit
from assistant.understanding.place_names import Places, place_hits
from assistant.understanding.words import Word, words_of
from ingest.form import CodeKind

_COUNT = re.compile(
    r"\bhow many\b|\bnumber of\b|\bcount\b|\bwhat (?:percentage|percent|share|proportion) of\b", re.IGNORECASE
)
# "What can I do with a diploma?": what somebody has is the most that may be required.
_POSSESSION = re.compile(
    r"\b(?:can|could|may|would|should) (?:i|you|u|we|he|she|they|someone|somebody|a person|people)\b.*\b(?:with|on)\b|"
    r"\b(?:i|he|she|they|caller|someone|somebody) (?:only |just )?(?:have|has|got|ve got|finished|completed)\b|"
    r"\bi'?ve (?:only |just )?(?:got|finished|completed)\b|"
    r"\b(?:can|could|may) an? (?:[\w'-]+ ){1,4}(?:graduate|dropout|holder|student)s?\b|"
    r"\b(?:for|suits?|fits?) (?:someone|somebody|anyone|anybody|people|"
    r"an? (?:\w+ )?(?:person|applicant|candidate|man|woman|guy)) (?:with|who has|who only has|that has|having)\b",
    re.IGNORECASE,
)
# A level of schooling that a spec speaks of may be one of several ways, and not the least that it asks for.
_SPEAKS_OF = re.compile(
    r"\b(?:mention(?:s|ed|ing)?|accept(?:s|ed|ing)?|speaks? of|refers? to|"
    r"(?:classes|jobs|positions|specs|that|which|who) names?)\b",
    re.IGNORECASE,
)
_FUNCTIONS = "essential_functions"
_EDUCATION = "class_requirements.education"
_EXPERIENCE = "class_requirements.experience"
_DATES = frozenset({"adopted", "revised"})
# Money is handled otherwise than things are.
_HANDLES = (Coded("physical_demands.handling", 1, TOP),)


def read_search(text: str, class_words: Sequence[Word], own_fields: Iterable[str], places: Places) -> Search:
    """What a question asks of all classes.

    Args:
        text: the question.
        class_words: the words that name a class, and so nothing else.
        own_fields: the field paths of the rows that classes have and the form does not name.
        places: the departments and agencies by which classes can be told apart.
    """
    words, hits = _words_and_hits(text, class_words, own_fields, places)
    clauses = _clauses(text, words, hits, class_words)
    extreme, parts = _wanted(text, words, clauses)
    parts = [(clause, with_subject(part, clause, words)) for clause, part in parts]
    only_words = all(isinstance(part, Mentioned) for _, part in parts) and extreme is None
    kept = parts if only_words else without_words(parts)
    left = _left_over(clauses, kept)
    said = {
        stem for _, part in kept for one in singles(part) if isinstance(one, Worded | Mentioned) for stem in one.stems
    }
    beside = [word for word in left if len(word.text) > 1]  # "jobs w a licence"
    return Search(
        combined(kept),
        extreme,
        is_count=_COUNT.search(text) is not None,
        unread=tuple(word.text for word in beside if word.stem not in said and not _says_end(word, extreme)),
        in_rows=tuple(word.text for word in beside if word.stem in said),
        untold=untold(words, [word.text for word in left if word.stem not in said], kept, extreme),
    )


def _words_and_hits(
    text: str, class_words: Sequence[Word], own_fields: Iterable[str], places: Places
) -> tuple[tuple[Word, ...], tuple[FieldHit, ...]]:
    """The words of a question, and the fields, departments and agencies that they name, in their order."""
    words, hits = field_hits(text, class_words, own_fields)
    of_places = place_hits(words, places)
    in_places = {at for hit in of_places for at in hit.places}
    others = (hit for hit in hits if not in_places & set(hit.places))
    return reread(words, tuple(sorted((*of_places, *others), key=lambda hit: hit.places)))


def _clauses(
    text: str, words: Sequence[Word], hits: Sequence[FieldHit], class_words: Sequence[Word]
) -> tuple[Clause, ...]:
    """The clauses of a question, in which no word that names a class or has another meaning says anything."""
    named = {(word.start, word.end) for word in class_words}
    others = {at for hit in hits if hit.target is None for at in hit.places}
    taken = {at for at, word in enumerate(words) if (word.start, word.end) in named} | others
    clauses = clauses_of(text, words, [hit for hit in hits if hit.target], taken)
    return with_shared_object(with_shared_limits(clauses), words)


def _wanted(
    text: str, words: Sequence[Word], clauses: Sequence[Clause]
) -> tuple[Extreme | None, list[tuple[Clause, Criterion]]]:
    """The extreme that is asked for, and what else each clause wants of a class beside its neighbours."""
    is_possession = _POSSESSION.search(text) is not None
    extreme = next((found for clause in clauses if (found := extreme_in(clause, words))), None)
    speaks_of = _SPEAKS_OF.search(text) is not None
    stated = stated_in(text)
    parts = [
        (clause, part)
        for clause in clauses
        if (
            part := (stated and stated.takes(clause, words) and stated.criterion)
            or (speaks_of and level_spoken_of(clause))
            or _criterion(clause, extreme, is_possession)
        )
    ]
    by_date = next((part for _, part in parts if isinstance(part, Dated) and part == anything_of(part.field)), None)
    if extreme is not None and extreme.field in _DATES and by_date is not None:
        extreme = replace(extreme, field=by_date.field)
        parts = [(clause, part) for clause, part in parts if part != by_date]
    asks_for_it = any(word.text in PAPER_CUES for word in words_of(text))
    return extreme, beside_each_other(parts, asks_for_it=asks_for_it)


def _left_over(clauses: Sequence[Clause], kept: Sequence[tuple[Clause, Criterion]]) -> list[Word]:
    """The words of all clauses that were not looked for."""
    read = {id(clause) for clause, _ in kept}
    return [word for clause in clauses if _is_left(clause, read) for word in _told_beside(clause)]


def _is_left(clause: Clause, read: Collection[int]) -> bool:
    """Whether the words of a clause were not looked for: a field, or an amount of money, was taken from it instead."""
    if clause.all(Kind.DEADLINE):
        return id(clause) not in read
    return id(clause) not in read or bool(clause.hits) or bool(clause.all(Kind.MONEY))


def _told_beside(clause: Clause) -> tuple[Word, ...]:
    """The words of a clause but those that are other names of a row that it names: "wear protective equipment"."""
    names = {name for hit in clause.hits for name in ROW_NAMES.get(hit.target or "", ())}
    return tuple(word for word in clause.words if word.text not in names)


def _says_end(word: Word, extreme: Extreme | None) -> bool:
    """Whether a word says which end of the dates is asked for, or of how many places of an order."""
    if extreme is None:
        return False
    is_places = extreme.places > 1 and extreme.places == NUMBERS_IN_WORDS.get(word.text)
    return is_places or (extreme.field in _DATES and word.text in ENDS_OF_DATES)


def _criterion(clause: Clause, extreme: Extreme | None, is_possession: bool) -> Criterion | None:
    """What a clause wants of a class; nothing where it only asks for the extreme, or says nothing."""
    deadline = clause.first(Kind.DEADLINE)
    if deadline is not None and all(hit.is_section or hit.target == OTHER_REQUIREMENTS for hit in clause.hits):
        return due_within(clause, deadline)
    asks_extreme = extreme is not None and extreme_in(clause) == replace(extreme, places=1)
    targets = [one for one in _targets(clause) if extreme is None or not asks_extreme or one != extreme.field]
    if clause.is_denied and clause.all(Kind.POUNDS):  # "not lifting 50 pounds" denies the weight, not that there is any
        targets = [one for one in targets if scale_of(one) is not CodeKind.FREQUENCY]
    found: list[Criterion] = [
        part for one in targets if (part := wanted_of(_said_of(clause, one), one, is_possession)) is not None
    ]
    has_strength = any(scale_of(one) is CodeKind.STRENGTH for one in targets)
    if clause.all(Kind.STRENGTH) and not (has_strength or asks_extreme or _is_of_its_row(clause)):
        of_functions = any(hit.target == _FUNCTIONS for hit in clause.hits)
        field = FUNCTION_STRENGTH if of_functions else "overall_strength"
        found.append(coded(clause, field, CodeKind.STRENGTH))
    if clause.all(Kind.MONEY) and BUDGET not in targets:
        found = [part for part in found if part not in _HANDLES]
    if not found and not asks_extreme:
        found = [part for part in (_unnamed(clause, is_possession),) if part is not None]
    if not found:
        return None
    return found[0] if len(found) == 1 else AllOf(tuple(found))


def _is_of_its_row(clause: Clause) -> bool:
    """Whether the strength only names a row of which is said how often: "sitting jobs, frequently or more"."""
    named = {at for hit in clause.hits for at in hit.places if scale_of(hit.target or "") is CodeKind.FREQUENCY}
    of_strength = [mark for mark in clause.marks if Kind.STRENGTH in mark.says]
    return bool(clause.all(Kind.FREQUENCY)) and all(named & set(range(mark.start, mark.end)) for mark in of_strength)


def _said_of(clause: Clause, field: str) -> Clause:
    """The clause as it speaks of one of its fields: where it names several, a denial holds for those after it."""
    first = min((hit.places[0] for hit in clause.hits if hit.target == field), default=0)
    if len({hit.target for hit in clause.hits}) < 2:
        return clause
    return replace(clause, marks=tuple(m for m in clause.marks if Kind.NEGATION not in m.says or m.start < first))


def _unnamed(clause: Clause, is_possession: bool) -> Criterion | None:
    """What a clause that names no field wants: a licence, years, a weight, schooling, or words of the document."""
    if (kind := clause.first(Kind.LICENCE)) is not None:
        return licence_wanted(clause, kind)
    if clause.first(Kind.LICENCE_CLASS) is not None:
        return licence_wanted(clause, "commercial")
    if clause.all(Kind.YEARS):
        return amount_wanted(clause, _EXPERIENCE, is_possession)
    if clause.all(Kind.POUNDS):
        return Coded("overall_strength", *strength_of_pounds(clause))
    if clause.all(Kind.MONEY):
        return Compared(BUDGET, *money_between(clause))
    if clause.all(Kind.EDUCATION):
        return amount_wanted(clause, _EDUCATION, is_possession)
    if any(word.text.isalpha() for word in clause.words):
        said = " ".join(word.text for word in clause.words)
        of_paper = any(word.text in PAPERS for word in clause.words)
        return Mentioned(tuple(word.stem for word in clause.words), said, not clause.is_excluded, of_paper)
    if clause.all(Kind.CALENDAR_YEAR):  # "specs from before 1990": by either of the dates that a spec has
        dates = tuple(Dated(field, *years_between(clause)) for field in sorted(_DATES))
        return AllOf(dates) if clause.is_excluded else AnyOf(dates)
    return None


def _targets(clause: Clause) -> tuple[str, ...]:
    """The fields that a clause names, once each; of a phrase that names two, the strength of the whole job.

    Where functions are spoken of the strength is theirs, and no field of the whole job.
    """
    if any(hit.target == _FUNCTIONS for hit in clause.hits):
        named = (target for hit in clause.hits for target in _fields_of(hit) if target != "overall_strength")
        return tuple(dict.fromkeys(named))
    strength = {hit.places for hit in clause.hits if hit.target == "overall_strength"}
    kept = [hit for hit in clause.hits if hit.target == "overall_strength" or hit.places not in strength]
    return tuple(dict.fromkeys(target for hit in kept for target in _fields_of(hit)))


def _fields_of(hit: FieldHit) -> tuple[str, ...]:
    """The field that a phrase names; of a section nothing: it is no value that a class could meet."""
    return (hit.target,) if hit.target and not hit.is_section else ()
