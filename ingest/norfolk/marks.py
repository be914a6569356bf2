"""Boxes that are marked with an ``X`` or left empty, beside their label or in its cell."""

import re
from collections.abc import Sequence

from ingest.folding import MARKUP, latin
from ingest.model import Repair
from ingest.norfolk.labels import Cell, Labels

_MARKS = "Xx✓✔☒☑✗✘"
_AROUND = " \t\xa0[](){}.*|_"
_EMPTY = "☐□_-–—"
_TAG = r"(?:</?[a-zA-Z][^<>\n]{0,40}>)*"
_MARK = rf"{_TAG}[\[(_]*\s*\S\s*[\])_]*{_TAG}"
_LABEL_THEN_MARK = re.compile(rf"(?P<label>\S.*?)[\s:]+(?P<mark>{_MARK})")
_MARK_THEN_LABEL = re.compile(rf"(?P<mark>{_MARK})\s+(?P<label>\S.*)")
_LABEL_AND_MARK = re.compile(r"(?P<label>\S.*?\w)(?P<mark>\S)")


def is_mark(cell: str) -> bool:
    """Whether a cell holds a mark and nothing else."""
    bare = MARKUP.sub("", cell).strip(_AROUND)
    return len(bare) == 1 and latin(bare) in _MARKS


def is_unmarked(cell: str) -> bool:
    """Whether a cell holds nothing, an empty box, or a rule to write on; an asterisk alone may be a mark."""
    bare = MARKUP.sub("", cell)
    return not bare.strip(_AROUND + _EMPTY) and "*" not in bare


def mark_repairs(text: str, start: int, end: int) -> tuple[Repair, ...] | None:
    """The repairs that reading the cell as a mark takes, or None if it is no mark."""
    cell = text[start:end]
    if not is_mark(cell):
        return None
    bare = MARKUP.sub("", cell).strip(_AROUND)
    rules = [*(["markup"] if MARKUP.search(cell) else []), *(["look_alike"] if latin(bare) != bare else [])]
    return tuple(Repair(rule, cell, "X", start, end) for rule in rules)


def holds_box(cell: str) -> bool:
    """Whether a cell holds a mark, or a box that is printed and empty."""
    return is_mark(cell) or (bool(cell) and is_unmarked(cell))


def split_marks(text: str, cells: Sequence[Cell], labels: Labels | None = None) -> list[Cell]:
    """The cells, with a label and its mark in one cell (``Light X``, ``[X] Light``) as label, then mark.

    A mark that touches its label (``OfficeX``) is parted from it where ``labels`` know the label.
    """
    apart: list[Cell] = []
    for cell in cells:
        match = _label_and_mark(text[cell.start : cell.end], labels)
        if match is None:
            apart.append(cell)
        else:
            apart += [Cell(cell.start + match.start(part), cell.start + match.end(part)) for part in ("label", "mark")]
    return apart


def _label_and_mark(content: str, labels: Labels | None) -> re.Match[str] | None:
    for pattern in (_LABEL_THEN_MARK, _MARK_THEN_LABEL):
        match = pattern.fullmatch(content)
        if match and holds_box(match["mark"]):
            return match
    match = _LABEL_AND_MARK.fullmatch(content)
    touches = match and labels and labels.is_label(match["label"]) and not labels.is_label(content)
    return match if match and touches and is_mark(match["mark"]) else None
