"""Reading a short text in the form as facts, with the part that a test is about behind it."""

from ingest.model import ClassSpec
from tests.generation.reading_back import read_back
from tests.ingest.reading import SHORT_FORM, read_as


def spec_with(part: str, suffix: str = ".txt") -> ClassSpec:
    """The spec that a short document with this part at its end is."""
    return read_back((SHORT_FORM + part).encode(), suffix)


def values_in(part: str, suffix: str = ".txt") -> dict[str, tuple[str, str | None]]:
    """The status and value of each fact of a short document with this part at its end."""
    return read_as(spec_with(part, suffix).facts)


def descriptions_in(part: str) -> dict[str, str | None]:
    """The description of each fact of a short document with this part at its end."""
    return {fact.field: fact.description for fact in spec_with(part).facts}
