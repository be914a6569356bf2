"""Yes or no by the sentences of a spec that say so for certain."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.proof import proof
from assistant.answering.quoting import quote_answers
from assistant.answering.yes_no import without_polite_denial
from assistant.draft import Draft, Evidence, Line, Subject
from assistant.understanding.asking import asking_part
from assistant.understanding.comparison_words import OF_ALL_NAMED, OF_ANY
from assistant.understanding.query import Query

# What is asked of may stand before the part that asks: "Preparing summonses: is that one of her duties?"
_POINTS_BACK = re.compile(r"\b(?:that|this|it|so|those|these)\b", re.IGNORECASE)


def proved(query: Query, subjects: Sequence[Subject], elsewhere: Mapping[str, Evidence]) -> Draft | None:
    """Yes or no by a sentence that says so for certain, with that sentence; none where no sentence does.

    Args:
        query: the question of yes or no.
        subjects: the class asked about, and after it those whose functions are its own as well.
        elsewhere: by spec id of those others, the place that says that their functions are its own.
    """
    whole = without_polite_denial(query.question)
    text = asking_part(whole)
    if _POINTS_BACK.search(text):
        text = whole
    words = [word for word in query.topic_words if text[word.start : word.end].strip()]
    found = proof(subjects, text, words, elsewhere)
    if found is None:
        return None
    quoted = quote_answers(found.found, subjects[:1])
    return replace(quoted, lines=((f"{found.said}. ", *quoted.lines[0]), *quoted.lines[1:]))


def proved_of_each(query: Query, subjects: Sequence[Subject]) -> Draft | None:
    """Yes or no to what is asked of each of several classes ("both"), each by a sentence of its own spec that says so.

    Returns:
        None where one of them does not say it for certain, and that would decide.
    """
    plain = " ".join(query.question.lower().split())
    if not re.search(OF_ALL_NAMED, plain) and not re.search(OF_ANY, plain):
        return None
    shown = [proved(query, [subject], {}) for subject in subjects]
    certain = [draft for draft in shown if draft is not None]
    wants = "Yes" if re.search(OF_ANY, plain) else "No"
    deciding = [draft for draft in certain if str(draft.lines[0][0]).startswith(wants)]
    if len(certain) < len(shown) and not deciding:
        return None
    said = wants if deciding else "No" if wants == "Yes" else "Yes"
    lines: list[Line] = [(f"{said}.",)]
    for draft in certain:
        verdict, *rest = draft.lines[0]
        lines += [(str(verdict).partition(" ")[2], *rest), *draft.lines[1:]]
    cells = tuple(cell for draft in certain for cell in draft.cells)
    titles = tuple(subject.title for subject in subjects)
    return replace(certain[0], lines=tuple(dict.fromkeys(lines)), cells=cells, classes=titles)
