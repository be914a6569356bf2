"""The level of education that a clause names, by the words for it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.model import EducationLevel
from ingest.qualifications.legible import wording

_COLLEGE = r"(?:colleges?|universit(?:y|ies))"
_OTHER_SCHOOL = r"(?:high|law|trade|medical|secondary|vocational|technical|business)[- ]school"
_UP_TO_COLLEGE = rf"(?!(?:[\w.,'-]+\s+){{0,4}}?{_OTHER_SCHOOL})(?:[\w.,'-]+\s+){{0,7}}?{_COLLEGE}"
# In the order in which they are tried at one place; the words are folded to small letters before.
_WORDING: tuple[tuple[EducationLevel, str], ...] = (
    (
        EducationLevel.DOCTORATE,
        r"\bdoctorates?\b|\bdoctor(?:al|'s|ate)?\s+degrees?|\bdoctor of philosophy\b|\bph\.?\s?d\b\.?",
    ),
    (
        EducationLevel.MASTER,
        r"\bmaster(?:'?s|s')?(?:\s+level)?\s+degrees?|\bmaster's\b|\bmasters in\b|\bmaster of (?:arts|science"
        r"|public|business|library|social|laws)\b"
        r"|\bgraduate degrees?\b|\bm\.?b\.?a\.?\b(?=\s+(?:degree|or|in|from))|\bm\.?p\.?a\.?\b(?=\s+(?:degree"
        r"|or|in|from))",
    ),
    (
        EducationLevel.ASSOCIATE,
        r"\bassociates?(?:'?s)?(?:\s+of\s+(?:arts|science|applied science))?(?:'?s)?(?:\s+level)?\s+degrees?"
        r"|\bassociate's\b"
        r"|\bassociate of (?:arts|science|applied science)\b|\btwo[- ]year degrees?|\b2[- ]year degrees?"
        r"|\b(?:a\.a\.|a\.s\.|aa|as|a\.a|a\.s)\s+degrees?"
        r"|\bassociate s degrees?|\bassociates?'?s?(?=\s+(?:or|/)\s+bachelor)"
        r"|\bgraduation from (?:an? )?(?:[\w-]+\s+){0,3}?(?:two[- ]year|2[- ]year|junior|community) college",
    ),
    (
        EducationLevel.BACHELOR,
        r"\bbachelor(?:'?s|s')?(?:\s+of\s+(?:arts|science|business administration))?(?:\s+level)?\s+degrees?"
        r"|\bbachelor'?s?\b|\bbaccalaureate\b"
        r"|\b(?:b\.a\.|b\.s\.|ba|bs)(?:\s*(?:/|or)\s*(?:b\.a\.|b\.s\.|ba|bs))?\s+degrees?"
        rf"|\bgraduat(?:ion|ed?) from {_UP_TO_COLLEGE}|\bcollege (?:degree|graduate|graduation)\b"
        r"|\b(?:four|4)[- ]years? (?:college |university )?degrees?"
        rf"|\bdegree from (?:an? )?(?:[\w-]+\s+){{0,3}}?(?:four|4)[- ]year {_COLLEGE}"
        rf"|\bcompletion of an? (?:four|4)[- ]year (?:[\w-]+\s+){{0,3}}?{_COLLEGE}",
    ),
    (
        EducationLevel.SOME_COLLEGE,
        r"\b(?:semester|quarter)(?:\s+(?:units?|hours?|credits?))?\s+(?:or|/)\s+(?:[\w-]+\s+)?(?:semester"
        r"|quarter)\s+(?:units?|hours?|credits?)\b(?!\s+of\s+(?:post-?)?graduate)"
        r"|\b(?:semester|quarter|college|credit|university|academic)[- ](?:or quarter )?(?:units?|hours?"
        r"|credits?|credit hours?|semester units?)\b(?!\s+of\s+(?:post-?)?graduate)"
        rf"|\b(?:one|two|three|1|2|3)(?:\s*\(\d\))?\s+years? of (?:full-time |general |post-secondary "
        rf"|study at (?:an? )?)?(?:{_COLLEGE})\b"
        r"|\bsome college\b|\b(?:two|2) years of college",
    ),
    (
        EducationLevel.HIGH_SCHOOL,
        r"\bgraduat\w+\s+from\s+(?:an?\s+)?(?:[\w.]+\s+){0,2}?high[- ]school\b"
        r"|\bcomplet\w+\s+(?:of\s+)?(?:an?\s+|the\s+)?(?:[\w.]+\s+)?high[- ]school\b"
        r"|\b(?:high[- ]school|hs|h\.s\.)(?:\s+\w+)?\s+(?:diploma|graduat\w+|equivalen\w+|education|degree"
        r"|certificate|proficiency)"
        r"|\bhigh[- ]school\b(?=\s*(?:,|or|/|and)\s*(?:an?\s)?(?:g\.?\s?e\.?\s?d|general|equivalent))"
        r"|\bg\.?\s?e\.?\s?d\b\.?|\bgeneral education(?:al)? (?:development|diploma)"
        r"|\bgeneral equivalency\b|\bsecondary school (?:diploma|graduat)|\b(?:complet\w+"
        r"|graduat\w+)\s+(?:(?:of|from)\s+)?(?:the\s+)?(?:twelfth|12th)[- ]grade\b",
    ),
    (
        EducationLevel.NONE,
        r"\bcomplet\w+\s+(?:of\s+)?(?:the\s+)?(?:sixth|seventh|eighth|ninth|tenth|eleventh|6th|7th|8th|9th|10th"
        r"|11th)[- ]grade\b"
        r"|\b(?:six|seven|eight|nine|ten|6|7|8|9|10)(?:\s*\(\d+\))? years of school(?:ing)?\b",
    ),
)
_PATTERNS = tuple((level, wording(words)) for level, words in _WORDING)
# An education row that says so plainly; "normally gained by work" says how else it is come by.
_NO_SCHOOLING = wording(
    r"^\W*(?:none|n/a|not required|no (?:formal |specific |minimum )?(?:education|schooling|degree|requirements?))\b"
    r"|\bno (?:formal |specific |minimum |particular )?(?:education|educational|schooling|degree"
    r"|diploma)(?: \w+){0,2} (?:is |are )?(?:required|needed|necessary)"
    r"|\bno formal (?:education|schooling)\b"
    r"|\b(?:gained|acquired|obtained|learned) (?:by|through|from|in|on) (?:work\b|the job|practical|job "
    r"|on-the-job|experience)"
    r"|^\W*(?:work requires )?(?:the )?ability to read\b(?!.*\b(?:college|degree|school|diploma|grade)\b)"
)
# Words that name a level and are none: what one learns or teaches, and where.
_OF_A_SUBJECT = wording(r"\b(?:with|including|includes?|included|plus|supplemented by|in which)\b[^.;]{0,120}$")
_JOINTS = re.compile(r"\bor\b|/|\band\b|\bwith\b|\bincluding\b|\bplus\b|\bsupplemented\b|\bfollowed\b|;")
# "or sixty semester units": the "or" of "college or university" stands further off.
_MOST_WORDS = 5
_ALTERNATIVE = frozenset({"or", "/"})
_UNNAMED_DEGREE = wording(
    r"\blaw school\b|\bjuris doctor|\bj\.d\.|\b(?:an?|college|university|advanced|law|graduate) degree\b(?! of)"
    r"|\bdegree (?:in|from)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A level named at its place, and whether the words before it offer it as an alternative to the level before."""

    start: int
    end: int
    level: EducationLevel
    is_alternative: bool | None


def no_schooling(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of words that say plainly that no schooling is asked for."""
    found = _NO_SCHOOLING.search(text[start:end])
    return (start + found.start(), start + found.end()) if found else None


def named_levels(text: str, start: int, end: int) -> tuple[Named, ...]:
    """The levels that a clause names, in order; the same one named twice in a row is one."""
    found = _matches(text[start:end].lower())
    named: list[Named] = []
    last = 0
    for low, high, level in found:
        if named and low < last:
            continue
        joint = _joint(text[start + last : start + low].lower(), level) if named else None
        last = high
        if named and named[-1].level is level:
            continue
        named.append(Named(start + low, start + high, level, joint))
    return tuple(named)


def names_an_unknown_degree(text: str, start: int, end: int) -> bool:
    """Whether a clause asks for a degree and does not say which."""
    return bool(_UNNAMED_DEGREE.search(text[start:end].lower()))


@lru_cache(maxsize=1024)  # the same requirement is read for its schooling, for its work, and for what replaces them
def _matches(words: str) -> tuple[tuple[int, int, EducationLevel], ...]:
    """Every place that names a level, in order, the longest first of those that begin together."""
    found = [(*match.span(), level) for level, pattern in _PATTERNS for match in pattern.finditer(words)]
    return tuple(sorted(found, key=lambda each: (each[0], -each[1])))


def _joint(between: str, level: EducationLevel) -> bool | None:
    """Whether the last joint between two levels offers the second in the place of the first; null where none does."""
    joints = list(_JOINTS.finditer(between))
    if not joints:
        return None
    if joints[-1][0] not in _ALTERNATIVE:
        return False
    if level is EducationLevel.SOME_COLLEGE and len(between[joints[-1].end() :].split()) > _MOST_WORDS:
        return None
    return not _OF_A_SUBJECT.search(between.rpartition(";")[2])
