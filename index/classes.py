"""Which of the specs held describe one class.

The contract's rule: same agency and code, or same agency and title. One thing is read into it: a code that two specs
with plainly different titles share is a slip of somebody's pen, or a number used twice, and no sign of a retitling.
Taken at its word it would hide the older of two classes behind the other ("Accountant" and "Librarian", both 123), and
nobody would see that a class is missing. So a code joins titles that differ as a retitling does, by their spelling;
else both stand, each says ``shared_code``, and only the code itself is ambiguous. To keep apart what is one class costs
a question that is asked back; to join what are two costs a class.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from index.entries import SpecEntry
from ingest.spelling import is_english

_ROMAN = dict(zip("i ii iii iv v vi vii viii ix x".split(), "1 2 3 4 5 6 7 8 9 10".split(), strict=True))
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_SLIP = 5


def folded(name: str) -> str:
    """A title or code as it is compared: case and runs of white space do not count."""
    return " ".join(name.split()).casefold()


def is_retitled(title: str, other: str) -> bool:
    """Whether two titles of one code are one class's: the same, or the same words in another order or spelling.

    Case, space, punctuation and the kind of numeral do not count. A word may be in the plural in one of them, or have a
    letter wrong, missing, doubled or exchanged where that leaves no other English word.
    """
    words, others = _title_words(title), _title_words(other)
    if "".join(words) == "".join(others):
        return True
    pairs = zip(sorted(words), sorted(others), strict=False)
    return len(words) == len(others) and all(_is_same_word(one, another) for one, another in pairs)


@lru_cache(maxsize=4096)
def _title_words(title: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", title).casefold()
    return tuple(_ROMAN.get(word, word) for word in _WORD.findall(plain))


def _is_same_word(one: str, other: str) -> bool:
    if one == other or {f"{one}s", f"{one}es"} & {other} or {f"{other}s", f"{other}es"} & {one}:
        return True
    is_slip = min(len(one), len(other)) >= _SHORTEST_SLIP and DamerauLevenshtein.distance(one, other) == 1
    return is_slip and one.isalpha() and other.isalpha() and not (is_english(one) and is_english(other))


def classes(originals: Sequence[SpecEntry]) -> list[list[SpecEntry]]:
    """The entries in groups that describe one class each, joined step by step; those of one file never join.

    A series document joins only other series documents: it is none of the classes that it describes.
    """
    class_of = {entry.spec_id: [entry] for entry in originals}
    for alike in (*_of_one_title(originals), *_of_one_code(originals)):
        for place, entry in enumerate(alike):
            mine = class_of[entry.spec_id]
            others = (class_of[earlier.spec_id] for earlier in alike[:place])
            joining = next((other for other in others if other is mine or not _share_a_file(mine, other)), mine)
            if joining is not mine:
                joining.extend(mine)
                class_of.update({moved.spec_id: joining for moved in mine})
    return list({id(group): group for group in class_of.values()}.values())


def _share_a_file(group: Iterable[SpecEntry], other: Iterable[SpecEntry]) -> bool:
    return not {entry.path for entry in group}.isdisjoint(entry.path for entry in other)


def _of_one_title(entries: Iterable[SpecEntry]) -> list[list[SpecEntry]]:
    found: dict[object, list[SpecEntry]] = defaultdict(list)
    for entry in entries:
        if entry.title and entry.title.strip():
            found[folded(entry.agency or ""), bool(entry.members), folded(entry.title)].append(entry)
    return list(found.values())


def _of_one_code(entries: Iterable[SpecEntry]) -> list[list[SpecEntry]]:
    """The entries of each code, apart where their titles are plainly of different classes."""
    coded: dict[object, list[SpecEntry]] = defaultdict(list)
    for entry in entries:
        if entry.code and entry.code.strip():
            coded[folded(entry.agency or ""), bool(entry.members), folded(entry.code)].append(entry)
    return [alike for group in coded.values() for alike in _of_one_name(group)]


def _of_one_name(coded: Sequence[SpecEntry]) -> list[list[SpecEntry]]:
    """Entries of one code by title; those without a title belong to the one class there is, if there is but one."""
    alike: list[list[SpecEntry]] = []
    for entry in (entry for entry in coded if entry.title):
        same = next((group for group in alike if is_retitled(group[0].title or "", entry.title or "")), None)
        if same is None:
            alike.append([entry])
        else:
            same.append(entry)
    untitled = [entry for entry in coded if not entry.title]
    return [[*alike[0], *untitled]] if len(alike) == 1 else [*alike, *([untitled] if untitled else [])]
