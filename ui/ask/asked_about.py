"""A question asked of one class: what a person chooses where a question was asked back, or named a class not held."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import Assistant
from assistant.answer import Answer, Outcome, Question, Reason
from assistant.holdings import Holdings
from assistant.understanding.understand import understand
from index import Library, SpecEntry, without_own_series
from ui.class_choices import class_choices

_MOST_CANDIDATES = 12
_NEAREST = "Did you mean one of these?"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A class that may be meant: the id of its spec, and what it is called among the others."""

    spec_id: str
    label: str


def candidates_of(answer: Answer, library: Library) -> tuple[Candidate, ...]:
    """The classes that an answer asks back about, or that it names as nearest to one that is not held."""
    holdings = Holdings(library)
    if answer.outcome is Outcome.CLARIFY:
        titles: Sequence[str] = answer.classes
    elif answer.reason is Reason.NO_SUCH_CLASS and _NEAREST in answer.text:
        named = answer.text.partition(_NEAREST)[2]
        titles = [title for title in holdings.titles.values() if re.search(rf"[ ,]{re.escape(title)}[,.]", named)]
    else:
        return ()
    current = without_own_series(entry for entry in holdings.entries if entry.current)
    among = [entry for entry in current if holdings.titles[entry.spec_id] in titles][:_MOST_CANDIDATES]
    return tuple(Candidate(spec_id, label) for label, spec_id in class_choices(among))


def asked_about(question: Question, spec_id: str, assistant: Assistant, library: Library) -> Question | None:
    """The question as it is answered about one class; none where no way of asking it comes to that class.

    It is asked with the class selected. Where it names another or several in words, they give way to the class's
    title, with its agency where two hold the same, and where that does not tell two specs apart, to "job".
    """
    holdings = Holdings(library)
    entry = next((one for one in holdings.entries if one.spec_id == spec_id), None)
    if entry is None:
        return None
    selected = replace(question, classes=(spec_id,))
    for asked in _ways(selected, entry, holdings):
        answer = assistant.ask(asked)
        if answer.outcome is not Outcome.CLARIFY and answer.classes == (holdings.titles[spec_id],):
            return asked
    return None


def _ways(question: Question, entry: SpecEntry, holdings: Holdings) -> Iterator[Question]:
    yield question
    named = _named(question, holdings)
    if named is not None:
        start, end = named
        for title in (holdings.titles[entry.spec_id], "job"):
            yield replace(question, text=question.text[:start] + title + question.text[end:])


def _named(question: Question, holdings: Holdings) -> tuple[int, int] | None:
    """Where the question names classes, from the first word to the last."""
    words = understand(question, holdings.entries, holdings.own_fields, holdings.has_word).classes.words
    if not words or question.text[words[0].start : words[-1].end].casefold().split()[-1] != words[-1].text:
        return None
    return words[0].start, words[-1].end
