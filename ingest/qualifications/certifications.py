"""Certificates, registrations and licences other than to drive that a clause asks for."""

import re

from ingest.qualifications.legible import wording

_CREDENTIAL = wording(
    r"\b(?:licen[sc]es?|certificat(?:e|ion)s?|registration|credentials?|permits?|cards?|commission|"
    r"certified public \w+|emergency medical technician|registered nurse)\b"
)
_NO_CREDENTIAL = wording(
    r"selective certification|birth certificate|medical certificate|(?:driver|driving|operator)'?s?'?\s+licen|\bCDL\b"
    r"|certificates? of (?:completion|birth|appointment)|registration card|social security card"
    r"|voter registration|\bsafety course\b"
    r"|\bnone\b|\bno \w+ (?:licen|certif)|credit card|report card"
)
_DEMAND = wording(
    r"^\W*(?:and\s+|or\s+)?(?:possession of|current(?:ly)?|valid|an? (?:current |valid )|must (?:possess|hold"
    r"|have|obtain|be)|shall possess|"
    r"possess(?:ion)?|registration as|licensed|certified)\b|\bis required\b|\bmust (?:possess|hold|have|obtain)\b"
)


def certification(text: str, start: int, end: int, *, is_list: bool) -> tuple[int, int] | None:
    """The place of the words by which a clause asks for a certificate or the like; null where it asks for none.

    Args:
        text: the whole text.
        start: where the clause begins.
        end: and where it ends.
        is_list: whether the clause is of a row of certifications, so that naming one asks for it.
    """
    words = text[start:end]
    found = _CREDENTIAL.search(words)
    if found is None or _NO_CREDENTIAL.search(words) or not (is_list or _DEMAND.search(words)):
        return None
    begin = re.search(r"\w", words)
    return start + (begin.start() if begin else 0), start + found.end()
