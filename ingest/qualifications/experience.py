"""The years of experience that a clause asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.qualifications.alternatives import Fold
from ingest.qualifications.durations import Duration, durations
from ingest.qualifications.legible import wording, wording_in_lines

_MONTHS_IN_A_YEAR = 12
# Two times that are both asked for may overlap, or add up.
TOGETHER: tuple[Fold, ...] = (max, lambda one, other: one + other)

_NO_EXPERIENCE = wording(
    r"\bno (?:prior |previous |specific |minimum |work |related |[\w-]+ ){0,4}experience(?: [\w-]+){0,3} (?:is "
    r"|are )?(?:required|necessary|needed)"
    r"|\bexperience (?:is )?not (?:required|necessary|needed)"
)
_NONE = wording(r"^\W*(?:none|no experience|n/a|not required|no prior experience)\b")
# What a time of experience is followed by, where the place itself does not say that it is one.
_OF_WORK = wording(
    r"\bexperience|\bemployment\b|\bwork(?:ing|ed)?\b|\bservice\b|\bserving\b|\bperforming\b|\bpractice\b"
    r"|^\s+as\s+an?\b|^\s+in a class\b"
)
_WORK_LETTERS = 200
_NO_WORK_AFTER = wording_in_lines(
    r"""^\s*(?:\(\d+\)\s*)?(?:
        (?:in\s|as\s an?\s)?probation | of \s (?:age | (?:[\w-]+\s+){0,3}(?:college | school(?:ing)?
          | education | university | study | coursework | course \s work
                 | training | apprenticeship | meeting | hire | hiring | appointment | employment \s* [.;,]
                 | residency))
      | old\b | (?:prior|before|after|from|following)\b | (?:in\s)?(?:college|degree|program|apprenticeship
          |course|school)\b | ago\b
      | of \s the \s (?:date|time|closing)
    )"""
)
_NO_WORK_BEFORE = wording(
    r"(?:\bwithin|\blast|\bpast|\bprevious|\bpreceding|\bevery|\beach|\bvalid for|\bper|\bafter|\bup to"
    r"|\bmaximum of|\bmore than|\bless than"
    r"|\bexceed\w*|\bprobation\w*(?: period)?(?: of)?|\brequired|\bfor(?: the)? first|\bnext|\bduring|\bthe"
    r"|\bin(?: the)?|\bolder than|\bthan)\s*(?:\(\s*)?$"
)
# "more than five years" asks for as much, but "not more than" does not.
_MORE_THAN = re.compile(r"(?<!not )(?<!no )\bmore than\s*$", re.IGNORECASE)
_PART_BEFORE = wording(
    r"(?:\binclud\w+|\bof which|\bof whom|\bwith|\bhave been|\bmust be|\bcontain\w*|\bpreferably)\W*"
    r"(?:(?:a|the)\s+)?(?:(?:at least|minimum of|not less than|no less than|no fewer than)\W*)?$"
)
_PART_AFTER = wording_in_lines(
    r"""^\s*(?:\(\d+\)\s*)?(?:
        (?:of\s)?(?:which | whom | this | that | these | the \s (?:required | above | qualifying | said | five
          | four | three | six | two))\b
      | (?:of\s)?(?:[\w/-]+\s){0,6}?(?:must | shall | should) \s (?:also\s)?(?:be | have | include)
      | of \s (?:such | required | qualifying)\b | equivalent \s to
      | may \s (?:be | have)
    )"""
)
_ALTERNATIVE = wording(r"(?:\bor|/)\s*(?:(?:an?\s+)?(?:at least|minimum of|additional)\s*)?(?:\(\d\)\s*)?$")
_LEAST = wording(r"(?:at least|minimum of|minimum)\s*$")


@dataclass(frozen=True, slots=True)
class Amount:
    """Years at their place.

    ``is_alternative``: the words before offer them in the place of the years before; null where that is not plain.
    """

    start: int
    end: int
    years: float | None
    is_alternative: bool | None


def no_experience(text: str, start: int, end: int, *, is_row: bool) -> tuple[int, int] | None:
    """The place of words that say plainly that no experience is asked for; in a row of its own "None" says so."""
    words = text[start:end]
    found = (_NONE.match(words) if is_row else None) or _NO_EXPERIENCE.search(words)
    return (start + found.start(), start + found.end()) if found else None


def amounts(text: str, start: int, end: int, *, is_row: bool) -> tuple[Amount, ...]:
    """The times of experience that a clause asks for, in order, without those that are a part of the one before.

    Args:
        text: the whole text.
        start: where the clause begins.
        end: and where it ends.
        is_row: whether the clause is of a row or section about experience alone, so that any time is one of it.
    """
    named = list(_in_clause(text, start, end))
    asked = [each for each in named if _is_of_work(text, each, start, end, is_row=is_row)]
    found: list[Amount] = []
    for each in asked:
        before = text[found[-1].end if found else start : each.start]
        is_part = _PART_AFTER.match(text[each.end : end]) and (
            found or not _is_of_what_was_named(before, text[each.end : end])
        )
        is_second = bool(found) or any(other.start < each.start for other in named)
        if is_part or (is_second and _PART_BEFORE.search(before)):
            continue
        years = None if each.months is None else round(each.months / _MONTHS_IN_A_YEAR, 2)
        found.append(Amount(each.start, each.end, years, _is_alternative(before) if found else None))
    return tuple(found)


def _is_of_what_was_named(before: str, after: str) -> bool:
    """Whether no other time was named: "broad experience, at least five years of which shall have been ..."."""
    return bool(re.match(r"\s*of which\b", after)) and bool(re.search(r"\bexperience\b", before, re.IGNORECASE))


def _in_clause(text: str, start: int, end: int) -> Iterator[Duration]:
    for each in durations(text[start:end]):
        yield replace(each, start=start + each.start, end=start + each.end)


def _is_of_work(text: str, each: Duration, start: int, end: int, *, is_row: bool) -> bool:
    before, after = text[start : each.start], text[each.end : end]
    if _NO_WORK_AFTER.match(after) or (_NO_WORK_BEFORE.search(before) and not _MORE_THAN.search(before)):
        return False
    if each.unit in {"week", "day"} and "experience" not in after[:_WORK_LETTERS]:
        return False
    return is_row or _is_of_what_was_named(before, after) or bool(_OF_WORK.search(after[:_WORK_LETTERS]))


def _is_alternative(before: str) -> bool | None:
    if _ALTERNATIVE.search(before):
        return True
    joined = re.search(r"\b(?:and|plus)\s*(?:at least\s*)?$", _LEAST.sub("", before), re.IGNORECASE)
    return False if joined else None
