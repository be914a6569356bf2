"""What the reranker makes of the sentences and rows that may answer: their order, and whether the best one answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.candidates import Candidate, Found, of_kind_asked, ranked
from assistant.answering.certainty import Signs, certainty, lacks_number
from assistant.answering.question_forms import QuestionForms
from index import Library

# Chosen with benchmarks/calibrate.py: see ``certainty``.
LEAST_CERTAINTY = -0.9
SURE_CERTAINTY = 0.0
# So many clauses are read while a person waits.
_MOST_READ = 24
_RELEVANCE_OF_ALL_WORDS = 4.0
# A coded row is what lookups are for: here it gives way to a sentence that says nearly as much.
_RELEVANCE_OF_A_ROW = -2.0
_NEARLY_AS_RELEVANT = 1.6
# A few sentences may say the same: the best one is measured by those that come after them.
_WELL_BEHIND = slice(5, 15)


@dataclass(frozen=True, slots=True)
class Order:
    """The candidates, best first, and what speaks for the best one; no signs where there is none."""

    candidates: tuple[Candidate, ...]
    signs: Signs | None = None


def by_relevance(library: Library, forms: QuestionForms, candidates: Sequence[Candidate]) -> Found | None:
    """The candidates, which are scored by their words, as the reranker has them; none where there is no reranker."""
    order = in_order(library, forms, candidates)
    if order is None:
        return None
    sure = certainty(order.signs) if order.signs else LEAST_CERTAINTY - 1
    found = Found(order.candidates, sure, LEAST_CERTAINTY, SURE_CERTAINTY, _NEARLY_AS_RELEVANT)
    return of_kind_asked(found, forms.of_anyone)


def in_order(library: Library, forms: QuestionForms, candidates: Sequence[Candidate]) -> Order | None:
    """The first of the candidates, which are scored by their words, in the reranker's order; none without one."""
    read = candidates[:_MOST_READ]
    logits = library.relevances(forms.of_class, [_of_its_class(one) for one in read])
    if logits is None:
        return None
    scored = [replace(one, score=_score(one, logit)) for one, logit in zip(read, logits, strict=True)]
    order = ranked(scored)
    if not order:
        return Order(())
    best, at = order[0], scored.index(order[0])
    alone = library.relevances(forms.of_anyone, [best.said]) or [logits[at]]
    behind = [one.score for one in order[_WELL_BEHIND]] or [order[-1].score]
    signs = Signs(
        of_class=logits[at],
        of_anyone=alone[0],
        words=read[at].score,
        lead=best.score - sum(behind) / len(behind),
        lacks_number=float(lacks_number(forms.of_anyone, best.said)),
        is_row=float(best.is_row),
    )
    return Order(order, signs)


def _score(one: Candidate, logit: float) -> float:
    """What a candidate, scored by its words, is worth by these and by the reranker's logit."""
    return round(logit + _RELEVANCE_OF_ALL_WORDS * one.score + _RELEVANCE_OF_A_ROW * one.is_row, 3)


def _of_its_class(one: Candidate) -> str:
    return f"{one.subject.title}: {one.said}"
