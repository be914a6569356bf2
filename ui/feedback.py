"""What people say of answers: one JSON line each in the library's folder, and nothing that they did not send."""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.errors import RolebookError
from ui.contract import SCHEMA_VERSION, JsonObject, json_bytes

FILE_NAME = "feedback.jsonl"
MOST_BYTES = 5 * 1024 * 1024
_LOCK_NAME = "feedback.lock"
_SECONDS_TO_WAIT = 10.0

Verdict = Literal["up", "down"]
Complaint = Literal["wrong_value", "wrong_source", "missing"]


class FeedbackError(RolebookError):
    """Feedback cannot be kept or erased."""


class FeedbackFull(FeedbackError):
    """The file of feedback has grown to its bound."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person says of one answer: whether it is good, what is wrong with it, and the answer that they saw."""

    question: str
    verdict: Verdict
    classes: tuple[str, ...] = ()
    reason: Complaint | None = None
    comment: str = ""
    answer_text: str = ""


@dataclass(frozen=True, slots=True)
class KeptFeedback:
    """Feedback as it is kept; ``time`` is when it came, in universal time."""

    id: str
    time: datetime
    feedback: Feedback


class _Line(BaseModel):
    """One line of the file; keys that a later version adds are let through."""

    model_config = ConfigDict(strict=True)

    schema_version: Literal[1]
    id: str
    time: str
    question: str
    classes: list[str]
    verdict: Verdict
    reason: Complaint | None
    comment: str
    answer_text: str


class FeedbackFile:
    """The feedback of one library; threads and processes may share its folder."""

    def __init__(
        self, folder: Path, *, most_bytes: int = MOST_BYTES, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """The file in the library's folder, made when the first feedback comes."""
        self._path = folder / FILE_NAME
        self._lock = FileLock(folder / _LOCK_NAME, timeout=_SECONDS_TO_WAIT)
        self._most_bytes = most_bytes
        self._now = now

    def add(self, feedback: Feedback) -> KeptFeedback:
        """Keep one piece of feedback: it is on the disk when this returns.

        Raises:
            FeedbackFull: the file would grow past its bound.
            FeedbackError: the file cannot be written.
        """
        kept = KeptFeedback(uuid.uuid4().hex, self._now().replace(microsecond=0), feedback)
        line = json_bytes(kept_object(kept))
        with self._locked(), _opened(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT) as file:
            # A process that died in the middle of a line left it without its end.
            written = (b"" if _ends_whole(file) else b"\n") + line
            if file.seek(0, os.SEEK_END) + len(written) > self._most_bytes:
                raise FeedbackFull("No more feedback can be kept until some is erased on the Library tab.")
            file.write(written)
            _to_disk(file)
        return kept

    def all(self) -> tuple[KeptFeedback, ...]:
        """All feedback kept, the oldest first; a line that is torn or is none is passed over.

        Raises:
            FeedbackError: the file cannot be read.
        """
        return tuple(kept for line in self._lines() if (kept := _read(line)) is not None)

    def erase(self, feedback_id: str) -> bool:
        """Take one piece of feedback out of the file, and every torn line; whether there was such a piece.

        Raises:
            FeedbackError: the file cannot be written.
        """
        with self._locked():
            kept = [(line, read) for line in self._lines() if (read := _read(line)) is not None]
            left = [line for line, read in kept if read.id != feedback_id]
            if len(left) == len(kept):
                return False
            beside = self._path.with_suffix(".new")
            with _opened(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) as file:
                file.writelines(line + b"\n" for line in left)
                _to_disk(file)
            beside.replace(self._path)
            return True

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().split(b"\n")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise FeedbackError(f"The feedback cannot be read: {error.strerror}.") from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except Timeout as error:
            raise FeedbackError("The feedback is in use by another process; please try again.") from error
        except OSError as error:
            raise FeedbackError(f"The feedback cannot be written: {error.strerror}.") from error


def kept_object(kept: KeptFeedback) -> JsonObject:
    """Feedback as it is kept, as one object of ``feedback_kept.schema.json``."""
    feedback = kept.feedback
    return {
        "schema_version": SCHEMA_VERSION,
        "id": kept.id,
        "time": kept.time.astimezone(UTC).isoformat(timespec="seconds"),
        "question": feedback.question,
        "classes": list(feedback.classes),
        "verdict": feedback.verdict,
        "reason": feedback.reason,
        "comment": feedback.comment,
        "answer_text": feedback.answer_text,
    }


def _read(line: bytes) -> KeptFeedback | None:
    try:
        read = _Line.model_validate_json(line)
        time = datetime.fromisoformat(read.time)
    except (ValidationError, ValueError):
        return None
    said = Feedback(read.question, read.verdict, tuple(read.classes), read.reason, read.comment, read.answer_text)
    return KeptFeedback(read.id, time, said)


def _opened(path: Path, flags: int) -> BinaryIO:
    """The file, unbuffered, which nobody but its owner can read when it is made here."""
    descriptor = os.open(path, flags, 0o600)
    return open(descriptor, "r+b" if flags & os.O_RDWR else "wb", buffering=0)


def _ends_whole(file: BinaryIO) -> bool:
    """Whether the file is empty or ends at the end of a line."""
    if file.seek(0, os.SEEK_END) == 0:
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _to_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
