"""What was understood of a question and by which of its words, for people: ``rolebook ask --explain``."""

import math
from collections.abc import Iterator

from assistant.searching.criteria import (
    LAST_YEAR,
    Alike,
    AllOf,
    AnyOf,
    Boxed,
    Coded,
    Compared,
    Criterion,
    Dated,
    Mentioned,
    OfSeries,
    Qualified,
    Search,
    Worded,
)
from assistant.searching.scales import TOP, place_word, scale_of
from assistant.understanding.lexicon import SMALL_WORDS
from assistant.understanding.meanings import Meant
from assistant.understanding.query import Fields, Naming, Query
from assistant.understanding.words import Word
from assistant.wording import field_name, section_name
from ingest.form import CodeKind
from ingest.model import EducationLevel, QualificationKind

_NAMINGS = {
    Naming.QUESTION: "named in the question",
    Naming.SELECTION: "selected",
    Naming.HISTORY: "spoken of before",
    Naming.ONLY_ONE_HELD: "the only one held",
    Naming.NONE: "none is named",
}


def explained(query: Query, meant: Meant | None = None) -> tuple[str, ...]:
    """One line a thing that was understood: what is done, which classes, which fields, what each class must meet.

    Args:
        query: what was understood by the lexicon.
        meant: the fields that were found by meaning where the lexicon found none.
    """
    return (*_lines(query), *([_meant_line(meant)] if meant else ()))


def _lines(query: Query) -> Iterator[str]:
    yield f"what is done: {query.operation.value.replace('_', ' ')}{', as yes or no' if query.is_polar else ''}"
    classes = query.classes
    titles = ", ".join(entry.title or entry.spec_id for entry in classes.entries) or "-"
    by = _quoted(classes.words)
    yield f"classes: {titles} ({_NAMINGS[classes.naming]}{f', by {by}' if by else ''})"
    if classes.unheld:
        yield "a class is named that is not held"
    if names := _field_names(query.fields):
        yield f"fields: {', '.join(names)} (by {_quoted(query.fields.words)})"
    if query.topic:
        yield f"a topic that class specs do not have: {query.topic}"
    if query.codes:
        yield f"a code or word to define: {', '.join(query.codes)}"
    if query.search is not None:
        yield from _search_lines(query.search)
    elif query.criterion is not None:
        yield f"yes is: {described(query.criterion)}"


def _meant_line(meant: Meant) -> str:
    when = "before sentences are searched" if meant.is_sure else "where no sentence answers"
    nearest = f"{meant.similarity:.2f} to “{meant.nearest}”"
    return f"fields by meaning: {', '.join(_field_names(meant.fields))} ({nearest}; looked up {when})"


def _field_names(fields: Fields) -> list[str]:
    return [*(field_name(field) for field in fields.fields), *map(section_name, fields.sections)]


def _search_lines(search: Search) -> Iterator[str]:
    if search.criterion is not None:
        yield f"each class must have: {described(search.criterion)}"
    if search.beside is not None:
        than = search.beside.than.value.replace("_", " ")
        yield f"beside the class named: {than} of {field_name(search.beside.field)}"
    if search.extreme is not None:
        end = "most" if search.extreme.is_most else "least"
        yield f"of these the {end}: {field_name(search.extreme.field)}"
    if search.is_count:
        yield "their number is asked for"
    if search.unread:
        yield f"not taken up: {', '.join(search.unread)}"


def described(criterion: Criterion) -> str:
    """A criterion in words."""
    if isinstance(criterion, AllOf):
        return " and ".join(_bracketed(part) for part in criterion.parts)
    if isinstance(criterion, AnyOf):
        return " or ".join(_bracketed(part) for part in criterion.parts)
    if isinstance(criterion, Mentioned):
        return f"{'some' if criterion.is_wanted else 'no'} sentence with “{criterion.words}”"
    if isinstance(criterion, OfSeries):
        return f"of the series {criterion.series}"
    return (
        _qualified(criterion)
        if isinstance(criterion, Qualified)
        else f"{field_name(criterion.field)}: {_wanted(criterion)}"
    )


def _wanted(criterion: Coded | Boxed | Worded | Dated | Compared | Alike) -> str:
    """What is wanted of a row or of a part of the header."""
    if isinstance(criterion, Coded):
        return _range(scale_of(criterion.field) or CodeKind.STRENGTH, criterion.low, criterion.high)
    if isinstance(criterion, Boxed):
        return "marked" if criterion.is_marked else "not marked"
    if isinstance(criterion, Dated):
        return _dates(criterion)
    if isinstance(criterion, Compared):
        return f"{criterion.low:g} to {criterion.high:g}"
    if isinstance(criterion, Alike):
        return criterion.value or "as another class has it"
    said = f"says {' '.join(criterion.stems)}" if criterion.stems else "says something"
    return said if criterion.is_wanted else f"not: {said}"


def _bracketed(part: Criterion) -> str:
    return f"({described(part)})" if isinstance(part, AllOf | AnyOf) else described(part)


def _range(scale: CodeKind, low: int, high: int) -> str:
    if low > high:
        return "none"
    if low == high:
        return place_word(scale, low)
    if (low, high) == (1, TOP):
        return f"more than {place_word(scale, 0)}"
    return f"{place_word(scale, low)} to {place_word(scale, high)}"


def _qualified(criterion: Qualified) -> str:
    name = criterion.kind.value.replace("_", " ")
    if criterion.kind is QualificationKind.EDUCATION:
        levels = [level.value.replace("_", " ") for level in EducationLevel]
        return f"{name}: {levels[max(0, int(criterion.low))]} to {levels[max(0, int(criterion.high))]}"
    if criterion.kind is QualificationKind.EXPERIENCE:
        return f"{name}: {_years(criterion.low, criterion.high)} years"
    level = f" class {criterion.level}" if criterion.level else ""
    return f"{name}{level}: {'required' if criterion.low > 0 else 'not required'}"


def _dates(criterion: Dated) -> str:
    if criterion.high >= LAST_YEAR:
        return f"{criterion.low} or later" if criterion.low else "any"
    if not criterion.low:
        return f"{criterion.high} or earlier"
    return str(criterion.low) if criterion.low == criterion.high else f"{criterion.low} to {criterion.high}"


def _years(low: float, high: float) -> str:
    """A range of years of experience; a number just above or below a whole one is shown as more or less than it."""
    above = "more than " if low != round(low, 3) else ""
    below = "less than " if math.isfinite(high) and high != round(high, 3) else ""
    least, most = f"{above}{round(low, 3):g}", f"{below}{round(high, 3):g}"
    if math.isinf(high):
        return least if above else f"{least} or more"
    return most if (below and low <= 0) or low == high else f"{least} to {most}"


def _quoted(words: tuple[Word, ...]) -> str:
    return ", ".join(f"“{word.text}”" for word in words if word.text not in SMALL_WORDS)
