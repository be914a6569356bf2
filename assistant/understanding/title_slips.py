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
