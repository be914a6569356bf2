"""What of a search question limits the classes asked for and is no value that a criterion looks at.

A list that left out a condition answers another question. Words that are plainly a condition are looked for beside the
values; amounts that nothing is measured by are said to be beyond what can be told.
"""

from collections.abc import Iterable, Sequence

from assistant.searching.criteria import (
    BUDGET,
    Coded,
    Compared,
    Criterion,
    Dated,
    Extreme,
    Mentioned,
    Qualified,
    singles,
)
from assistant.searching.criteria_clauses import Clause
from assistant.searching.criteria_marks import NUMBERS_IN_WORDS, Kind, marks_of
from assistant.searching.criteria_words import BEFORE_A_NOUN, BEYOND_ROWS, JUDGED
from assistant.searching.scales import scale_of
from assistant.understanding.words import Word
from ingest.form import CodeKind
from ingest.model import QualificationKind

_EACH = frozenset({"each", "every"})
# Before or behind these a number only says how many classes are asked for.
_COUNTED = frozenset(
    {"class", "job", "position", "spec", "role", "title", "one", "classification", "top", "first", "last"}
)


def is_condition(clause: Clause, before: Sequence[Clause], following: Clause | None) -> bool:
    """Whether a clause of words alone is a condition beside the values that the clauses around it ask for.

    It is where a word joins it to one of them, "outdoors and feed animals", or where it says what there is not to be,
    "outdoors without weekends". What stands before a colon or between commas only tells why somebody asks.
    """
    is_behind = any(one.hits or one.has_limit for one in before)
    is_without = any(mark.says.get(Kind.NEGATION, "").split(" ")[0] in BEFORE_A_NOUN for mark in clause.marks)
    goes_on = following is not None and following.is_linked and bool(following.hits)
    is_before = not before and clause.is_linked and goes_on
    return bool(clause.words) and ((is_behind and (is_without or clause.is_linked)) or is_before)


def untold(
    words: Sequence[Word], unread: Iterable[str], parts: Sequence[tuple[Clause, Criterion]], extreme: Extreme | None
) -> tuple[str, ...]:
    """The words of amounts by which classes are limited and that no criterion took up.

    Args:
        words: the words of the question.
        unread: those that no criterion took up.
        parts: the clauses with what they want.
        extreme: the extreme that is asked for, of which a number says the places.
    """
    left = set(unread)
    numbers = [
        at
        for at, word in enumerate(words)
        if word.text.isdecimal() and word.text in left and extreme is None and not _counts(words, at)
    ]
    unused = [
        words[at]
        for clause, part in parts
        for mark in clause.marks
        for at in range(mark.start, min(mark.end, len(words)))
        if (kinds := set(mark.says) & {Kind.YEARS, Kind.CALENDAR_YEAR, Kind.MONEY}) and not kinds & _measured(part)
    ]
    found = [*(words[at].text for at in numbers), *(word.text for word in unused), *_amounts_of_words(words, parts)]
    return tuple(dict.fromkeys(found))


def limits_unread(words: Sequence[Word]) -> tuple[str, ...]:
    """The words by which a question limits classes, though no criterion was read from it: "which jobs have none?"."""
    limits = {Kind.NEGATION, Kind.SUPERLATIVE, Kind.FREQUENCY, Kind.EXPOSURE}
    marked = {mark.start for mark in marks_of(words) if limits & set(mark.says)}
    judged = {at for at, word in enumerate(words) if word.text in JUDGED}
    return tuple(words[at].text for at in sorted(marked | judged))


def _amounts_of_words(words: Sequence[Word], parts: Sequence[tuple[Clause, Criterion]]) -> list[str]:
    """The words for how much there is to be of what no row measures, or by what no row measures it."""
    found: list[str] = []
    for clause, part in parts:
        said = [" ".join(words[at].singular for at in hit.places) for hit in clause.hits]
        found += [word for phrase in said if phrase in BEYOND_ROWS for word in phrase.split()]
        found += _times_unknown(words, clause, part)
        if isinstance(part, Mentioned) and part.is_wanted:
            little = [mark for mark in clause.marks if mark.says.get(Kind.FREQUENCY) == "1"]
            found += [words[at].text for m in little if m.says.get(Kind.COMPARISON) for at in range(m.start, m.end)]
            found += part.words.split() if all(word in NUMBERS_IN_WORDS for word in part.words.split()) else ()
    return found


def _times_unknown(words: Sequence[Word], clause: Clause, part: Criterion) -> list[str]:
    """The words for how often a coded row is to hold, where they are of no scale that the form has: "on every call"."""
    if not isinstance(part, Coded) or clause.has_limit or clause.is_denied:
        return []
    last = max((at for hit in clause.hits for at in hit.places), default=len(words))
    behind = [
        mark
        for mark in clause.marks
        if Kind.EVERY in mark.says and words[mark.start].text in _EACH and last < mark.start and mark.end < len(words)
    ]
    return [words[mark.end].text for mark in behind if words[mark.end].singular not in _COUNTED]


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether a number says how many classes are meant: "which 3 jobs", "the top 5", "of the 2", "who needs 1"."""
    if at and (
        words[at - 1].text in ("the", "of", "those", "these") or (words[at].text == "1" and at + 1 == len(words))
    ):
        return True
    beside = {words[other].singular for other in (at - 1, at + 1) if 0 <= other < len(words)}
    return bool(beside & _COUNTED)


def _measured(part: Criterion) -> set[Kind]:
    """What a criterion measures classes by."""
    found: set[Kind] = set()
    for one in singles(part):
        if isinstance(one, Qualified) and one.kind is QualificationKind.EXPERIENCE:
            found.add(Kind.YEARS)
        elif isinstance(one, Dated):
            found.add(Kind.CALENDAR_YEAR)
        elif isinstance(one, Compared) and one.field == BUDGET:
            found.add(Kind.MONEY)
        elif isinstance(one, Coded) and scale_of(one.field) is CodeKind.STRENGTH:
            found.add(Kind.POUNDS)
    return found
