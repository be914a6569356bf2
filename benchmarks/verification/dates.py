"""Dates, as an answer words them and as a scanned page shows them."""

import re
from dataclasses import dataclass

from benchmarks.verification.folding import edit_distance, plain

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WORDED = (
    re.compile(rf"\b{_MONTH}\.?,?\s+(?:{_DAY},?\s+)?(?:of\s+)?{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}\.?,?\s+{_YEAR}", re.IGNORECASE),
)
_NUMERIC = (
    re.compile(rf"(?<![\d-]){_YEAR}-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?(?![\d-])"),
    re.compile(r"(?<![\d/.-])(?P<month>\d{1,2})([/.-])(?P<day>\d{1,2})\2(?P<year>\d{4}|\d\d)(?![\d/])"),
    re.compile(rf"(?<![\d/.-])(?P<month>\d{{1,2}})[/-]{_YEAR}"),
)
# A year as a scan shows it, O for 0 and l for 1; at least two of its four places must be true digits.
_SCANNED_YEAR = re.compile(r"(?<!\d)(?:[1li]9|2[0o])[0-9olis]{2}(?!\d)")
_SCANNED_DIGITS = str.maketrans("olis", "0115")
_BEFORE_YEAR = re.compile(r"(?P<head>.*?)(?P<day>\d{1,2})?(?:st|nd|rd|th)?[,.]*(?:of)?$", re.DOTALL)
_LONGEST_MONTH_AND_DAY = 18


@dataclass(frozen=True)
class PartialDate:
    """A year, perhaps with its month, perhaps with its day."""

    year: int
    month: int | None = None
    day: int | None = None


def stated_dates(text: str) -> list[tuple[int, int, PartialDate]]:
    """Return the dates of a year and a month that the text states, each with its start and end, in order."""
    found: list[tuple[int, int, PartialDate]] = []
    for pattern in (*_WORDED, *_NUMERIC):
        for match in pattern.finditer(text):
            date = _date_of(match)
            overlaps = any(start < match.end() and match.start() < end for start, end, _ in found)
            if date is not None and not overlaps:
                found.append((match.start(), match.end(), date))
    return sorted(found, key=lambda entry: entry[0])


def shown_dates(quote: str) -> set[PartialDate]:
    """Return every date and year that a tolerant reader finds in a scanned quotation."""
    shown = {date for _, _, date in stated_dates(plain(quote))}
    squeezed = plain(quote).casefold().replace(" ", "")
    for match in _SCANNED_YEAR.finditer(squeezed):
        digits = match.group().translate(_SCANNED_DIGITS)
        if sum(letter.isdigit() for letter in match.group()) >= 2:
            year = int(digits)
            shown.add(PartialDate(year))
            shown |= _scanned_months(year, squeezed[max(0, match.start() - _LONGEST_MONTH_AND_DAY) : match.start()])
    return shown


def follows_from(date: PartialDate, quotes: list[str]) -> bool:
    """Tell whether one of the quotations shows the date, at its precision or a finer one."""
    shown = {found for quote in quotes for found in shown_dates(quote)}
    return any(
        found.year == date.year
        and (date.month is None or found.month == date.month)
        and (date.day is None or found.day == date.day)
        for found in shown
    )


def _date_of(match: re.Match[str]) -> PartialDate | None:
    words = match.groupdict()
    month = words["month"].casefold()
    number = int(month) if month.isdigit() else 1 + [name[:3] for name in MONTHS].index(month[:3])
    day = int(words["day"]) if words.get("day") else None
    year = int(words["year"])
    if len(words["year"]) == 2:
        # The forms were adopted from the middle of the twentieth century on.
        year += 1900 if year >= 50 else 2000
    return PartialDate(year, number, day) if 1 <= number <= 12 and (day is None or 1 <= day <= 31) else None


def _scanned_months(year: int, before: str) -> set[PartialDate]:
    found: set[PartialDate] = set()
    month = _nearest_month(re.sub(r"[^a-z0-9]+$", "", before))
    if month is not None:
        found.add(PartialDate(year, month))
    parted = _BEFORE_YEAR.fullmatch(before)
    if parted and parted["day"]:
        month = _nearest_month(re.sub(r"[^a-z0-9]+$", "", parted["head"]))
        if month is not None:
            found.add(PartialDate(year, month, int(parted["day"])))
    return found


def _nearest_month(head: str) -> int | None:
    distances: list[tuple[int, int]] = []
    for number, name in enumerate(MONTHS, start=1):
        allowed = 0 if len(name) <= 4 else 1 if len(name) <= 6 else 2
        tails = (head[-length:] for length in range(max(1, len(name) - 2), len(name) + 3))
        nearest = min(edit_distance(tail, name) for tail in tails)
        if nearest <= allowed:
            distances.append((nearest, number))
    distances.sort()
    unique = len(distances) == 1 or (len(distances) > 1 and distances[0][0] < distances[1][0])
    return distances[0][1] if unique else None
