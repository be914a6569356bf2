"""Columns that stand side by side in a text without tabs: which words of a stretch are whose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# How far from where a column begins its words may stand.
_SLACK = 3
# Words with one space between each two; a tab, a bar or two spaces part columns.
_RUN = re.compile(r"[^\s|]+(?:[ \xa0][^\s|]+)*")
_WORD = re.compile(r"\S+")
_PAGE_FOOTER = re.compile(r"\bPage \d+ of \d+\b")


@dataclass(frozen=True)
class Run:
    """Words that stand together on a line; ``left`` and ``right`` count letters from where the line begins."""

    words: str
    left: int
    right: int


def indent_of(source: str, position: int) -> int:
    """Return how many letters stand before a place on its line."""
    return position - (source.rfind("\n", 0, position) + 1)


def runs_of(line: str, indent: int = 0) -> list[Run]:
    """Return the runs of words of a line of which so many letters are left out at its beginning."""
    return [Run(match.group(), match.start() + indent, match.end() + indent) for match in _RUN.finditer(line)]


def words_by_columns(lines: Sequence[str], lefts: Sequence[int]) -> list[str]:
    """Return the words of lines by the columns that begin there, each from the top down.

    Words left of all columns are nobody's. A run that reaches into the next column is parted at the first of its words
    that begins there: what one space alone parts may be pushed aside.
    """
    columns: list[list[str]] = [[] for _ in lefts]
    for line in lines:
        for run in (part for whole in runs_of(line) for part in _parted(whole, lefts)):
            column = max((at for at, left in enumerate(lefts) if left <= run.left + _SLACK), default=None)
            if column is not None:
                columns[column].append(run.words)
    return [" ".join(words) for words in columns]


def own_words(source: str, start: int, end: int) -> str:
    """Return the words of a stretch that stand in the column that it begins in.

    Left out are only whole runs that end before that column begins, the words of the column on its left, and where a
    page ends within the stretch the lines that every page has. A stretch has a column only where another of its lines
    goes on right below where it begins.
    """
    indent = indent_of(source, start)
    first, *others = source[start:end].split("\n")
    at_page_end = any(_PAGE_FOOTER.search(line) for line in others)
    lines = [runs_of(line) for line in others if not (at_page_end and _is_of_every_page(line, source))]
    has_tabs = "\t" in source[start:end]
    in_columns = not has_tabs and any(abs(run.left - indent) <= _SLACK for runs in lines for run in runs)
    kept = (run.words for runs in lines for run in runs if not in_columns or run.right >= indent)
    return " ".join([first, *kept])


def _is_of_every_page(line: str, source: str) -> bool:
    """Whether a line is a footer, a heading in capitals, or one that the source has more than once."""
    words = line.strip()
    return bool(_PAGE_FOOTER.search(line)) or words.isupper() or (bool(words) and source.count(words) > 1)


def _parted(run: Run, lefts: Sequence[int]) -> Iterator[Run]:
    for left in lefts:
        starts = [run.left + match.start() for match in _WORD.finditer(run.words)]
        at = next((start for start in starts if start > run.left and start >= left - 1), None)
        if run.left + _SLACK < left < run.right and at is not None:
            before = run.words[: at - run.left].rstrip()
            yield Run(before, run.left, run.left + len(before))
            run = Run(run.words[at - run.left :], at, run.right)
    yield run
