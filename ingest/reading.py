"""What is read of a document before it is known which file it came from."""

from dataclasses import dataclass

from ingest.model import Fact, Issue, LegendEntry, Section
from ingest.passages import Stretch


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a document or of a part of it, each kind in document order.

    ``members`` are the classes of a series document, in its order, each with all that the document says of it.
    """

    sections: tuple[Section, ...] = ()
    legends: tuple[LegendEntry, ...] = ()
    facts: tuple[Fact, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    issues: tuple[Issue, ...] = ()
    members: tuple["Reading", ...] = ()
