"""The process that files are read in: it takes requests from a pipe and answers each, until the pipe ends.

It is started by ``ingest.worker`` and limits itself before it reads anything: no core file, hardly any file writing,
a bound on its own memory, and an alarm that ends it even where native code hangs and its parent is gone.
"""

import os
import pickle
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from ingest.errors import IngestError
from ingest.model import ClassSpec
from ingest.passages import CountTokens
from ingest.pictures import page_picture
from ingest.reader import read_specs
from ingest.tokens import token_counter

READY = b"ready"
# The exit status of a process that asked for more memory than it may have.
OUT_OF_MEMORY = 77
_MOST_BYTES_WRITTEN = 1_000_000
_STANDARD_ERROR = 2


@dataclass(frozen=True, slots=True)
class Request:
    """A file to read, and whose spec it is where it does not say so itself."""

    path: str
    agency: str | None


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A page of a file to draw, at most so many pixels wide."""

    content: bytes
    file_format: str
    page: int
    widest: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was refused: the name of the exception's class, and its sentence."""

    kind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one file may take, in seconds, before the process ends itself, and how many bytes it may ask for."""

    seconds: int
    memory: int


def main(connection_number: int, limits: Limits, tokenizer_file: str | None) -> None:
    """Answer requests that come through the pipe with that number, until its other end is closed."""
    _limit(limits)
    connection = Connection(connection_number)
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(connection, requests), daemon=True).start()
    count_tokens = token_counter(Path(tokenizer_file)) if tokenizer_file else None
    connection.send_bytes(READY)
    while True:
        request: Request | PictureRequest = pickle.loads(requests.get())
        _forget_what_was_printed()
        signal.alarm(limits.seconds)
        answer = pickle.dumps(_answer(request, count_tokens), pickle.HIGHEST_PROTOCOL)
        signal.alarm(0)
        connection.send_bytes(answer)


def _answer(
    request: Request | PictureRequest, count_tokens: CountTokens | None
) -> tuple[ClassSpec, ...] | bytes | Refusal:
    """The specs in the file or the picture of its page, or why not; an error that is no refusal ends the process."""
    try:
        if isinstance(request, PictureRequest):
            return page_picture(request.content, request.file_format, request.page, widest=request.widest)
        return read_specs(Path(request.path), agency=request.agency, count_tokens=count_tokens)
    except IngestError as refusal:
        return Refusal(type(refusal).__name__, str(refusal))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _listen(connection: Connection, requests: "SimpleQueue[bytes]") -> None:
    """Take in requests while a file is being read; where the parent is gone, there is nobody to read it for."""
    with suppress(EOFError, OSError):
        while True:
            requests.put(connection.recv_bytes())
    os._exit(0)


def _limit(limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    for kind, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, _MOST_BYTES_WRITTEN),
        (resource.RLIMIT_DATA, limits.memory),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _forget_what_was_printed() -> None:
    """Keep of standard error, a file of the parent's, only what the file that is read now has caused."""
    sys.stderr.flush()
    os.ftruncate(_STANDARD_ERROR, 0)
    os.lseek(_STANDARD_ERROR, 0, os.SEEK_SET)
