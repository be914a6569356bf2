"""The table of a comparison, from the lines of an answer's text to HTML: pure, and after every word was escaped."""

import re
from collections.abc import Callable, Sequence

from ui.html import escaped
from ui.words import Words

_RULE = re.compile(r"\|(?: --- \|)+")
# A bar that is a cell's own is written with a backslash before it.
_BAR = re.compile(r"(?<!\\)\|")


def table_end(lines: Sequence[str], start: int) -> int:
    """Where the table ends that begins at a line: a head, a rule and rows; where it begins if none does."""
    if start + 1 >= len(lines) or not lines[start].startswith("|") or not _RULE.fullmatch(lines[start + 1].strip()):
        return start
    end = start + 2
    while end < len(lines) and lines[end].startswith("|"):
        end += 1
    return end


def table_html(lines: Sequence[str], shown: Callable[[str], str], words: Words) -> str:
    """The escaped lines of a table as one, in a frame that scrolls sideways; ``shown`` makes HTML of a cell's words."""
    head, _, *rows = lines
    heads = "".join(f'<th scope="col">{shown(cell)}</th>' if cell else "<td></td>" for cell in _cells(head))
    body = "".join(_row(_cells(row), shown) for row in rows)
    return (
        f'<div class="comparison" tabindex="0" role="region" aria-label="{escaped(words.say("ask.comparison"))}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(cells: Sequence[str], shown: Callable[[str], str]) -> str:
    first, *others = cells or ("",)
    differs = ' class="differs"' if others and others[-1] == "differs" else ""
    return f'<tr{differs}><th scope="row">{first}</th>{"".join(f"<td>{shown(cell)}</td>" for cell in others)}</tr>'


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(line.strip())[1:-1]]
