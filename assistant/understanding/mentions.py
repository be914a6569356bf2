"""Codes and whole titles in a question, however they are spelled, abbreviated, joined or ordered."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.understanding.lexicon import ABBREVIATIONS, BEFORE_A_VERB, JOB_NOUNS, LEVELS, RANK_WORDS, ROMAN
from assistant.understanding.spelling import corrected
from assistant.understanding.title_index import TitleIndex, title_index, words_of_title
from assistant.understanding.title_slips import known_by_neighbours, known_by_title
from assistant.understanding.vocabulary import question_vocabulary
from assistant.understanding.words import Word, words_of
from index import SpecEntry, without_own_series
from ingest.spelling import is_english

_AS_ONE = ("as a", "as an", "be a", "be an", "become a", "become an", "being a", "being an")
_SHORTEST_BEGINNING = 3
_JOINING = ("of", "the")
_SHORTEST_JOINED = 3
_DETERMINERS = frozenset({"a", "an", "the"})
_FIRST_WORDS = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_A_YEAR = frozenset(
    {"in", "since", "before", "after", "between", "until", "till", "from", "by", "during", "year", "early", "late"}
) | {month.lower() for month in month_name if month}
_BETWEEN_YEARS = frozenset({"and", "to", "or", "through"})
# The numerals that can only be a level: "I" is also the person asking.
NUMERALS = (ROMAN - {"i"}) | frozenset("123456789")


# After a level, and never after the person asking: "an Accountant I with no experience".
AFTER_A_LEVEL = frozenset({"and", "or", "vs", "versus", "than", "with", "without", "job", "position", "role", "class"})
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
    held = title_index(entries)
    words = known_by_title(corrected(known_by_neighbours(words_of(text), held), held.vocabulary | JOB_NOUNS), held)
    spelled: list[Word] = []
    for at, word in enumerate(words):
        beside = {other.singular for other in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])}
        written = _written_out(word, beside, held)
        spelled += [replace(word, text=w, stem=w, singular=w) for w in written] if written else [word]
    return tuple(spelled)


def _written_out(word: Word, beside: set[str], held: TitleIndex) -> tuple[str, ...]:
    """What a short form stands for: an abbreviation, a title word begun, or the initials of several; else nothing.

    A word that is English is a short form only beside another word of the title, and one that questions have is none.
    """
    if word.singular in held.vocabulary or word.is_small or not word.text.isalpha():
        return ()
    if word.text in ABBREVIATIONS:
        return (ABBREVIATIONS[word.text],)
    if word.text in question_vocabulary():
        return ()
    begun = held.beginning_with(word.text) if len(word.text) >= _SHORTEST_BEGINNING else set()
    initials = held.initials.get(word.text) or held.initials.get(word.singular, frozenset())
    expanded = {(each,) for each in begun} | initials
    if not expanded:
        return ()
    near = {t for t in expanded if any(set(t) < set(title) and beside & (set(title) - set(t)) for title in held.titles)}
    chosen = near or ({t for t in expanded if len(t) > 1} if not is_english(word.text) else set())
    return chosen.pop() if len(chosen) == 1 else ()


def title_words(entry: SpecEntry) -> tuple[str, ...]:
    """The words of a class's title, in lower case and in the singular."""
    return words_of_title(entry.title or "")


def whole_names(words: Sequence[Word], entries: Sequence[SpecEntry]) -> list[Mention]:
    """The codes and whole titles named, in order; where they overlap, the longest."""
    held = title_index(entries)
    found = [
        Mention(start, end, (entries[place],))
        for start, end in sorted(
            _windows(len(words), held.longest), key=lambda window: (window[0] - window[1], window[0])
        )
        for place in sorted({*_titled(words, start, end, held), *_coded(words, start, end, held)})
    ]
    kept: list[Mention] = []
    for mention in found:
        same = next((other for other in kept if (other.start, other.end) == (mention.start, mention.end)), None)
        if same is not None:
            kept[kept.index(same)] = Mention(same.start, same.end, (*same.entries, *mention.entries))
        elif all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    named = (replace(mention, entries=without_own_series(mention.entries)) for mention in kept)
    return sorted(named, key=lambda mention: mention.start)


def _windows(count: int, longest: int) -> Iterator[tuple[int, int]]:
    """The runs of words in which a title may stand: one of its words may be written as two, or "of the" within it."""
    for start in range(count):
        for end in range(start + 1, min(count, start + longest + len(_JOINING)) + 1):
            yield start, end


def _titled(words: Sequence[Word], start: int, end: int, held: TitleIndex) -> Iterator[int]:
    """The places of the titles that a run of words is; each is as titles write it at their beginning, after another."""
    if _is_pronoun(words, start, end) or (end - start == 1 and is_verb(words, start)):
        return
    window = [as_in_titles(word, at) for at, word in enumerate(_unjoined(words[start:end]))]
    may_be_turned = len(window) > 1 and window[0] not in ROMAN
    turned = held.turned.get(tuple(sorted(window)), ()) if may_be_turned else ()
    for place in (*held.letters.get("".join(window), ()), *turned):
        if abs(len(window) - len(held.titles[place])) <= 1:
            yield place


def _unjoined(words: Sequence[Word]) -> Sequence[Word]:
    """The words without "of the" after the noun of a job that they begin with: "clerk of the court"."""
    if len(words) < _SHORTEST_JOINED or words[0].singular not in JOB_NOUNS or words[1].text != _JOINING[0]:
        return words
    return [words[0], *(words[2:] if words[2].text != _JOINING[1] else words[3:])]


def _coded(words: Sequence[Word], start: int, end: int, held: TitleIndex) -> tuple[int, ...]:
    return held.codes.get(words[start].text, ()) if end - start == 1 and not _is_year(words, start) else ()


def _is_year(words: Sequence[Word], at: int) -> bool:
    """Whether a number is a year rather than a code: "since 2011", "between 2011 and 2015"."""
    if not at or not _YEAR.fullmatch(words[at].text):
        return False
    is_after = words[at - 1].text in _BEFORE_A_YEAR
    is_second = at > 1 and words[at - 1].text in _BETWEEN_YEARS and _YEAR.fullmatch(words[at - 2].text) is not None
    return is_after or is_second


def as_in_titles(word: Word, position: int) -> str:
    """The word as titles write it: after another word, a number is a level."""
    if not position:
        return word.singular
    level = word.text.removesuffix("s")
    return LEVELS.get(word.text) or (level if level in NUMERALS else word.singular)


def _is_pronoun(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the "I" that a title ends in is the person asking: "as an accountant I need"."""
    if words[end - 1].text != "i" or end - start < 2 or is_level_i(words, end - 1):
        return False
    before = " ".join(word.text for word in words[max(0, start - 2) : start])
    return before.endswith(_AS_ONE)


def is_level_i(words: Sequence[Word], at: int) -> bool:
    """Whether an "i" is a level for certain: nothing follows of which the person asking would be the subject."""
    return words[at].text == "i" and (at + 1 == len(words) or words[at + 1].text in AFTER_A_LEVEL)


def without_corrected(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions but for those that another is said to be meant instead of: "the custodian, not the librarian"."""
    ends = {mention.end for mention in mentions}
    kept = []
    for mention in mentions:
        before = mention.start - 1 if mention.start and words[mention.start - 1].text in _DETERMINERS else mention.start
        is_denied = before > 0 and words[before - 1].text == "not" and (before - 1 in ends or before <= _FIRST_WORDS)
        if not is_denied:
            kept.append(mention)
    return kept or list(mentions)


def is_another_title(words: Sequence[Word], mention: Mention) -> bool:
    """Whether the words beside a title make it another one: "Assistant Librarian", "Librarian II"."""
    if words[mention.start].text.isdigit():
        return False
    first, last_word = words[mention.start], words[mention.end - 1]
    before = words[mention.start - 1] if mention.start and first.start - words[mention.start - 1].end <= 1 else None
    after = words[mention.end] if mention.end < len(words) and words[mention.end].start - last_word.end <= 1 else None
    has_level = words[mention.end - 1].text in ROMAN | set(LEVELS)
    if before is not None and before.singular in RANK_WORDS:
        return True
    if after is None or has_level:
        return False
    is_level = after.text in NUMERALS
    is_plural = last_word.text != last_word.singular  # "do firefighters cook?": after these a noun is a verb
    is_noun = after.singular in JOB_NOUNS and after.text == after.singular and not is_plural
    return is_level or is_level_i(words, mention.end) or is_noun


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
