"""Which fields and sections of the form a question names, by the lexicon."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.lexicon import (
    FIELD_PHRASES,
    FREQUENCY_CUES,
    OTHER_SECTION_PHRASES,
    OTHER_SENSES,
    OWN_ROWS,
    QUESTION_FRAMES,
    ROW_VERBS,
    ROW_WORDS,
    SAID_IN_PROSE,
    SECTION_PHRASES,
    SMALL_WORDS,
    Phrases,
)
from assistant.understanding.numbered import numbered_functions
from assistant.understanding.phrases import Phrase, phrase_of, said, standing
from assistant.understanding.query import Fields
from assistant.understanding.words import Word, words_of
from ingest.form import SECTIONS, Shape

_JOINED = re.compile(r" (?:and|or) ")
_SAYING_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """One phrase of the lexicon: what it names (nothing, where another sense is meant), and whether it wants a cue."""

    phrase: Phrase
    target: str | None
    is_section: bool = False
    wants_cue: bool = False


@dataclass(frozen=True, slots=True)
class FieldHit:
    """A phrase found: the field or section that it names, and the places of its words among the question's.

    ``target`` is null where the phrase has another sense; ``said`` are the words.
    """

    target: str | None
    is_section: bool
    places: tuple[int, ...]
    said: tuple[str, ...]


@lru_cache(maxsize=1)
def field_stems() -> frozenset[str]:
    """Every stem by which the lexicon names a field or a section."""
    return frozenset(stem for entry in _lexicon() for stem in entry.phrase.stems)


@lru_cache(maxsize=1)
def _lexicon() -> tuple[_Entry, ...]:
    """Every phrase, the longest first."""
    found = [
        *(_Entry(phrase_of(sense), None) for sense in OTHER_SENSES),
        *_entries(FIELD_PHRASES, is_section=False),
        *_entries(SECTION_PHRASES | OTHER_SECTION_PHRASES, is_section=True),
        *_printed_labels(),
    ]
    return tuple(sorted(dict.fromkeys(found), key=_length))


@lru_cache(maxsize=1)
def _by_first_form() -> Mapping[str, list[int]]:
    """The places in the lexicon of its phrases, by the first thing that each wants: all others need no look."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(_lexicon()):
        found[entry.phrase.wanted[0]].append(at)
    return dict(found)


def _length(entry: _Entry) -> int:
    return -len(entry.phrase.wanted)


def _entries(phrases: dict[str, Phrases], *, is_section: bool) -> Iterator[_Entry]:
    for target, ways in phrases.items():
        yield from (_Entry(phrase_of(way), target, is_section) for way in ways.always)
        yield from (_Entry(phrase_of(way), target, is_section, wants_cue=True) for way in ways.cued)


def _printed_labels() -> Iterator[_Entry]:
    """The labels that the form prints for its demands and factors."""
    for section in SECTIONS:
        if section.shape in (Shape.DEMANDS, Shape.FACTORS):
            for field in section.fields:
                phrase = phrase_of(field.label)
                if field.key != "other" and len(phrase.wanted) > 1:
                    yield _Entry(phrase, f"{section.key}.{field.key}")


def find_fields(question: str, without: Collection[Word], own_fields: Iterable[str]) -> Fields:
    """The fields and sections that a question names.

    Args:
        question: what was asked.
        without: the words that name a class, and so nothing else; a phrase may reach across them.
        own_fields: the field paths of the classes' rows that the form does not name ("physical_demands.running").
    """
    words = words_of(question)
    others = tuple(word for word, is_free in zip(words, _free(words, without), strict=True) if is_free)
    numbered = numbered_functions(_blanked(question, without))
    if numbered:
        return Fields(numbered, (), others)
    found = _hits(others, [True] * len(others), cued=_has_cue(question), own_fields=own_fields)
    hits = [hit for hit in found if hit.target]
    framed = () if hits else _framed(others)
    if framed:
        return Fields((), framed, others)
    covered = tuple(others[at] for hit in hits for at in hit.places)
    fields = tuple(dict.fromkeys(hit.target for hit in hits if hit.target and not hit.is_section))
    sections = tuple(dict.fromkeys(hit.target for hit in hits if hit.target and hit.is_section))
    if "essential_functions" in sections:  # "the strength of all essential functions" is in their own rows
        fields = tuple(field for field in fields if field != "overall_strength")
    return Fields(fields, sections, covered)


def _blanked(question: str, without: Collection[Word]) -> str:
    """The question with the words that name a class blanked: their level numbers no function."""
    for word in without:
        question = question[: word.start] + " " * (word.end - word.start) + question[word.end :]
    return question


def field_hits(
    question: str, without: Collection[Word], own_fields: Iterable[str]
) -> tuple[tuple[Word, ...], tuple[FieldHit, ...]]:
    """The words of a question, and every phrase among them that names a field with the place where it stands."""
    words = words_of(question)
    return words, tuple(_hits(words, _free(words, without), cued=_has_cue(question), own_fields=own_fields))


def _free(words: Sequence[Word], without: Collection[Word]) -> list[bool]:
    """Which of the words are free to name a field."""
    taken = {(word.start, word.end) for word in without}
    return [(word.start, word.end) not in taken for word in words]


def words_in_phrases(question: str) -> tuple[Word, ...]:
    """The words that stand within a phrase of several words that names a field or a section."""
    words = words_of(question)
    hits = _hits(words, [True] * len(words), cued=True, own_fields=())
    return tuple(words[at] for hit in hits if len(hit.places) > 1 for at in hit.places)


def said_in(text: str) -> frozenset[str]:
    """The fields and sections that a text names, or says in words of its own, whatever it says of them."""
    words = words_of(text)
    hits = _hits(words, [True] * len(words), cued=False, own_fields=())
    in_prose = (field for field, ways in SAID_IN_PROSE.items() if standing(ways, words))
    return frozenset((*(hit.target for hit in hits if hit.target), *in_prose))


def words_for(keys: Collection[str]) -> frozenset[str]:
    """The stems of all phrases by which the lexicon names some fields and sections."""
    return frozenset(stem for entry in _lexicon() if entry.target in keys for stem in entry.phrase.stems)


def _hits(words: Sequence[Word], free: Sequence[bool], *, cued: bool, own_fields: Iterable[str]) -> list[FieldHit]:
    """The phrases found, the longest first where they overlap, in the order of the question."""
    own = [entry for path in own_fields for entry in _own_entries(path)]
    there = said(tuple(words))
    begun = sorted(at for form in there for at in _by_first_form().get(form, ()))
    possible = [one for one in (*own, *(_lexicon()[at] for at in begun)) if one.phrase.wanted_words <= there]
    is_free = list(free)
    hits: list[FieldHit] = []
    for entry in sorted(possible, key=_length):
        if entry.wants_cue and not cued:
            continue
        for places in entry.phrase.places(words):
            # One phrase of several words may name two rows, as "heavy lifting" does.
            names_another = len(places) > 1 and any(hit.target and hit.places == places for hit in hits)
            if names_another or all(is_free[at] for at in places):
                hits.append(FieldHit(entry.target, entry.is_section, places, tuple(words[at].text for at in places)))
                for at in places:
                    is_free[at] = False
    return sorted(hits, key=lambda hit: hit.places)


@lru_cache(maxsize=4096)
def _own_entries(path: str) -> tuple[_Entry, ...]:
    """The ways to name a row that the form does not have: its label, the things that the label joins, and other words.

    One word of it, or for it, names the row only beside a cue: "blood" is said of much else.
    """
    label = path.partition(".")[2].replace("_", " ")
    parts = [_telling(part) for part in _JOINED.split(label)]
    others = [way for word, ways in OWN_ROWS.items() if f" {word} " in f" {label} " for way in ways]
    also = dict.fromkeys((*(parts if len(parts) > 1 else ()), *others))
    entries = (_Entry(phrase_of(way), path, wants_cue=len(way.split()) < _SAYING_ENOUGH) for way in also)
    return (_Entry(phrase_of(_telling(label)), path), *entries)


def _telling(label: str) -> str:
    """A row's label, without words at its ends that say only what kind of row it is."""
    words = label.split()
    while len(words) > 1 and words[-1] in ROW_WORDS:
        words.pop()
    if len(words) > 1 and words[0] in ROW_VERBS:
        words.pop(0)
        while len(words) > 1 and words[0] in SMALL_WORDS:
            words.pop(0)
    return " ".join(words)


def _has_cue(question: str) -> bool:
    plain = " ".join(word.text for word in words_of(question))
    return any(f" {cue} " in f" {plain} " for cue in FREQUENCY_CUES)


def _framed(words: Sequence[Word]) -> tuple[str, ...]:
    """The section that a whole question asks for by its form, such as "what does the ... do"."""
    plain = " ".join(word.text for word in words)
    framed = (section for section, ways in QUESTION_FRAMES.items() if any(re.fullmatch(way, plain) for way in ways))
    return tuple(framed)
