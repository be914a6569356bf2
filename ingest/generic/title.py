"""The title of another agency's class where no label says it: a heading or a line of its own at the top."""

import re
from dataclasses import dataclass

from ingest.dates import read_dates
from ingest.form import AGENCY_KINDS, SMALL_WORDS
from ingest.generic.agencies import FORM_NAME_WORDS, NO_TITLE_WORDS, NO_TITLES, ORGANISATION
from ingest.generic.boilerplate import is_notice
from ingest.generic.heading_keys import heading_name
from ingest.generic.labels import Labelled
from ingest.generic.printed_lines import EDGES, PrintedLines, is_no_heading, is_rule
from ingest.occupations import holds_occupation
from ingest.source_text import Heading

_TOP_LINES = 12
_MOST_LETTERS = 110
_MOST_WORDS = 14
_WORD = re.compile(r"[^\W\d_][\w'’./&-]*")
_ORGANISATION = re.compile(ORGANISATION, re.IGNORECASE)
_PLACE_OF = re.compile(rf"(?:the )?(?:{'|'.join(AGENCY_KINDS)})(?: and (?:city|county))? of [\w .'-]+", re.IGNORECASE)
_COUNTY = re.compile(r"[\w .'-]+ (?:county|city|parish|township|borough)", re.IGNORECASE)
_FORM_AND_TITLE = re.compile(r"(?P<form>[^-–—:]+?)\s*[-–—:]\s+(?P<title>\S.*)")
_NUMERAL = re.compile(r"[IVX]{1,4}|\d{1,2}|[A-Z]")
_JOINS_ON = re.compile(r"(?:\b(?:and|of|for|the|to|in)|[,/&-])\s*$", re.IGNORECASE)
_LEVEL = re.compile(r"\s+(?:[IVX]{1,4}|\d{1,2})$")
_HEAD_LINES = 40
_FEWEST_LABELS = 3
_BELOW_LINES = 6
_WIDE_GAP = re.compile(r"\t|[ \xa0]{3,}|\|")


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """Where a title stands: its words, and the lines that they take."""

    start: int
    end: int
    first_line: int
    last_line: int


def find_title(page: PrintedLines, marked: tuple[Heading, ...], labelled: tuple[Labelled, ...]) -> TitlePlace | None:
    """The title at the top of a document, or None where no line there is plainly one.

    A heading of the first level is the title unless it names the form or the agency; else a line that names an
    occupation, or stands above the labelled values, is.
    """
    first = next((found for found in marked if found.level == 1), None)
    if first is not None:
        place = _marked_title(page, first)
        if place is not None:
            return place
    labels = {value.line: value for value in reversed(labelled)}
    candidates: list[TitlePlace] = []
    for at in range(min(len(page), _TOP_LINES)):
        ends = at in labels
        place = _candidate(page, at, labels.get(at))
        if place is not None:
            candidates.append(place)
        if ends or _opens_the_text(page, at, has_candidate=bool(candidates)):
            break
    has_labels = any(value.field in ("code", "adopted", "revised", "open_date") for value in labels.values())
    return _chosen(page, candidates, has_labels=has_labels) or _below_labels(page, labelled)


def is_agency_name(words: str) -> bool:
    """Whether words name a city, a county, a state, or a body of one."""
    return is_place_name(words) or _ORGANISATION.fullmatch(words) is not None


def is_place_name(words: str) -> bool:
    """Whether words name a city, a county or a state itself."""
    return _PLACE_OF.fullmatch(words) is not None or _COUNTY.fullmatch(words) is not None


def is_form_name(words: str) -> bool:
    """Whether words name the form and not the class: "Job Announcement", "Class Specification"."""
    said = [word.casefold() for word in _WORD.findall(words)]
    if said and all(word in FORM_NAME_WORDS or word in SMALL_WORDS for word in said):
        return True
    return bool(said) and said[-1] in ("specification", "specifications", "bulletin", "announcement")


def _below_labels(page: PrintedLines, labelled: tuple[Labelled, ...]) -> TitlePlace | None:
    """A line of its own that ends with an occupation, right below the labelled values of a posting without a title."""
    head = [value.line for value in labelled if value.has_mark and value.line < _HEAD_LINES]
    if len(head) < _FEWEST_LABELS:
        return None
    for at in range(head[-1] + 1, min(head[-1] + _BELOW_LINES, len(page))):
        words = page.words[at]
        stands_alone = page.is_alone(at) or (page.is_set_off(at) and _is_status(page.words[at + 1]))
        if stands_alone and _could_be_title(words) and _ends_with_occupation(words):
            return TitlePlace(*page.place(at), at, at)
    return None


def _ends_with_occupation(words: str) -> bool:
    return holds_occupation(_LEVEL.sub("", words).split()[-1])


def _is_status(words: str) -> bool:
    """Whether a line says how the class is employed: "Permanent, Full-Time"."""
    return all(part.strip().casefold() in NO_TITLES for part in re.split(r"[,/;|]", words))


def _marked_title(page: PrintedLines, heading: Heading) -> TitlePlace | None:
    for at, line in enumerate(page.lines):
        if line.end > heading.start:
            start, end = page.place(at)
            words = page.text[start:end]
            return TitlePlace(start, end, at, at) if _is_marked_title(words) else None
    return None


def _is_marked_title(words: str) -> bool:
    if is_form_name(words) or is_agency_name(words) or not words[:1].isalnum():
        return False
    return not heading_name(words).is_known or words.casefold().endswith("series") or holds_occupation(words)


def _candidate(page: PrintedLines, at: int, label: Labelled | None) -> TitlePlace | None:
    """The title that a line may be, or what stands before a label on it."""
    start, end = page.place(at)
    if label is not None:
        end = label.start
        while end > start and page.text[end - 1] in EDGES + "|-–(":
            end -= 1
        if end <= start:
            return None
    frame = page.decoration(at)
    if frame is not None and label is None:
        start, end = frame.start, frame.end
    gap = _WIDE_GAP.search(page.text, start, end)
    if gap is not None:
        rest = page.text[gap.end() : end].strip(EDGES + "|")
        end = gap.start()
        if rest and _could_be_title(rest):
            return None
    if end - start > _MOST_LETTERS + _MOST_LETTERS:
        return None
    form = _FORM_AND_TITLE.fullmatch(page.text[start:end])
    if form is not None and is_form_name(form["form"]):
        start += form.start("title")
    return TitlePlace(start, end, at, at) if _could_be_title(page.text[start:end]) else None


def _could_be_title(words: str) -> bool:
    """Whether a line may be the name of a class: short, in capitals or title case, and nothing known to be else."""
    said = _WORD.findall(words)
    if not said or len(said) > _MOST_WORDS or len(words) > _MOST_LETTERS or words[-1] in ".,;:!?":
        return False
    if is_no_heading(words) or is_notice(words) or is_agency_name(words) or is_form_name(words) or words[0] in "(*":
        return False
    if any(word.casefold() in NO_TITLE_WORDS for word in said) or heading_name(words).is_known:
        return False
    if read_dates(words) is not None:
        return False
    return all(word[0].isupper() for word in said if word.casefold() not in SMALL_WORDS and word[0] not in "/&-")


def _opens_the_text(page: PrintedLines, at: int, *, has_candidate: bool) -> bool:
    """Whether what stands below a line is the document's text and no longer its head."""
    words = page.words[at]
    if heading_name(words.strip(EDGES + "=*#:")).is_known and not is_form_name(words):
        return True
    return has_candidate and not _could_be_title(words) and not is_rule(words) and len(words) > _MOST_LETTERS


def _chosen(page: PrintedLines, candidates: list[TitlePlace], *, has_labels: bool) -> TitlePlace | None:
    """The first of the lines that names an occupation, with its other half; else the first above labelled values."""
    wholes = _joined(page, candidates)
    for place in wholes:
        if holds_occupation(page.text[place.start : place.end]):
            return place
    return wholes[0] if wholes and has_labels else None


def _joined(page: PrintedLines, candidates: list[TitlePlace]) -> list[TitlePlace]:
    """The candidates, one that goes on in the line right below it as one with it."""
    wholes: list[TitlePlace] = []
    for place in candidates:
        above = wholes[-1] if wholes else None
        if above is not None and place.first_line == above.last_line + 1 and not page.is_set_off(place.first_line):
            first, second = page.text[above.start : above.end], page.text[place.start : place.end]
            if _goes_on(first, second):
                wholes[-1] = TitlePlace(above.start, place.end, above.first_line, place.last_line)
                continue
        wholes.append(place)
    return wholes


def _goes_on(first: str, second: str) -> bool:
    if first.isupper() != second.isupper():
        return False
    if _JOINS_ON.search(first) or second.split()[0].casefold() in SMALL_WORDS or _NUMERAL.fullmatch(second):
        return True
    return not _ends_with_occupation(first) and _ends_with_occupation(second)
