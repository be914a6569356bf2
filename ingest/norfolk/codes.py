"""Codes and the legends that say what they mean; a spec's own legend wins over the form's (contract, "Codes")."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.folding import (
    MARKUP,
    is_look_alike,
    latin,
    latin_text,
    repairs_between,
    skeleton,
    words,
)
from ingest.form import CODE_WORDS, CodeKind
from ingest.model import LegendEntry, Repair
from ingest.norfolk.legend_words import is_whole, word_and_meaning
from ingest.source_text import Line

# A capital right behind a small letter is a code too: where a tab was narrow, it leaves no white on the page.
_MARKER = re.compile(r"(?:(?<![^\W_])|(?<=[a-z])(?=[A-Z]))(?P<code>[^\W_]{1,2})[ \t]*=[ \t]*")
_SEPARATORS = " \t\xa0,;|"
_CODE_PUNCTUATION = " \t\xa0.,;:()[]*"
_DIGIT_CODES = {"0": "O"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A code, the word it stands for, and the repairs that reading it took."""

    code: str
    word: str
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """One ``X = words`` of a legend line, and the tab-separated column it is in."""

    code: str
    start: int
    words_start: int
    words_end: int


def is_legend_line(content: str) -> bool:
    """Whether a line says what codes mean: two or more ``X = word``, or one at its start."""
    found = list(_MARKER.finditer(latin_text(content)))
    return len(found) >= 2 or (len(found) == 1 and not content[: found[0].start()].strip())


def legend_marks(text: str, line: Line, *, within: bool = False) -> tuple[int, ...]:
    """Where the codes of a legend's line begin; none where it is no line of a legend.

    ``within`` a legend a single code makes a line one of it wherever it stands.
    """
    content = text[line.start : line.end]
    found = tuple(line.start + match.start() for match in _MARKER.finditer(latin_text(content)))
    return found if within or is_legend_line(content) else ()


def read_legend(text: str, lines: Sequence[Line], section: str, kind: CodeKind) -> tuple[tuple[LegendEntry, ...], int]:
    """The legend at the start of a section's table.

    Returns:
        The entries, and how many of ``lines`` the legend takes from the first legend line on: where its words go on
        in the next line, column under column, that line is one of them and the place of each entry covers both. A code
        without a word has no entry, and neither has one whose word is put together from both lines and is another's: a
        word that stands whole behind its code is what the spec says, whatever the form's word for the code is. Of a
        code with two words both are kept.
    """
    found, taken = _read_legend(text, lines, section, kind)
    return tuple(entry for entry in found if entry.word), taken


def _read_legend(text: str, lines: Sequence[Line], section: str, kind: CodeKind) -> tuple[tuple[LegendEntry, ...], int]:
    """What ``read_legend`` says, with an entry without a word for each code whose word cannot be read."""
    entries: list[LegendEntry] = []
    certain: set[LegendEntry] = set()
    codes: set[str] = set()
    taken = 0
    while taken < len(lines) and is_legend_line(text[lines[taken].start : lines[taken].end]):
        line = lines[taken]
        marked = _marked(text, line, kind)
        codes |= {one.code for one in marked}
        taken += 1
        second = _columns_below(text, line, lines[taken], marked) if taken < len(lines) else None
        end = None
        if second is not None:
            end = line.start + len(text[line.start : lines[taken].end].rstrip())
            taken += 1
        columns = second or [(line.end, line.end)] * len(marked)
        for one, column in zip(marked, columns, strict=True):
            entry, is_whole_behind_code = _entry(text, section, kind, one, line, column, end)
            entries.append(entry)
            certain |= {entry} if is_whole_behind_code else set()
    used = Counter(entry.word for entry in entries)
    owners = {word: code for code, word in CODE_WORDS[kind].items() if code in codes}
    is_read = (e in certain or (used[e.word] == 1 and owners.get(e.word, e.code) == e.code) for e in entries)
    return tuple(e if read else replace(e, word="") for e, read in zip(entries, is_read, strict=True)), taken


def legend_and_rest(
    text: str, lines: Sequence[Line], section: str, kind: CodeKind
) -> tuple[tuple[LegendEntry, ...], tuple[Line, ...]]:
    """All that the legends of a section's table say, each code and word once, and the lines that are of none.

    A code whose word cannot be read has an entry without one: what the form says is not what this legend says. Below
    the first legend a single code at the start of a line makes a legend of it only with one of the form's words: a
    description may define a letter, too.
    """
    entries: dict[tuple[str, str], LegendEntry] = {}
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        found, taken = _read_legend(text, lines[at:], section, kind)
        is_alone = len(found) == 1 and found[0].word not in CODE_WORDS[kind].values()
        if not taken or (entries and is_alone):
            rest.append(lines[at])
            at += 1
            continue
        for entry in found:
            entries.setdefault((entry.code, entry.word), entry)
        at += taken
    return tuple(entries.values()), tuple(rest)


def disputed_codes(legend: Sequence[LegendEntry]) -> frozenset[str]:
    """The codes for which a legend has two words, so that what they mean cannot be told."""
    said = {(entry.code, entry.word) for entry in legend if entry.word}
    return frozenset(code for code, count in Counter(code for code, _ in said).items() if count > 1)


def codes_and_words(text: str, lines: Sequence[Line], kind: CodeKind) -> frozenset[str]:
    """The skeletons of the codes and of the words for them: the form's, and those of a legend among the lines."""
    at = next((i for i, line in enumerate(lines) if is_legend_line(text[line.start : line.end])), len(lines))
    entries, _ = read_legend(text, lines[at:], "", kind)
    own = ((entry.code, entry.word) for entry in entries)
    return frozenset(skeleton(said) for pair in (*CODE_WORDS[kind].items(), *own) for said in pair)


def _marked(text: str, line: Line, kind: CodeKind) -> list[_Marked]:
    """The ``X = words`` of a line; the digit 0 is the letter O where the codes are letters."""
    found = list(_MARKER.finditer(latin_text(text[line.start : line.end])))
    ends = [match.start() for match in found[1:]] + [line.end - line.start]
    letters = [match["code"].upper() for match in found]
    marked = []
    for match, end in zip(found, ends, strict=True):
        words_end = (
            line.start + match.end() + len(text[line.start + match.end() : line.start + end].rstrip(_SEPARATORS))
        )
        code = match["code"].upper()
        as_letter = _DIGIT_CODES.get(code, code)
        code = as_letter if as_letter in CODE_WORDS[kind] and as_letter not in letters else code
        marked.append(_Marked(code, line.start + match.start(), line.start + match.end(), words_end))
    return marked


def _columns_below(text: str, line: Line, below: Line, marked: Sequence[_Marked]) -> list[tuple[int, int]] | None:
    """The cells of the line right below a legend's first, if they can be its second: padded to one for each code.

    A line with one of the codes in a cell of its own is a row of the table and no part of the legend.
    """
    content = text[below.start : below.end]
    if (
        len(marked) < 2
        or "\t" not in content
        or is_legend_line(content)
        or text[line.end : below.start].count("\n") > 1
    ):
        return None
    cells, position = [], below.start
    for cell in content.split("\t"):
        cells.append((position, position + len(cell)))
        position += len(cell) + 1
    while len(cells) > len(marked) and not text[cells[-1][0] : cells[-1][1]].strip():
        cells.pop()
    codes = {one.code for one in marked}
    has_code = any(latin_text(text[start:end]).strip(_CODE_PUNCTUATION).upper() in codes for start, end in cells)
    if has_code or len(cells) > len(marked):
        return None
    return [*cells, *[(below.end, below.end)] * (len(marked) - len(cells))]


def _entry(
    text: str,
    section: str,
    kind: CodeKind,
    marked: _Marked,
    line: Line,
    column: tuple[int, int],
    end_of_both: int | None,
) -> tuple[LegendEntry, bool]:
    """A code's entry, and whether all of its word stands behind the code on its line."""
    first = text[marked.words_start : marked.words_end]
    second = text[slice(*column)]
    if not words(second):
        second = ""
    word, meaning, word_end = word_and_meaning(first, second, marked.code, kind)
    if word and not is_whole(word):
        word = ""  # what it would be said to mean is not what it means
    repairs = (
        *_code_repairs(text, marked),
        *repairs_between(text, marked.words_start, marked.words_start + word_end, word if word_end else ""),
    )
    start, end = (line.start, end_of_both) if end_of_both else (marked.start, marked.words_end)
    return LegendEntry(section, marked.code, word, meaning, line.page, start, end, repairs), word_end > 0


def _code_repairs(text: str, marked: _Marked) -> tuple[Repair, ...]:
    end = marked.start + len(marked.code)
    before = text[marked.start : end]
    if before.upper() == marked.code:
        return ()
    rule = "look_alike" if any(is_look_alike(character) for character in before) else "digit_for_letter"
    return (Repair(rule, before, marked.code, marked.start, end),)


def decode(text: str, start: int, end: int, kind: CodeKind, legend: Sequence[LegendEntry]) -> Decoded | None:
    """What the code in the cell ``text[start:end]`` means, or None if it is no code that can be read for certain.

    The cell must be the code as it stands, or with one of these repairs: letter case, punctuation around it, a
    look-alike letter of another alphabet, the digit ``0`` for the letter O. Nothing is read by likeness to a code.
    A code that a legend in words of its own lacks is none, and neither is one for which it has two words or no
    word that can be read.
    """
    cell = text[start:end]
    table = _table(kind, legend)
    if cell in table:
        return Decoded(cell, table[cell], ())
    for code, word in table.items():
        if words(cell) == words(word):
            return Decoded(code, word, ())
    bare = MARKUP.sub("", cell).strip(_CODE_PUNCTUATION)
    for rule, read in _readings("".join(bare.split())):
        if read in table:
            rules = _cell_rules(cell, bare) + rule
            return Decoded(read, table[read], tuple(Repair(name, cell, read, start, end) for name in rules))
    return None


def _table(kind: CodeKind, legend: Sequence[LegendEntry]) -> dict[str, str]:
    """The word of each code: by the spec's own legend, and by the form where that says what the form says."""
    disputed = disputed_codes(legend)
    own = {entry.code: entry.word for entry in legend if entry.word and entry.code not in disputed}
    named = {entry.code for entry in legend}
    is_usual = all(CODE_WORDS[kind].get(code) == word for code, word in own.items())
    usual = {code: word for code, word in CODE_WORDS[kind].items() if is_usual and code not in named}
    return {**usual, **own}


def _readings(bare: str) -> list[tuple[tuple[str, ...], str]]:
    """The code that a cell may show, and the rules that it takes: the mildest first."""
    alike = "".join(latin(character) for character in bare)
    look_alike = () if alike == bare else ("look_alike",)
    letter_case = () if alike == alike.upper() else ("letter_case",)
    letters = "".join(_DIGIT_CODES.get(character, character) for character in alike.upper())
    return [
        ((*look_alike, *letter_case), alike.upper()),
        ((*look_alike, *letter_case, "digit_for_letter"), letters),
    ]


def _cell_rules(cell: str, bare: str) -> tuple[str, ...]:
    rules = []
    if MARKUP.search(cell):
        rules.append("markup")
    if MARKUP.sub("", cell).strip() != bare:
        rules.append("punctuation")
    if len(bare.split()) > 1:
        rules.append("split_word")
    return tuple(rules)
