"""What is read of a document before it is known which file it came from."""

from dataclasses import dataclass

from ingest.model import Fact, Issue, LegendEntry, Section
from ingest.passages import Stretch


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a document or of a part of it, each kind in document order.

    ``members`` are the classes of a series document, in its order.
    """

    sections: tuple[Section, ...] = ()
    legends: tuple[LegendEntry, ...] = ()
    facts: tuple[Fact, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    issues: tuple[Issue, ...] = ()
    members: tuple["MemberReading", ...] = ()


@dataclass(frozen=True, slots=True)
class MemberReading:
    """One class of a series: its title and code as the series states them, and all that the document says of it."""

    title: str
    code: str | None
    reading: Reading
