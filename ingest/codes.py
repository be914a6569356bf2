"""Codes and the legends that say what they mean; a spec's own legend wins over the form's (contract, "Codes")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.folding import MARKUP, folded, latin, latin_text, repairs_between, skeleton, words
from ingest.form import CODE_WORDS, CodeKind
from ingest.model import LegendEntry, Repair
from ingest.source_text import Line

_MARKER = re.compile(r"(?<![^\W_])(?P<code>[^\W_]{1,2})[ \t]*=[ \t]*")
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


def read_legend(text: str, lines: Sequence[Line], section: str, kind: CodeKind) -> tuple[tuple[LegendEntry, ...], int]:
    """The legend at the start of a section's table.

    Returns:
        The entries, and how many of ``lines`` the legend takes from the first legend line on: where its words go on
        in a second line, column under column, that line is one of them and the place of each entry covers both.
    """
    entries: list[LegendEntry] = []
    taken = 0
    while taken < len(lines) and is_legend_line(text[lines[taken].start : lines[taken].end]):
        line = lines[taken]
        marked = _marked(text, line)
        taken += 1
        below = lines[taken] if taken < len(lines) else None
        second = _columns_below(text, below, len(marked)) if below else None
        if second is not None and below is not None:
            taken += 1
            end = line.start + len(text[line.start : below.end].rstrip())
            entries += [_entry(text, section, kind, m, line, (c, end)) for m, c in zip(marked, second, strict=True)]
        else:
            entries += [_entry(text, section, kind, m, line, None) for m in marked]
    return tuple(entries), taken


def _marked(text: str, line: Line) -> list[_Marked]:
    found = list(_MARKER.finditer(latin_text(text[line.start : line.end])))
    ends = [match.start() for match in found[1:]] + [line.end - line.start]
    marked = []
    for match, end in zip(found, ends, strict=True):
        words_end = (
            line.start + match.end() + len(text[line.start + match.end() : line.start + end].rstrip(_SEPARATORS))
        )
        marked.append(_Marked(match["code"].upper(), line.start + match.start(), line.start + match.end(), words_end))
    return marked


def _columns_below(text: str, line: Line, count: int) -> list[tuple[int, int]] | None:
    """The cells of a legend's second line, if it has as many columns as the first has codes (at least two)."""
    content = text[line.start : line.end]
    if count < 2 or "\t" not in content or is_legend_line(content):
        return None
    cells, position = [], line.start
    for cell in content.split("\t"):
        cells.append((position, position + len(cell)))
        position += len(cell) + 1
    while len(cells) > count and not text[cells[-1][0] : cells[-1][1]].strip():
        cells.pop()
    return cells if len(cells) == count else None


def _entry(
    text: str, section: str, kind: CodeKind, marked: _Marked, line: Line, below: tuple[tuple[int, int], int] | None
) -> LegendEntry:
    first = text[marked.words_start : marked.words_end]
    second = text[slice(*below[0])] if below else ""
    if not words(second):
        second = ""
    word, meaning, word_end = _word_and_meaning(first, second, kind)
    repairs = (
        *_code_repairs(text, marked),
        *repairs_between(text, marked.words_start, marked.words_start + word_end, word if word_end else ""),
    )
    start, end = (line.start, below[1]) if below else (marked.start, marked.words_end)
    return LegendEntry(section, marked.code, word, meaning, line.page, start, end, repairs)


def _code_repairs(text: str, marked: _Marked) -> tuple[Repair, ...]:
    before = text[marked.start : marked.start + len(marked.code)]
    if before.isascii():
        return ()
    return (Repair("look_alike", before, marked.code, marked.start, marked.start + len(before)),)


def _word_and_meaning(first: str, second: str, kind: CodeKind) -> tuple[str, str | None, int]:
    """A legend entry's word, its meaning, and where in ``first`` the word ends if all of it stands there (else 0).

    A word that the form knows is taken whole, from one line or two; of an unknown one the first line is the word,
    unless the second goes on with it: a meaning is a phrase with a number or a full stop, or of four words and more.
    """
    known = sorted(CODE_WORDS[kind].values(), key=len, reverse=True)
    over_both = [word for word in known if skeleton(word) == skeleton(first + second)]
    if over_both:
        return over_both[0], None, 0 if second else len(first)
    for word in known:
        end = _end_of(first, word)
        if end is not None:
            rest = " ".join(part for part in (folded(first[end:]).lstrip(" :–—-("), folded(second)) if part)
            return word, _closed(rest), end
    own, rest = _split_own(first)
    if second and not rest and not _is_meaning(second):
        return folded(f"{own} {second}"), None, 0
    meaning = " ".join(part for part in (folded(rest), folded(second)) if part)
    return folded(own), _closed(meaning), len(own)


def _closed(meaning: str) -> str | None:
    """The meaning without a bracket whose other half was cut off with the word; None if nothing is left."""
    unpaired = meaning.endswith(")") and meaning.count("(") < meaning.count(")")
    return (meaning[:-1] if unpaired else meaning) or None


def _end_of(first: str, word: str) -> int | None:
    """Where the form's word ends in the text that begins with it, however it is split or spelled; else None."""
    wanted, seen = skeleton(word), ""
    for position, character in enumerate(MARKUP.sub(lambda match: " " * len(match[0]), first)):
        seen += skeleton(character)
        if seen == wanted:
            following = first[position + 1 : position + 2]
            return position + 1 if not following.isalnum() else None
        if not wanted.startswith(seen):
            return None
    return None


def _split_own(first: str) -> tuple[str, str]:
    """A legend's own word and what follows it after a bracket, colon, dash or comma."""
    match = re.search(r"\s*[(:,;]\s*|\s+[-–—]\s+", first)
    return (first[: match.start()], first[match.end() :]) if match else (first, "")


def _is_meaning(words_below: str) -> bool:
    said = folded(words_below)
    return said.endswith(".") or any(c.isdigit() or c == "%" for c in said) or len(said.split()) >= 4


def decode(text: str, start: int, end: int, kind: CodeKind, legend: Sequence[LegendEntry]) -> Decoded | None:
    """What the code in the cell ``text[start:end]`` means, or None if it is no code that can be read for certain.

    The cell must be the code as it stands, or with one of these repairs: letter case, punctuation around it, a
    look-alike letter of another alphabet, the digit ``0`` for the letter O. Nothing is read by likeness to a code.
    """
    cell = text[start:end]
    own = {entry.code: entry.word for entry in legend}
    table = {**CODE_WORDS[kind], **own}
    if cell in table:
        return Decoded(cell, table[cell], ())
    for word in table.values():
        if words(cell) == words(word):
            code = next(code for code, meaning in table.items() if meaning == word)
            return Decoded(code, word, ())
    bare = MARKUP.sub("", cell).strip(_CODE_PUNCTUATION)
    for rule, read in _readings("".join(bare.split())):
        if read in table:
            rules = _cell_rules(cell, bare) + rule
            return Decoded(read, table[read], tuple(Repair(name, cell, read, start, end) for name in rules))
    return None


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
