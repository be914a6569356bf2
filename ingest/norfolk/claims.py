"""Which rows of a table are the form's, which a city's own, and which none that is certain."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import folded, skeleton, words
from ingest.form import LOCATION_FIELDS, SECTION_BY_KEY
from ingest.model import Issue
from ingest.norfolk.labels import Cell, Label, Labels, is_label_like, own_label
from ingest.norfolk.marks import is_mark
from ingest.norfolk.rows import Row

CODE_LETTERS = 2
_FEWEST_LETTERS = 8
# A single word of a label may as well be a whole label of a city's own.
_FEWEST_WORDS = 2
_PLACES = Labels(LOCATION_FIELDS)
# What is printed in place of a letter that a font lacks.
_NOT_PRINTED = "■□�"


def own_row_label(text: str, cells: list[Cell]) -> Label | None:
    """The label of a row that the form does not name: words, and in the next cell a code or nothing.

    Words in capitals with nothing beside them are a head of a column, and words with a letter that was not printed are
    no label.
    """
    if len(cells) < 2 or not is_label_like(text, cells[0]):
        return None
    said, beside = (text[cell.start : cell.end] for cell in cells[:2])
    if any(sign in said for sign in _NOT_PRINTED) or (not beside and said.isupper()):
        return None
    others = [cell for cell in cells[1:] if not cell.is_blank]
    is_code_like = len(beside) <= CODE_LETTERS and (others or len(skeleton(said)) > 2)
    return own_label(text, cells[0]) if is_code_like else None


def claimed_rows(text: str, rows: list[Row]) -> tuple[list[Row], list[Issue]]:
    """Each row under a field: a misread label takes one only where no other row does; the rest keep their own words.

    A label that may be one of the form that no row has, misread or in parts, is no row's. A place of work with a mark
    or nothing beside it is a box of the section below, whose heading was not told.
    """
    certain = {row.field for row in rows if row.label.is_certain}
    uncertain = [row.field for row in rows if not row.label.is_certain]
    claimed, issues = [], []
    for row in rows:
        label = row.label
        if not label.is_known and (_may_be_known(text, row, {*certain, *uncertain}) or _is_box(text, row)):
            named = folded(text[label.start : row.end])
            sentence = f"“{named[:80]}” may be a row of the form whose label was misread."
            issues.append(Issue("unplaced_line", sentence, label.start, row.end))
            continue
        if not label.is_certain and (row.field in certain or uncertain.count(row.field) > 1):
            label = own_label(text, Cell(label.start, label.end))
        if not label.is_known:
            named = folded(text[label.start : label.end])
            sentence = f"The row “{named}” is none that the form names; it is kept under its own label."
            issues.append(Issue("unknown_label", sentence, label.start, label.end))
        claimed.append(replace(row, label=label))
    return claimed, issues


def _may_be_known(text: str, row: Row, taken: set[str]) -> bool:
    """Whether a label that the form does not name is a letter away from one that no row has, or made of parts of such.

    Parts are the last words of one and the first words of another: what a row is that was cut in the wrong place.
    """
    others = (field for field in SECTION_BY_KEY[row.section].fields if f"{row.section}.{field.key}" not in taken)
    printed = [label for field in others for label in field.labels]
    content = text[row.label.start : row.label.end]
    said = skeleton(content)
    is_near = any(DamerauLevenshtein.distance(said, skeleton(label)) <= 1 for label in printed)
    return (len(said) >= _FEWEST_LETTERS and is_near) or _is_of_parts(words(content), [words(one) for one in printed])


def _is_of_parts(said: Sequence[str], labels: Sequence[Sequence[str]]) -> bool:
    """Whether words are the last words of a label, the first words of one, or the former before the latter."""
    parts = ((said[:cut], said[cut:]) for cut in range(len(said) + 1))
    return len(said) >= _FEWEST_WORDS and any(
        (not last or any(len(last) < len(label) and label[-len(last) :] == last for label in labels))
        and (not first or any(len(first) < len(label) and label[: len(first)] == first for label in labels))
        for last, first in parts
    )


def _is_box(text: str, row: Row) -> bool:
    """Whether a row of a coded table is a place of work with a mark or nothing in its box."""
    cell = text[row.cell.start : row.cell.end]
    is_coded = SECTION_BY_KEY[row.section].codes is not None
    return is_coded and (row.cell.is_blank or is_mark(cell)) and _PLACES.is_label(text[row.label.start : row.label.end])
