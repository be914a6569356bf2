"""A sentence laid beside the words that it cites: which of its words stand there, in the same order.

A model that may only shorten a passage cannot swap who does what, and where it joins what the passage keeps apart,
leaves out a "not" or puts in a "must", the two no longer lie beside each other.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.generation.gate_words import Kind, judging_words
from assistant.understanding.words import Word, words_of

# Where a part of a sentence ends: what stands in one part is not said of the next.
_BOUNDARY = re.compile(r"[,;:.!?()/–—]|\b(?:and|or|but|nor)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;.!?](?=\s|$)|\s[–—]\s")
# "two (2)": a number said again.
_SAID_AGAIN = re.compile(r"(?<=[a-z]) ?\(\d+\)")
_DIGITS = re.compile(r"\d+")
# What is said before "and may" or "and must" is not bound by it.
_BINDS_WHAT_FOLLOWS = frozenset({"=may", "=must"})
# A word that matters and is supported is worth more than any number of words that do not.
_WEIGHT = 100


@dataclass(frozen=True, slots=True)
class Token:
    """A word that needs support: its symbol, by which it is compared, and its kind where it is one that matters.

    ``word`` is the word itself, ``is_passive`` says that something is done to whoever is spoken of; ``part`` and
    ``clause`` count the parts and clauses before it, ``source`` the texts before its own.
    """

    symbol: str
    kind: Kind | None
    word: str
    is_passive: bool
    part: int
    clause: int
    source: int = 0


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of places, in a sentence and in the words that it cites, where the same stands in both."""

    said: tuple[Token, ...]
    cited: tuple[Token, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def support(self) -> float:
        """How much of what the sentence says stands in the cited words, from 0 to 1."""
        return len(self.pairs) / len(self.said) if self.said else 0.0

    def added(self) -> Kind | None:
        """The kind of a word that matters and that the cited words do not have at that place."""
        supported = {at for at, _ in self.pairs}
        if any(_is_turned(self.said[at], self.cited[place]) for at, place in self.pairs):
            return Kind.DIRECTION
        return next((t.kind for at, t in enumerate(self.said) if t.kind and at not in supported), None)

    def lost(self) -> Kind | None:
        """The kind of a qualifier that goes with the cited words that are used, and that the sentence leaves out."""
        used = {place for _, place in self.pairs}
        clauses = {self.cited[place].clause for place in used}
        for place, token in enumerate(self.cited):
            if place not in used and token.clause in clauses and self._binds(place, token, used):
                return token.kind
        return None

    def _binds(self, place: int, token: Token, used: Collection[int]) -> bool:
        if token.kind is Kind.BOUND:
            beside = range(max(0, place - 3), place + 4)
            return any(at in used and self.cited[at].kind is Kind.NUMBER for at in beside if at < len(self.cited))
        beside_it = [at for at in used if self.cited[at].clause == token.clause]
        if token.kind is Kind.DIRECTION:
            return min(beside_it) < place < max(beside_it)
        if token.symbol in _BINDS_WHAT_FOLLOWS:
            return max(beside_it) > place or any(self.cited[at].part == token.part for at in beside_it)
        return token.kind in (Kind.NEGATION, Kind.MODALITY, Kind.ALTERNATIVE)

    def is_joined(self) -> bool:
        """Whether the sentence joins words that the cited words keep apart, or begins in the middle of a part."""
        if not self.pairs or not self._begins_a_part(self.pairs[0][1]):
            return True
        return any(
            self.cited[before].part != self.cited[after].part
            and (self.said[first].part == self.said[second].part or not self._begins_a_part(after))
            for (first, before), (second, after) in pairwise(self.pairs)
        )

    def _begins_a_part(self, place: int) -> bool:
        return all(token.part != self.cited[place].part or token.kind for token in self.cited[:place])


def aligned(said: str, cited: Sequence[str], free: frozenset[str]) -> Alignment:
    """The sentence beside the texts that it cites, in their order.

    Args:
        said: a sentence without its citations.
        cited: the texts.
        free: stems that need no support: those of the class's title and of the row's label.
    """
    sentence = tokens(said, free)
    words: list[Token] = []
    for source, text in enumerate(cited):
        parts, clauses = (words[-1].part + 1, words[-1].clause + 1) if words else (0, 0)
        words += [
            replace(token, part=token.part + parts, clause=token.clause + clauses, source=source)
            for token in tokens(text, free)
        ]
    return Alignment(sentence, tuple(words), _common(sentence, words))


def tokens(text: str, free: frozenset[str]) -> tuple[Token, ...]:
    """The words of a text that need support."""
    found = []
    text = _SAID_AGAIN.sub(lambda match: " " * len(match[0]), text)
    before_it = ""
    for word in words_of(text):
        is_passive = before_it in judging_words().be and _is_participle(word.text)
        # "is directly supervised", "is not supervised"
        before_it = before_it if word.text.endswith("ly") or word.text == "not" else word.text
        kind, symbol = _meaning(word, text)
        if kind is None and (word.is_small or word.stem in free | judging_words().wording):
            continue
        before = text[: word.start]
        part, clause = (len(pattern.findall(before)) for pattern in (_BOUNDARY, _CLAUSE_END))
        found.append(Token(symbol, kind, word.text, is_passive, part, clause))
    return tuple(found)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "en", "wn")) or word in judging_words().participles


def _is_turned(said: Token, cited: Token) -> bool:
    """Whether the sentence has somebody do what the passage has done to them, or the other way round."""
    return said.is_passive != cited.is_passive and said.word != cited.word


def _meaning(word: Word, text: str) -> tuple[Kind | None, str]:
    """The kind of a word that matters, else none, and the symbol by which it is compared."""
    judging = judging_words()
    typed = text[word.start : word.end]
    if word.text in judging.numbers:
        return Kind.NUMBER, f"#{judging.numbers[word.text]}"
    if _DIGITS.search(typed):
        return Kind.NUMBER, f"#{word.text}"
    if word.text in judging.qualifiers:
        return judging.qualifiers[word.text]
    is_article = typed == "A" and not word.start
    if typed.isupper() and not is_article:
        return Kind.CODE, typed
    return None, word.stem


def _common(said: Sequence[Token], cited: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """The heaviest common subsequence, as pairs of places; of equals the earliest."""
    best = [[0] * (len(cited) + 1) for _ in range(len(said) + 1)]
    for i in range(len(said) - 1, -1, -1):
        weight = _WEIGHT if said[i].kind else 1
        for j in range(len(cited) - 1, -1, -1):
            beside = best[i + 1][j + 1] + weight if said[i].symbol == cited[j].symbol else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], beside)
    pairs, i, j = [], 0, 0
    while i < len(said) and j < len(cited):
        weight = _WEIGHT if said[i].kind else 1
        if said[i].symbol == cited[j].symbol and best[i][j] == best[i + 1][j + 1] + weight:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] == best[i][j]:
            i += 1
        else:
            j += 1
    return tuple(pairs)
