"""From paths to held specs: unchanged files are passed over, changed ones replaced, bad ones reported."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from index import store_sources, store_specs
from index.entries import Progress
from index.identity import spec_id
from index.store import RelationalStore
from ingest import READER_VERSION, Failure, IngestError, ReadingProcess, find_files


@dataclass
class Intake:
    """What became of the files so far: the ids of their documents, and the failures."""

    ingested: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    @property
    def spec_ids(self) -> set[str]:
        """Every document that a path named, whatever became of it."""
        return {*self.ingested, *self.replaced, *self.unchanged}


class FileReader:
    """Reads files into one library's relational store, one transaction a file, each in the reading process."""

    def __init__(self, store: RelationalStore, fingerprint: str, tokenizer_file: Path | None) -> None:
        """Read for vectors of the model with that fingerprint, and count tokens by that tokenizer."""
        self._store = store
        self._fingerprint = fingerprint
        self._reading = ReadingProcess(tokenizer_file)

    def take_in(self, paths: Iterable[Path], *, agency: str | None, progress: Callable[[Progress], None]) -> Intake:
        """Read every file that the paths name, as far as it has changed; a file that fails changes nothing held."""
        files, failures = find_files(paths)
        intake = Intake(failed=list(failures))
        with self._store.reading() as connection:
            held = store_sources.held_sources(connection)
        with self._reading:
            for done, path in enumerate(files):
                progress(Progress("reading", done, len(files), path.name))
                self._take_in_file(path, held.get(str(path)), agency, intake)
        if files:
            progress(Progress("reading", len(files), len(files), ""))
        return intake

    def read_again(
        self, held: Sequence[store_sources.HeldSource], *, progress: Callable[[Progress], None] | None = None
    ) -> Intake:
        """Read held files anew, changed or not; one that fails, or is taken out meanwhile, changes nothing held."""
        tell = progress or (lambda _: None)
        intake = Intake()
        with self._reading:
            for done, source in enumerate(held):
                path = Path(source.path)
                tell(Progress("reading", done, len(held), path.name))
                try:
                    self._read(path, source.spec_id, source.given_agency, is_held=True)
                except IngestError as error:
                    intake.failed.append(Failure(source.path, str(error)))
                else:
                    intake.replaced.append(source.spec_id)
        if held:
            tell(Progress("reading", len(held), len(held), ""))
        return intake

    def _take_in_file(
        self, path: Path, held: store_sources.HeldSource | None, agency: str | None, intake: Intake
    ) -> None:
        if held is not None and _is_unchanged(path, held, agency):
            intake.unchanged.append(held.spec_id)
            return
        given = agency if agency is not None or held is None else held.given_agency
        held_as = held.spec_id if held else spec_id(str(path))
        try:
            self._read(path, held_as, given)
        except IngestError as error:
            intake.failed.append(Failure(str(path), str(error)))
        else:
            (intake.replaced if held else intake.ingested).append(held_as)

    def _read(self, path: Path, held_as: str, agency: str | None, *, is_held: bool = False) -> None:
        specs = self._reading.read(path, agency=agency)
        with self._store.writing() as connection:
            if is_held and held_as not in store_specs.documents(connection):
                raise IngestError("it was taken out of the library while it was read")
            store_specs.put(
                connection,
                held_as,
                specs,
                given_agency=agency,
                reader_version=READER_VERSION,
                fingerprint=self._fingerprint,
                read_at=datetime.now(UTC).isoformat(timespec="seconds"),
            )


def digest_on_disk(path: Path) -> str | None:
    """The sha256 of a file's bytes as they are now; none where there is no file to be read."""
    try:
        with path.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError:
        return None


def _is_unchanged(path: Path, held: store_sources.HeldSource, agency: str | None) -> bool:
    same_agency = agency is None or agency == held.given_agency
    same_reader = held.reader_version >= READER_VERSION
    return same_agency and same_reader and digest_on_disk(path) == held.sha256
