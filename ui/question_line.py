"""A question line of the contract becomes a Question, or one clear sentence about what is wrong with it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json

from assistant.answer import Question, Turn
from assistant.errors import QuestionError

MAXIMUM_LINE_BYTES = 1024 * 1024


class InvalidQuestionLine(QuestionError):
    """A line that is no question line; ``line_id`` is its id where one could be read."""

    def __init__(self, sentence: str, line_id: str | None = None) -> None:
        """The sentence for the person who wrote the line, and the line's id."""
        super().__init__(sentence)
        self.line_id = line_id


class _TurnLine(BaseModel):
    model_config = ConfigDict(strict=True)

    role: Literal["user", "assistant"]
    content: str


class _QuestionLine(BaseModel):
    """Unknown keys are let through: a question file may carry its own notes beside each question."""

    model_config = ConfigDict(strict=True)

    id: str | None = None
    question: str
    classes: list[str] = []
    history: list[_TurnLine] = []


def read_question_line(line: bytes) -> Question:
    """The question that one line of UTF-8 JSON asks.

    Raises:
        InvalidQuestionLine: the line is too long, not JSON, not an object, or a key has the wrong type.
    """
    if len(line) > MAXIMUM_LINE_BYTES:
        raise InvalidQuestionLine(f"The line is longer than {MAXIMUM_LINE_BYTES} bytes.")
    try:
        content = from_json(line)
    except ValueError as error:
        raise InvalidQuestionLine(f"The line is not JSON: {error}.") from error
    if not isinstance(content, dict):
        raise InvalidQuestionLine("The line is not a JSON object.")
    line_id = content.get("id")
    try:
        checked = _QuestionLine.model_validate(content)
    except ValidationError as error:
        raise InvalidQuestionLine(_sentence(error), line_id if isinstance(line_id, str) else None) from error
    return Question(
        text=checked.question,
        id=checked.id,
        classes=tuple(checked.classes),
        history=tuple(Turn(turn.role, turn.content) for turn in checked.history),
    )


def _sentence(error: ValidationError) -> str:
    """The first thing that is wrong, naming its place as a person would write it: ``history[0].role``."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ""
    for step in first["loc"]:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else str(step)
    if first["type"] == "missing":
        return f"The line has no {place}."
    return f"{place} is not right: {first['msg'][0].lower()}{first['msg'][1:]}."
