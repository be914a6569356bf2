"""All rules, applied to one answer."""

from collections.abc import Iterator, Mapping

from benchmarks.verification.attribution import check_attribution
from benchmarks.verification.citations import Finding, check_citations, check_classes, check_markers
from benchmarks.verification.gate import check_meanings, check_text
from benchmarks.verification.outcomes import check_outcome
from benchmarks.verification.statements import Answer, Failure, MalformedAnswer, Shelf, read_answer
from benchmarks.verification.values import check_values


def check_answer(
    answer: object,
    sources: Mapping[str, str],
    titles: Mapping[str, str] | None = None,
    codes: Mapping[str, str] | None = None,
    specs_held: int | None = None,
) -> list[Failure]:
    """Return every rule of the contract that an answer breaks, in a steady order, each once.

    Args:
        answer: the JSON object of one answer.
        sources: the source texts by spec_id, exactly as they are held.
        titles: the titles by spec_id, where known; then class names are checked too.
        codes: the class codes by spec_id, where known; the text may state those of the answer's classes.
        specs_held: how many specs are held, which the text may state; by default the number of sources.
    """
    shelf = Shelf(sources, titles or {}, codes or {}, len(sources) if specs_held is None else specs_held)
    try:
        stated = read_answer(answer)
    except MalformedAnswer as error:
        return [Failure(_identity(answer), "shape", str(error))]
    return list(dict.fromkeys(Failure(stated.answer_id, rule, what) for rule, what in _findings(stated, shelf)))


def _findings(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    yield from check_citations(answer, shelf)
    yield from check_markers(answer)
    yield from check_classes(answer, shelf)
    yield from check_values(answer, shelf)
    yield from check_text(answer, shelf)
    yield from check_meanings(answer, shelf)
    yield from check_attribution(answer, shelf)
    yield from check_outcome(answer, shelf)


def _identity(answer: object) -> str:
    identity = answer.get("id") if isinstance(answer, dict) else None
    return identity if isinstance(identity, str) else "?"
