"""Whether a class meets a criterion, and by which of its values; unknown where its spec does not let it be told."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.draft import Evidence, Subject
from assistant.holdings import Holdings
from assistant.searching.content import MOST_SENTENCES, sentences_with
from assistant.searching.criteria import (
    FUNCTION_STRENGTH,
    FUNCTION_STRENGTHS,
    OTHER_REQUIREMENTS,
    REQUIREMENT_OF,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Criterion,
    Dated,
    Mentioned,
    Qualified,
    Single,
    Worded,
    fields_of,
    singles,
)
from assistant.searching.scales import place_of
from assistant.understanding.synonyms import alike
from assistant.understanding.words import words_of
from index import SpecEntry
from ingest.model import EducationLevel, Fact, LegendEntry, Qualification, QualificationKind, Status

_KINDS_OF = {
    # Whoever needs a commercial licence needs a driver's licence.
    QualificationKind.DRIVER_LICENCE: (QualificationKind.DRIVER_LICENCE, QualificationKind.COMMERCIAL_LICENCE),
}
# A cell that begins so says that there is nothing of what its row asks for.
_NOTHING = re.compile(r"(?:none|no|n/?a|not applicable|not required|nothing|nil|does not|do not)\b", re.IGNORECASE)
# One that begins or goes on so does not say for certain that there is something.
_UNCERTAIN = re.compile(
    r"^may\b|\b(?:has|have|with|but) no\b|\bno (?:\w+ )?(?:authority|responsibility)\b", re.IGNORECASE
)

_YEAR = re.compile(r"\d{4}")


class Standing(StrEnum):
    """How a class stands to a criterion."""

    MEETS = "meets"
    FAILS = "fails"
    UNCLEAR = "unclear"
    ILLEGIBLE = "illegible"
    BLANK = "blank"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a class stands to a criterion, and the values or sentences of its spec that decide it."""

    standing: Standing
    shown: tuple[Fact | Qualification | Evidence, ...] = ()


class HeldValues:
    """The values of some classes that criteria look at."""

    def __init__(
        self,
        entries: Iterable[SpecEntry],
        facts: Iterable[tuple[str, Fact]],
        qualifications: Iterable[tuple[str, Qualification]],
        mentions: Mapping[Mentioned, Mapping[str, Sequence[Evidence]]],
        legends: Callable[[str], Sequence[LegendEntry]],
    ) -> None:
        """Facts and qualifications come with the id of their spec; ``legends`` are those of a spec, by its id."""
        self._entries = {entry.spec_id: entry for entry in entries}
        self._facts = {(spec_id, fact.field): fact for spec_id, fact in facts}
        self._qualifications: dict[tuple[str, QualificationKind], list[Qualification]] = defaultdict(list)
        for spec_id, one in qualifications:
            self._qualifications[spec_id, one.kind].append(one)
        self._mentions = mentions
        self.legends = legends

    @classmethod
    def of_all(cls, holdings: Holdings, criteria: Iterable[Criterion]) -> "HeldValues":
        """What all current classes have of it, by one query a kind."""
        criteria = tuple(criteria)
        asked = [single for criterion in criteria for single in singles(criterion)]
        mentioned = dict.fromkeys(one for one in asked if isinstance(one, Mentioned))
        library = holdings.library
        return cls(
            holdings.classes,
            library.facts(fields_of(asked)),
            library.qualifications(_kinds(asked)),
            sentences_with(library, mentioned, holdings.subject, together=_is_wanted_together(criteria)),
            lambda spec_id: holdings.held(spec_id).spec.legends,
        )

    @classmethod
    def of_one(cls, entry: SpecEntry, subject: Subject) -> "HeldValues":
        """What one class has, whatever is looked at but its prose."""
        spec, spec_id = subject.held.spec, subject.held.spec_id
        facts = [(spec_id, fact) for fact in spec.facts]
        return cls([entry], facts, [(spec_id, one) for one in spec.qualifications], {}, lambda _: spec.legends)

    def fact(self, spec_id: str, field: str) -> Fact | None:
        """The fact of a class, if its document has the place."""
        return self._facts.get((spec_id, field))

    def qualifications(self, spec_id: str, kinds: Collection[QualificationKind]) -> list[Qualification]:
        """What a class asks for of some kinds, required or not."""
        return [one for kind in kinds for one in self._qualifications.get((spec_id, kind), ())]

    def mentions(self, spec_id: str, asked: Mentioned) -> Sequence[Evidence]:
        """The sentences of a class in which the words stand."""
        return self._mentions.get(asked, {}).get(spec_id, ())

    def stated(self, spec_id: str, field: str) -> str | None:
        """What is held of a class's department or agency, wherever it was stated."""
        entry = self._entries[spec_id]
        return {"department": entry.department, "agency": entry.agency, "service": entry.service}.get(field)


def _is_wanted_together(criteria: Sequence[Criterion]) -> bool:
    """Whether words alone are looked for, and all of them are wanted of one class."""
    parts = [part for one in criteria for part in (one.parts if isinstance(one, AllOf) else (one,))]
    return all(isinstance(part, Mentioned) and part.is_wanted for part in parts)


def _kinds(criteria: Iterable[Single]) -> set[QualificationKind]:
    asked = (one.kind for one in criteria if isinstance(one, Qualified))
    return {kind for one in asked for kind in _KINDS_OF.get(one, (one,))}


def judged(criterion: Criterion | None, spec_id: str, values: HeldValues) -> Verdict:
    """How a class stands to a criterion (Kleene's three-valued logic; of several unknowns the first says why)."""
    if criterion is None:
        return Verdict(Standing.MEETS)
    if isinstance(criterion, AllOf | AnyOf):
        verdicts = [judged(part, spec_id, values) for part in criterion.parts]
        return _all(verdicts) if isinstance(criterion, AllOf) else _any(verdicts)
    return _judged_single(criterion, spec_id, values)


def _all(verdicts: Sequence[Verdict]) -> Verdict:
    deciding = next((v for v in verdicts if v.standing is Standing.FAILS), None) or next(
        (v for v in verdicts if v.standing is not Standing.MEETS), None
    )
    return deciding or Verdict(Standing.MEETS, tuple(shown for v in verdicts for shown in v.shown))


def _any(verdicts: Sequence[Verdict]) -> Verdict:
    meeting = [v for v in verdicts if v.standing is Standing.MEETS]
    if meeting:
        return Verdict(Standing.MEETS, tuple(shown for v in meeting for shown in v.shown))
    return next((v for v in verdicts if v.standing is not Standing.FAILS), verdicts[0])


def _judged_single(criterion: Single, spec_id: str, values: HeldValues) -> Verdict:
    if isinstance(criterion, Qualified):
        return _qualified(criterion, spec_id, values)
    if isinstance(criterion, Mentioned):
        found = tuple(values.mentions(spec_id, criterion))
        return _verdict(bool(found) == criterion.is_wanted, found[:MOST_SENTENCES])
    if isinstance(criterion, Coded) and criterion.field == FUNCTION_STRENGTH:
        return _of_functions(criterion, spec_id, values)
    fact = values.fact(spec_id, criterion.field)
    if isinstance(criterion, Worded):
        return _worded(criterion, fact, values.stated(spec_id, criterion.field))
    if fact is None or fact.status is not Status.READ:
        return _unread(fact)
    if isinstance(criterion, Boxed):
        return _verdict((fact.value is not None) == criterion.is_marked, (fact,))
    if isinstance(criterion, Dated):
        years = [int(year) for year in _YEAR.findall(fact.iso or "")]
        if not years:
            return Verdict(Standing.UNCLEAR, (fact,))
        return _verdict(criterion.low <= max(years) <= criterion.high, (fact,))
    place = place_of(fact) if place_of(fact) is not None else place_of(fact, values.legends(spec_id))
    if place is None:
        return Verdict(Standing.UNCLEAR, (fact,))
    return _verdict(criterion.low <= place <= criterion.high, (fact,))


def _of_functions(criterion: Coded, spec_id: str, values: HeldValues) -> Verdict:
    """Whether any essential function is of the strength; all that are show it, and one that does not tell may be."""
    facts = [fact for field in FUNCTION_STRENGTHS if (fact := values.fact(spec_id, field)) is not None]
    places = {fact: place_of(fact, values.legends(spec_id)) for fact in facts}
    fitting = [fact for fact, place in places.items() if place is not None and criterion.low <= place <= criterion.high]
    untold = next((fact for fact, place in places.items() if place is None), None)
    if fitting:
        return Verdict(Standing.MEETS, tuple(fitting))
    if untold is None:
        return Verdict(Standing.FAILS if facts else Standing.NOT_STATED)
    return Verdict(Standing.UNCLEAR, (untold,)) if untold.status is Status.READ else _unread(untold)


def _verdict(is_met: bool, shown: Sequence[Fact | Qualification | Evidence]) -> Verdict:
    return Verdict(Standing.MEETS if is_met else Standing.FAILS, tuple(shown))


def _unread(fact: Fact | None) -> Verdict:
    if fact is None:
        return Verdict(Standing.NOT_STATED)
    return Verdict(Standing.BLANK if fact.status is Status.BLANK else Standing.ILLEGIBLE, (fact,))


def _worded(criterion: Worded, fact: Fact | None, stated: str | None) -> Verdict:
    said = fact.value if fact is not None and fact.status is Status.READ else stated
    if not said:
        return _unread(fact)
    shown = (fact,) if fact is not None else ()
    if criterion.stems:
        words = {word.stem for word in words_of(said)}
        has_them = all(alike(stem) & words for stem in criterion.stems)
        return _verdict(has_them == criterion.is_wanted, shown)
    says = says_something(said)
    return Verdict(Standing.UNCLEAR, shown) if says is None else _verdict(says == criterion.is_wanted, shown)


def says_something(cell: str) -> bool | None:
    """Whether a cell of prose says that there is something of what its row asks for; null where it is not certain."""
    if _NOTHING.match(cell):
        return False
    return None if _UNCERTAIN.search(cell) else True


def _qualified(criterion: Qualified, spec_id: str, values: HeldValues) -> Verdict:
    held = values.qualifications(spec_id, _KINDS_OF.get(criterion.kind, (criterion.kind,)))
    required = [one for one in held if one.is_required]
    row = values.fact(spec_id, REQUIREMENT_OF.get(criterion.kind, OTHER_REQUIREMENTS))
    if criterion.kind not in REQUIREMENT_OF:
        required = [one for one in required if criterion.level in (None, one.level)]
        if not required and (row is None or row.status is not Status.READ):
            return _unread(row)
        shown: tuple[Fact | Qualification, ...] = tuple(required) or ((row,) if row else ())
        return _verdict(criterion.low <= len(required) and (not required or criterion.high > 0), shown)
    if required:
        return _verdict(criterion.low <= amount_of(required[0]) <= criterion.high, required[:1])
    if held:
        return _verdict(criterion.low <= 0, held[:1])
    return Verdict(Standing.UNCLEAR, (row,)) if row is not None and row.status is Status.READ else _unread(row)


def comparable(shown: Fact | Qualification, legends: Callable[[], Sequence[LegendEntry]]) -> float | None:
    """What a value compares by: a place of its scale, years, a level, a date as a number; null where it does not."""
    if isinstance(shown, Qualification):
        return amount_of(shown) if shown.is_required else 0.0
    if shown.status is not Status.READ:
        return None
    if shown.iso:
        return float(max(part.strip() for part in shown.iso.split(";")).replace("-", "").ljust(8, "0"))
    place = place_of(shown)
    place = place_of(shown, legends()) if place is None else place
    return None if place is None else float(place)


def amount_of(one: Qualification) -> float:
    """How much a qualification asks for: years of experience, or the rank of a level of education."""
    return float(one.level.rank) if isinstance(one.level, EducationLevel) else one.amount or 0.0
