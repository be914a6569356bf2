"""Questions in Spanish: told from English ones, and put into English, phrase by phrase, before they are understood.

Only the wording of the question is translated, by the table ``spanish.toml``, and never a spec: what the answer quotes
is what the spec says. Pure, and without a model.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

from assistant.answer import Outcome, Question, Reason, Route
from assistant.draft import Draft
from assistant.yes_no import is_polar
from ingest.spelling import is_english

# Of the words that say something, the share that must be in the table for a question to be understood.
LEAST_SHARE_KNOWN = 0.6
_STEM = "~"
_NO_CONTENT = ("question_words", "small_words")
_OF_SEVERAL = (Route.SEARCH, Route.COUNT, Route.COMPARE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SEGMENT = re.compile(r"[¿¡?!;:]+|[.…]+(?=\s|$)")
_OPENING = r"(?P<opening>(?:(?:y|e|entonces|bueno|oiga|oye|pues|hola|ok|no se|quiero saber|digame|dime)\b,? )*)"
# A segment that is asked and begins with none of these asks whether something is so: Spanish says that by tone alone.
_OPENED = re.compile(
    r"^\W*(?:what|which|who|whom|whose|when|where|why|how|does|do|is|are|was|were|can|has|must|compare|list|show|tell|"
    r"give|and|or|but|i|if|in which|hello|please|not|with|for|without)\b|\b(?:can i|do i|am i|which|how many|how often)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Translation:
    """A question in Spanish as an English one; ``question`` is None where too few of its words are known."""

    question: Question | None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the text and what stands for it in English; ``says`` whether it is known (None: it says nothing)."""

    start: int
    end: int
    english: str
    says: bool | None


def understood_as(question: Question, titles: Iterable[str]) -> Translation | None:
    """The English question that a Spanish one is taken for, its earlier turns too; None where it is not Spanish.

    Args:
        question: the question as it was asked.
        titles: the titles of the classes held, which stand in a Spanish question as they are.
    """
    held = tuple(titles)
    if not is_spanish(question.text, held):
        return None
    text = _in_english(question.text, held)
    if text is None:
        return Translation(None)
    turns = tuple(
        replace(turn, content=_in_english(turn.content, held) or turn.content)
        if turn.role == "user" and is_spanish(turn.content, held)
        else turn
        for turn in question.history
    )
    return Translation(replace(question, text=text, history=turns))


def is_spanish(text: str, titles: Iterable[str]) -> bool:
    """Whether a text is Spanish: its words are, apart from the titles of classes; a Spanish name or word is not enough."""
    named = _title_spans(text, titles)
    words = [_folded(match[0]) for match in _WORD.finditer(text) if not _is_within(match.start(), named)]
    english = sum(word in _words("english_words") for word in words)
    spanish = sum(word in _words("spanish_words") or (not english and _is_of_table(word)) for word in words)
    if "¿" in text or "¡" in text:
        return spanish > english
    return spanish > english and 2 * spanish >= len(words)


def in_spanish(draft: Draft, understood: str) -> Draft:
    """The answer to a question in Spanish: a sentence of Spanish before it, and a remark of how it was understood.

    An answer that begins with yes or no keeps its beginning.
    """
    said = None if is_polar(understood) else _said_first(draft)
    lines = ((said,), *draft.lines) if said else draft.lines
    return replace(draft, lines=lines).remarked(f"Understood as: “{understood}”")


def not_understood() -> Draft:
    """It is said in Spanish that the question was not understood, and how to ask."""
    line = (str(_table()["not_understood"]),)
    return Draft(Outcome.ABSTAINED, Route.NONE, (line,), reason=Reason.OUT_OF_SCOPE)


def _said_first(draft: Draft) -> str | None:
    sentences = _table()["said_first"]
    key = str(draft.reason or draft.outcome)
    found = sentences.get("answered_of_several" if key == Outcome.ANSWERED and draft.route in _OF_SEVERAL else key)
    return str(found) if found else None


def _in_english(text: str, titles: Sequence[str]) -> str | None:
    """The text in English, or None where too few of its words are known."""
    named = _title_spans(text, titles)
    parts: list[str] = []
    pieces: list[_Piece] = []
    for start, end, mark in _segments(text, named):
        segment = text[start:end]
        inside = [(first - start, last - start) for first, last in named if start <= first < end]
        english, found = _segment_in_english(segment, inside)
        if "?" in mark and english.strip() and not _OPENED.search(english):
            english = f" does {english.strip()}"
        parts.append(english + mark.strip("¿¡"))
        pieces += found
    known = sum(piece.says is True for piece in pieces)
    unknown = sum(piece.says is False for piece in pieces)
    if unknown and known < LEAST_SHARE_KNOWN * (known + unknown):
        return None
    return _put_right(" ".join("".join(parts).split()))


def _segments(text: str, named: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The stretches between marks of punctuation, each with the mark after it."""
    at = 0
    for match in _SEGMENT.finditer(text):
        if not _is_within(match.start(), named):
            yield at, match.start(), match[0]
            at = match.end()
    if at < len(text):
        yield at, len(text), ""


def _segment_in_english(segment: str, named: Sequence[tuple[int, int]]) -> tuple[str, list[_Piece]]:
    """A stretch in English, in the order of a frame where it has the form of one."""
    folded = _folded(segment)
    for frame, before, after in _frames():
        match = frame.fullmatch(folded.strip(" ,"))
        if match is None:
            continue
        start = match.start("rest") + folded.index(folded.strip(" ,"))
        opening, _ = _phrases_in_english(segment[: match.end("opening")], ())
        rest, pieces = _phrases_in_english(
            segment[start:], [(first - start, last - start) for first, last in named if first >= start]
        )
        return " ".join((opening, before, rest.strip(" ,"), after)), pieces
    return _phrases_in_english(segment, named)


def _phrases_in_english(text: str, named: Sequence[tuple[int, int]]) -> tuple[str, list[_Piece]]:
    words = [match for match in _WORD.finditer(text) if not _is_within(match.start(), named)]
    pieces: list[_Piece] = []
    at = 0
    while at < len(words):
        length, piece = _longest(text, words, at, named)
        pieces.append(piece)
        at += length
    out, last = [], 0
    for piece in pieces:
        out += [text[last : piece.start], piece.english]
        last = piece.end
    return "".join([*out, text[last:]]), pieces


def _longest(
    text: str, words: Sequence[re.Match[str]], at: int, named: Sequence[tuple[int, int]]
) -> tuple[int, _Piece]:
    """The longest phrase of the table that begins at a word, else the word by its ending, else as it is."""
    phrases, longest = _phrases()
    for length in range(min(longest, len(words) - at), 0, -1):
        run = words[at : at + length]
        is_whole = all(text[a.end() : b.start()].isspace() for a, b in zip(run, run[1:], strict=False))
        found = next((phrases[forms] for forms in _forms(run) if forms in phrases), None) if is_whole else None
        if found is not None:
            english, is_content = found
            return length, _Piece(run[0].start(), run[-1].end(), english, True if is_content else None)
    return 1, _alone(words[at], is_first=at == 0 and not named)


def _forms(run: Sequence[re.Match[str]]) -> Iterator[tuple[str, ...]]:
    """The ways in which the table may write a run of words, the ones written out furthest first."""
    ways = [_written(_folded(match[0])) for match in run]
    return product(*ways) if all(ways) else iter(())


@lru_cache(maxsize=4096)
def _written(word: str) -> tuple[str, ...]:
    known = _vocabulary()
    stems = (word[:end] + _STEM for end in range(len(word), 1, -1) if word[end:] in _words("endings"))
    return tuple(form for form in (word, *stems) if form in known)


def _alone(match: re.Match[str], *, is_first: bool) -> _Piece:
    """A word that no phrase has: the English word of the same root, a name or an English word as it is, or unknown."""
    word = _folded(match[0])
    alike = (word.removesuffix(end) + english for end, english in _word_ends() if word.endswith(end))
    english = next((one for one in alike if is_english(one)), None)
    if english is not None and len(word) > 5:
        return _Piece(match.start(), match.end(), english, True)
    is_name = match[0][0].isupper() and not is_first
    is_plain = not match[0].isalpha() or len(word) < 3 or is_name or (word == match[0].lower() and is_english(word))
    return _Piece(match.start(), match.end(), match[0], None if is_plain else False)


def _put_right(text: str) -> str:
    for pattern, english in _afterwards():
        text = pattern.sub(english, text)
    return re.sub(r"\s+([,.?!;:])", r"\1", " ".join(text.split()))


def _title_spans(text: str, titles: Iterable[str]) -> list[tuple[int, int]]:
    """Where the titles of classes stand in a text, however they are capitalised."""
    lowered = text.casefold()
    if len(lowered) != len(text):
        return []
    wanted = (" ".join(title.casefold().split()) for title in titles)
    found = (
        re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", lowered) for title in wanted if title and title in lowered
    )
    return [match.span() for matches in found for match in matches]


def _is_within(at: int, spans: Collection[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_of_table(word: str) -> bool:
    """Whether the table has a word that English does not have."""
    return bool(_written(word)) and not is_english(word)


def _folded(text: str) -> str:
    """The text in lower case without its accents, each letter still one."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] for letter in text)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads(files("assistant").joinpath("spanish.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name])


@lru_cache(maxsize=1)
def _phrases() -> tuple[dict[tuple[str, ...], tuple[str, bool]], int]:
    """The English of every phrase by its words, whether it says something, and the length of the longest."""
    found = {
        tuple(spanish.split()): (english.strip(), group not in _NO_CONTENT)
        for group, table in _table()["phrases"].items()
        for english, ways in table.items()
        for spanish in ways
    }
    return found, max(map(len, found))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(word for phrase in _phrases()[0] for word in phrase)


@lru_cache(maxsize=1)
def _word_ends() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(_table()["word_ends"].items(), key=lambda entry: -len(entry[0])))


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(_OPENING + one["spanish"]), one["before"], one["after"]) for one in _table()["frames"])


@lru_cache(maxsize=1)
def _afterwards() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(one["pattern"], re.IGNORECASE), one["english"]) for one in _table()["afterwards"])
