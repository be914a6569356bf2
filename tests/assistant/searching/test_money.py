"""Amounts of money, as class specs write them."""

import pytest

from assistant.searching.money import most_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("about $60,000 a year", 60_000),
        ("budgets of up to five million dollars", 5_000_000),
        ("between $1.5 million and $2 million", 2_000_000),
        ("a cash drawer of $300, and twenty forms", 300),
        ("a million dollars", 1_000_000),
        ("some 80k", 80_000),
        ("None; recommends spare parts.", None),
    ],
)
def test_the_largest_amount_counts(text: str, amount: float | None) -> None:
    assert most_money(text) == amount
