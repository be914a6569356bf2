"""The peer: the plain LlamaIndex pipeline, on the same embedding model in float32. Importing it loads torch.

``SimpleDirectoryReader`` → ``SentenceSplitter(512, 50)`` → ``HuggingFaceEmbedding`` → Chroma, and the five nearest
chunks for a question. Everything else is left as the libraries have it.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import chromadb
import torch
from chromadb.api.client import Client
from chromadb.config import Settings
from llama_index.core import StorageContext, VectorStoreIndex
from llama_index.core.schema import Document, MetadataMode, TextNode
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.chroma import ChromaVectorStore
from tokenizers import Tokenizer

from benchmarks.readers import read_documents, splitter
from index.model_files import model_folder

TOP = 5


def load_peer_model() -> HuggingFaceEmbedding:
    """The packaged embedding model, loaded and warm."""
    model = HuggingFaceEmbedding(model_name=str(model_folder(None)), device="cpu")
    model.get_text_embedding("The first text takes longer.")
    return model


def use_all_processors() -> None:
    """Let torch use every processor for one operation, as it does by itself; Rolebook's own embedding turns it off."""
    torch.set_num_threads(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@contextmanager
def peer_index(model: HuggingFaceEmbedding, files: Iterable[Path]) -> Iterator[VectorStoreIndex]:
    """The files, read, split, embedded and stored on disk as long as the context lasts."""
    with TemporaryDirectory() as folder:
        client = cast(Client, chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False)))
        store = ChromaVectorStore(chroma_collection=client.get_or_create_collection("peer"))
        yield VectorStoreIndex.from_documents(
            read_documents(files),
            storage_context=StorageContext.from_defaults(vector_store=store),
            embed_model=model,
            transformations=[splitter()],
        )
        client.close()


def nearest_chunks(index: VectorStoreIndex, question: str) -> list[tuple[str, str]]:
    """The name of the file and the text of each of the nearest chunks, best first."""
    found = index.as_retriever(similarity_top_k=TOP).retrieve(question)
    return [(str(each.metadata["file_name"]), each.node.get_content(MetadataMode.NONE)) for each in found]


def chunks(document: Document) -> list[TextNode]:
    """The chunks that the peer cuts a document into."""
    return [node for node in splitter().get_nodes_from_documents([document]) if isinstance(node, TextNode)]


def model_tokenizer(limit: int) -> Tokenizer:
    """The model's tokenizer, cutting a text off after that many tokens."""
    tokenizer = Tokenizer.from_file(f"{model_folder(None)}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.enable_truncation(limit)
    return tokenizer


def embedded_text(chunk: TextNode) -> str:
    """What the model is given of a chunk: the path of its file, and its words."""
    return chunk.get_content(MetadataMode.EMBED)


def stretch_read(chunk: TextNode, tokenizer: Tokenizer) -> tuple[int, int]:
    """The stretch ``[start, end)`` of the document that the model reads of a chunk before it cuts it off."""
    text = embedded_text(chunk)
    read = max(end for _, end in tokenizer.encode(text).offsets)
    start = chunk.start_char_idx or 0
    return start, start + max(0, read - text.index(chunk.get_content(MetadataMode.NONE)))
