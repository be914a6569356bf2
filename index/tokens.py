"""Counting a text's tokens as the embedding model counts them, without loading the model."""

from collections.abc import Callable

from index.model_files import model_folder


def token_counter(embedding_model: str | None = None) -> Callable[[str], int] | None:
    """How to count the tokens of a text, its two end marks included; none where the model's tokenizer is not here.

    Args:
        embedding_model: as in the settings; by default the packaged model.
    """
    folder = model_folder(embedding_model)
    if folder is None or not (folder / "tokenizer.json").is_file():
        return None
    from tokenizers import Tokenizer  # not before it is needed: lookups do without

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def count(text: str) -> int:
        return len(tokenizer.encode(text))

    return count
