"""An answer in a language model's words: each sentence is shown only after it has passed the gate.

What was found without a model stays: the classes, the values, and the lines that state values which no sentence cites.
"""

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from assistant.answer import Route
from assistant.draft import Draft, Line
from assistant.errors import LanguageModelError
from assistant.generation.gate import Fault, Kept, judged
from assistant.generation.language_model import LanguageModel
from assistant.generation.prompt import NumberedPassage, evidence_of, messages_for, numbered_passages, prose_lines
from assistant.generation.sentences import WrittenSentence, written_sentences

# Of the sentences written, so many must pass: of a model that mostly says what it should not, nothing is shown.
LEAST_KEPT = 0.5
_MOST_WRITTEN = 8
# Neither for nor against the model: an end cut off by the limit of length, and a sentence said again.
_NOT_COUNTED = frozenset({Fault.UNFINISHED, Fault.REPEATED})
_log = logging.getLogger(__name__)


def worded(
    question: str, draft: Draft, model: LanguageModel, titles: Collection[str], is_sound: Callable[[Draft], bool]
) -> Iterator[Draft]:
    """The draft, then the draft in the model's words as far as they have come, and last what is to stand.

    Only drafts that quote prose are worded; of any other the draft is all there is. Where the model fails, or too
    little of what it writes passes the gate, the last is the draft again, with a remark that says so.

    Args:
        question: the question, in words that are whole.
        draft: the answer without a model, verified.
        model: what words it.
        titles: the titles of all classes held.
        is_sound: whether the answer's own check passes a draft.
    """
    yield draft
    passages = numbered_passages(draft)
    if not passages:
        return
    gate = _Gate(draft, passages, titles, is_sound)
    try:
        for written in written_sentences(model.stream(messages_for(question, gate.passages))):
            if gate.passes(written):
                yield gate.draft_so_far()
            if gate.is_full:
                break
    except LanguageModelError as error:
        yield draft.remarked(f"{error} The answer quotes the class spec instead.")
        return
    if gate.passed_enough:
        yield gate.draft_so_far()
    else:
        yield draft.remarked(
            "Too little of what the language model wrote stands in the class spec, which is quoted instead."
        )


class _Gate:
    """The sentences of one answer as they come, and what has passed of them."""

    def __init__(
        self,
        draft: Draft,
        passages: Sequence[NumberedPassage],
        titles: Collection[str],
        is_sound: Callable[[Draft], bool],
    ) -> None:
        self.passages = passages
        self._draft = draft
        self._titles = titles
        self._is_sound = is_sound
        self._kept: list[Kept] = []
        self._written = 0
        self._counted = 0

    @property
    def is_full(self) -> bool:
        """Whether as many sentences were written as are read."""
        return self._written >= _MOST_WRITTEN

    @property
    def passed_enough(self) -> bool:
        """Whether enough sentences have passed to be an answer."""
        return bool(self._kept) and len(self._kept) >= LEAST_KEPT * self._counted

    def passes(self, written: WrittenSentence) -> bool:
        """Judge a sentence; the log says what became of it."""
        fault = self._fault(written)
        self._written += 1
        self._counted += fault not in _NOT_COUNTED
        _log.info("a sentence of the language model: %s: %s", fault.name.lower() if fault else "kept", written.words)
        return fault is None

    def _fault(self, written: WrittenSentence) -> Fault | None:
        found = judged(written, self.passages, self._titles)
        if isinstance(found, Fault):
            return found
        if any(found.words.casefold() == one.words.casefold() for one in self._kept):
            return Fault.REPEATED
        if not self._is_sound(replace(self._draft, lines=(_line(found),), cells=())):
            return Fault.UNVERIFIED
        self._kept.append(found)
        return None

    def draft_so_far(self) -> Draft:
        """The draft with the sentences that have passed in place of the quotations."""
        cited = {evidence for one in self._kept for evidence in one.evidence}
        stating = {cell.evidence for cell in self._draft.cells} - cited
        quoted = prose_lines(self._draft)
        lines = [line for line in self._draft.lines if line not in quoted or stating & set(evidence_of(line))]
        sentences = [_line(one) for one in self._kept]
        at = next((place for place, line in enumerate(self._draft.lines) if line in quoted), 0)
        return replace(self._draft, route=Route.GENERATED, lines=(*lines[:at], *sentences, *lines[at:]))


def _line(kept: Kept) -> Line:
    """A sentence with its citations before its full stop."""
    bare = kept.words.rstrip(".! ")
    return (f"{bare} ", *kept.evidence, ".")


def _without_model(draft: Draft, remark: str) -> Draft:
    _log.warning("%s", remark)
    return replace(draft, remark=f"{draft.remark} {remark}" if draft.remark else remark)
