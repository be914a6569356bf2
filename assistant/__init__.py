"""The assistant floor: a question becomes an answer whose every statement shows its source."""

from assistant.answer import Answer, Citation, Outcome, Question, Reason, Route, Turn, Value
from assistant.assistant import Assistant
from assistant.errors import LanguageModelError, QuestionError
from assistant.generation.language_model import LanguageModel, Message, language_model
from assistant.searching.filters import Filter, Filters, read_filters
from assistant.searching.find import Finder, Finding, Findings
from assistant.settings import LanguageModelSettings

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Filter",
    "Filters",
    "Finder",
    "Finding",
    "Findings",
    "LanguageModel",
    "LanguageModelError",
    "LanguageModelSettings",
    "Message",
    "Outcome",
    "Question",
    "QuestionError",
    "Reason",
    "Route",
    "Turn",
    "Value",
    "language_model",
    "read_filters",
]
