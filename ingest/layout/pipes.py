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
    found = in_table = False
    for at, line in enumerate(lines):
        is_apart = at > 0 and has_gap(text, lines[at - 1].end, line.start)
        if is_separator(text, line):
            found = in_table = True
            continue
        is_head = at + 1 < len(lines) and is_separator(text, lines[at + 1])
        in_table = (is_head or (in_table and not is_apart)) and _PIPE.search(text, line.start, line.end) is not None
        if not in_table:
            made.append(line)
            continue
        made += [Row(())] if is_apart else []
        made.append(Row(tuple(_cell(text, start, end) for start, end in _cells(text, line))))
    return made if found else None


def is_separator(text: str, line: Line) -> bool:
    """Whether a line only parts the head of a pipe table from its rows."""
    content = text[line.start : line.end]
    return "|" in content and _SEPARATOR.fullmatch(content) is not None


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
