"""Questions in Spanish: told from English ones, and put into English, phrase by phrase, before they are understood.

Only the wording of the question is translated, by the table ``spanish.toml``, and never a spec: what the answer quotes
is what the spec says. Pure, and without a model.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from assistant.answer import Outcome, Question, Reason, Route
from assistant.answering.yes_no import is_polar
from assistant.draft import Draft
from assistant.spanish.table import (
    afterwards,
    folded,
    frames,
    not_understood_sentence,
    phrases,
    said,
    slips_of,
    word_ends,
    words_listed,
    written,
)
from ingest.spelling import is_english

# Of the words that say something, the share that must be in the table for a question to be understood.
LEAST_SHARE_KNOWN = 0.5
_AFTER_A_VERDICT = (Outcome.ANSWERED, Reason.NOT_IN_SPEC, Reason.BLANK_IN_SPEC, Reason.ILLEGIBLE)
_OF_SEVERAL = (Route.SEARCH, Route.COUNT, Route.COMPARE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SEGMENT = re.compile(r"[¿¡?!;:]+|[.…]+(?=\s|$)")
# A segment that is asked and begins with none of these asks whether something is so: Spanish says that by tone alone.
_OPENED = re.compile(
    r"^\W*(?:what|which|who|whom|whose|when|where|why|how|does|do|is|are|was|were|can|has|must|compare|list|show|"
    r"tell|give|and|or|but|i|if|in which|hello|please|not|with|for|without)\b|"
    r"\b(?:can i|do i|am i|which|how many|how often)\b",
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the text between marks of punctuation, in English, and whether it is asked."""

    english: str
    pieces: tuple[_Piece, ...]
    is_asked: bool


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
    """Whether a text is Spanish: most of its words are, apart from titles of classes; a Spanish name is not enough."""
    if not _may_be_spanish(text):
        return False
    named = _title_spans(text, titles)
    found = [match for match in _WORD.finditer(text) if not _is_within(match.start(), named)]
    names = [match for match in found[1:] if match[0][0].isupper() and not text.isupper()]
    words = [folded(match[0]) for match in found if match not in names]
    english = sum(word in words_listed("english_words") for word in words)
    spanish = sum(word in words_listed("spanish_words") or (not english and _is_of_table(word)) for word in words)
    if "¿" in text or "¡" in text:
        return spanish > english
    return spanish > english and 2 * spanish >= len(found)


def in_spanish(draft: Draft, understood: str) -> Draft:
    """The answer to a question in Spanish: a sentence of Spanish before it, and a remark of how it was understood.

    An answer that begins with yes or no keeps its beginning.
    """
    begins_with_verdict = is_polar(understood) and (draft.reason or draft.outcome) in _AFTER_A_VERDICT
    sentence = None if begins_with_verdict else _said_first(draft)
    lines = ((sentence,), *draft.lines) if sentence else draft.lines
    return replace(draft, lines=lines).remarked(f"Understood as: “{understood}”")


def not_understood() -> Draft:
    """It is said in Spanish that the question was not understood, and how to ask."""
    return Draft(Outcome.ABSTAINED, Route.NONE, ((not_understood_sentence(),),), reason=Reason.OUT_OF_SCOPE)


def _said_first(draft: Draft) -> str | None:
    if draft.outcome is Outcome.ANSWERED and draft.route in _OF_SEVERAL:
        return said("answered_of_several")
    return said(draft.reason or draft.outcome)


def _in_english(text: str, titles: Sequence[str]) -> str | None:
    """The text in English, or None where too few of its words are known.

    What is said before or after the question, and not known, is left out: the asked part is understood or nothing is.
    """
    named = _title_spans(text, titles)
    parts = [_part(text, start, end, mark, named) for start, end, mark in _segments(text, named)]
    if any(part.is_asked for part in parts):
        parts = [part for part in parts if part.is_asked or _is_understood(part.pieces)]
    if not _is_understood([piece for part in parts for piece in part.pieces]):
        return None
    return _put_right(" ".join("".join(part.english for part in parts).split()))


def _part(text: str, start: int, end: int, mark: str, named: Sequence[tuple[int, int]]) -> _Part:
    """A stretch of the text in English; one that is asked without a word of asking asks whether it is so."""
    inside = [(first - start, last - start) for first, last in named if start <= first < end]
    english, pieces = _stretch_in_english(text[start:end], inside)
    is_asked = "?" in mark
    if is_asked and english.strip() and not _OPENED.search(english):
        english = f" does {english.strip()}"
    return _Part(english + mark.strip("¿¡"), tuple(pieces), is_asked)


def _is_understood(pieces: Sequence[_Piece]) -> bool:
    known = sum(piece.says is True for piece in pieces)
    unknown = sum(piece.says is False for piece in pieces)
    return not unknown or known >= LEAST_SHARE_KNOWN * (known + unknown)


def _segments(text: str, named: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The stretches between marks of punctuation, each with the mark after it."""
    at = 0
    for match in _SEGMENT.finditer(text):
        if not _is_within(match.start(), named):
            yield at, match.start(), match[0]
            at = match.end()
    if at < len(text):
        yield at, len(text), ""


def _stretch_in_english(segment: str, named: Sequence[tuple[int, int]]) -> tuple[str, list[_Piece]]:
    """A stretch in English, in the order of a frame where it has the form of one."""
    bare = segment.strip(" ,")
    at = segment.index(bare)
    for frame, before, after in frames():
        match = frame.fullmatch(folded(bare))
        if match is None:
            continue
        opening, _ = _phrases_in_english(segment[: at + match.end("opening")], ())
        what, asked = _phrases_in_english(match.groupdict().get("what") or "", ())
        start = at + match.start("rest")
        inside = [(first - start, last - start) for first, last in named if first >= start]
        rest, pieces = _phrases_in_english(segment[start:], inside)
        first = before.format(what=what.strip(), code=match.groupdict().get("code", "").upper())
        return " ".join((opening, first, rest.strip(" ,"), after)), [*asked, *pieces]
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
    known, longest = phrases()
    for length in range(min(longest, len(words) - at), 0, -1):
        run = words[at : at + length]
        is_whole = all(text[a.end() : b.start()].isspace() for a, b in pairwise(run))
        found = next((known[forms] for forms in _forms(run) if forms in known), None) if is_whole else None
        if found is not None:
            english, is_content = found
            return length, _Piece(run[0].start(), run[-1].end(), english, True if is_content else None)
    return 1, _alone(words[at], is_first=at == 0 and not named)


def _forms(run: Sequence[re.Match[str]]) -> Iterator[tuple[str, ...]]:
    """The ways in which the table may write a run of words, the ones written out furthest first."""
    ways = [_ways(match[0]) for match in run]
    return product(*ways) if all(ways) else iter(())


def _ways(word: str) -> tuple[str, ...]:
    """The ways in which the table may write a word; for one that it does not have, those that it is a slip of."""
    ways = written(folded(word))
    if ways or not word.islower() or is_english(word):
        return ways
    return tuple(way for meant in slips_of(folded(word)) for way in written(meant))


def _alone(match: re.Match[str], *, is_first: bool) -> _Piece:
    """A word that no phrase has: the English word of the same root, a name or an English word as it is, or unknown."""
    word = folded(match[0])
    alike = (word.removesuffix(end) + english for end, english in word_ends() if word.endswith(end))
    english = next((one for one in alike if is_english(one)), None)
    if english is not None and len(word) > 5:
        return _Piece(match.start(), match.end(), english, True)
    is_name = match[0][0].isupper() and not is_first
    is_plain = not match[0].isalpha() or len(word) < 3 or is_name or (word == match[0].lower() and is_english(word))
    return _Piece(match.start(), match.end(), match[0], None if is_plain else False)


def _put_right(text: str) -> str:
    for pattern, english in afterwards():
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


def _may_be_spanish(text: str) -> bool:
    """Whether it takes a closer look: most questions have a small word of English and none of Spanish."""
    words = {folded(match[0]) for match in _WORD.finditer(text)}
    return not words & words_listed("english_words") or bool(words & words_listed("spanish_words"))


def _is_of_table(word: str) -> bool:
    """Whether the table has a word that English does not have."""
    return bool(written(word)) and not is_english(word)
