"""Slips of the pen: the word that is meant, among the words that are known where it stands.

What may be meant is the likelier the more common it is, and the less likely the rarer the slip is that makes of it what
was typed: both in powers of ten (the noisy channel of Kernighan, Church and Gale, COLING 1990). A word that is none may
be a slip of any known word near it; one that is English, only if hardly anybody says it, as "siting" for "sitting".
"""

import math
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.understanding.lexicon import ABBREVIATIONS
from assistant.understanding.words import Word, singular, word_of, words_of
from ingest.spelling import is_english, near_words, occurrences

_SHORTEST_TYPO = 4
_LONG_WORD = 9
_FURTHEST_BY_SOUND = 3
# How much rarer than the word itself each slip is, in powers of ten; one that sounds as the word does is less so.
_TURNED = 2.0
_LEFT_OUT_OR_ADDED = 2.5
_WRONG_VOWEL = 2.5
_WRONG = 3.5
_TWO_SLIPS = 4.5
_ONE_SLIP_BY_SOUND = 1.5
_BY_SOUND = 2.0
# How much likelier a known word is here than in any English text.
_KNOWN = 2.0
# A word of which the dictionary knows less is worth so much.
_SELDOM = 30
# By how much the word that is meant must be likelier than another that is a rarer slip, and than any other.
_LIKELIER = 0.2
_CLEARLY_LIKELIER = 1.0
# A word seen so often is what was meant rather than a known one that is a rarer slip.
_OFTEN_SAID = 1000
# An English word is what was meant where the dictionary saw it oftener than this, or nothing is so much likelier.
_HARDLY_SAID = 250
_FAR_LIKELIER = 2.0

_LONGEST_SHORT_FORM = 4

_VOWELS = frozenset("aeiouy")
_SOUNDS = tuple(
    (re.compile(spelled), sound)
    for spelled, sound in (
        (r"(.)\1+", r"\1"),
        (r"^(?:kn|gn)", "n"),
        (r"^wr", "r"),
        (r"ph", "f"),
        (r"gh(?=[ts]|$)", ""),
        (r"(?:t|s|c)ion", "shn"),
        (r"c(?=[eiy])|z", "s"),
        (r"ck|q|c(?!h)", "k"),
        (r"(?<=f)t(?=en)", ""),
        (r"(?<=[^aeiouy])e(?=s?$)", ""),
        (r"[eiy]+[aeiouy]*", "i"),
        (r"[ou]+[aeiouy]*", "o"),
        (r"a[aeiouy]*", "a"),
    )
)


def corrected(words: Sequence[Word], names: Collection[str]) -> tuple[Word, ...]:
    """The words, each that is no English word replaced by the name that it is a slip of, whatever else it may mean.

    A slip is one letter wrong, missing, doubled or exchanged with its neighbour, two in a word of nine letters or more,
    or a word that sounds the same.
    """
    known = frozenset(names)
    return tuple(_as_name(word, known) for word in words)


def as_meant(text: str, known: frozenset[str], names: frozenset[str], is_held: Callable[[str], bool]) -> str:
    """The text, each slip of a known word put right where nothing else can well be meant.

    A word of names, a short form of one, or one that is rather a slip of a name, stays; so does one that specs have.
    """
    forms = known | names
    for word in reversed(words_of(text)):
        slips = {} if _is_right(word, forms) or _is_short_form(word.text, names) else _slips(word.text, forms)
        meant = _meant(word.text, slips) if slips else None
        of_name = any(name in names - known and slip <= slips[meant or name] for name, slip in slips.items())
        as_typed = text[word.start : word.end].lower() == word.text
        if meant in known and not of_name and as_typed and not is_held(word.text):
            text = text[: word.start] + meant + text[word.end :]
    return text


def _is_short_form(typed: str, names: Collection[str]) -> bool:
    """Whether a word is known to stand for a longer one, or is as short as such a one and begins a name."""
    is_short = len(typed) <= _LONGEST_SHORT_FORM
    return typed in ABBREVIATIONS or (is_short and any(name.startswith(typed) for name in names))


def _is_right(word: Word, known: frozenset[str]) -> bool:
    """Whether a word is known, or nothing that could be one."""
    return len(word.text) < _SHORTEST_TYPO or not word.text.isalpha() or bool({word.text, word.singular} & known)


def _as_name(word: Word, names: frozenset[str]) -> Word:
    slips = {} if _is_right(word, names) else _slips(word.text, names) or _slips(word.singular, names)
    if not slips or is_english(word.text):
        return word
    meant = _likeliest(slips, {})
    if meant is None:
        return word
    is_plural = word.text != word.singular and singular(meant) == meant
    return replace(word_of(f"{meant}s" if is_plural else meant), start=word.start, end=word.end)


def _slips(typed: str, known: frozenset[str]) -> dict[str, float]:
    """The known words that the typed one may be a slip of, and how rare each slip is."""
    bound = 2 if len(typed) >= _LONG_WORD else 1
    close = process.extract(
        typed, known, scorer=DamerauLevenshtein.distance, score_cutoff=bound, limit=None, processor=None
    )
    slips = {one: _slip(typed, one, errors) for one, errors, _ in close}
    sounding = (one for one in _by_sound(known).get(_sound(typed), ()) if one not in slips)
    alike = (one for one in sounding if one[0] == typed[0] and abs(len(one) - len(typed)) <= 1)
    for one in alike:
        if DamerauLevenshtein.distance(typed, one) <= _FURTHEST_BY_SOUND:
            slips[one] = _BY_SOUND
    return slips


def _meant(typed: str, slips: dict[str, float]) -> str | None:
    """The known word that is clearly likelier than what was typed, and than any other word that may be meant."""
    own = occurrences(typed)
    if own:
        slips = {one: slip for one, slip in slips.items() if slip <= _TURNED} if own <= _HARDLY_SAID else {}
        best = _likeliest(slips, {})
        return best if best and _KNOWN + _how_common(best) - slips[best] >= math.log10(own) + _FAR_LIKELIER else None
    return _likeliest(slips, {one: _slip(typed, one, 1) for one in near_words(typed) if one not in slips})


def _likeliest(slips: dict[str, float], unknown: dict[str, float]) -> str | None:
    """The known word that is clearly likelier than the others, known and unknown ones, of which the slips are given."""
    scores = {one: _how_common(one) - slip for one, slip in unknown.items()}
    scores |= {one: _KNOWN + _how_common(one) - slip for one, slip in slips.items()}
    # Where several are as likely, as the forms of one word may be, it is the first by its letters.
    best = min(slips, key=lambda one: (-scores[one], one), default=None)
    if best is None or any(s < slips[best] and occurrences(one) >= _OFTEN_SAID for one, s in unknown.items()):
        return None
    stem = word_of(best).stem
    for one, slip in (slips | unknown).items():
        margin = _LIKELIER if slip > slips[best] else _CLEARLY_LIKELIER
        if word_of(one).stem != stem and scores[best] < scores[one] + margin:
            return None
    return best


def _slip(typed: str, meant: str, errors: int) -> float:
    """How rare a slip is that makes one word of another."""
    if errors > 1:
        return _TWO_SLIPS
    if _sound(typed) == _sound(meant):
        return _ONE_SLIP_BY_SOUND
    if len(typed) != len(meant):
        return _LEFT_OUT_OR_ADDED
    if sorted(typed) == sorted(meant):
        return _TURNED
    is_vowel = all({one, other} <= _VOWELS for one, other in zip(typed, meant, strict=True) if one != other)
    return _WRONG_VOWEL if is_vowel else _WRONG


def _how_common(word: str) -> float:
    return math.log10(max(occurrences(word), occurrences(singular(word)), _SELDOM))


@lru_cache(maxsize=16)
def _by_sound(known: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The known words by their sound."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(known):
        found[_sound(word)] = (*found.get(_sound(word), ()), word)
    return found


@lru_cache(maxsize=16_384)
def _sound(word: str) -> str:
    """A word as it sounds, roughly: its consonants, and one of three vowels where there are some."""
    for spelled, sound in _SOUNDS:
        word = spelled.sub(sound, word)
    return word
