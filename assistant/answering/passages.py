"""What the form does not code: the passages of known classes that answer, found by words and by meaning."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from assistant.answering.candidates import Candidate, Found, candidates_in, ranked
from assistant.answering.coverage import coverage, rarities, with_synonyms
from assistant.draft import Subject, section_of
from assistant.understanding.fields import named_in
from assistant.understanding.lexicon import ProseTopic
from assistant.understanding.words import Word
from index import Hit, Library, VectorsUnavailable
from ingest.model import Form

_PASSAGES_FOUND = 20
_PASSAGES_READ = 6
_FUSION = 60
# All thresholds were chosen with benchmarks/calibrate.py. Below ``least`` what was found does not answer; a topic that
# class specs do not have is answered from one all the same where its certainty is ``sure``.
LEAST_SCORE = 0.36
SURE_SCORE = 0.5
LEAST_COVERAGE = 0.5
# The reranker's measure: logits.
LEAST_RELEVANCE = 0.0
SURE_RELEVANCE = 1.0
_WEIGHT_OF_WORDS = 0.4
# A coded row is what lookups are for: here it gives way to a sentence that says nearly as much.
_WEIGHT_OF_A_ROW = 0.7
_RELEVANCE_OF_A_ROW = -2.0
_OF_THE_BEST = 0.8
_NEARLY_AS_RELEVANT = 1.6
# So many clauses are compared by meaning, or read by the reranker, while a person waits.
_MOST_COMPARED = 12
_MOST_READ = 24


def search_passages(library: Library, subjects: Sequence[Subject], question: str, topic_words: Sequence[Word]) -> Found:
    """The sentences and rows of the subjects' specs that may answer.

    The reranker decides; where it is not certain, or there is none, words and meaning do, for they know more synonyms;
    where dense search is not to be had, words alone do, and the remark says so.

    Args:
        library: what is searched.
        subjects: the classes that the question is about.
        question: the question as it was typed.
        topic_words: its words without those that name a class.
    """
    topic = " ".join(word.text for word in topic_words)
    found, remark = gathered(library, subjects, topic_words)
    relevant = by_relevance(library, question, topic, found)
    if relevant is not None and relevant.answers:
        return replace(relevant, remark=remark)
    if remark is not None:
        return replace(search_words(library, subjects, topic_words), remark=remark)
    return by_words_and_meaning(library, topic, found)


def gathered(
    library: Library, subjects: Sequence[Subject], topic_words: Sequence[Word]
) -> tuple[list[Candidate], str | None]:
    """The candidates of the passages nearest in words and meaning, and a remark where dense search is not to be had."""
    topic = " ".join(word.text for word in topic_words)
    by_id = {subject.held.spec_id: subject for subject in subjects}
    by_words = library.lexical(with_synonyms(topic_words), spec_ids=by_id, limit=_PASSAGES_FOUND)
    try:
        by_meaning, remark = library.dense(topic, spec_ids=by_id, limit=_PASSAGES_FOUND), None
    except VectorsUnavailable as error:
        by_meaning, remark = [], f"{error} The answer was found by its words alone."
    return _candidates(by_id, fused(by_words, by_meaning)[:_PASSAGES_READ], topic_words), remark


def search_words(library: Library, subjects: Sequence[Subject], topic_words: Sequence[Word]) -> Found:
    """The sentences and rows that share enough of the question's words; needs neither model nor vectors."""
    by_id = {subject.held.spec_id: subject for subject in subjects}
    hits = library.lexical(with_synonyms(topic_words), spec_ids=by_id, limit=_PASSAGES_READ)
    return _as_found(_candidates(by_id, hits, topic_words), LEAST_COVERAGE)


def by_words_and_meaning(
    library: Library, topic: str, candidates: Sequence[Candidate], least: float = LEAST_SCORE
) -> Found:
    """The candidates, which are scored by their words, scored by words and meaning together: from 0 to about 1.

    Raises:
        VectorsUnavailable: the embedding model is not to be had.
    """
    compared = candidates[:_MOST_COMPARED]
    similarities = library.similarities(topic, [one.said for one in compared])
    return _as_found([_scored(one, near) for one, near in zip(compared, similarities, strict=True)], least)


def sentences_saying(subjects: Sequence[Subject], topic: ProseTopic) -> Found:
    """The sentences that say something in one of its set phrases, in the document's order."""
    found = [
        replace(one, score=1.0)
        for subject in subjects
        for passage in subject.held.spec.passages
        for one in candidates_in(subject, passage)
        if not one.is_row and (one.fact is None or one.fact.field not in topic.opposite)
        if any(re.search(way, one.evidence.quote, re.IGNORECASE) for way in topic.says)
    ]
    return _as_found(found, LEAST_COVERAGE)


def sentences_naming(subjects: Sequence[Subject], keys: Collection[str]) -> Found:
    """The sentences of specs without coded rows that name one of the fields or sections, or a field of one of them."""
    found = [
        replace(one, score=1.0)
        for subject in subjects
        if subject.held.spec.form is not Form.NORFOLK
        for passage in subject.held.spec.passages
        for one in candidates_in(subject, passage)
        if any(named in keys or section_of(named) in keys for named in named_in(one.said))
    ]
    return _as_found(found, LEAST_COVERAGE)


def mention(subjects: Sequence[Subject], phrase: Sequence[str]) -> bool:
    """Whether any of the specs has all the stems of a phrase somewhere."""
    return any(set(phrase) <= set(rarities(s.held.spec_id, s.held.spec.passages)) for s in subjects)


def fused(*rankings: Sequence[Hit]) -> list[Hit]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009); ties by passage id."""
    scores: defaultdict[str, float] = defaultdict(float)
    hits: dict[str, Hit] = {}
    for ranking in rankings:
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.passage_id] += 1 / (_FUSION + rank)
            hits[hit.passage_id] = hit
    return sorted(hits.values(), key=lambda hit: (-scores[hit.passage_id], hit.passage_id))


def relevances(library: Library, question: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...] | None:
    """The candidates, ranked by how well each, with its class in front, answers a question; none without reranker."""
    said = [f"{one.subject.title}: {one.said}" for one in candidates]
    scores = library.relevances(question, said)
    if scores is None:
        return None
    return ranked(
        [
            replace(one, score=score + (_RELEVANCE_OF_A_ROW if one.is_row else 0))
            for one, score in zip(candidates, scores, strict=True)
        ]
    )


def by_relevance(library: Library, question: str, topic: str, candidates: Sequence[Candidate]) -> Found | None:
    """The candidates as the reranker has them; none where there is no reranker.

    That the class is the right one makes any sentence of its spec look relevant. So what is asked beside the class
    must stand in the best sentence by itself, and the mean of both decides whether it answers.
    """
    order = relevances(library, question, candidates[:_MOST_READ])
    if order is None:
        return None
    alone = library.relevances(topic, [order[0].said]) if order else None
    certainty = (order[0].score + alone[0]) / 2 if alone else LEAST_RELEVANCE - 1
    return Found(order, certainty, LEAST_RELEVANCE, SURE_RELEVANCE, _NEARLY_AS_RELEVANT)


def _as_found(candidates: Sequence[Candidate], least: float) -> Found:
    """The candidates with scores from 0 to 1, ranked."""
    order = ranked(candidates)
    best = order[0].score if order else 0.0
    return Found(order, best, least, SURE_SCORE, min((1 - _OF_THE_BEST) * best, best - least))


def _scored(one: Candidate, similarity: float) -> Candidate:
    """The candidate with words, which are its score so far, and meaning together; each is from 0 to 1."""
    both = _WEIGHT_OF_WORDS * one.score + (1 - _WEIGHT_OF_WORDS) * similarity
    return replace(one, score=round(both * (_WEIGHT_OF_A_ROW if one.is_row else 1), 4))


def _candidates(by_id: Mapping[str, Subject], hits: Sequence[Hit], topic_words: Sequence[Word]) -> list[Candidate]:
    """The candidates of the passages, those that share most words with the question first."""
    found = [one for hit in hits for one in candidates_in(by_id[hit.spec_id], hit.passage)]
    scored = [replace(one, score=coverage(one, topic_words)) for one in found]
    return sorted((one for one in scored if one.score or not one.is_row), key=lambda one: -one.score)
