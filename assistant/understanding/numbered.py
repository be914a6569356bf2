"""Which rows a question means by their numbers: "function 3", "the last two duties", "notes 1 and 3"."""

import re
from collections.abc import Iterator

from assistant.understanding.lexicon import ORDINALS
from ingest.form import CODE_WORDS, CodeKind

_STRENGTH = "strength"
_MOST_IN_A_RANGE = 30
_FUNCTIONS = (
    r"(?:essential\s+|job\s+|key\s+|main\s+)?"
    r"(?:functions?|duty|duties|tasks?|responsibilit(?:y|ies)|item|row|bullet(?: point)?)\b"
)
_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_CARDINAL = rf"(?:\d+|{'|'.join(word for word in ORDINALS if not word.endswith(('st', 'nd', 'rd', 'th')))})"
_ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(word for word in ORDINALS if word.endswith(('st', 'nd', 'rd', 'th')))})"
_NUMBER = rf"(?:\d+(?:st|nd|rd|th)?|{_WORDS})\b"
_AND = r"\s*(?:,\s*(?:and\s+)?|and|&|or)\s*"
_JOINED = r"\s*(?:,\s*(?:and\s+)?|and|&|or|to|through|thru|until|-|–)\s*(?:the\s+)?"
_THROUGH = re.compile(r"\s*(?:to|through|thru|until|-|–)\s*(?:the\s+)?", re.IGNORECASE)
_LAST = r"(?:last|final|closing)"
# "The last thing on its list of duties".
_LISTED = (
    r"(?:\s+(?:things?|items?|entry|entries|lines?|points?|bullets?|ones?)\s+"
    r"(?:(?:on|in|of|among|the|its|their|his|her|list)\s+){1,5}|\s+)"
)
_AFTER = re.compile(
    rf"\b{_FUNCTIONS}\s*(?:numbers?|nos?\.?|#)?\s*(?P<said>{_NUMBER}(?:{_JOINED}{_NUMBER})*)", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?P<said>\b{_ORDINAL}(?:{_JOINED}{_ORDINAL})*|\b(?:number|no\.?|#)\s*\d+){_LISTED}{_FUNCTIONS}", re.IGNORECASE
)
# "Number 4 on the list".
_ON_THE_LIST = re.compile(
    r"(?P<said>\b(?:number|no\.?|#)\s*\d+)\s+(?:on|in|of|from)\b[^?.!]{0,60}?\blist\b", re.IGNORECASE
)
_FROM_AN_END = re.compile(
    rf"\b(?:(?P<but>second|third|next|{_ORDINAL})[ -]+(?:to|from)[ -]+(?:the )?)?(?:(?P<last>{_LAST})|first|top)\b"
    rf"(?:\s+(?P<count>{_CARDINAL}))?(?:\s+of the)?{_LISTED}{_FUNCTIONS}",
    re.IGNORECASE,
)
_NOTES = (
    re.compile(
        rf"\b(?:foot)?notes?\s*(?:numbers?|nos?\.?|#)?\s*(?P<said>{_NUMBER}(?:{_JOINED}{_NUMBER})*)", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<said>{_ORDINAL}(?:{_JOINED}{_ORDINAL})*)\s+(?:foot)?notes?\b", re.IGNORECASE),
    re.compile(rf"\bsee (?:note |footnote )?\(?(?P<said>\d(?:{_AND}\d)*)\)?\s*below", re.IGNORECASE),
)
_STRENGTH_CODE = re.compile(
    r"(?:(?<=\ban )|(?<=\ba )|(?<=\bthe )|(?<=\bcode )|(?<=\bcodes )|(?<=\bcoded )|(?<=\brated )|(?<=\bmarked ))"
    r"(?:VH|[SLMH])\b"
)
_BESIDE_THE_TEXT = re.compile(r"\band\b(?! \d)|&|\bwith\b|\bplus\b|\balong\b", re.IGNORECASE)


def numbered_functions(question: str) -> tuple[str, ...]:
    """The fields of the essential functions that are asked for by number, and of their strengths.

    Counted from the end a number is negative: "essential_functions.-1" is the last. The strengths stand alone where
    only they are asked for.

    Args:
        question: what was asked, what names a class blanked.
    """
    numbers = tuple(dict.fromkeys(_numbers(question)))
    named = [f"essential_functions.{number}" for number in numbers]
    strengths = [f"{field}.{_STRENGTH}" for field in named]
    if _STRENGTH in question.lower() and not _BESIDE_THE_TEXT.search(question):
        return tuple(strengths)
    return tuple(path for pair in zip(named, strengths, strict=True) for path in pair)


def numbered_notes(question: str) -> tuple[str, ...]:
    """The fields of the notes that are asked for by number, or that the words quoted from a row point at."""
    said = [match["said"] for pattern in _NOTES for match in pattern.finditer(question)]
    return tuple(dict.fromkeys(f"notes.{number}" for one in said for number in _listed(one)))


def with_strengths_in_words(question: str) -> str:
    """The question with the codes of strength that it names in capitals as words: "an M", "coded VH"."""
    return _STRENGTH_CODE.sub(lambda said: CODE_WORDS[CodeKind.STRENGTH][said[0]], question)


def _numbers(question: str) -> Iterator[int]:
    from_an_end = _FROM_AN_END.search(question)
    if from_an_end and (from_an_end["last"] or from_an_end["count"]):
        count = _number(from_an_end["count"] or "1") or 1
        if not from_an_end["last"]:
            yield from range(1, count + 1)
        elif from_an_end["but"]:
            yield -(_number(from_an_end["but"]) or 2)
        else:
            yield from range(-count, 0)
        return
    found = (match for pattern in (_AFTER, _BEFORE, _ON_THE_LIST) for match in pattern.finditer(question))
    for match in sorted(found, key=lambda match: match.start("said")):
        yield from _listed(match["said"])


def _listed(said: str) -> Iterator[int]:
    """The numbers of a list, the ends of a range and what lies between them."""
    before: re.Match[str] | None = None
    for match in re.finditer(_NUMBER, said, re.IGNORECASE):
        number, first = _number(match[0]), _number(before[0]) if before else None
        if number is None:
            continue
        is_range = before is not None and _THROUGH.fullmatch(said[before.end() : match.start()])
        if is_range and first is not None and first < number <= first + _MOST_IN_A_RANGE:
            yield from range(first + 1, number)
        yield number
        before = match


def _number(said: str) -> int | None:
    """The number that a word says: 3, 3rd, third, three."""
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", said.lower())
    return int(bare) if bare.isdigit() else ORDINALS.get(bare)
