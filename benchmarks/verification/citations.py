"""Rules 1 and 2: what is cited is what the source says, and every citation is there for something."""

import re
from collections.abc import Iterator

from benchmarks.verification.codes import TABLE_OF_SECTION, legend_entries, legend_in_force, row_codes
from benchmarks.verification.folding import bare_name, compact, same_name
from benchmarks.verification.statements import Answer, Citation, Shelf

MARKER = re.compile(r"\[(\d+)\]")
# The headings of the home form that tell which code table rules the rows below them; None rules none.
_HEADINGS = {
    "ESSENTIALFUNCTIONS": "strength",
    "OVERALLPHYSICALSTRENGTH": "strength",
    "PHYSICALDEMANDS": "frequency",
    "NONPHYSICALDEMANDS": "frequency",
    "ENVIRONMENTALFACTORS": "exposure",
    "HEALTHANDSAFETY": "exposure",
}

Finding = tuple[str, str]


def check_citations(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    """Yield what is wrong with the citations themselves: their numbers, places, pages, classes and sections."""
    numbers = [citation.number for citation in answer.citations]
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield "citation-number", f"citations are numbered {numbers}"
    for citation in answer.citations:
        yield from _check_place(citation, shelf)
        if citation.page is not None and citation.page < 1:
            yield "citation-page", f"[{citation.number}] is on page {citation.page}"
        title = shelf.titles.get(citation.spec_id)
        if title and not same_name(title, citation.class_name):
            yield "citation-class", f"[{citation.number}] says {citation.class_name!r}, its spec is {title!r}"


def check_markers(answer: Answer) -> Iterator[Finding]:
    """Yield the markers that point nowhere and the citations that nothing points at."""
    marked = {int(number) for number in MARKER.findall(answer.text)}
    stated = {value.citation for value in answer.values}
    for number in sorted(marked - set(answer.citation_of)):
        yield "marker-without-citation", f"the text has [{number}], which is not cited"
    for citation in answer.citations:
        if citation.number not in marked and citation.number not in stated:
            yield "citation-unused", f"[{citation.number}] stands for nothing"


def check_classes(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    """Yield the classes that stand twice or that no spec held describes, as far as titles are known."""
    if len(set(answer.classes)) < len(answer.classes):
        yield "class-name", "a class is listed twice"
    if shelf.titles:
        held = {bare_name(title) for title in shelf.titles.values()}
        for name in answer.classes:
            if bare_name(name) not in held:
                yield "class-name", f"no spec held describes {name!r}"


def _check_place(citation: Citation, shelf: Shelf) -> Iterator[Finding]:
    source = shelf.sources.get(citation.spec_id)
    what = f"[{citation.number}] {citation.start}:{citation.end}"
    if source is None:
        yield "citation-source", f"[{citation.number}] cites {citation.spec_id!r}, which is not among the sources"
        return
    if not 0 <= citation.start < citation.end <= len(source):
        yield "citation-quote", f"{what} is not a place in a source of {len(source)} characters"
        return
    found = source[citation.start : citation.end]
    if found != citation.quote:
        yield "citation-quote", f"{what} quotes {citation.quote[:60]!r}, the source says {found[:60]!r}"
        return
    if _cuts_word(source, citation.start) or _cuts_word(source, citation.end):
        yield "citation-cuts-word", f"{what} begins or ends inside a word: {found[:60]!r}"
    yield from _check_table(citation, source)


def _cuts_word(source: str, place: int) -> bool:
    return 0 < place < len(source) and source[place - 1].isalnum() and source[place].isalnum()


def _check_table(citation: Citation, source: str) -> Iterator[Finding]:
    table = TABLE_OF_SECTION.get(citation.section)
    if table is None or legend_entries(citation.quote):
        return
    legend = legend_in_force(source, table, citation.start)
    rows = [row for row in citation.quote.split("\n") if "\t" in row and row_codes(row, table, legend)]
    if len(rows) > 1:
        yield "citation-table", f"[{citation.number}] quotes {len(rows)} rows of a coded table, not one"
    ruling = _ruling_table(source, citation.start)
    if rows and ruling not in (None, table):
        yield "citation-section", f"[{citation.number}] of {citation.section} stands in a table of {ruling} codes"


def _ruling_table(source: str, position: int) -> str | None:
    for line in reversed(source[:position].split("\n")[:-1]):
        letters = re.sub(r"[\W\d_]", "", compact(line)).upper()
        for heading, table in _HEADINGS.items():
            if letters.startswith(heading):
                return table
    return None
