import pytest

from assistant.searching.criteria_clauses import Clause, clauses_of
from assistant.searching.criteria_marks import Kind
from assistant.understanding.fields import field_hits


def _clauses(text: str) -> tuple[Clause, ...]:
    words, hits = field_hits(text, (), ())
    return clauses_of(text, words, [hit for hit in hits if hit.target], set())


def _said(clause: Clause) -> tuple[list[str], bool]:
    return [(hit.target or "").rpartition(".")[2] for hit in clause.hits], clause.is_excluded


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("noise several times a week but never fumes", [(["noise_and_vibration"], False), (["fumes_and_odors"], True)]),
        ("frequent climbing without being rated heavy", [(["climbing"], False), ([], True)]),
        ("outdoor jobs that need no license", [(["outdoors"], False), (["certifications"], True)]),
        ("twisting frequently and rarely bending", [(["twisting"], False), (["bending"], False)]),
        ("light jobs without weekends", [(["overall_strength"], False), ([], True)]),
        ("a strength that is not heavy", [(["overall_strength"], True)]),
        ("twisting never or rarely", [(["twisting"], True)]),
    ],
)
def test_a_denial_speaks_of_what_it_stands_before_and_of_nothing_before_it(
    text: str, clauses: list[tuple[list[str], bool]]
) -> None:
    assert [_said(clause) for clause in _clauses(text)] == clauses


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("a budget of $50,000 or more", ("50000.0",)),
        ("budgets between $10,000 and 2 million dollars", ("10000.0", "2000000.0")),
        ("a budget over 80k", ("80000.0",)),
        ("a budget", ()),
    ],
)
def test_money_is_one_amount_whatever_it_is_written_with(text: str, amounts: tuple[str, ...]) -> None:
    (clause,) = _clauses(text)
    assert clause.all(Kind.MONEY) == amounts
    assert not clause.words
