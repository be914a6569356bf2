"""An ingest in a process of its own that is killed at one of its moments: ``LIBRARY SPECS MOMENT``.

Its moments are every statement to the relational store, every step that it tells, and the time before and after
vectors are added to or deleted from the vector store. At moment 0 it is not killed, and prints how many there were.
"""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from index import Library, LibrarySettings, dense, vectors


def main(library: Path, specs: Path, fatal: int) -> None:
    passed = count(1)
    last = 0

    def moment(*_: object) -> None:
        nonlocal last
        last = next(passed)
        if last == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(change: Callable[..., None]) -> Callable[..., None]:
        def call(*arguments: object) -> None:
            moment()
            change(*arguments)
            moment()

        return call

    event.listen(Engine, "before_cursor_execute", moment)
    dense.VECTORS_A_WRITE = 24
    for name in ("add", "delete"):
        setattr(vectors.VectorStore, name, watched(getattr(vectors.VectorStore, name)))
    with Library.open(LibrarySettings(library=library)) as opened:
        opened.ingest([specs], progress=moment)
    sys.stdout.write(str(last))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
