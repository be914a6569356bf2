"""How facts are put into words: each with its row, and a decoded code with its legend."""

import re

from assistant.draft import Cell, Evidence, Line, Subject, section_of
from ingest.folding import MARKUP, folded
from ingest.form import CODE_WORDS, FACTOR_COLUMNS, SECTION_BY_KEY, Shape
from ingest.model import Fact, LegendEntry, Status

_HEADER_NAMES = {
    "title": "Class title",
    "code": "Class code",
    "agency": "Agency",
    "department": "Department",
    "adopted": "Adopted",
    "revised": "Revised",
    "service": "Service",
    "salary": "Salary",
    "open_date": "Open date",
}
# Sections of other forms, where their key is not how people call them.
_SECTION_NAMES = {"knowledge_skills_abilities": "Knowledge, skills and abilities"}
_LEGENDS = {
    "physical_demands": ("physical_demands",),
    "non_physical_demands": ("non_physical_demands",),
    "health_and_safety": FACTOR_COLUMNS,
    "environmental_factors": FACTOR_COLUMNS,
    "overall_strength": ("overall_strength",),
    "essential_functions": ("overall_strength",),
}
_SHOWN_RULES = frozenset({"digit_for_letter", "misread_letters", "letter_for_digit", "split_word"})
# Shown with other brackets: it would pass for a citation.
MARKER = re.compile(r"\[(\d+)\]")
_POINTER = re.compile(r"see\s*\(?(?P<n>\d)\)?\s*below", re.IGNORECASE)


def field_name(field: str) -> str:
    """What people call a field: the label that the form prints for it, or its own words."""
    section, _, key = field.partition(".")
    if field in _HEADER_NAMES:
        return _HEADER_NAMES[field]
    if section == "essential_functions":
        number, _, strength = key.partition(".")
        return f"Strength of essential function {number}" if strength else f"Essential function {number}"
    if section == "notes":
        return f"Note {key}"
    form = SECTION_BY_KEY.get(section)
    if form is None or not key:
        return form.name if form else folded(section.replace("_", " ")).capitalize()
    label = next((f.label for f in form.fields if f.key == key), key.replace("_", " ").capitalize())
    return f"{label} ({form.name.lower()})" if key == "other" else label


def section_name(section: str) -> str:
    """What people call a section."""
    form = SECTION_BY_KEY.get(section)
    return form.name if form else _SECTION_NAMES.get(section, section.replace("_", " ").capitalize())


def is_coded(field: str) -> bool:
    """Whether a field's value is the decoding of a code."""
    section, _, key = field.partition(".")
    form = SECTION_BY_KEY.get(section)
    return (
        form is not None and form.codes is not None and (section != "essential_functions" or key.endswith("strength"))
    )


def is_box(field: str) -> bool:
    """Whether a field is a box that is marked or not."""
    form = SECTION_BY_KEY.get(section_of(field))
    return form is not None and form.shape is Shape.BOXES


def cell(subject: Subject, fact: Fact) -> Cell:
    """The fact as a value of the answer."""
    return Cell(subject.title, fact.field, fact.raw, fact.value, subject.row(fact))


def word_and_legend(subject: Subject, fact: Fact) -> Line:
    """A fact's value in words, then its row; and the legend, where that is the document's own and has its own words."""
    words = value_words(subject, fact, with_meaning=False)
    entry = legend_of(subject, fact) if is_coded(fact.field) and fact.status is Status.READ else None
    return (*words, subject.of_legend(entry)) if entry is not None and not _is_usual(entry, fact.field) else words


def value_words(subject: Subject, fact: Fact, *, with_meaning: bool) -> Line:
    """A fact's value in words, then its row; for a code its legend's meaning too, then the legend."""
    row = subject.row(fact)
    if fact.status is Status.BLANK:
        return ("left blank ", row)
    if fact.status is Status.ILLEGIBLE:
        return (f"not legible for certain: the source has {_quoted(fact.raw)} ", row)
    if is_box(fact.field):
        return ("marked " if fact.value else "not marked ", row)
    if is_coded(fact.field):
        return _decoded(subject, fact, row, with_meaning=with_meaning)
    if fact.field == "service":
        return (f"{fact.value or ''} service ".capitalize(), row, *_as_printed(fact))
    if section_of(fact.field) == "header":
        return (f"{fact.value} ", row, *_as_printed(fact))
    return (f"{quotation(fact.value or '', row.quote)} ", row)


def _decoded(subject: Subject, fact: Fact, row: Evidence, *, with_meaning: bool) -> Line:
    words: Line = (f"{fact.value} ", row, *_as_printed(fact))
    entry = legend_of(subject, fact)
    if not with_meaning or entry is None:
        return words
    if entry.meaning:
        return (*words, f": {_begun(entry.meaning)} ", subject.of_legend(entry))
    if _is_usual(entry, fact.field):
        return words
    return (*words, ", by this document's own legend ", subject.of_legend(entry))


def legends_for(section: str) -> tuple[str, ...]:
    """The sections whose legends decode the codes of a section."""
    return _LEGENDS.get(section, ())


def legend_of(subject: Subject, fact: Fact) -> LegendEntry | None:
    """The entry of the spec's legend that decodes a fact's code, if it has one."""
    return subject.legend(_LEGENDS.get(section_of(fact.field), ()), fact.raw, fact.value)


def _is_usual(entry: LegendEntry, field: str) -> bool:
    """Whether a legend gives a code the word that the form gives it."""
    form = SECTION_BY_KEY[section_of(field)]
    return form.codes is not None and CODE_WORDS[form.codes].get(entry.code) == entry.word


def _begun(meaning: str) -> str:
    """A legend's meaning as the end of a sentence."""
    bare = meaning.rstrip(". ")
    first = bare.split(" ", 1)[0]
    return bare if first.isupper() and len(first) > 1 else bare[:1].lower() + bare[1:]


def _as_printed(fact: Fact) -> tuple[str, ...]:
    """What the source prints, where reading it took a repair that a person should see."""
    shown = [repair for repair in fact.repairs if repair.rule in _SHOWN_RULES and repair.start >= fact.raw_start]
    return (f" (printed {_quoted(fact.raw)})",) if shown else ()


def quotation(words: str, quote: str) -> str:
    """The words in quotation marks where the quote has them just so and they are shown so, else without marks."""
    is_literal = not MARKUP.search(quote) and not MARKER.search(words) and words in " ".join(quote.split())
    return _quoted(words) if is_literal else words


def _quoted(words: str) -> str:
    return f"“{' '.join(words.split())}”"


def pointed_notes(subject: Subject, fact: Fact) -> tuple[Fact, ...]:
    """The notes that have something to say and that a row such as "Other (see 1 below)" points at."""
    numbers = [match["n"] for match in _POINTER.finditer(subject.row(fact).quote)]
    notes = (subject.fact(f"notes.{number}") for number in numbers)
    return tuple(note for note in notes if note is not None and note.status is Status.READ)
