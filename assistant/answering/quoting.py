"""The sentences and rows that answer, put into an answer with their citations (route ``passages``)."""

from collections.abc import Sequence

from assistant.answer import Outcome, Route
from assistant.answering.candidates import Candidate, Found
from assistant.draft import Cell, Draft, Line, Subject
from assistant.wording import cell, field_name, quotation, value_words
from ingest.model import Fact

# Letters: a requirement or a function of at most so many is shown whole.
_SHORT_CELL = 500


def quote_answers(found: Found, subjects: Sequence[Subject]) -> Draft:
    """What was found: a short cell whole, as a value; a sentence of a longer one; a coded row in words."""
    lines: dict[Line, None] = {}
    cells: dict[Cell, None] = {}
    for one in found.answers:
        if one.fact is not None and (one.is_row or _is_shown_whole(one, one.fact)):
            words = value_words(one.subject, one.fact, with_meaning=True)
            lines[(f"{one.subject.title}, {field_name(one.fact.field)}: ", *words)] = None
            cells[cell(one.subject, one.fact)] = None
        else:
            quote = " ".join(one.evidence.quote.split())
            lines[(f"{one.subject.title}: {quotation(quote, one.evidence.quote)} ", one.evidence)] = None
    titles = tuple(dict.fromkeys(one.subject.title for one in found.answers)) or tuple(s.title for s in subjects)
    return Draft(Outcome.ANSWERED, Route.PASSAGES, tuple(lines), tuple(cells), titles, remark=found.remark)


def _is_shown_whole(one: Candidate, fact: Fact) -> bool:
    """Whether the cell of a sentence is shown whole: a short row of a table, or a cell that has no other sentence."""
    is_all = (one.evidence.start, one.evidence.end) == (fact.raw_start, fact.raw_end)
    return len(fact.raw) <= _SHORT_CELL and ("." in fact.field or is_all)
