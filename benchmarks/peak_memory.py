"""Reads files in this process and prints the most memory it had, in megabytes.

python -m benchmarks.peak_memory READER FILE...
"""

import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.readers import READERS

_STATUS = Path("/proc/self/status")
_KIBIBYTE = 1024
_MEGABYTE = 1_000_000


def main(arguments: Sequence[str]) -> None:
    """Read and print."""
    name, *files = arguments
    read = READERS[name]()
    for file in files:
        read(Path(file))
    print(round(_peak_bytes() / _MEGABYTE))


def _peak_bytes() -> int:
    """The most that this process had resident; what its parent had before the start counts only where it must."""
    if _STATUS.exists():
        fields = dict(line.split(":", 1) for line in _STATUS.read_text(encoding="ascii").splitlines())
        return int(fields["VmHWM"].split()[0]) * _KIBIBYTE
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * _KIBIBYTE


if __name__ == "__main__":
    main(sys.argv[1:])
