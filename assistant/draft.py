"""An answer before its citations are numbered: words, and the evidence for them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.answer import Outcome, Reason, Route
from index import HeldSpec
from ingest.model import Fact, Form, LegendEntry, Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a spec's source text, and the exact words that stand there."""

    spec_id: str
    class_title: str
    section: str
    quote: str
    source: str
    page: int | None
    start: int
    end: int


# A line of an answer: words, and the evidence for the words before it.
Line = tuple[str | Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that the answer states, with the row that shows it."""

    class_title: str
    field: str
    raw: str
    value: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be answered, to be verified and then rendered; ``counts`` are its numbers of classes held."""

    outcome: Outcome
    route: Route
    lines: tuple[Line, ...]
    cells: tuple[Cell, ...] = ()
    classes: tuple[str, ...] = ()
    reason: Reason | None = None
    remark: str | None = None
    counts: frozenset[int] = frozenset()

    def remarked(self, remark: str | None) -> "Draft":
        """The draft with one more remark."""
        return replace(self, remark=" ".join(filter(None, (self.remark, remark))) or None)

    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence in the order in which the text first refers to it, then what only a cell refers to."""
        in_text = (piece for line in self.lines for piece in line if isinstance(piece, Evidence))
        in_cells = (cell.evidence for cell in self.cells if cell.evidence is not None)
        return tuple(dict.fromkeys((*in_text, *in_cells)))


@dataclass(frozen=True, slots=True)
class Subject:
    """A class that is asked about: the spec held, and the title that the answer calls it by."""

    held: HeldSpec
    title: str

    def fact(self, field: str) -> Fact | None:
        """The fact of a field path, if the document has the place; "essential_functions.-1" is the last function."""
        wanted = self._counted(field) if ".-" in field else field
        return next((fact for fact in self.held.spec.facts if fact.field == wanted), None)

    def _counted(self, field: str) -> str:
        """The path of a numbered row whose number is counted from the end."""
        section, from_end, *rest = field.split(".")
        rows = [fact.field for fact in self.facts(section) if fact.field.count(".") == 1]
        return ".".join((rows[int(from_end)], *rest)) if -int(from_end) <= len(rows) else field

    def facts(self, section: str) -> tuple[Fact, ...]:
        """The facts of a section, in the document's order."""
        return tuple(fact for fact in self.held.spec.facts if section_of(fact.field) == section)

    def legend(self, sections: Iterable[str], code: str, word: str | None) -> LegendEntry | None:
        """The entry of the spec's own legend for these sections that decodes to the word; of several, the code's."""
        wanted = set(sections)
        entries = [entry for entry in self.held.spec.legends if entry.section in wanted and entry.word == word]
        of_code = [entry for entry in entries if entry.code.casefold() == code.strip().casefold()]
        return next(iter((*of_code, *entries)), None)

    def row(self, fact: Fact) -> Evidence:
        """The evidence for a fact: its row."""
        return self.evidence(self._section_around(fact), fact.page, fact.start, fact.end)

    def _section_around(self, fact: Fact) -> str:
        """The section that shows a fact: other forms than the home form state a header's facts wherever they like."""
        named = section_of(fact.field)
        if self.held.spec.form is Form.NORFOLK:
            return named
        around = [s.key for s in self.held.spec.sections if s.start <= fact.start and fact.end <= s.end]
        return named if named in around or not around else around[0]

    def of_legend(self, entry: LegendEntry) -> Evidence:
        """The evidence for a legend entry: the legend."""
        return self.evidence(entry.section, entry.page, entry.start, entry.end)

    def within(self, passage: Passage, start: int, end: int) -> Evidence:
        """The evidence for a part of a passage."""
        return self.evidence(passage.section, passage.page, start, end)

    def evidence(self, section: str, page: int | None, start: int, end: int) -> Evidence:
        """The evidence at a place of the source text."""
        source = self.held.spec.source
        name = source.path.replace("\\", "/").rpartition("/")[2]
        return Evidence(self.held.spec_id, self.title, section, source.text[start:end], name, page, start, end)


HEADER_FIELDS = frozenset(
    {"title", "code", "agency", "department", "adopted", "revised", "service", "salary", "open_date"}
)


def section_of(field: str) -> str:
    """The section key that a field path belongs to."""
    return "header" if field in HEADER_FIELDS else field.partition(".")[0]
