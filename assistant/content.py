"""Every class whose spec says something in these words: complete, unlike a ranking."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from assistant.criteria import Mentioned
from assistant.draft import Evidence, Subject
from assistant.synonyms import alike
from assistant.words import words_of
from index import Library
from ingest.model import Passage
from ingest.sentences import sentences

# More passages than any library of class specs has with one word in common.
_ALL = 100_000


def sentences_with(
    library: Library, asked: Mentioned, subject_of: Callable[[str], Subject]
) -> dict[str, list[Evidence]]:
    """The sentences and rows, by spec id, in which all the words stand: each itself, or another that says the same."""
    wanted = [alike(stem) for stem in asked.stems]
    words = " ".join(dict.fromkeys((*asked.words.split(), *(stem for group in wanted for stem in sorted(group)))))
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for hit in library.lexical(words, limit=_ALL):
        if _has_all(hit.passage.embedded_text, wanted):
            found[hit.spec_id] += _within(subject_of(hit.spec_id), hit.passage, wanted)
    return {spec_id: sorted(places, key=lambda one: one.start) for spec_id, places in found.items() if places}


def _has_all(text: str, wanted: list[frozenset[str]]) -> bool:
    said = {word.stem for word in words_of(text)}
    return all(group & said for group in wanted)


def _within(subject: Subject, passage: Passage, wanted: list[frozenset[str]]) -> Iterator[Evidence]:
    """The rows of a passage, or its sentences where it has none, that have all the words."""
    text = subject.held.spec.source.text
    rows = [fact for fact in subject.held.spec.facts if passage.start <= fact.start and fact.end <= passage.end]
    places = [(fact.start, fact.end) for fact in rows] or sentences(text, passage.start, passage.end)
    for start, end in dict.fromkeys(places):
        if _has_all(text[start:end], wanted):
            yield subject.within(passage, start, end)
