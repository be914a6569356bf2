"""How much of the time a question asks about, and whether a legend's words say that a code takes so much."""

import re
from dataclasses import dataclass

from assistant.answering.measuring_words import MOSTLY, SHARES, SIDES, WHOLLY
from assistant.searching.scales import TOP

_HALF = 0.5
_FRACTION = re.compile(r"(\d)\$?/\$?(\d)|(\d{1,3})\s?%")
_PERCENT = r"(\d{1,3}) ?(?:%|percent\b|per cent\b)"
_FROM = re.compile(r"\b(?:or more|over|above|more than|at least)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:up to|under|less than|below)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:never|no part|not)\b", re.IGNORECASE)
_HOURS_A_WEEK = re.compile(r"less than (\d+) hours? (?:per|a) week", re.IGNORECASE)
_WEEK = 40.0
# A third and two thirds are not written to the last place.
_NEARLY = 0.001


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the time that is asked about: more of it, or less; ``is_whole`` where all of it is meant."""

    amount: float
    is_more: bool
    is_whole: bool = False

    def is_met(self, place: int | None, meaning: str | None) -> bool | None:
        """Whether a code takes so much; null where its legend leaves it open.

        Args:
            place: the place of the code on its scale.
            meaning: what the legend says of it.
        """
        if self.is_whole:
            return None if place is None else place == TOP
        bounds = _bounds(meaning) if meaning else None
        if bounds is None:
            return False if place == 0 and self.is_more else None
        low, high = bounds
        if low + _NEARLY >= self.amount:
            return self.is_more
        return not self.is_more if high - _NEARLY <= self.amount else None


def share_asked(question: str) -> Share | None:
    """The share of the time that a question asks about, if it does."""
    plain = " ".join(question.lower().replace("’", "'").split())
    if re.search(MOSTLY, plain):
        return Share(_HALF, is_more=True)
    named = "|".join(re.escape(said) for said in sorted(SHARES, key=len, reverse=True))
    sides = "|".join(re.escape(said) for said in sorted((s for side in SIDES.values() for s in side), key=len)[::-1])
    found = re.search(
        rf"\b(?:(?P<side>{sides}) )?(?:(?P<share>{named})|{_PERCENT}) (?:of )?(?:the|their|his|her|my|a|your|each) "
        r"(?:\w+ )?(?:time|day|shift|week|workday|hours)\b",
        plain,
    )
    if found is not None:
        amount = SHARES[found["share"]] if found["share"] else float(found[3]) / 100
        return Share(amount, is_more=found["side"] not in SIDES["less"])
    return Share(1.0, is_more=True, is_whole=True) if re.search(WHOLLY, plain) else None


def _bounds(meaning: str) -> tuple[float, float] | None:
    """From what share of the time to what share a legend's words go, if they say it."""
    hours = _HOURS_A_WEEK.search(meaning)
    if hours:
        return 0.0, float(hours[1]) / _WEEK
    said = [float(a) / float(b) if b else float(percent) / 100 for a, b, percent in _FRACTION.findall(meaning)]
    if not said:
        return (0.0, 0.0) if _NONE.search(meaning) else None
    if len(said) > 1:
        return min(said), max(said)
    if _FROM.search(meaning):
        return said[0], 1.0
    return (0.0, said[0]) if _UP_TO.search(meaning) else None
