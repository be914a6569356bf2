"""Words of a title that are typed too wrong to be known alone, and are known by the word of the title beside them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.understanding.lexicon import LEVELS, ROMAN, TYPED
from assistant.understanding.title_index import TitleIndex
from assistant.understanding.vocabulary import question_vocabulary
from assistant.understanding.words import Word, word_of
from ingest.spelling import is_english, near_words

_SHORTEST_SLIP = 3
_WORDS_BEFORE = 2
_SHORTEST_WORD = 5
_SHORTEST_PART = 4
# So many letters of a word may be wrong for each slip that it has.
_LETTERS_A_SLIP = 3
_MOST_SLIPS = 3


def known_by_neighbours(words: Sequence[Word], held: TitleIndex) -> tuple[Word, ...]:
    """The words, each that is none put right where it and one beside it are near a title's words in the same order."""
    near = [_near(word, held) for word in words]
    meant: dict[int, set[str]] = {}
    for at, (first, second) in enumerate(pairwise(near)):
        is_slip = len(first - {words[at].singular}) > 0 or len(second - {words[at + 1].singular}) > 0
        is_apart = words[at + 1].start - words[at].end > 1
        if not first or not second or not is_slip or is_apart:
            continue
        for one, other in held.pairs:
            if one in first and other in second:
                meant.setdefault(at, set()).add(one)
                meant.setdefault(at + 1, set()).add(other)
    return tuple(_put_right(word, meant.get(at, set())) for at, word in enumerate(words))


def known_by_title(words: Sequence[Word], held: TitleIndex) -> tuple[Word, ...]:
    """The words, each put right that is one slip away from what titles have there, though it may be a word itself.

    That is what follows two words of a title, "customer service manger", or ends one that is written as two, "fire
    figter".
    """
    return tuple(
        _put_right(word, _following(words, at, held) | _ending(words, at, held)) if word.singular.isalpha() else word
        for at, word in enumerate(words)
    )


def _following(words: Sequence[Word], at: int, held: TitleIndex) -> set[str]:
    """The words of titles near to one that are to follow the two words before it."""
    word = words[at].singular
    if at < _WORDS_BEFORE or len(word) < _SHORTEST_WORD or word in held.vocabulary:
        return set()
    one, other = (before.singular for before in words[at - _WORDS_BEFORE : at])
    if (one, other) not in held.pairs:
        return set()
    return {last for before, last in held.pairs if before == other and DamerauLevenshtein.distance(word, last) == 1}


def _ending(words: Sequence[Word], at: int, held: TitleIndex) -> set[str]:
    """The ends of title words that begin with the word before this one, which is near to that end."""
    word, before = words[at].singular, words[at - 1].singular if at else ""
    if min(len(word), len(before)) < _SHORTEST_PART or before in held.vocabulary or is_english(word):
        return set()
    ends = (whole.removeprefix(before) for whole in held.beginning_with(before))
    return {end for end in ends if len(end) >= _SHORTEST_WORD and DamerauLevenshtein.distance(word, end) == 1}


def _near(word: Word, held: TitleIndex) -> frozenset[str]:
    """The words of titles that a word is or may be a slip of; a number is the level that titles write."""
    level = LEVELS.get(word.text)
    if level or word.text in ROMAN or word.singular in held.vocabulary:
        return frozenset({level or word.singular})
    is_word = word.text in question_vocabulary() or word.text in TYPED.values() or is_english(word.text)
    if is_word or len(word.text) < _SHORTEST_SLIP or not word.text.isalpha():
        return frozenset()
    # Where one slip makes an English word of it, it is a slip of a title's word only if that is as near.
    bound = 1 if near_words(word.text) else min(_MOST_SLIPS, len(word.singular) // _LETTERS_A_SLIP)
    found = process.extract(
        word.singular,
        held.vocabulary,
        scorer=DamerauLevenshtein.distance,
        score_cutoff=bound,
        limit=None,
        processor=None,
    )
    return frozenset(one for one, _, _ in found)


def _put_right(word: Word, meant: set[str]) -> Word:
    """The word as the one title word that it can be; as it is where it is a level, or may be several."""
    (one,) = meant if len(meant) == 1 else (word.singular,)
    is_kept = one == word.singular or LEVELS.get(word.text) == one
    is_plural = word.text != word.singular
    return word if is_kept else replace(word_of(f"{one}s" if is_plural else one), start=word.start, end=word.end)
