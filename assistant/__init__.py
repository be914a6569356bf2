"""The assistant floor: a question becomes an answer whose every statement shows its source."""

from assistant.answer import Answer, Citation, Outcome, Question, Reason, Route, Turn, Value
from assistant.assistant import Assistant
from assistant.errors import QuestionError

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Outcome",
    "Question",
    "QuestionError",
    "Reason",
    "Route",
    "Turn",
    "Value",
]
