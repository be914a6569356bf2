"""Which class is meant: a code, a title, a part of a title; the selection; the conversation; the only one held.

A class named in the question beats the selection, which beats the history (contract, section 3). A title that lacks its
level ("Accountant" for Accountant I and II) is asked back and never filled in.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer import Question
from assistant.lexicon import (
    ABBREVIATIONS,
    AFTER_A_CLASS,
    ANYONE_IN_A_CLASS,
    BEFORE_A_CLASS,
    BEFORE_A_VERB,
    JOB_NOUNS,
    LEVELS,
    NO_MODIFIERS,
    RANK_WORDS,
    ROMAN,
    SMALL_WORDS,
    UNTELLING_WORDS,
)
from assistant.query import Classes, Naming
from assistant.words import Word, corrected, words_of
from index import SpecEntry

_MOST_MODIFIERS = 4
_AS_ONE = ("as a", "as an", "be a", "be an", "become a", "become an", "being a", "being an")
_SHORTEST_CODE = 3
_DETERMINERS = frozenset({"a", "an", "the"})
_BEFORE_A_SUBJECT = frozenset({"does", "do", "must", "can", "should", "will"})
_BEFORE_AN_OWNER = frozenset({"for", "of", "as"})
# The numerals that can only be a level: "I" is also the person asking.
_NUMERALS = (ROMAN - {"i"}) | frozenset("123456789")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A run of the question's words that names one or more of the entries."""

    start: int
    end: int
    entries: tuple[SpecEntry, ...]


def find_classes(
    question: Question, entries: Sequence[SpecEntry], field_stems: frozenset[str], in_phrases: Collection[Word]
) -> Classes:
    """The classes a question is about.

    Args:
        question: the question, with the selection and the conversation.
        entries: the current classes held.
        field_stems: the stems by which fields are named; they begin no name of a job.
        in_phrases: the words of the question within a phrase that names a field ("driver's licence"): they end none.
    """
    selected = _selected(question.classes, entries)
    ruled_out = frozenset(word.start for word in in_phrases)
    named = _named(question.text, entries, selected, field_stems, ruled_out)
    if named is not None:
        return named
    if question.classes:
        return Classes(Naming.SELECTION, entries=selected, unheld=not selected)
    for turn in reversed(question.history):
        earlier = _exact(_prepared(turn.content, entries), entries)
        if earlier:
            return Classes(Naming.HISTORY, entries=_distinct(earlier))
    if len(entries) == 1:
        return Classes(Naming.ONLY_ONE_HELD, entries=tuple(entries))
    return Classes(Naming.NONE, candidates=tuple(entries))


def _selected(names: Sequence[str], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries that the names are the id, code or title of."""
    wanted = {" ".join(name.casefold().split()) for name in names}
    return tuple(
        entry
        for entry in entries
        if {entry.spec_id, entry.code, " ".join((entry.title or "").casefold().split())} & wanted
    )


def _named(
    text: str,
    entries: Sequence[SpecEntry],
    selected: Sequence[SpecEntry],
    field_stems: frozenset[str],
    ruled_out: frozenset[int],
) -> Classes | None:
    words = _prepared(text, entries)
    exact = _exact(words, entries)
    held = [mention for mention in exact if not _is_another_title(words, mention)]
    if exact and not held:
        return Classes(Naming.QUESTION, candidates=_distinct(exact), unheld=True, words=_covered(words, exact))
    if held:
        return _unambiguous(words, held)
    jobs = JOB_NOUNS | {_head(entry) for entry in entries}
    heads = [
        at
        for at, word in enumerate(words)
        if word.singular in jobs and word.start not in ruled_out and not _is_verb(words, at)
    ]
    return _by_job_noun(words, heads, entries, selected, field_stems)


def _prepared(text: str, entries: Sequence[SpecEntry]) -> tuple[Word, ...]:
    vocabulary = {word for entry in entries for word in title_words(entry) if len(word) > 1}
    expanded = tuple(
        words_of(ABBREVIATIONS[word.text])[0] if word.text in ABBREVIATIONS and word.text not in vocabulary else word
        for word in words_of(text)
    )
    placed = tuple(
        Word(new.text, new.stem, new.singular, old.start, old.end)
        for new, old in zip(expanded, words_of(text), strict=True)
    )
    return corrected(placed, vocabulary)


def title_words(entry: SpecEntry) -> tuple[str, ...]:
    """The words of a class's title, in lower case and in the singular."""
    return tuple(word.singular for word in words_of(entry.title or ""))


def _exact(words: Sequence[Word], entries: Sequence[SpecEntry]) -> list[_Mention]:
    """The codes and whole titles named, the longest first where they overlap."""
    found = [mention for entry in entries for mention in (*_titles(words, entry), *_codes(words, entry))]
    found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
    kept: list[_Mention] = []
    for mention in found:
        same = next((other for other in kept if (other.start, other.end) == (mention.start, mention.end)), None)
        if same is not None:
            kept[kept.index(same)] = _Mention(same.start, same.end, (*same.entries, *mention.entries))
        elif all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _titles(words: Sequence[Word], entry: SpecEntry) -> list[_Mention]:
    title = title_words(entry)
    if not title:
        return []
    found = []
    for length in range(max(1, len(title) - 1), len(title) + 2):
        for start in range(len(words) - length + 1):
            window = [_level(words[start + at], at) for at in range(length)]
            is_title = "".join(window) == "".join(title) or (length > 1 and sorted(window) == sorted(title))
            if is_title and not _is_pronoun(words, start, start + length):
                found.append(_Mention(start, start + length, (entry,)))
    return found


def _level(word: Word, position: int) -> str:
    """The word as titles write it: after another word, a number is a level."""
    return LEVELS.get(word.text, word.singular) if position else word.singular


def _is_pronoun(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the "I" that a title ends in is the person asking: "as an accountant I need"."""
    if words[end - 1].text != "i" or end - start < 2 or end == len(words):
        return False
    before = " ".join(word.text for word in words[max(0, start - 2) : start])
    return before.endswith(_AS_ONE)


def _codes(words: Sequence[Word], entry: SpecEntry) -> list[_Mention]:
    if not entry.code or len(entry.code) < _SHORTEST_CODE:
        return []
    forms = {entry.code.casefold(), entry.code.casefold().lstrip("0")}
    return [
        _Mention(at, at + 1, (entry,))
        for at, word in enumerate(words)
        if word.text in forms and len(word.text) >= _SHORTEST_CODE
    ]


def _is_another_title(words: Sequence[Word], mention: _Mention) -> bool:
    """Whether the words beside a title make it another one: "Assistant Librarian", "Librarian II"."""
    before = words[mention.start - 1] if mention.start else None
    after = words[mention.end] if mention.end < len(words) else None
    has_level = words[mention.end - 1].text in ROMAN | set(LEVELS)
    if before is not None and before.singular in RANK_WORDS:
        return True
    if after is None or has_level:
        return False
    is_level = after.text in _NUMERALS
    last = mention.end + 1 == len(words)
    return is_level or (after.text == "i" and last) or (after.singular in JOB_NOUNS and after.text == after.singular)


def _unambiguous(words: Sequence[Word], mentions: Sequence[_Mention]) -> Classes:
    """The classes of the mentions; asked back where one title is held by several agencies and none is named."""
    chosen: list[SpecEntry] = []
    for mention in mentions:
        entries = mention.entries if len(mention.entries) == 1 else _of_agency(words, mention.entries)
        if len(entries) > 1:
            return Classes(Naming.QUESTION, candidates=tuple(entries), words=_covered(words, mentions))
        chosen += [entry for entry in entries if entry not in chosen]
    return Classes(Naming.QUESTION, entries=tuple(chosen), words=_covered(words, mentions))


def _of_agency(words: Sequence[Word], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries whose agency's own name stands in the question, or all of them where none does."""
    said = {word.text for word in words}
    common = {"city", "county", "town", "state", "village", "commonwealth", *SMALL_WORDS}
    matching = tuple(entry for entry in entries if {word.text for word in words_of(entry.agency or "")} - common & said)
    return matching or tuple(entries)


def _distinct(mentions: Sequence[_Mention]) -> tuple[SpecEntry, ...]:
    return tuple(dict.fromkeys(entry for mention in mentions for entry in mention.entries))


def _covered(words: Sequence[Word], mentions: Sequence[_Mention]) -> tuple[Word, ...]:
    return tuple(word for mention in mentions for word in words[mention.start : mention.end])


def _by_job_noun(
    words: Sequence[Word],
    heads: Sequence[int],
    entries: Sequence[SpecEntry],
    selected: Sequence[SpecEntry],
    field_stems: frozenset[str],
) -> Classes | None:
    """The class that a phrase ending in the noun of a job means: part of one title, of several, or of none held."""
    vocabulary = {word for entry in entries for word in title_words(entry)}
    for at in heads:
        start, end = _phrase(words, at)
        first = next(i for i in range(start, at + 1) if i == at or not _names_field(words[i], vocabulary, field_stems))
        phrase = [_level(words[index], index - first) for index in range(first, end)]
        if len(phrase) == 1 and phrase[0] in ANYONE_IN_A_CLASS - vocabulary:
            continue
        in_selection = _containing(phrase, selected)
        if in_selection:
            return Classes(Naming.SELECTION, entries=in_selection, words=tuple(words[first:end]))
        mention = _Mention(first, end, _containing(phrase, entries))
        if mention.entries:
            return _part_of(words, phrase, mention, is_certain=first == start)
        if not selected or _is_in_role(words, first, end):
            nearest = _alike(phrase, entries)
            return Classes(Naming.QUESTION, candidates=nearest, unheld=True, words=tuple(words[first:end]))
    return _unheld_code(words)


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether the noun of a job is what somebody does here: "do I have to cook"."""
    return at > 0 and words[at - 1].text in BEFORE_A_VERB


def _names_field(word: Word, vocabulary: set[str], field_stems: frozenset[str]) -> bool:
    return word.stem in field_stems and word.singular not in vocabulary


def _head(entry: SpecEntry) -> str:
    """The noun of a title: its last word that is no level."""
    return next((word for word in reversed(title_words(entry)) if word not in ROMAN), "")


def _phrase(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Where the phrase around a job's noun begins and ends: its modifiers before, its level after."""
    start = at
    while start > 0 and at - start < _MOST_MODIFIERS and not _ends_phrase(words[start - 1]):
        start -= 1
    following = words[at + 1].text if at + 1 < len(words) else ""
    is_level = following in _NUMERALS or (following == "i" and at + 2 == len(words))
    return start, at + 2 if is_level else at + 1


def _ends_phrase(word: Word) -> bool:
    return word.is_small or word.text in NO_MODIFIERS


def _containing(phrase: Sequence[str], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    return tuple(entry for entry in entries if set(phrase) <= set(title_words(entry)))


def _part_of(words: Sequence[Word], phrase: Sequence[str], mention: _Mention, *, is_certain: bool) -> Classes:
    """One class for a part of one title; asked back where several have it, or where the part leaves out a level."""
    entries = mention.entries if len(mention.entries) == 1 else _of_agency(words, mention.entries)
    covered = _covered(words, [mention])
    lacks_level = any(set(title_words(entry)) & ROMAN and not set(phrase) & ROMAN for entry in entries)
    if len(entries) > 1 or lacks_level or not is_certain:
        return Classes(Naming.QUESTION, candidates=entries, words=covered)
    return Classes(Naming.QUESTION, entries=entries, words=covered)


def _alike(phrase: Sequence[str], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries that share most words with the phrase, if any do."""
    shared = {entry: len(set(phrase) & set(title_words(entry)) - ROMAN) for entry in entries}
    most = max(shared.values(), default=0)
    return tuple(entry for entry, count in shared.items() if count == most and most)


def _is_in_role(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words around a phrase show that it names a class: "for a plumber", "the plumber job"."""
    before = [word.text for word in words[max(0, start - 2) : start] if word.text != "the"]
    after = words[end].text if end < len(words) else ""
    return after in AFTER_A_CLASS or bool(before and before[-1] in BEFORE_A_CLASS)


def unknown_class(text: str, asked_stems: Collection[str]) -> Classes | None:
    """The class that stands where one is named ("does the astronaut stand") and that no title held has a word of.

    Args:
        text: a question that asks for something that classes have.
        asked_stems: the stems of the words that ask for it.
    """
    words = words_of(text)
    for before, determiner, named in zip(words, words[1:], words[2:], strict=False):
        is_subject = before.text in _BEFORE_A_SUBJECT and determiner.text in _DETERMINERS
        is_whose = before.text in _BEFORE_AN_OWNER and (
            determiner.text in ("a", "an") or (determiner.text == "the" and text[named.start].isupper())
        )
        is_plain = named.is_small or named.text in NO_MODIFIERS | ANYONE_IN_A_CLASS | UNTELLING_WORDS
        if (is_subject or is_whose) and not is_plain and named.stem not in asked_stems and named.text.isalpha():
            return Classes(Naming.QUESTION, unheld=True, words=(named,))
    return None


def _unheld_code(words: Sequence[Word]) -> Classes | None:
    """A class code that no class held has."""
    for word, following in pairwise(words):
        if word.text in ("class", "code", "spec") and re.fullmatch(r"\d{3,6}", following.text):
            return Classes(Naming.QUESTION, unheld=True, words=(following,))
    return None
