"""What experience is to be of, and schooling in: "accounting experience", "a degree in biology", "trade school"."""

from collections.abc import Iterator, Sequence

from assistant.searching.criteria import REQUIREMENT_OF, AllOf, Criterion, Qualified, Worded, singles
from assistant.searching.criteria_clauses import Clause
from assistant.searching.criteria_marks import Kind
from assistant.searching.criteria_words import NO_SUBJECTS
from assistant.understanding.words import Word
from ingest.model import QualificationKind

_EDUCATION = REQUIREMENT_OF[QualificationKind.EDUCATION]
_LINKS = frozenset({"in", "as", "of", "with"})
_ARTICLES = frozenset({"a", "an", "the"})


def with_subject(part: Criterion, clause: Clause, words: Sequence[Word]) -> Criterion:
    """The part of a search; where it wants experience or schooling of a kind that is named, the row is to say it.

    Args:
        part: what the clause wants.
        clause: the clause.
        words: all words of the question.
    """
    if clause.is_excluded:
        return part
    kinds = {one.kind for one in singles(part) if isinstance(one, Qualified)}
    rows = tuple(
        Worded(field, tuple(dict.fromkeys(word.stem for word in said)))
        for kind, field in REQUIREMENT_OF.items()
        if kind in kinds and (said := list(_subject(clause, field, words)))
    )
    return AllOf((part, *rows)) if rows else part


def _subject(clause: Clause, field: str, words: Sequence[Word]) -> Iterator[Word]:
    """The telling words right before those that name a requirement, and those that a link joins to them."""
    telling = {word.start for word in clause.words if word.text not in NO_SUBJECTS}
    named = sorted(_places(clause, field))
    if not named:
        return
    at = named[0] - 1
    while at >= 0 and words[at].start in telling and words[at + 1].start - words[at].end <= 1:
        yield words[at]
        at -= 1
    at = named[-1] + 1
    if at < len(words) and words[at].text in _LINKS:
        at += 1
        while at < len(words) and (words[at].start in telling or words[at].text in _ARTICLES):
            if words[at].start in telling:
                yield words[at]
            at += 1


def _places(clause: Clause, field: str) -> Iterator[int]:
    """The places of the words that name a requirement: a phrase for its row, or for a level of schooling."""
    for hit in clause.hits:
        if hit.target == field:
            yield from hit.places
    for mark in clause.marks:
        if field == _EDUCATION and Kind.EDUCATION in mark.says:
            yield from range(mark.start, mark.end)
