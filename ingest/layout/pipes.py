"""Markdown pipe tables as rows of cells (GitHub Flavored Markdown, "Tables (extension)")."""

import re
from collections.abc import Sequence

from ingest.layout.rows import Row
from ingest.source_text import Line, Span, has_gap

_SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")


def in_pipes(text: str, lines: Sequence[Line]) -> list[Row | Line] | None:
    """The lines, those of pipe tables as rows of cells, their separator lines left out; None if no table is there.

    A table has a line of dashes below its first row; a line with pipes but no table around it stays as it is.
    """
    made: list[Row | Line] = []
    found = False
    for at, line in enumerate(lines):
        if is_separator(text, line):
            found = True
        elif _PIPE.search(text, line.start, line.end) and _in_table(text, lines, at):
            if at and has_gap(text, lines[at - 1].end, line.start):
                made.append(Row(()))
            made.append(Row(tuple(_cell(text, start, end) for start, end in _cells(text, line))))
        else:
            made.append(line)
    return made if found else None


def is_separator(text: str, line: Line) -> bool:
    """Whether a line only parts the head of a pipe table from its rows."""
    content = text[line.start : line.end]
    return "|" in content and _SEPARATOR.fullmatch(content) is not None


def _in_table(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line with pipes stands right below a separator line or other such lines of its table, or above one."""
    if at + 1 < len(lines) and is_separator(text, lines[at + 1]):
        return True
    while at > 0 and not has_gap(text, lines[at - 1].end, lines[at].start):
        at -= 1
        if is_separator(text, lines[at]):
            return True
        if not _PIPE.search(text, lines[at].start, lines[at].end):
            return False
    return False


def _cells(text: str, line: Line) -> list[tuple[int, int]]:
    """The places between the pipes of a line; what stands outside the outer ones is no cell where it is blank."""
    pipes = [match.start() for match in _PIPE.finditer(text, line.start, line.end)]
    places = list(zip([line.start, *(pipe + 1 for pipe in pipes)], [*pipes, line.end], strict=True))
    if not text[slice(*places[0])].strip():
        places = places[1:]
    return places[:-1] if not text[slice(*places[-1])].strip() else places


def _cell(text: str, start: int, end: int) -> tuple[Span, ...]:
    content = text[start:end]
    bare = content.strip(" \t\xa0")
    at = start + content.find(bare)
    return (Span(at, at + len(bare)),) if bare else ()
