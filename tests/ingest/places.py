"""What must hold of the places of everything in a spec: each function says what does not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.folding import MARKUP, latin_text
from ingest.model import ClassSpec, Fact, LegendEntry, Passage, Repair, Section, Status
from ingest.passages import MOST_TOKENS, CountTokens
from ingest.source_text import Page, page_at

_CODED = re.compile(
    r"essential_functions\.\d+\.strength|overall_strength"
    r"|(?:physical_demands|non_physical_demands|health_and_safety|environmental_factors|work_location)\..*"
)
# The sections of which each row is one of a column.
_ROWS = frozenset(
    "essential_functions class_requirements physical_demands non_physical_demands health_and_safety "
    "environmental_factors work_location notes".split()
)
# The facts whose value is said in other words than the document's.
_SAID_OTHERWISE = ("service", "adopted", "revised", "open_date")


def is_coded(field: str) -> bool:
    """Whether the field is a code, a level or a mark."""
    return _CODED.fullmatch(field) is not None


def letters(text: str) -> str:
    """Nothing but the letters and digits of a text, in lower case and Latin letters, without markup."""
    return "".join(character for character in latin_text(MARKUP.sub("", text)).casefold() if character.isalnum())


def misplaced(spec: ClassSpec, pages: Sequence[Page], count_tokens: CountTokens) -> list[str]:
    """Everything in the spec whose place does not hold it, in a few words each."""
    return [
        *_facts(spec),
        *_rows(spec),
        *_sections(spec),
        *_passages(spec, count_tokens),
        *_legends(spec),
        *_issues(spec),
        *_repairs(spec),
        *_pages(spec, pages),
    ]


def _facts(spec: ClassSpec) -> Iterator[str]:
    text = spec.source.text
    for fact in spec.facts:
        row = text[fact.start : fact.end]
        if not 0 <= fact.start <= fact.raw_start <= fact.raw_end <= fact.end <= len(text):
            yield f"{fact.field}: the cell {fact.raw_start}-{fact.raw_end} is not in its row {fact.start}-{fact.end}"
        if text[fact.raw_start : fact.raw_end] != fact.raw:
            yield f"{fact.field}: the cell does not say {fact.raw!r}"
        if row != row.strip() and (row[:1].isspace() or fact.raw):
            yield f"{fact.field}: the row {row!r} begins or ends with white space"
        if fact.raw != fact.raw.strip():
            yield f"{fact.field}: the cell {fact.raw!r} begins or ends with white space"
        if fact.status is Status.BLANK and fact.raw:
            yield f"{fact.field}: it is blank and its cell says {fact.raw!r}"
        if fact.status is Status.READ and not is_coded(fact.field) and not _says(text, fact):
            yield f"{fact.field}: {fact.value!r} is not said in {row!r}"
        if fact.description and not _holds_words(text, fact, fact.description):
            yield f"{fact.field}: the description {fact.description!r} is not in {row!r}"
        if fact.status is Status.READ and fact.value is not None and not letters(fact.raw):
            yield f"{fact.field}: {fact.value!r} is read from {fact.raw!r}"


def _says(text: str, fact: Fact) -> bool:
    """Whether the row says the value, in its own words where the value has them."""
    if fact.value is None:
        return False
    if fact.field.partition(".")[0] in _SAID_OTHERWISE:
        return bool(letters(fact.raw))
    return _holds_words(text, fact, fact.value)


def _holds_words(text: str, placed: Fact | LegendEntry, said: str) -> bool:
    """Whether the letters of each word stand together in the place, as it stands or once it is repaired."""
    solid = letters(text[placed.start : placed.end]) + " " + letters(_repaired(text, placed))
    return all(letters(word) in solid for word in said.split())


def _repaired(text: str, placed: Fact | LegendEntry) -> str:
    """The words of the place with what was repaired in them, each stretch once."""
    pieces, end = [], placed.end
    for repair in sorted(placed.repairs, key=lambda repair: (repair.end, repair.start), reverse=True):
        if placed.start <= repair.start and repair.end <= end:
            pieces += [text[repair.end : end], repair.after]
            end = repair.start
    return "".join(reversed([*pieces, text[placed.start : end]]))


def _rows(spec: ClassSpec) -> Iterator[str]:
    """The rows of one column that share a character: a quote of one would quote the other."""
    rows = {}
    for fact in spec.facts:
        section, _, key = fact.field.partition(".")
        if section in _ROWS:
            rows[section, key.partition(".")[0]] = (fact.start, fact.end)
    for (section, key), (start, end) in rows.items():
        for (other, beside), place in rows.items():
            if section == other and key != beside and start < place[1] and place[0] < end:
                yield f"the row {section}.{key} shares words with the row {beside}: {spec.source.text[start:end]!r}"


def _sections(spec: ClassSpec) -> Iterator[str]:
    text = spec.source.text
    is_doubled = any(repair.rule == "doubled_letters" for repair in all_repairs(spec))
    for section in spec.sections:
        words = text[section.start : section.end]
        if not 0 <= section.start < section.end <= len(text) or words[:1].isspace():
            yield f"the section {section.key} is at {section.start}-{section.end}: {words[:40]!r}"
        # A part of a section that is about one class of a series may not hold its heading.
        is_whole = spec.place is None and not (is_doubled or section.repairs)
        if section.heading and is_whole and letters(section.heading) not in letters(words):
            yield f"the section {section.key} does not say its heading {section.heading!r}"
    for fact in spec.facts:
        if not any(section.start <= fact.start and fact.end <= section.end for section in spec.sections):
            yield f"{fact.field}: no section holds {fact.start}-{fact.end}"


def _passages(spec: ClassSpec, count_tokens: CountTokens) -> Iterator[str]:
    text = spec.source.text
    for passage in spec.passages:
        words = text[passage.start : passage.end]
        if not 0 <= passage.start < passage.end <= len(text) or not words.strip():
            yield f"a passage of {passage.section} is at {passage.start}-{passage.end}"
        if count_tokens(passage.embedded_text) > MOST_TOKENS:
            yield f"a passage of {passage.section} has more tokens than are read: {words[:40]!r}"
    for above, below in pairwise(spec.passages):
        # A row that goes on over the end of a page holds the footnote at its foot.
        if below.start < above.start or above.start < below.start < above.end < below.end:
            shared = text[below.start : above.end]
            yield f"a passage of {below.section} begins within one of {above.section}: {shared!r}"


def _legends(spec: ClassSpec) -> Iterator[str]:
    text = spec.source.text
    for entry in spec.legends:
        words = text[entry.start : entry.end]
        if not 0 <= entry.start < entry.end <= len(text) or words != words.strip():
            yield f"the legend of {entry.code} is at {entry.start}-{entry.end}: {words!r}"
        for said in (entry.code, entry.word, entry.meaning or ""):
            if not _holds_words(text, entry, said):
                yield f"the legend of {entry.code} in {entry.section} does not say {said!r}: {words!r}"


def _issues(spec: ClassSpec) -> Iterator[str]:
    for issue in spec.issues:
        if (issue.start is None) != (issue.end is None):
            yield f"the issue {issue.code} has half a place"
        elif not 0 <= (issue.start or 0) <= (issue.end or 0) <= len(spec.source.text):
            yield f"the issue {issue.code} is at {issue.start}-{issue.end}"


def all_repairs(spec: ClassSpec) -> Iterable[Repair]:
    """Every repair of the spec's sections, legends and facts."""
    holders: tuple[Section | LegendEntry | Fact, ...] = (*spec.sections, *spec.legends, *spec.facts)
    return (repair for holder in holders for repair in holder.repairs)


def _repairs(spec: ClassSpec) -> Iterator[str]:
    for repair in all_repairs(spec):
        if not 0 <= repair.start <= repair.end <= len(spec.source.text):
            yield f"the repair {repair} lies nowhere"
        elif spec.source.text[repair.start : repair.end] != repair.before:
            yield f"the repair {repair} is of {spec.source.text[repair.start : repair.end]!r}"


def _pages(spec: ClassSpec, pages: Sequence[Page]) -> Iterator[str]:
    placed: tuple[Fact | Section | LegendEntry | Passage, ...]
    placed = (*spec.facts, *spec.sections, *spec.legends, *spec.passages)
    for each in placed:
        if each.page != page_at(each.start, pages):
            yield f"{each} is on page {page_at(each.start, pages)}"
