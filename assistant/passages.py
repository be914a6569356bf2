"""What the form does not code: the sentences that answer, found by words and by meaning (route ``passages``)."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer import Outcome, Route
from assistant.draft import Cell, Draft, Evidence, Line, Subject, section_of
from assistant.fields import named_in
from assistant.lexicon import SYNONYMS, UNTELLING_WORDS, ProseTopic
from assistant.wording import cell, field_name, is_box, is_coded, quotation, value_words
from assistant.words import Word, stems, words_of
from index import Hit, Library, VectorsUnavailable
from ingest.model import Fact, Form, Passage, Status
from ingest.sentences import sentences

_PASSAGES_FOUND = 20
_PASSAGES_READ = 6
_FUSION = 60
# Chosen with benchmarks/calibrate.py: below it, what was found does not answer.
LEAST_SCORE = 0.36
# What a topic that class specs do not have must reach to be answered from one all the same.
SURE_SCORE = 0.5
LEAST_COVERAGE = 0.5
_WEIGHT_OF_WORDS = 0.4
# A synonym of a word of the question counts so much of the word itself.
_SYNONYM = 0.85
# A coded row is what lookups are for: here it gives way to a sentence that says nearly as much.
_WEIGHT_OF_A_ROW = 0.7
_OF_THE_BEST = 0.8
_MOST_SENTENCES = 3
# Letters: a requirement or a function of at most so many is shown whole.
_SHORT_CELL = 500
# So many clauses are compared by meaning while a person waits.
_MOST_COMPARED = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence, or one row of a table, that may answer; ``score`` is between 0 and about 1.

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
    """The candidates, best first, and what a person should know of the search."""

    candidates: tuple[Candidate, ...]
    least: float
    remark: str | None = None

    @property
    def answers(self) -> tuple[Candidate, ...]:
        """The candidates that are good enough to be shown: the best, and sentences that are nearly as good."""
        best = self.candidates[0].score if self.candidates else 0.0
        if best < self.least:
            return ()
        near = [one for one in self.candidates if one.score >= max(self.least, _OF_THE_BEST * best)]
        return tuple(one for place, one in enumerate(near) if place == 0 or not one.is_row)[:_MOST_SENTENCES]

    def says(self, phrase: Sequence[str]) -> bool:
        """Whether the best candidate has all the stems of a phrase, and surely answers."""
        if not self.answers or self.answers[0].score < SURE_SCORE:
            return False
        return set(phrase) <= {word.stem for word in words_of(self.answers[0].said)}


def search_passages(library: Library, subjects: Sequence[Subject], topic_words: Sequence[Word]) -> Found:
    """The sentences and rows of the subjects' specs that may answer, scored by the question's words without a class.

    Where dense search is not to be had, words alone decide, and the remark says so.
    """
    topic = " ".join(word.text for word in topic_words)
    by_id = {subject.held.spec_id: subject for subject in subjects}
    by_words = library.lexical(_with_synonyms(topic_words), spec_ids=by_id, limit=_PASSAGES_FOUND)
    try:
        by_meaning = library.dense(topic, spec_ids=by_id, limit=_PASSAGES_FOUND)
    except VectorsUnavailable as error:
        found = search_words(library, subjects, topic_words)
        return replace(found, remark=f"{error} The answer was found by its words alone.")
    fused = _fused(by_words, by_meaning)[:_PASSAGES_READ]
    found_in_both = _candidates(by_id, fused, topic_words)[:_MOST_COMPARED]
    similarities = library.similarities(topic, [one.said for one in found_in_both])
    scored = [_scored(one, similarity) for one, similarity in zip(found_in_both, similarities, strict=True)]
    return Found(_ranked(scored), LEAST_SCORE)


def search_words(library: Library, subjects: Sequence[Subject], topic_words: Sequence[Word]) -> Found:
    """The sentences and rows that share enough of the question's words; needs neither model nor vectors."""
    by_id = {subject.held.spec_id: subject for subject in subjects}
    hits = library.lexical(_with_synonyms(topic_words), spec_ids=by_id, limit=_PASSAGES_READ)
    return Found(_ranked(_candidates(by_id, hits, topic_words)), LEAST_COVERAGE)


def sentences_saying(subjects: Sequence[Subject], topic: ProseTopic) -> Found:
    """The sentences that say something in one of its set phrases, in the document's order."""
    found = [
        replace(one, score=1.0)
        for subject in subjects
        for passage in subject.held.spec.passages
        for one in _in_passage(subject, passage)
        if not one.is_row and (one.fact is None or one.fact.field not in topic.opposite)
        if any(re.search(way, one.evidence.quote, re.IGNORECASE) for way in topic.says)
    ]
    return Found(_ranked(found), LEAST_COVERAGE)


def sentences_naming(subjects: Sequence[Subject], keys: Collection[str]) -> Found:
    """The sentences of specs without coded rows that name one of the fields or sections, or a field of one of them."""
    found = [
        replace(one, score=1.0)
        for subject in subjects
        if subject.held.spec.form is not Form.NORFOLK
        for passage in subject.held.spec.passages
        for one in _in_passage(subject, passage)
        if any(named in keys or section_of(named) in keys for named in named_in(one.said))
    ]
    return Found(_ranked(found), LEAST_COVERAGE)


def mention(subjects: Sequence[Subject], phrase: Sequence[str]) -> bool:
    """Whether any of the specs has all the stems of a phrase somewhere."""
    return any(set(phrase) <= set(_rarity(s.held.spec_id, s.held.spec.passages)) for s in subjects)


def _scored(one: Candidate, similarity: float) -> Candidate:
    """The candidate with words, which are its score so far, and meaning together; each is from 0 to 1."""
    both = _WEIGHT_OF_WORDS * one.score + (1 - _WEIGHT_OF_WORDS) * similarity
    return replace(one, score=round(both * (_WEIGHT_OF_A_ROW if one.is_row else 1), 4))


def _fused(*rankings: Sequence[Hit]) -> list[Hit]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009); ties by passage id."""
    scores: defaultdict[str, float] = defaultdict(float)
    hits: dict[str, Hit] = {}
    for ranking in rankings:
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.passage_id] += 1 / (_FUSION + rank)
            hits[hit.passage_id] = hit
    return sorted(hits.values(), key=lambda hit: (-scores[hit.passage_id], hit.passage_id))


def _ranked(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, best first, each sentence once by its best clause."""
    ordered = sorted(candidates, key=lambda one: (-one.score, one.evidence.spec_id, one.evidence.start))
    best: dict[Evidence, Candidate] = {}
    for one in ordered:
        best.setdefault(one.evidence, one)
    return tuple(best.values())


def _candidates(by_id: dict[str, Subject], hits: Sequence[Hit], topic_words: Sequence[Word]) -> list[Candidate]:
    """The candidates of the passages, those that share most words with the question first."""
    found = [one for hit in hits for one in _in_passage(by_id[hit.spec_id], hit.passage)]
    scored = [replace(one, score=_coverage(one, topic_words)) for one in found]
    telling = [one for one in scored if one.score or not one.is_row]
    return sorted(telling, key=lambda one: -one.score)


def _in_passage(subject: Subject, passage: Passage) -> Iterator[Candidate]:
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
        label = f"{field_name(prose.field)}: " if prose else ""
        for sentence in sentences(subject.held.spec.source.text, max(start, passage.start), min(end, passage.end)):
            if _in_legend(subject, *sentence):
                continue
            evidence = subject.within(passage, *sentence)
            for clause in evidence.quote.split("; "):
                yield Candidate(subject, evidence, prose, label + " ".join(clause.split()))


def _in_legend(subject: Subject, start: int, end: int) -> bool:
    """Whether a stretch is of a legend, whose columns make no sentence."""
    return any(entry.start < end and start < entry.end for entry in subject.held.spec.legends)


def _coverage(candidate: Candidate, topic_words: Sequence[Word]) -> float:
    """How much of what the question says stands in the candidate, each word by how rare it is in the spec: 0 to 1."""
    asked = dict.fromkeys(word.stem for word in topic_words if not word.is_small and word.text not in UNTELLING_WORDS)
    rarity = _rarity(candidate.subject.held.spec_id, candidate.subject.held.spec.passages)
    weights = {stem: rarity.get(stem, math.log(len(candidate.subject.held.spec.passages) + 1)) for stem in asked}
    said = {word.stem for word in words_of(candidate.said)}
    total = sum(weights.values())
    return sum(weight * _said(stem, said) for stem, weight in weights.items()) / total if total else 0.0


def _said(stem: str, said: set[str]) -> float:
    """How well a word of the question stands among the words said: itself 1, by a synonym less, else 0."""
    if stem in said:
        return 1.0
    return _SYNONYM if _synonyms().get(stem, frozenset()) & said else 0.0


def _with_synonyms(topic_words: Sequence[Word]) -> str:
    """The words that tell what is asked, and those that say the same."""
    telling = [word for word in topic_words if not word.is_small and word.text not in UNTELLING_WORDS]
    alike = (other for word in telling for group in SYNONYMS if word.text in group for other in sorted(group))
    return " ".join(dict.fromkeys((*(word.text for word in telling), *alike)))


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, frozenset[str]]:
    """The stems that stand for each stem."""
    alike: dict[str, frozenset[str]] = {}
    for group in SYNONYMS:
        group_stems = frozenset(stem for word in group for stem in stems(word))
        for stem in group_stems:
            alike[stem] = alike.get(stem, frozenset()) | group_stems
    return alike


@lru_cache(maxsize=256)
def _rarity(spec_id: str, passages: tuple[Passage, ...]) -> dict[str, float]:
    """The inverse document frequency of each stem among a spec's passages."""
    counts = Counter(stem for passage in passages for stem in {word.stem for word in words_of(passage.embedded_text)})
    return {stem: math.log((len(passages) + 1) / (count + 0.5)) for stem, count in counts.items()}


def _is_shown_whole(one: Candidate, fact: Fact) -> bool:
    """Whether the cell of a sentence is shown whole: a short row of a table, or a cell that has no other sentence."""
    is_all = (one.evidence.start, one.evidence.end) == (fact.raw_start, fact.raw_end)
    return len(fact.raw) <= _SHORT_CELL and ("." in fact.field or is_all)


def quote_answers(found: Found, subjects: Sequence[Subject]) -> Draft:
    """What was found: a short cell whole, as a value; a sentence of a longer one; a coded row in words."""
    lines: dict[Line, None] = {}
    cells: dict[Cell, None] = {}
    for one in found.answers:
        if one.fact is not None and (one.is_row or _is_shown_whole(one, one.fact)):
            words = value_words(one.subject, one.fact, with_meaning=True)
            lines[(f"{one.subject.title}, {field_name(one.fact.field)}: ", *words)] = None
            cells[cell(one.subject, one.fact)] = None
        else:
            quote = " ".join(one.evidence.quote.split())
            lines[(f"{one.subject.title}: {quotation(quote, one.evidence.quote)} ", one.evidence)] = None
    titles = tuple(dict.fromkeys(one.subject.title for one in found.answers)) or tuple(s.title for s in subjects)
    return Draft(Outcome.ANSWERED, Route.PASSAGES, tuple(lines), tuple(cells), titles, remark=found.remark)
