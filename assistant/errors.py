"""Questions that cannot be taken, and a language model that is not to be had (tree: ``ingest.errors``)."""

from ingest import RolebookError


class QuestionError(RolebookError):
    """The question is empty or too long: its text is one clear sentence for the person who asked."""


class LanguageModelError(RolebookError):
    """The language model's server cannot be reached, refuses, is too slow, breaks off or sends what is no answer."""
