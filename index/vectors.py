"""The vector store: Chroma through its llama-index adapter, in the library's folder or on a server.

Chroma takes no lock of its own, and a second process on the same folder is given ids that were deleted, or hangs; so
the folder belongs to the process that holds the lock file.

The adapter finds and deletes vectors. They are written past it: its ``add`` passes over an id that is there already,
and takes nearly twice the time, for five values beside each vector that say nothing here.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import TypeVar, cast
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.api.client import Client
from chromadb.config import Settings
from chromadb.errors import ChromaError
from filelock import FileLock, Timeout
from llama_index.core.vector_stores.types import VectorStoreQuery
from llama_index.vector_stores.chroma import ChromaVectorStore
from numpy.typing import NDArray

from index.errors import VectorsUnavailable
from index.settings import LibrarySettings

# Chroma takes at most 5 461 at once.
MOST_AT_ONCE = 5_000
# What the adapter needs beside a vector to make a node of it.
_EMPTY_NODE: dict[str, str] = {"_node_content": "{}"}
# Not to wait for another owner, only for one that looks whether there is one.
_LOCK_PATIENCE_S = 0.3

Vectors = NDArray[np.float32]


class VectorStore:
    """The vectors that one model made for one library, by their ids."""

    def __init__(self, settings: LibrarySettings, library_id: str, fingerprint: str) -> None:
        """Open the store, and drop what another model left there for this library.

        Raises:
            VectorsUnavailable: another process owns it, or it cannot be opened.
        """
        self._where = settings.chroma_url or str(settings.vectors_folder)
        self._lock = None if settings.chroma_url else _locked(settings)
        prefix = f"rolebook-{library_id}-"
        name = prefix + sha256(fingerprint.encode()).hexdigest()[:12]
        try:
            with self._translated():
                self._client = self._connected(settings)
                for other in self._client.list_collections():
                    if other.name.startswith(prefix) and other.name != name:
                        self._client.delete_collection(other.name)
                self._collection = self._client.get_or_create_collection(
                    name, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
                )
                self._adapter = ChromaVectorStore(chroma_collection=self._collection)
        except VectorsUnavailable:
            self._release()
            raise

    def close(self) -> None:
        """Close the store and let another process have it."""
        self._client.close()
        self._release()

    def add(self, computed: Sequence[tuple[str, Vectors]]) -> None:
        """Hold vectors under their ids, in place of any that were held under them."""
        with self._translated():
            for batch in _batches(computed):
                self._collection.upsert(
                    ids=[embedding_id for embedding_id, _ in batch],
                    embeddings=np.stack([vector for _, vector in batch]),
                    metadatas=[_EMPTY_NODE] * len(batch),
                )

    def delete(self, ids: Sequence[str]) -> None:
        """Drop the vectors under those ids, as far as there are any."""
        with self._translated():
            for batch in _batches(ids):
                self._adapter.delete_nodes(batch)

    def ids(self) -> set[str]:
        """The ids of all vectors held."""
        with self._translated():
            return set(self._collection.get(include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """The vectors under those ids, as far as they are held."""
        found: dict[str, Vectors] = {}
        with self._translated():
            for batch in _batches(ids):
                answer = self._collection.get(ids=batch, include=["embeddings"])
                embeddings = np.asarray(answer["embeddings"], dtype=np.float32)
                found.update(zip(answer["ids"], embeddings, strict=True))
        return found

    def nearest(self, vector: Vectors, limit: int) -> list[str]:
        """The ids of about the nearest ``limit`` vectors: approximate, and not the same in every copy of a library."""
        with self._translated():
            query = VectorStoreQuery(query_embedding=vector.tolist(), similarity_top_k=limit)
            return list(self._adapter.query(query).ids or [])

    def _connected(self, settings: LibrarySettings) -> Client:
        try:
            return _client(settings)
        except AttributeError as error:  # where Chroma cannot open a folder, its own tidying up fails like this
            raise self._unusable(error.__context__ or error) from error

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (ChromaError, httpx.HTTPError, OSError, ValueError, RuntimeError) as error:
            raise self._unusable(error) from error

    def _unusable(self, error: BaseException) -> VectorsUnavailable:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
        return VectorsUnavailable(f"The vector store at {self._where} cannot be used: {reason}.")

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()


def _locked(settings: LibrarySettings) -> FileLock:
    lock = FileLock(settings.vectors_lock, thread_local=False)
    try:
        lock.acquire(timeout=_LOCK_PATIENCE_S)
    except Timeout as error:
        raise VectorsUnavailable(f"Another process owns the vectors of the library {settings.library}.") from error
    except OSError as error:
        raise VectorsUnavailable(f"The vectors of {settings.library} cannot be locked: {error.strerror}.") from error
    return lock


def _client(settings: LibrarySettings) -> Client:
    quiet = Settings(anonymized_telemetry=False)
    if settings.chroma_url is None:
        client = chromadb.PersistentClient(str(settings.vectors_folder), settings=quiet)
    else:
        url = urlsplit(settings.chroma_url)
        port = url.port or (443 if url.scheme == "https" else 80)
        client = chromadb.HttpClient(url.hostname or "localhost", port, ssl=url.scheme == "https", settings=quiet)
    return cast(Client, client)  # what is declared lacks ``close``


_Item = TypeVar("_Item")


def _batches(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    for first in range(0, len(items), MOST_AT_ONCE):
        yield list(items[first : first + MOST_AT_ONCE])
