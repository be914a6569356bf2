"""Rule 4: the outcome, the reason, the route and the classes of an answer belong together."""

import re
from collections.abc import Iterator

from benchmarks.verification.citations import Finding
from benchmarks.verification.statements import Answer, Shelf

_SAYS_NONE = re.compile(r"\b(?:no|none|not|nothing)\b", re.IGNORECASE)


def check_outcome(answer: Answer, shelf: Shelf) -> Iterator[Finding]:
    """Yield what does not fit together."""
    if answer.outcome == "abstained" and answer.reason is None:
        yield "outcome-reason", "it abstains and does not say why"
    if answer.outcome != "abstained" and answer.reason is not None:
        yield "outcome-reason", f"it is {answer.outcome} and has the reason {answer.reason}"
    if not answer.text.strip():
        yield "outcome-text", "it has no text"
    if answer.outcome == "clarify" and not answer.classes and not _SAYS_NONE.search(answer.text):
        yield "outcome-candidates", "it asks back without candidates, and not for want of any"
    if answer.outcome == "answered" and not answer.citations and _needs_citation(answer, shelf):
        yield "outcome-citation", f"it answers by {answer.route} and cites nothing"


def _needs_citation(answer: Answer, shelf: Shelf) -> bool:
    # A search that truly finds nothing, and a count of all specs held, have no row to show.
    of_none_or_all = len(answer.classes) in (0, shelf.specs_held) and not answer.values
    return answer.route != "none" and not (answer.route in ("search", "count") and of_none_or_all)
