"""Whether a class meets a criterion, and by which of its values; unknown where its spec does not let it be told."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.draft import Evidence
from assistant.searching.content import MOST_SENTENCES, asks_for, denies_some
from assistant.searching.criteria import (
    BUDGET,
    FUNCTION_STRENGTH,
    FUNCTION_STRENGTHS,
    OTHER_REQUIREMENTS,
    REQUIREMENT_OF,
    Alike,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Compared,
    Criterion,
    Dated,
    Mentioned,
    OfSeries,
    Qualified,
    Single,
    Worded,
)
from assistant.searching.criteria_words import NAMES_STATED
from assistant.searching.held_values import KINDS_OF, HeldValues, folded_value
from assistant.searching.money import most_money
from assistant.searching.scales import place_of
from assistant.understanding.synonyms import same_words
from assistant.understanding.words import words_of
from ingest.model import EducationLevel, Fact, LegendEntry, Qualification, Status
from ingest.qualifications.degrees import named_levels

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
        row = values.fact(spec_id, OTHER_REQUIREMENTS) if criterion.is_requirement else None
        if not found and row is not None and row.status is not Status.READ:
            return _unread(row)
        return _verdict(bool(found) == criterion.is_wanted, found[:MOST_SENTENCES])
    if isinstance(criterion, Coded) and criterion.field == FUNCTION_STRENGTH:
        return _of_functions(criterion, spec_id, values)
    fact = values.fact(spec_id, criterion.field)
    if isinstance(criterion, Worded):
        return _worded(criterion, fact, values.stated(spec_id, criterion.field))
    if isinstance(criterion, OfSeries):
        return _verdict(values.series(spec_id) == criterion.series, (fact,) if fact else ())
    if isinstance(criterion, Alike):
        return _alike(criterion, spec_id, values)
    if fact is None or fact.status is not Status.READ:
        return _unread(fact)
    is_met = _is_met(criterion, fact, lambda: values.legends(spec_id))
    return Verdict(Standing.UNCLEAR, (fact,)) if is_met is None else _verdict(is_met, (fact,))


def _is_met(
    criterion: Coded | Boxed | Dated | Compared, fact: Fact, legends: Callable[[], Sequence[LegendEntry]]
) -> bool | None:
    """Whether a value that is read meets a criterion; null where it does not let it be told."""
    if isinstance(criterion, Boxed):
        return (fact.value is not None) == criterion.is_marked
    if isinstance(criterion, Dated):
        years = [int(year) for year in _YEAR.findall(fact.iso or "")]
        return criterion.low <= max(years) <= criterion.high if years else None
    amount = comparable(fact, legends)
    return None if amount is None else criterion.low <= amount <= criterion.high


def _of_functions(criterion: Coded, spec_id: str, values: HeldValues) -> Verdict:
    """Whether any essential function is of the strength, or each; one that does not tell may be."""
    facts = [fact for field in FUNCTION_STRENGTHS if (fact := values.fact(spec_id, field)) is not None]
    places = {fact: place_of(fact, values.legends(spec_id)) for fact in facts}
    known = [place for place in places.values() if place is not None]
    if criterion.of_each and not all(criterion.low <= place <= criterion.high for place in known):
        return Verdict(Standing.FAILS)
    fitting = [fact for fact, place in places.items() if place is not None and criterion.low <= place <= criterion.high]
    untold = next((fact for fact, place in places.items() if place is None), None)
    if fitting and (untold is None or not criterion.of_each):
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
        is_left_out = criterion.field in NAMES_STATED and (fact is None or fact.status is Status.BLANK)
        # The place for the date of the last revision stays blank until there is one.
        is_never_revised = criterion.field == "revised" and fact is not None and fact.status is Status.BLANK
        is_met = not criterion.is_wanted and not criterion.stems and (is_left_out or is_never_revised)
        return Verdict(Standing.MEETS, (fact,) if fact else ()) if is_met else _unread(fact)
    shown = (fact,) if fact is not None else ()
    if criterion.stems:
        return _has_words(criterion, said, shown)
    says = says_something(said)
    return Verdict(Standing.UNCLEAR, shown) if says is None else _verdict(says == criterion.is_wanted, shown)


def _has_words(criterion: Worded, said: str, shown: Sequence[Fact]) -> Verdict:
    """Whether a cell has the words; where it only denies or prefers what they say, it is not certain."""
    wanted, words = same_words(criterion.stems), {word.stem for word in words_of(said)}
    has_them = all(group & words for group in wanted)
    is_doubtful = has_them and denies_some(said) and not asks_for(said, wanted)
    return Verdict(Standing.UNCLEAR, tuple(shown)) if is_doubtful else _verdict(has_them == criterion.is_wanted, shown)


def _alike(criterion: Alike, spec_id: str, values: HeldValues) -> Verdict:
    """Whether a class has a value, letter for letter but for case; or one that another class has too."""
    fact, said = values.fact(spec_id, criterion.field), values.said(spec_id, criterion.field)
    if said is None:
        return _unread(fact)
    shown = (fact,) if fact is not None else ()
    if criterion.value is None:
        return _verdict(values.count(criterion.field, said) > 1, shown)
    return _verdict(said == folded_value(criterion.value), shown)


def says_something(cell: str) -> bool | None:
    """Whether a cell of prose says that there is something of what its row asks for; null where it is not certain."""
    if _NOTHING.match(cell):
        return False
    return None if _UNCERTAIN.search(cell) else True


def _qualified(criterion: Qualified, spec_id: str, values: HeldValues) -> Verdict:
    held = values.qualifications(spec_id, KINDS_OF.get(criterion.kind, (criterion.kind,)))
    required = [one for one in held if one.is_required]
    row = values.fact(spec_id, REQUIREMENT_OF.get(criterion.kind, OTHER_REQUIREMENTS))
    if criterion.kind not in REQUIREMENT_OF:
        required = [one for one in required if criterion.level in (None, one.level)]
        if not required and (row is None or row.status is not Status.READ):
            return _unread(row)
        shown: tuple[Fact | Qualification, ...] = tuple(required) or ((row,) if row else ())
        return _verdict(criterion.low <= len(required) and (not required or criterion.high > 0), shown)
    if criterion.or_named and row is not None and row.status is Status.READ and _names_level(row, criterion):
        return Verdict(Standing.MEETS, (row,))
    if required:
        return _verdict(criterion.low <= amount_of(required[0]) <= criterion.high, required[:1])
    if held:
        return _verdict(criterion.low <= 0, held[:1])
    return Verdict(Standing.UNCLEAR, (row,)) if row is not None and row.status is Status.READ else _unread(row)


def _names_level(row: Fact, criterion: Qualified) -> bool:
    """Whether a row of prose names a level of education that is wanted, required or not."""
    said = (row.value or "").casefold().replace("’", "'")
    return any(criterion.low <= named.level.rank <= criterion.high for named in named_levels(said, 0, len(said)))


def comparable(shown: Fact | Qualification, legends: Callable[[], Sequence[LegendEntry]]) -> float | None:
    """What a value compares by: a place of its scale, years, a level, a date as a number; null where it does not."""
    if isinstance(shown, Qualification):
        return amount_of(shown) if shown.is_required else 0.0
    if shown.status is not Status.READ:
        return None
    if shown.iso:
        return float(max(part.strip() for part in shown.iso.split(";")).replace("-", "").ljust(8, "0"))
    if shown.field == BUDGET:
        return most_money(shown.value or "")
    place = place_of(shown)
    place = place_of(shown, legends()) if place is None else place
    return None if place is None else float(place)


def amount_of(one: Qualification) -> float:
    """How much a qualification asks for: years of experience, or the rank of a level of education."""
    return float(one.level.rank) if isinstance(one.level, EducationLevel) else one.amount or 0.0
