"""Which row of the form a printed label is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import MARKUP, allowed_errors, by_skeleton, folded, nearest, repairs_between, skeleton, words
from ingest.form import CODE_WORDS, NOT_APPLICABLE, FieldForm
from ingest.model import Repair
from ingest.spelling import is_english

_BRACKETED = re.compile(r"(?<!\s)\s*\([^()]*\)")
# A bracket that was cut off where its line ended.
_CUT_BRACKET = re.compile(r"(?<!\s)\s*\([^()\t]*$")
_CODE = re.compile(r"[A-Z]{1,2}(?:/[A-Z]{1,2})?|[?#*]")
_ALL_CODES = frozenset(skeleton(code).upper() for codes in CODE_WORDS.values() for code in codes)
_MOST_PIECES = 3
_CODE_LETTERS = 2
_MOST_LABEL_LETTERS = 60
_MANY_WORDS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its place without the white space around it (zero width where blank)."""

    start: int
    end: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Label:
    """A row's label: the field's key, its place, how many cells it was split over, and whether the form names it."""

    key: str
    start: int
    end: int
    cells: int
    is_known: bool
    is_certain: bool
    repairs: tuple[Repair, ...]


class Labels:
    """The labels of one section, to be matched."""

    def __init__(self, fields: Sequence[FieldForm], *, before_codes: bool = True) -> None:
        """Prepare the labels of the rows that a section has; ``before_codes`` where codes stand beside them."""
        self._before_codes = before_codes
        self._printed = by_skeleton((label, label) for field in fields for label in field.labels)
        self._keys = {label: field.key for field in fields for label in field.labels}

    @property
    def most_letters(self) -> int:
        """How many letters the longest label has."""
        return max(map(len, self._printed))

    def match(self, text: str, cells: Sequence[Cell]) -> Label | None:
        """The known label that the first cells are, even where stray tabs split it; the most cells win.

        A label is certain if it matches without a misread letter. A piece as short as a code is one of the label only
        where what follows it is short as a code too. A bracket in it ("Other (see 1 below)") is ignored.
        """
        for exact in (True, False):
            for count in range(min(_MOST_PIECES, len(cells)), 0, -1):
                if not self._may_be_pieces(text, cells, count, exact=exact):
                    continue
                label = self._match(text, cells[0].start, cells[count - 1].end, count, exact=exact)
                if label is not None:
                    return label
        return None

    def _may_be_pieces(self, text: str, cells: Sequence[Cell], count: int, *, exact: bool) -> bool:
        """Whether the first cells may be the pieces of one label, and none of them is a code beside it."""
        pieces = [skeleton(_BRACKETED.sub("", text[cell.start : cell.end])) for cell in cells[:count]]
        if not all(pieces):
            return False
        if count == 1:
            return True
        beside = text[cells[count].start : cells[count].end] if count < len(cells) else ""
        followed = 0 < len(beside) <= _CODE_LETTERS or _is_code(beside)
        is_code_like = len(pieces[-1]) <= _CODE_LETTERS and not (exact and pieces[-1].upper() not in _ALL_CODES)
        if self._before_codes and is_code_like and not followed:
            return False
        return exact or min(len(piece) for piece in pieces[:-1]) > _CODE_LETTERS

    def is_label(self, said: str) -> bool:
        """Whether a text is a label as the form prints it, but for what scanning folds."""
        return skeleton(said) in self._printed

    def key_of(self, said: str) -> str | None:
        """The field of a label, a bracket in it or a misread letter aside; None if it is none that the form knows."""
        label = self._match(said, 0, len(said), 1, exact=True) or self._match(said, 0, len(said), 1, exact=False)
        return label.key if label else None

    def exact_key(self, said: str) -> str | None:
        """The field of a label as the form prints it, a bracket in it aside, but for what scanning folds."""
        printed = self._printed.get(skeleton(said)) or self._printed.get(skeleton(_BRACKETED.sub("", said)))
        return self._keys[printed] if printed else None

    def near_key(self, said: str) -> tuple[str, int] | None:
        """The field of a label, a bracket in it aside, and how many of its letters are misread."""
        for tried in (said, _BRACKETED.sub("", said)):
            printed = nearest(tried, self._printed, same=self._keys)
            if printed is not None and not _says_another_word(tried, printed):
                return self._keys[printed], DamerauLevenshtein.distance(skeleton(tried), skeleton(printed))
        return None

    def begins_label(self, said: str) -> bool:
        """Whether a label as the form prints it begins with a text."""
        bare = skeleton(said)
        return any(printed.startswith(bare) for printed in self._printed)

    def nearly_begins_label(self, said: str) -> bool:
        """Whether a label begins with a text of which a letter is misread."""
        bare = skeleton(said)
        return allowed_errors(len(bare)) > 0 and any(
            DamerauLevenshtein.distance(bare, printed[: len(bare)]) <= 1 for printed in self._printed
        )

    def ends_label(self, said: str) -> bool:
        """Whether a text is the last words of a label as the form prints it, and not all of them."""
        bare, last = skeleton(said), words(said)
        labels = [label for printed, label in self._printed.items() if bare and printed.endswith(bare)]
        return any(len(last) < len(words(label)) and words(label)[-len(last) :] == last for label in labels)

    def is_part_of_label(self, said: str) -> bool:
        """Whether a text is a part of a label and not all of it."""
        bare = skeleton(said)
        return any(bare in printed and bare != printed for printed in self._printed)

    def _match(self, text: str, start: int, end: int, count: int, *, exact: bool) -> Label | None:
        content = text[start:end]
        for tried in (content, _BRACKETED.sub("", content), _CUT_BRACKET.sub("", content)):
            printed = nearest(tried, self._printed, at_most=0 if exact else None, same=self._keys)
            if printed is not None and (exact or not _says_another_word(tried, printed)):
                kept_end = end if tried == content else start + len(content[: content.find("(")].rstrip())
                repairs = repairs_between(text, start, kept_end, printed)
                return Label(self._keys[printed], start, end, count, True, exact, repairs)
        return None


def _says_another_word(content: str, printed: str) -> bool:
    """Whether a word that differs from the label's is an English word of its own, or a code, and so was not misread.

    One word among many that are the label's is misread, whatever it says then.
    """
    meant = "".join(words(printed))
    if not content.isupper() and any(map(_is_code, content.split()[1:])):
        return True
    pairs = list(zip(words(content), words(printed), strict=False))
    is_same_length = len(words(content)) == len(words(printed))
    if is_same_length and len(pairs) >= _MANY_WORDS and sum(said != label for said, label in pairs) == 1:
        return False
    return any(is_english(word) for word in words(content) if word.removesuffix("s") not in meant)


def _is_code(word: str) -> bool:
    return _CODE.fullmatch(word) is not None and word.casefold() != NOT_APPLICABLE


def own_label(text: str, cell: Cell) -> Label:
    """The label of a row that the form does not name: its own words in snake_case."""
    key = "_".join(words(folded(text[cell.start : cell.end]))) or "unnamed"
    return Label(key, cell.start, cell.end, 1, False, True, ())


def is_label_like(text: str, cell: Cell) -> bool:
    """Whether a cell could be a row's label: a few words that begin with a capital letter, and no sentence."""
    content = text[cell.start : cell.end]
    bare = MARKUP.sub("", content).lstrip("\"'“‘*[(<")
    begins = bare[:1].isalpha() and not bare[0].islower()
    return begins and len(skeleton(content)) <= _MOST_LABEL_LETTERS and not content.endswith((".", ";"))


def cells_of(text: str, start: int, end: int) -> list[Cell]:
    """The tab-separated cells of a line, in order."""
    cells, position = [], start
    for content in text[start:end].split("\t"):
        bare = content.strip(" \xa0\ufeff")
        lead = content.find(bare) if bare else 0
        cells.append(Cell(position + lead, position + lead + len(bare)))
        position += len(content) + 1
    return cells
