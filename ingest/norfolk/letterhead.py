"""What stands at the top of the form without a label: the agency, and the class code beside the form's name."""

import re

from ingest.folding import MARKUP, folded, latin_text, repairs_between, skeleton
from ingest.form import AGENCY_KINDS, FORM_NAMES, SMALL_WORDS
from ingest.model import Fact, Status
from ingest.norfolk.header_codes import code_at_end, code_at_start, read_code, whole_code
from ingest.norfolk.header_labels import EDGES, trimmed_value
from ingest.norfolk.labels import cells_of
from ingest.occupations import is_title_like, names_organisation
from ingest.source_text import Line
from ingest.spelling import may_be_broken, rejoined

_STROKES = {"i": "[i1l|]", "l": "[l1i|]", "o": "[o0]"}
_NAMES = [
    re.compile(r"(?<![^\W_])" + r"\s*".join(_STROKES.get(c, c) for c in name.casefold() if c != " "), re.IGNORECASE)
    for name in FORM_NAMES
]
_WORD = re.compile(r"[^\W\d_][^\s]*")
_OF_AN_AGENCY = rf"(?:the )?(?:{'|'.join(AGENCY_KINDS)})(?: and (?:city|county))? of"
_AGENCY = re.compile(rf"{_OF_AN_AGENCY} \w[^.;:]*|\w[\w .'-]* (?:county|city)", re.IGNORECASE)
_AGENCY_BEGUN = re.compile(_OF_AN_AGENCY, re.IGNORECASE)
# What parts an agency from the part of it that stands on the same line.
_PARTED = re.compile(r"\s+[-–—|•·/]+\s+|\s*,\s*(?=(?:department|dept|division|office|bureau)\b)", re.IGNORECASE)
_MARKS = f"{EDGES}#>"
_AGENCY_LETTERS = 70
_MOST_WORDS_OF_A_NAME = 4


def unlabelled(text: str, line: Line) -> list[Fact]:
    """The agency, and the code beside the form's name, that stand in a line without a label."""
    name_start, name_end = _form_name(text, line)
    before = code_at_end(text, line.start, name_start) if name_start < name_end else None
    codes = _code_after_name(text, line, name_start, name_end) if name_start < name_end else []
    if before and not codes:
        codes = [_code_fact(text, line, before[0], name_end, *before)]
    around = ((line.start, before[0] if before else name_start), (name_end, line.end))
    agencies = [place for start, end in around for place in _agency_places(text, start, end)]
    return [*(_agency(text, line, start, end) for start, end in agencies), *codes]


def agency_in_two_lines(text: str, line: Line, below: Line) -> Fact | None:
    """The agency whose name goes on in the next line, as "CITY OF" above "NORFOLK" does."""
    start, end = trimmed_value(text, line.start, line.end)
    name_start, name_end = trimmed_value(text, below.start, below.end)
    name = latin_text(text[name_start:name_end])
    is_begun = _AGENCY_BEGUN.fullmatch(folded(latin_text(text[start:end]).strip(_MARKS))) is not None
    if not is_begun or not is_title_like(name) or len(name.split()) > _MOST_WORDS_OF_A_NAME:
        return None
    return _agency(text, line, start, name_end)


def code_alone(text: str, line: Line) -> Fact | None:
    """The code that a line consists of, as it stands above or below the form's name."""
    place = whole_code(text, line.start, line.end)
    return _code_fact(text, line, *place, *place) if place else None


def is_form_name(content: str) -> bool:
    """Whether a line is the form's name and nothing else."""
    return skeleton(content) in {skeleton(name) for name in FORM_NAMES}


def is_part_of_agency(content: str) -> bool:
    """Whether a line names a part of an agency, as one below the agency does in a letterhead."""
    return is_title_like(folded(content)) and names_organisation(content)


def _form_name(text: str, line: Line) -> tuple[int, int]:
    """Where the form's name stands in a line; zero width at its end where it does not."""
    content = latin_text(MARKUP.sub(lambda match: " " * len(match[0]), text[line.start : line.end]))
    match = next((match for name in _NAMES if (match := name.search(content))), None)
    return (line.start + match.start(), line.start + match.end()) if match else (line.end, line.end)


def _agency_places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where agencies are named in a stretch of a line, each without the part of the agency beside it."""
    found = []
    for cell_start, cell_end in _unbroken(text, start, end):
        at = cell_start
        for gap in [*_PARTED.finditer(text, cell_start, cell_end), None]:
            part_end = gap.start() if gap else cell_end
            place = _without_marks(text, *trimmed_value(text, at, part_end))
            if _is_agency(rejoined(text[slice(*place)])):
                found.append(place)
            at = gap.end() if gap else cell_end
    return found


def _unbroken(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the cells of a stretch, or of all of it where a tab may only have broken a word of it."""
    if may_be_broken(text[start:end]):
        return [trimmed_value(text, start, end)]
    return [trimmed_value(text, cell.start, cell.end) for cell in cells_of(text, start, end)]


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A place without the marks by which Markdown makes a line a heading."""
    while start < end and text[start] in _MARKS:
        start += 1
    return start, end


def _agency(text: str, line: Line, start: int, end: int) -> Fact:
    start, end = _without_marks(text, start, end)
    value = folded(rejoined(text[start:end]))
    repairs = repairs_between(text, start, end, value)
    return Fact("agency", Status.READ, text[start:end], value, None, line.page, start, end, start, end, None, repairs)


def _is_agency(content: str) -> bool:
    """Whether a cell is the name of a city, county or state: all its words but the small ones in capitals."""
    named = folded(latin_text(content))
    if len(named) > _AGENCY_LETTERS or _AGENCY.fullmatch(named) is None:
        return False
    return not any(word[0].islower() for word in _WORD.findall(named) if word.casefold() not in SMALL_WORDS)


def _code_after_name(text: str, line: Line, name_start: int, name_end: int) -> list[Fact]:
    start, end = trimmed_value(text, name_end, line.end)
    if start == end:
        fact = Fact("code", Status.BLANK, "", None, None, line.page, name_start, name_end, name_end, name_end)
        return [fact] if "_" in text[name_end : line.end] else []
    place = code_at_start(text, start, end)
    return [_code_fact(text, line, name_start, place[1], *place)] if place else []


def _code_fact(text: str, line: Line, start: int, end: int, code_start: int, code_end: int) -> Fact:
    """The code in a place, quoted with the words beside it; illegible where its digits are apart."""
    code, repairs = read_code(text, code_start, code_end)
    raw = text[code_start:code_end]
    if code is not None and not code.isdecimal() and len(raw.split()) > 1:
        code, repairs = None, ()
    status = Status.READ if code is not None else Status.ILLEGIBLE
    return Fact("code", status, raw, code, None, line.page, start, end, code_start, code_end, None, repairs)
