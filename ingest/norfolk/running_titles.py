"""Running headers and footers that name another class than the one that a spec is about."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from ingest.dates import read_dates
from ingest.folding import allowed_errors, folded, latin_text, words
from ingest.form import AGENCY_KINDS, FORM_NAMES, SMALL_WORDS
from ingest.model import Issue
from ingest.occupations import is_title_like, names_occupation, names_organisation
from ingest.source_text import SourceText

# Pages of the web have no footers that a form's program printed, but menus with the names of many classes.
_WITHOUT_PAGES = "html"
_PARTED = re.compile(r"[\t\r\n|•·]+|\s{2,}|\s+[-–—]+\s+|(?<=\w),?\s+(?=page\s+\d)", re.IGNORECASE)
_EDGES = re.compile(
    rf"^(?:(?:{'|'.join(FORM_NAMES)}|class title|position|title|class)\b\s*[:\-–—]?\s*(?:of|for)?\s*)+|"
    rf"\s*[:\-–—]?\s*\b(?:{'|'.join(FORM_NAMES)}|class)\s*$|\s*\(?\bpage\s+\d.*$|[\s.,;:]+$",
    re.IGNORECASE,
)
_AGENCY = re.compile(rf"\b(?:{'|'.join(AGENCY_KINDS)})\s+of\b", re.IGNORECASE)
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}


def footer_issues(source: SourceText, title: str | None) -> tuple[Issue, ...]:
    """An issue for each other class that the running headers and footers name, at the first place that does so.

    Dates, numbers of pages, agencies and their parts, the form's name and the title itself, however it is shortened,
    are no other class. A spec without a title has nothing to be compared with.
    """
    if not title or source.format == _WITHOUT_PAGES:
        return ()
    found: dict[str, Issue] = {}
    for start, end in _named(source):
        name = folded(source.text[start:end])
        if _may_name_class(name) and not _is_same_class(name, title):
            sentence = f"A running header or footer names another class, “{name}”."
            found.setdefault(name.casefold(), Issue("other_class_in_footer", sentence, start, end))
    return tuple(found.values())


def _named(source: SourceText) -> Iterator[tuple[int, int]]:
    """The stretches of running headers and footers that stand apart, without the form's name and a page's number."""
    for span in source.furniture:
        at = span.start
        for gap in [*_PARTED.finditer(source.text, span.start, span.end), None]:
            end = gap.start() if gap else span.end
            content = source.text[at:end]
            bare = _EDGES.sub(lambda match: " " * len(match[0]), content)
            if bare.strip():
                lead = len(bare) - len(bare.lstrip())
                yield at + lead, at + len(bare.rstrip())
            at = gap.end() if gap else span.end


def _may_name_class(name: str) -> bool:
    if not is_title_like(name) or _AGENCY.search(name) or read_dates(name) is not None:
        return False
    return names_occupation(name) and not names_organisation(name) and "by" not in words(name)


def _is_same_class(name: str, title: str) -> bool:
    """Whether a name is the title, or the title with words cut off or shortened ("Sr. Util. Cust. Svc. Mgr.")."""
    printed, meant = _said(name), _said(title)
    if "".join(printed) == "".join(word[0] for word in meant):
        return True
    at = 0
    for word in printed:
        at = next((n + 1 for n in range(at, len(meant)) if _may_shorten(word, meant[n])), -1)
        if at < 0:
            return False
    return True


def _said(name: str) -> list[str]:
    """The words of a title that count, numerals as digits."""
    said = [_NUMERALS.get(word, word) for word in words(latin_text(name))]
    return [word for word in said if word not in SMALL_WORDS]


def _may_shorten(word: str, whole: str) -> bool:
    """Whether a word is another one, whole or shortened, or misread by as many letters as a scan may misread."""
    if DamerauLevenshtein.distance(word, whole) <= allowed_errors(len(whole)):
        return True
    if word[0] != whole[0] or len(word) > len(whole):
        return False
    letters = iter(whole)
    return all(letter in letters for letter in word)
