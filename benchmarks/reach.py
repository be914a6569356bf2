"""How much of each document reaches a vector, in Rolebook and in the peer. Importing it loads torch."""

from collections.abc import Sequence
from dataclasses import dataclass

from llama_index.core.schema import Document

from benchmarks import peer
from benchmarks.coverage import unread_share
from index import HeldSpec, token_counter
from index.embedding import LENGTHS

# What the packaged model reads of a text, in tokens.
TOKENS_READ = LENGTHS[-1]


@dataclass(frozen=True, slots=True)
class Reach:
    """One document: how many texts and tokens are embedded of it, and the share of its words that no vector has."""

    texts: int
    tokens: int
    unread: float


def rolebook_reach(held: HeldSpec) -> Reach:
    """What Rolebook embeds of a document; a text too long for the model counts as not read."""
    count = token_counter()
    if count is None:
        raise RuntimeError("The packaged embedding model is not installed.")
    lengths = {passage: count(passage.embedded_text) for passage in held.spec.passages}
    read = [(passage.start, passage.end) for passage, length in lengths.items() if length <= TOKENS_READ]
    return Reach(len(lengths), sum(lengths.values()), unread_share(held.spec.source.text, read))


def peer_reach(documents: Sequence[Document]) -> list[Reach]:
    """What the peer embeds of each document."""
    tokenizer = peer.model_tokenizer(TOKENS_READ)
    found: list[Reach] = []
    for document in documents:
        chunks = peer.chunks(document)
        tokens = sum(len(tokenizer.encode(peer.embedded_text(chunk))) for chunk in chunks)
        read = [peer.stretch_read(chunk, tokenizer) for chunk in chunks]
        found.append(Reach(len(chunks), tokens, unread_share(document.text, read)))
    return found
