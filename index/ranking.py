"""Ranking by exact cosine: the same passages and query give the same order in every copy of a library."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.store_vectors import EmbeddedPassage

# Up to this many passages every vector is compared (about 10 ms); above, those that the vector store finds near.
EXACT_LIMIT = 50_000
SCORE_DECIMALS = 4
# What a score in single precision may be away from the exact one, with a wide margin.
_COARSE_ERROR = 1e-4

Vectors = NDArray[np.float32]


class PassageVectors:
    """Passages with the vectors that stand for them, in memory."""

    def __init__(self, passages: Sequence[EmbeddedPassage], vectors: Mapping[str, Vectors]) -> None:
        """Keep those passages whose vector is there; passages of one text share it."""
        self._passages = [passage for passage in passages if passage.embedding_id in vectors]
        held = sorted({passage.embedding_id for passage in self._passages})
        row = {embedding_id: place for place, embedding_id in enumerate(held)}
        self._rows = np.array([row[passage.embedding_id] for passage in self._passages], dtype=np.intp)
        self._specs = {spec_id: number for number, spec_id in enumerate({each.spec_id for each in self._passages})}
        self._spec_of = np.array([self._specs[passage.spec_id] for passage in self._passages], dtype=np.intp)
        self._vectors = _unit(np.array([vectors[embedding_id] for embedding_id in held], dtype=np.float32))

    def best(self, query: Vectors, *, spec_ids: Collection[str] | None, limit: int) -> dict[str, float]:
        """The best ``limit`` passages and their cosine with a query, best first, ties by passage id."""
        rows = np.arange(len(self._rows))
        if spec_ids is not None:
            chosen = [self._specs[spec_id] for spec_id in spec_ids if spec_id in self._specs]
            rows = rows[np.isin(self._spec_of, np.array(chosen, dtype=np.intp))]
        if not len(rows) or limit < 1:
            return {}
        coarse = (self._vectors @ query)[self._rows[rows]]
        if len(rows) > limit:
            worst = np.partition(coarse, len(rows) - limit)[len(rows) - limit]
            rows = rows[coarse >= worst - _COARSE_ERROR]
        exact = self._exact(rows, query)
        ranked = sorted((-score, self._passages[row].passage_id) for row, score in zip(rows, exact, strict=True))
        return {passage_id: -score for score, passage_id in ranked[:limit]}

    def _exact(self, rows: NDArray[np.intp], query: Vectors) -> list[float]:
        """Cosines in double precision, rounded: beyond what a different order of adding up can change."""
        chosen = self._vectors[self._rows[rows]].astype(np.float64)
        exact = np.einsum("ij,j->i", chosen, query.astype(np.float64))
        return [round(float(score), SCORE_DECIMALS) for score in exact]


def _unit(vectors: Vectors) -> Vectors:
    """The vectors at length 1; the vector store keeps what it is given only nearly so."""
    if not len(vectors):
        return np.zeros((0, 0), dtype=np.float32)
    lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / lengths
