"""Classes found by filters, with what qualifies each, those of which it cannot be told, and a count for each filter.

The judging is that of questions asked of all classes, so both find the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answer import Answer, Outcome, Question, Route
from assistant.draft import Cell, Draft, Evidence, Subject
from assistant.holdings import Holdings
from assistant.render import render
from assistant.searching.content import sentences_with
from assistant.searching.criteria import KIND_OF, OTHER_REQUIREMENTS, Coded, Criterion, Mentioned
from assistant.searching.filters import (
    EDUCATION,
    EXPERIENCE,
    FIELDS,
    PLACES,
    STRENGTH,
    TEXT,
    Filter,
    Filters,
    criterion_of,
    is_filter,
    options,
)
from assistant.searching.held_values import HeldValues
from assistant.searching.matching import Standing, Verdict, judged
from assistant.wording import cell
from index import Library, SpecEntry
from ingest.model import Fact, Qualification, QualificationKind

Shown = Fact | Qualification | Evidence
_KINDS = (*KIND_OF.values(), QualificationKind.DRIVER_LICENCE, QualificationKind.COMMERCIAL_LICENCE)
_TEXTS_KEPT = 32


@dataclass(frozen=True, slots=True)
class Finding:
    """A class as it stands to the filters, and what of its spec decides it.

    ``title`` tells it apart from those that other agencies call the same. Beside it stand the values that a table of
    classes shows of each, whatever was filtered by: its overall strength, and the schooling and experience required.
    """

    entry: SpecEntry
    title: str
    standing: Standing
    shown: tuple[Shown, ...]
    strength: Fact | None
    education: Qualification | None
    experience: Qualification | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What filters find among the classes held, both in the order of their titles.

    ``counts`` says for each filter on offer how many classes would be found were it chosen too, in the place of
    another on its field; ``without``, for each chosen one, how many were it not.
    """

    filters: Filters
    held: int
    found: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    counts: Mapping[Filter, int]
    without: Mapping[Filter, int]


class Catalogue:
    """The current classes of one state of a library, with every value that filters look at, read at once."""

    def __init__(self, holdings: Holdings) -> None:
        """One query for the facts and one for the qualifications; words of the text are found as they are asked for."""
        library = holdings.library
        self.holdings = holdings
        self._subjects: dict[str, Subject] = {}
        facts = library.facts({*FIELDS, OTHER_REQUIREMENTS})
        self.values = HeldValues(
            holdings.classes,
            facts,
            library.qualifications(_KINDS),
            _Mentions(library, self.subject),
            lambda spec_id: holdings.held(spec_id).spec.legends,
        )
        self._stating = facts
        self._meeting: dict[Filter, frozenset[str]] = {}

    def is_of(self, holdings: Holdings) -> bool:
        """Whether the library is still in this state: it makes its entries anew whenever something changes."""
        own, now = self.holdings.entries, holdings.entries
        return len(own) == len(now) and all(one is other for one, other in zip(own, now, strict=True))

    def answer(self, finding: Finding) -> Answer:
        """What decides of a class, with the exact words of its spec."""
        return qualifying(finding, self.subject)

    def subject(self, spec_id: str) -> Subject:
        """A class with its spec, remembered: many are looked at for one search."""
        known = self._subjects.get(spec_id)
        return known or self._subjects.setdefault(spec_id, self.holdings.subject(spec_id))

    @cached_property
    def offered(self) -> tuple[Filter, ...]:
        """Every filter that can be chosen: the departments and agencies are those of the classes held."""
        stated = [(field, getattr(entry, field)) for entry in self.holdings.classes for field in PLACES]
        named = (Filter(field, " ".join(name.split())) for field, name in stated if name)
        places = {criterion_of(one): one for one in named if is_filter(one)}
        return (*(one for field in FIELDS for one in options(field)), *sorted(places.values()))

    def verdict(self, criterion: Criterion | None, spec_id: str) -> Verdict:
        """How a class stands to a criterion."""
        return judged(criterion, spec_id, self.values)

    def meeting(self, one: Filter) -> frozenset[str]:
        """The ids of the classes that meet a filter alone."""
        if one.field == TEXT:
            return self._judged_to_meet(one)
        if one not in self._meeting:
            self._meeting[one] = self._judged_to_meet(one)
        return self._meeting[one]

    def _judged_to_meet(self, one: Filter) -> frozenset[str]:
        criterion = criterion_of(one)
        # No limit is met by a row that the document does not have, and only the home form has these.
        asked = (
            self._stating.get(one.field, {})
            if isinstance(criterion, Coded)
            else [entry.spec_id for entry in self.holdings.classes]
        )
        return frozenset(spec_id for spec_id in asked if self.verdict(criterion, spec_id).standing is Standing.MEETS)

    def finding(self, entry: SpecEntry, verdict: Verdict) -> Finding:
        """A class with its verdict and the values that are shown of every class."""
        education, experience = (
            next((one for one in self.values.qualifications(entry.spec_id, (kind,)) if one.is_required), None)
            for kind in (KIND_OF[EDUCATION], KIND_OF[EXPERIENCE])
        )
        return Finding(
            entry,
            self.holdings.titles[entry.spec_id],
            verdict.standing,
            tuple(dict.fromkeys(verdict.shown)),
            self.values.fact(entry.spec_id, STRENGTH),
            education,
            experience,
        )


class _Mentions(Mapping[Mentioned, Mapping[str, Sequence[Evidence | Fact]]]):
    """The sentences with some words, by spec id, each found when it is first asked for; the last few are kept."""

    def __init__(self, library: Library, subject_of: Callable[[str], Subject]) -> None:
        self._library = library
        self._subject_of = subject_of
        self._found: dict[Mentioned, Mapping[str, Sequence[Evidence | Fact]]] = {}

    def __getitem__(self, asked: Mentioned) -> Mapping[str, Sequence[Evidence | Fact]]:
        found = self._found.get(asked)
        if found is None:
            found = sentences_with(self._library, [asked], self._subject_of, together=True)[asked]
            kept = list(self._found.items())[1 - _TEXTS_KEPT :]
            self._found = dict([*kept, (asked, found)])
        return found

    def __iter__(self) -> Iterator[Mentioned]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class Finder:
    """Finds classes by filters; threads may share it. It reads the library again only when something changed in it."""

    def __init__(self, library: Library) -> None:
        """Nothing is read yet."""
        self._library = library
        self._catalogue: Catalogue | None = None

    def find(self, filters: Filters) -> Findings:
        """The classes that meet all the filters, complete, with those of which it cannot be told."""
        return find(self.catalogue(), filters)

    def catalogue(self) -> Catalogue:
        """The classes as they are held now."""
        holdings = Holdings(self._library)
        known = self._catalogue
        if known is None or not known.is_of(holdings):
            known = self._catalogue = Catalogue(holdings)
        return known


def find(catalogue: Catalogue, filters: Filters) -> Findings:
    """The classes that meet all the filters, complete, with those of which it cannot be told."""
    criterion = filters.criterion
    classes = catalogue.holdings.classes
    verdicts = [(entry, catalogue.verdict(criterion, entry.spec_id)) for entry in classes]
    decided = (Standing.MEETS, Standing.FAILS)
    return Findings(
        filters=filters,
        held=len(classes),
        found=tuple(catalogue.finding(*one) for one in verdicts if one[1].standing is Standing.MEETS),
        undecided=tuple(catalogue.finding(*one) for one in verdicts if one[1].standing not in decided),
        counts=_counts(catalogue, filters),
        without={one: len(_meeting_all(catalogue, filters.beside(one.field))) for one in filters.chosen},
    )


def _counts(catalogue: Catalogue, filters: Filters) -> dict[Filter, int]:
    """How many would be found with each filter on offer, or with the one chosen where it is not among them."""
    every = _meeting_all(catalogue, filters.chosen)
    beside = {one.field: _meeting_all(catalogue, filters.beside(one.field)) for one in filters.chosen}
    return {
        one: len(beside.get(one.field, every) & catalogue.meeting(one))
        for one in dict.fromkeys((*catalogue.offered, *filters.chosen))
    }


def _meeting_all(catalogue: Catalogue, chosen: Iterable[Filter]) -> frozenset[str]:
    every = frozenset(entry.spec_id for entry in catalogue.holdings.classes)
    return every.intersection(*(catalogue.meeting(one) for one in chosen))


def qualifying(finding: Finding, subject_of: Callable[[str], Subject]) -> Answer:
    """What decides of a class, as an answer about it alone: the values with their rows, and sentences of the text."""
    shown = dict.fromkeys(_cell(subject_of(finding.entry.spec_id), one) for one in finding.shown)
    cells = tuple(one for one in shown if isinstance(one, Cell))
    sentences = tuple(one for one in shown if isinstance(one, Evidence))
    draft = Draft(Outcome.ANSWERED, Route.SEARCH, (sentences,), cells, (finding.title,))
    return render(draft, Question(finding.title))


def _cell(subject: Subject, one: Shown) -> Cell | Evidence:
    if isinstance(one, Fact):
        return cell(subject, one)
    if isinstance(one, Evidence):
        return one
    row = subject.fact(one.field)
    if row is not None:
        return cell(subject, row)
    evidence = subject.evidence(one.field, one.page, one.start, one.end)
    return Cell(subject.title, one.field, evidence.quote, " ".join(evidence.quote.split()), evidence)
