import pytest

from ingest.qualifications.alternatives import NOTHING, UNCLEAR, Part, least
from ingest.qualifications.clauses import Joined
from ingest.qualifications.experience import TOGETHER

AND, OR, NEXT = Joined.AND, Joined.OR, Joined.NEXT


def _parts(*said: tuple[Joined, float | None]) -> list[Part]:
    return [
        Part(joined, NOTHING if value is None else frozenset({value}), is_free=value is None, item=place)
        for place, (joined, value) in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("said", "possible"),
    [
        ([(NEXT, 3.0)], {3.0}),
        ([(NEXT, 3.0), (OR, 2.0)], {2.0}),
        ([(NEXT, 1.0), (AND, 2.0)], {2.0, 3.0}),
        ([(NEXT, None), (AND, 2.0)], {2.0}),
        ([(NEXT, None), (OR, None)], set()),
    ],
)
def test_all_that_can_be_meant_is_possible(said: list[tuple[Joined, float | None]], possible: set[float]) -> None:
    assert least(_parts(*said), TOGETHER)[0] == possible


def test_what_is_not_understood_agrees_with_nothing() -> None:
    assert len(least([Part(NEXT, UNCLEAR), Part(OR, frozenset({2.0}))], TOGETHER)[0]) > 1


def test_an_alternative_that_asks_for_something_else_is_free_of_the_kind() -> None:
    assert least(_parts((NEXT, None), (OR, 6.0)), TOGETHER) == (frozenset({6.0}), True)
    assert least(_parts((NEXT, None), (AND, 6.0)), TOGETHER) == (frozenset({6.0}), False)
    assert least(_parts((NEXT, None), (OR, None), (AND, 6.0)), TOGETHER)[1] is False
    only_words = [Part(NEXT, frozenset({6.0})), Part(OR, NOTHING, item=1)]
    assert least(only_words, TOGETHER) == (frozenset({6.0}), False)
