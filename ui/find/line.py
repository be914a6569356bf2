"""A line that asks for classes by filters becomes the Filters."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from assistant import Filters, read_filters
from ui.json_line import Line, read_line


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters that a line holds, and its id."""

    filters: Filters
    id: str | None = None


def _are_filters(named: dict[str, str]) -> dict[str, str]:
    _, unknown = read_filters(named.items())
    if unknown:
        raise PydanticCustomError(
            "filter",
            "There is no filter “{field}” with the value “{wanted}”",
            {"field": unknown[0].field, "wanted": unknown[0].wanted},
        )
    return named


class _FindLine(Line):
    filters: Annotated[dict[str, str], AfterValidator(_are_filters)]


def read_find_line(line: bytes) -> Wanted:
    """The filters that one line of UTF-8 JSON holds; an empty value chooses nothing.

    Raises:
        InvalidLine: the line is too long, not JSON, not an object, or names a filter that there is not.
    """
    read = read_line(line, _FindLine)
    return Wanted(read_filters(read.filters.items())[0], read.id)
