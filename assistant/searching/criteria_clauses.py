"""A search question cut into clauses: what each names, how it is limited and denied, how it joins the one before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.searching.criteria_marks import Kind, Mark, marks_of
from assistant.searching.criteria_words import FRAME
from assistant.searching.scales import scale_of
from assistant.understanding.fields import FieldHit
from assistant.understanding.words import Word
from ingest.form import SECTIONS, CodeKind, Shape

_SCALES = tuple(Kind(scale.value) for scale in CodeKind)
# Between a connective and what it joins to a list only these stand: a verb begins something new.
_LIST_WORDS = frozenset({"a", "an", "the", "any", "to", "for", "of", "some", "either", "too"})
# Between two words these part clauses as a connective does.
_BREAKS = frozenset(",;:.?!()+")
_BOXES = frozenset(section.key for section in SECTIONS if section.shape is Shape.BOXES)
_HEADER = "header"
_LIMITS = frozenset({Kind.COMPARISON, Kind.YEARS, Kind.POUNDS, Kind.CALENDAR_YEAR, *_SCALES})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a question about one thing.

     ``joiner`` is the connective before it ("and", "or", or "anew": an "and" after which nothing said before holds),
     and ``is_close`` whether it only continues a list ("lift or carry").
    ``words`` are those that neither a mark nor a field took and that may say something.
    """

    joiner: str
    is_close: bool
    hits: tuple[FieldHit, ...]
    marks: tuple[Mark, ...]
    words: tuple[Word, ...]

    def first(self, kind: Kind) -> str | None:
        """What the first mark of a kind says, if there is one."""
        return next((mark.says[kind] for mark in self.marks if kind in mark.says), None)

    def all(self, kind: Kind) -> tuple[str, ...]:
        """What each mark of a kind says."""
        return tuple(mark.says[kind] for mark in self.marks if kind in mark.says)

    @property
    def is_denied(self) -> bool:
        """Whether it is what must not be; "never" is a level where the clause is about a scale."""
        return any(Kind.NEGATION in mark.says and not set(mark.says) & set(_SCALES) for mark in self.marks)

    @property
    def is_excluded(self) -> bool:
        """Whether it is what must not be, where no scale is spoken of: there "never" denies as "not" does."""
        return any(Kind.NEGATION in mark.says for mark in self.marks)

    @property
    def has_limit(self) -> bool:
        """Whether it says how much."""
        return any(set(m.says) & _LIMITS and m.says.get(Kind.COMPARISON) != "only" for m in self.marks)


def clauses_of(
    text: str, words: Sequence[Word], hits: Sequence[FieldHit], taken: Collection[int]
) -> tuple[Clause, ...]:
    """The clauses of a question, in its order, each with what it has from its neighbours in a list.

    Args:
        text: the question.
        words: its words.
        hits: the fields that they name.
        taken: the places of words that name a class or have another meaning.
    """
    marks = _with_plus(text, words, marks_of(words))
    cuts = _with_commas(text, words, _cuts(words, hits, marks))
    bounds = [0, *(mark.end for mark in cuts), len(words)]
    ends = [*(mark.start for mark in cuts), len(words)]
    joiners = ["and", *(mark.says[Kind.CONNECTIVE] for mark in cuts)]
    denials = [(), *((mark,) if Kind.NEGATION in mark.says else () for mark in cuts)]  # "nor"
    clauses: list[Clause] = []
    is_after_or = False
    for joiner, denial, start, end in zip(joiners, denials, bounds, ends, strict=False):
        clause = _clause("or" if is_after_or else joiner, (start, end), words, hits, marks, taken)
        continues_list = clause.is_close and not clause.has_limit and clauses and clauses[-1].hits
        if denial and not continues_list:  # in a list it has the denial, and the limits, of what is before it
            clause = replace(clause, marks=(*denial, *clause.marks))
        is_empty = not (clause.hits or clause.marks or clause.words)
        is_after_or = is_empty and clause.joiner == "or"  # "or that climb"
        if not is_empty:
            clauses.append(clause)
    return tuple(_shared(_joined(clauses)))


def _with_plus(text: str, words: Sequence[Word], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, and behind an amount with a plus that it is the least: "2+ years"."""
    found: list[Mark] = []
    for mark in marks:
        found.append(mark)
        if {Kind.YEARS, Kind.POUNDS} & set(mark.says) and text[words[mark.start].end :].lstrip().startswith("+"):
            found.append(Mark(mark.end, mark.end, {Kind.COMPARISON: "at_least"}))
    return tuple(found)


def _cuts(words: Sequence[Word], hits: Sequence[FieldHit], marks: Sequence[Mark]) -> list[Mark]:
    """The connectives that part two clauses: not those within a field's name, or between two levels of one scale."""
    spans = [(min(hit.places), max(hit.places)) for hit in hits]
    found = []
    for at, mark in enumerate(marks):
        if Kind.CONNECTIVE not in mark.says or any(first < mark.start <= last for first, last in spans):
            continue
        beside = [marks[other] for other in (at - 1, at + 1) if 0 <= other < len(marks)]
        close = [one for one in beside if one.end == mark.start or one.start == mark.end]
        alike = set(close[0].says) & set(close[1].says) if len(close) == 2 else set()
        joins_levels = alike & {*_SCALES, Kind.EDUCATION, Kind.CALENDAR_YEAR}
        is_range = any("between" in one.says.get(Kind.COMPARISON, "") for one in marks[max(0, at - 2) : at])
        if not joins_levels and not is_range:
            found.append(mark)
    return found


def _with_commas(text: str, words: Sequence[Word], cuts: Sequence[Mark]) -> list[Mark]:
    """The cuts, and those at commas: a comma joins as the next connective of its list does, else as "and"."""
    found = list(cuts)
    taken = {at for mark in cuts for at in (mark.start, mark.end)}
    for at in range(1, len(words)):
        between = text[words[at - 1].end : words[at].start]
        is_amount = between.strip() == "+" and words[at - 1].text.isdecimal()
        if at not in taken and _BREAKS & set(between) and not is_amount:
            following = next((mark.says[Kind.CONNECTIVE] for mark in cuts if mark.start >= at), "and")
            found.append(Mark(at, at, {Kind.CONNECTIVE: "or" if following == "or" else "and"}))
    return sorted(found, key=lambda mark: mark.start)


def _clause(
    joiner: str,
    span: tuple[int, int],
    words: Sequence[Word],
    hits: Sequence[FieldHit],
    marks: Sequence[Mark],
    taken: Collection[int],
) -> Clause:
    start, end = span
    own_hits = tuple(hit for hit in hits if start <= hit.places[0] < end)
    marked = tuple(mark for mark in marks if start <= mark.start < end)
    used = {at for hit in own_hits for at in hit.places} | {at for m in marked for at in range(m.start, m.end)}
    own_marks = tuple(mark for mark in marked if Kind.IDLE not in mark.says)
    left = [at for at in range(start, end) if at not in used and at not in taken]
    telling_at = [at for at in left if not words[at].is_small and words[at].text not in FRAME]
    # "Heavy equipment" says nothing of how strong somebody has to be.
    own_marks = tuple(m for m in own_marks if Kind.STRENGTH not in m.says or m.end not in telling_at)
    telling = tuple(words[at] for at in telling_at)
    begins = min([*used, end])
    is_close = bool(own_hits) and all(words[at].text in _LIST_WORDS for at in range(start, begins) if at not in taken)
    return Clause(joiner, is_close, own_hits, own_marks, telling)


def _joined(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, one that names nothing of its own with the one that it limits: the one before, else the next.

    One that only denies goes with what it leads to: "not dealing with noise"; one that denies an amount of what is
    before it speaks of that again: "with noise, but not daily".
    """
    found: list[Clause] = []
    waiting: Clause | None = None
    for clause, following in zip(clauses, (*clauses[1:], None), strict=False):
        if waiting is not None:
            clause = _both(waiting, clause)
            waiting = None
        names = clause.hits or clause.words or any(_names_something(mark) for mark in clause.marks)
        is_exception = bool(found) and clause.joiner == "anew" and clause.is_denied and clause.has_limit
        if names and found and _only_strengths(found[-1]) and _only_strengths(clause):
            found[-1] = _both(found[-1], clause)  # a class has one strength: "light and sedentary jobs" are of either
        elif names and found and _repeats(found[-1], clause):
            continue
        elif names:
            found.append(clause)
        elif is_exception and not found[-1].has_limit and not found[-1].is_denied:
            found.append(replace(clause, hits=found[-1].hits))
        elif found and not (clause.is_denied and following is not None and following.joiner == "anew"):
            found[-1] = _both(found[-1], clause)
        else:
            waiting = clause
    return found if waiting is None else [*found, waiting]


def _only_strengths(clause: Clause) -> bool:
    """Whether a clause says nothing but levels of strength, and neither denies nor compares them."""
    levels = {Kind.STRENGTH, Kind.EXPOSURE, Kind.FREQUENCY, Kind.CONNECTIVE}
    of_levels = all(set(mark.says) <= levels for mark in clause.marks)
    is_of_job = all(hit.target == "overall_strength" for hit in clause.hits)
    return is_of_job and of_levels and bool(clause.all(Kind.STRENGTH))


def _repeats(before: Clause, clause: Clause) -> bool:
    """Whether a clause only says again what the one before it says: "the code VH, very heavy"."""
    said = [dict(mark.says) for mark in clause.marks]
    return (
        not clause.hits
        and not clause.words
        and bool(said)
        and all(one in [dict(m.says) for m in before.marks] for one in said)
    )


def _is_shared(mark: Mark, clause: Clause) -> bool:
    """Whether a mark of a clause holds for what its list goes on with: not one that names what the clause is about."""
    return Kind.SUPERLATIVE not in mark.says and (bool(clause.hits) or not _names_something(mark))


def _names_something(mark: Mark) -> bool:
    """Whether a mark says by itself what it is about."""
    names = {Kind.EDUCATION, Kind.LICENCE, Kind.STRENGTH, Kind.YEARS, Kind.SUPERLATIVE_FIELD, Kind.POUNDS}
    return bool(set(mark.says) & names)


def _both(one: Clause, other: Clause) -> Clause:
    return Clause(
        one.joiner, one.is_close, (*one.hits, *other.hits), (*one.marks, *other.marks), (*one.words, *other.words)
    )


def _shared(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a list with the limits and the denial that stand once for all: "no lifting or climbing"."""
    found = list(clauses)
    for at in range(1, len(found)):
        one, before = found[at], found[at - 1]
        if not _continues(one) or one.is_denied:
            continue
        denials = tuple(mark for mark in before.marks if Kind.NEGATION in mark.says)
        if one.has_limit:  # a limit of its own ends what "and" carries on, and not what "or" does
            is_denied = one.joiner == "or" and before.is_denied and _measures(one) & _measures(before)
            found[at] = replace(one, marks=(*one.marks, *(denials if is_denied else ())))
        elif before.hits:
            found[at] = replace(one, marks=(*one.marks, *(_limits_for(one, before) or denials)))
    for at in range(len(found) - 1, 0, -1):
        one, before = found[at], found[at - 1]
        if _continues(one) and one.has_limit and not before.has_limit and not before.is_denied:
            limits = tuple(mark for mark in _limits_for(before, one) if set(mark.says) & _LIMITS)
            found[at - 1] = replace(before, marks=(*before.marks, *limits))
    return found


def _continues(clause: Clause) -> bool:
    return clause.is_close and clause.joiner != "anew"


def _limits_for(one: Clause, other: Clause) -> tuple[Mark, ...]:
    """The limits and denials of another clause that can limit one: only if both speak of what is measured alike."""
    if not _measures(one) & _measures(other):
        return ()
    return tuple(mark for mark in other.marks if set(mark.says) & {*_LIMITS, Kind.NEGATION})


def _measures(clause: Clause) -> set[str]:
    """What the fields of a clause are measured by: how often, a strength; else what their section holds."""
    targets = {hit.target for hit in clause.hits if hit.target and not hit.is_section}
    return {_measure(target) for target in targets}


def _measure(field: str) -> str:
    scale = scale_of(field)
    if scale is CodeKind.STRENGTH:
        return scale.value
    if scale is not None:
        return CodeKind.FREQUENCY.value
    section, _, key = field.partition(".")
    return field if key and section not in _BOXES else section if key else _HEADER
