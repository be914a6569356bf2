"""What reads one file in the measurements: Rolebook, and what others make text or chunks of it with.

A reader takes a file and says how many letters of text came out of it. Each loads its libraries only when it is asked
for, so that a process in which one of them reads has nothing else in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.core.schema import Document

Reader = Callable[[Path], int]
ROLEBOOK, LLAMA_INDEX, MARKITDOWN = "Rolebook", "LlamaIndex", "markitdown"


def rolebook() -> Reader:
    """Reads a file as an ingest does: source text, facts with places, and passages with their tokens counted."""
    from index.tokens import token_counter
    from ingest import read_specs

    count_tokens = token_counter()
    return lambda path: len(read_specs(path, count_tokens=count_tokens)[0].source.text)


def llama_index() -> Reader:
    """Reads a text and splits it into chunks, as the plain pipeline does."""
    cut = splitter()

    def read(path: Path) -> int:
        return sum(len(node.get_content()) for node in cut.get_nodes_from_documents(read_documents([path])))

    return read


def markitdown() -> Reader:
    """Converts a document to Markdown."""
    from markitdown import MarkItDown

    converter = MarkItDown(enable_plugins=False)
    return lambda path: len(converter.convert_local(path).text_content.strip())


READERS: dict[str, Callable[[], Reader]] = {ROLEBOOK: rolebook, LLAMA_INDEX: llama_index, MARKITDOWN: markitdown}


def read_documents(files: Iterable[Path]) -> list[Document]:
    """One llama-index document a file."""
    from llama_index.core import SimpleDirectoryReader

    return SimpleDirectoryReader(input_files=list(files)).load_data()


def splitter() -> SentenceSplitter:
    """What cuts llama-index's documents into chunks."""
    from llama_index.core.node_parser import SentenceSplitter

    return SentenceSplitter(chunk_size=512, chunk_overlap=50)
