"""What the clauses of a search want, joined as its words join them."""

from collections.abc import Sequence

from assistant.searching.criteria import AllOf, AnyOf, Criterion, Worded, singles
from assistant.searching.criteria_clauses import Clause


def combined(parts: Sequence[tuple[Clause, Criterion]]) -> Criterion | None:
    """All the parts in one: what a list joins by "or" first, then "and", then what whole clauses join by "or".

    What is denied on both sides of an "or" is denied altogether: "no twisting or bending".
    """
    groups: list[list[Criterion]] = []
    before_this: Clause | None = None
    for clause, criterion in parts:
        is_neither = before_this is not None and before_this.is_excluded and clause.is_excluded
        before_this = clause
        is_other_place = bool(groups) and clause.joiner != "anew" and _are_two_places(groups[-1][-1], criterion)
        if is_other_place or (groups and clause.is_close and clause.joiner == "or" and not is_neither):
            before = groups[-1].pop()
            alike = before.parts if isinstance(before, AnyOf) else (before,)
            groups[-1].append(AnyOf((*alike, criterion)))
        elif groups and (clause.joiner != "or" or is_neither):
            groups[-1].append(criterion)
        else:
            groups.append([criterion])
    whole = [group[0] if len(group) == 1 else AllOf(tuple(group)) for group in groups]
    if not whole:
        return None
    return whole[0] if len(whole) == 1 else AnyOf(tuple(whole))


def _are_two_places(one: Criterion, other: Criterion) -> bool:
    """Whether two departments are wanted, or two agencies: a class is of one, so "police and fire jobs" are of one."""
    named = [single for single in (*singles(one), *singles(other)) if isinstance(single, Worded) and single.is_wanted]
    is_all = len(named) == len(singles(one)) + len(singles(other))
    return is_all and len({single.field for single in named}) == 1 and named[0].field in ("department", "agency")
