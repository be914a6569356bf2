"""The table of a comparison, from the lines of an answer's text to HTML: pure, and after every word was escaped."""

import re
from collections.abc import Sequence

_RULE = re.compile(r"\|(?: --- \|)+")
# A bar that is a cell's own is written with a backslash before it.
_BAR = re.compile(r"(?<!\\)\|")


def with_tables(escaped: str) -> str:
    """The escaped text of an answer with each run of lines that is a table as one, in a frame that scrolls sideways."""
    lines = escaped.split("\n")
    shown: list[str] = []
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        shown.append(_table(lines[at], lines[at + 2 : end]) if end > at else lines[at] + "\n")
        at = max(end, at + 1)
    return "".join(shown).rstrip("\n")


def _table_end(lines: Sequence[str], start: int) -> int:
    """Where the table ends that begins at a line: a head, a rule and rows; where it begins if none does."""
    if start + 1 >= len(lines) or not lines[start].startswith("|") or not _RULE.fullmatch(lines[start + 1].strip()):
        return start
    end = start + 2
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return end


def _table(head: str, rows: Sequence[str]) -> str:
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in _cells(head))
    body = "".join(_row(_cells(row)) for row in rows)
    return (
        '<div class="comparison" tabindex="0" role="region" aria-label="Comparison">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *others = cells or ("",)
    differs = ' class="differs"' if others and others[-1] == "differs" else ""
    return f'<tr{differs}><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(line.strip())[1:-1]]
