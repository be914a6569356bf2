"""Lines that are rows of the form's tables by their own words, whatever stands at their end."""

import re

from ingest.folding import skeleton
from ingest.form import CODE_WORDS, SECTIONS, CodeKind, Shape

_SET_OFF = re.compile(r"\s*[\t|]\s*|\s{2,}")
_BETWEEN_WORDS = re.compile(r"[\s|]+")
_PAGE = re.compile(r"page\b", re.IGNORECASE)
_FUNCTION = re.compile(r"\d{1,2}[.)]?")
_CODES = frozenset(code for codes in CODE_WORDS.values() for code in codes) | {"0"}
_ROWS = tuple(
    (section, skeleton(label))
    for section in SECTIONS
    if section.shape is not Shape.HEADER
    for field in section.fields
    for label in field.labels
)
_LABELS = frozenset(label for _, label in _ROWS)
_CODED_LABELS = frozenset(label for section, label in _ROWS if section.codes is not None)
# "Formal Education / Knowledge" and "Supervisory / Organizational Control" are of four words.
_MOST_LABEL_WORDS = 8


def begins_row(line: str) -> bool:
    """Whether a line begins as a row of the form does, with something behind it.

    Such a beginning is the label of a coded row, set off from what follows; another label of the form with more than
    a page's number behind it; words or a number with a code behind them in a cell of its own; or, where only spaces
    part the words, a label or a function's number and a code.
    """
    cells = _SET_OFF.split(line.strip(" \t|"))
    label = skeleton(cells[0])
    if len(cells) > 1 and (label in _CODED_LABELS or (label in _LABELS and not _PAGE.match(cells[1]))):
        return True
    if len(cells) > 2 and label and cells[1].strip("()") in _CODES:
        return True
    words = _BETWEEN_WORDS.split(line.strip(" \t|"))
    if len(words) > 2 and _FUNCTION.fullmatch(words[0]) and words[1] in CODE_WORDS[CodeKind.STRENGTH]:
        return True
    beginnings = range(1, min(len(words), _MOST_LABEL_WORDS))
    return any(words[at].strip("()") in _CODES and skeleton("".join(words[:at])) in _LABELS for at in beginnings)
