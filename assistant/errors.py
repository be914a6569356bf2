"""Questions that cannot be taken (the tree is drawn in ``ingest.errors``)."""

from ingest import RolebookError


class QuestionError(RolebookError):
    """The question is empty or too long: its text is one clear sentence for the person who asked."""
