"""Codes and whole titles in a question, however they are spelled, abbreviated, joined or ordered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.lexicon import ABBREVIATIONS, BEFORE_A_VERB, JOB_NOUNS, LEVELS, RANK_WORDS, ROMAN
from assistant.words import Word, corrected, words_of
from index import SpecEntry, without_own_series
from ingest.spelling import is_english

_AS_ONE = ("as a", "as an", "be a", "be an", "become a", "become an", "being a", "being an")
_SHORTEST_CODE = 3
_SHORTEST_BEGINNING = 3
# The numerals that can only be a level: "I" is also the person asking.
NUMERALS = (ROMAN - {"i"}) | frozenset("123456789")


# Between two levels of one title: "Accountant I and II", "is Accountant II higher than I?"
_BETWEEN_LEVELS = frozenset({"and", "or", "vs", "versus", "to", "than", "with", "from"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of the question's words that names one or more of the entries."""

    start: int
    end: int
    entries: tuple[SpecEntry, ...]


def title_spelling(text: str, entries: Sequence[SpecEntry]) -> tuple[Word, ...]:
    """The words of a text as the titles held spell them: short forms written out, slips of the pen corrected."""
    titles = [title_words(entry) for entry in entries]
    vocabulary = {word for title in titles for word in title if len(word) > 1}
    words = corrected(words_of(text), vocabulary | JOB_NOUNS)
    spelled: list[Word] = []
    for at, word in enumerate(words):
        beside = {other.singular for other in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])}
        written = _written_out(word, beside, titles, vocabulary)
        spelled += [replace(word, text=w, stem=w, singular=w) for w in written] if written else [word]
    return tuple(spelled)


def _written_out(
    word: Word, beside: set[str], titles: Sequence[tuple[str, ...]], vocabulary: set[str]
) -> tuple[str, ...]:
    """What a short form stands for: an abbreviation, a title word begun, or the initials of several; else nothing.

    A word that is English is a short form only beside another word of the title.
    """
    if word.singular in vocabulary or word.is_small or not word.text.isalpha():
        return ()
    if word.text in ABBREVIATIONS:
        return (ABBREVIATIONS[word.text],)
    expanded = {tuple(t) for t in (*_beginnings(word.text, titles), *_initials(word.text, titles))}
    if not expanded:
        return ()
    near = {t for t in expanded if any(set(t) < set(title) and beside & (set(title) - set(t)) for title in titles)}
    chosen = near or ({t for t in expanded if len(t) > 1} if not is_english(word.text) else set())
    return chosen.pop() if len(chosen) == 1 else ()


def _beginnings(text: str, titles: Sequence[tuple[str, ...]]) -> set[tuple[str, ...]]:
    words = {word for title in titles for word in title}
    return {(word,) for word in words if len(text) >= _SHORTEST_BEGINNING and word.startswith(text)}


def _initials(text: str, titles: Sequence[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The runs of two title words and more that a text is the initials of; a level is none of them."""
    found = set()
    for title in titles:
        bare = tuple(word for word in title if word not in ROMAN)
        for start in range(len(bare) - len(text) + 1):
            run = bare[start : start + len(text)]
            if len(run) > 1 and "".join(word[0] for word in run) == text:
                found.add(run)
    return found


def title_words(entry: SpecEntry) -> tuple[str, ...]:
    """The words of a class's title, in lower case and in the singular."""
    return _words_of_title(entry.title or "")


@lru_cache(maxsize=16384)
def _words_of_title(title: str) -> tuple[str, ...]:
    return tuple(word.singular for word in words_of(title))


def whole_names(words: Sequence[Word], entries: Sequence[SpecEntry]) -> list[Mention]:
    """The codes and whole titles named, in order; where they overlap, the longest."""
    alone, after_another = ([as_in_titles(word, at) for word in words] for at in (0, 1))
    found = [
        mention
        for entry in entries
        for mention in (*_titles(words, alone, after_another, entry), *_codes(words, entry))
    ]
    found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    kept: list[Mention] = []
    for mention in found:
        same = next((other for other in kept if (other.start, other.end) == (mention.start, mention.end)), None)
        if same is not None:
            kept[kept.index(same)] = Mention(same.start, same.end, (*same.entries, *mention.entries))
        elif all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    named = (replace(mention, entries=without_own_series(mention.entries)) for mention in kept)
    return sorted(named, key=lambda mention: mention.start)


def _titles(
    words: Sequence[Word], alone: Sequence[str], after_another: Sequence[str], entry: SpecEntry
) -> list[Mention]:
    """Where the title of an entry stands; each word is as titles write it at their beginning, and after another."""
    title = title_words(entry)
    if not title:
        return []
    whole, in_any_order = "".join(title), sorted(title)
    found = []
    for length in range(max(1, len(title) - 1), len(title) + 2):
        for start in range(len(words) - length + 1):
            window = [alone[start], *after_another[start + 1 : start + length]]
            is_turned = length > 1 and window[0] not in ROMAN and sorted(window) == in_any_order
            is_title = "".join(window) == whole or is_turned
            is_other = _is_pronoun(words, start, start + length) or (length == 1 and is_verb(words, start))
            if is_title and not is_other:
                found.append(Mention(start, start + length, (entry,)))
    return found


def as_in_titles(word: Word, position: int) -> str:
    """The word as titles write it: after another word, a number is a level."""
    if not position:
        return word.singular
    level = word.text.removesuffix("s")
    return LEVELS.get(word.text) or (level if level in NUMERALS else word.singular)


def _is_pronoun(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the "I" that a title ends in is the person asking: "as an accountant I need"."""
    if words[end - 1].text != "i" or end - start < 2 or end == len(words):
        return False
    before = " ".join(word.text for word in words[max(0, start - 2) : start])
    return before.endswith(_AS_ONE)


def _codes(words: Sequence[Word], entry: SpecEntry) -> list[Mention]:
    if not entry.code or len(entry.code) < _SHORTEST_CODE:
        return []
    forms = {entry.code.casefold(), entry.code.casefold().lstrip("0")}
    return [
        Mention(at, at + 1, (entry,))
        for at, word in enumerate(words)
        if word.text in forms and len(word.text) >= _SHORTEST_CODE
    ]


def is_another_title(words: Sequence[Word], mention: Mention) -> bool:
    """Whether the words beside a title make it another one: "Assistant Librarian", "Librarian II"."""
    if words[mention.start].text.isdigit():
        return False
    before = words[mention.start - 1] if mention.start else None
    after = words[mention.end] if mention.end < len(words) else None
    has_level = words[mention.end - 1].text in ROMAN | set(LEVELS)
    if before is not None and before.singular in RANK_WORDS:
        return True
    if after is None or has_level:
        return False
    is_level = after.text in NUMERALS
    last = mention.end + 1 == len(words)
    return is_level or (after.text == "i" and last) or (after.singular in JOB_NOUNS and after.text == after.singular)


def further_levels(words: Sequence[Word], mention: Mention, entries: Sequence[SpecEntry]) -> list[Mention]:
    """The class of the level that follows a title and its level ("Accountant I and II"), if it is held.

    A comparative may stand between them ("is Accountant II higher than I?").
    """
    near = range(mention.end, min(mention.end + 2, len(words) - 1))
    at = next((place for place in near if words[place].text in _BETWEEN_LEVELS), None)
    if at is None:
        return []
    level = as_in_titles(words[at + 1], 1)
    base = [word for word in title_words(mention.entries[0]) if word not in ROMAN]
    titles = [entry for entry in entries if [*base, level] == list(title_words(entry)) and level in ROMAN]
    return [Mention(at + 1, at + 2, (entry,)) for entry in titles]


def distinct(mentions: Iterable[Mention]) -> tuple[SpecEntry, ...]:
    """The entries that the mentions name, once each, in order."""
    return tuple(dict.fromkeys(entry for mention in mentions for entry in mention.entries))


def covered(words: Sequence[Word], mentions: Iterable[Mention]) -> tuple[Word, ...]:
    """The words that the mentions take."""
    return tuple(word for mention in mentions for word in words[mention.start : mention.end])


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether the noun of a job is what somebody does here: "do I have to cook"."""
    return at > 0 and words[at - 1].text in BEFORE_A_VERB
