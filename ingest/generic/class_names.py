"""Which classes of a series a heading names: by title, by a shortened title, several together, or all at once."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import latin_text
from ingest.form import SMALL_WORDS
from ingest.generic.heading_forms import ALL_LEVELS

_WORD = re.compile(r"[^\W_]+")
_ALL = re.compile(ALL_LEVELS, re.IGNORECASE)
_ALL_BUT = re.compile(rf"{ALL_LEVELS},? (?:except|other than|above)(?: for)? (?P<excepted>.*)", re.IGNORECASE)
_EVERY = re.compile(r"(?:all|both|each|every) (?P<noun>\w+)", re.IGNORECASE)
# What a heading adds to a title without meaning another class.
_ADDED = re.compile(
    r",? and (?:above|higher|up)\b|,?\s*\(?ranges? [a-z](?:(?:, and |, | and | or |/)(?:range )?[a-z])*\)?(?=$|\W)|"
    r"\bvarious classes\b|\b(?:class|classes|levels?|only)\b",
    re.IGNORECASE,
)
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x 1 2 3 4 5 6 7 8 9".split())
_EDGES = " .:*()[]"
_SHORTEST_MISSPELT = 6
_RESEMBLES = 0.75


class ClassNames:
    """Knows which classes of a series a heading names, by their places in it."""

    def __init__(self, titles: Sequence[str]) -> None:
        """Know the classes with those titles, in the order of the series."""
        self._titles = [_said(title) for title in titles]
        self._words = frozenset(word for title in self._titles for word in title)

    def exactly(self, words: str) -> int | None:
        """The place of the one class whose title the words are, small misspellings aside."""
        said = _said(words)
        near = [place for place, title in enumerate(self._titles) if _same(said, title)]
        return near[0] if len(near) == 1 else None

    def plainly(self, words: str) -> bool:
        """Whether words are the whole titles of classes, or mean every class of the series."""
        everyone = _ALL.fullmatch(words.strip(_EDGES))
        return everyone is not None or all(self.exactly(" ".join(one)) is not None for one in _variants(_said(words)))

    def named(self, words: str) -> frozenset[int]:
        """The places of the classes that a heading names; empty where it names none, or not plainly."""
        plain = " ".join(latin_text(words).split()).strip(" .:*")
        everyone = frozenset(range(len(self._titles)))
        if _ALL.fullmatch(plain.strip(_EDGES)) or self._is_every(plain):
            return everyone
        but = _ALL_BUT.fullmatch(plain)
        if but is not None:
            left_out = self.exactly(but["excepted"])
            return frozenset() if left_out is None else everyone - {left_out}
        only = self.exactly(plain)
        if only is not None:
            return frozenset((only,))
        return self._among(_said(_ADDED.sub(" ", plain)))

    def resembles(self, words: str) -> bool:
        """Whether a heading speaks of classes of the series, even where it does not say plainly of which."""
        plain = " ".join(latin_text(words).split()).strip(" .:*")
        if _ALL.match(plain) or self.named(plain):
            return True
        said = [word for word in _said(_ADDED.sub(" ", plain)) if word not in _NUMERALS]
        alike = sum(any(_near(word, known) for known in self._words) for word in said)
        return len(said) > 1 and alike >= _RESEMBLES * len(said)

    def apart(self, words: str) -> tuple[str, frozenset[int]]:
        """A heading without the titles in it, and the places of their classes: "Duties of the Clerk" is "Duties of"."""
        found = [(match.group().casefold(), match.span()) for match in _WORD.finditer(latin_text(words))]
        found = [(word, span) for word, span in found if word not in SMALL_WORDS]
        for place, title in sorted(enumerate(self._titles), key=lambda entry: -len(entry[1])):
            at = _find([word for word, _ in found], title)
            if at is not None and title:
                start, end = found[at][1][0], found[at + len(title) - 1][1][1]
                return _ADDED.sub(" ", words[:start] + " " + words[end:].lstrip(")]")).strip(), frozenset((place,))
        return words, frozenset()

    def _is_every(self, plain: str) -> bool:
        """Whether a heading is "All Instructors", and every class is one of instructors."""
        every = _EVERY.fullmatch(plain)
        noun = every["noun"].casefold().removesuffix("s") if every else ""
        return bool(noun) and all(noun in title for title in self._titles)

    def _among(self, said: tuple[str, ...]) -> frozenset[int]:
        """The classes whose titles are what a heading's words consist of, else those that the words shorten."""
        rest, found = list(said), set[int]()
        for variant in _variants(said):
            exact = [place for place, title in enumerate(self._titles) if _same(variant, title)]
            if not exact:
                break
            found.update(exact)
        else:
            return frozenset(found)
        found.clear()
        for place, title in sorted(enumerate(self._titles), key=lambda entry: -len(entry[1])):
            at = _find(rest, title)
            if at is not None:
                found.add(place)
                del rest[at : at + len(title)]
        return frozenset(found) if found and not rest else self._shortened(said)

    def _shortened(self, said: tuple[str, ...]) -> frozenset[int]:
        """The classes whose titles hold the words one after another; the end of a title is meant before its middle."""
        if not said or all(word in _NUMERALS for word in said):
            return frozenset()
        ends = {place for place, title in enumerate(self._titles) if _same(said, title[-len(said) :])}
        return frozenset(ends or {place for place, title in enumerate(self._titles) if _find(title, said) is not None})


def _said(words: str) -> tuple[str, ...]:
    found = _WORD.findall(latin_text(words).casefold().replace("’s", "").replace("'s", ""))
    return tuple(word for word in found if word not in SMALL_WORDS)


def _variants(said: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What "Clerk I and II" says, as "Clerk I" and "Clerk II"; without several numerals in a row it is one."""
    places = [at for at, word in enumerate(said) if word in _NUMERALS]
    if len(places) < 2 or places[-1] - places[0] != len(places) - 1:
        return [said]
    return [(*said[: places[0]], said[at], *said[places[-1] + 1 :]) for at in places]


def _same(said: Sequence[str], title: Sequence[str]) -> bool:
    return bool(said) and len(said) == len(title) and all(map(_near, said, title))


def _near(word: str, other: str) -> bool:
    if word == other:
        return True
    return min(len(word), len(other)) >= _SHORTEST_MISSPELT and DamerauLevenshtein.distance(word, other) == 1


def _find(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Where words hold others one after another."""
    size = len(wanted)
    return next((at for at in range(len(words) - size + 1) if _same(words[at : at + size], wanted)), None)
