"""What an other agency's heading is about: the section key that its words plainly match (contract, section 1)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import MARKUP, latin_text, skeleton
from ingest.form import SECTIONS
from ingest.generic.heading_forms import (
    HEADING_MODIFIERS,
    HEADING_PHRASES,
    HEADING_RULES,
    HEADING_SMALL_WORDS,
    LEAST,
    NEEDS_A_MARK,
    OTHER_HEADING_WORDS,
    WISHED,
    HeadingRule,
)
from ingest.spelling import is_english

_APOSTROPHE = re.compile(r"['’‘`]s?\b")
# A remark behind a heading's words: "(Illustrative only)".
_REMARK = re.compile(r"\s*\([^()]*\)\s*:?$")
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12
_MOST_LETTERS = 160
_FORM_HEADINGS = {skeleton(heading): form.key for form in SECTIONS for heading in form.headings}
_CORES = frozenset().union(*(rule.first for rule in HEADING_RULES))
_VOCABULARY = frozenset().union(
    _CORES, *(rule.second for rule in HEADING_RULES), HEADING_MODIFIERS, OTHER_HEADING_WORDS, WISHED, LEAST
)
_SPELLINGS = tuple(sorted(_VOCABULARY))
# A shorter word has neighbours that are words of their own.
_SHORTEST_MISSPELT = 6
_LONG = 9


@dataclass(frozen=True, slots=True)
class HeadingName:
    """The section key of a heading; ``is_known`` if its words are those of a heading, whatever key they have."""

    key: str
    is_known: bool
    needs_a_mark: bool = False


_UNKNOWN = HeadingName("other", is_known=False)


def heading_words(heading: str) -> tuple[str, ...]:
    """The words of a heading that carry its meaning, in lower case."""
    plain = latin_text(MARKUP.sub("", heading)).casefold()
    found = _WORD.findall(_APOSTROPHE.sub("", plain.replace("non-", "non ")))
    return tuple(word for word in found if word not in HEADING_SMALL_WORDS)


@lru_cache(maxsize=4096)
def heading_name(heading: str) -> HeadingName:
    """The key of the section that a heading's words plainly name, else ``other``.

    What is in brackets behind the words counts only where they are no heading without it. A word of six to eight
    letters may have one wrong, a longer one two.
    """
    if len(heading) > _MOST_LETTERS:
        return _UNKNOWN
    bare = _REMARK.sub("", heading)
    if bare and bare != heading:
        named = heading_name(bare)
        if named.is_known:
            return named
    form_key = _FORM_HEADINGS.get(skeleton(heading))
    if form_key is not None:
        return HeadingName(form_key, is_known=True)
    said = heading_words(heading)
    if not said or len(said) > _MOST_WORDS:
        return _UNKNOWN
    phrase = HEADING_PHRASES.get(" ".join(said))
    if phrase is not None:
        return HeadingName(phrase, is_known=True, needs_a_mark=_needs_a_mark(said))
    strange = sum(word not in _VOCABULARY for word in said)
    if strange * 2 > max(len(said), 2):
        return _UNKNOWN
    words = tuple(_spelt(word) for word in said)
    if not all(word in _VOCABULARY for word in words):
        return _UNKNOWN
    key = _key(words)
    is_known = key is not None or any(word in OTHER_HEADING_WORDS for word in words)
    return HeadingName(key or "other", is_known=is_known, needs_a_mark=_needs_a_mark(words))


def _needs_a_mark(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and words[0] in NEEDS_A_MARK


def _key(words: tuple[str, ...]) -> str | None:
    there = frozenset(words)
    if there & WISHED and ("not" in there or not there & LEAST):
        return None
    places = [(place, rule.key) for rule in HEADING_RULES if (place := _place(rule, words, there)) is not None]
    return min(places, key=lambda found: found[0])[1] if places else None


def _place(rule: HeadingRule, words: tuple[str, ...], there: frozenset[str]) -> int | None:
    """Where the first word by which a rule holds stands in the heading, or None where it does not hold."""
    if there & rule.never or (rule.second and not there & rule.second):
        return None
    return next((place for place, word in enumerate(words) if word in rule.first), None)


def _spelt(word: str) -> str:
    """The word of a heading that a misspelt one means, if one alone is near enough; another English word is itself."""
    if word in _VOCABULARY or len(word) < _SHORTEST_MISSPELT:
        return word
    bound = 2 if len(word) >= _LONG else 1
    near = process.extract(word, _SPELLINGS, scorer=DamerauLevenshtein.distance, score_cutoff=bound, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return word
    return word if is_english(word) else str(near[0][0])
