"""Putting what was read in a view back in its place in the source text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.model import Fact, Issue, LegendEntry, Passage, Repair, Section
from ingest.source_text import SourceText, page_at
from ingest.view import View


class Placement:
    """Knows the place in a source text, and the page, of everything that was read in a view of it."""

    def __init__(self, source: SourceText, view: View, repairs: Sequence[Repair] = ()) -> None:
        """Place what was read in that view of that source text; ``repairs`` are what the view undoes, in order."""
        self._source = source
        self._view = view
        self._undone = tuple(repairs)
        self._undone_ends = [repair.end for repair in repairs]

    def facts(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """The facts in the source, a blank cell within its row."""
        return tuple(self._fact(fact) for fact in facts)

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """The sections in the source, each with the repairs of its heading."""
        placed = []
        for section in sections:
            start, end = self._view.place(section.start, section.end)
            repairs = self._repairs(section.repairs, *self._heading(section))
            placed.append(replace(section, start=start, end=end, page=self._page(start), repairs=repairs))
        return tuple(placed)

    def _heading(self, section: Section) -> tuple[int, int]:
        """The place in the source of a section's heading and the rest of its line: of no width where there is none."""
        text = self._view.text
        if section.heading is None:
            return self._view.place(section.start, section.start)
        start = max(text.find(section.heading, section.start, section.end), section.start)
        end = text.find("\n", start, section.end)
        end = end if end >= 0 else section.end
        colon = text.find(":", start, end)
        has_words = colon >= 0 and any(map(str.isalnum, text[colon:end]))
        return self._view.place(start, colon if has_words else end)

    def legends(self, entries: Iterable[LegendEntry]) -> tuple[LegendEntry, ...]:
        """The legends in the source."""
        placed = []
        for entry in entries:
            start, end = self._view.place(entry.start, entry.end)
            repairs = self._repairs(entry.repairs, start, end)
            placed.append(replace(entry, start=start, end=end, page=self._page(start), repairs=repairs))
        return tuple(placed)

    def passages(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """The passages in the source, embedded as they read in the view."""
        if self._view.is_source and not self._source.pages:
            return tuple(passages)
        placed = []
        for passage in passages:
            start, end = self._view.place(passage.start, passage.end)
            placed.append(replace(passage, start=start, end=end, page=self._page(start)))
        return tuple(placed)

    def issues(self, issues: Iterable[Issue]) -> tuple[Issue, ...]:
        """The issues in the source."""
        return tuple(
            issue
            if issue.start is None or issue.end is None
            else Issue(issue.code, issue.message, *self._view.place(issue.start, issue.end))
            for issue in issues
        )

    def _fact(self, fact: Fact) -> Fact:
        start, end = self._view.place(fact.start, fact.end)
        raw_start, raw_end = self._view.place(fact.raw_start, fact.raw_end)
        if raw_start == raw_end:
            raw_start = raw_end = min(max(raw_start, start), end)
        return replace(
            fact, start=start, end=end, raw_start=raw_start, raw_end=raw_end,
            raw=self._source.text[raw_start:raw_end], page=self._page(start),
            repairs=self._repairs(fact.repairs, start, end),
        )  # fmt: skip

    def _repairs(self, repairs: Iterable[Repair], start: int, end: int) -> tuple[Repair, ...]:
        """The repairs in the source, after those that the view itself makes in a place of the source."""
        placed: dict[Repair, None] = dict.fromkeys(self._undone_in(start, end))
        for repair in repairs:
            at = self._view.place(repair.start, repair.end)
            placed[Repair(repair.rule, self._source.text[slice(*at)], repair.after, *at)] = None
        return tuple(placed)

    def _undone_in(self, start: int, end: int) -> Iterator[Repair]:
        """What the view undoes of a place in the source."""
        for at in range(bisect_right(self._undone_ends, start), len(self._undone)):
            if self._undone[at].start >= end:
                return
            yield self._undone[at]

    def _page(self, position: int) -> int | None:
        return page_at(position, self._source.pages)
