"""Every class whose spec says something in these words: complete, unlike a ranking."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

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
    library: Library, asked: Collection[Mentioned], subject_of: Callable[[str], Subject], *, together: bool
) -> dict[Mentioned, dict[str, list[Evidence]]]:
    """The sentences and rows, by spec id, in which all the words of each stand, or others that say the same.

    Args:
        library: what is searched.
        asked: what is looked for.
        subject_of: the class of a spec.
        together: only classes are wanted of which all that is looked for is said.
    """
    sharing = {one: _sharing(library, one) for one in asked}
    everywhere = set.intersection(*(set(of_class) for of_class in sharing.values())) if together and asked else None
    found: dict[Mentioned, dict[str, list[Evidence]]] = {}
    for one, of_class in sharing.items():
        wanted = [alike(stem) for stem in one.stems]
        ids = of_class if everywhere is None else [spec_id for spec_id in of_class if spec_id in everywhere]
        places = {spec_id: _first(spec_id, of_class[spec_id], wanted, subject_of) for spec_id in ids}
        found[one] = {spec_id: evidence for spec_id, evidence in places.items() if evidence}
    return found


def _sharing(library: Library, asked: Mentioned) -> dict[str, list[Passage]]:
    """The passages, by spec id, that have all the words."""
    wanted = [alike(stem) for stem in asked.stems]
    begun = [{_beginning(stem) for stem in group} for group in wanted]
    words = " ".join(dict.fromkeys((*asked.words.split(), *(stem for group in wanted for stem in sorted(group)))))
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for hit in library.lexical(words, limit=_ALL):
        text = hit.passage.embedded_text
        if _begins_all(text.casefold(), begun) and _has_all(text, wanted):
            found[hit.spec_id].append(hit.passage)
    return found


def _first(
    spec_id: str, passages: list[Passage], wanted: list[frozenset[str]], subject_of: Callable[[str], Subject]
) -> list[Evidence]:
    """The first sentences and rows of a class that have all the words: no more are looked for than are shown."""
    found: list[Evidence] = []
    for passage in sorted(passages, key=lambda one: one.start):
        if len(found) >= MOST_SENTENCES and passage.start > found[MOST_SENTENCES - 1].start:
            break
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
