"""What may answer a question: the sentences of prose and the rows of tables, each with its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.answer_kinds import has_kind_asked
from assistant.draft import Evidence, Subject, section_of
from assistant.understanding.synonyms import alike
from assistant.understanding.words import words_of
from assistant.wording import field_name, is_box, is_coded
from ingest.model import Fact, Passage, Status
from ingest.sentences import sentences

_MOST_SENTENCES = 3
_MOST_NEAREST = 2
# "Interview . . . . . . 100%": what stands behind the dots belongs to what stands before them.
_DOTS = re.compile(r"(?:\.\s?){4,}$")
_ANY_DOTS = re.compile(r"(?:\.\s?){4,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence, or one row of a table, that may answer; the higher ``score``, the better.

    ``said`` is what is scored: the row, or one clause of the sentence, with the label of its row in front.
    """

    subject: Subject
    evidence: Evidence
    fact: Fact | None
    said: str
    score: float = 0.0

    @property
    def is_row(self) -> bool:
        """Whether it is a row with a code or a mark, which is said in words and not quoted."""
        return self.fact is not None and (is_coded(self.fact.field) or is_box(self.fact.field))


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates, best first, how certain it is that the best one answers, and what a person should know.

    It answers from ``least`` on and does so surely from ``sure`` on; what is ``within`` so much of the best
    candidate's score is shown too, ``most`` in all. All of them are in the measure of whoever searched.
    """

    candidates: tuple[Candidate, ...]
    certainty: float
    least: float
    sure: float
    within: float
    most: int = _MOST_SENTENCES
    remark: str | None = None

    @property
    def answers(self) -> tuple[Candidate, ...]:
        """The candidates that are good enough to be shown: the best, and sentences that are nearly as good."""
        if not self.candidates or self.certainty < self.least:
            return ()
        near = [one for one in self.candidates if one.score >= self.candidates[0].score - self.within]
        return tuple(one for place, one in enumerate(near) if place == 0 or not one.is_row)[: self.most]

    @property
    def nearest(self) -> "Found | None":
        """The sentences nearest to what is asked, to be shown beneath that none answers; none where there are none."""
        said = tuple(one for one in self.candidates if not one.is_row)
        return replace(self, candidates=said, least=self.certainty, most=_MOST_NEAREST) if said else None

    def says(self, phrase: Sequence[str]) -> bool:
        """Whether the best candidate has all the stems of a phrase, or words that say the same, and surely answers."""
        if not self.answers or self.certainty < self.sure:
            return False
        said = {word.stem for word in words_of(self.answers[0].said)}
        return all(alike(stem) & said for stem in phrase)


def ranked(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, best first, each sentence once by its best clause; ties by spec and place."""
    ordered = sorted(candidates, key=lambda one: (-one.score, one.evidence.spec_id, one.evidence.start))
    best: dict[Evidence, Candidate] = {}
    for one in ordered:
        best.setdefault(one.evidence, one)
    return tuple(best.values())


def of_kind_asked(found: Found, question: str) -> Found:
    """What was found without the candidates that lack the kind of thing asked for; no answer where the best does.

    What is nearly as good as the best may take its place.
    """
    kept = tuple(one for one in found.candidates if has_kind_asked(question, one.said))
    is_near = bool(kept) and kept[0].score >= found.candidates[0].score - found.within
    certainty = found.certainty if is_near else min(found.certainty, found.least - 1)
    return replace(found, candidates=kept, certainty=certainty)


def candidates_in(subject: Subject, passage: Passage) -> Iterator[Candidate]:
    """The rows of a passage that is a table, the sentences of any other; the labels of a header answer nothing here."""
    facts = [f for f in subject.held.spec.facts if passage.start <= f.start and f.end <= passage.end]
    rows = [fact for fact in facts if is_coded(fact.field) or is_box(fact.field)]
    prose = next((fact for fact in facts if fact not in rows and section_of(fact.field) != "header"), None)
    if prose is None and rows:
        for fact in (fact for fact in rows if fact.status is Status.READ):
            row = subject.row(fact)
            yield Candidate(subject, row, fact, " ".join(row.quote.split()))
    elif prose is not None or passage.section != "header" or not facts:
        start, end = (prose.raw_start, prose.raw_end) if prose else (passage.start, passage.end)
        name = field_name(prose.field) if prose else passage.heading
        label = f"{' '.join(name.split()).rstrip(':')}: " if name else ""
        text = subject.held.spec.source.text
        for sentence in _over_dots(text, sentences(text, max(start, passage.start), min(end, passage.end))):
            if _in_legend(subject, *sentence):
                continue
            evidence = subject.within(passage, *sentence)
            for clause in evidence.quote.split("; "):
                yield Candidate(subject, evidence, prose, label + " ".join(_ANY_DOTS.sub(" ", clause).split()))


def clauses_of(subject: Subject) -> tuple[Candidate, ...]:
    """Everything of a spec that may answer, in the document's order, what it says twice in one place once."""
    found = (one for passage in subject.held.spec.passages for one in candidates_in(subject, passage))
    return tuple(dict.fromkeys(found))


def _over_dots(text: str, pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences; a row of a table whose cells are joined by dots is one, and so are the rows after it."""
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        is_joined = bool(found) and _DOTS.search(text[found[-1][0] : found[-1][1]]) is not None
        found.append((found.pop()[0] if is_joined else start, end))
    return found


def _in_legend(subject: Subject, start: int, end: int) -> bool:
    """Whether a stretch is of a legend, whose columns make no sentence."""
    return any(entry.start < end and start < entry.end for entry in subject.held.spec.legends)
