"""Which fields and sections of the form a question names, by the lexicon."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.lexicon import (
    DUTIES_QUESTIONS,
    EXACTLY,
    FIELD_PHRASES,
    FREQUENCY_CUES,
    ORDINALS,
    ROW_WORDS,
    SECTION_PHRASES,
    SMALL_WORDS,
    Phrases,
)
from assistant.query import Fields
from assistant.words import Word, corrected, stems, words_of
from ingest.form import SECTIONS, Shape

_FUNCTION = re.compile(
    r"\b(?:(?P<before>\w+)\s+)?(?:essential\s+)?(?:function|duty)\b\s*(?:number|no\.?|#)?\s*(?P<after>\w+)?",
    re.IGNORECASE,
)
_STRENGTH = "strength"


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase found: what it names, and which of the question's words (without small ones) it takes."""

    target: str
    is_section: bool
    start: int
    length: int


@lru_cache(maxsize=1)
def field_stems() -> frozenset[str]:
    """Every stem by which the lexicon names a field or a section."""
    return frozenset(stem for phrase, *_ in _lexicon() for said in phrase for stem in stems(said))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(
        word.text
        for phrases in (*FIELD_PHRASES.values(), *SECTION_PHRASES.values())
        for phrase in (*phrases.always, *phrases.cued)
        for word in words_of(phrase)
    )


@lru_cache(maxsize=1)
def _lexicon() -> tuple[tuple[tuple[str, ...], str, bool, bool], ...]:
    """Every phrase as (stems, field or section, whether it is a section, whether it wants a cue), the longest first."""
    found = [
        *_entries(FIELD_PHRASES, is_section=False),
        *_entries(SECTION_PHRASES, is_section=True),
        *_printed_labels(),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda entry: -len(entry[0])))


def _entries(phrases: dict[str, Phrases], *, is_section: bool) -> Iterator[tuple[tuple[str, ...], str, bool, bool]]:
    for target, ways in phrases.items():
        yield from ((_wanted(phrase), target, is_section, False) for phrase in ways.always)
        yield from ((_wanted(phrase), target, is_section, True) for phrase in ways.cued)


@lru_cache(maxsize=1024)
def _wanted(phrase: str) -> tuple[str, ...]:
    """A phrase of the lexicon as what is to be found: stems, and exact words where they are marked so."""
    if EXACTLY not in phrase:
        return stems(phrase)
    found = (said if said.startswith(EXACTLY) else " ".join(stems(said)) for said in phrase.split())
    return tuple(said for said in found if said.removeprefix(EXACTLY) not in SMALL_WORDS)


def _printed_labels() -> Iterator[tuple[tuple[str, ...], str, bool, bool]]:
    """The labels that the form prints for its demands and factors."""
    for section in SECTIONS:
        if section.shape in (Shape.DEMANDS, Shape.FACTORS):
            for field in section.fields:
                if field.key != "other" and len(stems(field.label)) > 1:
                    yield stems(field.label), f"{section.key}.{field.key}", False, False


def find_fields(question: str, without: Collection[Word], own_fields: Iterable[str]) -> Fields:
    """The fields and sections that a question names.

    Args:
        question: what was asked.
        without: the words that name a class, and so nothing else.
        own_fields: the field paths of the classes' rows that the form does not name ("physical_demands.running").
    """
    taken = {(word.start, word.end) for word in without}
    typed = [word for word in words_of(question) if (word.start, word.end) not in taken]
    words = corrected(typed, _vocabulary())
    numbered = _function_fields(question)
    if numbered:
        return Fields(numbered, (), tuple(words))
    content = [word for word in words if not word.is_small]
    hits = _hits(content, cued=_has_cue(question), own_fields=own_fields)
    if not hits and _asks_for_duties(words):
        return Fields((), ("essential_functions",), tuple(words))
    covered = tuple(word for hit in hits for word in content[hit.start : hit.start + hit.length])
    fields = tuple(dict.fromkeys(hit.target for hit in hits if not hit.is_section))
    sections = tuple(dict.fromkeys(hit.target for hit in hits if hit.is_section))
    return Fields(fields, sections, covered)


def words_in_phrases(question: str) -> tuple[Word, ...]:
    """The words that stand within a phrase of several words that names a field or a section."""
    content = [word for word in words_of(question) if not word.is_small]
    hits = _hits(content, cued=True, own_fields=())
    return tuple(w for hit in hits if hit.length > 1 for w in content[hit.start : hit.start + hit.length])


def _hits(content: Sequence[Word], *, cued: bool, own_fields: Iterable[str]) -> list[_Hit]:
    """The phrases found, the longest first where they overlap, in the order of the question."""
    own = [(_telling(path.partition(".")[2]), path, False, False) for path in own_fields]
    free = [True] * len(content)
    hits: list[_Hit] = []
    for phrase, target, is_section, wants_cue in sorted((*own, *_lexicon()), key=lambda entry: -len(entry[0])):
        if wants_cue and not cued:
            continue
        for start in range(len(content) - len(phrase) + 1):
            window = range(start, start + len(phrase))
            matching = all(_is(content[at], wanted) for at, wanted in zip(window, phrase, strict=True))
            if matching and all(free[at] for at in window):
                hits.append(_Hit(target, is_section, start, len(phrase)))
                for at in window:
                    free[at] = False
    return sorted(hits, key=lambda hit: hit.start)


def _telling(key: str) -> tuple[str, ...]:
    """The stems of a row's own label, without words at its end that say only what kind of row it is."""
    said = key.split("_")
    while len(said) > 1 and said[-1] in ROW_WORDS:
        said.pop()
    return stems(" ".join(said))


def _is(word: Word, wanted: str) -> bool:
    """Whether a word is the wanted stem, or, where it is marked so, the wanted word itself."""
    return word.text == wanted[1:] if wanted.startswith(EXACTLY) else word.stem == wanted


def _has_cue(question: str) -> bool:
    plain = " ".join(word.text for word in words_of(question))
    return any(f" {cue} " in f" {plain} " for cue in FREQUENCY_CUES)


def _asks_for_duties(words: Sequence[Word]) -> bool:
    plain = " ".join(word.text for word in words)
    return any(re.fullmatch(pattern, plain) for pattern in DUTIES_QUESTIONS)


def _function_fields(question: str) -> tuple[str, ...]:
    """The one essential function that is asked for by its number, and its strength if that is asked."""
    for match in _FUNCTION.finditer(question):
        number = _number(match["after"]) or _number(match["before"])
        if number:
            field = f"essential_functions.{number}"
            return (f"{field}.{_STRENGTH}",) if _STRENGTH in question.lower() else (field, f"{field}.{_STRENGTH}")
    return ()


def _number(said: str | None) -> int | None:
    """The number that a word says: 3, 3rd, third, three."""
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", (said or "").lower())
    return int(bare) if bare.isdigit() else ORDINALS.get(bare)
