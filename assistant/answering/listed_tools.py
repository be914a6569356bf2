"""Yes to whether a class uses a machine or a tool, where the list of them has it by name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Outcome
from assistant.answering.entailing_words import CONDITIONS, DENIALS, IDLE, KINDS_OF_TOOL, USES
from assistant.answering.lookup import look_up
from assistant.draft import Draft, Subject
from assistant.understanding.query import Operation, Query
from assistant.understanding.words import Word, words_of
from ingest.model import Status

_TOOLS = "machines_tools"
_ELEMENTS = re.compile(r"[,;]\s*(?:and\s+)?|\s+and\s+")


def listed(query: Query, subject: Subject) -> Draft | None:
    """The row of machines and tools, beginning with yes, where a question asks whether one that it lists is used.

    Args:
        query: a question of yes or no about one class.
        subject: the class.
    """
    texts = {word.text for word in query.topic_words}
    is_of_tools = query.operation is Operation.PASSAGES or query.fields.fields == (_TOOLS,)
    fact = subject.fact(_TOOLS)
    if not is_of_tools or not texts & USES or texts & DENIALS or fact is None or fact.status is not Status.READ:
        return None
    asked = [w for w in query.topic_words if not (w.is_small or w.text in IDLE or w.text in USES or w.text.isdigit())]
    if not any(_names(asked, element) for element in _ELEMENTS.split(fact.value or "")):
        return None
    shown = look_up([subject], (_TOOLS,))
    if shown.outcome is not Outcome.ANSWERED:
        return None
    return replace(shown, lines=(("Yes. ", *shown.lines[0]), *shown.lines[1:]))


def _names(asked: Sequence[Word], element: str) -> bool:
    """Whether one thing of a list is what is asked for, by name: a chainsaw is a chain saw, no hand truck a truck."""
    words = words_of(element)
    if not asked or any(word.text in CONDITIONS for word in words):
        return False
    whole = "".join(word.singular for word in words)
    of_any_kind = "".join(word.singular for word in words if word.text not in KINDS_OF_TOOL)
    return "".join(word.singular for word in asked) in {whole, of_any_kind}
