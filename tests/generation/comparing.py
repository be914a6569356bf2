"""What a reader made of a document against what the document says."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.model import ClassSpec, Fact, Status
from tests.generation.specs import ExpectedFact

_CODED = re.compile(
    r"essential_functions\.\d+\.strength|overall_strength"
    r"|(?:physical_demands|non_physical_demands|health_and_safety|environmental_factors|work_location)\..*"
)
# A word broken at its hyphen is one word.
_BROKEN_AT_HYPHEN = re.compile(r"(?<=\w-) (?=\w)")
_MOJIBAKE = {"â€™": "’", "Ã©": "é"}


class Outcome(StrEnum):
    """How one fact came back."""

    RIGHT = "right"
    ILLEGIBLE = "illegible"
    MISSING = "missing"
    WRONG = "wrong"
    EXTRA = "extra"


@dataclass(frozen=True)
class Difference:
    """A fact that did not come back right: what was to be read (None if nothing) and what was (None if nothing)."""

    outcome: Outcome
    field: str
    expected: str | None
    read: str | None

    @property
    def said(self) -> str:
        """The difference in one line; the parts of a fact are its status, value, description and ISO date."""
        return f"{self.outcome}: {self.field}: expected {self.expected}; read {self.read}"

    @property
    def is_code(self) -> bool:
        """Whether the field is a code, a level or a mark."""
        return _CODED.fullmatch(self.field) is not None


@dataclass(frozen=True)
class Comparison:
    """How many facts there were and what is different; ``misquoted``: fields whose places do not say their words."""

    facts: int
    differences: tuple[Difference, ...]
    misquoted: tuple[str, ...]

    def count(self, outcome: Outcome) -> int:
        """How many facts came back so; a fact too many counts as extra."""
        if outcome is Outcome.RIGHT:
            return self.facts - sum(difference.outcome is not Outcome.EXTRA for difference in self.differences)
        return sum(difference.outcome is outcome for difference in self.differences)

    @property
    def wrong_codes(self) -> tuple[Difference, ...]:
        """The codes, levels and marks of which another value was read, or that the document does not have."""
        return tuple(
            difference
            for difference in self.differences
            if difference.is_code and difference.outcome in (Outcome.WRONG, Outcome.EXTRA)
        )


def compare(expected: Sequence[ExpectedFact], spec: ClassSpec) -> Comparison:
    """Every fact of the document against the spec read from it."""
    return Comparison(len(expected), compare_facts(expected, spec.facts), _misquoted(spec))


def compare_facts(expected: Sequence[ExpectedFact], read: Sequence[Fact]) -> tuple[Difference, ...]:
    """What is different, in the order of the expected facts; a field read twice is once too many."""
    by_field = {fact.field: fact for fact in reversed(read)}
    differences = [_difference(fact, by_field.get(fact.field)) for fact in expected]
    known = {fact.field for fact in expected}
    counted = Counter(fact.field for fact in read)
    extra = [
        Difference(Outcome.EXTRA, fact.field, None, _said(fact.status, fact.value, fact.description, fact.iso))
        for fact in read
        if fact.field not in known or (counted[fact.field] > 1 and fact is not by_field[fact.field])
    ]
    return (*(difference for difference in differences if difference is not None), *extra)


def _difference(expected: ExpectedFact, read: Fact | None) -> Difference | None:
    wanted = _said(expected.status, expected.value, expected.description, expected.iso)
    # A description that is not certain is left out, as a value is that cannot be read.
    without = (expected.status, expected.value, None, expected.iso)
    if read is None:
        return Difference(Outcome.MISSING, expected.field, wanted, None)
    found = _said(read.status, read.value, read.description, read.iso)
    if _plain(found) == _plain(wanted):
        return None
    is_left_out = read.description is None and _plain(_said(*without)) == _plain(found)
    if is_left_out or (read.status is Status.ILLEGIBLE and expected.status == "read"):
        return Difference(Outcome.ILLEGIBLE, expected.field, wanted, found)
    return Difference(Outcome.WRONG, expected.field, wanted, found)


def _said(status: str, value: str | None, description: str | None, iso: str | None) -> str:
    return " | ".join((str(status), str(value), str(description), str(iso)))


def _plain(said: str) -> str:
    """The words with mojibake and Markdown's escapes undone and words broken at a hyphen whole: either way is right."""
    for broken, meant in _MOJIBAKE.items():
        said = said.replace(broken, meant)
    said = said.replace("’", "'").replace("\\|", "|")
    return _BROKEN_AT_HYPHEN.sub("", said)


def _misquoted(spec: ClassSpec) -> tuple[str, ...]:
    """The fields of which the quote does not lie in the text, or the cell not in the quote."""
    text = spec.source.text
    return tuple(
        fact.field
        for fact in spec.facts
        if not 0 <= fact.start <= fact.raw_start <= fact.raw_end <= fact.end <= len(text)
        or text[fact.raw_start : fact.raw_end] != fact.raw
    )
