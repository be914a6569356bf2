"""Rule 3 for `values`: each stands in the row that it cites, and follows from what the source says there."""

import re
from collections.abc import Iterator

from benchmarks.verification.citations import Finding
from benchmarks.verification.codes import (
    TABLE_OF_SECTION,
    decode,
    folded_code,
    is_mark,
    legend_entries,
    legend_in_force,
    marked_levels,
    row_cells,
)
from benchmarks.verification.columns import own_words
from benchmarks.verification.dates import follows_from, stated_dates
from benchmarks.verification.folding import compact, plain, same_name, same_words
from benchmarks.verification.labels import is_row_of_another
from benchmarks.verification.statements import Answer, Citation, Shelf, Value

_DATE_FIELDS = frozenset({"adopted", "revised", "open_date"})
_NAME_FIELDS = frozenset({"title", "department", "agency"})
_HEADER_FIELDS = _DATE_FIELDS | _NAME_FIELDS | {"code", "service"}
_UNMARKED = frozenset({"", "☐", "□", "○", "o", "O", "_"})


def check_values(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    """Yield what is wrong with the values that an answer states."""
    for value in answer.values:
        if not any(same_name(value.class_name, name) for name in answer.classes):
            yield "value-class", f"{value.field} is of {value.class_name!r}, which is not among the classes"
        if value.citation is None:
            if value.raw.strip() or value.value is not None:
                yield "value-citation", f"{value.field} of {value.class_name} states {value.raw!r} and cites nothing"
        elif value.citation not in answer.citation_of:
            yield "value-citation", f"{value.field} cites [{value.citation}], which does not exist"
        else:
            yield from _check_value(value, answer.citation_of[value.citation], answer, shelf)


def _check_value(value: Value, citation: Citation, answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    if not same_name(value.class_name, citation.class_name):
        yield "value-class", f"{value.field} of {value.class_name!r} cites a spec of {citation.class_name!r}"
    section = "header" if value.field in _HEADER_FIELDS else value.section
    if section in TABLE_OF_SECTION and citation.section != section:
        yield "value-section", f"{value.field} cites [{citation.number}] of section {citation.section}"
    if value.raw.strip() and not _stands_in_row(value, citation.quote):
        yield "value-raw", f"{value.field}: {value.raw[:60]!r} does not stand in [{citation.number}]"
    if is_row_of_another(value.field, citation.quote):
        yield "value-row", f"{value.field} cites the row {citation.quote[:60]!r}"
    if not _follows(value, citation, answer, shelf):
        yield "value-decoding", f"{value.field}: {value.value!r} does not follow from {value.raw[:60]!r}"


def _stands_in_row(value: Value, quote: str) -> bool:
    if value.raw not in quote:
        return False
    # A code is a whole cell: the F of "Fine Dexterity" is none.
    is_code = _is_coded(value) and len(compact(value.raw)) <= 2
    return not is_code or value.raw.strip() in row_cells(quote) or value.raw.strip() in quote.split()


def _is_coded(value: Value) -> bool:
    if value.section == "essential_functions":
        return value.field.endswith(".strength")
    return value.section in TABLE_OF_SECTION and value.field != value.section


def _follows(value: Value, citation: Citation, answer: Answer, shelf: Shelf) -> bool:
    if value.field == "overall_strength" or value.section == "work_location":
        return _box_follows(value, citation.quote)
    if value.value is None:
        return True
    if not value.raw.strip():
        return False
    if value.field in _DATE_FIELDS:
        return _dates_follow(value.value, value.raw)
    if value.field == "service":
        service = re.search(r"\b(un)?classified\b", plain(value.raw), re.IGNORECASE)
        return service is not None and value.value == service.group().casefold()
    if _is_coded(value):
        return _code_follows(value.value, value.raw, citation, answer, shelf)
    if value.field in _NAME_FIELDS:
        return same_name(value.raw, value.value) or compact(value.raw).casefold() == compact(value.value).casefold()
    return same_words(_said(value.raw, citation, shelf), value.value)


def _said(raw: str, citation: Citation, shelf: Shelf) -> str:
    """What a raw stretch of prose says in its own column, the words of the column beside it left out."""
    at = citation.start + citation.quote.find(raw)
    source = shelf.sources.get(citation.spec_id, "")
    return own_words(source, at, at + len(raw)) if source.startswith(raw, at) else raw


def _box_follows(value: Value, quote: str) -> bool:
    if value.field == "overall_strength":
        levels = marked_levels(value.raw) or (marked_levels(quote) if is_mark(value.raw) or not value.raw else set())
        return levels == {value.value} if value.value is not None else not levels
    if value.value is None:
        return compact(value.raw).strip("[]()") in _UNMARKED
    return (value.value == "X" and is_mark(value.raw)) or same_words(value.raw, value.value)


def _dates_follow(stated: str, raw: str) -> bool:
    if same_words(stated, raw):
        return True
    parts = [part.strip() for part in stated.split(";")]
    for part in parts:
        dates = stated_dates(part)
        whole = len(dates) == 1 and (dates[0][0], dates[0][1]) == (0, len(part))
        if not (whole and follows_from(dates[0][2], [raw])) and compact(part) not in compact(raw):
            return False
    return True


def _code_follows(stated: str, raw: str, citation: Citation, answer: Answer, shelf: Shelf) -> bool:
    codes = [folded_code(part) for part in re.split(r"[/,;–-]", raw) if folded_code(part)]
    if any(len(code) > 2 for code in codes):
        return same_words(stated, raw)
    table = TABLE_OF_SECTION.get(citation.section, "frequency")
    legend = legend_in_force(shelf.sources.get(citation.spec_id, ""), table, citation.start)
    decodings = [decode(code, table, legend) for code in codes]
    words = [stated] if len(codes) == 1 else re.split(r"\s*(?:[/,;–-]|\bto\b|\bor\b|\band\b)\s*", stated)
    if len(words) != len(codes) or not all(
        plain(word) in decoding.words for word, decoding in zip(words, decodings, strict=True)
    ):
        return False
    own = {code for code, decoding in zip(codes, decodings, strict=True) if decoding.own}
    return own <= _cited_legend_codes(citation.spec_id, answer)


def _cited_legend_codes(spec_id: str, answer: Answer) -> set[str]:
    quotes = [citation.quote for citation in answer.citations if citation.spec_id == spec_id]
    return {entry.code for quote in quotes for entry in legend_entries(quote)}
