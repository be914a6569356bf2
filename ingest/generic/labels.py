"""The labelled values of another agency's header: "Class Code: 1590", "Established 01/10/84 Revised 8/10/96", a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from ingest.generic.agencies import LABELS, OTHER_LABELS
from ingest.generic.printed_lines import EDGES, PrintedLines

_DATED = ("adopted", "revised", "open_date")
_RANKS = {label: (field, rank) for field, labels in LABELS.items() for rank, label in enumerate(labels)}
_PRINTED = "|".join(
    re.escape(label).replace(r"\ ", r"[\s\xa0]+") for label in sorted((*_RANKS, *OTHER_LABELS), key=len, reverse=True)
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d"
_LABEL = re.compile(
    rf"(?P<label>{_PRINTED})\b\.?[*_]*[\s\xa0]*"
    rf"(?:(?P<mark>[:|\t])[*_]*|#|(?P<before>(?=\d|{_MONTH}))|(?<=[\s\xa0]{{2}})(?=\S)|$)",
    re.IGNORECASE,
)
_MAY_BEGIN = re.compile(r"^[\s\xa0\ufeff|*_•·>-]*|\t[\s\xa0]*|\|[\s\xa0]*|[\s\xa0]{2,}|(?<=[\d,;)])[\s\xa0]+")
_CELL_EDGE = re.compile(r"[\t|]+")
_VALUE_EDGES = EDGES + ",;|*_"
_BLANK = re.compile(r"(?:[\s_.\-–—/()\[\]]*|n/?a|none)\**", re.IGNORECASE)
# In a longer line only what stands at its beginning is a label.
_MOST_LETTERS = 260


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and its value: what it labels, how plainly (0 is best), and both their places.

    ``has_mark`` where a colon or the edge of a cell parts them. The value may stand on the line below.
    """

    field: str
    rank: int
    line: int
    start: int
    label_end: int
    value_start: int
    value_end: int
    has_mark: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands where the value belongs."""
        return self.value_start == self.value_end


def labelled_values(page: PrintedLines) -> tuple[Labelled, ...]:
    """The labelled values of a document in order; the field of a label that names no header fact is empty."""
    return tuple(found for at in range(len(page)) for found in _of_line(page, at))


def _of_line(page: PrintedLines, at: int) -> Iterator[Labelled]:
    matches = list(_labels(page, at))
    if matches and len(_CELL_EDGE.findall(page.words[at].strip("|\t "))) > 1:
        # a row of three cells or more is one of a table, in which no cell labels the next
        matches = [match for match in matches if match["mark"] == ":"]
    _, end = page.place(at)
    for number, match in enumerate(matches):
        following = matches[number + 1] if number + 1 < len(matches) else None
        limit = following.start("label") if following else end
        start, stop = trimmed(page.text, match.end(), limit)
        if match["mark"] == "\t" or (match["mark"] == "|" and "|" in page.text[start:stop]):
            stop = _cell_end(page.text, start, stop)
        field, rank = _RANKS.get(" ".join(match["label"].casefold().split()), ("", 0))
        found = Labelled(field, rank, at, match.start("label"), _label_end(page.text, match), start, stop,
                         match["mark"] is not None)  # fmt: skip
        if field and found.is_empty and match["mark"] == ":":
            found = _with_value_below(page, found)
        yield found


def _labels(page: PrintedLines, at: int) -> Iterator[re.Match[str]]:
    line = page.lines[at]
    for start in _label_starts(page.text[line.start : line.end]):
        match = _LABEL.match(page.text, line.start + start, line.end)
        if match is not None:
            yield match


@lru_cache(maxsize=4096)  # an agency prints the same lines in document after document, and few of them label anything
def _label_starts(content: str) -> tuple[int, ...]:
    """Where the labels of a line begin."""
    starts: list[int] = []
    behind = 0
    begins = _MAY_BEGIN.finditer(content)
    for begin in islice(begins, 1) if len(content) > _MOST_LETTERS else begins:
        match = _LABEL.match(content, begin.end()) if begin.end() >= behind else None
        if match is not None and _is_label(match, is_first=begin.start() == 0):
            starts.append(match.start())
            behind = match.end()
    return tuple(starts)


def _is_label(match: re.Match[str], *, is_first: bool) -> bool:
    """Whether what parts a label from its value is enough: a code or a date needs no colon."""
    field = _RANKS.get(" ".join(match["label"].casefold().split()), ("", 0))[0]
    if match["mark"] is not None:
        return is_first or match["mark"] != "\t" or bool(field)
    return field in (*_DATED, "code") and (match["before"] is not None or match.end() != match.endpos)


def _label_end(text: str, match: re.Match[str]) -> int:
    end = match.end()
    while end > match.end("label") and text[end - 1] in EDGES + "|*_":
        end -= 1
    return end


def _cell_end(text: str, start: int, end: int) -> int:
    """Where the cell that a value stands in ends."""
    ends = [place for edge in "\t|" if (place := text.find(edge, start, end)) >= 0]
    return trimmed(text, start, min(ends, default=end))[1]


def _with_value_below(page: PrintedLines, found: Labelled) -> Labelled:
    """A label that ends its line, with the line below as its value if that has no label of its own."""
    below = found.line + 1
    if below >= len(page) or page.is_set_off(below) or next(_labels(page, below), None) is not None:
        return found
    start, end = page.place(below)
    return replace(found, value_start=start, value_end=end)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a value without what parts it from its neighbours; zero width where nothing is filled in."""
    first = start
    while start < end and text[start] in _VALUE_EDGES:
        start += 1
    while end > start and text[end - 1] in _VALUE_EDGES:
        end -= 1
    return (first, first) if _BLANK.fullmatch(text, start, end) else (start, end)
