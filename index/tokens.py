"""Counting a text's tokens as the embedding model counts them, without loading the model."""

from collections.abc import Callable
from pathlib import Path

from index.model_files import model_folder
from ingest import tokens


def tokenizer_file(embedding_model: str | None = None) -> Path | None:
    """The file of the model's tokenizer; none where it is not here.

    Args:
        embedding_model: as in the settings; by default the packaged model.
    """
    folder = model_folder(embedding_model)
    file = folder / "tokenizer.json" if folder else None
    return file if file and file.is_file() else None


def token_counter(embedding_model: str | None = None) -> Callable[[str], int] | None:
    """How to count the tokens of a text, its two end marks included; none where the model's tokenizer is not here.

    Args:
        embedding_model: as in the settings; by default the packaged model.
    """
    file = tokenizer_file(embedding_model)
    return tokens.token_counter(file) if file else None
