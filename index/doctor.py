"""Checking a library: its stores against each other, and what it holds against the sources.

==========================  =============================================  ==============================
difference                  what is wrong                                  what repairs it
==========================  =============================================  ==============================
``source_changed``          the file on disk has other bytes now           it is read again
``text_altered``            the stored text is not the one that was read   the file is read again
``place_out_of_range``      a fact or passage lies outside the text        the file is read again
``passage_altered``         a passage is not what its id says              the file is read again
``lexical_entry_missing``   a passage cannot be found by words             the file is read again
``lexical_index_differs``   the full-text index is not that of the texts   the index is made anew
``passage_without_vector``  a passage has no vector                        it is embedded
``vector_without_passage``  a vector that no passage wants                 it is deleted
``vectors_unchecked``       the vector store cannot be looked into         nothing here
==========================  =============================================  ==============================

A source that has vanished is an issue, ``source_missing``, and no difference: it stays held until it is removed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from index import store_search, store_sources, store_specs, store_vectors
from index.dense import DenseIndex
from index.entries import Difference, DoctorReport
from index.errors import VectorsUnavailable
from index.identity import embedding_id, passage_id
from index.ingestion import FileReader, digest_on_disk
from index.store import RelationalStore
from index.store_sources import HeldSource
from ingest.model import ClassSpec

_READ_AGAIN = frozenset(
    {"source_changed", "text_altered", "place_out_of_range", "passage_altered", "lexical_entry_missing"}
)


class Doctor:
    """Examines one library, and repairs it."""

    def __init__(self, store: RelationalStore, dense: DenseIndex, reader: FileReader) -> None:
        """Examine these two stores; repair what came from files with that reader."""
        self._store = store
        self._dense = dense
        self._reader = reader

    def report(self, *, repair: bool) -> DoctorReport:
        """What is wrong, and after a repair how much of it no longer is."""
        found = self._differences()
        left = found
        if repair and found:
            self._repair(found)
            left = self._differences()
        return DoctorReport(
            clean=not left,
            differences=tuple(found),
            repaired=len(set(found) - set(left)),
            issues=tuple(self._vanished_sources()),
        )

    def _differences(self) -> list[Difference]:
        with self._store.reading() as connection:
            sources = store_sources.held_sources(connection)
            altered = store_sources.altered(connection)
            adopted = store_vectors.adopted(connection) or ""
            found = [*_source_differences(sources)]
            found += [
                Difference("text_altered", each, "The stored text is not the one that was read.") for each in altered
            ]
            for spec_id in store_specs.documents(connection):
                if (spec := store_specs.read(connection, spec_id)) is not None:
                    stored = store_specs.passage_ids(connection, spec_id)
                    found.extend(_spec_differences(spec_id, spec, stored, adopted))
            for spec_id in store_search.unsearchable(connection):
                found.append(Difference("lexical_entry_missing", spec_id, "A passage cannot be found by words."))
        return [*found, *self._lexical_index_differences(), *self._vector_differences()]

    def _lexical_index_differences(self) -> Iterator[Difference]:
        with self._store.writing() as connection:  # SQLite's check is a statement of writing, and writes nothing
            agrees = store_search.lexical_index_agrees(connection)
        if not agrees:
            yield Difference("lexical_index_differs", None, "The full-text index is not that of the texts.")

    def _vector_differences(self) -> Iterator[Difference]:
        with self._store.reading() as connection:
            wanting = store_vectors.passages_by_vector(connection)
            held = set(store_vectors.in_state(connection, "held"))
        try:
            stored = self._dense.stored_ids()
        except VectorsUnavailable as error:
            yield Difference("vectors_unchecked", None, str(error))
            return
        without = Counter(
            passage.spec_id
            for embedding_id, passages in wanting.items()
            for passage in passages
            if embedding_id not in stored or embedding_id not in held
        )
        for spec_id, count in sorted(without.items()):
            yield Difference("passage_without_vector", spec_id, f"{_counted(count, 'passage')} without a vector.")
        if unwanted := stored - wanting.keys():
            message = f"{_counted(len(unwanted), 'vector')} that no passage wants."
            yield Difference("vector_without_passage", None, message)

    def _repair(self, found: Sequence[Difference]) -> None:
        self._dense.adopt_model()
        with self._store.reading() as connection:
            sources = {source.spec_id: source for source in store_sources.held_sources(connection).values()}
            documents = store_specs.documents(connection)
        wrong = {documents[each.spec_id] for each in found if each.spec_id and each.kind in _READ_AGAIN}
        self._reader.read_again([sources[document_id] for document_id in sorted(wrong)])
        if any(each.kind == "lexical_index_differs" for each in found):
            with self._store.writing() as connection:
                store_search.rebuild_lexical_index(connection)
        with suppress(VectorsUnavailable):  # the second look finds what is still wrong
            self._repair_vectors()

    def _repair_vectors(self) -> None:
        stored = self._dense.stored_ids()
        with self._store.writing() as connection:
            store_vectors.reconcile(connection, stored)
            unwanted = stored - store_vectors.passages_by_vector(connection).keys()
        if unwanted:
            self._dense.drop(sorted(unwanted))
        self._dense.update()

    def _vanished_sources(self) -> Iterator[Difference]:
        with self._store.reading() as connection:
            sources = store_sources.held_sources(connection)
        for source in sources.values():
            if not Path(source.path).exists():
                message = f"The source {source.path} is no longer there; the spec stays held until it is removed."
                yield Difference("source_missing", source.spec_id, message)


def _source_differences(sources: Mapping[str, HeldSource]) -> Iterator[Difference]:
    for path, source in sources.items():
        if digest_on_disk(Path(path)) not in (None, source.sha256):
            yield Difference("source_changed", source.spec_id, f"The source {path} has changed since it was read.")


def _spec_differences(
    spec_id: str, spec: ClassSpec, stored: Sequence[tuple[str, str]], fingerprint: str
) -> Iterator[Difference]:
    """What is wrong within one spec; ``stored`` are the passage and embedding ids that are noted of its passages."""
    length = len(spec.source.text)
    places = [(each.start, each.end) for each in spec.facts] + [(each.start, each.end) for each in spec.passages]
    if any(not 0 <= start <= end <= length for start, end in places):
        yield Difference("place_out_of_range", spec_id, "A fact or passage lies outside the text.")
    due = [
        (passage_id(spec_id, passage), embedding_id(fingerprint, passage.embedded_text)) for passage in spec.passages
    ]
    if due != list(stored):
        yield Difference("passage_altered", spec_id, "A passage is not what its id says.")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
