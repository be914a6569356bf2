"""The least that clauses ask for, by every way in which they can be understood.

"1. A; or 2. B; and 3. C" can be (A or B) and C, or A or (B and C); two times of experience can overlap or add up. So
each clause has a set of possible values, empty where it has none, and what is joined of it has all that can follow. A
value is known where only one is possible.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, groupby
from operator import attrgetter

from ingest.qualifications.clauses import Joined

Possible = frozenset[float]
Fold = Callable[[float, float], float]

NOTHING: Possible = frozenset()
# Of what is not understood, anything may be asked: it agrees with nothing.
UNCLEAR: Possible = frozenset({-1.0, float("inf")})


@dataclass(frozen=True, slots=True)
class Part:
    """What one clause asks for, and how it is joined to the clause before it.

    ``is_free`` of the kind is one that asks for something else instead: an apprenticeship, not years of work.
    """

    joined: Joined
    possible: Possible
    is_free: bool = False
    item: int = 0


def least(parts: Sequence[Part], together: tuple[Fold, ...]) -> tuple[Possible, bool]:
    """What the clauses may ask for at the least, and whether an alternative among them asks for nothing of the kind.

    Args:
        parts: the clauses in their order.
        together: how two values add up that are both asked for, in every way that is possible.
    """
    if not any(part.possible for part in parts):
        return NOTHING, True
    if len(parts) == 1:
        return parts[0].possible, False
    groups = _split(parts, Joined.FIRST_PATTERN)
    found = [_of_patterns(_split(group, Joined.OTHER_PATTERN), together) for group in groups]
    return _all_of(found, together), all(is_free for possible, is_free in found if possible)


def _all_of(found: Sequence[tuple[Possible, bool]], together: tuple[Fold, ...]) -> Possible:
    """What is asked for together: an alternative free of the kind is taken wherever the rest names a value itself."""
    bound = [possible for possible, is_free in found if possible and not is_free]
    return combined(bound or (possible for possible, _ in found), together)


def combined(sets: Iterable[Possible], folds: tuple[Fold, ...]) -> Possible:
    """All values that can come of several sets, each two of their values folded in every way."""
    telling = [possible for possible in sets if possible]

    def both(one: Possible, other: Possible) -> Possible:
        return frozenset(fold(a, b) for fold in folds for a in one for b in other)

    return reduce(both, telling) if telling else NOTHING


def _of_patterns(patterns: Sequence[Sequence[Part]], together: tuple[Fold, ...]) -> tuple[Possible, bool]:
    found = [_of_items(pattern, together) for pattern in patterns]
    empty = [pattern for pattern, (possible, _) in zip(patterns, found, strict=True) if not possible]
    free = any(each for _, each in found) or (len(found) > 1 and any(map(_asks_for_something, empty)))
    values = combined((possible for possible, _ in found), (min,))
    return values, free and bool(values)


def _of_items(parts: Sequence[Part], together: tuple[Fold, ...]) -> tuple[Possible, bool]:
    """The clauses of each item by themselves first, then all items."""
    whole = []
    free_within = False
    for _, item in groupby(parts, key=attrgetter("item")):
        clauses = list(item)
        possible, is_free = _of_clauses(clauses, together)
        free_within = free_within or is_free
        asks = not possible and any(part.is_free for part in clauses)
        whole.append(Part(clauses[0].joined, possible, asks))
    possible, is_free = _of_clauses(whole, together)
    return possible, is_free or free_within


def _of_clauses(parts: Sequence[Part], together: tuple[Fold, ...]) -> tuple[Possible, bool]:
    """By both ways to read a chain of "and" and "or"; it is free of the kind where it is so by both."""
    loose: tuple[Fold, ...] = (*together, min)

    def said(group: Sequence[Part]) -> Possible:
        return combined((part.possible for part in group), loose)

    branches = _split(parts, Joined.OR)
    factors = _split(parts, Joined.AND)
    of_branches = [combined(map(said, _split(branch, Joined.AND)), together) for branch in branches]
    of_factors = [combined(map(said, _split(factor, Joined.OR)), (min,)) for factor in factors]
    free_factors = [
        any(not said(branch) and _asks_for_something(branch) for branch in _split(factor, Joined.OR))
        for factor in factors
    ]
    values = combined(of_branches, (min,)) | _all_of(list(zip(of_factors, free_factors, strict=True)), together)
    is_free = any(
        not found and _asks_for_something(branch) for branch, found in zip(branches, of_branches, strict=True)
    )
    stays_free = all(free for free, found in zip(free_factors, of_factors, strict=True) if found)
    return values, bool(values) and len(branches) > 1 and is_free and stays_free


def _asks_for_something(parts: Sequence[Part]) -> bool:
    return any(part.is_free for part in parts)


def _split(parts: Sequence[Part], at: Joined) -> list[list[Part]]:
    """The parts in groups, each beginning with a part that is joined in that way; none is empty."""
    starts = [0, *(place for place, part in enumerate(parts) if part.joined is at and place)]
    return [list(parts[low:high]) for low, high in zip(starts, chain(starts[1:], [len(parts)]), strict=True)]
