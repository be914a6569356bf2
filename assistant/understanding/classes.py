"""Which class is meant: a code, a title, a part of a title; the selection; the conversation; the only one held.

A class named in the question beats the selection, which beats the history (contract, section 3). A title that lacks its
level ("Accountant" for Accountant I and II) is asked back and never filled in.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.answer import Question
from assistant.understanding.asking import asking_part
from assistant.understanding.chosen import chosen, chosen_within
from assistant.understanding.jobs import alike, containing, head_of, is_in_role, job_phrase, names_field
from assistant.understanding.lexicon import ANYONE_IN_A_CLASS, JOB_NOUNS, ROMAN
from assistant.understanding.mentions import (
    NUMERALS,
    Mention,
    as_in_titles,
    covered,
    distinct,
    further_levels,
    is_another_title,
    is_level_i,
    is_verb,
    title_spelling,
    title_words,
    whole_names,
    without_corrected,
)
from assistant.understanding.partial_titles import means_several, of_agency, part_of, without_level, without_role_noun
from assistant.understanding.place_names import Places, place_hits
from assistant.understanding.query import Classes, Naming
from assistant.understanding.unheld import unheld_agent, unheld_code
from assistant.understanding.words import Word, words_of
from index import SpecEntry, without_own_series

_ANY_JOB = frozenset({"person", "job", "position", "one", "role", "class", "spec", "opening", "gig", "post"})
# "And the other one?": of two spoken of together, the one that was not asked about last.
_THE_OTHER = re.compile(r"\bthe other (?:one|class|job|position|role)\b", re.IGNORECASE)
_BEFORE_I = frozenset({"the", "level", "about"})
_ASKING_WHICH = frozenset({"which", "whose", "who", "whom"})


def find_classes(
    question: Question, entries: Sequence[SpecEntry], field_stems: frozenset[str], in_phrases: Collection[Word]
) -> Classes:
    """The classes a question is about.

    Args:
        question: the question, with the selection and the conversation.
        entries: all the specs held; of a class's revisions the newest is meant, an older one only by its id, and a
            series document only where none of its own members is named as well.
        field_stems: the stems by which fields are named; they begin no name of a job.
        in_phrases: the words of the question within a phrase that names a field ("driver's licence"): they name no job.
    """
    current = [entry for entry in entries if entry.current]
    selected = _selected(question.classes, entries)
    ruled_out = frozenset(word.start for word in in_phrases)
    choice = () if selected else chosen(question, current)
    if choice:
        return Classes(Naming.HISTORY, entries=choice, words=tuple(words_of(question.text)))
    named = _named(question.text, current, selected, field_stems, ruled_out)
    if named is not None:
        return named
    if question.classes:
        return Classes(Naming.SELECTION, entries=selected, unheld=not selected)
    earlier = _from_history(question, current, field_stems)
    if earlier is not None:
        return earlier
    if len(current) == 1:
        return Classes(Naming.ONLY_ONE_HELD, entries=tuple(current))
    by_subject = without_role_noun(title_spelling(question.text, current), current, ruled_out=ruled_out)
    if by_subject is not None:
        return by_subject
    suggested = _suggested(question.text, current)
    if suggested:
        return Classes(Naming.QUESTION, candidates=suggested)
    return Classes(Naming.NONE, candidates=without_own_series(current))


def _suggested(text: str, entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The class whose title alone has two words of a question that stand beside each other: "at the animal shelter"."""
    words = words_of(text)
    for one, other in pairwise(words):
        if not one.is_small and not other.is_small and _is_beside(one, other, text):
            found = containing([one.singular, other.singular], entries)
            if len(found) == 1:
                return found
    return ()


def _is_beside(one: Word, other: Word, text: str) -> bool:
    """Whether only a space stands between two words."""
    return text[one.end : other.start] == " "


def _from_history(question: Question, current: Sequence[SpecEntry], field_stems: frozenset[str]) -> Classes | None:
    """The class of the latest turn that names one: the person's own turns first, then answers that cite something.

    A part of a title counts where a turn of the person's own is certain to mean one class by it. A level alone ("what
    about the II?") means that level of the class spoken of.
    """
    asked = [turn.content for turn in reversed(question.history) if turn.role == "user"]
    answered = [
        turn.content for turn in reversed(question.history) if turn.role == "assistant" and "[1]" in turn.content
    ]
    listed = chosen_within(question, current)
    if listed is not None:
        return Classes(Naming.HISTORY, entries=(listed,))
    spoken_of: tuple[SpecEntry, ...] = ()
    for content in (*asked, *answered):
        earlier = distinct(whole_names(title_spelling(content, current), current))
        if not earlier and content in asked:
            named = _named(content, current, (), field_stems, frozenset())
            earlier = named.entries if named is not None else ()
        if earlier and _THE_OTHER.search(question.text) and not (spoken_of and set(spoken_of) < set(earlier)):
            spoken_of = spoken_of or earlier
        elif earlier:
            others = tuple(entry for entry in earlier if entry not in spoken_of)
            levels = of_level(words_of(question.text), earlier, current)
            return Classes(Naming.HISTORY, entries=levels or others)
    return Classes(Naming.HISTORY, entries=spoken_of) if spoken_of else None


def of_level(
    words: Sequence[Word], earlier: Sequence[SpecEntry], current: Sequence[SpecEntry]
) -> tuple[SpecEntry, ...]:
    """The classes that have the title of an earlier one but for its level, and the level that the words name."""
    of_one = any(one.text in _BEFORE_I and is_level_i(words, at) for at, one in enumerate(words[:-1], start=1))
    levels = {as_in_titles(word, 1) for word in words if word.text in NUMERALS or (of_one and word.text == "i")} & ROMAN
    bases = {without_level(entry) for entry in earlier}
    return tuple(entry for entry in current if set(title_words(entry)) & levels and without_level(entry) in bases)


def _selected(names: Sequence[str], entries: Sequence[SpecEntry]) -> tuple[SpecEntry, ...]:
    """The entries that the names are the id of, or, where they are the newest revision, the code or title of."""
    if not names:
        return ()
    wanted = {" ".join(name.casefold().split()) for name in names}
    named = without_own_series(entry for entry in entries if _names(entry) & wanted)
    return tuple(entry for entry in entries if entry in named or entry.spec_id.casefold() in wanted)


def _names(entry: SpecEntry) -> set[str | None]:
    if not entry.current:
        return {entry.spec_id.casefold()}
    return {entry.spec_id.casefold(), entry.code, " ".join((entry.title or "").casefold().split())}


def _named(
    text: str,
    entries: Sequence[SpecEntry],
    selected: Sequence[SpecEntry],
    field_stems: frozenset[str],
    ruled_out: frozenset[int],
) -> Classes | None:
    """What the question itself names, if it names a class."""
    words = title_spelling(text, entries)
    whole = [
        mention
        for mention in whole_names(words, entries)
        if not all(word.start in ruled_out for word in words[mention.start : mention.end])
    ]
    held = [mention for mention in whole if not is_another_title(words, mention)]
    if whole and not held:
        return Classes(Naming.QUESTION, candidates=distinct(whole), unheld=True, words=covered(words, whole))
    if held:
        mentions = [one for m in without_corrected(words, held) for one in (m, *further_levels(words, m, entries))]
        said = covered(words, [*mentions, *(mention for mention in held if mention not in mentions)])
        return replace(_unambiguous(words, mentions, entries, selected), words=said)
    heads = [at for at in _heads(words, entries, ruled_out) if not is_verb(words, at) and not _is_asked(words, at)]
    heads = _nearest_to_what_asks(text, words, heads)
    return (
        _by_job_noun(words, heads, entries, selected, field_stems)
        or _by_title_word(words, entries, ruled_out)
        or unheld_agent(text, words, entries, field_stems)
    )


def _heads(words: Sequence[Word], entries: Sequence[SpecEntry], ruled_out: frozenset[int]) -> list[int]:
    """The places of nouns of jobs and of titles held; a department or an agency is no job by a word of its name."""
    heads = {head_of(entry) for entry in entries}
    of_places = {at for hit in place_hits(words, Places.of(entries)) for at in hit.places}
    return [
        at
        for at, word in enumerate(words)
        if word.start not in ruled_out
        and (word.singular in JOB_NOUNS or (word.singular in heads and at not in of_places))
    ]


def _is_asked(words: Sequence[Word], at: int) -> bool:
    """Whether it is asked which class the noun of a job means: "which inspector checks boilers?" names none."""
    return at > 0 and words[at - 1].text in _ASKING_WHICH and words[at].text == words[at].singular


def _nearest_to_what_asks(text: str, words: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The places of some words, those in the part of a text that asks first, then those nearest to it."""
    asking = asking_part(text)
    start = len(asking) - len(asking.lstrip())

    def distance(at: int) -> int:
        place = words[at].start
        return 0 if asking[place].strip() else abs(start - place)

    return sorted(heads, key=distance)


def _by_title_word(words: Sequence[Word], entries: Sequence[SpecEntry], ruled_out: frozenset[int]) -> Classes | None:
    """The class that words of its title name before a word for any job: "the planetarium job", "the museum one"."""
    for at in range(1, len(words)):
        if words[at].text not in _ANY_JOB or words[at - 1].start in ruled_out:
            continue
        phrase = [words[at - 1].singular]
        found = containing(phrase, entries)
        if found and not words[at - 1].is_small and phrase[0] not in ROMAN:
            start = at - 1
            while start and (wider := containing([words[start - 1].singular, *phrase], found)):
                start, phrase, found = start - 1, [words[start - 1].singular, *phrase], wider
            named = tuple(words[start:at])
            certain = len(found) == 1
            return Classes(Naming.QUESTION, entries=found if certain else (), candidates=found, words=named)
    return None


def _with_siblings(
    words: Sequence[Word], mention: Mention, entries: Sequence[SpecEntry], held: Sequence[SpecEntry]
) -> tuple[SpecEntry, ...]:
    """The class of a title; where several are meant, the others of its series or of its levels too."""
    if not means_several(words, mention):
        return tuple(entries)
    title, series = set(title_words(entries[0])), entries[0].series
    if series is not None:
        return tuple(entry for entry in held if entry.series == series and title <= set(title_words(entry)))
    others = tuple(entry for entry in held if entry.agency == entries[0].agency and entry not in entries)
    levels = [entry for entry in others if not title & ROMAN and without_level(entry) == without_level(entries[0])]
    return (*entries, *levels)


def _unambiguous(
    words: Sequence[Word], mentions: Sequence[Mention], held: Sequence[SpecEntry], selected: Sequence[SpecEntry]
) -> Classes:
    """The classes of the mentions; asked back where one title is held by several and no agency or selection tells."""
    chosen: list[SpecEntry] = []
    for mention in mentions:
        entries = mention.entries if len(mention.entries) == 1 else of_agency(words, mention.entries)
        if len(entries) > 1:
            entries = tuple(entry for entry in entries if entry in selected) or entries
        if len(entries) > 1:
            return Classes(Naming.QUESTION, candidates=tuple(entries), words=covered(words, mentions))
        if len(distinct(mentions)) == 1:
            entries = _with_siblings(words, mention, entries, held)
        chosen += [entry for entry in entries if entry not in chosen]
    return Classes(Naming.QUESTION, entries=tuple(chosen), words=covered(words, mentions))


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
        start, end = job_phrase(words, at)
        first = next(i for i in range(start, at + 1) if i == at or not names_field(words[i], vocabulary, field_stems))
        phrase = [as_in_titles(words[index], index - first) for index in range(first, end)]
        if len(phrase) == 1 and phrase[0] in ANYONE_IN_A_CLASS - vocabulary:
            continue
        in_selection = containing(phrase, selected)
        if in_selection:
            return Classes(Naming.SELECTION, entries=in_selection, words=tuple(words[first:end]))
        mention = Mention(first, end, containing(phrase, entries))
        if mention.entries:
            return part_of(words, phrase, mention, is_certain=first == start)
        if not selected or is_in_role(words, first, end):
            nearest = alike(phrase, entries)
            return Classes(Naming.QUESTION, candidates=nearest, unheld=True, words=tuple(words[first:end]))
    return unheld_code(words)
