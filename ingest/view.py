"""Another arrangement of a source text, in which every character still knows its place in the source.

A text whose columns are aligned by spaces, whose table rows ran together or whose letters are doubled is read through a
view of it: rows of tab-separated cells, damage undone. What is read there is then put back in its place in the source.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a view and the stretch of the source that it shows.

    They are of equal length and correspond letter by letter, or one stands for the other as a whole.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    is_whole: bool = False


@dataclass(frozen=True)
class View:
    """The text of a view, and where its characters come from; what no run covers was put in between."""

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, text: str) -> "View":
        """The view that is the source text itself."""
        return cls(text, (Run(0, len(text), 0, len(text)),) if text else ())

    @cached_property
    def is_source(self) -> bool:
        """Whether the view is the source text itself, from its first character on."""
        only = self.runs[0] if len(self.runs) == 1 else None
        return only == Run(0, len(self.text), 0, len(self.text)) or not self.text

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source that ``text[start:end]`` shows: the least that covers all of it.

        A place of no width, or of nothing but what was put in, becomes one of no width behind what stands before it.
        """
        if self.is_source:
            return start, end
        found = [_shown(run, low, high) for run, low, high in self._parts(start, end)]
        if found:
            return min(place[0] for place in found), max(place[1] for place in found)
        return (self._before(start),) * 2

    def _parts(self, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
        """The runs that make up ``text[start:end]``, and which stretch of the view each of them gives to it."""
        for at in range(max(bisect_right(self._starts, start) - 1, 0), len(self.runs)):
            run = self.runs[at]
            low, high = max(start, run.start), min(end, run.end)
            if run.start >= end:
                return
            if low < high:
                yield run, low, high

    def _before(self, position: int) -> int:
        """The place in the source right behind the last character shown before a position of the view."""
        at = bisect_left(self._starts, position) - 1
        if at < 0:
            return self.runs[0].source_start if self.runs else 0
        last = min(position, self.runs[at].end)
        return _shown(self.runs[at], last - 1, last)[1]

    def of_source(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The stretches of the view that show something of ``source[start:end]``, in the order of the view."""
        found = []
        runs, reached = self._by_source
        for at in range(bisect_right(reached, start), len(runs)):
            run = runs[at]
            if run.source_start >= end:
                break
            low, high = max(start, run.source_start), min(end, run.source_end)
            if low < high:
                shift = run.start - run.source_start
                found.append((run.start, run.end) if run.is_whole else (low + shift, high + shift))
        return tuple(sorted(found))

    @cached_property
    def _by_source(self) -> tuple[list[Run], list[int]]:
        """The runs by where they begin in the source, and for each how far in the source any run up to it reaches."""
        runs = sorted(self.runs, key=lambda run: run.source_start)
        return runs, list(accumulate((run.source_end for run in runs), max))

    def through(self, lower: "View") -> "View":
        """This view of ``lower``'s text as a view of ``lower``'s own source."""
        runs = []
        for run in self.runs:
            if run.is_whole:
                start, end = lower.place(run.source_start, run.source_end)
                runs += [Run(run.start, run.end, start, end, is_whole=True)] if start < end else []
                continue
            shift = run.start - run.source_start
            for below, low, high in lower._parts(run.source_start, run.source_end):
                runs.append(Run(low + shift, high + shift, *_shown(below, low, high), below.is_whole))
        return View(self.text, tuple(runs))


def _shown(run: Run, start: int, end: int) -> tuple[int, int]:
    """The place in the source of a part of a run of the view."""
    if run.is_whole:
        return run.source_start, run.source_end
    shift = run.source_start - run.start
    return start + shift, end + shift


class ViewBuilder:
    """A view made piece by piece, from its beginning to its end."""

    def __init__(self, source: str) -> None:
        """Make a view of that source text."""
        self._source = source
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0

    @property
    def length(self) -> int:
        """How many characters the view has so far."""
        return self._length

    def show(self, start: int, end: int) -> None:
        """Add a stretch of the source as it stands."""
        words = self._source[start:end]
        if not words:
            return
        last = self._runs[-1] if self._runs else None
        if last and not last.is_whole and (last.end, last.source_end) == (self._length, start):
            self._runs[-1] = Run(last.start, last.end + len(words), last.source_start, end)
        else:
            self._runs.append(Run(self._length, self._length + len(words), start, end))
        self.put_in(words)

    def show_as(self, words: str, start: int, end: int) -> None:
        """Add other words for a stretch of the source as a whole."""
        if words:
            self._runs.append(Run(self._length, self._length + len(words), start, end, is_whole=True))
            self.put_in(words)

    def put_in(self, words: str) -> None:
        """Add what the source does not have: a tab between two cells, the end of a row."""
        self._pieces.append(words)
        self._length += len(words)

    def show_joined(self, places: Iterable[tuple[int, int]], by: str = " ") -> None:
        """Add stretches of the source with the same words between each two of them."""
        for number, (start, end) in enumerate(places):
            if number:
                self.put_in(by)
            self.show(start, end)

    def view(self) -> View:
        """The view as it is now."""
        return View("".join(self._pieces), tuple(self._runs))
