"""A line that names class specs to compare becomes a Comparison."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from assistant.answering.compare import MOST_COMPARED
from ingest.form import SECTION_KEYS
from ui.json_line import Line, read_line


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is to be compared: two to five specs by id, class code or title, in these sections or in all."""

    specs: tuple[str, ...]
    sections: tuple[str, ...] = ()
    id: str | None = None


def _is_section(key: str) -> str:
    if key not in SECTION_KEYS:
        raise PydanticCustomError("section", "There is no such section")
    return key


class _ComparisonLine(Line):
    specs: Annotated[list[str], Field(min_length=2, max_length=MOST_COMPARED)]
    sections: list[Annotated[str, AfterValidator(_is_section)]] = Field(default_factory=list)


def read_comparison_line(line: bytes) -> Comparison:
    """The comparison that one line of UTF-8 JSON asks for.

    Raises:
        InvalidLine: the line is too long, not JSON, not an object, or a key is not as it should be.
    """
    read = read_line(line, _ComparisonLine)
    return Comparison(tuple(read.specs), tuple(read.sections), read.id)
