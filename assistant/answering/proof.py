"""The sentences of a spec that say that what is asked by yes or no is so, or that it is not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.candidates import Candidate, Found, candidates_in
from assistant.answering.coverage import vocabulary
from assistant.answering.entailment import says_no, says_yes
from assistant.answering.normal_wording import in_normal_wording, words_in_normal_wording
from assistant.answering.propositions import Proposition, proposition, stands_in
from assistant.draft import Evidence, Subject, section_of
from assistant.searching.criteria import OTHER_REQUIREMENTS
from assistant.understanding.spelling import corrected
from assistant.understanding.words import Word, stems_in, words_of

_FUNCTIONS = "essential_functions"
_DUTIES = (_FUNCTIONS, "duties")
# A question of one word is answered where that word is all that is denied or done; so many sentences show it.
_MOST_SHOWN = 1


@dataclass(frozen=True, slots=True)
class Proof:
    """Yes or no, as a word, and the sentences that say so."""

    said: str
    found: Found


def proof(
    subjects: Sequence[Subject], question: str, words: Sequence[Word], elsewhere: Mapping[str, Evidence]
) -> Proof | None:
    """Yes or no, where sentences say for certain one of them, and none the other.

    Args:
        subjects: the class asked about, and after it those whose functions are its own as well.
        question: the question, without the polite denial of its verb.
        words: its words without those that name the class.
        elsewhere: by spec id of those others, the place that says that their functions are its own.
    """
    known = frozenset().union(*(vocabulary(subject.held.spec.passages) for subject in subjects))
    meant = words_in_normal_wording(corrected(words, known), question)
    asked = proposition(in_normal_wording(question), meant, subjects[0].title)
    if asked is None:
        return None
    for is_other in (False, True):
        looked_through = [one for one in subjects if (one.held.spec_id in elsewhere) is is_other]
        sentences = [one for subject in looked_through for one in _sentences(subject, asked, elsewhere)]
        yes = [one for one in sentences if _says_yes(asked, one, elsewhere)]
        no = [
            one for one in sentences if says_no(asked, in_normal_wording(one.evidence.quote), _context(one, elsewhere))
        ]
        if bool(yes) != bool(no):
            return Proof("Yes" if yes else "No", _as_found(yes or no))
        if yes:
            return None
    return None


def _sentences(subject: Subject, asked: Proposition, elsewhere: Mapping[str, Evidence]) -> Iterator[Candidate]:
    """The sentences of a spec that have all the words asked, each once; of another class's only its functions."""
    is_other = subject.held.spec_id in elsewhere
    seen: set[Evidence] = set()
    is_joined = len(asked.parts) > 1
    for passage in subject.held.spec.passages:
        stems = stems_in(in_normal_wording(passage.embedded_text)) | _context_of(subject, elsewhere)
        if not all(stands_in(word, stems) for word in (asked.needed if is_joined else asked.core)):
            continue
        for one in candidates_in(subject, passage):
            is_function = one.fact is not None and section_of(one.fact.field) == _FUNCTIONS
            if one.evidence not in seen and not one.is_row and (is_function or not is_other):
                seen.add(one.evidence)
                yield one


def _says_yes(asked: Proposition, one: Candidate, elsewhere: Mapping[str, Evidence]) -> bool:
    return says_yes(
        asked,
        in_normal_wording(one.evidence.quote),
        one.subject.title,
        _context(one, elsewhere),
        is_duty=one.evidence.section in _DUTIES,
        is_demand=one.fact is not None and one.fact.field == OTHER_REQUIREMENTS,
    )


def _context(one: Candidate, elsewhere: Mapping[str, Evidence]) -> Collection[str]:
    return _context_of(one.subject, elsewhere)


def _context_of(subject: Subject, elsewhere: Mapping[str, Evidence]) -> frozenset[str]:
    """What the place says that makes the functions of another class its own: where they are done."""
    place = elsewhere.get(subject.held.spec_id)
    return frozenset(word.stem for word in words_of(place.quote)) if place else frozenset()


def _as_found(sentences: Sequence[Candidate]) -> Found:
    shown = tuple(replace(one, score=1.0) for one in sentences[:_MOST_SHOWN])
    return Found(shown, 1.0, 0.0, 0.0, 0.0, _MOST_SHOWN)
