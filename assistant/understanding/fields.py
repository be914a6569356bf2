"""Which fields and sections of the form a question names, by the lexicon."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.understanding.hits import FieldHit, without_kinds_of_experience
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
    VERBS_OF_CODES,
    Phrases,
)
from assistant.understanding.listed import are_joined
from assistant.understanding.numbered import numbered_functions, numbered_notes
from assistant.understanding.phrases import Phrase, phrase_of, said, standing
from assistant.understanding.query import Fields
from assistant.understanding.words import Word, words_of
from ingest.form import SECTIONS, Shape

_NOTES = "notes"
_JOINED = re.compile(r" (?:and|or) ")
_SAYING_ENOUGH = 2
# A code or a strength is spoken of, which a row carries.
_OF_CODES = re.compile(r"\b(?i:codes?|coded|letters?|strengths?|ratings?|rated)\b|\ban? (?:VH|[SLMH])\b")
# The row "Other (see 1 below)", not an adjective.
_OTHER_ROW = re.compile(
    r"[\"'“‘]other\b|\bother (?:rows?|box|lines?|entry|see|specify|is|was|marked|ticked|checked|there)\b|"
    r"\bother\W*(?:\(|$)",
    re.IGNORECASE,
)
_WITH_OTHER = frozenset(section.key for section in SECTIONS if any(field.key == "other" for field in section.fields))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One phrase of the lexicon: what it names (nothing, where another sense is meant), and what it wants beside it."""

    phrase: Phrase
    target: str | None
    is_section: bool = False
    wants_cue: bool = False
    wants_list: bool = False


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
        yield from (_Entry(phrase_of(way), target, is_section, wants_list=True) for way in ways.listed)


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
    blanked = _blanked(question, without)
    functions, notes = numbered_functions(blanked), numbered_notes(blanked)
    if functions:
        return Fields((*functions, *notes), (), others)
    is_free = [not (word.text in VERBS_OF_CODES and _OF_CODES.search(question)) for word in others]
    found = without_kinds_of_experience(
        question, others, _hits(others, is_free, cued=_has_cue(question), own_fields=own_fields)
    )
    hits = _with_other_row(blanked, [hit for hit in _with_listed(question, others, found) if hit.target])
    framed = () if hits or notes else _framed(others)
    if framed:
        return Fields((), framed, others)
    covered = tuple(others[at] for hit in hits for at in hit.places)
    fields = tuple(dict.fromkeys(hit.target for hit in hits if hit.target and not hit.is_section))
    sections = tuple(dict.fromkeys(hit.target for hit in hits if hit.target and hit.is_section))
    if notes:  # one of them, beside the row that points at it
        fields, sections = (*fields, *notes), tuple(section for section in sections if section != _NOTES)
        covered = others
    if "essential_functions" in sections:  # "the strength of all essential functions" is in their own rows
        fields = tuple(field for field in fields if field != "overall_strength")
    return Fields(fields, sections, covered, _beside(question, others, hits))


def _with_listed(question: str, words: Sequence[Word], hits: Sequence[FieldHit]) -> list[FieldHit]:
    """The hits, and what short words name in one list with them: "the code" says little, "department and code" much."""
    waiting = [entry for entry in _possible(words) if entry.wants_list or entry.wants_cue]
    found, taken = list(hits), {at for hit in hits for at in hit.places}
    further = [(entry, at) for entry in waiting for at in entry.phrase.places(words) if not taken & set(at)]
    size = -1
    while size != len(found):
        size = len(found)
        for entry, places in further:
            hit = FieldHit(entry.target, entry.is_section, places, tuple(words[at].text for at in places))
            if hit not in found and any(_are_listed(question, words, hit, other) for other in found):
                found.append(hit)
    return sorted(found, key=lambda hit: hit.places)


def _are_listed(question: str, words: Sequence[Word], one: FieldHit, other: FieldHit) -> bool:
    """Whether two hits stand in one list and name rows of the same part of the form."""
    if one.target is None or other.target is None or one.places == other.places:
        return False
    parts = [hit.target.partition(".")[0] if hit.target and "." in hit.target else "header" for hit in (one, other)]
    return parts[0] == parts[1] and _are_joined(question, words, one, other)


def _are_joined(question: str, words: Sequence[Word], one: FieldHit, other: FieldHit) -> bool:
    return are_joined(question, [words[at] for at in one.places], [words[at] for at in other.places])


def _beside(question: str, words: Sequence[Word], hits: Sequence[FieldHit]) -> tuple[str, ...]:
    """The sections that stand in one list with a field of another section."""
    fields = [hit for hit in hits if not hit.is_section]
    joined = (
        hit.target
        for hit in hits
        if hit.is_section and any(_are_joined(question, words, hit, field) for field in fields)
        if not any(field.target and field.target.startswith(f"{hit.target}.") for field in fields)
    )
    return tuple(dict.fromkeys(target for target in joined if target))


def _with_other_row(question: str, hits: Sequence[FieldHit]) -> list[FieldHit]:
    """The hits; the row "Other" of a section where it is spoken of beside the section's name."""
    if not _OTHER_ROW.search(question):
        return list(hits)
    others = [hit for hit in hits if not (hit.target or "").endswith(".other")]
    return [
        replace(hit, target=f"{hit.target}.other", is_section=False) if hit.target in _WITH_OTHER else hit
        for hit in (others if any(hit.target in _WITH_OTHER for hit in others) else hits)
    ]


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
    hits = _hits(words, _free(words, without), cued=_has_cue(question), own_fields=own_fields)
    return words, tuple(without_kinds_of_experience(question, words, hits))


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
    is_free = list(free)
    hits: list[FieldHit] = []
    own = [entry for path in own_fields for entry in _own_entries(path)]
    for entry in sorted(_possible(words, own), key=_length):
        if entry.wants_list or (entry.wants_cue and not cued):
            continue
        for places in entry.phrase.places(words):
            # One phrase of several words may name two rows, as "heavy lifting" does.
            names_another = len(places) > 1 and any(hit.target and hit.places == places for hit in hits)
            if names_another or all(is_free[at] for at in places):
                hits.append(FieldHit(entry.target, entry.is_section, places, tuple(words[at].text for at in places)))
                for at in places:
                    is_free[at] = False
    return sorted(hits, key=lambda hit: hit.places)


def _possible(words: Sequence[Word], own: Sequence[_Entry] = ()) -> list[_Entry]:
    """The phrases of rows of a city's own, then those of the lexicon, whose words all stand in a question."""
    there = said(tuple(words))
    begun = sorted(at for form in there for at in _by_first_form().get(form, ()))
    return [one for one in (*own, *(_lexicon()[at] for at in begun)) if one.phrase.wanted_words <= there]


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
