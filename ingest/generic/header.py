"""The header facts of another agency's document, each where it is plainly stated (contract, section 1)."""

import html
import re
from collections.abc import Iterable, Sequence

from ingest.dates import Dates, read_dates
from ingest.folding import folded
from ingest.generic.agencies import NO_TITLES
from ingest.generic.labels import Labelled, trimmed
from ingest.generic.printed_lines import EDGES, PrintedLines
from ingest.generic.title import TitlePlace, is_agency_name, is_form_name, is_place_name
from ingest.model import Fact, Status

# Where a header may stand; a code and the dates of a class also stand at the foot of a document.
_TOP_LINES = 60
_FOOT_LINES = 6
_PROSE_WORDS = 12
_ANYWHERE = ("code", "adopted", "revised")
_DATED = ("adopted", "revised", "open_date")
_CODE = re.compile(r"#?\s*(?P<code>[A-Za-z]{0,5}[-.]?\d[\w./-]*\w|\d)")
_NUMBERS = r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
_WORDS = (
    r"(?:[A-Za-z]+,\s+)?[A-Za-z]{3,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}|\d{1,2}\s+[A-Za-z]{3,9}\.?,?\s+\d{4}"
)
_DATE = re.compile(rf"(?:{_NUMBERS}|{_WORDS}|\d{{4}})(?=$|[\s*,;()])")
_MORE_DATES = re.compile(rf"(?:{_DATE.pattern})\**(?:(?:\s*[,;&]\s*|\s+and\s+)(?:{_DATE.pattern})\**)*")
_AMOUNT = re.compile(r"\$\s*\d|\d[\d,]*\.\d\d\b|\d{2,3},\d{3}|\d+ (?:per|an) hour")
_FORM_OF = re.compile(r"(?P<agency>\S.*?\S)\s+(?:class(?:ification)?\s+)?specifications?", re.IGNORECASE)
_MOST_TITLE_LETTERS = 150
_MOST_NAME_LETTERS = 100
_MOST_ILLEGIBLE_LETTERS = 40
_AGENCY_LINES = 4


def header_facts(
    page: PrintedLines, labelled: Sequence[Labelled], title: TitlePlace | None
) -> tuple[tuple[Fact, ...], frozenset[int]]:
    """The facts of the header in document order, and the lines of the header that are labelled or hold them.

    Of several labels of one field the plainest counts, then the first; of several revisions the latest. What is only
    stated further down than the header counts if it is stated one way.
    """
    found: dict[str, list[tuple[int, Fact]]] = {}
    further: dict[str, list[tuple[int, Fact]]] = {}
    taken: set[int] = set()
    prose = next((at for at in range(len(page)) if _is_prose(page, at, labelled)), len(page))
    for value in labelled:
        fact = _fact(page, value) if _may_state(page, value, prose) else None
        if fact is not None:
            (found if value.line < prose else further).setdefault(value.field, []).append((value.rank, fact))
        if value.line < prose and (fact is not None or (value.has_mark and not value.field)):
            taken |= _lines_of(page, value)
    for field, places in further.items():
        if field not in found and len({fact.value for _, fact in places}) == 1:
            found[field] = places
    facts = {field: _plainest(field, places) for field, places in found.items()}
    if "title" not in facts and title is not None:
        facts["title"] = _title_fact(page, title)
        taken |= set(range(title.first_line, title.last_line + 1))
    for at, agency in _agencies(page):
        facts.setdefault("agency", agency)
        taken.add(at)
    taken |= _letterhead(page, min((value.line for value in labelled), default=0), title)
    return tuple(sorted(facts.values(), key=lambda fact: fact.start)), frozenset(taken)


def salary_fact(page: PrintedLines, lines: Iterable[int]) -> Fact | None:
    """The first run of lines of a salary section that state an amount, as one value."""
    run: list[int] = []
    for at in lines:
        if _AMOUNT.search(page.words[at]):
            run.append(at)
        elif run:
            break
    if not run:
        return None
    start, end = page.place(run[0])[0], page.place(run[-1])[1]
    return _read(page, "salary", start, end, start, end)


def blank_fact(page: PrintedLines, field: str, start: int, end: int, at: int) -> Fact:
    """A field that the document has a place for, at ``at``, and nothing in it."""
    return Fact(field, Status.BLANK, "", None, None, page.page_at(start), start, end, at, at)


def date_fact(page: PrintedLines, field: str, row: tuple[int, int], cell: tuple[int, int]) -> Fact | None:
    """The dates that a cell begins with; illegible if it holds digits that are none; None if it has no digit."""
    start, end = cell
    raw = page.text[start:end]
    match = _MORE_DATES.match(raw)
    dates: Dates | None = read_dates(raw)
    if dates is None and match is not None and (dates := read_dates(match[0])) is not None:
        end = start + match.end()
    if dates is not None:
        while page.text[end - 1] in "* \t\xa0":
            end -= 1
        raw = page.text[start:end]
        return Fact(field, Status.READ, raw, dates.words, None, page.page_at(start), *row, start, end, dates.iso)
    if not any(character.isdigit() for character in raw) or len(raw) > _MOST_ILLEGIBLE_LETTERS:
        return None
    return Fact(field, Status.ILLEGIBLE, raw, None, None, page.page_at(start), *row, start, end)


def _letterhead(page: PrintedLines, first_label: int, title: TitlePlace | None) -> set[int]:
    """The lines above the title and the labelled values that name the form or a body of the agency."""
    names = (is_form_name, is_agency_name)
    stop = max(first_label, title.first_line if title else 0)
    if stop >= _AGENCY_LINES * 2:
        return set()
    return {at for at in range(stop) if any(is_name(page.words[at].strip(EDGES + "=*#:")) for is_name in names)}


def _is_prose(page: PrintedLines, at: int, labelled: Sequence[Labelled]) -> bool:
    """Whether a line is text, so that the header is over."""
    return len(page.words[at].split()) >= _PROSE_WORDS and not any(value.line == at for value in labelled)


def _may_state(page: PrintedLines, value: Labelled, prose: int) -> bool:
    """Whether a label stands where it says something of the class: in the header, or plainly further down."""
    if not value.field:
        return False
    if value.line < prose:
        return True
    if value.field not in _ANYWHERE:
        return value.line < _TOP_LINES
    is_alone = page.words[value.line].strip("*_ ") == page.text[value.start : value.value_end]
    return value.has_mark or value.line >= len(page) - _FOOT_LINES or (is_alone and value.line < _TOP_LINES)


def _lines_of(page: PrintedLines, value: Labelled) -> set[int]:
    below = value.line + 1
    has_below = below < len(page) and value.value_end > page.lines[below].start
    return {value.line, below} if has_below else {value.line}


def _fact(page: PrintedLines, value: Labelled) -> Fact | None:
    start, end = value.start, max(value.value_end, value.label_end)
    if value.is_empty:
        if value.field in ("salary", "agency", "open_date") or not value.has_mark:
            return None
        return blank_fact(page, value.field, start, value.label_end, value.label_end)
    raw = page.text[value.value_start : value.value_end]
    if value.field in _DATED:
        fact = date_fact(page, value.field, (start, end), (value.value_start, value.value_end))
        return fact if fact is None or value.has_mark or fact.status is Status.READ else None
    if value.field == "code":
        code = _CODE.match(raw)
        if code is None:
            return None
        place = value.value_start + code.start("code"), value.value_start + code.end("code")
        return _read(page, "code", start, place[1], *place)
    return _read(page, value.field, start, end, value.value_start, value.value_end) if _fits(value, raw) else None


def _fits(value: Labelled, raw: str) -> bool:
    """Whether the words behind a label can be a value of its field."""
    if not value.has_mark:
        return False
    if value.field == "title":
        is_status = raw.casefold().strip(" .") in NO_TITLES or raw.casefold().split()[0].strip(",;") in NO_TITLES
        return not is_status and len(raw) <= _MOST_TITLE_LETTERS and any(letter.isalpha() for letter in raw)
    if value.field == "salary":
        return _AMOUNT.search(raw) is not None
    return len(raw) <= _MOST_NAME_LETTERS and raw[-1] not in ".!?"


def _read(page: PrintedLines, field: str, start: int, end: int, raw_start: int, raw_end: int) -> Fact:
    raw = page.text[raw_start:raw_end]
    value = folded(html.unescape(raw))
    return Fact(field, Status.READ, raw, value, None, page.page_at(start), start, end, raw_start, raw_end)


def _plainest(field: str, places: list[tuple[int, Fact]]) -> Fact:
    read = [(rank, fact) for rank, fact in places if fact.status is Status.READ]
    if field == "revised" and read:
        return max((fact for _, fact in read), key=lambda fact: max((fact.iso or "").split("; ")))
    return min(read or places, key=lambda entry: entry[0])[1]


def _title_fact(page: PrintedLines, title: TitlePlace) -> Fact:
    return _read(page, "title", title.start, title.end, title.start, title.end)


def _agencies(page: PrintedLines) -> Iterable[tuple[int, Fact]]:
    """The letterhead: a line at the top that names a city, county or state, alone or with its form."""
    for at in range(min(len(page), _AGENCY_LINES)):
        start, end = page.place(at)
        words = page.text[start:end].rstrip(EDGES + "|,")
        if len(words) > _MOST_NAME_LETTERS:
            continue
        form = _FORM_OF.fullmatch(words)
        name = form["agency"] if form else words
        if _is_letterhead(name, issues_the_form=form is not None):
            yield at, _read(page, "agency", start, end, *trimmed(page.text, start, start + len(name)))


def _is_letterhead(name: str, *, issues_the_form: bool) -> bool:
    """Whether a line names a city, county or state; a board of one counts only where the form is said to be its."""
    said = re.findall(r"[^\W\d_][\w'’.-]*", name)
    capitals = all(word[0].isupper() for word in said if word not in ("of", "and", "the", "for"))
    return capitals and bool(said) and (is_agency_name(name) if issues_the_form else is_place_name(name))
