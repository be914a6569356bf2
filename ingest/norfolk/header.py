"""The header of the form: dates, title, code, department, agency (contract, ``header``)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.dates import read_dates
from ingest.folding import folded, repairs_between, words
from ingest.model import Fact, Issue, Repair, Status
from ingest.norfolk.continuations import with_continuations
from ingest.norfolk.header_codes import read_code
from ingest.norfolk.header_labels import Labelled, labelled
from ingest.norfolk.letterhead import agency_in_two_lines, code_alone, is_form_name, is_part_of_agency, unlabelled
from ingest.norfolk.paragraphs import same_paragraph
from ingest.source_text import Line
from ingest.spelling import rejoined

_DATES = ("adopted", "revised")
_NO_DATE = re.compile(r"n\W?a\W?|not applicable|none|never", re.IGNORECASE)


def read_header(text: str, lines: Sequence[Line]) -> tuple[tuple[Fact, ...], tuple[Line, ...], tuple[Issue, ...]]:
    """The facts of the header, the lines among ``lines`` that are no part of it, and what could not be read.

    A value that stands twice is taken from its first place.
    """
    labels = [labelled(text, line) for line in lines]
    stated = [
        unlabelled(text, replace(line, end=pairs[0].start) if pairs else line)
        for line, pairs in zip(lines, labels, strict=True)
    ]
    of_themselves = {
        number for number, line in enumerate(lines) if stated[number] or is_form_name(text[line.start : line.end])
    }
    labels, taken = with_continuations(text, lines, labels, of_themselves)
    facts: dict[str, Fact] = {}
    rest: list[int] = []
    for number, line in enumerate(lines):
        found = [*stated[number], *(_labelled_fact(text, line, pair) for pair in labels[number])]
        for fact in found:
            facts.setdefault(fact.field, fact)
        is_read = found or number in taken or number in of_themselves
        if not is_read and words(text[line.start : line.end]):
            rest.append(number)
    _read_neighbours(text, lines, facts, rest)
    issues = tuple(
        Issue("illegible", f"The {fact.field} “{folded(fact.raw)}” cannot be read.", fact.start, fact.end)
        for fact in facts.values()
        if fact.status is Status.ILLEGIBLE
    )
    return tuple(facts.values()), tuple(lines[number] for number in rest), issues


def _read_neighbours(text: str, lines: Sequence[Line], facts: dict[str, Fact], rest: list[int]) -> None:
    """Take from the lines that are left what the line above or below explains: an agency in two lines, a code."""
    for number in tuple(rest):
        if number not in rest:
            continue
        line = lines[number]
        below = lines[number + 1] if number + 1 in rest and same_paragraph(text, line, lines[number + 1]) else None
        agency = agency_in_two_lines(text, line, below) if below else None
        if agency is not None:
            facts.setdefault("agency", agency)
            rest[:] = [left for left in rest if left not in (number, number + 1)]
            continue
        content = text[line.start : line.end]
        beside = [lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines)]
        if is_part_of_agency(content) and any(_holds(facts.get("agency"), other) for other in beside):
            rest.remove(number)
        elif "code" not in facts and any(is_form_name(text[other.start : other.end]) for other in beside):
            code = code_alone(text, line)
            if code is not None:
                facts["code"] = code
                rest.remove(number)


def _holds(fact: Fact | None, line: Line) -> bool:
    return fact is not None and fact.start < line.end and line.start < fact.end


def _labelled_fact(text: str, line: Line, found: Labelled) -> Fact:
    raw = text[found.value_start : found.value_end]
    words_end = found.label_end - text.endswith(":", 0, found.label_end)
    label_repairs = repairs_between(text, found.start, words_end, found.label)
    end = max(found.value_end, found.label_end)
    if not raw or (found.key in _DATES and _NO_DATE.fullmatch(folded(raw))):
        status = Status.BLANK if found.is_whole else Status.ILLEGIBLE
        return Fact(found.key, status, "", None, None, line.page, found.start, end, found.label_end, found.label_end,
                    None, label_repairs)  # fmt: skip
    value, iso, repairs = _value(text, found, raw)
    status = Status.READ if value is not None else Status.ILLEGIBLE
    return Fact(
        found.key, status, raw, value, None, line.page, found.start, end, found.value_start, found.value_end, iso,
        (*label_repairs, *repairs),
    )  # fmt: skip


def _value(text: str, found: Labelled, raw: str) -> tuple[str | None, str | None, tuple[Repair, ...]]:
    if not found.is_whole:
        return None, None, ()
    if found.key in _DATES:
        dates = read_dates(raw)
        if dates is None:
            return None, None, ()
        repairs = repairs_between(text, found.value_start, found.value_end, dates.printed)
        return dates.words, dates.iso, repairs
    if found.key == "code":
        code, repairs = read_code(text, found.value_start, found.value_end)
        return code, None, repairs
    value = folded(rejoined(raw))
    return value, None, repairs_between(text, found.value_start, found.value_end, value)
