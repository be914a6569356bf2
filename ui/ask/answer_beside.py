"""What the page shows beside an answer's own words: what decoded codes mean, how old its specs are, where they open."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from assistant.answer import Answer
from assistant.draft import Subject, section_of
from assistant.holdings import Holdings
from assistant.wording import is_coded, legends_for
from index import Library, SpecEntry, UnknownSpec
from ui.ask.asked_about import Candidate, candidates_of

# Each meaning is looked up in a spec: an answer about hundreds of classes is not held up by them.
_MOST_SPECS = 40


@dataclass(frozen=True, slots=True)
class Meaning:
    """The decoded word of a code, and what the spec's own legend says that it means."""

    word: str
    meaning: str


@dataclass(frozen=True)
class Beside:
    """What stands beside an answer.

    ``meanings`` are by the number of the citation whose row has the code; ``revised`` and ``adopted`` by spec id, in
    the spec's words; ``specs`` are the id and the title of each class that the answer is about; ``candidates`` those
    that may be meant where it asks back.
    """

    meanings: Mapping[int, tuple[Meaning, ...]] = field(default_factory=dict)
    revised: Mapping[str, str] = field(default_factory=dict)
    adopted: Mapping[str, str] = field(default_factory=dict)
    specs: tuple[tuple[str, str], ...] = ()
    candidates: tuple[Candidate, ...] = ()


def beside(answer: Answer, library: Library) -> Beside:
    """What a library says beside an answer; nothing of specs that it holds no longer."""
    holdings = Holdings(library)
    cited = {citation.spec_id for citation in answer.citations}
    entries = [entry for entry in holdings.entries if entry.spec_id in cited]
    about = [entry for entry in holdings.classes if holdings.titles[entry.spec_id] in answer.classes]
    return Beside(
        _meanings(answer, library),
        {entry.spec_id: entry.revised for entry in entries if entry.revised},
        {entry.spec_id: entry.adopted for entry in entries if entry.adopted},
        tuple(_titled(about, holdings)),
        candidates_of(answer, library),
    )


def _titled(entries: list[SpecEntry], holdings: Holdings) -> Iterator[tuple[str, str]]:
    for entry in entries:
        yield entry.spec_id, holdings.titles[entry.spec_id]


def _meanings(answer: Answer, library: Library) -> dict[int, tuple[Meaning, ...]]:
    citations = {citation.n: citation for citation in answer.citations}
    specs = dict.fromkeys(citation.spec_id for citation in answer.citations)
    subjects: dict[str, Subject] = {}
    for spec_id in list(specs)[:_MOST_SPECS]:
        with suppress(UnknownSpec):
            subjects[spec_id] = Subject(library.held(spec_id), "")
    found: dict[int, dict[Meaning, None]] = defaultdict(dict)
    for value in answer.values:
        citation = citations.get(value.citation or 0)
        if citation is None or value.value is None or not is_coded(value.field) or citation.spec_id not in subjects:
            continue
        sections = legends_for(section_of(value.field))
        entry = subjects[citation.spec_id].legend(sections, value.raw, value.value)
        if entry is not None and entry.meaning:
            found[citation.n][Meaning(value.value, entry.meaning)] = None
    return {n: tuple(meanings) for n, meanings in found.items()}
