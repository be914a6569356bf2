"""The most or the least that a question asks for: of which field, and how many places of that order."""

from collections.abc import Sequence

from assistant.searching.criteria import Extreme, anything_of
from assistant.searching.criteria_clauses import Clause
from assistant.searching.criteria_marks import Kind, Mark
from assistant.searching.criteria_words import SUPERLATIVE_FIELDS
from assistant.searching.scales import scale_of
from assistant.understanding.hits import FieldHit
from assistant.understanding.lexicon import ORDINALS
from assistant.understanding.words import Word

_DATES = frozenset({"adopted", "revised"})
# The row that sums up a section.
_PHYSICAL_DEMANDS = "physical_demands"
_OVERALL_STRENGTH = "overall_strength"
# Of a date these words ask for an extreme; elsewhere they do not ("first aid").
ENDS_OF_DATES = {"first": "least", "last": "most"}
_KINDS_OF_JOB = frozenset({"classes", "jobs", "positions", "specs", "roles", "ones", "classifications"})
_ORDINAL_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def extreme_in(clause: Clause, words: Sequence[Word] = ()) -> Extreme | None:
    """The most or the least that a clause asks for: of the field named after it, else of the one before.

    Args:
        clause: the clause.
        words: all words of the question, of which one may say how many places are asked for: "the top three".
    """
    found = _of_a_word(clause) or _of_a_field(clause) or _of_a_date(clause)
    if found is None or _names_a_date(clause, found[0]):
        return None
    marks = [mark for mark in clause.marks if {Kind.SUPERLATIVE, Kind.SUPERLATIVE_FIELD} & set(mark.says)]
    return Extreme(*found, _places(marks, words))


def _names_a_date(clause: Clause, field: str) -> bool:
    """Whether the last of a class's dates is spoken of, and a year says which are meant: "last revised before 2012"."""
    revisions = {hit.places[0] for hit in clause.hits if hit.target == "revised"}
    superlatives = {Kind.SUPERLATIVE, Kind.SUPERLATIVE_FIELD}
    before_it = {mark.end for mark in clause.marks if superlatives & set(mark.says)}
    return field == "revised" and bool(clause.all(Kind.CALENDAR_YEAR)) and bool(revisions & before_it)


def _of_a_word(clause: Clause) -> tuple[str, bool] | None:
    """What a word means that names the field itself, "heaviest"; a row that is named beside it is meant instead."""
    said = clause.first(Kind.SUPERLATIVE_FIELD)
    if said is None:
        return None
    field, end = SUPERLATIVE_FIELDS[said]
    targets = [hit.target for hit in _named(clause) if hit.target]
    rows = [target for target in targets if scale_of(target) and "." in target]
    dates = [target for target in targets if target in _DATES]
    of_its_kind = rows if field == _OVERALL_STRENGTH else dates if field in _DATES else []
    return (of_its_kind[0] if of_its_kind else field), end == "most"


def _of_a_field(clause: Clause) -> tuple[str, bool] | None:
    ends = [(mark.start, mark.says[Kind.SUPERLATIVE]) for mark in clause.marks if Kind.SUPERLATIVE in mark.says]
    named = _named(clause)
    if ends and not named and any(hit.target == _PHYSICAL_DEMANDS and hit.is_section for hit in clause.hits):
        return _OVERALL_STRENGTH, ends[0][1] == "most"
    if not ends or not named:
        return None
    at, end = ends[0]
    following = [hit for hit in named if hit.places[0] > at]
    target = (following or named[::-1])[0].target
    return (target, end == "most") if target else None


def _of_a_date(clause: Clause) -> tuple[str, bool] | None:
    """The first or the last by a date: not where a year says of which."""
    dates = [hit.target for hit in clause.hits if hit.target in _DATES]
    ends = [ENDS_OF_DATES[word.text] for word in clause.words if word.text in ENDS_OF_DATES]
    if not dates or not ends or clause.all(Kind.CALENDAR_YEAR) or dates[0] is None:
        return None
    return dates[0], ends[0] == "most"


def _named(clause: Clause) -> list[FieldHit]:
    return [hit for hit in clause.hits if hit.target and not hit.is_section and anything_of(hit.target)]


def _places(marks: Sequence[Mark], words: Sequence[Word]) -> int:
    """How many places are asked for, by a number beside the word for the extreme; one, if none says."""
    for mark in marks:
        for at in (mark.start - 1, mark.end):
            if 0 <= at < len(words) and _number(words[at].text) > 1:
                return _number(words[at].text)
    counted = [_number(words[at].text) for at in range(len(words) - 1) if words[at + 1].text in _KINDS_OF_JOB]
    return next((number for number in counted if number > 1), 1)


def _number(text: str) -> int:
    """The number that a word says, of two digits at most; 0 where it says none."""
    if text in _ORDINAL_WORDS:
        return 0
    return int(text) if text.isdecimal() and len(text) < 3 else ORDINALS.get(text, 0)
