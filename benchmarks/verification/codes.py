"""The coded tables of the form: what a code means, by default and by a specification's own legend."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from benchmarks.verification.columns import runs_of, words_by_columns
from benchmarks.verification.folding import compact, edit_distance, plain

STRENGTH = {"S": "Sedentary", "L": "Light", "M": "Medium", "H": "Heavy", "VH": "Very Heavy"}
FREQUENCY = {"C": "Continuously", "F": "Frequently", "O": "Occasionally", "R": "Rarely", "N": "Never"}
EXPOSURE = {
    "D": "Daily",
    "W": "Several Times Per Week",
    "M": "Several Times Per Month",
    "S": "Seasonally",
    "N": "Never",
}
TABLES: Mapping[str, Mapping[str, str]] = {"strength": STRENGTH, "frequency": FREQUENCY, "exposure": EXPOSURE}
TABLE_OF_SECTION = {
    "essential_functions": "strength",
    "overall_strength": "strength",
    "physical_demands": "frequency",
    "non_physical_demands": "frequency",
    "health_and_safety": "exposure",
    "environmental_factors": "exposure",
}
_ENTRY = re.compile(
    r"(?<![^\s(|,;])(?P<code>[^\W_]{1,2})\s*(?:=|\s[-–—]\s)\s*(?P<words>[^\t|=\n]*?[^\W\d][^\t|=\n]*?)"
    r"(?=\s*(?:[\t|\n]|$|[,;]?\s+[^\W_]{1,2}\s*(?:=|\s[-–—]\s)))"
)
_MARKS = frozenset("Xx×✓✔✗✘☒☑■●")
_LEVEL_OR_MARK = re.compile(r"veryheavy|sedentary|light|medium|heavy|[x×✓✔✗✘☒☑■●]", re.IGNORECASE)
_SHORTEST_LEGEND = 3
_IN_COLUMNS = re.compile(r"[\t|]|\S[ \xa0]{2,}\S")


@dataclass(frozen=True)
class LegendEntry:
    """One code of a legend: the words beside it, and what the next lines say under them."""

    code: str
    words: str
    below: str
    start: int
    end: int


@dataclass(frozen=True)
class Legend:
    """A legend as it stands in a text."""

    table: str
    start: int
    end: int
    entries: tuple[LegendEntry, ...]

    def entry(self, code: str) -> LegendEntry | None:
        """Return the entry of a code."""
        return next((entry for entry in self.entries if entry.code == code), None)


@dataclass(frozen=True)
class Decoding:
    """The words that a code may be decoded to, and whether the specification's own legend differs from the form's."""

    words: frozenset[str]
    own: bool


def folded_code(cell: str) -> str:
    """Return the code that a cell shows: look-alike letters and the digit 0 read as letters, in capitals."""
    return re.sub(r"[\W_]+", "", plain(cell)).upper().replace("0", "O")


def is_mark(cell: str) -> bool:
    """Tell whether a cell holds the mark of a box, perhaps in brackets."""
    return compact(cell).strip("[]()") in _MARKS


def marked_levels(row: str) -> set[str]:
    """Return the names of the strength levels that are marked in a row of them, or that stand alone."""
    found = [match.group().casefold() for match in _LEVEL_OR_MARK.finditer(compact(row))]
    names = {compact(word).casefold(): word for word in STRENGTH.values()}
    if len(found) > 1 and found[0] not in names:
        found.reverse()
    return {names[level] for level, mark in pairwise(found) if level in names and mark not in names}


def is_level_row(quote: str) -> bool:
    """Tell whether a quotation is the row of strength levels."""
    return len(re.findall(r"veryheavy|sedentary|light|medium|heavy", compact(quote), re.IGNORECASE)) >= 4 and (
        not legend_entries(quote)
    )


def legend_entries(text: str, indent: int = 0) -> list[LegendEntry]:
    """Return the entries `code = words` of every line of a text, with what the lines below say under them.

    ``indent`` letters stand before the text on its first line, which tells where its columns begin.
    """
    return [entry for line in _legend_lines(text, indent) for entry in line]


@lru_cache(maxsize=512)
def legends_in(text: str) -> tuple[Legend, ...]:
    """Return the legends of a source text, in order: runs of adjoining lines with three entries or more."""
    runs: list[list[LegendEntry]] = []
    for line in _legend_lines(text):
        adjoins = runs and text.count("\n", runs[-1][-1].end, line[0].start) <= 1
        runs[-1].extend(line) if adjoins else runs.append(list(line))
    return tuple(
        Legend(_table_of(run), run[0].start, run[-1].end, tuple(run)) for run in runs if len(run) >= _SHORTEST_LEGEND
    )


def legend_in_force(source: str, table: str, position: int) -> Legend | None:
    """Return the legend that rules a place: the nearest of its table before it, else the first one after it."""
    of_table = [legend for legend in legends_in(source) if legend.table == table]
    before = [legend for legend in of_table if legend.start <= position]
    return before[-1] if before else of_table[0] if of_table else None


def decode(code: str, table: str, legend: Legend | None) -> Decoding:
    """Return what a code means in a table, by the legend in force where it differs from the form's own words."""
    default = TABLES[table].get(code)
    entry = legend.entry(code) if legend else None
    if entry is None:
        return Decoding(frozenset({default} if default else ()), own=False)
    if default and agrees(entry, default):
        return Decoding(frozenset({default}), own=False)
    head = head_words(entry, default)
    whole = plain(f"{entry.words} {entry.below}")
    return Decoding(frozenset({head, plain(entry.words), whole}), own=True)


def head_words(entry: LegendEntry, default: str | None) -> str:
    """Return the word that a legend gives for a code, without the meaning that may follow in the same cell."""
    words = plain(entry.words)
    if default and agrees(entry, default):
        return " ".join(words.split(" ")[: len(default.split(" "))])
    # The strength legend goes on in the same cell: "Light Exerting up to 20 lbs."
    return re.split(r"[,;:(]|\s+(?=Exerting\b)", words, maxsplit=1)[0].strip()


def agrees(entry: LegendEntry, default: str) -> bool:
    """Tell whether a legend's entry says the form's own word, small scanning errors aside."""
    expected = compact(default).casefold()
    words, below = compact(entry.words).casefold(), compact(entry.below).casefold()
    if expected.startswith(words) and len(words) < len(expected) and not below:
        return len(words) >= 5
    if expected.startswith(words) and len(words) < len(expected):
        words += below
    return words.startswith(expected) or edit_distance(words[: len(expected)], expected) <= max(1, len(expected) // 6)


def row_cells(quote: str) -> list[str]:
    """Return the cells of a quoted row; where the columns are lost, its words."""
    if not _IN_COLUMNS.search(quote):
        return quote.split()
    return [cell.strip() for cell in re.split(r"[\t|\n]|\s{2,}", quote)]


def row_codes(quote: str, table: str, legend: Legend | None) -> set[str]:
    """Return the codes of a table that stand alone in a cell of a quoted row."""
    known = set(TABLES[table]) | {entry.code for entry in (legend.entries if legend else ())}
    return {folded_code(cell) for cell in row_cells(quote) if len(compact(cell)) <= 4} & known


def _legend_lines(text: str, indent: int = 0) -> list[list[LegendEntry]]:
    lines: list[list[LegendEntry]] = []
    start = 0
    rows = text.split("\n")
    for at, row in enumerate(rows):
        entries = _entries_of(row, rows[at + 1 :], start, 0 if at else indent)
        if entries:
            lines.append(entries)
        start += len(row) + 1
    return lines


def _entries_of(row: str, following: Sequence[str], start: int, indent: int) -> list[LegendEntry]:
    matches = [match for match in _ENTRY.finditer(row) if folded_code(match["code"]).isalpha()]
    if not matches:
        return []
    if "\t" in row:
        below = _below_tabs(row, matches, following)
    else:
        # Codes that run on after each other have no columns; a line's end alone may be the last of several.
        stands_in_columns = indent > 0 or len(runs_of(row)) > 1
        below = _below_spaces(matches, following if stands_in_columns else (), indent)
        if indent > 0 and not any(below):
            below[-1] = _running_on(following)
    return [
        LegendEntry(folded_code(match["code"]), match["words"], under, start + match.start(), start + match.end())
        for match, under in zip(matches, below, strict=True)
    ]


def _below_tabs(row: str, matches: Sequence[re.Match[str]], following: Sequence[str]) -> list[str]:
    """What the next line says under each code, cell under cell."""
    below = following[0].split("\t") if following else []
    if len(below) != row.count("\t") + 1 or _ENTRY.search(following[0]):
        return [""] * len(matches)
    columns = (row.count("\t", 0, match.start()) for match in matches)
    return [below[column].strip() if column < len(below) else "" for column in columns]


def _below_spaces(matches: Sequence[re.Match[str]], following: Sequence[str], indent: int) -> list[str]:
    """What the next lines say under each code of those that stand side by side, up to an empty line or a row."""
    codes = {folded_code(match["code"]) for match in matches}
    lines: list[str] = []
    for line in following:
        in_columns = not line.isspace() and "\t" not in line and not _ENTRY.search(line) and not line.isupper()
        if not line or not in_columns or any(run.words in codes for run in runs_of(line)):
            break
        lines.append(line)
    return words_by_columns(lines, [match.start() + indent for match in matches])


def _running_on(following: Sequence[str]) -> str:
    """What the next lines go on to say of a code in the midst of running words, up to the next one or an empty line."""
    said: list[str] = []
    for line in following:
        marked = _ENTRY.search(line)
        said.append(line[: marked.start()] if marked else line)
        if marked or not line.strip():
            break
    return " ".join(" ".join(said).split())


def _table_of(run: list[LegendEntry]) -> str:
    def likeness(table: str) -> int:
        defaults = TABLES[table]
        known = [entry for entry in run if entry.code in defaults]
        return len(known) + sum(agrees(entry, defaults[entry.code]) for entry in known)

    return max(TABLES, key=likeness)
