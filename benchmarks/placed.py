"""Questions over real documents, which are not copied: the words that answer are known by their place and a digest."""

from hashlib import sha256

from pydantic import BaseModel, ConfigDict

from benchmarks.expectations import QUESTIONS

_DIGITS = 12


class Place(BaseModel):
    """Words that answer, by their place in a document's source text and a digest of them."""

    model_config = ConfigDict(frozen=True)

    file: str
    start: int
    end: int
    digest: str

    def words(self, text: str) -> str:
        """The words in the document's source text.

        Raises:
            ValueError: other words stand there than when the question was written.
        """
        words = text[self.start : self.end]
        if sha256(words.encode()).hexdigest()[:_DIGITS] != self.digest:
            raise ValueError(f"{self.file} is not the document that the question was written for.")
        return words


class PlacedTrial(BaseModel):
    """A question; the files that answer it, any one of which will do, and the places in them that do."""

    model_config = ConfigDict(frozen=True)

    id: str
    question: str
    kind: str
    files: tuple[str, ...]
    places: tuple[Place, ...]


def placed_trials(name: str) -> tuple[PlacedTrial, ...]:
    """The questions of a file of ``questions/``."""
    lines = (QUESTIONS / name).read_text(encoding="utf-8").splitlines()
    return tuple(PlacedTrial.model_validate_json(line) for line in lines)
