"""Amounts of money in prose."""

import re

from assistant.understanding.lexicon import ORDINALS

_ARTICLES = ("a", "an")
_FACTORS = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9}
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?|[a-z]+)"
_MONEY = re.compile(
    rf"\$\s?(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<times>thousand|million|billion|[km]\b)?|"
    rf"\b{_NUMBER} (?:(?P<factor>thousand|million|billion) )?(?:dollars|bucks)\b|\b(?P<bare>\d[\d,]*(?:\.\d+)?)k\b",
    re.IGNORECASE,
)


def most_money(text: str) -> float | None:
    """The largest amount in dollars that a text states; null where it states none."""
    return max((amount for *_, amount in amounts_in(text)), default=None)


def amounts_in(text: str) -> list[tuple[int, int, float]]:
    """The amounts in dollars that a text states, each with where it stands."""
    amounts = ((*match.span(), _amount(match)) for match in _MONEY.finditer(text))
    return [(start, end, amount) for start, end, amount in amounts if amount is not None]


def _amount(match: re.Match[str]) -> float | None:
    if match["bare"]:
        return float(match["bare"].replace(",", "")) * _FACTORS["k"]
    said, factor = match["digits"] or match["number"], match["times"] or match["factor"] or ""
    bare = said.replace(",", "").lower()
    number = float(bare) if bare[0].isdigit() else 1 if bare in _ARTICLES else ORDINALS.get(bare)
    return None if number is None else number * _FACTORS.get(factor.lower(), 1.0)
