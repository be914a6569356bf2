"""Questions that name no class but ask whose work something is: "who digs graves?", "which job fixes traffic lights?".

They are put to the passages of all current classes; the answer is the sentences that answer, each with its class.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from assistant.answering.candidates import Candidate, Found, candidates_in
from assistant.answering.coverage import coverage, telling, with_synonyms
from assistant.answering.passages import by_words_and_meaning, fused, relevances
from assistant.draft import Subject
from assistant.searching.criteria import Mentioned, Search, Worded, singles
from assistant.understanding.query import Operation, Query
from assistant.understanding.words import words_of
from index import Library, VectorsUnavailable

_PASSAGES_FOUND = 20
_PASSAGES_READ = 6
_MOST_READ = 36
_MOST_CLASSES = 5
# Chosen with benchmarks/calibrate.py: the reranker's logits, and the score of words and meaning without one.
LEAST_RELEVANCE = -3.0
LEAST_SCORE = 0.45
# From here on passages are surer than a search that may have missed what was asked.
SURE_RELEVANCE = 2.5
SURE_SCORE = 0.6
_MANY_UNREAD = 2
# A class is named beside the best where its sentence is nearly as relevant.
_NEARLY_AS_RELEVANT = 1.5

_KIND = r"(?:class|job|position|role|occupation|worker|employee|person|people|staff|crew)(?:es|s)?"
_WHOSE_WORK = re.compile(
    r"(?:^|[,;:.!?]|\b(?:and|so|ok|okay|hi|hello|please|tell me|do you know|wonder|find out)\b)\W*(?:"
    # "who do they report to?" asks about a class that is not named.
    r"who(?:'?s)?\b(?! (?:do|does|did|can|could|should|would|will|must|am|is|are) (?:i|we|you|u|he|she|it|they|this)\b)"
    rf"|(?:which|what)(?: \w+)?? {_KIND}\b"
    rf"|(?:is|are) there (?:an? |any )?{_KIND} (?:that|who|which|to|for)\b"
    rf"|whose {_KIND} (?:is|would|it)\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:them|him|her|it|they|he|she|that|this|those|these)\b", re.IGNORECASE)
_MAY_ASK_IT = (Operation.PASSAGES, Operation.LOOKUP, Operation.SECTION, Operation.ABSENT_TOPIC)


def asks_whose_work(query: Query) -> bool:
    """Whether a question that names no class held asks whose work something is.

    Words that name a field are not enough of a work: "which job needs a licence?" is about a field.
    """
    if query.search is not None:
        return not query.search.is_count and query.search.extreme is None
    if query.classes.entries or query.operation not in _MAY_ASK_IT or not _WHOSE_WORK.search(query.question):
        return False
    of_fields = {word.text for word in query.fields.words}
    said = telling(words_of(query.question))
    beside = [word for word in said if word.text not in of_fields and word.stem not in query.topic_stems]
    if query.operation is not Operation.PASSAGES:
        return len(beside) > 1
    return len(beside) > 1 or (bool(beside) and not _PRONOUN.search(query.question))


def leaves_room(search: Search, matching: Collection[str]) -> bool:
    """Whether a search over all classes looked for words alone, and no class has just those."""
    return _is_of_words(search) and not matching


def may_have_missed(search: Search) -> bool:
    """Whether a search over all classes may have missed what was asked.

    It looked for words alone, or took the name of a field for what was asked and left the rest unread.
    """
    return _is_of_words(search) or len(search.unread) >= _MANY_UNREAD


def says_it_better(found: Found, search: Search, matching: Collection[str]) -> bool:
    """Whether passages answer a question better than a search did; ``matching`` are the classes that it found."""
    if not found.answers:
        return False
    if leaves_room(search, matching):
        return True
    is_another = _is_of_words(search) and found.answers[0].subject.title not in matching
    return found.certainty >= found.sure and (is_another or len(search.unread) >= _MANY_UNREAD)


def _is_of_words(search: Search) -> bool:
    return all(
        isinstance(one, Mentioned) or (isinstance(one, Worded) and bool(one.stems)) for one in singles(search.criterion)
    )


def search_all(
    library: Library, spec_ids: Collection[str], subject_of: Callable[[str], Subject], question: str
) -> Found:
    """The sentence of each class that best says whose work it is, best first; near ties are answers too.

    Args:
        library: what is searched.
        spec_ids: the specs of all current classes.
        subject_of: the class of a spec.
        question: the question as it was typed.
    """
    words = words_of(question)
    by_words = library.lexical(with_synonyms(words), spec_ids=spec_ids, limit=_PASSAGES_FOUND)
    try:
        by_meaning, remark = library.dense(question, spec_ids=spec_ids, limit=_PASSAGES_FOUND), None
    except VectorsUnavailable as error:
        by_meaning, remark = [], f"{error} The answer was found by its words alone."
    passages = [(subject_of(hit.spec_id), hit.passage) for hit in fused(by_words, by_meaning)[:_PASSAGES_READ]]
    sentences = [one for where in passages for one in candidates_in(*where) if not one.is_row][:_MOST_READ]
    order = relevances(library, question, sentences)
    if order is not None:
        best = order[0].score if order else LEAST_RELEVANCE - 1
        within = min(_NEARLY_AS_RELEVANT, best - LEAST_RELEVANCE)
        return Found(_one_a_class(order), best, LEAST_RELEVANCE, SURE_RELEVANCE, within, _MOST_CLASSES, remark)
    if remark is not None:
        return Found((), 0.0, LEAST_SCORE, 1.0, 0.0, remark=remark)
    scored = sorted((replace(one, score=coverage(one, words)) for one in sentences), key=lambda one: -one.score)
    found = by_words_and_meaning(library, question, scored, LEAST_SCORE)
    return replace(found, candidates=_one_a_class(found.candidates), sure=SURE_SCORE, most=_MOST_CLASSES)


def _one_a_class(candidates: Collection[Candidate]) -> tuple[Candidate, ...]:
    """The best candidate of each class, in order."""
    best: dict[str, Candidate] = {}
    for one in candidates:
        best.setdefault(one.subject.title, one)
    return tuple(best.values())
