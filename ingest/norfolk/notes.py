"""The footnotes "(1) (2) (3)" that "Other (see N below)" points at (contract, ``notes``)."""

import re
from collections.abc import Sequence

from ingest.folding import folded, repairs_between
from ingest.model import Fact, Section, Status
from ingest.norfolk.service import footnote_kinds
from ingest.source_text import Line

_NOTE = re.compile(r"\((?P<n>\d)\)")
_NUMBER_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LAST_WORD = re.compile(r"([^\W_]+)\s*$")
_LONGEST_NUMBER = 40
_STARTS_A_NOTE = re.compile(r"\s*\(\d\)")
_ENDS_WITH_NUMBER = re.compile(r"\(\d\)\Z")
_SENTENCE_ENDS = (".", "!", "?", ".”", ".)")


def split_notes(text: str, lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of a table, and the lines of the notes below it: from the first that begins with "(n)" on."""
    at = next((i for i, line in enumerate(lines) if _STARTS_A_NOTE.match(text[line.start : line.end])), len(lines))
    return tuple(lines[:at]), tuple(lines[at:])


def before_footnote(text: str, lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the notes, and the lines below a service footnote that go on with none of them.

    The footnote ends what the form prints. A note goes on below it only in the midst of a sentence or on another page;
    one that is blank does not.
    """
    for at in range(1, len(lines)):
        above, below = lines[at - 1], lines[at]
        if _is_footnote_between(text, above, below) and not _goes_on(text, above, below):
            return tuple(lines[:at]), tuple(lines[at:])
    return tuple(lines), ()


def _is_footnote_between(text: str, above: Line, below: Line) -> bool:
    return any(map(footnote_kinds, text[above.end : below.start].splitlines()))


def _goes_on(text: str, above: Line, below: Line) -> bool:
    """Whether a line begins a note, or goes on with the note that another one ends with."""
    said = text[above.start : above.end].rstrip()
    if _STARTS_A_NOTE.match(text, below.start, below.end):
        return True
    if _ENDS_WITH_NUMBER.search(said):
        return False
    return above.page != below.page or not said.endswith(_SENTENCE_ENDS)


def read_notes(text: str, lines: Sequence[Line]) -> tuple[tuple[Fact, ...], Section | None]:
    """``notes.<n>`` for each number at the start of a line or after another note, and the place of them all."""
    if not lines:
        return (), None
    facts: list[Fact] = []
    block_end = lines[-1].start + len(text[lines[-1].start : lines[-1].end].rstrip())
    marks = _marks(text, lines)
    for (number, start, after), following in zip(marks, [*marks[1:], None], strict=True):
        end = following[1] if following else block_end
        content = text[after:end]
        raw_start = after + len(content) - len(content.lstrip())
        raw_end = max(after + len(content.rstrip()), raw_start) if content.strip() else after
        raw_start = raw_start if content.strip() else after
        raw = text[raw_start:raw_end]
        value = _said(text, lines, raw_start, raw_end)
        status = Status.READ if raw else Status.BLANK
        page = next(line.page for line in lines if line.end > start)
        facts.append(Fact(f"notes.{number}", status, raw, value or None, None, page, start, raw_end, raw_start,
                          raw_end, None, repairs_between(text, raw_start, raw_end, folded(raw))))  # fmt: skip
    return tuple(facts), Section("notes", None, lines[0].page, marks[0][1], block_end)


def _said(text: str, lines: Sequence[Line], start: int, end: int) -> str:
    """The words of a note: what its lines say, without what a page's end puts between them."""
    parts = (text[max(line.start, start) : min(line.end, end)] for line in lines)
    return " ".join(said for part in parts if (said := folded(part)))


def _marks(text: str, lines: Sequence[Line]) -> list[tuple[int, int, int]]:
    """Number, start and end of each "(n)" that begins a note: in counting order, so that a "(2)" within one is none."""
    found: list[tuple[int, int, int]] = []
    for line in lines:
        for match in _NOTE.finditer(text, line.start, line.end):
            begins_line = not text[line.start : match.start()].strip()
            is_next = not found or int(match["n"]) == found[-1][0] + 1
            if begins_line or (is_next and not _repeats_a_number(text, line.start, match)):
                found.append((int(match["n"]), match.start(), match.end()))
    return found


def _repeats_a_number(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a "(2)" stands right after "two" or "2", as contracts write their numbers."""
    before = _LAST_WORD.search(text[max(start, mark.start() - _LONGEST_NUMBER) : mark.start()])
    return before is not None and before[1].casefold() in (mark["n"], _NUMBER_WORDS[int(mark["n"])])
