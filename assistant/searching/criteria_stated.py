"""That a document states a part of its header at all: "which specs give a salary?", "which have no department?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.searching.criteria import Worded
from assistant.searching.criteria_clauses import Clause
from assistant.searching.criteria_words import NAMES_STATED, STATING
from assistant.understanding.words import Word

_NAMED = "|".join(rf"(?P<{field}>{'|'.join(map(re.escape, names))})" for field, names in NAMES_STATED.items())
_BEFORE = re.compile(
    rf"{STATING['paper']}{STATING['auxiliary']}{STATING['before']}(?:{_NAMED})\b(?:{STATING['after']})?"
    r"(?=\W*$|\W+(?:and|or|but|at all)\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\b(?:{_NAMED}){STATING['after']}", re.IGNORECASE)
_DENIED = re.compile(STATING["denied"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """That a part of the header is stated, or is not, and where the question says so."""

    criterion: Worded
    start: int
    end: int

    def takes(self, clause: Clause, words: Sequence[Word]) -> bool:
        """Whether a clause says nothing but this."""
        named = [any(self._has(words[at]) for at in hit.places) for hit in clause.hits]
        return bool(named or clause.words) and all(named) and all(self._has(word) for word in clause.words)

    def _has(self, word: Word) -> bool:
        return self.start <= word.start < self.end


def stated_in(text: str) -> Stated | None:
    """What a question asks to be stated; null where it asks for no such thing."""
    found = _BEFORE.search(text) or _AFTER.search(text)
    if found is None:
        return None
    field = next(name for name, said in found.groupdict().items() if said)
    return Stated(Worded(field, (), _DENIED.search(found[0]) is None), *found.span())
