"""From a question asked of all classes to what each class must meet."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.criteria import (
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
)
from assistant.criteria_clauses import Clause, clauses_of
from assistant.criteria_limits import education_range, place_range, range_of_years, strength_of_pounds, years_between
from assistant.criteria_marks import Kind
from assistant.criteria_words import ROW_NAMES, SUPERLATIVE_FIELDS
from assistant.fields import FieldHit, field_hits
from assistant.scales import scale_of
from assistant.words import Word, words_of
from index import SpecEntry
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
_EDUCATION = "class_requirements.education"
_EXPERIENCE = "class_requirements.experience"
_CERTIFICATIONS = "class_requirements.certifications"
_DATES = frozenset({"adopted", "revised"})
_SERVICES = (
    ("unclassified", ("unclassified", "exempt", "will")),
    ("classified", ("classified", "civil", "csc", "merit")),
)


@dataclass(frozen=True, slots=True)
class Places:
    """The departments and agencies of the classes held: their names are words of a search too."""

    departments: frozenset[str]
    agencies: frozenset[str]


def places_of_classes(entries: Iterable[SpecEntry]) -> Places:
    """The departments and agencies of some classes."""
    held = tuple(entries)
    return Places(
        frozenset(entry.department for entry in held if entry.department),
        frozenset(entry.agency for entry in held if entry.agency),
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
    others = {at for hit in hits if hit.target is None for at in hit.places}
    taken = {at for at, word in enumerate(words) if (word.start, word.end) in named} | others
    clauses = clauses_of(text, words, [hit for hit in hits if hit.target], taken)
    reading = _Reading(places, is_possession=_POSSESSION.search(text) is not None)
    extreme = next((found for clause in clauses if (found := _extreme(clause))), None)
    parts = [(clause, part) for clause in clauses if (part := reading.criterion(clause, extreme)) is not None]
    read = {id(clause) for clause, _ in parts}
    unread = tuple(w.text for clause in clauses for w in clause.words if id(clause) not in read or clause.hits)
    return Search(_combined(parts), extreme, is_count=_COUNT.search(text) is not None, unread=unread)


def _combined(parts: Sequence[tuple[Clause, Criterion]]) -> Criterion | None:
    """All the parts in one: what a list joins by "or" first, then "and", then what whole clauses join by "or"."""
    groups: list[list[Criterion]] = []
    for clause, criterion in parts:
        if groups and clause.is_close and clause.joiner == "or" and not clause.is_denied:
            before = groups[-1].pop()
            alike = before.parts if isinstance(before, AnyOf) else (before,)
            groups[-1].append(AnyOf((*alike, criterion)))
        elif groups and (clause.joiner == "and" or clause.is_denied):
            groups[-1].append(criterion)
        else:
            groups.append([criterion])
    whole = [group[0] if len(group) == 1 else AllOf(tuple(group)) for group in groups]
    if not whole:
        return None
    return whole[0] if len(whole) == 1 else AnyOf(tuple(whole))


def _extreme(clause: Clause) -> Extreme | None:
    """The most or the least that a clause asks for."""
    said = clause.first(Kind.SUPERLATIVE_FIELD)
    end = clause.first(Kind.SUPERLATIVE)
    fields = [hit.target for hit in clause.hits if hit.target and not hit.is_section]
    if said is not None and not fields:
        field, end_of_field = SUPERLATIVE_FIELDS[said]
        return Extreme(field, end_of_field == "most")
    if said is not None:
        return Extreme(fields[0], SUPERLATIVE_FIELDS[said][1] == "most")
    if end is not None and fields and not clause.has_limit:
        return Extreme(fields[0], end == "most")
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads clauses; ``is_possession`` where the question says what somebody has."""

    places: Places
    is_possession: bool

    def criterion(self, clause: Clause, extreme: Extreme | None) -> Criterion | None:
        """What a clause wants of a class; nothing where it only asks for the extreme, or says nothing."""
        of_extreme = _extreme(clause)
        if of_extreme is not None and of_extreme == extreme:
            return None
        found: list[Criterion] = [part for target in _targets(clause) if (part := self._of_field(clause, target)) is not None]
        if not found:
            found = [part for part in (self._unnamed(clause),) if part is not None]
        place = self._place(clause) if clause.words else None
        if place is not None:
            found = [*(part for part in found if not isinstance(part, Mentioned | Worded)), place]
        if not found:
            return None
        return found[0] if len(found) == 1 else AllOf(tuple(found))

    def _of_field(self, clause: Clause, field: str) -> Criterion | None:
        scale = scale_of(field)
        form = SECTION_BY_KEY.get(field.partition(".")[0])
        if field == _EDUCATION:
            low, high = education_range(clause, is_possession=self.is_possession)
            return Qualified(QualificationKind.EDUCATION, low, high)
        if field == _EXPERIENCE:
            low, high = range_of_years(clause, is_possession=self.is_possession)
            return Qualified(QualificationKind.EXPERIENCE, low, high)
        if field == _CERTIFICATIONS and (kind := clause.first(Kind.LICENCE)) is not None:
            return _licence(clause, kind)
        if field in _DATES:
            return Dated(field, *years_between(clause))
        if field == "service":
            return _service(clause)
        if scale is not None and (field == "overall_strength" or "." in field):
            return Coded(field, *place_range(clause, scale))
        if form is not None and form.shape is Shape.BOXES and "." in field:
            return Boxed(field, not clause.is_denied)
        if field == "department":
            return None
        return Worded(field, _asked_stems(clause, field), not clause.is_denied)

    def _unnamed(self, clause: Clause) -> Criterion | None:
        """What a clause that names no field wants: a strength, a licence, years, a service, or words of the document."""
        if (kind := clause.first(Kind.LICENCE)) is not None:
            return _licence(clause, kind)
        if Kind.LICENCE_CLASS in {kind for mark in clause.marks for kind in mark.says}:
            return _licence(clause, "commercial")
        if clause.all(Kind.YEARS):
            return Qualified(QualificationKind.EXPERIENCE, *range_of_years(clause, is_possession=self.is_possession))
        if clause.all(Kind.POUNDS):
            return Coded("overall_strength", *strength_of_pounds(clause))
        if clause.all(Kind.EDUCATION):
            return Qualified(QualificationKind.EDUCATION, *education_range(clause, is_possession=self.is_possession))
        if clause.all(Kind.STRENGTH):
            return Coded("overall_strength", *place_range(clause, CodeKind.STRENGTH))
        if clause.words:
            said = " ".join(word.text for word in clause.words)
            return Mentioned(tuple(word.stem for word in clause.words), said, not clause.is_denied)
        return None

    def _place(self, clause: Clause) -> Worded | None:
        """The department or agency that all further words of a clause are the name of."""
        said = [word.singular for word in clause.words]
        for field, names in (("department", self.places.departments), ("agency", self.places.agencies)):
            for name in sorted(names):
                if set(said) <= {word.singular for word in words_of(name)}:
                    return Worded(field, tuple(word.stem for word in clause.words), not clause.is_denied)
        return None


def _targets(clause: Clause) -> tuple[str, ...]:
    """The fields that a clause names, once each; of a phrase that names two, the strength of the whole job."""
    strength = {hit.places for hit in clause.hits if hit.target == "overall_strength"}
    kept = [hit for hit in clause.hits if hit.target == "overall_strength" or hit.places not in strength]
    return tuple(dict.fromkeys(target for hit in kept for target in _fields_of(hit)))


def _fields_of(hit: FieldHit) -> tuple[str, ...]:
    """The field that a phrase names; of a section nothing: it is no value that a class could meet."""
    return (hit.target,) if hit.target and not hit.is_section else ()


def _asked_stems(clause: Clause, field: str) -> tuple[str, ...]:
    """What a row of prose is to say: the words that are no name of the row. A row without such names says all or nothing."""
    if field not in ROW_NAMES:
        return ()
    named = (word for hit in clause.hits if hit.target == field for said in hit.said for word in words_of(said))
    asked = (*named, *clause.words)
    return tuple(dict.fromkeys(word.stem for word in asked if not word.is_small and word.text not in ROW_NAMES[field]))


def _licence(clause: Clause, kind: str) -> Qualified:
    kinds = {
        "commercial": QualificationKind.COMMERCIAL_LICENCE,
        "driver": QualificationKind.DRIVER_LICENCE,
        "residency": QualificationKind.RESIDENCY,
    }
    low, high = (0.0, 0.0) if clause.is_denied else (1.0, math.inf)
    return Qualified(kinds[kind], low, high, clause.first(Kind.LICENCE_CLASS))


def _service(clause: Clause) -> Worded | None:
    said = {word for hit in clause.hits if hit.target == "service" for word in hit.said}
    return next(
        (Worded("service", (name,), not clause.is_denied) for name, words in _SERVICES if said & set(words)), None
    )
