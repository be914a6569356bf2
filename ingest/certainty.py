"""What a scan was not sure of: the facts and legends that rest on it, which are then illegible rather than wrong."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ingest.folding import folded, words
from ingest.form import CODE_WORDS, SECTION_BY_KEY, Shape
from ingest.model import Fact, Issue, LegendEntry, Section, Status
from ingest.source_text import SourceText, Span

# A mark or a code has no more letters than this.
_MARK_LETTERS = 2
_MOST_SHOWN = 80
_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Certain:
    """Facts and legends of which nothing is said that a scan was not sure of, and what became illegible so."""

    facts: tuple[Fact, ...]
    legends: tuple[LegendEntry, ...]
    issues: tuple[Issue, ...] = ()


def certain(
    source: SourceText, facts: Sequence[Fact], legends: Sequence[LegendEntry], sections: Sequence[Section]
) -> Certain:
    """The facts and legends, all in places of the source, as far as they are certain.

    A fact is illegible where its cell is doubtful, or its label (unless it is one of the form's, letter by letter), or
    the legend that it was decoded by; one that is blank or not marked is, where a doubtful mark may be its own. A row's
    description is left out where it is doubtful, and so is what a legend says.
    """
    hidden = _Spans(source.furniture)
    doubts = _Spans(span for span in source.unsure if not hidden.touching(span.start, span.end))
    if not doubts:
        return Certain(tuple(facts), tuple(legends))
    evidence = _Evidence(source.text, doubts, facts, legends, sections)
    made = [evidence.weighed(fact) for fact in facts]
    issues = tuple(_issue(source.text, fact) for fact, before in zip(made, facts, strict=True) if fact != before)
    kept = (_kept(source.text, entry, doubts) for entry in legends)
    return Certain(tuple(made), tuple(entry for entry in kept if entry is not None), issues)


class _Spans:
    """Stretches of a text, found by their places."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._reached = list(accumulate((span.end for span in self._spans), max))

    def __bool__(self) -> bool:
        return bool(self._spans)

    def touching(self, start: int, end: int) -> list[Span]:
        """The stretches that share a character with a place, in order."""
        found = []
        for at in range(bisect_right(self._reached, start), len(self._spans)):
            if self._spans[at].start >= end:
                break
            if self._spans[at].end > start:
                found.append(self._spans[at])
        return found


def _kept(text: str, entry: LegendEntry, doubts: _Spans) -> LegendEntry | None:
    """A legend's entry as far as it is certain: a doubtful one is believed where it says what the form says."""
    # The place of an entry may hold the others of its lines too.
    found = [set(words(text[span.start : span.end])) for span in doubts.touching(entry.start, entry.end)]
    named = {*words(entry.code), *words(entry.word)}
    kind = SECTION_BY_KEY[entry.section].codes
    is_usual = kind is not None and CODE_WORDS[kind].get(entry.code) == entry.word
    if not is_usual and any(not doubt or doubt & named for doubt in found):
        return None
    is_doubtful = any(not doubt or doubt & {*named, *words(entry.meaning or "")} for doubt in found)
    return replace(entry, meaning=None) if is_doubtful else entry


class _Evidence:
    """What the facts of a document rest on, and how certain it is."""

    def __init__(
        self,
        text: str,
        doubts: _Spans,
        facts: Sequence[Fact],
        legends: Sequence[LegendEntry],
        sections: Sequence[Section],
    ) -> None:
        self._text = text
        self._doubts = doubts
        self._fields = {fact.field for fact in facts}
        self._lost = {
            (SECTION_BY_KEY[entry.section].codes, entry.word) for entry in legends if _kept(text, entry, doubts) is None
        }
        rows = [Span(fact.start, fact.end) for fact in facts]
        placed = _Spans([*rows, *(Span(entry.start, entry.end) for entry in legends)])
        self._with_stray_marks = {
            section.key
            for section in sections
            for span in doubts.touching(section.start, section.end)
            if self._may_be_mark(span) and not placed.touching(span.start, span.end)
        }

    def weighed(self, fact: Fact) -> Fact:
        """The fact as far as it is certain."""
        if fact.status is not Status.ILLEGIBLE and self._is_doubtful(fact):
            fact = replace(fact, status=Status.ILLEGIBLE, value=None, iso=None)
        if fact.description is not None and self._doubts.touching(fact.raw_end, fact.end):
            fact = replace(fact, description=None)
        return fact

    def _is_doubtful(self, fact: Fact) -> bool:
        section, _, row = fact.field.partition(".")
        form = SECTION_BY_KEY.get(section)
        in_cell = bool(self._doubts.touching(fact.raw_start, fact.raw_end))
        if in_cell or (form and fact.value and (form.codes, fact.value) in self._lost):
            return True
        if fact.value is None and self._may_hide_more(fact, section):
            return True
        return self._is_number_doubtful(fact, row) or self._is_label_doubtful(fact, section, row)

    def _may_hide_more(self, fact: Fact, section: str) -> bool:
        """Whether what seems blank or not marked may not be: doubtful words stand in its row, or marks in no row."""
        behind = self._doubts.touching(fact.raw_end, fact.end)
        form = SECTION_BY_KEY.get(section)
        if form is None or (form.codes is None and form.shape is not Shape.BOXES):
            return bool(behind)
        return section in self._with_stray_marks or any(map(self._may_be_mark, behind))

    def _may_be_mark(self, span: Span) -> bool:
        return sum(map(str.isalnum, self._text[span.start : span.end])) <= _MARK_LETTERS

    def _is_label_doubtful(self, fact: Fact, section: str, row: str) -> bool:
        """Whether a doubtful label is none of the form's, or one that was only like it."""
        label = (fact.start, fact.raw_start) if fact.start < fact.raw_start else (fact.raw_end, fact.end)
        if section == "overall_strength":
            label = (fact.start, fact.end)
        doubts = self._doubts.touching(*label)
        form = SECTION_BY_KEY.get(section)
        known = {field.key for field in form.fields} if form else set()
        is_own = bool(known and row) and row not in known
        misread = [repair for repair in fact.repairs if repair.rule == "misread_letters"]
        return any(is_own or any(r.start < span.end and span.start < r.end for r in misread) for span in doubts)

    def _is_number_doubtful(self, fact: Fact, row: str) -> bool:
        """Whether a doubtful number is that of a row that does not follow the one before it."""
        number = row.partition(".")[0]
        if not number.isdecimal() or number == "1":
            return False
        section = fact.field.partition(".")[0]
        printed = _FIRST_WORD.match(self._text, fact.start, fact.end)
        follows = f"{section}.{int(number) - 1}" in self._fields
        return printed is not None and not follows and bool(self._doubts.touching(*printed.span()))


def _issue(text: str, fact: Fact) -> Issue:
    """What a person is told of a fact that became illegible, or that lost its description."""
    label = folded(text[fact.start : fact.raw_start]) or fact.field
    if fact.status is not Status.ILLEGIBLE:
        return Issue("illegible", f"The description of “{label}” cannot be read for certain.", fact.raw_end, fact.end)
    said = folded(fact.raw)[:_MOST_SHOWN]
    sentence = f"“{said}” in the row “{label[:_MOST_SHOWN]}” cannot be read for certain."
    return Issue("illegible", sentence, fact.raw_start, fact.raw_end)
