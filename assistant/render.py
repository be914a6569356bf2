"""A verified draft as an answer: citations numbered in the order in which the text first refers to them."""

from assistant.answer import Answer, Citation, Question, Value
from assistant.draft import Draft, Evidence
from assistant.wording import MARKER


def render(draft: Draft, question: Question) -> Answer:
    """The answer that a draft says; its time is not yet measured."""
    numbers = {evidence: n for n, evidence in enumerate(draft.evidence(), start=1)}
    text = "\n".join(
        "".join(
            f"[{numbers[piece]}]" if isinstance(piece, Evidence) else MARKER.sub(r"(\1)", piece) for piece in line
        ).strip()
        for line in draft.lines
    )
    return Answer(
        question=question,
        outcome=draft.outcome,
        route=draft.route,
        text=text,
        reason=draft.reason,
        classes=draft.classes,
        values=tuple(
            Value(cell.class_title, cell.field, cell.raw, cell.value, numbers[cell.evidence] if cell.evidence else None)
            for cell in draft.cells
        ),
        citations=tuple(_citation(n, evidence) for evidence, n in numbers.items()),
        remark=draft.remark,
    )


def _citation(n: int, evidence: Evidence) -> Citation:
    return Citation(
        n,
        evidence.spec_id,
        evidence.class_title,
        evidence.section,
        evidence.quote,
        evidence.source,
        evidence.page,
        evidence.start,
        evidence.end,
    )
