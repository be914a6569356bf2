"""From a question asked of all classes to what each class must meet."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.searching.criteria import (
    FUNCTION_STRENGTH,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Criterion,
    Dated,
    Extreme,
    Mentioned,
    Qualified,
    Search,
    Worded,
    anything_of,
)
from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_limits import (
    education_range,
    place_range,
    range_of_years,
    strength_of_pounds,
    years_between,
)
from assistant.searching.criteria_marks import Kind
from assistant.searching.criteria_words import ROW_NAMES, SUPERLATIVE_FIELDS
from assistant.searching.scales import scale_of
from assistant.understanding.fields import FieldHit, field_hits
from assistant.understanding.place_names import Places, place_hits
from assistant.understanding.words import Word, stems, words_of
from ingest.form import SECTION_BY_KEY, CodeKind, Shape
from ingest.model import QualificationKind

_COUNT = re.compile(r"\bhow many\b|\bnumber of\b|\bcount\b", re.IGNORECASE)
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
_CERTIFICATIONS = "class_requirements.certifications"
_DATES = frozenset({"adopted", "revised"})
_PLACE_WORDS = frozenset({"department", "dept", "division", "agency", "city", "county"})
_SERVICES = (
    ("unclassified", ("unclassified", "exempt", "will")),
    ("classified", ("classified", "civil", "csc", "merit")),
)


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
    others = {at for hit in hits if hit.target is None for at in hit.places}
    taken = {at for at, word in enumerate(words) if (word.start, word.end) in named} | others
    naming = sorted((*of_places, *(hit for hit in hits if hit.target)), key=lambda hit: hit.places)
    clauses = clauses_of(text, words, naming, taken)
    is_possession = _POSSESSION.search(text) is not None
    extreme = next((found for clause in clauses if (found := _extreme(clause))), None)
    parts = [(clause, part) for clause in clauses if (part := _criterion(clause, extreme, is_possession)) is not None]
    by_date = next((part for _, part in parts if isinstance(part, Dated) and part == anything_of(part.field)), None)
    if extreme is not None and extreme.field in _DATES and by_date is not None:
        extreme = replace(extreme, field=by_date.field)
        parts = [(clause, part) for clause, part in parts if part != by_date]
    only_words = all(isinstance(part, Mentioned) for _, part in parts) and extreme is None
    kept = parts if only_words else _without_words(parts)
    in_words = {id(clause) for clause, part in kept if isinstance(part, Mentioned)}
    left = (word.text for clause in clauses if id(clause) not in in_words for word in clause.words)
    unread = tuple(text for text in left if len(text) > 1)  # "jobs w a licence"
    return Search(_combined(kept), extreme, is_count=_COUNT.search(text) is not None, unread=unread)


def _without_words(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts but those for words alone: a row of prose only named is to say these, else they are not read."""
    said = tuple(stem for _, part in parts if isinstance(part, Mentioned) and part.is_wanted for stem in part.stems)
    return [
        (
            c,
            replace(part, stems=said)
            if isinstance(part, Worded) and part.field in ROW_NAMES and not part.stems
            else part,
        )
        for c, part in parts
        if not isinstance(part, Mentioned)
    ]


def _combined(parts: Sequence[tuple[Clause, Criterion]]) -> Criterion | None:
    """All the parts in one: what a list joins by "or" first, then "and", then what whole clauses join by "or".

    What is denied on both sides of an "or" is denied altogether: "no twisting or bending".
    """
    groups: list[list[Criterion]] = []
    before_this: Clause | None = None
    for clause, criterion in parts:
        is_neither = before_this is not None and before_this.is_excluded and clause.is_excluded
        before_this = clause
        if groups and clause.is_close and clause.joiner == "or" and not is_neither:
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


def _extreme(clause: Clause) -> Extreme | None:
    """The most or the least that a clause asks for: of the field named after it, else of the one before."""
    said = clause.first(Kind.SUPERLATIVE_FIELD)
    ends = [(mark.start, mark.says[Kind.SUPERLATIVE]) for mark in clause.marks if Kind.SUPERLATIVE in mark.says]
    named = [hit for hit in clause.hits if hit.target and not hit.is_section and anything_of(hit.target)]
    if said is not None:
        field, end = SUPERLATIVE_FIELDS[said]
        rows = [hit.target for hit in named if hit.target and scale_of(hit.target) and "." in hit.target]
        dates = [hit.target for hit in named if hit.target in _DATES]
        of_its_kind = rows if field == "overall_strength" else dates if field in _DATES else []
        return Extreme(of_its_kind[0] if of_its_kind else field, end == "most")
    if not ends or not named:
        return None
    at, end = ends[0]
    following = [hit for hit in named if hit.places[0] > at]
    target = (following or named[::-1])[0].target
    return Extreme(target, end == "most") if target else None


def _criterion(clause: Clause, extreme: Extreme | None, is_possession: bool) -> Criterion | None:
    """What a clause wants of a class; nothing where it only asks for the extreme, or says nothing."""
    asks_extreme = extreme is not None and _extreme(clause) == extreme
    targets = [one for one in _targets(clause) if extreme is None or not asks_extreme or one != extreme.field]
    if clause.is_denied and clause.all(Kind.POUNDS):  # "not lifting 50 pounds" denies the weight, not that there is any
        targets = [one for one in targets if scale_of(one) is not CodeKind.FREQUENCY]
    found: list[Criterion] = [
        part for one in targets if (part := _of_field(_said_of(clause, one), one, is_possession)) is not None
    ]
    has_strength = any(scale_of(one) is CodeKind.STRENGTH for one in targets)
    if clause.all(Kind.STRENGTH) and not has_strength and not asks_extreme:
        of_functions = any(hit.target == _FUNCTIONS for hit in clause.hits)
        field = FUNCTION_STRENGTH if of_functions else "overall_strength"
        found.append(Coded(field, *place_range(clause, CodeKind.STRENGTH)))
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


def _of_field(clause: Clause, field: str, is_possession: bool) -> Criterion | None:
    """What a clause wants of the field that it names."""
    scale, form = scale_of(field), SECTION_BY_KEY.get(field.partition(".")[0])
    if field in (_EDUCATION, _EXPERIENCE):
        return _amount(clause, field, is_possession)
    if field == _CERTIFICATIONS and (kind := clause.first(Kind.LICENCE)) is not None:
        return _licence(clause, kind)
    if field in _DATES:
        if clause.is_excluded and not clause.all(Kind.CALENDAR_YEAR):  # "never revised"
            return Worded(field, is_wanted=False)
        return Dated(field, *years_between(clause))
    if field == "service":
        return _service(clause)
    if scale is not None and (field == "overall_strength" or "." in field):
        return Coded(field, *place_range(clause, scale))
    if form is not None and form.shape is Shape.BOXES and "." in field:
        return Boxed(field, not clause.is_excluded)
    if field in ("department", "agency"):
        return _place(clause, field)
    return Worded(field, _asked_stems(clause, field), not clause.is_excluded)


def _amount(clause: Clause, field: str, is_possession: bool) -> Qualified:
    if field == _EDUCATION:
        low, high = education_range(clause, is_possession=is_possession)
        return Qualified(QualificationKind.EDUCATION, low, high)
    low, high = range_of_years(clause, is_possession=is_possession)
    return Qualified(QualificationKind.EXPERIENCE, low, high)


def _unnamed(clause: Clause, is_possession: bool) -> Criterion | None:
    """What a clause that names no field wants: a licence, years, a weight, schooling, or words of the document."""
    if (kind := clause.first(Kind.LICENCE)) is not None:
        return _licence(clause, kind)
    if clause.first(Kind.LICENCE_CLASS) is not None:
        return _licence(clause, "commercial")
    if clause.all(Kind.YEARS):
        return _amount(clause, _EXPERIENCE, is_possession)
    if clause.all(Kind.POUNDS):
        return Coded("overall_strength", *strength_of_pounds(clause))
    if clause.all(Kind.EDUCATION):
        return _amount(clause, _EDUCATION, is_possession)
    if clause.words:
        said = " ".join(word.text for word in clause.words)
        return Mentioned(tuple(word.stem for word in clause.words), said, not clause.is_excluded)
    if clause.all(Kind.CALENDAR_YEAR):  # "specs from before 1990": by either of the dates that a spec has
        dates = tuple(Dated(field, *years_between(clause)) for field in sorted(_DATES))
        return AllOf(dates) if clause.is_excluded else AnyOf(dates)
    return None


def _place(clause: Clause, field: str) -> Worded | None:
    """The department or agency that a clause names; nothing where it only speaks of one."""
    named = [word for hit in clause.hits if hit.target == field for said in hit.said for word in words_of(said)]
    stems = tuple(dict.fromkeys(word.stem for word in named if not word.is_small and word.singular not in _PLACE_WORDS))
    return Worded(field, stems, not clause.is_excluded) if stems else None


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


def _asked_stems(clause: Clause, field: str) -> tuple[str, ...]:
    """What a row of prose is to say: the words that are no name of it. A row without such names says all or nothing."""
    if field not in ROW_NAMES:
        return ()
    named = (word for hit in clause.hits if hit.target == field for said in hit.said for word in words_of(said))
    names = {stem for name in ROW_NAMES[field] for stem in stems(name)}
    said = (*(word for word in named if not word.is_small), *clause.words)
    return tuple(dict.fromkeys(word.stem for word in said if word.stem not in names))


def _licence(clause: Clause, kind: str) -> Qualified:
    kinds = {
        "commercial": QualificationKind.COMMERCIAL_LICENCE,
        "driver": QualificationKind.DRIVER_LICENCE,
        "residency": QualificationKind.RESIDENCY,
    }
    low, high = (0.0, 0.0) if clause.is_excluded else (1.0, math.inf)
    return Qualified(kinds[kind], low, high, clause.first(Kind.LICENCE_CLASS))


def _service(clause: Clause) -> Worded | None:
    said = {word for hit in clause.hits if hit.target == "service" for word in hit.said}
    return next(
        (Worded("service", stems(name), not clause.is_excluded) for name, words in _SERVICES if said & set(words)), None
    )
