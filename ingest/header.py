"""The labelled lines at the top of the form: dates, title, code, department, agency (contract, ``header``)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rapidfuzz.distance import DamerauLevenshtein

from ingest.dates import read_dates
from ingest.folding import MARKUP, allowed_errors, folded, latin_text, repairs_between, skeleton, words
from ingest.form import AGENCY_KINDS, FORM_NAMES, HEADER_FIELDS, SMALL_WORDS
from ingest.labels import cells_of
from ingest.model import Fact, Issue, Repair, Status
from ingest.source_text import Line, digits
from ingest.spelling import is_english, may_be_broken, rejoined

_LABELS = sorted(
    ((skeleton(label), label, field.key) for field in HEADER_FIELDS for label in field.labels),
    key=lambda entry: -len(entry[0]),
)
_MOST_LABEL_LETTERS = max(len(wanted) for wanted, _, _ in _LABELS) + 2
_LABEL_REACH = 200
_EDGES = " \t\xa0,;|*"
_BLANK = re.compile(r"[\s_.\-–—/()\[\]]*")
_CODE_PUNCTUATION = " \t\xa0.,;:()[]#*"
_WORD = re.compile(r"[^\W\d_][^\s]*")
_SETS_OFF = re.compile(r"[\t,;|]|[ \xa0]{2}")
_SET_OFF = re.compile(r"\s*\t\s*|\s{2,}")
_STROKES = {"i": "[i1l|]", "l": "[l1i|]", "o": "[o0]"}
_NAMES = [
    re.compile(r"(?<![^\W_])" + r"\s*".join(_STROKES.get(c, c) for c in name.casefold() if c != " "), re.IGNORECASE)
    for name in FORM_NAMES
]
_AGENCY = re.compile(
    rf"(?:the )?(?:{'|'.join(AGENCY_KINDS)})(?: and (?:city|county))? of \w[^.;:]*|\w[\w .'-]* (?:county|city)",
    re.IGNORECASE,
)
_AGENCY_LETTERS = 70
_CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A label and the value after it, as places in one line; ``is_whole`` unless the value's end is in doubt."""

    key: str
    label: str
    start: int
    label_end: int
    value_start: int
    value_end: int
    is_whole: bool


def read_header(text: str, lines: Sequence[Line]) -> tuple[tuple[Fact, ...], tuple[Line, ...], tuple[Issue, ...]]:
    """The facts of the header, the lines among ``lines`` that are no part of it, and what could not be read.

    A value that stands twice is taken from its first place.
    """
    facts: dict[str, Fact] = {}
    rest: list[Line] = []
    for line in lines:
        pairs = _labelled(text, line)
        before = replace(line, end=pairs[0].start) if pairs else line
        found = [*_unlabelled(text, before), *(_labelled_fact(text, line, pair) for pair in pairs)]
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
    begin = line.start
    for colon in (line.start + match.start() for match in re.finditer(":", text[line.start : line.end])):
        place = _label_before(text, begin, colon, begins_line=begin == line.start, follows_value=bool(found))
        if place is not None:
            found.append((*place, colon))
        begin = colon + 1
    pairs = []
    ends = (*(start for _, _, start, _ in found[1:]), line.end)
    for (key, label, start, colon), end in zip(found, ends, strict=False):
        limit, is_whole = _value_limit(text, colon + 1, end)
        pairs.append(_Labelled(key, label, start, colon + 1, *_trimmed(text, colon + 1, limit), is_whole))
    return pairs


def _label_before(
    text: str, begin: int, colon: int, *, begins_line: bool, follows_value: bool
) -> tuple[str, str, int] | None:
    """The key, printed label and start of the label that ends at a colon: the one of fewest errors, then the longest.

    A label begins its line, or is set off from what stands before it; only the value of another label needs nothing
    between.
    """
    start = max(begin, colon - _LABEL_REACH)
    spaced = MARKUP.sub(lambda match: "_" * len(match[0]), text[start:colon])
    letters = ""
    best: tuple[int, str, str, int] | None = None
    for at in range(len(spaced) - 1, -1, -1):
        letters = skeleton(spaced[at]) + letters
        if len(letters) > _MOST_LABEL_LETTERS:
            break
        if not spaced[at].isalnum() or spaced[at - 1 : at].isalnum():
            continue
        gap = spaced[_end_of_words(spaced, at) : at]
        begins_first = begins_line and gap == spaced[:at] and start == begin
        may_begin = follows_value or begins_first or _SETS_OFF.search(gap) is not None
        named = _named(spaced[at:], letters) if may_begin else None
        if named is not None and (best is None or named[0] <= best[0]):
            best = (*named, start + at)
    return best[1:] if best else None


def _end_of_words(spaced: str, at: int) -> int:
    """Where the last word before a place ends."""
    while at > 0 and not spaced[at - 1].isalnum():
        at -= 1
    return at


def _named(printed: str, letters: str) -> tuple[int, str, str] | None:
    """The errors, key and label of the header's label that is printed, if it is one; another word is not misread."""
    near = []
    for wanted, label, key in _LABELS:
        bound = min(allowed_errors(len(wanted)), 2)
        errors = DamerauLevenshtein.distance(letters, wanted, score_cutoff=bound)
        if errors <= bound:
            near.append((errors, key, label))
    best = min(near, key=lambda entry: entry[0], default=None)
    if best is None or best[0] == 0:
        return best
    said, meant = words(printed), words(best[2])
    return None if any(is_english(word) for word in said if word not in meant) else best


def _value_limit(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where a value ends at the latest: before what is set off from it and holds a colon, so has a label of its own.

    Returns:
        The limit, and whether it is certain: of several pieces before the colon it is not known which the label has.
    """
    colon = text.find(":", start, end)
    first, _ = _trimmed(text, start, max(start, colon))
    gaps = [gap for gap in _SET_OFF.finditer(text, first, max(first, colon)) if gap.end() < colon]
    return (gaps[0].start(), True) if len(gaps) == 1 else (end, not gaps)


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
    if not raw or not found.is_whole:
        return None, None, ()
    if found.key in ("adopted", "revised"):
        dates = read_dates(raw)
        if dates is None:
            return None, None, ()
        repairs = repairs_between(text, found.value_start, found.value_end, dates.printed)
        return dates.words, dates.iso, repairs
    if found.key == "code":
        code, repairs = _code(text, found.value_start, found.value_end)
        return code, None, repairs
    value = folded(rejoined(raw))
    return value, None, repairs_between(text, found.value_start, found.value_end, value)


def _code(text: str, start: int, end: int) -> tuple[str | None, tuple[Repair, ...]]:
    """The class code in a place and its repairs; None where digits are apart that together are not those of a code."""
    raw = text[start:end]
    plain = MARKUP.sub("", raw)
    bare = plain.strip(_CODE_PUNCTUATION)
    closed_up = "".join(bare.split())
    code = digits(closed_up)
    if not code.isdecimal() or (len(code) != _CODE_DIGITS and closed_up == bare):
        value = folded(bare if bare.isdecimal() else raw)
        return value, repairs_between(text, start, end, value)
    if len(code) != _CODE_DIGITS:
        return None, ()
    latin = latin_text(closed_up)
    steps = {
        "markup": plain != raw,
        "punctuation": bare != plain.strip(),
        "split_word": closed_up != bare,
        "look_alike": latin != closed_up,
        "letter_for_digit": code != latin,
    }
    return code, tuple(Repair(rule, raw, code, start, end) for rule, is_taken in steps.items() if is_taken)


def _unlabelled(text: str, line: Line) -> list[Fact]:
    """The agency, and the code after the form's name, which stand without a label."""
    name_start, name_end = _form_name(text, line)
    around = [*_unbroken(text, line.start, name_start), *_unbroken(text, name_end, line.end)]
    facts = [_agency(text, line, start, end) for start, end in around if _is_agency(rejoined(text[start:end]))]
    return [*facts, *(_code_after_name(text, line, name_start, name_end) if name_start < name_end else ())]


def _unbroken(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the cells of a stretch, or of all of it where a tab may only have broken a word of it."""
    if may_be_broken(text[start:end]):
        return [_trimmed(text, start, end)]
    return [_trimmed(text, cell.start, cell.end) for cell in cells_of(text, start, end)]


def _agency(text: str, line: Line, start: int, end: int) -> Fact:
    value = folded(rejoined(text[start:end]))
    repairs = repairs_between(text, start, end, value)
    return Fact("agency", Status.READ, text[start:end], value, None, line.page, start, end, start, end, None, repairs)


def _code_after_name(text: str, line: Line, name_start: int, name_end: int) -> list[Fact]:
    start, end = _trimmed(text, name_end, line.end)
    if start == end:
        blank = text[name_end : line.end].strip(_EDGES)
        fact = Fact("code", Status.BLANK, "", None, None, line.page, name_start, name_end, name_end, name_end)
        return [fact] if blank else []
    place = _code_place(text, start, end)
    if place is None:
        return []
    code, repairs = _code(text, *place)
    raw = text[slice(*place)]
    if code is not None and not code.isdecimal() and len(raw.split()) > 1:
        code, repairs = None, ()
    status = Status.READ if code is not None else Status.ILLEGIBLE
    return [Fact("code", status, raw, code, None, line.page, name_start, place[1], *place, None, repairs)]


def _code_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the code is that the words begin with: its first piece if that is a whole code, else all with digits."""
    words_there = (match for match in re.finditer(r"\S+", text[start:end]) if skeleton(match[0]))
    pieces = list(takewhile(lambda match: _is_of_code(match[0]), words_there))
    if not any(c.isdigit() for match in pieces for c in match[0]):
        return None
    first = digits(pieces[0][0].strip(_CODE_PUNCTUATION))
    last = pieces[0] if len(first) == _CODE_DIGITS else pieces[-1]
    return start + pieces[0].start(), start + last.end()


def _is_of_code(word: str) -> bool:
    """Whether a word holds a digit, or nothing but letters that look like one."""
    bare = digits(MARKUP.sub("", word).strip(_CODE_PUNCTUATION))
    return bare.isdecimal() or any(c.isdigit() for c in word)


def _form_name(text: str, line: Line) -> tuple[int, int]:
    """Where the form's name stands in a line; zero width at its end where it does not."""
    content = latin_text(MARKUP.sub(lambda match: " " * len(match[0]), text[line.start : line.end]))
    match = next((match for name in _NAMES if (match := name.search(content))), None)
    return (line.start + match.start(), line.start + match.end()) if match else (line.end, line.end)


def _is_form_name(content: str) -> bool:
    return skeleton(content) in {skeleton(name) for name in FORM_NAMES}


def _is_agency(content: str) -> bool:
    """Whether a cell is the name of a city, county or state: all its words but the small ones in capitals."""
    named = folded(latin_text(content))
    if len(named) > _AGENCY_LETTERS or _AGENCY.fullmatch(named) is None:
        return False
    return not any(word[0].islower() for word in _WORD.findall(named) if word.casefold() not in SMALL_WORDS)
