"""Reading in a process of its own, so that no file can take the time, the memory or the life of the one that asks.

The process is started with the first file, reused for the next ones, and ended when a file goes past a limit or breaks
it; the next file gets a new one. What a file is refused for does not depend on the files before it: where a process
that has read others runs out of memory or breaks, the file is read once more in a new one.
"""

import logging
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from enum import Enum
from io import BytesIO
from math import ceil
from multiprocessing import Pipe
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from types import TracebackType
from typing import Self

from ingest import model
from ingest.errors import IngestError, NotAClassSpec, UnreadableFile
from ingest.model import ClassSpec
from ingest.worker_process import OUT_OF_MEMORY, READY, Limits, PictureRequest, Refusal, Request

SECONDS_A_FILE = 60.0
MEMORY_A_FILE = 1_000_000_000

_log = logging.getLogger(__name__)
_SECONDS_BETWEEN_LOOKS = 0.1
_SECONDS_TO_START = 60.0
# The process ends itself that much later than it would be ended: for when there is nobody left to do it.
_SECONDS_ALONE = 5
# A hard stop beside the look at what is resident: memory that is asked for and never used counts here as well.
_ASKED_FOR_A_RESIDENT_BYTE = 2
_MOST_ANSWER_BYTES = 500_000_000
_PRINTED_BYTES = 2_000
_GIGABYTE = 1_000_000_000
_PROGRAM = "from ingest.worker_process import Limits, main; main({connection!r}, {limits!r}, {tokenizer_file!r})"
_REFUSALS = {kind.__name__: kind for kind in (IngestError, UnreadableFile, NotAClassSpec)}


class _Ending(Enum):
    """What ended a process in the midst of a file."""

    TIME = "time"
    MEMORY = "memory"
    BROKEN = "broken"


class ReadingProcess:
    """Reads files in a process with limits, for one thread at a time; ``with`` ends the process."""

    def __init__(
        self,
        tokenizer_file: Path | None = None,
        *,
        seconds_a_file: float = SECONDS_A_FILE,
        memory_a_file: int = MEMORY_A_FILE,
    ) -> None:
        """Start nothing yet.

        Args:
            tokenizer_file: the ``tokenizer.json`` of the embedding model, to count a passage's tokens; else estimated.
            seconds_a_file: the time that one file may take, once the process has started.
            memory_a_file: the bytes that the process may have resident, all that it has loaded included.
        """
        self._tokenizer_file = tokenizer_file
        self._seconds = seconds_a_file
        self._memory = memory_a_file
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        """The reading process itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._end()

    def read(self, path: Path, *, agency: str | None = None) -> tuple[ClassSpec, ...]:
        """The class spec that a file holds and those of its members: ``ingest.read_specs``, in the process.

        Raises:
            UnreadableFile: as ``ingest.read_specs`` does, or reading it took too long or too much memory, or broke the
                process.
            NotAClassSpec: it is text, and nothing in it is a class specification.
        """
        answer = self._answer(Request(str(path.absolute()), agency))
        if isinstance(answer, bytes):
            raise IngestError("the reading process answered with a picture where specs were asked for")
        return answer

    def page_picture(self, content: bytes, file_format: str, page: int, *, widest: int) -> bytes:
        """A page of a file as a PNG: ``ingest.pictures.page_picture``, in the process.

        Raises:
            UnreadableFile: as ``page_picture`` does, or drawing it took too long or too much memory, or broke the
                process.
        """
        answer = self._answer(PictureRequest(content, file_format, page, widest))
        if not isinstance(answer, bytes):
            raise IngestError("the reading process answered with specs where a picture was asked for")
        return answer

    def start(self) -> None:
        """Start the process ahead of the first file, so that it need not be waited for then."""
        if self._process is None:
            self._process = _Process(self._tokenizer_file, self._seconds, self._memory)

    def _answer(self, request: Request | PictureRequest) -> tuple[ClassSpec, ...] | bytes:
        answer = self._last_answer(pickle.dumps(request))
        if isinstance(answer, _Ending):
            raise UnreadableFile(self._sentence(answer))
        if isinstance(answer, Refusal):
            raise _REFUSALS[answer.kind](answer.sentence)
        return answer

    def _last_answer(self, request: bytes) -> tuple[ClassSpec, ...] | bytes | Refusal | _Ending:
        seconds = self._seconds
        while True:
            is_new = self._process is None
            begun = monotonic()
            answer = self._first_answer(request, seconds)
            if isinstance(answer, bytes):
                return unpacked(answer)
            self._end()
            seconds -= monotonic() - begun
            if is_new or answer is _Ending.TIME or seconds <= 0:
                return answer

    def _first_answer(self, request: bytes, seconds: float) -> bytes | _Ending:
        process = self._process or _Process(self._tokenizer_file, self._seconds, self._memory)
        self._process = process
        try:
            return process.answer(request, seconds)
        except BaseException:
            self._end()  # its answer would be taken for that to the next request
            raise

    def _sentence(self, ending: _Ending) -> str:
        if ending is _Ending.TIME:
            return f"reading it took more than {self._seconds:g} seconds"
        if ending is _Ending.MEMORY:
            return f"reading it took more than {self._memory / _GIGABYTE:g} GB of memory"
        return "reading it ended the reading process, so the file is damaged"

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


def _module_path() -> str:
    """Where this process finds modules, the working directory (an empty entry) by its name."""
    return os.pathsep.join(entry or os.getcwd() for entry in sys.path)


class _Process:
    """One process, from its start to its end."""

    def __init__(self, tokenizer_file: Path | None, seconds: float, memory: int) -> None:
        self._memory = memory
        self._connection, its_connection = Pipe()
        self._printed = TemporaryFile()  # noqa: SIM115 - open as long as the process runs
        limits = Limits(ceil(seconds) + _SECONDS_ALONE, memory * _ASKED_FOR_A_RESIDENT_BYTE)
        tokenizer = str(tokenizer_file) if tokenizer_file else None
        program = _PROGRAM.format(connection=its_connection.fileno(), limits=limits, tokenizer_file=tokenizer)
        with its_connection:
            self._process = subprocess.Popen(
                [sys.executable, "-c", program],
                env={**os.environ, "PYTHONPATH": _module_path(), "PYTHONSAFEPATH": "1"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._printed,
                pass_fds=[its_connection.fileno()],
                start_new_session=True,  # so that Ctrl-C reaches only the parent
            )
        self._is_ready = False

    def answer(self, request: bytes, seconds: float) -> bytes | _Ending:
        """The answer to a request, or what ended the process before there was one within so many seconds."""
        if not self._is_ready:
            if self._received(_SECONDS_TO_START) != READY:
                raise IngestError(f"the reading process does not start: {self._last_printed_line()}")
            self._is_ready = True
        with suppress(OSError):  # it is gone already: then there is no answer either
            self._connection.send_bytes(request)
        received = self._received(seconds)
        if received is _Ending.BROKEN:
            _log.info("The reading process ended with %s:\n%s", self._process.returncode, self._said())
        return received

    def end(self) -> None:
        """Kill the process and whatever it has started."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._connection.close()
        self._printed.close()

    def _received(self, seconds: float) -> bytes | _Ending:
        end = monotonic() + seconds
        try:
            while not self._connection.poll(min(_SECONDS_BETWEEN_LOOKS, max(end - monotonic(), 0))):
                if monotonic() >= end:
                    return _Ending.TIME
                if self._resident() > self._memory:
                    return _Ending.MEMORY
            return self._connection.recv_bytes(_MOST_ANSWER_BYTES)
        except (EOFError, OSError):
            return _Ending.MEMORY if self._process.wait() == OUT_OF_MEMORY else _Ending.BROKEN

    def _resident(self) -> int:
        """The bytes that the process and its children have in memory."""
        from psutil import NoSuchProcess, Process  # only a file that takes long needs it

        try:
            process = Process(self._process.pid)
            family = (process, *process.children(recursive=True))
            return sum(each.memory_info().rss for each in family)
        except NoSuchProcess:
            return 0

    def _said(self) -> str:
        """The end of what the process printed on standard error."""
        length = self._printed.seek(0, os.SEEK_END)
        self._printed.seek(max(0, length - _PRINTED_BYTES))
        return self._printed.read().decode(errors="replace")

    def _last_printed_line(self) -> str:
        return self._said().strip().rpartition("\n")[2]


def unpacked(answer: bytes) -> tuple[ClassSpec, ...] | bytes | Refusal:
    """The answer in the bytes that the process sent; nothing is made but what an answer is made of, whoever sent it.

    Raises:
        UnpicklingError: there is something else in them.
    """
    unpickled: tuple[ClassSpec, ...] | bytes | Refusal = _AnswerReader(BytesIO(answer)).load()
    return unpickled


class _AnswerReader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        """The class of that name, if it is one of a spec's."""
        if (module, name) == (Refusal.__module__, Refusal.__name__):
            return Refusal
        found = getattr(model, name, None) if module == model.__name__ else None
        if not isinstance(found, type) or found.__module__ != model.__name__:
            raise pickle.UnpicklingError(f"an answer holds no {module}.{name}")
        return found
