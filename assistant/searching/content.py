"""Every class whose spec says something in these words: complete, unlike a ranking."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from assistant.answering.clauses import clauses
from assistant.draft import Evidence, Subject
from assistant.searching.criteria import Mentioned
from assistant.searching.scales import place_of, scale_of
from assistant.understanding.synonyms import alike_together, same_words, words_alike
from assistant.understanding.words import stems, stems_in
from index import Library
from ingest.form import CodeKind
from ingest.model import Fact, Passage, Status
from ingest.sentences import sentences

_ROWS_OF_PROSE = frozenset({"class_requirements", "protective_equipment", "machines_tools"})
# Rows of a label and a code, of which some say in words what is meant.
_ROWS_OF_CODES = frozenset({"physical_demands", "health_and_safety", "environmental_factors", "non_physical_demands"})
# Sections that say what is done, with what and where, and not what is asked of whoever is to do it.
_OF_THE_WORK = frozenset(
    {
        "brief_description",
        "definition",
        "essential_functions",
        "duties",
        "machines_tools",
        "physical_demands",
        "distinguishing_characteristics",
        "work_location",
        "protective_equipment",
        "notes",
    }
)
# Rows for what somebody has to be able to do, and not to show.
_SKILLS = frozenset(
    f"class_requirements.{row}"
    for row in ("reading", "math", "writing", "complexity", "interpersonal", "managerial", "budget", "supervisory")
)
_CLAUSES = re.compile(r"[;.]\s")
_UNREQUIRED = re.compile(
    r"\b(?:preferred|desirable|desired|helpful|a plus|not required|no (?:\w+ ){0,3}?(?:is |are )?required|"
    r"do(?:es)? not|has no|have no)\b",
    re.IGNORECASE,
)
# What of a clause is denied: all up to its end, or to a comma; a limit or a condition denies nothing.
_DENIED = re.compile(
    r"\b(?:do(?:es)? not|is not|are not|(?:may|must|can|will|should) not|never|neither|nor|"
    r"no(?! (?:later|more|less|fewer|longer|earlier)\b))\b(?! only\b)[^,;.:]*",
    re.IGNORECASE,
)
# So many sentences of a class show that it has the words.
MOST_SENTENCES = 3
_SHORT_STEM = 3


def sentences_with(
    library: Library, asked: Collection[Mentioned], subject_of: Callable[[str], Subject], *, together: bool
) -> dict[Mentioned, dict[str, list[Evidence | Fact]]]:
    """The sentences and rows, by spec id, in which all the words of each stand, or others that say the same.

    Of a requirement those that say it is required; where no class requires it, any.

    Args:
        library: what is searched.
        asked: what is looked for.
        subject_of: the class of a spec.
        together: only classes are wanted of which all that is looked for is said.
    """
    required = {one: places for one in asked if one.is_requirement and (places := _required(library, one, subject_of))}
    sharing = {one: _sharing(library, one, lambda _: True) for one in asked if one not in required}
    everywhere = set.intersection(*(set(of_class) for of_class in sharing.values())) if together and sharing else None
    found: dict[Mentioned, dict[str, list[Evidence | Fact]]] = {}
    for one, of_class in sharing.items():
        wanted = alike_together(one.stems)
        ids = of_class if everywhere is None else [spec_id for spec_id in of_class if spec_id in everywhere]
        places = {spec_id: _first(spec_id, of_class[spec_id], wanted, subject_of) for spec_id in ids}
        found[one] = {spec_id: evidence for spec_id, evidence in places.items() if evidence}
    return found | required


def _sharing(library: Library, asked: Mentioned, is_meant: Callable[[Passage], bool]) -> dict[str, list[Passage]]:
    """The passages that are meant, by spec id, that have all the words."""
    wanted = alike_together(asked.stems)
    written = {stem: word for word in asked.words.split() for stem in stems(word)}
    # An index may know a word by another stem, and so by its beginning.
    groups = [
        {*group, *(written[stem] for stem in group if stem in written), *words_alike(group), *map(_beginning, group)}
        for group in wanted
    ]
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for hit in library.with_all(groups):
        if is_meant(hit.passage) and _has_all(hit.passage.embedded_text, wanted):
            found[hit.spec_id].append(hit.passage)
    return found


def _required(
    library: Library, asked: Mentioned, subject_of: Callable[[str], Subject]
) -> dict[str, list[Evidence | Fact]]:
    """The rows and sentences outside of what is done and used that ask for something, and do not only prefer it."""
    wanted = same_words(asked.stems)
    sharing = _sharing(library, asked, lambda passage: passage.section not in _OF_THE_WORK)
    found: dict[str, list[Evidence | Fact]] = {}
    for spec_id, passages in sharing.items():
        places = _first(spec_id, passages, wanted, subject_of)
        asking = [one for one in places if not _is_of_skill(one) and asks_for(_said(one), wanted)]
        if asking:
            found[spec_id] = asking
    return found


def _said(place: Evidence | Fact) -> str:
    return place.quote if isinstance(place, Evidence) else place.value or ""


def _is_of_skill(place: Evidence | Fact) -> bool:
    return isinstance(place, Fact) and place.field in _SKILLS


def asks_for(said: str, wanted: Sequence[frozenset[str]]) -> bool:
    """Whether one clause of a text has all the words and neither denies nor only prefers it."""
    return any(_has_all(clause, wanted) and not _UNREQUIRED.search(clause) for clause in _CLAUSES.split(said))


def denies_some(said: str) -> bool:
    """Whether a text denies something, or only prefers it."""
    return _UNREQUIRED.search(said) is not None


def _first(
    spec_id: str, passages: list[Passage], wanted: Sequence[frozenset[str]], subject_of: Callable[[str], Subject]
) -> list[Evidence | Fact]:
    """The first sentences and rows of a class that have all the words: no more are looked for than are shown."""
    found: list[Evidence | Fact] = []
    for passage in sorted(passages, key=lambda one: one.start):
        if len(found) >= MOST_SENTENCES and passage.start > found[MOST_SENTENCES - 1].start:
            break
        found = sorted([*found, *_within(subject_of(spec_id), passage, wanted)], key=lambda one: one.start)
    return found


def _beginning(stem: str) -> str:
    """How any word of a stem begins; stemming changes the last letter of longer ones, and short ones stand alone."""
    return f"{stem[:-1]}*" if len(stem) > _SHORT_STEM else stem


def _has_all(text: str, wanted: Sequence[frozenset[str]]) -> bool:
    said = stems_in(text)
    return all(group & said for group in wanted)


def _within(subject: Subject, passage: Passage, wanted: Sequence[frozenset[str]]) -> Iterator[Evidence | Fact]:
    """The rows of a passage, or its sentences where it has none, that have all the words; no row coded as never."""
    text = subject.held.spec.source.text
    rows = [fact for fact in subject.held.spec.facts if passage.start <= fact.start and fact.end <= passage.end]
    absent = {(fact.start, fact.end) for fact in rows if _is_never(fact, subject) or _only_names(fact, wanted)}
    prose = {(fact.start, fact.end): fact for fact in rows if _is_row_of_prose(fact)}
    places = [(fact.start, fact.end) for fact in rows] or sentences(text, passage.start, passage.end)
    for start, end in dict.fromkeys(places):
        said = text[start:end]
        if (start, end) not in absent and _has_all(said, wanted) and not _is_denied(said, wanted):
            yield prose.get((start, end)) or subject.within(passage, start, end)


def _is_denied(said: str, wanted: Sequence[frozenset[str]]) -> bool:
    """Whether each clause of a sentence that has all the words denies what they say."""
    saying = [clause.text for clause in clauses(said) if _has_all(clause.text, wanted)]
    return bool(saying) and all(only_denies(clause, wanted) for clause in saying)


def only_denies(clause: str, wanted: Sequence[frozenset[str]]) -> bool:
    """Whether what a clause has of some words is all denied: "asks for supplies but does not approve purchases"."""
    denied, rest = stems_in(" ".join(_DENIED.findall(clause))), stems_in(_DENIED.sub(" ", clause))
    return any(group & denied for group in wanted) and not any(group & rest for group in wanted)


def _is_never(fact: Fact, subject: Subject) -> bool:
    """Whether a row says that there is none of what it names; the least strength of a duty says no such thing."""
    return scale_of(fact.field) is not CodeKind.STRENGTH and place_of(fact, subject.held.spec.legends) == 0


def _only_names(fact: Fact, wanted: Sequence[frozenset[str]]) -> bool:
    """Whether a coded row has the words in its label alone: "Fire Hazards" says nothing of who puts out fires."""
    if fact.field.partition(".")[0] not in _ROWS_OF_CODES:
        return False
    described = stems_in(fact.description or "")
    return not any(group & described for group in wanted)


def _is_row_of_prose(fact: Fact) -> bool:
    """Whether a row is a cell of its own that is read: what it says is shown as a value."""
    return fact.field.partition(".")[0] in _ROWS_OF_PROSE and fact.status is Status.READ and bool(fact.value)
