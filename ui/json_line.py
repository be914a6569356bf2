"""A line of JSON that somebody wrote becomes what it should hold, or one clear sentence about what is wrong with it."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json

from assistant.errors import QuestionError

MAXIMUM_LINE_BYTES = 1024 * 1024


class InvalidLine(QuestionError):
    """A line that is not what it should be; ``line_id`` is its id where one could be read."""

    def __init__(self, sentence: str, line_id: str | None = None) -> None:
        """The sentence for the person who wrote the line, and the line's id."""
        super().__init__(sentence)
        self.line_id = line_id


class Line(BaseModel):
    """What a line may hold. Unknown keys are let through: whoever wrote it may keep notes of their own in it."""

    model_config = ConfigDict(strict=True)

    id: str | None = None


Form = TypeVar("Form", bound=Line)


def read_line(line: bytes, form: type[Form]) -> Form:
    """What one line of UTF-8 JSON holds.

    Raises:
        InvalidLine: the line is too long, not JSON, not an object, or a key is not of the form.
    """
    if len(line) > MAXIMUM_LINE_BYTES:
        raise InvalidLine(f"The line is longer than {MAXIMUM_LINE_BYTES} bytes.")
    try:
        content = from_json(line)
    except ValueError as error:
        raise InvalidLine(f"The line is not JSON: {error}.") from error
    if not isinstance(content, dict):
        raise InvalidLine("The line is not a JSON object.")
    line_id = content.get("id")
    try:
        return form.model_validate(content)
    except ValidationError as error:
        raise InvalidLine(_sentence(error), line_id if isinstance(line_id, str) else None) from error


def _sentence(error: ValidationError) -> str:
    """The first thing that is wrong, naming its place as a person would write it: ``history[0].role``."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ""
    for step in first["loc"]:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else str(step)
    if first["type"] == "missing":
        return f"The line has no {place}."
    return f"{place} is not right: {first['msg'][0].lower()}{first['msg'][1:]}."
