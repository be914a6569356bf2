"""Where a library lives and what embeds it: read once, by the outermost floor."""

from pathlib import Path
from typing import Literal

from pydantic_settings import BaseSettings, SettingsConfigDict


class LibrarySettings(BaseSettings):
    """The settings of one library, from arguments or from ``ROLEBOOK_...`` in the environment.

    ``database_url`` and ``chroma_url`` default to stores inside ``library``; ``embedding_model`` (a name or a
    folder that sentence-transformers loads) to the packaged all-MiniLM-L6-v2. ``precision`` ``auto`` means
    bfloat16 where the processor computes in it, else float32. ``reranker`` is the folder of a cross-encoder (an ONNX
    file and its tokenizer), or ``none``; by default the packaged one, where it is installed.
    """

    model_config = SettingsConfigDict(env_prefix="ROLEBOOK_", frozen=True, extra="ignore")

    library: Path = Path("library")
    database_url: str | None = None
    chroma_url: str | None = None
    embedding_model: str | None = None
    precision: Literal["auto", "bfloat16", "float32"] = "auto"
    reranker: str | None = None

    @property
    def relational_url(self) -> str:
        """The URL of the relational store."""
        return self.database_url or f"sqlite:///{self.library / 'rolebook.sqlite3'}"

    @property
    def vectors_folder(self) -> Path:
        """The folder of the embedded vector store."""
        return self.library / "vectors"

    @property
    def vectors_lock(self) -> Path:
        """The file that the process which uses the embedded vector store has locked."""
        return self.library / "vectors.lock"
