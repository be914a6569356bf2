"""Every class whose spec says something in these words: complete, unlike a ranking."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from assistant.draft import Evidence, Subject
from assistant.searching.criteria import Mentioned
from assistant.understanding.synonyms import alike
from assistant.understanding.words import stems_in
from index import Library
from ingest.model import Passage
from ingest.sentences import sentences

# More passages than any library of class specs has with one word in common.
_ALL = 100_000
# So many sentences of a class show that it has the words.
MOST_SENTENCES = 3
_SHORT_STEM = 3


def sentences_with(
    library: Library, asked: Mentioned, subject_of: Callable[[str], Subject]
) -> dict[str, list[Evidence]]:
    """The sentences and rows, by spec id, in which all the words stand: each itself, or another that says the same."""
    wanted = [alike(stem) for stem in asked.stems]
    words = " ".join(dict.fromkeys((*asked.words.split(), *(stem for group in wanted for stem in sorted(group)))))
    sharing: defaultdict[str, list[Passage]] = defaultdict(list)
    for hit in library.lexical(words, limit=_ALL):
        sharing[hit.spec_id].append(hit.passage)
    found = {spec_id: _first(spec_id, passages, wanted, subject_of) for spec_id, passages in sharing.items()}
    return {spec_id: places for spec_id, places in found.items() if places}


def _first(
    spec_id: str, passages: list[Passage], wanted: list[frozenset[str]], subject_of: Callable[[str], Subject]
) -> list[Evidence]:
    """The first sentences and rows of a class that have all the words: no more are looked for than are shown."""
    found: list[Evidence] = []
    begun = [{_beginning(stem) for stem in group} for group in wanted]
    may_have_all = [one for one in passages if _begins_all(one.embedded_text.casefold(), begun)]
    for passage in sorted(may_have_all, key=lambda one: one.start):
        if len(found) >= MOST_SENTENCES and passage.start > found[MOST_SENTENCES - 1].start:
            break
        if _has_all(passage.embedded_text, wanted):
            found = sorted([*found, *_within(subject_of(spec_id), passage, wanted)], key=lambda one: one.start)
    return found


def _beginning(stem: str) -> str:
    """Letters that any word of a stem holds; stemming changes the last letter of longer ones, more of short ones."""
    return stem[:-1] if len(stem) > _SHORT_STEM else stem[:1]


def _begins_all(text: str, begun: list[set[str]]) -> bool:
    """Whether a text may have all the words: to stem each of its words takes a hundred times as long as this."""
    return all(any(beginning in text for beginning in group) for group in begun)


def _has_all(text: str, wanted: list[frozenset[str]]) -> bool:
    said = stems_in(text)
    return all(group & said for group in wanted)


def _within(subject: Subject, passage: Passage, wanted: list[frozenset[str]]) -> Iterator[Evidence]:
    """The rows of a passage, or its sentences where it has none, that have all the words."""
    text = subject.held.spec.source.text
    rows = [fact for fact in subject.held.spec.facts if passage.start <= fact.start and fact.end <= passage.end]
    places = [(fact.start, fact.end) for fact in rows] or sentences(text, passage.start, passage.end)
    for start, end in dict.fromkeys(places):
        if _has_all(text[start:end], wanted):
            yield subject.within(passage, start, end)
