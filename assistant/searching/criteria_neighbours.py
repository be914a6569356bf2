"""What the parts of a search take from the parts beside them: a paper of a list, the words that a row is to say."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from assistant.searching.criteria import BUDGET, OTHER_REQUIREMENTS, Compared, Criterion, Mentioned, Worded
from assistant.searching.criteria_beyond import is_condition
from assistant.searching.criteria_clauses import Clause
from assistant.searching.criteria_words import ROW_NAMES


def beside_each_other(
    parts: Sequence[tuple[Clause, Criterion]], *, asks_for_it: bool
) -> list[tuple[Clause, Criterion]]:
    """The parts of a search, each as it is meant beside the others.

    Args:
        parts: the clauses of a question with what each wants by itself.
        asks_for_it: the question asks for what is required.
    """
    found = _papers_in_lists(_continuing_rows(_without_bare_budget(parts)))
    return [(clause, _as_asked(part, asks_for_it=asks_for_it)) for clause, part in found]


def without_words(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts but those for words alone that are no condition; a row of prose only named is to say the words."""
    said = tuple(stem for _, part in parts if _is_of_words(part) and part.is_wanted for stem in part.stems)
    has_row = any(_is_of_any_words(part) for _, part in parts)
    found: list[tuple[Clause, Criterion]] = []
    for at, (clause, part) in enumerate(parts):
        if isinstance(part, Worded) and _is_of_any_words(part):
            found.append((clause, replace(part, stems=said)))
        elif not _is_of_words(part):
            found.append((clause, part))
        elif not (has_row and part.is_wanted):
            following = parts[at + 1][0] if at + 1 < len(parts) else None
            if is_condition(clause, [one for one, _ in parts[:at]], following):
                found.append((clause, part))
    return found


def _as_asked(part: Criterion, *, asks_for_it: bool) -> Criterion:
    """The part; words for a licence or a test are a requirement only where the question asks for what is required."""
    if isinstance(part, Mentioned) and part.is_requirement and not asks_for_it:
        return replace(part, is_requirement=False)
    return part


def _papers_in_lists(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts, in which words in a list with a paper are one too: "first aid and CPR cards"."""
    found = list(parts)
    for at, (clause, part) in enumerate(parts):
        beside = [parts[at - 1][1]] if at and clause.joiner != "anew" else []
        beside += [other for after, other in parts[at + 1 : at + 2] if after.joiner != "anew"]
        if _is_of_words(part) and any(_is_of_paper(one) for one in beside):
            found[at] = (clause, replace(part, is_requirement=True))
    return found


def _is_of_paper(part: Criterion) -> bool:
    if isinstance(part, Worded):
        return part.field == OTHER_REQUIREMENTS and bool(part.stems)
    return isinstance(part, Mentioned) and part.is_requirement


def _without_bare_budget(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts; where an amount is wanted of the budget, none that there is any: "a budget or order of ..."."""
    is_measured = any(isinstance(part, Compared) and part.field == BUDGET for _, part in parts)
    return [one for one in parts if not (is_measured and isinstance(one[1], Worded) and one[1].field == BUDGET)]


def _continuing_rows(parts: Sequence[tuple[Clause, Criterion]]) -> list[tuple[Clause, Criterion]]:
    """The parts, in which words alone behind a row that is to say something are to stand in that row as well."""
    found: list[tuple[Clause, Criterion]] = []
    for clause, part in parts:
        row = found[-1][1] if found else None
        goes_on = isinstance(row, Worded) and row.field in ROW_NAMES and bool(row.stems) and clause.joiner != "anew"
        if isinstance(row, Worded) and goes_on and isinstance(part, Mentioned) and part.is_wanted == row.is_wanted:
            part = replace(row, stems=part.stems)
        found.append((clause, part))
    return found


def _is_of_any_words(part: Criterion) -> bool:
    """Whether a row of prose is only named, and so is to say whatever else is asked for."""
    return isinstance(part, Worded) and part.field in ROW_NAMES and not part.stems


def _is_of_words(part: Criterion) -> TypeGuard[Mentioned]:
    """Whether a part only looks for words, wherever they stand."""
    return isinstance(part, Mentioned) and not part.is_requirement
