"""Rule 3 for the text: the exact-value gate. What the text states, a citation of the same line must show."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.verification import exemptions, wording
from benchmarks.verification.citations import MARKER, Finding
from benchmarks.verification.codes import TABLES, head_words, legends_in
from benchmarks.verification.dates import follows_from, shown_dates, stated_dates
from benchmarks.verification.folding import blanked, plain, stands_in
from benchmarks.verification.statements import Answer, Shelf
from benchmarks.verification.support import (
    Support,
    default_words,
    has_in_prose,
    known_words,
    prose_codes,
    supports_of,
)
from benchmarks.verification.wording import Stated

Shown = Callable[[list[Support]], bool]
# In lower case these are everyday words, and words of a table only where they stand as the answer.
_EVERYDAY = frozenset({"Daily", "Light", "Medium", "Heavy", "Very Heavy", "Never"})
_AS_ANSWER = re.compile(r"(?:\b(?:is|are|was|were|be|as|level|demand|strength)\s+|:\s*)$", re.IGNORECASE)
_PAIRED = r"\s*(?:=|:|-|–|—|\bmeans\b|\bis\b|\bstands for\b)\s*[\"“]?$"
_ELLIPSIS = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")


@dataclass(frozen=True)
class Line:
    """One line of the text and what the citations on it support; those of the whole answer where it has none."""

    start: int
    end: int
    supports: list[Support]
    cites: bool


@dataclass(frozen=True)
class Claim:
    """Something stated, the rule that it falls under, and how to tell that citations show it."""

    rule: str
    stated: Stated
    shown: Shown


def check_text(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    """Yield what the text states and no citation shows, or none on the line that states it."""
    supports = supports_of(answer, shelf)
    lines = lines_of(answer.text, supports)
    for claim in _claims(answer, shelf):
        line = next(line for line in lines if line.start <= claim.stated.start <= line.end)
        words = answer.text[claim.stated.start : claim.stated.end]
        if claim.shown(line.supports) or exemptions.is_echo(claim.stated, _bare(words), answer.text, answer):
            continue
        if line.cites and claim.shown(list(supports.values())):
            yield "wrong-citation", f"{words!r} is not in what its line cites, but in another citation"
        else:
            yield claim.rule, f"{words!r} stands in no cited quote"


def lines_of(text: str, supports: dict[int, Support]) -> list[Line]:
    """Return the lines of a text, each with the supports of the markers on it."""
    lines: list[Line] = []
    start = 0
    for words in text.split("\n"):
        numbers = sorted({int(number) for number in MARKER.findall(words)} & set(supports))
        of_line = [supports[number] for number in numbers]
        lines.append(Line(start, start + len(words), of_line or list(supports.values()), bool(of_line)))
        start += len(words) + 1
    return lines


def _claims(answer: Answer, shelf: Shelf) -> Iterator[Claim]:
    quoted, stray = wording.quotations(answer.text)
    for at in stray:
        yield Claim("quotation", Stated(at, at + 1, answer.text[at]), lambda supports: False)
    words = known_words(answer, shelf)
    # A quoted code or table word is judged as such: a legend holds them all.
    whole = [entry for entry in quoted if not _is_code_or_word(entry.what, words)]
    for entry in whole:
        if not exemptions.is_class_name(entry.what, answer, shelf):
            yield Claim("quotation", entry, partial(_quotation_shown, entry.what))
    spans = [(entry.start, entry.end) for entry in whole] + exemptions.free_spans(answer, shelf)
    text = blanked(answer.text, spans)
    taken: list[tuple[int, int]] = []
    for claim in (*_date_claims(text), *_licence_claims(text)):
        taken.append((claim.stated.start, claim.stated.end))
        yield claim
    text = blanked(text, taken)
    yield from _number_claims(text, answer, shelf)
    yield from _code_claims(text, answer, words)
    yield from _word_claims(text, answer, words)


def _is_code_or_word(quoted: str, words: frozenset[str]) -> bool:
    bare = quoted.strip(" .,;:").casefold()
    return bool(re.fullmatch(r"[A-Z]{1,2}", quoted.strip(" .,;:"))) or bare in {word.casefold() for word in words}


def _quotation_shown(quoted: str, supports: list[Support]) -> bool:
    without_markers = MARKER.sub("", quoted)
    pieces = [plain(piece) for piece in _ELLIPSIS.split(without_markers) if plain(piece).strip(".,;: ")]
    return any(_in_order(pieces, support.quote) for support in supports)


def _in_order(pieces: list[str], passage: str) -> bool:
    at = 0
    for piece in pieces:
        # The mark that ends a quotation may be the sentence's own.
        bare = re.sub(r"[.,;:]$", "", piece)
        found = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)").search(passage, at)
        if found is None:
            return False
        at = found.end()
    return True


def _date_claims(text: str) -> list[Claim]:
    def shown(stated: Stated, supports: list[Support]) -> bool:
        date = next(date for _, _, date in stated_dates(stated.what))
        return follows_from(date, [support.citation.quote for support in supports])

    found = [Stated(start, end, text[start:end]) for start, end, _ in stated_dates(text)]
    return [Claim("date", entry, partial(shown, entry)) for entry in found]


def _licence_claims(text: str) -> list[Claim]:
    def shown(stated: Stated, supports: list[Support]) -> bool:
        return any(stated.what in wording.licences_shown(support.citation.quote) for support in supports)

    return [Claim("licence", entry, partial(shown, entry)) for entry in wording.licences(text)]


def _number_claims(text: str, answer: Answer, shelf: Shelf) -> Iterator[Claim]:
    def shown(stated: Stated, supports: list[Support]) -> bool:
        quotes = [support.citation.quote for support in supports]
        if stated.what in _numbers_shown(supports, answer.route):
            return True
        return _is_year(stated) and any(
            date.year == int(stated.what) for quote in quotes for date in shown_dates(quote)
        )

    for entry in wording.numbers(text):
        if not exemptions.is_count(entry, text, answer, shelf):
            yield Claim("year" if _is_year(entry) else "number", entry, partial(shown, entry))


def _is_year(stated: Stated) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", stated.what) is not None


def _code_claims(text: str, answer: Answer, words: frozenset[str]) -> Iterator[Claim]:
    def shown(stated: Stated, supports: list[Support]) -> bool:
        following = wording.decoded_words(text[stated.end : stated.end + 60], words)
        paired = {entry.what for entry in following if re.search(_PAIRED, text[stated.end : stated.end + entry.start])}
        return any(
            stated.what in support.row_codes
            or (stated.what in prose_codes(support) and not support.row_codes)
            or any(support.pairs(stated.what, word) for word in paired)
            or (answer.route == "definition" and not paired and stated.what in {code for code, _ in support.entries})
            for support in supports
        )

    return (Claim("code", entry, partial(shown, entry)) for entry in wording.codes(text))


def _word_claims(text: str, answer: Answer, words: frozenset[str]) -> Iterator[Claim]:
    def shown(stated: Stated, supports: list[Support]) -> bool:
        denied = exemptions.is_denied(stated, text)
        code = re.search(r"(?<!\w)([A-Z]{1,2})" + _PAIRED, text[max(0, stated.start - 24) : stated.start])
        return any(
            stated.what in support.row_words
            or has_in_prose(support, stated, answer.text, words)
            or (denied and stated.what in support.unmarked)
            or (code is not None and support.pairs(code.group(1), stated.what))
            or (code is None and answer.route == "definition" and stated.what in {word for _, word in support.entries})
            for support in supports
        )

    for entry in wording.decoded_words(text, words):
        if _is_stated_as_answer(entry, text):
            yield Claim("decoded-word", entry, partial(shown, entry))


def _is_stated_as_answer(stated: Stated, text: str) -> bool:
    spelled = text[stated.start : stated.end]
    everyday = stated.what in _EVERYDAY or stated.what not in default_words()
    if not everyday or spelled[0].isupper():
        return True
    before = text[: stated.start]
    return exemptions.is_marked_directly(stated, text) or _AS_ANSWER.search(before) is not None


def _bare(words: str) -> str:
    return words.strip('“”" .,;:')


def check_meanings(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    """Yield the legend meanings that the text gives to rows which have other codes."""
    if answer.route in ("definition", "search", "count"):
        return
    every = list(supports_of(answer, shelf).values())
    for line in lines_of(answer.text, supports_of(answer, shelf)):
        words = plain(answer.text[line.start : line.end]).casefold()
        for support in line.supports:
            given = codes_given(line.supports, support.table) or codes_given(every, support.table)
            for code, head, meaning in sorted(_meanings(support, shelf)):
                # Right behind its own word a meaning restates the legend, and that word is judged by itself.
                restated = re.search(rf"(?<!\w){re.escape(head.casefold())}\W{{1,4}}{re.escape(meaning)}", words)
                if given and code not in given and not restated and stands_in(meaning, words):
                    yield "legend-meaning", f"{meaning!r} is the meaning of {code}, which no row cited for it has"


def codes_given(supports: list[Support], table: str | None) -> set[str]:
    """Return the codes of a table that the cited rows have."""
    return {code for support in supports if support.table == table for code in support.row_codes}


def _numbers_shown(supports: list[Support], route: str) -> set[str]:
    shown: set[str] = set()
    for support in supports:
        given = codes_given(supports, support.table) if route not in ("definition", "search", "count") else set()
        entries = [entry for entry in support.legend if entry.code in given]
        # Of a legend, only what it says of the codes of the rows beside it: Light is not "up to 50 lbs."
        passages = [f"{entry.words} {entry.below}" for entry in entries] or [support.citation.quote]
        shown |= {number for passage in passages for number in wording.numbers_shown(passage)}
    return shown


def _meanings(support: Support, shelf: Shelf) -> set[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    for legend in legends_in(shelf.sources.get(support.citation.spec_id, "")):
        if legend.table == support.table:
            for entry in legend.entries:
                head = head_words(entry, TABLES[legend.table].get(entry.code))
                meaning = f"{plain(entry.words)[len(head) :]} {plain(entry.below)}".strip(" .,;:").casefold()
                if len(meaning.split()) >= 2:
                    found.add((entry.code, head, meaning))
    return found
