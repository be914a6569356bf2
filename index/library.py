"""The library: what is held, found by name, by words and by meaning, and kept whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from index import store_search, store_sources, store_specs, store_vectors
from index.dense import DenseIndex
from index.doctor import Doctor
from index.entries import (
    DoctorReport,
    HeldSpec,
    Hit,
    IngestReport,
    Progress,
    Reading,
    SpecEntry,
    VectorsState,
)
from index.errors import LibraryError, VectorsUnavailable
from index.ingestion import FileReader, Intake
from index.names import named
from index.remembered import Memory, Remembered, unheld
from index.reranking import Reranking
from index.settings import LibrarySettings
from index.store import RelationalStore
from index.tokens import tokenizer_file
from ingest.model import Box, Fact, Qualification, QualificationKind


class Library:
    """One library; threads may share it. The relational store is the truth, and vectors follow it.

    ``folder`` is where it lives.
    """

    def __init__(self, settings: LibrarySettings, store: RelationalStore) -> None:
        """Use ``Library.open``."""
        self.folder = settings.library
        self._store = store
        self._dense = DenseIndex(settings, store)
        self._reranking = Reranking(settings.reranker)
        self._embedding_model = settings.embedding_model
        self._memory = Memory(store)

    @classmethod
    def open(cls, settings: LibrarySettings) -> Self:
        """Open the library that the settings name, and make it where there is none; loads nothing heavy.

        Raises:
            LibraryError: it cannot be opened, or another version of Rolebook made it.
        """
        try:
            settings.library.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"The library {settings.library} cannot be made: {error.strerror}.") from error
        return cls(settings, RelationalStore(settings.relational_url))

    def close(self) -> None:
        """Close both stores and let another process have the vectors."""
        self._dense.close()
        self._store.close()

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def ingest(
        self,
        paths: Iterable[Path],
        *,
        agency: str | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> IngestReport:
        """Take in files and folders: what is new or changed is read, then what has no vector is embedded.

        A bad file is reported and leaves what is held of it unchanged. Where vectors cannot be had, the specs are
        held all the same, and the report says so.

        Raises:
            LibraryError: the relational store cannot be written.
        """
        tell = progress or _tell_nobody
        self._dense.adopt_model()
        intake = self._reader().take_in(paths, agency=agency, progress=tell)
        note = self._catch_up(tell)
        return self._report(intake, note)

    def read_again(
        self, spec_ids: Collection[str], *, progress: Callable[[Progress], None] | None = None
    ) -> IngestReport:
        """Read documents anew from their files, also where the bytes and the reader are those of before.

        A file that fails, or has vanished, is reported and leaves what is held of it unchanged.

        Raises:
            UnknownSpec: one of them is not held as a document; then none is read.
            LibraryError: the relational store cannot be written.
        """
        tell = progress or _tell_nobody
        with self._store.reading() as connection:
            sources = {source.spec_id: source for source in store_sources.held_sources(connection).values()}
        for spec_id in spec_ids:
            if spec_id not in sources:
                raise unheld(spec_id)
        self._dense.adopt_model()
        intake = self._reader().read_again([sources[spec_id] for spec_id in sorted(spec_ids)], progress=tell)
        note = self._catch_up(tell)
        return self._report(intake, note)

    def readings(self) -> dict[str, Reading]:
        """How each document held was last read, by its spec id: the format, the reader's version, and when."""
        with self._store.reading() as connection:
            return store_sources.readings(connection)

    def remove(self, spec_ids: Collection[str]) -> None:
        """Take documents out of both stores, each with all the classes of its series.

        Where the vector store cannot be used now, the next ingest clears it.

        Raises:
            UnknownSpec: one of them is not held; then none is taken out.
            LibraryError: one of them is a class of a series whose document stays; then none is taken out.
        """
        with self._store.writing() as connection:
            documents = store_specs.documents(connection)
            for spec_id in spec_ids:
                if spec_id not in documents:
                    raise unheld(spec_id)
                if documents[spec_id] not in spec_ids:
                    raise self._goes_with_its_series(documents[spec_id], spec_id)
            store_specs.remove(connection, {documents[spec_id] for spec_id in spec_ids})
        with suppress(VectorsUnavailable):  # they stay marked as discarded
            self._dense.clear_discarded()

    def as_it_is(self) -> Remembered:
        """What is held now: one state of the library, to be asked many things of without looking for changes."""
        return self._memory.now()

    def entries(self) -> tuple[SpecEntry, ...]:
        """All specs held, members of series too, sorted by title, agency, path and place, with their standing."""
        return tuple(self._memory.now().entries.values())

    def resolve(self, name: str) -> SpecEntry:
        """The spec of that id, else the newest revision of the class with that code or title, however it is spaced.

        A series document has its title only where none of its own members has the same.

        Raises:
            UnknownSpec: nothing held has that name.
            AmbiguousSpec: several classes, or undated revisions of one, have it; all are named.
        """
        return named(name, self._memory.now().entries)

    def held(self, spec_id: str) -> HeldSpec:
        """A spec with everything that was read of it; quick from the second time on.

        Raises:
            UnknownSpec: no spec with that id is held.
        """
        return self._memory.now().held(spec_id)

    def facts(self, fields: Collection[str]) -> Mapping[str, Mapping[str, Fact]]:
        """The facts of all current classes by field, and within it by the id of their spec, in the order of the ids.

        A series document is left out where its own members are held; a class without such a fact brings none, and one
        that has it twice the last.
        """
        return self._memory.now().facts(fields)

    def qualifications(
        self, kinds: Collection[QualificationKind]
    ) -> Mapping[QualificationKind, Mapping[str, Sequence[Qualification]]]:
        """The qualifications of all current classes by kind, and within it by the id of their spec: as ``facts``."""
        return self._memory.now().qualifications(kinds)

    def passage_count(self) -> int:
        """How many passages all specs held have."""
        with self._store.reading() as connection:
            return store_search.passage_count(connection)

    def boxes(self, spec_id: str, start: int, end: int) -> tuple[Box, ...]:
        """Where ``text[start:end]`` of a spec stands on the pictures of its pages: the boxes that touch that place.

        Empty where its format has no pages that look the same everywhere. Of a place of no width the box around it.

        Raises:
            UnknownSpec: no spec with that id is held.
        """
        if spec_id not in self._memory.now().entries:
            raise unheld(spec_id)
        with self._store.reading() as connection:
            found = store_sources.boxes(connection, spec_id)
        return tuple(box for box in found if box.start < max(end, start + 1) and start < box.end)

    def lexical(self, query: str, *, spec_ids: Collection[str] | None = None, limit: int) -> list[Hit]:
        """The passages that share words with a query, of all specs or of some: at most ``limit``, best first."""
        with self._store.reading() as connection:
            return store_search.lexical(connection, query, spec_ids=spec_ids, limit=limit)

    def with_all(self, groups: Collection[Collection[str]]) -> list[Hit]:
        """The passages of all specs in which each group has a word, unranked; "bond*" is any word that begins so."""
        with self._store.reading() as connection:
            return store_search.with_all(connection, groups)

    def dense(self, query: str, *, spec_ids: Collection[str] | None = None, limit: int) -> list[Hit]:
        """The passages nearest in meaning to a query, of all specs or of some: at most ``limit``, best first.

        Scores are cosines, rounded to 4 decimals; ties go by passage id.

        Raises:
            VectorsUnavailable: the model, the vector store or its lock is not to be had, or nothing is embedded yet.
        """
        return self._dense.search(query, spec_ids=spec_ids, limit=limit)

    def similarities(self, query: str, texts: Sequence[str], *, stay: bool = False) -> list[float]:
        """How near in meaning each of a few texts is to a query: cosines, rounded to 4 decimals. Nothing is stored.

        Texts that ``stay`` the same are embedded once, and their vectors kept in memory while the library is open.

        Raises:
            VectorsUnavailable: the model is not to be had.
        """
        return self._dense.similarities(query, texts, stay=stay)

    def relevances(self, question: str, texts: Sequence[str]) -> list[float] | None:
        """How well each of a few texts answers a question: logits, rounded; none where there is no reranker."""
        return self._reranking.relevances(question, texts)

    def vectors_state(self) -> VectorsState:
        """How dense search stands, without loading anything.

        ``ready``: every passage has its vector; ``pending``: some still wait for ``update_vectors``; ``absent``: none
        has one of this embedding model; ``unavailable``: the model is missing, or another process owns the vectors.
        """
        return self._dense.state()

    def update_vectors(self, progress: Callable[[Progress], None] | None = None) -> int:
        """Bring the vectors up to date with the specs held; returns how many were computed.

        Raises:
            VectorsUnavailable: the model, the vector store or its lock is not to be had.
        """
        return self._dense.update(progress)

    def doctor(self, *, repair: bool = False) -> DoctorReport:
        """Check the stores against each other and against the sources, and put right what can be.

        Raises:
            LibraryError: the relational store cannot be read.
        """
        return Doctor(self._store, self._dense, self._reader()).report(repair=repair)

    def _goes_with_its_series(self, document_id: str, spec_id: str) -> LibraryError:
        document = self._memory.now().entries.get(document_id)
        series = (document.title or document.path) if document else document_id
        return LibraryError(
            f"“{spec_id}” is one class of the series {series} and goes out with all of it: remove “{document_id}”."
        )

    def _reader(self) -> FileReader:
        return FileReader(self._store, self._dense.fingerprint, tokenizer_file(self._embedding_model))

    def _catch_up(self, progress: Callable[[Progress], None]) -> str | None:
        """Bring the vectors up to date; returns why that is not possible now, or none."""
        try:
            self._dense.update(progress)
        except VectorsUnavailable as error:
            return str(error)
        return None

    def _report(self, intake: Intake, note: str | None) -> IngestReport:
        with self._store.reading() as connection:
            pending = store_vectors.passages_in_state(connection, "pending")
        named = (entry for entry in self.entries() if entry.spec_id in intake.spec_ids)
        return IngestReport(
            ingested=len(intake.ingested),
            replaced=len(intake.replaced),
            unchanged=len(intake.unchanged),
            failed=tuple(intake.failed),
            entries=tuple(sorted(named, key=lambda entry: entry.path)),
            vectors_pending=pending,
            vectors_note=note,
        )


def _tell_nobody(_: Progress) -> None:
    """Progress that nobody asked for."""
