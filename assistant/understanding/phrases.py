"""Phrases of the lexicon, and where they stand in a question."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.lexicon import EXACTLY, OTHER_SENSES, SMALL_WORDS
from assistant.understanding.words import Word, words_of


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is to be found: stems, and exact words marked ``=``.

    Small words may stand between the others, except in a phrase of which only one word is not small ("resident of"):
    there each word must stand as it is written.
    """

    wanted: tuple[str, ...]
    wanted_words: frozenset[str]
    is_literal: bool

    def places(self, words: Sequence[Word]) -> Iterator[tuple[int, ...]]:
        """Where the phrase stands: the places in ``words`` of its words."""
        if not self.wanted_words <= said(tuple(words)):
            return
        among = [at for at, word in enumerate(words) if self.is_literal or not word.is_small]
        for start in range(len(among) - len(self.wanted) + 1):
            window = tuple(among[start : start + len(self.wanted)])
            if all(_is(words[at], wanted) for at, wanted in zip(window, self.wanted, strict=True)):
                yield window

    def stands_in(self, words: Sequence[Word]) -> bool:
        """Whether the phrase stands anywhere in the words."""
        return next(self.places(words), None) is not None

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words that are not small."""
        found = (words_of(wanted.removeprefix(EXACTLY))[0] for wanted in self.wanted)
        return tuple(word.stem for word in found if not word.is_small)


@lru_cache(maxsize=4096)
def phrase_of(written: str) -> Phrase:
    """A phrase as the lexicon writes it."""
    spoken = [(piece.startswith(EXACTLY), word) for piece in written.split() for word in words_of(piece)]
    content = [(exact, word) for exact, word in spoken if word.text not in SMALL_WORDS]
    is_literal = len(spoken) > 1 and len(content) < 2
    kept = spoken if is_literal else content or spoken
    wanted = (EXACTLY + word.text if exact or word.text in SMALL_WORDS else word.stem for exact, word in kept)
    found = tuple(wanted)
    return Phrase(found, frozenset(found), is_literal)


@lru_cache(maxsize=64)
def said(words: tuple[Word, ...]) -> frozenset[str]:
    """Everything that a phrase could want and that stands in the words: most phrases are ruled out by it."""
    return frozenset(form for word in words for form in (word.stem, EXACTLY + word.text))


def standing(phrases: tuple[str, ...], words: Sequence[Word]) -> tuple[str, ...]:
    """Those of some phrases that stand anywhere in the words, in their order."""
    begun = _by_first_form(phrases)
    places = sorted(at for form in said(tuple(words)) for at in begun.get(form, ()))
    return tuple(phrases[at] for at in places if phrase_of(phrases[at]).stands_in(words))


@lru_cache(maxsize=256)
def _by_first_form(phrases: tuple[str, ...]) -> Mapping[str, list[int]]:
    """The places of phrases by the first thing that each wants: all others need no look."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, written in enumerate(phrases):
        found[phrase_of(written).wanted[0]].append(at)
    return dict(found)


def without_other_senses(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words that do not stand in a phrase in which they mean something else than alone ("hand in", "call back")."""
    senses = (phrase_of(sense) for sense in standing(OTHER_SENSES, words))
    elsewhere = {at for sense in senses for places in sense.places(words) for at in places}
    return tuple(word for at, word in enumerate(words) if at not in elsewhere)


def _is(word: Word, wanted: str) -> bool:
    return word.text == wanted[1:] if wanted.startswith(EXACTLY) else word.stem == wanted
