"""The values of classes that criteria look at."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from assistant.draft import Evidence, Subject
from assistant.holdings import Holdings
from assistant.searching.content import sentences_with
from assistant.searching.criteria import AllOf, Criterion, Mentioned, Qualified, Single, fields_of, singles
from index import SpecEntry
from ingest.model import Fact, LegendEntry, Qualification, QualificationKind, Status

KINDS_OF = {
    # Whoever needs a commercial licence needs a driver's licence.
    QualificationKind.DRIVER_LICENCE: (QualificationKind.DRIVER_LICENCE, QualificationKind.COMMERCIAL_LICENCE),
}


class HeldValues:
    """The values of some classes that criteria look at."""

    def __init__(
        self,
        entries: Iterable[SpecEntry],
        facts: Mapping[str, Mapping[str, Fact]],
        qualifications: Mapping[QualificationKind, Mapping[str, Sequence[Qualification]]],
        mentions: Mapping[Mentioned, Mapping[str, Sequence[Evidence | Fact]]],
        legends: Callable[[str], Sequence[LegendEntry]],
    ) -> None:
        """Facts are by field, qualifications by kind, and both by the id of their spec, as are ``legends``."""
        self._entries = {entry.spec_id: entry for entry in entries}
        self._facts = facts
        self._qualifications = qualifications
        self._mentions = mentions
        self._counts: dict[str, Counter[str | None]] = {}
        self.legends = legends

    @classmethod
    def of_all(cls, holdings: Holdings, criteria: Iterable[Criterion]) -> "HeldValues":
        """What all current classes have of it, by one query a kind."""
        criteria = tuple(criteria)
        asked = [single for criterion in criteria for single in singles(criterion)]
        mentioned = dict.fromkeys(one for one in asked if isinstance(one, Mentioned))
        library = holdings.library
        return cls(
            holdings.classes,
            library.facts(fields_of(asked)),
            library.qualifications(_kinds(asked)),
            sentences_with(library, mentioned, holdings.subject, together=_is_wanted_together(criteria)),
            lambda spec_id: holdings.held(spec_id).spec.legends,
        )

    @classmethod
    def of_one(cls, entry: SpecEntry, subject: Subject) -> "HeldValues":
        """What one class has, whatever is looked at but its prose."""
        spec, spec_id = subject.held.spec, subject.held.spec_id
        facts = {fact.field: {spec_id: fact} for fact in spec.facts}
        kinds: defaultdict[QualificationKind, dict[str, list[Qualification]]] = defaultdict(lambda: {spec_id: []})
        for one in spec.qualifications:
            kinds[one.kind][spec_id].append(one)
        return cls([entry], facts, kinds, {}, lambda _: spec.legends)

    def fact(self, spec_id: str, field: str) -> Fact | None:
        """The fact of a class, if its document has the place."""
        of_field = self._facts.get(field)
        return of_field.get(spec_id) if of_field is not None else None

    def qualifications(self, spec_id: str, kinds: Collection[QualificationKind]) -> list[Qualification]:
        """What a class asks for of some kinds, required or not."""
        return [one for kind in kinds for one in self._qualifications.get(kind, {}).get(spec_id, ())]

    def mentions(self, spec_id: str, asked: Mentioned) -> Sequence[Evidence | Fact]:
        """The sentences of a class in which the words stand."""
        return self._mentions.get(asked, {}).get(spec_id, ())

    def stated(self, spec_id: str, field: str) -> str | None:
        """What is held of a class's department or agency, wherever it was stated."""
        entry = self._entries[spec_id]
        return {"department": entry.department, "agency": entry.agency, "service": entry.service}.get(field)

    def series(self, spec_id: str) -> str | None:
        """The document of the series that a class belongs to, if it belongs to one."""
        return self._entries[spec_id].series

    def said(self, spec_id: str, field: str) -> str | None:
        """What is held of a field of a class, folded, wherever it was stated; null where that is not read."""
        fact = self.fact(spec_id, field)
        value = fact.value if fact is not None and fact.status is Status.READ else self.stated(spec_id, field)
        return folded_value(value) if value else None

    def count(self, field: str, said: str) -> int:
        """How many of the classes have a value of a field."""
        if field not in self._counts:
            self._counts[field] = Counter(self.said(spec_id, field) for spec_id in self._entries)
        return self._counts[field][said]


def _is_wanted_together(criteria: Sequence[Criterion]) -> bool:
    """Whether words alone are looked for, and all of them are wanted of one class."""
    parts = [part for one in criteria for part in (one.parts if isinstance(one, AllOf) else (one,))]
    return all(isinstance(part, Mentioned) and part.is_wanted for part in parts)


def _kinds(criteria: Iterable[Single]) -> set[QualificationKind]:
    asked = (one.kind for one in criteria if isinstance(one, Qualified))
    return {kind for one in asked for kind in KINDS_OF.get(one, (one,))}


def folded_value(said: str) -> str:
    """A value as values are compared: without regard to case and white space."""
    return " ".join(said.casefold().split())
