"""The answer in one word to a comparison that asks for one: whether it is so, or which class has more."""

import re
from collections.abc import Sequence

from assistant.answering.compare import differs
from assistant.draft import Line, Subject
from assistant.searching.criteria import KIND_OF, Criterion, singles
from assistant.searching.held_values import HeldValues
from assistant.searching.matching import Standing, comparable, judged
from assistant.understanding.comparison_words import (
    DIFFERENCE,
    LESS,
    MORE,
    OF_AN_EARLIER_REVISION,
    OF_ANY,
    OF_EACH,
    SAMENESS,
    THAN_NOW,
)
from index import SpecEntry
from ingest.model import Fact, Qualification


def verdict(
    question: str, pairs: Sequence[tuple[SpecEntry, Subject]], fields: Sequence[str], criterion: Criterion | None
) -> str | None:
    """Yes or no, as a word, to a question about several classes or revisions; nothing where their specs leave it open.

    Args:
        question: what was asked, as a question of yes or no.
        pairs: the classes in the order in which the question names them; revisions with the newest first.
        fields: what is compared.
        criterion: what is asked of each class by itself, if the question says so.
    """
    plain = " ".join(question.lower().split())
    subjects = [subject for _, subject in pairs]
    if fields and re.search(DIFFERENCE, plain):
        return _word(_differ(subjects, fields))
    if re.search(MORE, plain) or re.search(LESS, plain):
        return _more(plain, subjects, fields)
    if fields and re.search(SAMENESS, plain):
        differ = _differ(subjects, fields)
        return _word(None if differ is None else not differ)
    if criterion is None or len(singles(criterion)) != 1 or not re.search(OF_EACH, plain):
        return None
    return _each(plain, pairs, criterion)


def leader(question: str, subjects: Sequence[Subject], fields: Sequence[str]) -> Line | None:
    """Which of some classes has the most or the least of the one field that is compared, with its row."""
    plain = " ".join(question.lower().split())
    wants_most, wants_least = re.search(MORE, plain), re.search(LESS, plain)
    if len(fields) != 1 or not (wants_most or wants_least):
        return None
    amounts = [amount(subject, fields[0]) for subject in subjects]
    known = [one for one in amounts if one is not None]
    if len(known) < len(amounts):
        return None
    best = min(known) if wants_least and not wants_most else max(known)
    leading = [subject for subject, one in zip(subjects, amounts, strict=True) if one == best]
    if len(leading) == len(subjects):
        return ("None of them: they say the same.",)
    rows = [(subject, fact) for subject in leading if (fact := subject.fact(fields[0])) is not None]
    pieces = [piece for subject, fact in rows for piece in (", ", f"{subject.title} ", subject.row(fact))]
    return (("Less: " if wants_least and not wants_most else "More: "), *pieces[1:])


def _more(plain: str, subjects: Sequence[Subject], fields: Sequence[str]) -> str | None:
    """Whether the class named first has more than the other, or less, where that is asked."""
    if len(subjects) != 2 or len(fields) != 1:
        return None
    first, second = (amount(subject, fields[0]) for subject in subjects)
    if first is None or second is None:
        return None
    of_earlier = re.search(OF_AN_EARLIER_REVISION, plain) and not re.search(r"\b(?:than|compared|since|from)\b", plain)
    if of_earlier or re.search(THAN_NOW, plain):
        first, second = second, first
    return "Yes" if (first > second if re.search(MORE, plain) else first < second) else "No"


def amount(subject: Subject, field: str) -> float | None:
    """What a field of a class compares by: a place of its scale, years, a level, a date; null where it does not."""
    shown: Fact | Qualification | None = subject.fact(field)
    if field in KIND_OF:
        asked = (one for one in subject.held.spec.qualifications if one.kind is KIND_OF[field] and one.is_required)
        shown = next(asked, None)
    return comparable(shown, lambda: subject.held.spec.legends) if shown is not None else None


def _word(said: bool | None) -> str | None:
    return None if said is None else "Yes" if said else "No"


def _differ(subjects: Sequence[Subject], fields: Sequence[str]) -> bool | None:
    """Whether the classes differ in any of the fields; null where that rests on what is not legible."""
    found = {differs([subject.fact(field) for subject in subjects]) for field in fields}
    return True if True in found else None if None in found else False


def _each(plain: str, pairs: Sequence[tuple[SpecEntry, Subject]], criterion: Criterion) -> str | None:
    """Whether every one of the classes meets what is asked of each; any of them, where that is asked."""
    standings = {judged(criterion, e.spec_id, HeldValues.of_one(e, s)).standing for e, s in pairs}
    if re.search(OF_ANY, plain):
        if Standing.MEETS in standings:
            return "Yes"
        return "No" if standings == {Standing.FAILS} else None
    if standings == {Standing.MEETS}:
        return "Yes"
    return "No" if standings <= {Standing.MEETS, Standing.FAILS} else None
