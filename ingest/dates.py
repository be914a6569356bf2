"""Dates as forms print them, scanned or not, into normalised words and ISO form (contract, "Facts")."""

import calendar
import re
from dataclasses import dataclass

from ingest.folding import MARKUP, by_skeleton, latin_text, nearest
from ingest.source_text import digits

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {**{name: number for number, name in enumerate(calendar.month_abbr) if name}, "Sept": 9}
_MONTH_NUMBERS = {**_MONTHS, **_SHORT}
_MONTH_WORDS = by_skeleton((name, name) for name in _MONTH_NUMBERS)
_SEPARATOR = re.compile(r"\s*[;&]\s*|\s+and\s+|(?<=\d{4})\s*,\s*|\s*[\r\n]+\s*", re.IGNORECASE)
_DIGIT = "[0-9OoIl|]"
# White space may split the month and the year, but what parts a day from them is never taken for such a split.
_IN_WORDS = re.compile(
    r"(?P<month>[^\W\d](?:.*?[^\W\d])?)"
    r"(?:[., ]+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| (?=\S{4}$)))?"
    rf"[., ]*(?:of)? ?(?P<year>{_DIGIT}(?: ?{_DIGIT}){{3}})",
    re.IGNORECASE,
)
_IN_NUMBERS = re.compile(r"(?P<month>\d{1,2})[/.-](?:(?P<day>\d{1,2})[/.-])?(?P<year>\d{4})")
_SHORT_YEAR = re.compile(r"(?P<month>\d{1,2})(?P<mark>[/.-])(?P<day>\d{1,2})(?P=mark)(?P<year>\d{2})")
# Class specs are older than they are dated ahead: 29 and below are of this century, 30 and above of the last.
_LAST_CENTURY = 30
_DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>[^\W\d]+)[., ]+(?P<year>{_DIGIT}{{4}})")
_WEEKDAY = re.compile(rf"(?:{'|'.join(calendar.day_name)}),? ", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_EARLIEST, _LATEST = 1850, 2150


@dataclass(frozen=True, slots=True)
class Dates:
    """One or more dates: in words and in ISO form, each at the precision given, joined by ``; ``.

    ``printed`` is how the source would print them without a scan's damage (a shortened month stays short).
    """

    words: str
    iso: str
    printed: str

    @property
    def latest(self) -> str:
        """The latest of the dates, in ISO form."""
        return max(self.iso.split("; "))


def read_dates(cell: str) -> Dates | None:
    """The dates that a cell holds, or None if any part of it is no date that can be read for certain.

    Months and years may be split by white space, hold look-alike letters, or have a letter or two misread as long as
    one month alone is meant. A year of two digits is read only after a month and a day in numbers; a trailing ``*``
    that points at a footnote is no part of a date.
    """
    plain = re.sub(r"[^\S\r\n]+|_+", " ", latin_text(MARKUP.sub("", cell))).strip(" ,.;*")
    read = [_one(_WEEKDAY.sub("", part.strip(" *"), count=1)) for part in _SEPARATOR.split(plain) if part.strip()]
    dates = [date for date in read if date is not None]
    if not dates or len(dates) < len(read):
        return None
    return Dates(*("; ".join(form) for form in zip(*dates, strict=True)))


def _one(part: str) -> tuple[str, str, str] | None:
    """One date with single spaces, as its words, its ISO form, and as it would be printed undamaged."""
    closed_up = part.replace(" ", "")
    for pattern in (_ISO, _IN_NUMBERS):
        match = pattern.fullmatch(closed_up)
        if match is not None:
            checked = _checked(int(match["month"]) if match["month"] else None, match["day"], match["year"])
            return (*checked, closed_up) if checked else None
    short = _SHORT_YEAR.fullmatch(digits(closed_up))
    if short is not None:
        century = "19" if int(short["year"]) >= _LAST_CENTURY else "20"
        checked = _checked(int(short["month"]), short["day"], century + short["year"])
        return (*checked, closed_up) if checked else None
    match = _DAY_FIRST.fullmatch(part) or _IN_WORDS.fullmatch(part)
    month = _month(match["month"].replace(" ", "")) if match else None
    if match is None or month is None:
        return None
    year = digits(match["year"]).replace(" ", "")
    checked = _checked(_MONTH_NUMBERS[month], match["day"], year)
    return (*checked, " ".join(piece for piece in (month, match["day"], year) if piece)) if checked else None


def _month(printed: str) -> str | None:
    """The month's name, whole or shortened as printed, or None where no single month is meant."""
    # "n1" and "rn" are how a scan breaks an m in two
    return nearest(printed, _MONTH_WORDS) or nearest(re.sub(r"n[1lI]|rn", "m", printed), _MONTH_WORDS)


def _checked(month: int | None, day: str | None, year: str) -> tuple[str, str] | None:
    if not _EARLIEST <= int(year) <= _LATEST or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return year, year
    name = calendar.month_name[month]
    if day is None:
        return f"{name} {year}", f"{year}-{month:02}"
    if not 1 <= int(day) <= calendar.monthrange(int(year), month)[1]:
        return None
    return f"{name} {int(day)}, {year}", f"{year}-{month:02}-{int(day):02}"
