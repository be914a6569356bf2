"""Reading what staff add, one piece of work at a time, in a thread of its own; what came of it is kept for a while."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from threading import Condition, Thread
from typing import Literal, TypeAlias

from index import IngestReport, Library, Progress, SpecEntry, UnknownSpec
from ingest.errors import RolebookError
from ui.ingest_table import FileReading, reading_of
from ui.staff.uploads import Arrived, FileNotTaken, FilesFolder, Placed

_log = logging.getLogger(__name__)
_PIECES_KEPT = 10

Became: TypeAlias = Literal["new", "replaced", "unchanged", "read_again", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: ``sentence`` where it failed, else what was read and of which spec."""

    name: str
    became: Became
    sentence: str | None = None
    spec_id: str | None = None
    reading: FileReading | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of work: what one person added at one time, or had read again.

    ``waiting`` are the files not yet begun, ``note`` says what is not as it should be though the files were read.
    """

    batch: str
    agency: str | None = None
    waiting: tuple[Arrived, ...] = ()
    again: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """How the work stands: the batch at hand and how far it is, those that wait, and all that is remembered."""

    at_hand: str | None
    progress: Progress | None
    waiting: tuple[str, ...]
    pieces: tuple[Piece, ...]


class _Stopping(Exception):
    """The server ends: what is not read yet is not read."""


@dataclass
class _State:
    pieces: dict[str, Piece] = field(default_factory=dict)
    at_hand: str | None = None
    progress: Progress | None = None
    is_stopping: bool = False


class Work:
    """Reads files into one library, a piece of work after the other; threads may share it."""

    def __init__(self, library: Library, files: FilesFolder) -> None:
        """Nothing is done before ``start``."""
        self._library = library
        self._files = files
        self._state = _State()
        self._changed = Condition()
        self._thread: Thread | None = None

    def start(self) -> None:
        """End what an earlier server left, and begin to work."""
        self._files.settle_what_is_left(self._held())
        # A daemon, so that a second interrupt still ends the process.
        self._thread = Thread(target=self._work, name="staff", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the work after the file at hand; what had not been read is forgotten."""
        with self._changed:
            self._state.is_stopping = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def add(self, batch: str, arrived: Arrived, agency: str | None) -> None:
        """Have a file read, together with the others of its batch."""
        with self._changed:
            piece = self._state.pieces.get(batch) or Piece(batch)
            self._keep(replace(piece, agency=agency, waiting=(*piece.waiting, arrived)))

    def read_again(self, batch: str, spec_ids: Sequence[str]) -> None:
        """Have documents read anew from their files."""
        with self._changed:
            piece = self._state.pieces.get(batch) or Piece(batch)
            self._keep(replace(piece, again=(*piece.again, *spec_ids)))

    def overview(self) -> Overview:
        """How the work stands now; the newest piece comes first."""
        with self._changed:
            state = self._state
            waiting = tuple(batch for batch, piece in state.pieces.items() if piece.waiting or piece.again)
            return Overview(state.at_hand, state.progress, waiting, tuple(reversed(state.pieces.values())))

    def _keep(self, piece: Piece) -> None:
        pieces = self._state.pieces
        pieces[piece.batch] = piece
        done = [batch for batch, each in pieces.items() if not each.waiting and not each.again]
        for batch in done[: max(0, len(pieces) - _PIECES_KEPT)]:
            if batch != self._state.at_hand:
                del pieces[batch]
        self._changed.notify_all()

    def _work(self) -> None:
        try:
            while (piece := self._next()) is not None:
                self._do(piece)
        except _Stopping:
            return

    def _next(self) -> Piece | None:
        """The piece that waits longest, taken in hand with all that has arrived of it; none when the server ends."""
        with self._changed:
            state = self._state
            state.at_hand = state.progress = None
            while not state.is_stopping:
                for piece in state.pieces.values():
                    if piece.waiting or piece.again:
                        state.at_hand = piece.batch
                        state.pieces[piece.batch] = replace(piece, waiting=(), again=())
                        return piece
                self._changed.wait()
        return None

    def _do(self, piece: Piece) -> None:
        outcomes: list[Outcome] = []
        note = None
        try:
            if piece.waiting:
                note = self._read(piece, outcomes)
            if piece.again:
                note = self._read_again(piece, outcomes) or note
        except (RolebookError, OSError) as error:
            _log.warning("What staff added could not be read: %s", error)
            note = str(error) if isinstance(error, RolebookError) else (error.strerror or "")
        with self._changed:
            now = self._state.pieces[piece.batch]
            self._keep(replace(now, outcomes=(*now.outcomes, *outcomes), note=note))

    def _read(self, piece: Piece, outcomes: list[Outcome]) -> str | None:
        placed: list[Placed] = []
        before = self._held()
        try:
            for arrived in piece.waiting:
                try:
                    placed.append(self._files.put(arrived))
                except FileNotTaken as error:
                    outcomes.append(Outcome(str(arrived.name), "failed", str(error)))
            paths = [each.path for each in placed]
            report = self._library.ingest(paths, agency=piece.agency, progress=self._tell)
        finally:
            held = self._held()
            for each in reversed(placed):
                self._files.settle(each, held)
        outcomes += self._outcomes(report, before)
        return report.vectors_note

    def _read_again(self, piece: Piece, outcomes: list[Outcome]) -> str | None:
        held = {entry.spec_id for entry in self._library.entries()}
        report = self._library.read_again([each for each in piece.again if each in held], progress=self._tell)
        outcomes += self._outcomes(report, None)
        return report.vectors_note

    def _outcomes(self, report: IngestReport, before: dict[str, str] | None) -> list[Outcome]:
        """What became of each file; ``before`` are the digests that were held by path, none for a reading anew."""
        failed = {failure.path for failure in report.failed}
        refused = [Outcome(self.name(each.path), "failed", each.error) for each in report.failed]
        read = [self._outcome(entry, before) for entry in report.entries if entry.path not in failed]
        return [*refused, *read]

    def _outcome(self, entry: SpecEntry, before: dict[str, str] | None) -> Outcome:
        became: Became = "read_again"
        if before is not None:
            earlier = before.get(entry.path)
            became = "new" if earlier is None else "unchanged" if earlier == entry.sha256 else "replaced"
        try:
            reading = reading_of(entry, self._library.held)
        except UnknownSpec:  # it has been removed already
            reading = None
        return Outcome(self.name(entry.path), became, None, entry.spec_id, reading)

    def name(self, path: str) -> str:
        """What a file is called to staff: its path within the folder of files, else its name alone."""
        return str(self._files.name_within(path) or PurePath(path).name)

    def _held(self) -> dict[str, str]:
        return {entry.path: entry.sha256 for entry in self._library.entries()}

    def _tell(self, progress: Progress) -> None:
        with self._changed:
            if self._state.is_stopping:
                raise _Stopping
            self._state.progress = progress
