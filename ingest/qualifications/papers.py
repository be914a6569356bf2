"""What has to be shown or kept: licences to drive, certificates, and a place to live."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Qualification, QualificationKind
from ingest.qualifications.certifications import certification
from ingest.qualifications.clauses import Clause, Joined
from ingest.qualifications.durations import deadline
from ingest.qualifications.legible import wording
from ingest.qualifications.licences import Licence, licence
from ingest.qualifications.residency import residence
from ingest.qualifications.rows import Row
from ingest.qualifications.wording import asks_for_nothing, demands, is_of_some, mentions_preference

Asked = Sequence[tuple[Row, Clause]]

# What a paragraph has to have so that it can say where to live or that a licence is needed, wherever it stands.
# Its first letters are a class of characters, which a search looks for first: every paragraph is asked.
LICENCE_OR_RESIDENCE = re.compile(
    r"[lLcCrR](?:(?<=[lL])(?i:icen[sc])|(?<=\b[cC])(?i:DL\b)|(?<=\b[rR])(?i:esid)|(?<=\b[lL])(?i:ive\b))"
)
_LICENCES = (QualificationKind.DRIVER_LICENCE, QualificationKind.COMMERCIAL_LICENCE)
# Two certificates to choose from: the time to get one of them is not that to have either.
_CHOICE = wording(r"\bor\b")
_OTHER_WAYS = wording(
    r"\bor (?:be able to |the ability to |have |use )?(?:an? )?(?:provide |arrange "
    r"|utilize )?(?:for )?(?:acceptable |suitable |reliable |other |alternat\w+ )"
    r"[^.;]{0,40}\b(?:transport|method|means)"
)
_NOT_REQUIRED = wording(r"\bnot (?:be )?required\b")


def papers(bare: str, asked: Asked) -> tuple[Qualification, ...]:
    """The licences, certificates and residence that are asked for, each once: as required where anything says so."""
    found = [each for place, (row, clause) in enumerate(asked) for each in _of_clause(bare, row, clause, asked, place)]
    return tuple(each for place, each in enumerate(found) if not _is_said_elsewhere(each, found, place))


def _of_clause(bare: str, row: Row, clause: Clause, asked: Asked, place: int) -> Iterator[Qualification]:
    words = bare[clause.start : clause.end]
    sentence = bare[slice(*clause.sentence)]
    found = licence(bare, clause.start, clause.end, is_list=row.lists_licences)
    live = residence(bare, clause.start, clause.end)
    paper = _certificate(bare, row, clause)
    if not (found or live or paper) or asks_for_nothing(words if row.is_alone else sentence):
        return
    is_preferred = mentions_preference(words) or (clause.is_preferred and not demands(sentence))
    if _NOT_REQUIRED.search(words) and not is_preferred:
        return
    common = Qualification(
        kind=QualificationKind.CERTIFICATION,
        level=None,
        amount=None,
        is_required=not (is_preferred or is_of_some(words)),
        accepts_equivalent=_is_alternative(asked, place),
        field=row.field,
        page=row.page,
        start=clause.sentence[0],
        end=clause.sentence[1],
        raw_start=clause.start,
        raw_end=clause.end,
    )
    months = deadline(words)
    if found and not _is_heading(bare, row, clause, found):
        equivalent = common.accepts_equivalent or bool(_OTHER_WAYS.search(sentence))
        yield replace(
            common, kind=found.kind, level=found.level, amount=months, accepts_equivalent=equivalent,
            raw_start=found.start, raw_end=found.end,
        )  # fmt: skip
    if live:
        kind = QualificationKind.RESIDENCY
        yield replace(common, kind=kind, amount=months, raw_start=live[0], raw_end=live[1])
    if paper:
        amount = None if _CHOICE.search(bare[paper[1] : clause.end]) else months
        yield replace(common, amount=amount, raw_start=paper[0], raw_end=paper[1])


def _is_heading(bare: str, row: Row, clause: Clause, found: Licence) -> bool:
    """Whether nothing but the name of the licence stands there, as above what is said of it."""
    around = bare[clause.start : found.start] + bare[found.end : clause.end]
    bare_name = not any(map(str.isalnum, around))
    return bare_name and not row.is_alone and (":" in around or not bare[row.start : clause.start].strip())


def _certificate(bare: str, row: Row, clause: Clause) -> tuple[int, int] | None:
    """Outside the lists of what is asked for, a certificate is named for many other reasons."""
    if not row.lists_licences:
        return None
    return certification(bare, clause.start, clause.end, is_list=row.is_alone)


def _is_alternative(asked: Asked, place: int) -> bool:
    following = asked[place + 1][1].joined if place + 1 < len(asked) else Joined.NEXT
    either = (Joined.OR, Joined.OTHER_PATTERN)
    return asked[place][1].joined in either or following in either


def _is_said_elsewhere(each: Qualification, found: Sequence[Qualification], place: int) -> bool:
    """Whether a licence or the residence is named before, or is asked of all where this only asks it of some."""
    if each.kind is QualificationKind.CERTIFICATION:
        return False
    alike = [other for other in found if (other.kind, other.level) == (each.kind, each.level)]
    if each.kind in _LICENCES and not each.is_required and any(other.is_required for other in alike):
        return True
    earlier = [other for other in found[:place] if (other.kind, other.level) == (each.kind, each.level)]
    return any(other.is_required == each.is_required for other in earlier)
