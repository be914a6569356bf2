"""What the peer finds for the questions: it has no answers, so its five nearest chunks are looked through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.expectations import Expectation, Trial
from benchmarks.scoring import Scored, folded
from index import HeldSpec


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What the peer found for one question, beside Rolebook's answer to it; how many words either shows for it."""

    kind: str
    is_class_first: bool
    has_words: bool
    is_answered_right: bool
    words_retrieved: int
    words_cited: int


def asked_of_peer(trial: Trial) -> str:
    """The question as the peer is asked it: what is selected on the page is put behind it in brackets."""
    selected = ", ".join(trial.question.classes)
    return f"{trial.question.text} ({selected})" if selected else trial.question.text


def can_be_retrieved(trial: Trial) -> bool:
    """Whether words of one class's document are expected."""
    expected = trial.expectation
    return len(expected.classes) == 1 and bool(expected.values or expected.quote)


def judged(scored: Scored, held: Mapping[str, HeldSpec], chunks: Sequence[tuple[str, str]]) -> Retrieved:
    """Whether the nearest chunk is of the right document, and whether all words that answer stand in the chunks.

    Args:
        scored: a trial that can be retrieved, and Rolebook's answer to it.
        held: the specs by title.
        chunks: the name of the file and the text of each chunk found, best first.
    """
    spec = held[next(iter(scored.trial.expectation.classes))]
    name = Path(spec.spec.source.path).name
    found = [folded(text) for file, text in chunks if file == name]
    words = expected_words(scored.trial.expectation, spec)
    return Retrieved(
        kind=scored.trial.kind,
        is_class_first=bool(chunks) and chunks[0][0] == name,
        has_words=all(any(each in text for text in found) for each in words),
        is_answered_right=not scored.faults,
        words_retrieved=sum(len(text.split()) for _, text in chunks),
        words_cited=sum(len(citation.quote.split()) for citation in scored.answer.citations),
    )


def expected_words(expected: Expectation, held: HeldSpec) -> list[str]:
    """The words that answer, white space folded: the row of each expected value, and each expected quote."""
    rows = {fact.field: held.spec.source.text[fact.start : fact.end] for fact in held.spec.facts}
    return [folded(words) for words in (*(rows[value.field] for value in expected.values), *expected.quote)]
