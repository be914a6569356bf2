"""Whether something else is accepted in the place of the education or the experience that is required."""

import re
from collections.abc import Iterator, Sequence

from ingest.model import EducationLevel, QualificationKind
from ingest.qualifications.degrees import named_levels
from ingest.qualifications.experience import amounts
from ingest.qualifications.legible import wording
from ingest.qualifications.rows import Row
from ingest.qualifications.wording import accepts_combination, accepts_equivalent, replaced, replaces

_PIECE = re.compile(r"(?:[^.;()\[\]]+|\.(?=\w))+")
_SUBJECTS = {
    QualificationKind.EDUCATION: wording(r"\beducation|\bdegree|\bcollege|\bschool|\bstudy\b"),
    QualificationKind.EXPERIENCE: wording(r"\bexperience\b|\bwork\b"),
}
# "A degree, or two years of work", "one year of work, or completion of a program": one is accepted for the other.
_OR_WORK = wording(r"\bor\s+(?:an?\s+)?(?:at least\s+|minimum of\s+)?$")
_EQUIVALENT_WORK = wording(r"\bor (?:\w+ )?equivalent (?:\w+ ){0,2}experience\b")
_OR_SCHOOLING = wording(r",?\s*\bor\s+(?:the\s+|successful\s+)?(?:completion|graduation|possession)\b")


def is_replaceable(plain: str, asked: Sequence[Row], kind: QualificationKind) -> bool:
    """Whether the rows of a document's requirements accept something else for what they ask of that kind."""
    distinct = dict.fromkeys(row for row in asked if not row.is_preferred)
    return any(_says_so(plain, row, low, high, kind) for row in distinct for low, high in _pieces(plain, row))


def _pieces(plain: str, row: Row) -> Iterator[tuple[int, int]]:
    for piece in _PIECE.finditer(plain, row.start, row.end):
        yield piece.span()


def _says_so(plain: str, row: Row, start: int, end: int, kind: QualificationKind) -> bool:
    words = plain[start:end]
    if accepts_combination(words):
        return True
    if replaces(words):
        return _is_of(replaced(words), row, kind)
    if kind not in row.kinds:
        return False
    if kind is QualificationKind.EDUCATION:
        return bool(_EQUIVALENT_WORK.search(words)) or _degree_is_one_of_two(plain, start, end)
    return _work_is_one_of_two(plain, row, start, end)


def _is_of(replaced_words: str, row: Row, kind: QualificationKind) -> bool:
    named = {each for each, subject in _SUBJECTS.items() if subject.search(replaced_words)}
    return kind in named or (not named and (kind in row.kinds or not row.is_alone))


def _degree_is_one_of_two(plain: str, start: int, end: int) -> bool:
    levels = named_levels(plain, start, end)
    if not levels:
        return False
    of_work = amounts(plain, levels[-1].end, end, is_row=False)
    or_work = bool(of_work) and bool(_OR_WORK.search(plain[levels[-1].end : of_work[0].start]))
    # The equivalent of a high school diploma is one.
    above_school = max(each.level.rank for each in levels) > EducationLevel.HIGH_SCHOOL.rank
    return or_work or (above_school and accepts_equivalent(plain[start:end]))


def _work_is_one_of_two(plain: str, row: Row, start: int, end: int) -> bool:
    of_work = amounts(plain, start, end, is_row=row.is_alone)
    if not of_work:
        return False
    before = named_levels(plain, start, of_work[0].start)
    or_work = bool(before) and bool(_OR_WORK.search(plain[start : of_work[0].start]))
    after = plain[of_work[-1].end : end]
    return or_work or bool(_OR_SCHOOLING.search(after)) or accepts_equivalent(after)
