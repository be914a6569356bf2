"""What can go wrong, as one tree of exceptions.

::

    RolebookError                  anything Rolebook reports to a person in one sentence
    ├── IngestError                a file could not become a class spec
    │   ├── UnreadableFile         missing, too large, binary, or decodes by no known encoding
    │   ├── NotAClassSpec          readable text that is no class spec of a known form
    │   └── NoPicture              a page of a file cannot be shown as it was when it was read
    ├── LibraryError               the library could not do what was asked (``index.errors``)
    │   ├── UnknownSpec            no spec held by that id, code or title
    │   ├── AmbiguousSpec          held by two agencies, or in undated revisions
    │   └── VectorsUnavailable     the embedding model or the vector store cannot be used now
    ├── QuestionError              a question that cannot be taken (``assistant.errors``)
    └── LanguageModelError         the language model's server gives no answer (``assistant.errors``)

Errors of libraries are translated into these once, at the module that uses the library.
"""


class RolebookError(Exception):
    """The root: its text is one clear sentence for a person."""


class IngestError(RolebookError):
    """A file could not become a class spec."""


class UnreadableFile(IngestError):
    """The file is missing, too large, binary, or decodes by no known encoding."""


class NotAClassSpec(IngestError):
    """The text was read, and it is no class spec of a form that Rolebook knows."""


class NoPicture(IngestError):
    """A page cannot be shown as it was when its file was read; ``is_changed`` where the file is no longer the same."""

    def __init__(self, sentence: str, *, is_changed: bool) -> None:
        """Say why, and whether the file was changed or has vanished since."""
        super().__init__(sentence)
        self.is_changed = is_changed
