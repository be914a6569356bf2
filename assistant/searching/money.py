"""Amounts of money in prose."""

import re

from assistant.understanding.lexicon import ORDINALS

_FACTORS = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9}
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?|[a-z]+)"
_MONEY = re.compile(
    rf"\$\s?(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<times>thousand|million|billion|[km]\b)?|"
    rf"\b{_NUMBER} (?:(?P<factor>thousand|million|billion) )?dollars\b",
    re.IGNORECASE,
)


def most_money(text: str) -> float | None:
    """The largest amount in dollars that a text states; null where it states none."""
    amounts = [amount for match in _MONEY.finditer(text) if (amount := _amount(match)) is not None]
    return max(amounts, default=None)


def _amount(match: re.Match[str]) -> float | None:
    said, factor = match["digits"] or match["number"], match["times"] or match["factor"] or ""
    bare = said.replace(",", "").lower()
    number = float(bare) if bare[0].isdigit() else ORDINALS.get(bare)
    return None if number is None else number * _FACTORS.get(factor.lower(), 1.0)
