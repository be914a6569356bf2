"""A server of its own over a library, for as long as it is measured."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.expectations import ROOT


@contextmanager
def served(library: Path) -> Iterator[str]:
    """The address of ``rolebook serve`` over this library at a free port of this machine, as it is by default."""
    command = [sys.executable, "-m", "ui", "--library", str(library), "serve", "--port", "0"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ROLEBOOK_")}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().split()[3]
        finally:
            server.terminate()
