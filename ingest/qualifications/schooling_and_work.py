"""The education and the experience that all clauses of a document ask for together: at most one of each is required."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.model import EducationLevel, Qualification, QualificationKind
from ingest.qualifications.alternatives import NOTHING, UNCLEAR, Fold, Part, Possible, combined, least
from ingest.qualifications.clauses import Clause, Joined
from ingest.qualifications.degrees import named_levels, names_an_unknown_degree, no_schooling
from ingest.qualifications.experience import TOGETHER, amounts, no_experience
from ingest.qualifications.replacement import is_replaceable
from ingest.qualifications.rows import Row
from ingest.qualifications.wording import asks_for_nothing, demands, is_of_some, preferred_places, replaces

Asked = Sequence[tuple[Row, Clause]]

_EDUCATION, _EXPERIENCE = QualificationKind.EDUCATION, QualificationKind.EXPERIENCE
_BY_RANK = {float(level.rank): level for level in EducationLevel}
# An alternative with such words asks for something; another one is only more words about the one before.
_TELLING = re.compile(
    r"\bgraduat|\bdegree|\bdiploma|\bcomplet|\bpossession|\blicen[sc]|\bcertificat|\bapprentice|\bunits\b"
    r"|\byears?\b|\bmonths\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One value that a clause names, at its place; null where it cannot be known."""

    start: int
    end: int
    value: float | None
    joined: Joined = Joined.NEXT


@dataclass(frozen=True, slots=True)
class _Said:
    """What one clause says of a kind."""

    row: Row
    clause: Clause
    part: Part
    required: tuple[Mention, ...] = ()
    preferred: tuple[Mention, ...] = ()


def schooling(plain: str, bare: str, asked: Asked) -> tuple[Qualification, ...]:
    """The education that is required, the least that is accepted by name, and the first that is preferred."""
    said = [_of_clause(bare, row, clause, _levels, (max,)) for row, clause in asked if _EDUCATION in row.kinds]
    return _settled(plain, asked, _EDUCATION, said, (max,))


def work(plain: str, bare: str, asked: Asked) -> tuple[Qualification, ...]:
    """The years of experience that are required, the least that are accepted, and the first that are preferred."""
    said = [_of_clause(bare, row, clause, _years, TOGETHER) for row, clause in asked if _EXPERIENCE in row.kinds]
    return _settled(plain, asked, _EXPERIENCE, said, TOGETHER)


def _settled(
    plain: str, asked: Asked, kind: QualificationKind, said: Sequence[_Said], together: tuple[Fold, ...]
) -> tuple[Qualification, ...]:
    possible, is_free = _of_rows(said, together)
    found = []
    deciding = [
        (each, mention) for each in said for mention in each.required if possible == {mention.value}
    ][:1]  # fmt: skip
    preferred = [(each, mention) for each in said for mention in each.preferred if mention.value is not None][:1]
    for each, mention in deciding:
        replaceable = is_free or is_replaceable(plain, [row for row, _ in asked], kind)
        found.append(_qualification(kind, each, mention, is_required=True, accepts_equivalent=replaceable))
    for each, mention in preferred:
        found.append(_qualification(kind, each, mention, is_required=False, accepts_equivalent=False))
    return tuple(found)


def _of_rows(said: Sequence[_Said], together: tuple[Fold, ...]) -> tuple[Possible, bool]:
    """What all rows ask for: a section that says it again asks for no more, unless it goes on from before."""
    rows: list[list[Part]] = []
    for before, each in zip([None, *said], said, strict=False):
        if before is None or (each.row is not before.row and each.part.joined is Joined.NEXT):
            rows.append([])
        rows[-1].append(each.part)
    found = [least(row, together) for row in rows]
    return combined((possible for possible, _ in found), (max, min)), any(is_free for _, is_free in found)


def _qualification(
    kind: QualificationKind, said: _Said, mention: Mention, *, is_required: bool, accepts_equivalent: bool
) -> Qualification:
    value = mention.value or 0.0
    return Qualification(
        kind=kind,
        level=_BY_RANK[value] if kind is _EDUCATION else None,
        amount=value if kind is _EXPERIENCE else None,
        is_required=is_required,
        accepts_equivalent=accepts_equivalent,
        field=said.row.field,
        page=said.row.page,
        start=said.clause.sentence[0],
        end=said.clause.sentence[1],
        raw_start=mention.start,
        raw_end=mention.end,
    )


def _of_clause(
    bare: str,
    row: Row,
    clause: Clause,
    mentioned: Callable[[str, Row, Clause], tuple[Mention, ...]],
    together: tuple[Fold, ...],
) -> _Said:
    """What a clause says of a kind: nothing where it only asks the reader, or says what may stand in for what."""
    words = bare[clause.start : clause.end]
    if _is_no_demand(bare, row, clause):
        return _Said(row, clause, Part(clause.joined, NOTHING, item=clause.item))
    mentions = mentioned(bare, row, clause)
    places = preferred_places(bare, clause.start, clause.end)
    if clause.is_preferred and not demands(bare[slice(*clause.sentence)]):
        return _Said(row, clause, Part(clause.joined, NOTHING, item=clause.item), preferred=mentions)
    preferred = tuple(each for each in mentions if any(low.start <= each.start < low.end for low in places))
    required = tuple(each for each in mentions if each not in preferred)
    lost = any(
        not place.is_of_all and not any(place.start <= each.start < place.end for each in mentions) for place in places
    )
    possible = UNCLEAR if lost and mentions else _possible(required, together)
    is_free = not mentions and bool(_TELLING.search(words))
    return _Said(row, clause, Part(clause.joined, possible, is_free, clause.item), required, preferred)


def _is_no_demand(bare: str, row: Row, clause: Clause) -> bool:
    words = bare[clause.start : clause.end]
    whole = words if row.is_alone else bare[slice(*clause.sentence)]
    said = bare[clause.start : max(clause.end, _end_of_clause(bare, clause))]
    return asks_for_nothing(whole) or replaces(said) or is_of_some(words)


def _end_of_clause(bare: str, clause: Clause) -> int:
    """Where the next semicolon is, or the sentence ends: a joint in between only counts what is replaced."""
    at = bare.find(";", clause.end, clause.sentence[1])
    return at if at >= 0 else clause.sentence[1]


def _possible(mentions: Sequence[Mention], together: tuple[Fold, ...]) -> Possible:
    if any(each.value is None for each in mentions):
        return UNCLEAR
    return least([Part(each.joined, frozenset({each.value or 0.0})) for each in mentions], together)[0]


def _joined(is_alternative: bool | None) -> Joined:
    return Joined.NEXT if is_alternative is None else Joined.OR if is_alternative else Joined.AND


def _levels(bare: str, row: Row, clause: Clause) -> tuple[Mention, ...]:
    named = named_levels(bare, clause.start, clause.end)
    if names_an_unknown_degree(bare, clause.start, clause.end) and not _names_a_degree(bare, *clause.sentence):
        return (Mention(clause.start, clause.end, None),)
    if named:
        return tuple(Mention(each.start, each.end, each.level.rank, _joined(each.is_alternative)) for each in named)
    if row.is_alone and (place := no_schooling(bare, clause.start, clause.end)):
        return (Mention(*place, EducationLevel.NONE.rank),)
    return ()


def _names_a_degree(bare: str, start: int, end: int) -> bool:
    return any(each.level.rank >= EducationLevel.ASSOCIATE.rank for each in named_levels(bare, start, end))


def _years(bare: str, row: Row, clause: Clause) -> tuple[Mention, ...]:
    if place := no_experience(bare, clause.start, clause.end, is_row=row.is_alone):
        return (Mention(*place, 0.0),)
    found = amounts(bare, clause.start, clause.end, is_row=row.is_alone)
    return tuple(Mention(each.start, each.end, each.years, _joined(each.is_alternative)) for each in found)
