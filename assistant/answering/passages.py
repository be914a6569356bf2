"""What the form does not code: the passages of known classes that answer, found by words and by meaning."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.answering.candidates import Candidate, Found, candidates_in, clauses_of, of_kind_asked, ranked
from assistant.answering.certainty import lacks_number
from assistant.answering.coverage import coverage, rarities, telling, with_synonyms
from assistant.answering.question_forms import QuestionForms
from assistant.answering.relevance import by_relevance
from assistant.draft import Evidence, Subject
from assistant.understanding.lexicon import BESIDE_ROWS, ProseTopic
from assistant.understanding.query import Query
from assistant.understanding.synonyms import alike
from assistant.understanding.typed import plain_words
from assistant.understanding.words import Word, words_of
from index import Hit, Library, VectorsUnavailable

# All thresholds were chosen with benchmarks/calibrate.py. Below ``least`` what was found does not answer; a topic that
# class specs do not have is answered from one all the same where its certainty is ``sure``.
LEAST_SCORE = 0.36
SURE_SCORE = 0.5
LEAST_COVERAGE = 0.5
_WEIGHT_OF_WORDS = 0.4
# A coded row is what lookups are for: here it gives way to a sentence that says nearly as much.
_WEIGHT_OF_A_ROW = 0.7
_OF_THE_BEST = 0.8
_NEARLY_ALL_WORDS = 0.8
_FUSION = 60
_PASSAGES_READ = 6
# So many clauses are compared by meaning while a person waits.
_MOST_COMPARED = 12


def search_passages(library: Library, subjects: Sequence[Subject], forms: QuestionForms) -> Found:
    """The sentences and rows of the subjects' specs that may answer.

    The reranker decides; where there is none, words and meaning do, and where it is not certain, they do for what says
    nearly all of the question in other words, for they know more synonyms; where dense search is not to be had, words
    alone do, and the remark says so.
    """
    found, remark = gathered(library, subjects, forms.words)
    relevant = by_relevance(library, forms, found)
    if relevant is not None and relevant.answers:
        return replace(relevant, remark=remark)
    if remark is not None:
        return replace(of_kind_asked(search_words(library, subjects, forms.words), forms.of_anyone), remark=remark)
    if relevant is not None:
        found = [one for one in found if _says_it_otherwise(one, forms)]
    otherwise = of_kind_asked(by_words_and_meaning(library, _joined(forms.words), found), forms.of_anyone)
    return otherwise if otherwise.answers or relevant is None else relevant


def gathered(
    library: Library, subjects: Sequence[Subject], words: Sequence[Word]
) -> tuple[list[Candidate], str | None]:
    """All candidates, those whose words and whose passage's meaning are nearest first; they are scored by their words.

    Beside them a remark where dense search is not to be had.
    """
    by_id = {subject.held.spec_id: subject for subject in subjects}
    passages = sum(len(subject.held.spec.passages) for subject in subjects)
    try:
        hits, remark = library.dense(_joined(words), spec_ids=by_id, limit=passages), None
    except VectorsUnavailable as error:
        hits, remark = [], f"{error} The answer was found by its words alone."
    near: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        near[hit.spec_id].append(hit)
    found = [
        (replace(one, score=coverage(one, words)), _nearest(one, near[subject.held.spec_id]))
        for subject in subjects
        for one in clauses_of(subject)
    ]
    ordered = sorted(found, key=lambda pair: -_promise(*pair))
    return [one for one, similarity in ordered if one.score or not one.is_row], remark


def _nearest(one: Candidate, hits: Sequence[Hit]) -> float:
    """How near in meaning the passage is that a candidate stands in; 0 where that is not known."""
    at = one.evidence
    return next((h.score for h in hits if h.passage.start <= at.start and at.end <= h.passage.end), 0.0)


def _promise(one: Candidate, similarity: float) -> float:
    """How much a candidate, scored by its words, promises to be worth reading."""
    both = _WEIGHT_OF_WORDS * one.score + (1 - _WEIGHT_OF_WORDS) * similarity
    return both * (_WEIGHT_OF_A_ROW if one.is_row else 1)


def search_words(library: Library, subjects: Sequence[Subject], topic_words: Sequence[Word]) -> Found:
    """The sentences and rows that share enough of the question's words; needs neither model nor vectors."""
    by_id = {subject.held.spec_id: subject for subject in subjects}
    return search_words_in_all(library, by_id, by_id.__getitem__, topic_words)


def search_words_in_all(
    library: Library, spec_ids: Collection[str], subject_of: Callable[[str], Subject], topic_words: Sequence[Word]
) -> Found:
    """``search_words`` in specs of which only those are read in which words stand."""
    hits = library.lexical(with_synonyms(topic_words), spec_ids=spec_ids, limit=_PASSAGES_READ)
    return _as_found(_candidates(subject_of, hits, topic_words), LEAST_COVERAGE)


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
    said = _saying(subjects, topic.says)
    return _as_found([one for one in said if one.fact is None or one.fact.field not in topic.opposite], LEAST_COVERAGE)


def sentences_beside(subjects: Sequence[Subject], query: Query, beside: Collection[Evidence]) -> Found:
    """The sentences that say in set phrases what a row asked for only codes, where the question asks for it so.

    Those that stand beside the row already are left out.
    """
    plain = plain_words(query.question)
    ways = [one.says for one in BESIDE_ROWS if one.field in query.fields.fields and re.search(one.asked, plain)]
    return _as_found([one for one in _saying(subjects, ways) if one.evidence not in beside], LEAST_COVERAGE)


def _saying(subjects: Sequence[Subject], ways: Sequence[str]) -> list[Candidate]:
    """The sentences that say something in one of these ways (regular expressions), in the document's order."""
    return [
        replace(one, score=1.0)
        for subject in subjects
        for passage in subject.held.spec.passages
        for one in candidates_in(subject, passage)
        if not one.is_row and any(re.search(way, one.evidence.quote, re.IGNORECASE) for way in ways)
    ]


def mention(subjects: Sequence[Subject], phrase: Sequence[str]) -> bool:
    """Whether any of the specs has all the stems of a phrase somewhere, or words that say the same."""
    stems = [rarities(subject.held.spec_id, subject.held.spec.passages).keys() for subject in subjects]
    return any(all(alike(stem) & said for stem in phrase) for said in stems)


def fused(*rankings: Sequence[Hit]) -> list[Hit]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009); ties by passage id."""
    scores: defaultdict[str, float] = defaultdict(float)
    hits: dict[str, Hit] = {}
    for ranking in rankings:
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.passage_id] += 1 / (_FUSION + rank)
            hits[hit.passage_id] = hit
    return sorted(hits.values(), key=lambda hit: (-scores[hit.passage_id], hit.passage_id))


def _says_it_otherwise(one: Candidate, forms: QuestionForms) -> bool:
    """Whether a candidate says nearly all that is asked, some of it in other words than the question's."""
    said = {word.stem for word in words_of(one.said)}
    is_verbatim = all(word.stem in said for word in telling(forms.words))
    return one.score >= _NEARLY_ALL_WORDS and not is_verbatim and not lacks_number(forms.of_anyone, one.said)


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _as_found(candidates: Sequence[Candidate], least: float) -> Found:
    """The candidates with scores from 0 to 1, ranked."""
    order = ranked(candidates)
    best = order[0].score if order else 0.0
    return Found(order, best, least, SURE_SCORE, min((1 - _OF_THE_BEST) * best, best - least))


def _scored(one: Candidate, similarity: float) -> Candidate:
    """The candidate with words, which are its score so far, and meaning together; each is from 0 to 1."""
    both = _WEIGHT_OF_WORDS * one.score + (1 - _WEIGHT_OF_WORDS) * similarity
    return replace(one, score=round(both * (_WEIGHT_OF_A_ROW if one.is_row else 1), 4))


def _candidates(
    subject_of: Callable[[str], Subject], hits: Sequence[Hit], topic_words: Sequence[Word]
) -> list[Candidate]:
    """The candidates of the passages, those that share most words with the question first."""
    found = [one for hit in hits for one in candidates_in(subject_of(hit.spec_id), hit.passage)]
    scored = [replace(one, score=coverage(one, topic_words)) for one in found]
    return sorted((one for one in scored if one.score or not one.is_row), key=lambda one: -one.score)
