"""Questions that name no class but ask whose work something is: "who digs graves?", "which job fixes traffic lights?".

They are put to the passages of all current classes: the reranker reads the best of them, and of each class whose
passage answers the sentence that says most is quoted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.candidates import Candidate, Found, candidates_in
from assistant.answering.coverage import coverage, vocabulary, with_synonyms
from assistant.answering.passages import by_words_and_meaning, fused
from assistant.draft import Subject
from assistant.searching.content import only_denies
from assistant.searching.work_asked import work_in
from assistant.understanding.spelling import corrected
from assistant.understanding.synonyms import same_words
from assistant.understanding.words import stems_in, with_words, words_of
from index import Hit, Library, VectorsUnavailable

_PASSAGES_FOUND = 20
# So many passages are read by the reranker, and so many of one class; of these, so many are the duties nearest in
# meaning among so many passages. Then so many clauses of those that answer are read.
_PASSAGES_READ = 12
_OF_ONE_CLASS = 3
_DUTIES_READ = 4
_DUTIES_AMONG = 200
_CLAUSES_READ = 12
_SENTENCES_COMPARED = 36
_MOST_CLASSES = 5
_MOST_NEAREST = 3
# How certain it is that the best passage answers: the reranker's logit, and so many times the cosine of question and
# passage, which knows more synonyms.
_WEIGHT_OF_MEANING = 15.0
# Chosen with benchmarks/calibrate.py: this certainty, and the score of words and meaning without a reranker.
LEAST_CERTAINTY = -0.7
# From here on a passage does not answer, and is still worth showing as the nearest to what was asked.
NEAR_CERTAINTY = -7.0
LEAST_SCORE = 0.45
# What a class does is said by its duties; what its test may ask, and how to apply, says it of many classes alike.
_DUTIES = frozenset({"duties", "definition", "brief_description", "essential_functions"})
_LESS_TELLING = {"selection_process": 2.5, "how_to_apply": 2.5, "other": 2.0, "salary": 2.0, "header": 2.0}
# From here on passages are surer than a search that may have missed what was asked.
SURE_CERTAINTY = 5.0
SURE_SCORE = 0.6
# A class is named beside the best where its passage is nearly as relevant.
_NEARLY_AS_RELEVANT = 1.5
# Rows of dots that lead the eye across a page.
_LEADERS = re.compile(r"(?:[.…_]\s*){4,}")


@dataclass(frozen=True, slots=True)
class WhoseWork:
    """The classes of which a sentence says whose work something is, best first.

    Of each class ``found`` has the sentence that shares most words with the question: enough to tell which classes
    they are and how certain that is. To quote the sentence that says most, the reranker reads more of each.
    """

    found: Found
    read: tuple[_Read, ...] = ()
    library: Library | None = None
    asked: str = ""

    def quoted(self) -> Found:
        """What was found, each class by the sentence of its passage that says most of what is asked."""
        if self.library is None:
            return self.found
        most = _CLAUSES_READ // len(self.read) if self.found.certainty >= NEAR_CERTAINTY else 1
        quoted = tuple(_quoted(self.library, self.asked, one, most) for one in self.read)
        return replace(self.found, candidates=quoted)

    @property
    def nearest(self) -> WhoseWork | None:
        """What was found as the nearest to what was asked, answer or not; none where it is too far from it."""
        is_near = self.found.least == LEAST_CERTAINTY and self.found.certainty >= NEAR_CERTAINTY
        if not is_near or not self.found.candidates:
            return None
        return replace(self, found=replace(self.found, least=NEAR_CERTAINTY, most=_MOST_NEAREST))


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage of a class, the clauses that it may be quoted by, how near in meaning and how relevant it is."""

    subject: Subject
    section: str
    text: str
    clauses: tuple[Candidate, ...]
    nearness: float
    relevance: float = 0.0

    @property
    def worth(self) -> float:
        """Its relevance, less where sections like its own say the same of many classes."""
        return self.relevance - _LESS_TELLING.get(self.section, 0.0)


def search_all(
    library: Library, spec_ids: Collection[str], subject_of: Callable[[str], Subject], question: str
) -> WhoseWork:
    """The sentence of each class that best says whose work it is, best first; near ties are answers too.

    Args:
        library: what is searched.
        spec_ids: the specs of all current classes.
        subject_of: the class of a spec.
        question: the question as it was typed.
    """
    asked = work_in(question)
    try:
        nearest, remark = library.dense(asked, spec_ids=spec_ids, limit=_DUTIES_AMONG), None
    except VectorsUnavailable as error:
        nearest, remark = [], f"{error} The answer was found by its words alone."
    by_meaning = nearest[:_PASSAGES_FOUND]
    typed = words_of(asked)
    words = corrected(typed, vocabulary(tuple(hit.passage for hit in by_meaning)))
    asked = with_words(asked, typed, words)
    by_words = library.lexical(with_synonyms(words), spec_ids=spec_ids, limit=_PASSAGES_FOUND)
    wanted = same_words([word.stem for word in words if not word.is_small])
    passages = _readable(fused(by_words, by_meaning), nearest, subject_of, wanted)
    order = _by_relevance(library, asked, passages)
    if order is not None:
        return _as_found(library, asked, order, remark)
    if remark is not None:
        return WhoseWork(Found((), 0.0, LEAST_SCORE, 1.0, 0.0, remark=remark))
    sentences = [one for passage in passages for one in passage.clauses][:_SENTENCES_COMPARED]
    scored = sorted((replace(one, score=coverage(one, words)) for one in sentences), key=lambda one: -one.score)
    found = by_words_and_meaning(library, asked, scored, LEAST_SCORE)
    of_classes = _one_a_class(found.candidates)
    return WhoseWork(replace(found, candidates=of_classes, sure=SURE_SCORE, most=_MOST_CLASSES))


def _readable(
    hits: Sequence[Hit],
    nearest: Sequence[Hit],
    subject_of: Callable[[str], Subject],
    wanted: Sequence[frozenset[str]],
) -> list[_Read]:
    """The passages with prose that the reranker reads: the first of those found, and the duties nearest in meaning.

    A few are of one class; what the classes of a series say alike counts as one.
    """
    # What was found by its words alone is farther than all that is known to be near.
    farthest = nearest[-1].score if nearest else 0.0
    nearness = defaultdict(lambda: farthest, {hit.passage_id: hit.score for hit in nearest})
    first = _prose(hits, nearness, subject_of, wanted, _PASSAGES_READ - _DUTIES_READ)
    known = {(one.subject.held.spec_id, one.text) for one in first}
    of_duties = [hit for hit in nearest if hit.passage.section in _DUTIES]
    duties = _prose(of_duties, nearness, subject_of, wanted, _DUTIES_READ)
    return [*first, *(one for one in duties if (one.subject.held.spec_id, one.text) not in known)]


def _prose(
    hits: Iterable[Hit],
    nearness: Mapping[str, float],
    subject_of: Callable[[str], Subject],
    wanted: Sequence[frozenset[str]],
    most: int,
) -> list[_Read]:
    """The passages with prose, in order: a few of each class, and no more than so many different ones.

    What denies what is wanted is left out: it says whose work it is not.
    """
    found: list[_Read] = []
    of_class: Counter[str] = Counter()
    texts: set[str] = set()
    for hit in hits:
        subject = subject_of(hit.spec_id)
        prose = (one for one in candidates_in(subject, hit.passage) if not one.is_row)
        clauses = _without_denials(tuple(prose), wanted)
        text = _LEADERS.sub(" ", hit.passage.embedded_text)
        if not clauses or of_class[hit.spec_id] == _OF_ONE_CLASS:
            continue
        of_class[hit.spec_id] += 1
        texts.add(_without_title(text))
        if len(texts) > most:
            break
        found.append(_Read(subject, hit.passage.section, text, clauses, nearness[hit.passage_id]))
    return found


def _without_denials(clauses: tuple[Candidate, ...], wanted: Sequence[frozenset[str]]) -> tuple[Candidate, ...]:
    """The clauses but for those that deny what is wanted; none where no other has a word of it."""
    left = tuple(one for one in clauses if not only_denies(one.said, wanted))
    is_denied = len(left) < len(clauses) and not any(group & stems_in(one.said) for one in left for group in wanted)
    return () if is_denied else left


def _without_title(text: str) -> str:
    """The words of a passage without the title of its class: the classes of a series share them."""
    return text.partition("\n")[2] or text


def _by_relevance(library: Library, asked: str, passages: Sequence[_Read]) -> list[_Read] | None:
    """The passages, the most relevant of each class, best first; none where there is no reranker."""
    distinct = {_without_title(one.text): one.text for one in reversed(passages)}
    scores = library.relevances(asked, list(distinct.values()))
    if scores is None:
        return None
    relevance = dict(zip(distinct, scores, strict=True))
    read = [replace(one, relevance=relevance[_without_title(one.text)]) for one in passages]
    best: dict[str, _Read] = {}
    for one in sorted(read, key=_best_first):
        best.setdefault(one.subject.title, one)
    return list(best.values())


def _best_first(one: _Read) -> tuple[float, str, int]:
    return (-one.worth, one.subject.held.spec_id, one.clauses[0].evidence.start)


def _as_found(library: Library, asked: str, order: Sequence[_Read], remark: str | None) -> WhoseWork:
    """The classes as the reranker has them."""
    if not order:
        return WhoseWork(Found((), LEAST_CERTAINTY - 1, LEAST_CERTAINTY, SURE_CERTAINTY, 0.0, remark=remark))
    best = order[0]
    near = tuple(one for one in order if one.worth >= best.worth - _NEARLY_AS_RELEVANT)[:_MOST_CLASSES]
    certainty = round(best.relevance + _WEIGHT_OF_MEANING * best.nearness, 3)
    sharing = tuple(replace(_by_words(one, asked)[0], score=round(one.worth, 3)) for one in near)
    measures = (LEAST_CERTAINTY, SURE_CERTAINTY, _NEARLY_AS_RELEVANT, _MOST_CLASSES)
    return WhoseWork(Found(sharing, certainty, *measures, remark=remark), near, library, asked)


def _by_words(passage: _Read, asked: str) -> list[Candidate]:
    """The clauses of a passage, those that share most words with what is asked first."""
    words = words_of(asked)
    return sorted(passage.clauses, key=lambda one: -coverage(one, words))


def _quoted(library: Library, asked: str, passage: _Read, most: int) -> Candidate:
    """The clause of a passage that says most of what is asked; of many those are read that share most words with it."""
    clauses = _by_words(passage, asked)[:most]
    said = [f"{one.subject.title}: {one.said}" for one in clauses]
    scores = library.relevances(asked, said) if len(said) > 1 else None
    best = max(zip(scores, clauses, strict=True), key=lambda pair: pair[0])[1] if scores else clauses[0]
    return replace(best, score=round(passage.worth, 3))


def _one_a_class(candidates: Collection[Candidate]) -> tuple[Candidate, ...]:
    """The best candidate of each class, in order."""
    best: dict[str, Candidate] = {}
    for one in candidates:
        best.setdefault(one.subject.title, one)
    return tuple(best.values())
