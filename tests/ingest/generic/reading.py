"""Reading a text as another agency's document, the way the tests of this floor need it."""

from ingest.arrangement import with_pages
from ingest.generic.document import read_generic
from ingest.model import Fact
from ingest.reading import Reading
from ingest.source_text import Heading, SourceText


def reading_of(text: str, headings: tuple[tuple[str, int], ...] = ()) -> Reading:
    """What is read of a text, of which the format marks these words as headings of these levels, in order."""
    marked, position = [], 0
    for words, level in headings:
        position = text.index(words, position)
        marked.append(Heading(position, position + len(words), level))
        position += len(words)
    reading = read_generic(with_pages(SourceText(text, "txt", headings=tuple(marked))))
    assert reading is not None
    return reading


def outline_of(reading: Reading) -> list[tuple[str, str | None]]:
    """The key and heading of each section."""
    return [(section.key, section.heading) for section in reading.sections]


def values_of(facts: tuple[Fact, ...]) -> dict[str, str | None]:
    """The value of each field."""
    return {fact.field: fact.value for fact in facts}


def passages_of(text: str, reading: Reading) -> list[str]:
    """The words of each stretch for passages."""
    return [text[stretch.start : stretch.end] for stretch in reading.stretches]
