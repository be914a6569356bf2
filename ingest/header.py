"""The labelled lines at the top of the form: dates, title, code, department, agency (contract, ``header``)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from ingest.dates import read_dates
from ingest.folding import MARKUP, allowed_errors, folded, latin_text, repairs_between, skeleton, words
from ingest.form import AGENCY_KINDS, FORM_NAMES, HEADER_FIELDS
from ingest.labels import cells_of
from ingest.model import Fact, Issue, Repair, Status
from ingest.source_text import Line

_LABELS = sorted(
    ((skeleton(label), label, field.key) for field in HEADER_FIELDS for label in field.labels),
    key=lambda entry: -len(entry[0]),
)
_EDGES = " \t\xa0,;|"
_BLANK = re.compile(r"[\s_.\-–—/]*")
_AGENCY = re.compile(
    rf"(?:the )?(?:{'|'.join(AGENCY_KINDS)})(?: and (?:city|county))? of \w[^.;:]*|\w[\w .'-]* (?:county|city)",
    re.IGNORECASE,
)
_AGENCY_LETTERS = 70
_CODE_DIGITS = 6
_TO_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A label and the value after it, as places in one line."""

    key: str
    label: str
    start: int
    label_end: int
    value_start: int
    value_end: int


def read_header(text: str, lines: Sequence[Line]) -> tuple[tuple[Fact, ...], tuple[Line, ...], tuple[Issue, ...]]:
    """The facts of the header, the lines among ``lines`` that are no part of it, and what could not be read.

    A value that stands twice is taken from its first place.
    """
    facts: dict[str, Fact] = {}
    rest: list[Line] = []
    for line in lines:
        found = [_labelled_fact(text, line, labelled) for labelled in _labelled(text, line)] or _unlabelled(text, line)
        for fact in found:
            facts.setdefault(fact.field, fact)
        if not found and words(text[line.start : line.end]) and not _is_form_name(text[line.start : line.end]):
            rest.append(line)
    issues = tuple(
        Issue("illegible", f"The {fact.field} “{folded(fact.raw)}” cannot be read.", fact.start, fact.end)
        for fact in facts.values()
        if fact.status is Status.ILLEGIBLE
    )
    return tuple(facts.values()), tuple(rest), issues


def _labelled(text: str, line: Line) -> list[_Labelled]:
    """The ``Label: value`` pairs of a line, however its letters are split; values run to the next label."""
    found: list[tuple[str, str, int, int]] = []
    boundary = line.start
    for colon in (match.start() for match in re.finditer(":", text[line.start : line.end])):
        place = _label_before(text, boundary, line.start + colon)
        if place is not None:
            found.append((*place, line.start + colon))
            boundary = line.start + colon + 1
    pairs = []
    for index, (key, label, start, colon) in enumerate(found):
        limit = found[index + 1][2] if index + 1 < len(found) else line.end
        value_start, value_end = _trimmed(text, colon + 1, limit)
        pairs.append(_Labelled(key, label, start, colon + 1, value_start, value_end))
    return pairs


def _label_before(text: str, start: int, colon: int) -> tuple[str, str, int] | None:
    """The key, printed label and start of the label that ends at a colon; the longest of the nearest wins."""
    spaced = MARKUP.sub(lambda match: " " * len(match[0]), text[start:colon])
    places = [(start + index, skeleton(character)) for index, character in enumerate(spaced) if skeleton(character)]
    letters = "".join(letter for _, letter in places)
    best: tuple[int, str, str, int] | None = None
    for wanted, label, key in _LABELS:
        bound = min(allowed_errors(len(wanted)), 2)
        for length in range(max(1, len(wanted) - bound), min(len(letters), len(wanted) + bound) + 1):
            first = places[-length][0]
            if text[first - 1 : first].isalnum() and first > start:
                continue
            errors = DamerauLevenshtein.distance(letters[-length:], wanted, score_cutoff=bound)
            if errors <= bound and (best is None or errors < best[0]):
                best = (errors, key, label, first)
    return best[1:] if best else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a value without separators and empty markup around it; zero width where nothing is left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if _BLANK.fullmatch(MARKUP.sub("", text[start:end])):
        return start, start
    return start, end


def _labelled_fact(text: str, line: Line, found: _Labelled) -> Fact:
    raw = text[found.value_start : found.value_end]
    label_repairs = repairs_between(text, found.start, found.label_end - 1, found.label)
    value, iso, repairs = _value(text, found, raw)
    status = Status.BLANK if not raw else Status.READ if value is not None else Status.ILLEGIBLE
    return Fact(
        found.key, status, raw, value, None, line.page, found.start, max(found.value_end, found.label_end),
        found.value_start if raw else found.label_end, found.value_end if raw else found.label_end,
        iso, (*label_repairs, *repairs),
    )  # fmt: skip


def _value(text: str, found: _Labelled, raw: str) -> tuple[str | None, str | None, tuple[Repair, ...]]:
    if not raw:
        return None, None, ()
    if found.key in ("adopted", "revised"):
        dates = read_dates(raw)
        if dates is None:
            return None, None, ()
        repairs = repairs_between(text, found.value_start, found.value_end, dates.printed)
        return dates.words, dates.iso, repairs
    if found.key == "code":
        return _code(text, found.value_start, found.value_end)
    value = folded(raw)
    return value, None, repairs_between(text, found.value_start, found.value_end, value)


def _code(text: str, start: int, end: int) -> tuple[str, None, tuple[Repair, ...]]:
    raw = text[start:end]
    value = folded(raw)
    digits = latin_text(value).translate(_TO_DIGITS)
    if value != digits and len(digits) == _CODE_DIGITS and digits.isdigit():
        return digits, None, (Repair("letter_for_digit", raw, digits, start, end),)
    return value, None, ()


def _unlabelled(text: str, line: Line) -> list[Fact]:
    """The agency, and the code after the form's name, which stand without a label."""
    facts = []
    for cell in cells_of(text, line.start, line.end):
        name_start, name_end = _form_name(text, cell.start, cell.end)
        before = _trimmed(text, cell.start, name_start)
        if _is_agency(text[slice(*before)]):
            value = folded(text[slice(*before)])
            facts.append(Fact("agency", Status.READ, text[slice(*before)], value, None, line.page, *before, *before))
        if name_start < name_end:
            facts += _code_after_name(text, line, name_start, name_end)
    return facts


def _code_after_name(text: str, line: Line, name_start: int, name_end: int) -> list[Fact]:
    start, end = _trimmed(text, name_end, line.end)
    if start == end:
        blank = text[name_end : line.end].strip(_EDGES)
        fact = Fact("code", Status.BLANK, "", None, None, line.page, name_start, name_end, name_end, name_end)
        return [fact] if blank else []
    token = re.match(r"\S+", text[start:end])
    if token is None or not any(c.isdigit() for c in token[0]):
        return []
    end = start + token.end()
    value, _, repairs = _code(text, start, end)
    return [
        Fact("code", Status.READ, text[start:end], value, None, line.page, name_start, end, start, end, None, repairs)
    ]


def _form_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the form's name stands in a cell; zero width at its end where it does not."""
    content = latin_text(text[start:end])
    for name in FORM_NAMES:
        pattern = r"\s*".join(re.escape(letter) for letter in name if letter != " ")
        match = re.search(pattern, content, re.IGNORECASE)
        if match:
            return start + match.start(), start + match.end()
    return end, end


def _is_form_name(content: str) -> bool:
    return skeleton(content) in {skeleton(name) for name in FORM_NAMES}


def _is_agency(content: str) -> bool:
    named = folded(latin_text(content))
    return len(named) <= _AGENCY_LETTERS and _AGENCY.fullmatch(named) is not None
