"""Other agencies' specs: sections from headings in any style, header facts, the members of a series.

Everything in a document belongs to a section, from its heading to before the next one. What says nothing of the class
(notices that an agency prints everywhere, the furniture of a site, a paragraph said before) becomes no passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.folding import folded
from ingest.generic.class_names import ClassNames
from ingest.generic.header import header_facts, salary_fact
from ingest.generic.headings import find_headings
from ingest.generic.labels import labelled_values
from ingest.generic.outline import Block, PassageLines, Piece, content_lines, outline, section_of
from ingest.generic.printed_lines import PrintedLines
from ingest.generic.scoping import Scoped, class_headings, named_apart, scoped_pieces
from ingest.generic.series import Row, dated_rows, series_rows
from ingest.generic.title import find_title
from ingest.model import Fact, Issue, Section, Status
from ingest.passages import Stretch
from ingest.reading import Reading
from ingest.source_text import SourceText, lines

_FEWEST_WORDS = 50
_UNNAMED = ("header", "other")
_OF_ALL_MEMBERS = ("agency", "department", "adopted", "revised")
_LOST = "\ufffd"


def read_generic(source: SourceText) -> Reading | None:
    """What is read of a document that is not in the home form.

    Returns:
        None if nothing is there: no header fact, no text under a keyed heading, and less text than a paragraph.
    """
    page = PrintedLines(source, lines(source.text, source.pages, source.furniture))
    rows = series_rows(page)
    facts, blocks = _read(page, source, rows)
    keyed = [block for block in blocks if block.key not in _UNNAMED and content_lines(_whole(block))]
    if not facts and not keyed and len(source.text.split()) < _FEWEST_WORDS:
        return None
    scoped = scoped_pieces(blocks, _names(page, rows) if len(rows) > 1 else None)
    return Reading(
        sections=tuple(section_of(page, _whole(block)) for block in blocks),
        facts=facts,
        stretches=_stretches(page, scoped),
        issues=(*_issues(source.text, facts), *(() if keyed else (_NO_SECTIONS,))),
        members=tuple(_members(page, rows, facts, scoped)) if len(rows) > 1 else (),
    )


def _whole(block: Block) -> Piece:
    return Piece(block, block.first, block.stop)


def _names(page: PrintedLines, rows: Sequence[Row]) -> ClassNames:
    return ClassNames([page.text[slice(*row.title)] for row in rows])


def _stretches(page: PrintedLines, scoped: Sequence[Scoped]) -> tuple[Stretch, ...]:
    passages = PassageLines(page)
    return tuple(stretch for part in scoped for stretch in passages.stretches(part.piece))


_NO_SECTIONS = Issue("no_sections", "No heading of the document says which section it begins.")


def _read(page: PrintedLines, source: SourceText, rows: Sequence[Row]) -> tuple[tuple[Fact, ...], tuple[Block, ...]]:
    """The facts of the header and of the salary section, and the sections."""
    labelled = labelled_values(page)
    title = find_title(page, source.headings, labelled)
    facts, taken = header_facts(page, labelled, title)
    if len(rows) == 1:
        facts = _in_order((*_row_facts(page, rows[0]), *facts))
    skipped = taken | {row.line for row in rows}
    headings = find_headings(page, source.headings, skipped)
    stated = [fact.raw for fact in facts if fact.field == "title"]
    names = _names(page, rows) if len(rows) > 1 else ClassNames(stated)
    headings = class_headings(page, names, headings, skipped) if len(rows) > 1 else named_apart(headings, names)
    blocks = outline(page, headings, names.resembles)
    salary = next((block for block in blocks if block.key == "salary"), None)
    if salary is not None and not any(fact.field == "salary" for fact in facts):
        amount = salary_fact(page, content_lines(_whole(salary)))
        facts = _in_order((*facts, *((amount,) if amount else ())))
    return facts, blocks


def _in_order(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts by their places, one of each field: the first."""
    first = {fact.field: fact for fact in reversed(facts)}
    return tuple(sorted(first.values(), key=lambda fact: (fact.start, fact.raw_start)))


def _issues(text: str, facts: Sequence[Fact]) -> Iterator[Issue]:
    for fact in facts:
        if fact.status is Status.ILLEGIBLE:
            yield Issue("illegible", f"The {fact.field} “{folded(fact.raw)}” cannot be read.", fact.start, fact.end)
    lost = text.count(_LOST)
    if lost:
        place = text.index(_LOST)
        sentence = f"The document has lost {lost} character{'s' if lost > 1 else ''}, the first of them here."
        yield Issue("lost_character", sentence, place, place + 1)


def _row_facts(page: PrintedLines, row: Row) -> tuple[Fact, ...]:
    """The title and the code of a class, quoting its row."""
    return tuple(
        Fact(field, Status.READ, page.text[slice(*cell)], folded(page.text[slice(*cell)]), None,
             page.page_at(row.start), row.start, row.end, *cell)
        for field, cell in (("title", row.title), ("code", row.code))
    )  # fmt: skip


def _members(
    page: PrintedLines, rows: Sequence[Row], facts: Sequence[Fact], scoped: Sequence[Scoped]
) -> Iterator[Reading]:
    """Each class of a series with what the document says of it and of all its classes."""
    dated = dated_rows(page, [page.text[slice(*row.title)] for row in rows])
    shared = [fact for fact in facts if fact.field in _OF_ALL_MEMBERS]
    for place, row in enumerate(rows):
        own = (*_row_facts(page, row), *dated.get(place, {}).values())
        about = [part for part in scoped if part.is_about(place)]
        yield Reading(
            sections=tuple(_sections(page, about)),
            facts=_in_order((*own, *shared)),
            stretches=_stretches(page, about),
        )


def _sections(page: PrintedLines, scoped: Sequence[Scoped]) -> Iterator[Section]:
    """The sections of one class: pieces that follow each other in a section as one."""
    held: Piece | None = None
    for piece in (part.piece for part in scoped):
        if held is not None and held.block is piece.block and held.stop == piece.first:
            held = replace(held, stop=piece.stop)
            continue
        if held is not None:
            yield section_of(page, held)
        held = piece
    if held is not None:
        yield section_of(page, held)
