"""What becomes of a document when it is read in the reading process."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from pathlib import Path

from ingest import IngestError, ReadingProcess
from ingest.model import Box, ClassSpec, LegendEntry, Passage, Section


class Outcome(StrEnum):
    """How reading a document ended; the first two are what is wanted."""

    READ = "read"
    REFUSED = "refused"
    WRONG = "wrong places"
    CRASHED = "crashed"
    HUNG = "hung"
    MEMORY = "out of memory"


def outcome_of(reading: ReadingProcess, path: Path) -> tuple[Outcome, str]:
    """How reading a file ends, and the sentence that says why where it was not read."""
    try:
        specs = reading.read(path)
    except IngestError as refusal:
        return _outcome(str(refusal)), str(refusal)
    wrong = next(chain.from_iterable(map(_wrong_places, specs)), None)
    return (Outcome.WRONG, wrong) if wrong else (Outcome.READ, "")


def _outcome(sentence: str) -> Outcome:
    if sentence.startswith("reading it ended"):
        return Outcome.CRASHED
    if sentence.startswith("reading it took"):
        return Outcome.MEMORY if sentence.endswith("memory") else Outcome.HUNG
    return Outcome.REFUSED


def _wrong_places(spec: ClassSpec) -> Iterable[str]:
    """What does not say of a spec where in its text it stands."""
    text = spec.source.text
    for fact in spec.facts:
        if not 0 <= fact.start <= fact.raw_start <= fact.raw_end <= fact.end <= len(text):
            yield f"{fact.field} is at {fact.start}-{fact.end}, its cell at {fact.raw_start}-{fact.raw_end}"
        elif text[fact.raw_start : fact.raw_end] != fact.raw:
            yield f"{fact.field} is not what its cell says"
    placed: tuple[Section | LegendEntry | Passage | Box, ...] = (
        *spec.sections, *spec.legends, *spec.passages, *spec.source.boxes,
    )  # fmt: skip
    for each in placed:
        if not 0 <= each.start <= each.end <= len(text):
            yield f"a {type(each).__name__} is at {each.start}-{each.end} of {len(text)}"
