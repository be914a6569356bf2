"""The labels of the form's header and the values beside them: "Class Title: Firefighter" (contract, ``header``)."""

import re
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import MARKUP, allowed_errors, skeleton, words
from ingest.form import HEADER_FIELDS
from ingest.norfolk.labels import Cell, cells_of
from ingest.source_text import Line
from ingest.spelling import is_english

_LABELS = sorted(
    ((skeleton(label), label, field.key) for field in HEADER_FIELDS for label in field.labels),
    key=lambda entry: -len(entry[0]),
)
_BY_SKELETON = {bare: (key, label) for bare, label, key in _LABELS}
_MOST_LABEL_LETTERS = max(len(wanted) for wanted, _, _ in _LABELS) + 2
_LABEL_REACH = 200
# In a label of two words one that a misread letter makes another word ("Glass Title") is known by the other one.
_SHORTEST_MISREAD = 4
EDGES = " \t\xa0,;|*_"
_BLANK = re.compile(r"[\s_.\-–—/()\[\]]*")
_SETS_OFF = re.compile(r"[\t,;|]|[ \xa0]{2}")
_SET_OFF = re.compile(r"\s*\t\s*|\s{2,}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the value after it, as places in the text; ``is_whole`` unless the value's end is in doubt.

    ``label_end`` is behind the label's colon, if it has one.
    """

    key: str
    label: str
    start: int
    label_end: int
    value_start: int
    value_end: int
    is_whole: bool


def labelled(text: str, line: Line) -> list[Labelled]:
    """The labels and values of a line, however its letters are split; values run to the next label.

    A label ends with a colon, or is a cell by itself beside the cell of its value.
    """
    pairs = _before_colons(text, line)
    return [*_in_cells(text, line.start, pairs[0].start if pairs else line.end), *pairs]


def _in_cells(text: str, start: int, end: int) -> list[Labelled]:
    """The labels without a colon, each whole and undamaged in its cell, with a cell for their value beside them."""
    cells = cells_of(text, start, end)
    while cells and cells[0].is_blank:
        cells.pop(0)
    named = [_BY_SKELETON.get(skeleton(text[cell.start : cell.end])) for cell in cells]
    if len(cells) < 2 or named[0] is None:
        return []
    at = [number for number, name in enumerate(named) if name is not None]
    if any(following == number + 1 for number, following in pairwise(at)):
        return []  # column heads, whose values stand below them
    pairs = []
    for number, following in zip(at, [*at[1:], len(cells)], strict=True):
        key, label = named[number] or ("", "")
        filled = [cell for cell in cells[number + 1 : following] if not cell.is_blank]
        value = Cell(filled[0].start, filled[-1].end) if filled else Cell(cells[number].end, cells[number].end)
        place = trimmed_value(text, value.start, value.end)
        pairs.append(Labelled(key, label, cells[number].start, cells[number].end, *place, True))
    return pairs


def _before_colons(text: str, line: Line) -> list[Labelled]:
    """The ``Label: value`` pairs of a line."""
    found: list[tuple[str, str, int, int]] = []
    begin = line.start
    for colon in (line.start + match.start() for match in re.finditer(":", text[line.start : line.end])):
        place = _label_before(text, begin, colon, begins_line=begin == line.start, follows_value=bool(found))
        if place is not None:
            found.append((*place, colon))
        begin = colon + 1
    pairs = []
    ends = (*(start for _, _, start, _ in found[1:]), line.end)
    for (key, label, start, colon), end in zip(found, ends, strict=False):
        limit, is_whole = _value_limit(text, colon + 1, end)
        pairs.append(Labelled(key, label, start, colon + 1, *trimmed_value(text, colon + 1, limit), is_whole))
    return pairs


def _label_before(
    text: str, begin: int, colon: int, *, begins_line: bool, follows_value: bool
) -> tuple[str, str, int] | None:
    """The key, printed label and start of the label that ends at a colon: the one of fewest errors, then the longest.

    A label begins its line, or is set off from what stands before it; only the value of another label needs nothing
    between.
    """
    start = max(begin, colon - _LABEL_REACH)
    spaced = MARKUP.sub(lambda match: "_" * len(match[0]), text[start:colon])
    letters = ""
    best: tuple[int, str, str, int] | None = None
    for at in range(len(spaced) - 1, -1, -1):
        letters = skeleton(spaced[at]) + letters
        if len(letters) > _MOST_LABEL_LETTERS:
            break
        if not spaced[at].isalnum() or spaced[at - 1 : at].isalnum():
            continue
        gap = spaced[_end_of_words(spaced, at) : at]
        begins_first = begins_line and gap == spaced[:at] and start == begin
        may_begin = follows_value or begins_first or _SETS_OFF.search(gap) is not None
        named = _named(spaced[at:], letters) if may_begin else None
        if named is not None and (best is None or named[0] <= best[0]):
            best = (*named, start + at)
    return best[1:] if best else None


def _end_of_words(spaced: str, at: int) -> int:
    """Where the last word before a place ends."""
    while at > 0 and not spaced[at - 1].isalnum():
        at -= 1
    return at


def _named(printed: str, letters: str) -> tuple[int, str, str] | None:
    """The errors, key and label of the header's label that is printed, if it is one; another word is not misread."""
    near = []
    for wanted, label, key in _LABELS:
        bound = min(allowed_errors(len(wanted)), 2)
        errors = DamerauLevenshtein.distance(letters, wanted, score_cutoff=bound)
        if errors <= bound:
            near.append((errors, key, label))
    best = min(near, key=lambda entry: entry[0], default=None)
    if best is None or best[0] == 0:
        return best
    said, meant = words(printed), words(best[2])
    others = [word for word in said if word not in meant]
    is_beside_its_own = len(said) == len(meant) and len(others) == best[0] == 1 and len(others[0]) >= _SHORTEST_MISREAD
    return None if any(map(is_english, others)) and not is_beside_its_own else best


def _value_limit(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where a value ends at the latest: before what is set off from it and holds a colon, so has a label of its own.

    Returns:
        The limit, and whether it is certain: of several pieces before the colon it is not known which the label has.
    """
    colon = text.find(":", start, end)
    first, _ = trimmed_value(text, start, max(start, colon))
    gaps = [gap for gap in _SET_OFF.finditer(text, first, max(first, colon)) if gap.end() < colon]
    return (gaps[0].start(), True) if len(gaps) == 1 else (end, not gaps)


def trimmed_value(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a value without separators and empty markup around it; zero width where nothing is left."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    if _BLANK.fullmatch(MARKUP.sub("", text[start:end])):
        return start, start
    return start, end
