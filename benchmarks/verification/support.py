"""What one citation supports: the codes and words of its row, the entries of its legend, its plain words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.verification.codes import (
    STRENGTH,
    TABLE_OF_SECTION,
    TABLES,
    Legend,
    LegendEntry,
    decode,
    head_words,
    is_level_row,
    legend_entries,
    legend_in_force,
    legends_in,
    marked_levels,
    row_codes,
)
from benchmarks.verification.columns import indent_of
from benchmarks.verification.folding import blanked, plain, stands_in
from benchmarks.verification.statements import Answer, Citation, Shelf
from benchmarks.verification.wording import Stated, codes, decoded_words


@dataclass(frozen=True)
class Support:
    """What the quotation of one citation supports."""

    citation: Citation
    table: str | None
    row_codes: frozenset[str]
    row_words: frozenset[str]
    unmarked: frozenset[str]
    entries: frozenset[tuple[str, str]]
    prose: str
    legend: tuple[LegendEntry, ...] = ()

    @property
    def quote(self) -> str:
        """The quotation as a person reads it, without markup."""
        return plain(self.citation.quote)

    def pairs(self, code: str, word: str) -> bool:
        """Tell whether a code and a word belong together here: in the row, or in the legend."""
        return (code in self.row_codes and word in self.row_words) or (code, word) in self.entries


def supports_of(answer: Answer, shelf: Shelf) -> dict[int, Support]:
    """Return what each citation of an answer supports, by its number."""
    return {number: _support(citation, shelf) for number, citation in answer.citation_of.items()}


def known_words(answer: Answer, shelf: Shelf) -> frozenset[str]:
    """Return every word that a code can be decoded to in the specs cited: the form's own, and their legends'."""
    words = {word for table in TABLES.values() for word in table.values()}
    for spec_id in {citation.spec_id for citation in answer.citations}:
        for legend in legends_in(shelf.sources.get(spec_id, "")):
            words |= {head_words(entry, TABLES[legend.table].get(entry.code)) for entry in legend.entries}
    return frozenset(word for word in words if word)


def default_words() -> frozenset[str]:
    """Return the words that the form's own tables decode to."""
    return frozenset(word for table in TABLES.values() for word in table.values())


def has_in_prose(support: Support, stated: Stated, text: str, words: frozenset[str]) -> bool:
    """Tell whether a decoded word of the text stands in the prose of a quotation, outside its codes and legend heads.

    Beside codes, a word is prose only with a neighbour: "Never occurs" restates a legend, "Never [1]" decodes a row.
    """
    if stated.what not in {entry.what for entry in decoded_words(support.prose, words)}:
        return False
    if support.table is None:
        return True
    before = re.search(r"(\S+)\s+$", text[: stated.start])
    after = re.match(r"([,;:]?)\s+(\w+)", text[stated.end :])
    phrases = [f"{before.group(1)} {stated.what}"] if before else []
    phrases += [f"{stated.what}{after.group(1)} {after.group(2)}"] if after else []
    return any(stands_in(plain(phrase).casefold(), support.prose.casefold()) for phrase in phrases)


def prose_codes(support: Support) -> set[str]:
    """Return the code letters that stand in the prose of a quotation."""
    return {entry.what for entry in codes(support.prose)}


def _support(citation: Citation, shelf: Shelf) -> Support:
    table = TABLE_OF_SECTION.get(citation.section)
    source = shelf.sources.get(citation.spec_id, "")
    entries = legend_entries(citation.quote, indent_of(source, citation.start))
    if entries:
        return _legend_support(citation, source, table, entries)
    if is_level_row(citation.quote) or (table == "strength" and marked_levels(citation.quote)):
        marked = marked_levels(citation.quote)
        levels = [(entry.start, entry.end) for entry in decoded_words(citation.quote, frozenset(STRENGTH.values()))]
        by_word = {word: code for code, word in STRENGTH.items()}
        return Support(
            citation, "strength", frozenset(by_word[word] for word in marked), frozenset(marked),
            frozenset(STRENGTH.values()) - marked, frozenset(), plain(blanked(citation.quote, levels)),
        )  # fmt: skip
    if table is None:
        return Support(citation, None, frozenset(), frozenset(), frozenset(), frozenset(), plain(citation.quote))
    legend = legend_in_force(source, table, citation.start)
    in_row = row_codes(citation.quote, table, legend)
    words = {word for code in in_row for word in decode(code, table, legend).words}
    return Support(
        citation, table, frozenset(in_row), frozenset(words), frozenset(), frozenset(), plain(citation.quote)
    )


def _legend_support(citation: Citation, source: str, table: str | None, entries: Sequence[LegendEntry]) -> Support:
    legend = _legend_at(source, citation)
    defaults = TABLES[legend.table if legend else table or "frequency"]
    pairs: set[tuple[str, str]] = set()
    heads: list[tuple[int, int]] = []
    for entry in entries:
        head = head_words(entry, defaults.get(entry.code))
        heads.append((entry.start, min(entry.end, entry.end - len(entry.words) + len(head))))
        # A head of several lines is one word of the table: "Several", and "Times Per Week" below it.
        decoding = decode(entry.code, legend.table, legend) if legend else None
        pairs |= {(entry.code, word) for word in (decoding.words if decoding else ())} | {(entry.code, head)}
    prose = plain(blanked(citation.quote, heads))
    return Support(
        citation, legend.table if legend else table, frozenset(), frozenset(), frozenset(), frozenset(pairs), prose,
        tuple(entries),
    )  # fmt: skip


def _legend_at(source: str, citation: Citation) -> Legend | None:
    return next(
        (legend for legend in legends_in(source) if legend.start < citation.end and citation.start < legend.end), None
    )
