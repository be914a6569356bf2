"""Where a spec refers to another class in place of saying itself what is meant ("all duties of Legal Secretary I")."""

import re

from ingest.folding import folded, words
from ingest.model import Issue
from ingest.occupations import has_level, names_occupation, names_organisation

_DUTIES = r"(?:duties|functions|responsibilities)"
_WORK = r"(?:duties|functions|responsibilities|tasks|work|requirements|qualifications)"
_DESCRIBED = r"(?:described|listed|outlined|specified|defined|stated|identified|set\s+forth)\s+(?:of|for|in|by|under)"
_EXPECTED = r"(?:assigned|required|expected|performed)\s+(?:of|for)"
_LEADS = (
    rf"{_DUTIES}\s+of",
    rf"all(?:\s+of)?(?:\s+the)?(?:\s+other)?\s+{_WORK}(?:\s+and\s+{_WORK})?\s+(?:(?:of|for)|performed\s+by)",
    rf"{_WORK}\s+(?:as\s+)?(?:{_DESCRIBED}|{_EXPECTED})",
    rf"same(?:\s+{_WORK})?\s+as(?:\s+(?:those|that|the\s+{_WORK}))?(?:\s+(?:of|for|in|{_DESCRIBED}|{_EXPECTED}))?",
)
_OF_CLASS = r"(?:\s+(?:class|classification|position|specification)(?:\s+specification)?\s+(?:of|for))?"
_LEAD = rf"(?i:\b(?:{'|'.join(_LEADS)})(?P<article>\s+an?|\s+the)?{_OF_CLASS})\s+"
_LARGE = r"[A-Z][\w'’/&-]*"
_LEVEL = r"(?:I{1,3}|IV|V|VI{1,3}|[1-9])\b"
_NAMED = rf"{_LARGE}(?:,?\s+(?:(?:of|for|and|to|in|or|the|&)\s+){{0,2}}{_LARGE}){{0,8}}"
_NAMED_IN_SMALL = rf"[a-z]+(?:\s+[a-z]+){{0,3}}\s+{_LEVEL}(?:\s+and\s+{_LEVEL})?"
_REFERENCE = re.compile(rf"{_LEAD}(?P<name>{_NAMED}|{_NAMED_IN_SMALL})")
_NEXT_WORD = re.compile(r"\s+([a-z]+)")
_NO_CLASS = frozenset("act class classification code employee incumbent job law position role title".split())


def cross_references(text: str, start: int, end: int, title: str | None) -> tuple[Issue, ...]:
    """An issue for each other class that ``text[start:end]`` refers to, at the place of its name, each name once.

    Words name a class where their main word says what somebody is, or a numeral ends them, or "a" stands before them.
    """
    found: dict[str, Issue] = {}
    for match in _REFERENCE.finditer(text, start, end):
        name = folded(match["name"])
        if not _is_class(text, match) or _is_own(match, title or ""):
            continue
        sentence = f"It refers to another class, “{name}”, for what is meant: “{folded(match[0])}”."
        found.setdefault(name.casefold(), Issue("cross_reference", sentence, *match.span("name")))
    return tuple(found.values())


def _is_class(text: str, match: re.Match[str]) -> bool:
    name, article = folded(match["name"]), folded(match["article"] or "").casefold()
    after = _NEXT_WORD.match(text, match.end())
    if names_organisation(name) or (after is not None and names_organisation(after[1])):
        return False
    if _NO_CLASS.intersection(word.removesuffix("s") for word in words(name)):
        return False
    return names_occupation(name) or has_level(name) or (article in ("a", "an") and not name.isupper())


def _is_own(match: re.Match[str], title: str) -> bool:
    """Whether a name is the spec's own title, or its end after "the": "the Manager" of a Water Manager's spec."""
    named, own = words(match["name"]), words(title)
    return named == own or ((match["article"] or "").strip() == "the" and own[-len(named) :] == named)
