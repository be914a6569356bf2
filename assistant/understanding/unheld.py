"""Classes that a question names and that are not held, or not by that name."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.understanding.jobs import AGENT, alike, containing, head_of, job_phrase
from assistant.understanding.lexicon import ANYONE_IN_A_CLASS, JOB_NOUNS, NO_AGENTS, NO_MODIFIERS, UNTELLING_WORDS
from assistant.understanding.mentions import (
    Mention,
    covered,
    is_another_title,
    is_verb,
    title_spelling,
    title_words,
    whole_names,
)
from assistant.understanding.partial_titles import part_of
from assistant.understanding.query import Classes, Naming
from assistant.understanding.words import Word, words_of
from index import SpecEntry

_A_JOB = frozenset({"job", "position", "role", "opening", "gig", "post"})
_MOST_WORDS_BEFORE_AGENT = 2
_BEFORE_ANOTHER = frozenset({"or", "and", "vs", "versus", "than", "a", "an", "the"})
_DETERMINERS = frozenset({"a", "an", "the"})
_BEFORE_A_SUBJECT = frozenset({"does", "do", "must", "can", "should", "will"})
_BEFORE_AN_OWNER = frozenset({"for", "of", "as"})


def named_beside(
    text: str, named: Sequence[Word], entries: Sequence[SpecEntry], in_phrases: Collection[Word]
) -> Classes | None:
    """The class that is named beside one that is held, by no whole title: "the Librarian or the archivist".

    It may not be held itself, be known by a part of its title, or have to be asked back.

    Args:
        text: the question.
        named: the words that name the class that is held.
        entries: the newest specs held.
        in_phrases: the words within a phrase that names a field.
    """
    words = title_spelling(text, entries)
    taken = {word.start for word in (*named, *in_phrases)}
    for mention in whole_names(words, entries):
        is_taken = words[mention.start].start in taken and words[mention.end - 1].start in taken
        if not is_taken and is_another_title(words, mention):
            return Classes(Naming.QUESTION, candidates=mention.entries, unheld=True, words=covered(words, [mention]))
    vocabulary = {word for entry in entries for word in title_words(entry)}
    heads = {head_of(entry) for entry in entries}
    for at, word in enumerate(words):
        is_job = word.singular in JOB_NOUNS - vocabulary or (
            word.singular in JOB_NOUNS and at and words[at - 1].start not in taken
        )
        is_job = is_job or (word.singular in heads and at > 0 and words[at - 1].text in _BEFORE_ANOTHER)
        if is_job and word.start not in taken and not is_verb(words, at):
            start, end = job_phrase(words, at)
            own = [index for index in range(start, end) if words[index].start not in taken]
            phrase = [words[index].singular for index in own]
            found = containing(phrase, entries)
            if found:
                return part_of(words, phrase, Mention(own[0], end, found), is_certain=True)
            if phrase:
                return Classes(
                    Naming.QUESTION, candidates=alike(phrase, entries), unheld=True, words=tuple(words[start:end])
                )
    return None


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


def unheld_agent(
    text: str, words: Sequence[Word], entries: Sequence[SpecEntry], field_stems: frozenset[str]
) -> Classes | None:
    """The class named by a word for who does something that no title has: beside a word for a job, or to begin with.

    Args:
        text: the question.
        words: its words.
        entries: the newest specs held.
        field_stems: the stems by which fields are named.
    """
    vocabulary = {word for entry in entries for word in title_words(entry)}
    for at, word in enumerate(words[:-1]):
        is_plain = word.is_small or word.text in NO_AGENTS | NO_MODIFIERS | ANYONE_IN_A_CLASS | UNTELLING_WORDS
        is_other = word.singular in vocabulary | NO_AGENTS or word.stem in field_stems
        start, _ = job_phrase(words, at)
        is_broken = any(after.start - one.end > 1 for one, after in pairwise(words[start : at + 1]))
        if is_plain or is_other or is_broken or not AGENT.search(word.singular):
            continue
        begins = start == 0 and at <= _MOST_WORDS_BEFORE_AGENT and text[word.end : word.end + 1] in (",", ":")
        if words[at + 1].text in _A_JOB or begins:
            phrase = [one.singular for one in words[start : at + 1]]
            named = tuple(words[start : at + 1])
            return Classes(Naming.QUESTION, candidates=alike(phrase, entries), unheld=True, words=named)
    return None


def unheld_code(words: Sequence[Word]) -> Classes | None:
    """A class code that no class held has."""
    for word, following in pairwise(words):
        if word.text in ("class", "code", "spec") and re.fullmatch(r"\d{3,6}", following.text):
            return Classes(Naming.QUESTION, unheld=True, words=(following,))
    return None
