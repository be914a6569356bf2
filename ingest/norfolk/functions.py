"""Essential functions: numbered rows, each with its Physical Strength Code (contract, ``essential_functions``)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.folding import MARKUP, folded, latin_text, repairs_between
from ingest.form import CodeKind
from ingest.model import Fact, Issue, LegendEntry, Repair, Status
from ingest.norfolk.codes import decode
from ingest.norfolk.labels import Cell, cells_of
from ingest.norfolk.paragraphs import trimmed
from ingest.norfolk.rows import Table, unread_issues, without_conflicts
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line, digits

_NUMBER = re.compile(r"(?P<n>\d{1,2})[.)]?")
# A number and a code with no tab between them.
_JOINED = re.compile(r"\s*(?P<number>[^\s.)]{1,2})(?:[.)]\s*|[^\S\t]+)(?P<code>VH|[SLMH])(?!\S)")
_CODE_LETTERS = 3
_NUMBER_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _FunctionRow:
    """One function: its number, its code's cell, its text over one or more lines."""

    number: int
    start: int
    code: Cell
    lines: tuple[Cell, ...]
    page: int | None
    repairs: tuple[Repair, ...]

    @property
    def words(self) -> Cell:
        return Cell(self.lines[0].start, self.lines[-1].end)


def read_functions(text: str, block: Block, legend: Sequence[LegendEntry]) -> Table:
    """The text and the strength of each function; lines that follow a row's text belong to it.

    A line that looks like a row and is none, and what follows it, is prose with an issue: it is no row's text.
    """
    rows: list[_FunctionRow] = []
    prose: list[Line] = []
    unread: list[Line] = []
    following: int | None = 1
    for line in block.lines:
        row = _row(text, line, following, legend)
        if row is not None:
            rows.append(row)
            following = row.number + 1
        elif _looks_like_a_row(text, line):
            unread.append(line)
            prose.append(line)
            following = None
        elif rows and following is not None:
            content = Cell(line.start, line.start + len(text[line.start : line.end].rstrip()))
            rows[-1] = replace(rows[-1], lines=(*rows[-1].lines, content))
        else:
            prose.append(line)
    facts = without_conflicts([fact for row in rows for fact in _facts(text, row, legend)])
    issues = (*unread_issues(text, facts), *(_unread_row(text, line) for line in unread))
    return Table(tuple(facts), (), issues, tuple(prose))


def _row(text: str, line: Line, following: int | None, legend: Sequence[LegendEntry]) -> _FunctionRow | None:
    """The row that a line begins: number, code and text, of which number or code may be blank."""
    joined = _joined_row(text, line, following)
    if joined is not None:
        return joined
    cells = cells_of(text, line.start, line.end)
    if len(cells) < 2:
        return None
    coded = len(cells) > 2 and _is_code_like(text, cells[1], _CODE_LETTERS, legend)
    if cells[0].is_blank:
        is_row = coded and not cells[1].is_blank and _is_code_like(text, cells[1], _CODE_LETTERS - 1, legend)
        number = following if is_row else None
    else:
        number = _number(text[cells[0].start : cells[0].end], following)
    if number is None:
        return None
    code = cells[1] if coded else Cell(cells[0].end, cells[0].end)
    filled = [cell for cell in cells[2 if coded else 1 :] if not cell.is_blank]
    words = Cell(filled[0].start, filled[-1].end) if filled else cells[-1]
    start = code.start if cells[0].is_blank else cells[0].start
    return _FunctionRow(number, start, code, (words,), line.page, _number_repairs(text, cells[0], number))


def _joined_row(text: str, line: Line, following: int | None) -> _FunctionRow | None:
    """The row that a line begins whose number and code stand in one cell: only where its number is the next one."""
    match = _JOINED.match(latin_text(text[line.start : line.end]))
    if match is None or following is None or _number(match["number"], following) != following:
        return None
    number, code = (Cell(*(line.start + at for at in match.span(part))) for part in ("number", "code"))
    words = Cell(*trimmed(text, code.end, line.end))
    printed = text[number.start : code.end]
    apart = Repair("missing_tab", printed, f"{following}\t{match['code']}", number.start, code.end)
    repairs = (*_number_repairs(text, number, following), apart)
    return _FunctionRow(following, number.start, code, (words,), line.page, repairs)


def _number(printed: str, following: int | None) -> int | None:
    """The number that a cell is; letters that look like digits, and digits apart, only where it is the next one."""
    plain = MARKUP.sub("", printed).strip()
    match = _NUMBER.fullmatch(plain)
    if match is not None:
        return int(match["n"])
    closed_up = _NUMBER.fullmatch(digits("".join(plain.split())))
    return following if closed_up is not None and int(closed_up["n"]) == following else None


def _number_repairs(text: str, cell: Cell, number: int) -> tuple[Repair, ...]:
    """The repairs that reading a row's number took: markup, digits apart, letters for digits."""
    printed = text[cell.start : cell.end]
    plain = MARKUP.sub("", printed)
    steps = {
        "markup": plain != printed,
        "split_word": len(plain.split()) > 1,
        "letter_for_digit": any(character.isalpha() or character == "|" for character in plain),
    }
    return tuple(Repair(rule, printed, str(number), cell.start, cell.end) for rule, taken in steps.items() if taken)


def _is_code_like(text: str, cell: Cell, most: int, legend: Sequence[LegendEntry]) -> bool:
    """Whether a cell is blank or as short as a code, whatever its markup, or is a code's word."""
    short = len(MARKUP.sub("", text[cell.start : cell.end])) <= most
    return short or decode(text, cell.start, cell.end, CodeKind.STRENGTH, legend) is not None


def _looks_like_a_row(text: str, line: Line) -> bool:
    """Whether a line begins with a short cell that holds a digit and a cell as short as a code, tab between or not."""
    joined = _JOINED.match(latin_text(text[line.start : line.end]))
    if joined is not None and any(character.isdigit() for character in joined["number"]):
        return True
    plain = [MARKUP.sub("", text[cell.start : cell.end]) for cell in cells_of(text, line.start, line.end)[:2]]
    short = len(plain) > 1 and len(plain[0]) <= _NUMBER_LETTERS and 0 < len(plain[1]) <= _CODE_LETTERS
    return short and any(character.isdigit() for character in plain[0])


def _unread_row(text: str, line: Line) -> Issue:
    place = trimmed(text, line.start, line.end)
    sentence = f"“{folded(text[slice(*place)])[:80]}” looks like a row of the functions, but its number cannot be read."
    return Issue("unplaced_line", sentence, *place)


def _facts(text: str, row: _FunctionRow, legend: Sequence[LegendEntry]) -> tuple[Fact, Fact]:
    field = f"essential_functions.{row.number}"
    words = row.words
    value = " ".join(folded(text[line.start : line.end]) for line in row.lines)
    read = Status.BLANK if words.is_blank else Status.READ
    markup = repairs_between(text, words.start, words.end, folded(text[words.start : words.end]))
    described = Fact(
        field, read, text[words.start : words.end], value or None, None, row.page, row.start, words.end,
        words.start, words.end, None, (*row.repairs, *markup),
    )  # fmt: skip
    code = decode(text, row.code.start, row.code.end, CodeKind.STRENGTH, legend)
    status = Status.BLANK if row.code.is_blank else Status.READ if code else Status.ILLEGIBLE
    strength = Fact(
        f"{field}.strength", status, text[row.code.start : row.code.end], code.word if code else None, None, row.page,
        row.start, words.end, row.code.start, row.code.end, None, (*row.repairs, *(code.repairs if code else ())),
    )  # fmt: skip
    return described, strength
