"""Boxes that are marked with an ``X`` or left empty, beside their label or in its cell."""

import re
from collections.abc import Sequence

from ingest.folding import MARKUP, latin
from ingest.labels import Cell
from ingest.model import Repair

_MARKS = "Xx✓✔☒☑✗✘"
_AROUND = " \t\xa0[](){}.*|"
_EMPTY = "☐□_-–—"
_LABEL_THEN_MARK = re.compile(r"(?P<label>\S.*?)(?P<gap>[\s:]+)(?P<mark>[\[(]?\s*\S\s*[\])]?)")
_MARK_THEN_LABEL = re.compile(r"(?P<mark>[\[(]?\s*\S\s*[\])]?)(?P<gap>\s+)(?P<label>\S.*)")


def is_mark(cell: str) -> bool:
    """Whether a cell holds a mark and nothing else."""
    bare = MARKUP.sub("", cell).strip(_AROUND)
    return len(bare) == 1 and latin(bare) in _MARKS


def is_unmarked(cell: str) -> bool:
    """Whether a cell holds nothing, an empty box, or a rule to write on."""
    return not MARKUP.sub("", cell).strip(_AROUND + _EMPTY)


def mark_repairs(text: str, start: int, end: int) -> tuple[Repair, ...] | None:
    """The repairs that reading the cell as a mark takes, or None if it is no mark."""
    cell = text[start:end]
    if not is_mark(cell):
        return None
    bare = MARKUP.sub("", cell).strip(_AROUND)
    rules = [*(["markup"] if MARKUP.search(cell) else []), *(["look_alike"] if latin(bare) != bare else [])]
    return tuple(Repair(rule, cell, "X", start, end) for rule in rules)


def split_marks(text: str, cells: Sequence[Cell]) -> list[Cell]:
    """The cells, with a label and its mark in one cell (``Light X``, ``[X] Light``) as label, then mark."""
    apart: list[Cell] = []
    for cell in cells:
        content = text[cell.start : cell.end]
        after = _LABEL_THEN_MARK.fullmatch(content)
        before = _MARK_THEN_LABEL.fullmatch(content)
        match = after if after and is_mark(after["mark"]) else before if before and is_mark(before["mark"]) else None
        if match is None:
            apart.append(cell)
        else:
            apart += [Cell(cell.start + match.start(part), cell.start + match.end(part)) for part in ("label", "mark")]
    return apart
