"""What a legend's entry says: the word that a code stands for, and what the word means."""

import re

from ingest.folding import MARKUP, folded, nearest, skeleton
from ingest.form import CODE_WORDS, SMALL_WORDS, CodeKind
from ingest.spelling import is_english

_WORD_ENDS = re.compile(
    r"\s*[(:,;]\s*|\s+[-–—]\s+|\s+(?=\$?\d|(?:over|under|from|up to|less than|more than|between|at (?:least|most)|"
    r"about|once|exerting)\b)",
    re.IGNORECASE,
)
_SENTENCE_BEGINS = re.compile(r"(?<=\s)[a-z]+\s+(?=[A-Z])")
_JOINED = re.compile(r"\s*(?:[/&]|\b(?:or|and|to)\b)\s*", re.IGNORECASE)
# Words in capitals as short as this may be an acronym.
_HEAD_LETTERS = 5


def word_and_meaning(first: str, second: str, code: str, kind: CodeKind) -> tuple[str, str | None, int]:
    """A legend entry's word, its meaning, and where in ``first`` the word ends if all of it stands there (else 0).

    A word that the form knows is taken whole, from one line or two; of an unknown one the first line is the word,
    unless the second goes on with it: a meaning is a phrase with a number or a full stop, or of four words and more.
    What only begins as the form's word for the code is that word, whatever has slipped under it. An English word is
    never a misreading of the form's: "Infrequently" is not "Frequently".
    """
    known = sorted(CODE_WORDS[kind].values(), key=len, reverse=True)
    usual = CODE_WORDS[kind].get(code, "")
    meaning_below = second if _is_meaning(second) else ""
    if first and skeleton(usual) == skeleton(first + second):
        return usual, None, 0 if second else len(first)
    for word in known:
        end = _end_of(first, word)
        if end is not None and not _goes_on(first[end:], known):
            return word, _phrase(first[end:].lstrip(" :–—-("), meaning_below), end
    own, rest = _split_own(first)
    if usual and not is_english(own.casefold()) and nearest(own, {skeleton(usual): usual}):
        return usual, _phrase(rest, meaning_below), len(own)
    if own and skeleton(usual).startswith(skeleton(own)):
        return usual, None, 0
    if own and second and not rest and not meaning_below:
        return folded(f"{own} {second}"), None, 0
    return folded(own), _phrase(rest, second), len(own)


def _phrase(*parts: str) -> str | None:
    return _closed(" ".join(folded(part) for part in parts if folded(part)))


def _closed(meaning: str) -> str | None:
    """The meaning without a bracket whose other half was cut off with the word; None if nothing is left."""
    unpaired = meaning.endswith(")") and meaning.count("(") < meaning.count(")")
    return (meaning[:-1] if unpaired else meaning) or None


def _end_of(first: str, word: str) -> int | None:
    """Where the form's word ends in the text that begins with it, however it is split or spelled; else None."""
    wanted, seen = skeleton(word), ""
    for position, character in enumerate(MARKUP.sub(lambda match: " " * len(match[0]), first)):
        seen += skeleton(character)
        if seen == wanted:
            following = first[position + 1 : position + 2]
            return position + 1 if not following.isalnum() else None
        if not wanted.startswith(seen):
            return None
    return None


def _goes_on(rest: str, known: list[str]) -> bool:
    """Whether another of the form's words is joined to one: "Rarely or Never" is a word of the legend's own."""
    match = _JOINED.match(rest)
    return match is not None and any(_end_of(rest[match.end() :], word) is not None for word in known)


def _split_own(first: str) -> tuple[str, str]:
    """A legend's own word and what it means: after a bracket, colon, dash or comma, from a number or a measure on."""
    match = _WORD_ENDS.search(first)
    if match is None and first.endswith(".") and " " in first:
        begins = _SENTENCE_BEGINS.search(first)
        # Where the word ends and its meaning begins cannot be told, there is no word that could be trusted.
        return (first[: begins.end()].rstrip(), first[begins.end() :]) if begins else ("", first)
    return (first[: match.start()], first[match.end() :]) if match else (first, "")


def _is_meaning(words_below: str) -> bool:
    said = folded(words_below)
    return said.endswith(".") or any(c.isdigit() or c == "%" for c in said) or len(said.split()) >= 4


def is_whole(word: str) -> bool:
    """Whether a word neither breaks off ("Not at") nor goes on with a head of the table ("Weekly HEALTH")."""
    *others, last = word.split()
    is_head = len(last) >= _HEAD_LETTERS and last.isupper() and any(not other.isupper() for other in others)
    return last.casefold() not in SMALL_WORDS and not is_head
