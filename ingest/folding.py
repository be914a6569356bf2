"""Comparing what a scan printed with what the form prints, and saying what was different.

A *skeleton* is what is left of a text when everything that scanning confuses is taken away: case, white space,
punctuation, markup, letters of another alphabet that look Latin (Unicode Technical Standard 39), digits for letters.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from confusable_homoglyphs.confusables import confusables_data
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ingest.model import Repair

MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,40}>")
FRACTION_MARKUP = re.compile(r"\$(\d+/\d+)\$")
_WORD = re.compile(r"[^\W_]+")
_NO_LETTERS = re.compile(r"[\W_]+")
# Letters and digits that one stroke of the pen confuses, folded to one of them.
_STROKES = str.maketrans({"i": "l", "1": "l", "|": "l", "0": "o"})
# The same for all of ASCII at once, as nearly every text is no more than that.
_ASCII_SKELETON = {code: _NO_LETTERS.sub("", chr(code).casefold().translate(_STROKES)) or None for code in range(128)}
# Unicode's table calls the capital Iota and I look-alikes of a small l.
_CAPITAL_I = frozenset("ΙІӀ")


@lru_cache(maxsize=4096)
def latin(character: str) -> str:
    """The Latin letter or digit that a character looks like, of the same case; else the character itself."""
    if character.isascii():
        return character
    if character in _CAPITAL_I:
        return "I"
    apart = unicodedata.normalize("NFKD", character)
    if apart[0].isascii() and all(unicodedata.combining(mark) for mark in apart[1:]):
        return apart[0]
    alike = [entry["c"] for entry in confusables_data.get(character, ())]
    letters = [c for c in alike if len(c) == 1 and c.isascii() and c.isalpha()]
    return letters[0] if letters else character


def is_look_alike(character: str) -> bool:
    """Whether a letter is of another alphabet and looks Latin; a Latin letter with an accent is none."""
    accented = unicodedata.normalize("NFKD", character)[0].isascii()
    return character.isalpha() and not accented and latin(character) != character


def latin_text(text: str) -> str:
    """The text with each look-alike replaced: as many code points as before, so that offsets stay."""
    return text if text.isascii() else "".join(latin(character) for character in text)


@lru_cache(maxsize=8192)  # the same few words are compared with every label and heading again and again
def skeleton(text: str) -> str:
    """The text's letters and digits, with everything that scanning confuses folded away."""
    plain = _without_markup(text)
    if plain.isascii():
        return plain.translate(_ASCII_SKELETON)
    return _NO_LETTERS.sub("", latin_text(plain).casefold().translate(_STROKES))


def words(text: str) -> list[str]:
    """The text's words, in lower case and Latin letters, without markup."""
    return _WORD.findall(latin_text(_without_markup(text)).casefold())


def _without_markup(text: str) -> str:
    return MARKUP.sub("", text) if "<" in text else text


def folded(text: str) -> str:
    """The text with runs of white space as one space, none at the ends, and without markup (contract: prose)."""
    plain = _without_markup(text)
    if "$" in plain:
        plain = FRACTION_MARKUP.sub(r"\1", plain)
    return " ".join(plain.split())


def allowed_errors(length: int) -> int:
    """How many letters of a label may be misread: one in five, and none in a short one."""
    return length // 5 if length >= 4 else 0


def nearest(
    text: str, candidates: Mapping[str, str], *, at_most: int | None = None, same: Mapping[str, str] | None = None
) -> str | None:
    """The value of the candidate skeleton that the text is, or that it alone is nearest to within the allowed errors.

    Args:
        text: what the source says.
        candidates: what it may be, by skeleton.
        at_most: a stricter bound on the errors than the length allows.
        same: what the values stand for, where several may stand for one thing.

    Returns:
        None if nothing is near enough, or if two candidates that stand for different things are equally near.
    """
    bare = skeleton(text)
    if bare in candidates:
        return candidates[bare]
    most_errors = allowed_errors(len(bare)) if at_most is None else min(at_most, allowed_errors(len(bare)))
    if most_errors == 0:
        return None
    near = [
        (int(errors), candidates[candidate])
        for candidate, errors, _ in process.extract(
            bare, list(candidates), scorer=DamerauLevenshtein.distance, score_cutoff=most_errors, limit=None
        )
        if errors <= allowed_errors(len(candidate))
    ]
    best = [value for errors, value in near if errors == near[0][0]]
    return best[0] if len({(same or {}).get(value, value) for value in best}) == 1 else None


def by_skeleton(labels: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A table for ``nearest`` from (printed text, value) pairs."""
    return {skeleton(printed): value for printed, value in labels}


def repairs_between(text: str, start: int, end: int, printed: str) -> tuple[Repair, ...]:
    """What had to be repaired to read ``text[start:end]`` as the words ``printed``: one entry a rule.

    Rules: ``markup``, ``look_alike`` (a letter of another alphabet), ``split_word``, ``digit_for_letter``,
    ``misread_letters``. Differences of case, punctuation and spacing between words are no repair.
    """
    before = text[start:end]
    found, expected = words(before), words(printed)
    rules = []
    if MARKUP.search(before):
        rules.append("markup")
    if not before.isascii() and any(is_look_alike(character) for character in before):
        rules.append("look_alike")
    if len(found) > len(expected) and found != expected:
        rules.append("split_word")
    joined, wanted = "".join(found), "".join(expected)
    if joined != wanted:
        rules.append("digit_for_letter" if skeleton(before) == skeleton(printed) else "misread_letters")
    return tuple(Repair(rule, before, printed, start, end) for rule in rules)
