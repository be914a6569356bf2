"""From a question asked of all classes to what each class must meet."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

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
from assistant.searching.criteria_beyond import is_condition, untold
from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_extremes import ENDS_OF_DATES, extreme_in
from assistant.searching.criteria_fields import amount_wanted, coded, licence_wanted, wanted_of
from assistant.searching.criteria_limits import money_between, strength_of_pounds, years_between
from assistant.searching.criteria_marks import Kind
from assistant.searching.criteria_rereading import reread
from assistant.searching.criteria_words import PAPER_CUES, PAPERS, ROW_NAMES
from assistant.searching.scales import TOP, scale_of
from assistant.understanding.fields import FieldHit, field_hits
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
    r"\bi'?ve (?:only |just )?(?:got|finished|completed)\b",
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
    words, hits = field_hits(text, class_words, own_fields)
    named = {(word.start, word.end) for word in class_words}
    of_places = place_hits(words, places)
    in_places = {at for hit in of_places for at in hit.places}
    hits = tuple(hit for hit in hits if not in_places & set(hit.places))
    words, hits = reread(words, tuple(sorted((*of_places, *hits), key=lambda hit: hit.places)))
    others = {at for hit in hits if hit.target is None for at in hit.places}
    taken = {at for at, word in enumerate(words) if (word.start, word.end) in named} | others
    naming = [hit for hit in hits if hit.target]
    clauses = clauses_of(text, words, naming, taken)
    is_possession = _POSSESSION.search(text) is not None
    extreme = next((found for clause in clauses if (found := extreme_in(clause, words))), None)
    parts = [(clause, part) for clause in clauses if (part := _criterion(clause, extreme, is_possession)) is not None]
    by_date = next((part for _, part in parts if isinstance(part, Dated) and part == anything_of(part.field)), None)
    if extreme is not None and extreme.field in _DATES and by_date is not None:
        extreme = replace(extreme, field=by_date.field)
        parts = [(clause, part) for clause, part in parts if part != by_date]
    parts = _continuing_rows(_without_bare_budget(parts))
    asks_for_it = any(word.text in PAPER_CUES for word in words_of(text))
    parts = [(clause, _as_asked(part, asks_for_it=asks_for_it)) for clause, part in _papers_in_lists(parts)]
    only_words = all(isinstance(part, Mentioned) for _, part in parts) and extreme is None
    kept = parts if only_words else _without_words(parts)
    read = {id(clause) for clause, _ in kept}
    said = {
        stem for _, part in kept for one in singles(part) if isinstance(one, Worded | Mentioned) for stem in one.stems
    }
    left = [word for clause in clauses for word in _told_beside(clause) if _is_left(clause, read)]
    beside = [word for word in left if len(word.text) > 1]  # "jobs w a licence"
    in_rows = tuple(word.text for word in beside if word.stem in said)
    unread = tuple(word.text for word in beside if word.stem not in said and not _says_end(word, extreme))
    beyond = untold(words, [word.text for word in left if word.stem not in said], kept, extreme)
    is_count = _COUNT.search(text) is not None
    return Search(_combined(kept), extreme, is_count=is_count, unread=unread, in_rows=in_rows, untold=beyond)


def _is_left(clause: Clause, read: Collection[int]) -> bool:
    """Whether the words of a clause were not looked for: a field, or an amount of money, was taken from it instead."""
    return id(clause) not in read or bool(clause.hits) or bool(clause.all(Kind.MONEY))


def _told_beside(clause: Clause) -> tuple[Word, ...]:
    """The words of a clause but those that are other names of a row that it names: "wear protective equipment"."""
    names = {name for hit in clause.hits for name in ROW_NAMES.get(hit.target or "", ())}
    return tuple(word for word in clause.words if word.text not in names)


def _says_end(word: Word, extreme: Extreme | None) -> bool:
    """Whether a word says which end of the dates is asked for."""
    return extreme is not None and extreme.field in _DATES and word.text in ENDS_OF_DATES


def _as_asked(part: Criterion, *, asks_for_it: bool) -> Criterion:
    """The part; words for a licence or a test are a requirement only where the question asks for what is required."""
    if isinstance(part, Mentioned) and part.is_requirement and not asks_for_it:
        return replace(part, is_requirement=False)
    return part


def _papers_in_lists(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts, in which words in a list with a paper are one too: "first aid and CPR cards"."""
    found = list(parts)
    for at, (clause, part) in enumerate(parts):
        beside = [parts[at - 1][1]] if at and clause.joiner != "anew" else []
        beside += [other for after, other in parts[at + 1 : at + 2] if after.joiner != "anew"]
        if _is_of_words(part) and any(_is_of_paper(one) for one in beside):
            found[at] = (clause, replace(part, is_requirement=True))
    return found


def _is_of_paper(part: Criterion) -> bool:
    if isinstance(part, Worded):
        return part.field == OTHER_REQUIREMENTS and bool(part.stems)
    return isinstance(part, Mentioned) and part.is_requirement


def _without_bare_budget(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts; where an amount is wanted of the budget, none that there is any: "a budget or order of ..."."""
    is_measured = any(isinstance(part, Compared) and part.field == BUDGET for _, part in parts)
    return [one for one in parts if not (is_measured and isinstance(one[1], Worded) and one[1].field == BUDGET)]


def _continuing_rows(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts, in which words alone behind a row that is to say something are to stand in that row as well."""
    found: list[tuple[Clause, Criterion]] = []
    for clause, part in parts:
        row = found[-1][1] if found else None
        goes_on = isinstance(row, Worded) and row.field in ROW_NAMES and bool(row.stems) and clause.joiner != "anew"
        if isinstance(row, Worded) and goes_on and isinstance(part, Mentioned) and part.is_wanted == row.is_wanted:
            part = replace(row, stems=part.stems)
        found.append((clause, part))
    return found


def _without_words(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts but those for words alone that are no condition; a row of prose only named is to say the words."""
    said = tuple(stem for _, part in parts if _is_of_words(part) and part.is_wanted for stem in part.stems)
    has_row = any(_is_of_any_words(part) for _, part in parts)
    found: list[tuple[Clause, Criterion]] = []
    for at, (clause, part) in enumerate(parts):
        if isinstance(part, Worded) and _is_of_any_words(part):
            found.append((clause, replace(part, stems=said)))
        elif not _is_of_words(part):
            found.append((clause, part))
        elif not (has_row and part.is_wanted):
            following = parts[at + 1][0] if at + 1 < len(parts) else None
            if is_condition(clause, [one for one, _ in parts[:at]], following):
                found.append((clause, part))
    return found


def _is_of_any_words(part: Criterion) -> bool:
    """Whether a row of prose is only named, and so is to say whatever else is asked for."""
    return isinstance(part, Worded) and part.field in ROW_NAMES and not part.stems


def _is_of_words(part: Criterion) -> TypeGuard[Mentioned]:
    """Whether a part only looks for words, wherever they stand."""
    return isinstance(part, Mentioned) and not part.is_requirement


def _combined(parts: Sequence[tuple[Clause, Criterion]]) -> Criterion | None:
    """All the parts in one: what a list joins by "or" first, then "and", then what whole clauses join by "or".

    What is denied on both sides of an "or" is denied altogether: "no twisting or bending".
    """
    groups: list[list[Criterion]] = []
    before_this: Clause | None = None
    for clause, criterion in parts:
        is_neither = before_this is not None and before_this.is_excluded and clause.is_excluded
        before_this = clause
        is_other_place = bool(groups) and clause.joiner != "anew" and _are_two_places(groups[-1][-1], criterion)
        if is_other_place or (groups and clause.is_close and clause.joiner == "or" and not is_neither):
            before = groups[-1].pop()
            alike = before.parts if isinstance(before, AnyOf) else (before,)
            groups[-1].append(AnyOf((*alike, criterion)))
        elif groups and (clause.joiner != "or" or is_neither):
            groups[-1].append(criterion)
        else:
            groups.append([criterion])
    whole = [group[0] if len(group) == 1 else AllOf(tuple(group)) for group in groups]
    if not whole:
        return None
    return whole[0] if len(whole) == 1 else AnyOf(tuple(whole))


def _are_two_places(one: Criterion, other: Criterion) -> bool:
    """Whether two departments are wanted, or two agencies: a class is of one, so "police and fire jobs" are of one."""
    named = [single for single in (*singles(one), *singles(other)) if isinstance(single, Worded) and single.is_wanted]
    is_all = len(named) == len(singles(one)) + len(singles(other))
    return is_all and len({single.field for single in named}) == 1 and named[0].field in ("department", "agency")


def _criterion(clause: Clause, extreme: Extreme | None, is_possession: bool) -> Criterion | None:
    """What a clause wants of a class; nothing where it only asks for the extreme, or says nothing."""
    asks_extreme = extreme is not None and extreme_in(clause) == replace(extreme, places=1)
    targets = [one for one in _targets(clause) if extreme is None or not asks_extreme or one != extreme.field]
    if clause.is_denied and clause.all(Kind.POUNDS):  # "not lifting 50 pounds" denies the weight, not that there is any
        targets = [one for one in targets if scale_of(one) is not CodeKind.FREQUENCY]
    found: list[Criterion] = [
        part for one in targets if (part := wanted_of(_said_of(clause, one), one, is_possession)) is not None
    ]
    has_strength = any(scale_of(one) is CodeKind.STRENGTH for one in targets)
    if clause.all(Kind.STRENGTH) and not has_strength and not asks_extreme:
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
    if clause.words:
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
