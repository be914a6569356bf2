"""The class code: a string of six digits in the home form, of letters and dashes elsewhere (contract, ``header``)."""

import re
from itertools import takewhile

from ingest.dates import read_dates
from ingest.folding import MARKUP, folded, latin_text, repairs_between, skeleton
from ingest.model import Repair
from ingest.source_text import digits

_CODE_DIGITS = 6
_PUNCTUATION = " \t\xa0.,;:()[]#*-–—_"
# What may stand before a code, and says no more than that it is one: "No.", "#", "Class Code:".
_BEFORE = re.compile(
    r"[\W_]*(?:(?:(?:job|class|classification|spec) )?(?:code|number|num|no)\b(?: (?:number|no)\b)?[\W_]*)?",
    re.IGNORECASE,
)
_OTHER_CODE = re.compile(r"[A-Z]{0,3}-?\d{1,6}(?:[-.]\d{1,5}){0,3}-?[A-Z]{0,2}")
_FEWEST_DIGITS = 3


def read_code(text: str, start: int, end: int) -> tuple[str | None, tuple[Repair, ...]]:
    """The class code in a place and its repairs; None where digits are apart that together are not those of a code."""
    raw = text[start:end]
    plain = MARKUP.sub("", raw)
    bare = plain.strip(_PUNCTUATION)
    closed_up = "".join(bare.split())
    code = digits(closed_up)
    if not code.isdecimal() or (len(code) != _CODE_DIGITS and closed_up == bare):
        value = folded(bare if bare.isdecimal() else raw)
        return value, repairs_between(text, start, end, value)
    if len(code) != _CODE_DIGITS:
        return None, ()
    latin = latin_text(closed_up)
    steps = {
        "markup": plain != raw,
        "punctuation": bare != plain.strip(),
        "split_word": closed_up != bare,
        "look_alike": latin != closed_up,
        "letter_for_digit": code != latin,
    }
    return code, tuple(Repair(rule, raw, code, start, end) for rule, is_taken in steps.items() if is_taken)


def code_at_start(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the code is that the words begin with: its first piece if that is a whole code, else all with digits."""
    start += _length_before(text[start:end])
    words_there = (match for match in re.finditer(r"\S+", text[start:end]) if skeleton(match[0]))
    pieces = list(takewhile(lambda match: _is_of_code(match[0]), words_there))
    if not any(c.isdigit() for match in pieces for c in match[0]):
        return None
    first = digits(pieces[0][0].strip(_PUNCTUATION))
    last = pieces[0] if len(first) == _CODE_DIGITS else pieces[-1]
    return start + pieces[0].start(), start + last.end()


def code_at_end(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the one code is that the words end with; nothing but a code as a form prints it counts."""
    last = re.search(r"\S+\s*\Z", MARKUP.sub(lambda match: " " * len(match[0]), text[start:end]))
    return whole_code(text, start + last.start(), end) if last else None


def whole_code(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the code is that a stretch consists of, but for what says that it is one; None for a date or a number."""
    at = start + _length_before(text[start:end])
    printed = text[at:end].strip(_PUNCTUATION)
    at = text.index(printed, at) if printed else at
    read = digits(printed)
    is_number = read.isdecimal() and len(read) == _CODE_DIGITS
    others = _OTHER_CODE.fullmatch(printed) and not printed.isdecimal() and read_dates(printed) is None
    if not any(map(str.isdigit, printed)) or not (is_number or others):
        return None
    return (at, at + len(printed)) if sum(map(str.isdigit, printed)) >= _FEWEST_DIGITS else None


def _length_before(words: str) -> int:
    """How many letters of the words only say that a code follows."""
    found = _BEFORE.match(words)
    return found.end() if found else 0


def _is_of_code(word: str) -> bool:
    """Whether a word holds a digit, or nothing but letters that look like one."""
    bare = digits(MARKUP.sub("", word).strip(_PUNCTUATION))
    return bare.isdecimal() or any(c.isdigit() for c in word)
