"""A search question cut into clauses: what each names, how it is limited and denied, how it joins the one before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.searching.criteria_cuts import NAMING, SCALES, links_on, marks_and_cuts
from assistant.searching.criteria_marks import Kind, Mark
from assistant.searching.criteria_words import FRAME, TELLING
from assistant.understanding.hits import FieldHit
from assistant.understanding.words import Word

# Between a connective and what it joins to a list only these stand: a verb begins something new.
_LIST_WORDS = frozenset({"a", "an", "the", "any", "to", "for", "of", "some", "either", "too"})
# What a comparison can compare.
AMOUNTS = frozenset({Kind.YEARS, Kind.POUNDS, Kind.MONEY, Kind.CALENDAR_YEAR, Kind.EDUCATION, *SCALES})
LIMITS = (AMOUNTS - {Kind.EDUCATION}) | {Kind.COMPARISON}


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a question about one thing.

     ``joiner`` is the connective before it ("and", "or", or "anew": an "and" after which nothing said before holds),
     and ``is_close`` whether it only continues a list ("lift or carry").
    ``words`` are those that neither a mark nor a field took and that may say something. ``is_linked`` says that a word
    joins it to what stands before it, and no comma.
    """

    joiner: str
    is_close: bool
    hits: tuple[FieldHit, ...]
    marks: tuple[Mark, ...]
    words: tuple[Word, ...]
    is_linked: bool = False

    def first(self, kind: Kind) -> str | None:
        """What the first mark of a kind says, if there is one."""
        return next((mark.says[kind] for mark in self.marks if kind in mark.says), None)

    def all(self, kind: Kind) -> tuple[str, ...]:
        """What each mark of a kind says."""
        return tuple(mark.says[kind] for mark in self.marks if kind in mark.says)

    def comparison(self, *kinds: Kind) -> str | None:
        """How its amounts of some kinds are compared: by what stands nearest to one of them, where "only" gives way."""
        amounts = [mark for mark in self.marks if set(mark.says) & AMOUNTS]
        compared = [(_nearest(mark, amounts), mark) for mark in self.marks if amounts and Kind.COMPARISON in mark.says]
        found = [
            (mark.says[Kind.COMPARISON] == "only", _gap(mark, amount), mark.start, mark.says[Kind.COMPARISON])
            for amount, mark in compared
            if set(amount.says) & set(kinds)
        ]
        return min(found)[-1] if found else None

    @property
    def is_denied(self) -> bool:
        """Whether it is what must not be; "never" is a level where the clause is about a scale."""
        return any(Kind.NEGATION in mark.says and not set(mark.says) & set(SCALES) for mark in self.marks)

    @property
    def is_excluded(self) -> bool:
        """Whether it is what must not be, where no scale is spoken of: there "never" denies as "not" does."""
        return any(Kind.NEGATION in mark.says for mark in self.marks)

    @property
    def has_limit(self) -> bool:
        """Whether it says how much."""
        return any(set(m.says) & LIMITS and m.says.get(Kind.COMPARISON) != "only" for m in self.marks)


def clauses_of(
    text: str, words: Sequence[Word], hits: Sequence[FieldHit], taken: Collection[int]
) -> tuple[Clause, ...]:
    """The clauses of a question, in its order, each by itself.

    Args:
        text: the question.
        words: its words.
        hits: the fields that they name.
        taken: the places of words that name a class or have another meaning.
    """
    marks, cuts = marks_and_cuts(text, words, hits)
    bounds = [0, *(mark.end for mark in cuts), len(words)]
    ends = [*(mark.start for mark in cuts), len(words)]
    joiners = ["and", *(mark.says[Kind.CONNECTIVE] for mark in cuts)]
    links = [False, *(links_on(text, words, mark) for mark in cuts)]
    denials = [(), *((mark,) if Kind.NEGATION in mark.says else () for mark in cuts)]  # "nor"
    clauses: list[Clause] = []
    is_after_or = False
    for joiner, is_linked, denial, start, end in zip(joiners, links, denials, bounds, ends, strict=False):
        clause = _clause("or" if is_after_or else joiner, (start, end), words, hits, marks, taken)
        continues_list = clause.is_close and not clause.has_limit and clauses and clauses[-1].hits
        clause = replace(clause, is_linked=is_linked)
        if denial and not continues_list:  # in a list it has the denial, and the limits, of what is before it
            clause = replace(clause, marks=(*denial, *clause.marks))
        is_empty = not (clause.hits or clause.marks or clause.words)
        is_after_or = is_empty and clause.joiner == "or"  # "or that climb"
        if not is_empty:
            clauses.append(clause)
    return tuple(_joined(clauses))


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
    telling_at = [at for at in left if _tells(words, at)]
    # "Heavy equipment" says nothing of how strong somebody has to be.
    own_marks = tuple(m for m in own_marks if Kind.STRENGTH not in m.says or m.end not in telling_at)
    telling = tuple(words[at] for at in telling_at)
    begins = min([*used, end])
    is_close = bool(own_hits) and all(words[at].text in _LIST_WORDS for at in range(start, begins) if at not in taken)
    return Clause(joiner, is_close, own_hits, own_marks, telling)


def _tells(words: Sequence[Word], at: int) -> bool:
    """Whether a word says something of what a class is to meet, by itself or with the one that follows it."""
    together = tuple(word.text for word in words[at : at + 2])
    return together in TELLING or not (words[at].is_small or words[at].text in FRAME)


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
        names = names or (_is_of_a_date(clause) and following is not None and bool(following.all(Kind.CALENDAR_YEAR)))
        is_exception = bool(found) and clause.joiner == "anew" and clause.is_denied and clause.has_limit
        if names and found and _are_of_one_strength(found[-1], clause):
            found[-1] = _both(found[-1], clause)
        elif names and found and _repeats(found[-1], clause):
            continue
        elif names:
            found.append(clause)
        elif found and _says_what_is_meant(found[-1], clause):
            found[-1] = replace(found[-1], marks=clause.marks)
        elif is_exception and not found[-1].has_limit and not found[-1].is_denied:
            found.append(replace(clause, hits=found[-1].hits))
        elif found and _limits_again(found[-1], clause):
            found.append(replace(clause, hits=found[-1].hits, is_close=True))
        elif found and not (clause.is_denied and following is not None and following.joiner == "anew"):
            found[-1] = _both(found[-1], clause)
        else:
            waiting = clause
    return found if waiting is None else [*found, waiting]


def _are_of_one_strength(before: Clause, clause: Clause) -> bool:
    """Whether two clauses say of one strength which it is: "light and sedentary jobs", "a strength that is not heavy".

    A class has one strength: of two levels it has either.
    """
    names_it = bool(before.hits) and all(hit.target == "overall_strength" for hit in before.hits)
    is_bare = names_it and not (before.marks or before.words)
    says_which = bool(clause.all(Kind.STRENGTH)) and not (clause.hits or clause.words)
    return (is_bare and says_which) or (_only_strengths(before) and _only_strengths(clause))


def _only_strengths(clause: Clause) -> bool:
    """Whether a clause says nothing but levels of strength, and neither denies nor compares them."""
    levels = {Kind.STRENGTH, Kind.EXPOSURE, Kind.FREQUENCY, Kind.CONNECTIVE}
    of_levels = all(set(mark.says) <= levels for mark in clause.marks)
    is_of_job = all(hit.target == "overall_strength" for hit in clause.hits)
    return is_of_job and of_levels and bool(clause.all(Kind.STRENGTH))


def _is_of_a_date(clause: Clause) -> bool:
    """Whether a clause says by itself which dates it speaks of: "from before 1990"."""
    return bool(clause.all(Kind.CALENDAR_YEAR) and clause.comparison(Kind.CALENDAR_YEAR))


def _limits_again(before: Clause, clause: Clause) -> bool:
    """Whether a clause sets a limit of its own to what the one before it limits already: "... but before 2015"."""
    kinds = [{kind for mark in one.marks for kind in set(mark.says) & AMOUNTS} for one in (before, clause)]
    alike = kinds[0] & kinds[1]
    return (
        bool(before.hits and alike) and not before.is_denied and (clause.is_denied or bool(clause.comparison(*alike)))
    )


def _says_what_is_meant(before: Clause, clause: Clause) -> bool:
    """Whether a clause only says how much what is denied before it may be: "not much kneeling, rarely or never"."""
    levels = {Kind.FREQUENCY, Kind.EXPOSURE, Kind.COMPARISON, Kind.CONNECTIVE, Kind.NEGATION}
    of_levels = bool(clause.marks) and all(
        set(mark.says) & levels and set(mark.says) <= levels for mark in clause.marks
    )
    says_how_much = bool(clause.all(Kind.FREQUENCY) or clause.all(Kind.EXPOSURE)) and not clause.is_denied
    is_anew = clause.joiner == "and" and before.is_denied and before.has_limit and bool(before.hits)
    return of_levels and says_how_much and is_anew


def _nearest(comparison: Mark, amounts: Sequence[Mark]) -> Mark:
    """The amount that a comparison compares; of two as near the one that follows."""
    return min(amounts, key=lambda amount: (_gap(comparison, amount), amount.start < comparison.start))


def _gap(one: Mark, other: Mark) -> int:
    """How many words stand between two marks."""
    return other.start - one.end if other.start >= one.end else one.start - other.end


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
    return bool(set(mark.says) & {*NAMING, Kind.YEARS, Kind.SUPERLATIVE_FIELD, Kind.POUNDS, Kind.MONEY})


def _both(one: Clause, other: Clause) -> Clause:
    return replace(
        one,
        hits=(*one.hits, *other.hits),
        marks=(*one.marks, *other.marks),
        words=(*one.words, *other.words),
    )
