"""How long reading the real Los Angeles texts takes beside embedding them, in one run. Importing it loads torch.

python -m benchmarks.embedding_share [--every 1]
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.answering import own_settings
from benchmarks.corpus_checked import CORPUS
from benchmarks.ingesting import Precision, precisions
from benchmarks.table import percent, table
from index import embedding, token_counter
from index.offline import stay_offline
from ingest import read_specs
from ingest.spelling import is_english

_SOURCE = "la"
_WARMING_TEXTS = 64


@dataclass(frozen=True, slots=True)
class EmbeddingShare:
    """Reading and embedding the same documents: how many texts and tokens there are, and the seconds of each."""

    documents: int
    texts: int
    tokens: int
    reading_s: float
    embedding_s: dict[Precision, float]


def embedding_share(every: int = 1) -> EmbeddingShare | None:
    """Read every text in this process, as the reading process does, and embed its passages in each precision.

    Args:
        every: take only each so many-eth text.

    Returns:
        None where the real texts are not here.
    """
    files = sorted((CORPUS / _SOURCE).glob("*.txt"))[::every]
    if not files:
        return None
    count = token_counter()
    read_specs(files[0], count_tokens=count)  # loads what reading needs,
    is_english("word")  # and the dictionary, which a process loads at the first word that may be misspelt
    began = time.perf_counter()
    specs = [spec for file in files for spec in read_specs(file, count_tokens=count)]
    reading_s = time.perf_counter() - began
    texts = list(dict.fromkeys(passage.embedded_text for spec in specs for passage in spec.passages))
    tokens = sum(map(count, texts)) if count else 0
    embedding_s = {each: _embedding_s(texts, each) for each in precisions()}
    return EmbeddingShare(len(files), len(texts), tokens, reading_s, embedding_s)


def _embedding_s(texts: Sequence[str], precision: Precision) -> float:
    model = embedding.load(own_settings(Path()).model_copy(update={"precision": precision}))
    for _ in model.in_batches(texts[:_WARMING_TEXTS]):
        pass
    began = time.perf_counter()
    for _ in model.in_batches(texts):
        pass
    return time.perf_counter() - began


def share_section(share: EmbeddingShare | None) -> str:
    """The section of the page about what reading costs beside embedding."""
    heading = "### Reading beside embedding"
    if share is None:
        return f"{heading}\n\nThe folder shared/corpus is not beside the checkout: not measured."
    rows = [
        (precision, f"{share.reading_s:.1f}", f"{seconds:.1f}", percent(share.reading_s / seconds))
        for precision, seconds in share.embedding_s.items()
    ]
    return "\n\n".join(
        (
            heading,
            table(("embedding in", "reading, s", "embedding, s", "reading for embedding"), rows),
            f"The {share.documents} texts of the City of Los Angeles among the real documents: {share.texts} different "
            f"passages, {share.tokens} tokens. Reading is one process, its start not included; embedding is the "
            "library's own, on all processors.",
        )
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="take only each so many-eth text")
    stay_offline(model_is_here=True)
    print(share_section(embedding_share(parser.parse_args().every)))


if __name__ == "__main__":
    main()
