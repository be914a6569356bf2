"""Reading a text as a spec, or as one block of a section, the way the tests of this floor need it."""

from collections.abc import Iterable
from pathlib import Path

from ingest import read_spec
from ingest.arrangement import with_pages
from ingest.model import ClassSpec, Fact, Repair
from ingest.norfolk.sectioning import Block
from ingest.source_text import Line, SourceText, lines

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
GOLDEN = ROOT / "tests" / "golden"
SEED = SAMPLES / "utility-customer-service-manager.txt"
# A document in the form with three sections, to which a test adds the part that it is about.
SHORT_FORM = (
    "Class Title: Clerk\n\nBRIEF DESCRIPTION OF THE CLASSIFICATION:\n\nThe clerk keeps the files of the department.\n\n"
    "MACHINES, TOOLS, EQUIPMENT, AND WORK AIDS:\n\nTelephone.\n\nPROTECTIVE EQUIPMENT REQUIRED:\n\nNone\n\n"
)


def spec_of(folder: Path, text: str) -> ClassSpec:
    """The spec that a text file with these words is."""
    path = folder / "spec.txt"
    path.write_bytes(text.encode())
    return read_spec(path)


def body_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text without its page footers."""
    source = with_pages(SourceText(text, "txt"))
    return lines(text, source.pages, source.furniture)


def block_of(key: str, text: str) -> Block:
    """The whole text as the lines of one section."""
    return Block(key, None, 0, body_lines(text))


def fact_of(facts: Iterable[Fact], field: str) -> Fact:
    """The one fact of a field."""
    (found,) = (fact for fact in facts if fact.field == field)
    return found


def read_as(facts: Iterable[Fact]) -> dict[str, tuple[str, str | None]]:
    """The status and value of each field."""
    return {fact.field: (fact.status.value, fact.value) for fact in facts}


def rules(repairs: Iterable[Repair]) -> list[str]:
    """The rules of the repairs, in order."""
    return [repair.rule for repair in repairs]
