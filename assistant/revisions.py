"""Revisions of one class side by side: what changed from one to the next (route ``compare``)."""

import re
from collections.abc import Sequence

from assistant.abstain import not_stated
from assistant.compare import compare
from assistant.draft import Draft, Line, Subject
from assistant.holdings import Holdings
from assistant.lookup import look_up
from assistant.query import Fields
from assistant.section import whole_sections
from index import SpecEntry

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A question about how one revision is, not about what is different in it.
_OF_ONE = re.compile(
    r"\b(?:old|older|earlier|previous|prior|former|original|(?:19|20)\d\d) (?:version|revision|spec|specification|edition|one)\b",
    re.IGNORECASE,
)
_OF_BOTH = re.compile(
    r"\b(?:chang\w*|differ\w*|compar\w*|versus|vs|than|more|less|new|newer|newest|latest|both|versions|revisions|still|"
    r"same|before|used to|anymore|any more|no longer|now)\b",
    re.IGNORECASE,
)


def answer_revisions(question: str, entry: SpecEntry, asked: Fields, holdings: Holdings) -> Draft:
    """What differs between the revisions held of a class, in the fields asked about; or what one of them says.

    Where only one is held, that is said: a revision that Rolebook does not hold is unknown to it.
    """
    held = holdings.revisions(entry)
    subjects = holdings.subjects(held)
    keys = (*asked.fields, *asked.sections)
    if len(held) < 2:
        return not_stated(holdings.subjects([entry]), "changes: no other revision of it is held")
    one = _of_year(question, held)
    if keys and one is not None and not _OF_BOTH.search(question):
        return _of_revision(holdings.subject(one.spec_id), asked)
    return compare(subjects, [_name(subject) for subject in subjects], keys)


def _of_year(question: str, held: Sequence[SpecEntry]) -> SpecEntry | None:
    """The one revision that is asked about: by a year of its own, or the one before the newest."""
    years = set(_YEAR.findall(question))
    of_year = [entry for entry in held if any(year in f"{entry.revised} {entry.adopted}" for year in years)]
    if len(of_year) == 1:
        return of_year[0]
    return held[-2] if _OF_ONE.search(question) and not years else None


def _of_revision(subject: Subject, asked: Fields) -> Draft:
    return look_up([subject], asked.fields) if asked.fields else whole_sections([subject], asked.sections)


def _name(subject: Subject) -> Line:
    """What heads the column of a revision: its latest date, with the line that says it."""
    dates = (subject.fact(field) for field in ("revised", "adopted"))
    fact = next((fact for fact in dates if fact is not None and fact.value), None)
    return (f"{fact.value} ", subject.row(fact)) if fact else (f"{subject.title} ",)
