"""Driver's licences that a clause asks for, and the class of a commercial one."""

import re
from dataclasses import dataclass

from ingest.model import LicenceClass, QualificationKind
from ingest.qualifications.legible import wording

# In brackets the letters stand for the words before them, whatever these are.
_LICENCE = wording(
    r"\b(?:driver'?s?'?s?|drivers?'|driving|motor vehicle operator'?s?'?)\s+licen[sc]es?\b|(?<!\()\bCDL\b"
    r"|\blicen[sc]e to (?:drive|operate a (?:motor )?vehicle)"
)
_COMMERCIAL = wording(r"\bCDL\b|\bcommercial\b")
_NOT_COMMERCIAL = wording(r"\bnon-?\s?commercial\b")
_CLASSES = wording(
    r"\bclass(?:es)?\s+[\"']?(?P<first>[A-DM])\b[\"']?"
    r"(?P<more>(?:\s*(?:,|/|\bor\b|\(or\b|\band/or\b"
    r"|\(and/or\b)[\s,]*(?:or\s+)?(?:class\s+)?[\"']?[A-DM]\b[\"']?\)?)*)"
    r"|(?:^|\s)[\"'](?P<quoted>[ABC])[\"']"
)
_NAMES_NO_NEED = wording(
    r"driving (?:history|record)s? (?:must|in accordance)|out[- ]of[- ]state|suspen|revo[ck]"
    r"|\bfor positions requiring\b|do not (?:possess|have|hold)"
    r"|\bnot (?:be )?required\b|\bevaluat|\bno (?:valid )?driver|\bissu(?:es|ing) driver|applicants for driver"
    r"|driver'?s? licen[sc]e (?:number|exam)"
)
# Outside a list of what is asked for, a licence is asked for by the words around it.
_DEMANDED = (
    r"(?:\bmust|\bshall|\bpossess\w*|\brequir\w*|\bneed|\bmaintain|\bability to obtain)[^.;\n]{{0,80}}(?:{0})"
    r"|(?:{0})[^.;\n]{{0,120}}(?:\brequir\w*|\bcondition of|\bmust be|\bneeded)"
)
_DEMAND = wording(_DEMANDED.format(_LICENCE.pattern))
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence named at its place."""

    kind: QualificationKind
    level: LicenceClass | None
    start: int
    end: int


def licence(text: str, start: int, end: int, *, is_list: bool) -> Licence | None:
    """The driver's licence that a clause asks for, the least of those that it accepts; null where it asks for none.

    Args:
        text: the whole text.
        start: where the clause begins.
        end: and where it ends.
        is_list: whether the clause is of a list of what is asked for, so that naming a licence asks for it.
    """
    words = text[start:end]
    found = _LICENCE.search(words)
    if found is None or _NAMES_NO_NEED.search(words) or not (is_list or _DEMAND.search(words)):
        return None
    letters, low, high = _classes(words, found.start(), found.end())
    commercial = bool(_COMMERCIAL.search(words[low:high])) and not _NOT_COMMERCIAL.search(words)
    plain = re.search(r"licen[sc]es?\s+or\s+(?:an?\s+)?(?:valid\s+)?(?:class|CDL|commercial)", words, re.IGNORECASE)
    if plain and not _COMMERCIAL.search(words[: found.end()]):
        return Licence(QualificationKind.DRIVER_LICENCE, None, start + found.start(), start + found.end())
    # Classes A and B are for heavy vehicles; C and D are what everybody drives with, unless it is a commercial one.
    if commercial or (letters and letters <= {"A", "B"} and not _NOT_COMMERCIAL.search(words)):
        known = sorted(letters & {"A", "B", "C"})
        level = LicenceClass(known[-1]) if known else None
        return Licence(QualificationKind.COMMERCIAL_LICENCE, level, start + low, start + high)
    return Licence(QualificationKind.DRIVER_LICENCE, None, start + found.start(), start + found.end())


def _classes(words: str, low: int, high: int) -> tuple[set[str], int, int]:
    """The letters of the classes named beside a licence, and the place of all of it."""
    letters: set[str] = set()
    first, last = low, high
    for found in _CLASSES.finditer(words, max(low - _NEAR, 0), min(high + _NEAR, len(words))):
        letters |= set(re.findall(r"\b[A-DM]\b", found[0].upper()))
        first, last = min(first, found.start()), max(last, found.end())
    before = _COMMERCIAL.search(words, max(low - _NEAR, 0), high)
    return letters, min(first, before.start()) if before else first, last
