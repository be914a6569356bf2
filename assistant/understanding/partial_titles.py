"""Which class a part of a title, or a title that several agencies hold, stands for."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.understanding.jobs import AGENT, containing
from assistant.understanding.lexicon import (
    ABBREVIATIONS,
    COUNTING_WORDS,
    JOB_NOUNS,
    NO_AGENTS,
    ROMAN,
    SMALL_WORDS,
    WORDS_FOR_LEVELS,
)
from assistant.understanding.mentions import Mention, as_in_titles, covered, title_words
from assistant.understanding.query import Classes, Naming
from assistant.understanding.words import Word, words_of
from index import SpecEntry

_BETWEEN_COUNT_AND_TITLE = frozenset({"of", "the", "our", "your", "these", "those"})
_FEWEST_WORDS = 2
_OFFICES = frozenset({"department", "division", "office", "bureau", "section", "unit", "agency", "board", "program"})
_NEAR = 4
# "Years in customer service", "does it involve public relations": what is done, not the class that does it.
_OF_A_LIFE = frozenset({"experience", "year", "yr", "month", "degree", "diploma", "background", "course", "training"})
_OF_THE_WORK = frozenset({"involve", "include", "deal", "handle", "any", "much", "some", "knowledge", "skill", "there"})
_ASKING_OF_ANY = frozenset(
    {"which", "who", "whose", "whom", "anyone", "anybody", "someone", "somebody", "jobs", "classes"}
)
_BEFORE_A_LEVEL = frozenset({"level", "grade"})
_AGENCY_WORDS = frozenset({"city", "county", "town", "state", "village", "commonwealth"}) | SMALL_WORDS


def part_of(words: Sequence[Word], phrase: Sequence[str], mention: Mention, *, is_certain: bool) -> Classes:
    """One class for a part of one title; asked back where several have it, or where the part leaves out a level."""
    entries = mention.entries if len(mention.entries) == 1 else of_agency(words, mention.entries)
    said = _levels_said(words)
    if said and not any(said & set(title_words(entry)) for entry in entries):
        has_levels = all(set(title_words(entry)) & ROMAN for entry in entries)
        return Classes(Naming.QUESTION, candidates=entries, unheld=has_levels, words=covered(words, [mention]))
    entries = tuple(entry for entry in entries if not said or said & set(title_words(entry)))
    if means_several(words, mention) and len(entries) > 1 and len({without_level(entry) for entry in entries}) == 1:
        return Classes(Naming.QUESTION, entries=entries, words=covered(words, [mention]))
    said |= set(phrase) & ROMAN
    lacks_level = any(set(title_words(entry)) & ROMAN and not said & set(title_words(entry)) for entry in entries)
    if len(entries) > 1 or lacks_level or not is_certain:
        return Classes(Naming.QUESTION, candidates=entries, words=covered(words, [mention]))
    return Classes(Naming.QUESTION, entries=entries, words=covered(words, [mention]))


def means_several(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a title means several classes: in the plural, counted ("both"), or with a word for its levels."""
    last = words[mention.end - 1]
    before = [word.text for word in words[: mention.start]]
    while before and before[-1] in _BETWEEN_COUNT_AND_TITLE:
        before.pop()
    is_counted = bool(before) and before[-1] in COUNTING_WORDS
    following = words[mention.end].text if mention.end < len(words) else ""
    return last.text != last.singular or is_counted or following in WORDS_FOR_LEVELS


def _levels_said(words: Sequence[Word]) -> set[str]:
    """The levels that are said apart from a title: "clerks at level I"."""
    return {as_in_titles(word, 1) for before, word in pairwise(words) if before.text in _BEFORE_A_LEVEL} & ROMAN


def of_agency(words: Sequence[Word], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries whose agency's own name stands in the question, or all of them where none does."""
    said = {word.text for word in words} - _AGENCY_WORDS
    matching = tuple(entry for entry in entries if {word.text for word in words_of(entry.agency or "")} & said)
    return matching or tuple(entries)


def without_level(entry: SpecEntry) -> tuple[str, ...]:
    """The words of a title without its level: those of a series have the same."""
    return tuple(word for word in title_words(entry) if word not in ROMAN)


def without_role_noun(
    words: Sequence[Word], entries: Sequence[SpecEntry], ruled_out: Collection[int] = ()
) -> Classes | None:
    """The class of all the words of its title but the noun of the job: "parking enforcement", "our ballot logistics".

    There are at least two of them, beside each other and in the title's order, and no other title has them. The office
    that is called so is none ("the code enforcement division"), nor is what a person has done or a job involves.

    Args:
        words: the words of a question, as titles spell them.
        entries: the newest specs held.
        ruled_out: where the words start that are within a phrase that names a field.
    """
    if any(word.text in _ASKING_OF_ANY for word in words):
        return None
    singular = [word.singular for word in words]
    subjects = {title[:-1]: entry for entry in entries if (title := title_words(entry))[-1:] and title[-1] not in ROMAN}
    for start in range(len(words)):
        for end in range(start + _FEWEST_WORDS, len(words) + 1):
            if tuple(singular[start:end]) not in subjects or _is_of_the_work(singular, start, end):
                continue
            mention = Mention(start, end, containing(singular[start:end], entries))
            if len(mention.entries) == 1 and not any(word.start in ruled_out for word in words[start:end]):
                return part_of(words, singular[start:end], mention, is_certain=True)
    return None


def _is_of_the_work(singular: Sequence[str], start: int, end: int) -> bool:
    """Whether words that begin a title say where somebody works, what they have done, or name another class."""
    before = set(singular[max(0, start - _NEAR) : start])
    following = singular[end] if end < len(singular) else ""
    is_agent = AGENT.search(following) is not None and following not in SMALL_WORDS | NO_AGENTS
    is_role = is_agent or ABBREVIATIONS.get(following, following) in JOB_NOUNS
    return is_role or following in _OFFICES | _OF_A_LIFE or bool(before & (_OF_A_LIFE | _OF_THE_WORK))
