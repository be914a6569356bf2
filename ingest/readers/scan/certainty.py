"""Which recognised words are certain: doubtful ones are looked at again, larger and alone, and both looks compared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.readers.scan.recognition import Letter, recognised
from ingest.readers.scan.words import Doubt, InkPage, InkWord, cut_out, end_of, slant_of, strokes_of
from ingest.spelling import is_english

# How certain the least certain letter is of a word that is probably right, and how many others a poor page has.
_ENGLISH_CERTAINTY = 0.9
_POOR_SHARE, _WORST_SHARE = 0.05, 0.15
_FEW_WORDS, _LONG_WORD = 12, 3
# How certain a letter that stands alone has to be each time that it is looked at.
_ALONE_CERTAINTY = 0.6
# Of one whose size and shape say which of its look-alikes it is.
_SHAPED_CERTAINTY = 0.4
_STOP_CERTAINTY = 0.98
_STRETCHES = (1.15, 0.9)
# In heights of a capital letter.
_PARTING_GAP = 0.4
_ROOM = 0.35
_AROUND = re.compile(r"^[(\"'\[]*|[)\"'\],.;:]*$")
_LETTER_BY_DIGIT = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|s|am|pm|lbs?|k|K|A|B|C|D|E|F)|[A-HJ-KM-NP-Z]{1,4}-?\d+")
_PARTS = re.compile(r"[-/&]+")
_ABBREVIATIONS = frozenset("lb lbs hr hrs etc ged cdl cpr emt csc".split())
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
# Letters that have the same shape, small and capital.
_SAME_SHAPE = "cosuvwxzkp"
_CAPITAL_SHARE = 0.85
_LEAST_LETTER = 0.5
_ROUND, _NARROW = 0.82, 0.72
_UPRIGHTS = "Il|"
_STROKES = "Il|1/"
_STOPS = ".,:;!?\"')"
# What stands alone and is no letter, and is read with more certainty beside its neighbours than alone.
_SIGNS = "/&+•"
_DASHES = "=-–—"
_SLANTED = 0.22
_ROUND_LETTERS = ("O", "o", "0")
_ROUND_AS_ONE = str.maketrans("o0", "OO")


@dataclass(frozen=True, slots=True)
class SettledWord:
    """One word as it is kept: what it says, where its ink is, and whether that is certain."""

    ink: InkWord
    text: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _SecondLook:
    """What was read of a word the second time, and of one that is a single letter the third time."""

    again: tuple[Letter, ...]
    third: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class _Trust:
    """How certain the least certain letter of an English word, of a number and of another word has to be.

    Where ``one_look`` is not enough, every word is looked at twice.
    """

    english: float
    number: float
    other: float
    one_look: bool

    def enough(self, text: str) -> float:
        """How certain the letters of a text have to be."""
        if _is_english(text):
            return self.english
        return self.other if any(letter.isalpha() for letter in text) else self.number


_ON_GOOD_PAGE = _Trust(0.9, 0.9, 0.95, one_look=True)
_NEVER = 1.1
_ON_POOR_PAGE = _Trust(0.97, 0.97, _NEVER, one_look=False)
_ON_WORST_PAGE = _Trust(_NEVER, _NEVER, _NEVER, one_look=False)


def settled_words(page: InkPage, words: Sequence[InkWord]) -> list[SettledWord]:
    """The words recognised in the lines of a page as they are kept, in their order, each as many as it proves to be."""
    trust = _trust(words)
    doubtful = [word for word in words if not _is_plain(word, trust)]
    looks = dict(zip(map(id, doubtful), _second_looks(page, doubtful), strict=True))
    settled = []
    for word in words:
        look = looks.get(id(word))
        settled += [SettledWord(word, word.text, True)] if look is None else _settled(page, word, look, trust)
    return [replace(word, is_sure=word.is_sure and _fits_ink(page, word)) for word in settled if _is_kept(word)]


def _is_kept(word: SettledWord) -> bool:
    """Whether a word says something, or its ink is too large for a speck."""
    return word.text != _UNKNOWN or word.ink.bottom - word.ink.top >= _LEAST_LETTER * word.ink.capital


def _trust(words: Sequence[InkWord]) -> _Trust:
    """How far the recogniser can be trusted on a page: on a poor one it is certain of what is wrong, too."""
    long = [(word.letters, _with_look_alikes(word.text)) for word in words if len(word.letters) >= _LONG_WORD]
    share = sum(_certainty(letters, text) < _ENGLISH_CERTAINTY for letters, text in long) / max(len(long), 1)
    if len(long) < _FEW_WORDS:
        return _ON_GOOD_PAGE
    return _ON_GOOD_PAGE if share <= _POOR_SHARE else _ON_POOR_PAGE if share <= _WORST_SHARE else _ON_WORST_PAGE


def _fits_ink(page: InkPage, word: SettledWord) -> bool:
    """Whether the ink does not speak against what was read in it."""
    if len(word.text) == 1:
        return True
    return not word.ink.has_lost_ink and _ends_so(page, word)


def _ends_so(page: InkPage, word: SettledWord) -> bool:
    """Whether the ink does not speak against the stop or comma that a word ends with, or does not."""
    said = word.text[-1]
    seen = end_of(page, word.ink)
    if seen is None:
        return said not in ".," or not word.ink.letters or word.ink.letters[-1].certainty >= _STOP_CERTAINTY
    return said in seen if said in ".," else said in _STOPS


def _is_plain(word: InkWord, trust: _Trust) -> bool:
    """Whether one look is enough: an English word of more than a letter, each letter of it read with certainty."""
    return trust.one_look and not word.doubts and word.certainty >= trust.english and _is_english(word.text)


def _is_english(text: str) -> bool:
    core = _AROUND.sub("", text)
    parts = _PARTS.split(core.removesuffix("'s"))
    is_cased = all(part.islower() or part.isupper() or part.istitle() for part in parts)
    return len(core) > 1 and is_cased and all(_is_known(part.lower()) for part in parts)


def _is_known(word: str) -> bool:
    return word.isalpha() and (is_english(word) or word in _ABBREVIATIONS)


def _second_looks(page: InkPage, words: Sequence[InkWord]) -> list[_SecondLook]:
    again = recognised([cut_out(page, word) for word in words], _STRETCHES[0])
    alone = [place for place, word in enumerate(words) if len(word.letters) <= 1]
    third = recognised([cut_out(page, words[place], _ROOM) for place in alone], _STRETCHES[1])
    thirds = dict(zip(alone, third, strict=True))
    return [_SecondLook(letters, thirds.get(place, ())) for place, letters in enumerate(again)]


def _is_wide(word: InkWord, doubt: Doubt) -> bool:
    return doubt.gap is not None and doubt.gap.right - doubt.gap.left >= _PARTING_GAP * word.capital


def _solid(letters: Iterable[Letter]) -> str:
    return "".join(letter.text for letter in letters).replace(" ", "")


def _settled(page: InkPage, word: InkWord, look: _SecondLook, trust: _Trust) -> list[SettledWord]:
    again = _solid(look.again)
    if len(word.letters) <= 1 and len(again) <= 1:
        return [_lone_letter(page, word, look, trust)]
    if again.translate(_ROUND_AS_ONE) != word.text.translate(_ROUND_AS_ONE):
        return [_between(word, again, look.again, trust)]
    cuts, is_certain = _proved(word, look)
    rest = [letter for letter in look.again if letter.text != " "]
    settled = []
    for part in word.parts(cuts):
        seen, rest = rest[: len(part.letters)], rest[len(part.letters) :]
        settled.append(_part(part, seen, trust, is_certain))
    return settled


def _part(part: InkWord, seen: Sequence[Letter], trust: _Trust, is_certain: bool) -> SettledWord:
    """A word, or part of one, whose letters were seen twice; ``is_certain`` says so of its ends."""
    again = _solid(seen)
    if len(part.text) == 1:
        text = _shaped(part.text, part)
        is_alike, enough = text == _shaped(again, part), _enough_alone(text, trust)
    else:
        text = _with_look_alikes(part.text)
        is_alike, enough = part.text == again and not _is_mixed(text), trust.enough(text)
    least = min(_certainty(part.letters, text), _certainty(seen, text))
    return SettledWord(part, text, is_certain and is_alike and least >= enough)


def _enough_alone(text: str, trust: _Trust) -> float:
    """How certain a lone letter has to be each time that it is looked at; its size and shape may tell look-alikes."""
    if trust.number >= _NEVER:
        return _NEVER
    return _SHAPED_CERTAINTY if text in _ROUND_LETTERS or text.lower() in _SAME_SHAPE else _ALONE_CERTAINTY


def _between(word: InkWord, again: str, letters: Sequence[Letter], trust: _Trust) -> SettledWord:
    """One word that was read in two ways: the one that is English, else the more certain.

    It is certain only where both are one English word but for letters that look alike.
    """
    first, second = _with_look_alikes(word.text), _with_look_alikes(again)
    certainties = _certainty(word.letters, first), _certainty(letters, second)
    by_sense = (_is_english(first), certainties[0]) >= (_is_english(second), certainties[1])
    is_sure = first == second and _is_english(first) and min(certainties) >= trust.english and not word.doubts
    return SettledWord(word, (first if by_sense else second) or first or second, is_sure)


def _certainty(letters: Sequence[Letter], text: str) -> float:
    """How certain the least certain letter is; which of its upright strokes each is, an English word says itself."""
    settled_by_sense = _UPRIGHTS if _is_english(text) else ""
    return min(
        (letter.certainty for letter in letters if letter.text != " " and letter.text not in settled_by_sense),
        default=0.0,
    )


def _is_mixed(text: str) -> bool:
    """Whether letters and digits stand side by side as in no number: a misread letter is likely among them."""
    return bool(_LETTER_BY_DIGIT.search(text)) and not _NUMBER.fullmatch(_AROUND.sub("", text))


def _proved(word: InkWord, look: _SecondLook) -> tuple[list[Doubt], bool]:
    """Where a word that was read twice alike is two, and whether that is certain of all its doubts."""
    seen = _spaces(look.again)
    cuts, is_certain = [], True
    for doubt in word.doubts:
        before, behind = word.text[: doubt.letter], word.text[doubt.letter :]
        if not before or not behind:
            is_certain = False
            continue
        if behind.startswith("'"):
            continue
        by_sense = _is_english(before) and _is_english(behind)
        if doubt.gap is not None and (_is_wide(word, doubt) or doubt.letter in seen or by_sense):
            if not _is_english(word.text):
                cuts.append(doubt)
            else:
                is_certain = False
        elif doubt.gap is not None or doubt.letter in seen:
            is_certain &= _is_english(word.text)
    return cuts, is_certain


def _spaces(letters: Sequence[Letter]) -> set[int]:
    """Before which letters, counted without the spaces, a space was seen."""
    found, solid = set(), 0
    for letter in letters:
        if letter.text == " ":
            found.add(solid)
        else:
            solid += 1
    return found


def _with_look_alikes(text: str) -> str:
    """The text with an upright stroke as the letter that it must be: ``II`` or ``Illness``, and ``l`` in ``lbs``."""
    core = _AROUND.sub("", text)
    if len(core) > 1 and not set(core) - set(_UPRIGHTS):
        return text.replace(core, "I" * len(core))
    if any(letter in core for letter in _UPRIGHTS) and not _is_english(text):
        small = re.sub(r"[I|](?=[a-z])|(?<=[a-z])[I|]", "l", core)
        large = re.sub(r"[l|](?=[A-Z])|(?<=[A-Z])[l|]|^[l|](?=[a-z])", "I", core)
        known = [other for other in (small, large) if other != core and _is_english(other)]
        if known:
            return text.replace(core, known[0])
    return text


def _lone_letter(page: InkPage, word: InkWord, look: _SecondLook, trust: _Trust) -> SettledWord:
    """A letter that stands alone: three looks must agree, and its size and shape tell what they cannot."""
    sign = _sign(page, word)
    if sign is not None:
        return SettledWord(word, sign, not word.doubts and word.certainty >= trust.number)
    texts = [_shaped(text, word) for text in (word.text, _solid(look.again), _solid(look.third))]
    certainties = [letter.certainty for letters in (word.letters, look.again, look.third) for letter in letters]
    text = max((text for text in texts if text), key=texts.count, default=_UNKNOWN)
    if text in _STROKES and slant_of(page, word) >= _SLANTED:
        return SettledWord(word, "/", not word.doubts and trust.number < _NEVER)
    agreed = len(set(texts)) == 1 and len(text) == 1 and min(certainties, default=0.0) >= _enough_alone(text, trust)
    is_whole = word.bottom - word.top >= _LEAST_LETTER * word.capital
    is_whole &= text.isalnum()
    return SettledWord(word, text, agreed and is_whole and not word.doubts)


def _sign(page: InkPage, word: InkWord) -> str | None:
    """A sign that stands alone, which is read with more certainty beside its neighbours than by itself."""
    if word.text in _DASHES and word.text:
        return "=" if strokes_of(page, word) == 2 else word.text.replace("=", "-")
    return word.text if word.text in _SIGNS and word.text and word.certainty >= _ENGLISH_CERTAINTY else None


def _shaped(text: str, word: InkWord) -> str:
    """A lone letter by its size and shape: ``o`` and ``0`` as ``O`` where it is as high as a capital and round."""
    width, height = word.right - word.left, max(word.bottom - word.top, 1)
    if text in _UPRIGHTS:
        return "I" if text else ""
    is_capital = height >= _CAPITAL_SHARE * word.capital
    if text in _ROUND_LETTERS and is_capital:
        is_round, is_narrow = width >= _ROUND * height, width <= _NARROW * height
        return "O" if is_round else "0" if is_narrow else text.upper()
    return text.upper() if is_capital and text in _SAME_SHAPE else text
