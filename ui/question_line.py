"""A question line of the contract becomes a Question."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Question, Turn
from ui.json_line import Line, read_line


class _TurnLine(BaseModel):
    model_config = ConfigDict(strict=True)

    role: Literal["user", "assistant"]
    content: str


class _QuestionLine(Line):
    question: str
    classes: list[str] = Field(default_factory=list)
    history: list[_TurnLine] = Field(default_factory=list)


def read_question_line(line: bytes) -> Question:
    """The question that one line of UTF-8 JSON asks.

    Raises:
        InvalidLine: the line is too long, not JSON, not an object, or a key has the wrong type.
    """
    read = read_line(line, _QuestionLine)
    return Question(
        text=read.question,
        id=read.id,
        classes=tuple(read.classes),
        history=tuple(Turn(turn.role, turn.content) for turn in read.history),
    )
