"""The text of an answer as lines and tables: pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_RULE = re.compile(r"\|(?: --- \|)+")
# A bar that is a cell's own is written with a backslash before it.
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table: its head, and rows of as many cells, the first of which names the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def answer_parts(text: str) -> tuple[str | AnswerTable, ...]:
    """The lines of an answer's text in order; each run of lines that is a table is one."""
    lines = text.split("\n")
    parts: list[str | AnswerTable] = []
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        parts.append(_table(lines[at], lines[at + 2 : end]) if end > at else lines[at])
        at = max(end, at + 1)
    return tuple(parts)


def _table_end(lines: Sequence[str], start: int) -> int:
    """Where the table ends that begins at a line: a head, a rule and rows; where it begins if none does."""
    if start + 1 >= len(lines) or not lines[start].startswith("|") or not _RULE.fullmatch(lines[start + 1].strip()):
        return start
    end = start + 2
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return end


def _table(head: str, rows: Sequence[str]) -> AnswerTable:
    heads = _cells(head)
    filled = (_cells(row) for row in rows)
    return AnswerTable(heads, tuple((*row, *[""] * (len(heads) - len(row)))[: len(heads)] for row in filled))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(line.strip())[1:-1])
