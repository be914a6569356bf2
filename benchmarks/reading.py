"""How fast each format is read, and with how much memory, beside what others make of the same files.

python -m benchmarks.reading [--count 6] [--rounds 3] [--format docx ...]

The documents are made up, each of its own seed, so that no side reads one twice; the sides take turns file by file.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.expectations import ROOT
from benchmarks.readers import LLAMA_INDEX, MARKITDOWN, READERS, ROLEBOOK, Reader
from benchmarks.shapes import SHAPES
from benchmarks.table import table
from tests.generation.document import document_of
from tests.generation.reflowed import for_reflowing
from tests.generation.wording import varied_values

COUNT, ROUNDS = 6, 3
_WARMING_SEED = 1_000_000
# The shapes whose reading is timed, and with what else.
_PEERS = {
    "tabs": LLAMA_INDEX,
    "aligned": LLAMA_INDEX,
    "reflowed": LLAMA_INDEX,
    "pipes": LLAMA_INDEX,
    "html": MARKITDOWN,
    "docx": MARKITDOWN,
    "pdf ruled": MARKITDOWN,
    "pdf unruled": MARKITDOWN,
    "scan 200 dpi": MARKITDOWN,
}


@dataclass(frozen=True, slots=True)
class Side:
    """What one side did with a format: seconds by round, letters of text in all, megabytes at most."""

    name: str
    seconds: Sequence[float]
    letters: int
    megabytes: int


@dataclass(frozen=True, slots=True)
class FormatReading:
    """A format, how many documents were read a round, and both sides."""

    format: str
    documents: int
    rolebook: Side
    peer: Side


def measured(shapes: Sequence[str] = tuple(_PEERS), count: int = COUNT, rounds: int = ROUNDS) -> list[FormatReading]:
    """Each format's reading, ``rounds`` times ``count`` documents of it."""
    return [_measured(shape, count, rounds) for shape in shapes]


def _measured(shape: str, count: int, rounds: int) -> FormatReading:
    names = (ROLEBOOK, _PEERS[shape])
    readers = [READERS[name]() for name in names]
    with TemporaryDirectory() as folder:
        warming = _written(shape, _WARMING_SEED, Path(folder))
        for read in readers:
            read(warming)
        warming.unlink()
        files = [_written(shape, seed, Path(folder)) for seed in range(count * rounds)]
        timed = [_in_turns(readers, files[first : first + count]) for first in range(0, len(files), count)]
        sides = [
            Side(name, [seconds[side] for seconds, _ in timed], sum(letters[side] for _, letters in timed),
                 _megabytes(name, files[:count]))
            for side, name in enumerate(names)
        ]  # fmt: skip
    return FormatReading(shape, count, *sides)


def _written(shape: str, seed: int, folder: Path) -> Path:
    random = Random(seed)
    document = document_of(for_reflowing(varied_values(random)))
    file = folder / f"{seed}{SHAPES[shape].suffix}"
    file.write_bytes(SHAPES[shape].written(document, random))
    return file


def _in_turns(readers: Sequence[Reader], files: Sequence[Path]) -> tuple[list[float], list[int]]:
    """The seconds and the letters of each reader, who begins changing from file to file."""
    seconds, letters = [0.0] * len(readers), [0] * len(readers)
    for number, file in enumerate(files):
        for side in _order(len(readers), number):
            began = time.perf_counter()
            letters[side] += readers[side](file)
            seconds[side] += time.perf_counter() - began
    return seconds, letters


def _order(sides: int, number: int) -> Iterator[int]:
    return ((side + number) % sides for side in range(sides))


def _megabytes(reader: str, files: Sequence[Path]) -> int:
    """The most memory of a process that reads the files and does nothing else."""
    command = [sys.executable, "-m", "benchmarks.peak_memory", reader, *map(str, files)]
    return int(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def reading_section(found: Sequence[FormatReading]) -> str:
    """The section of the page about reading."""
    rows = [
        (each.format, *_rates(each.rolebook, each.documents), each.peer.name, *_rates(each.peer, each.documents),
         f"{median(each.peer.seconds) / median(each.rolebook.seconds):.2f}",
         each.rolebook.megabytes, each.peer.megabytes, _letters(each))
        for each in found
    ]  # fmt: skip
    titles = (
        "format", "documents per second, median", "round by round", "peer", "documents per second, median",
        "round by round", "ratio of medians", "peak memory, MB", "peer's, MB",
        "letters of text, peer's for one of Rolebook's",
    )  # fmt: skip
    count = found[0].documents if found else 0
    return "\n\n".join(
        (
            f"### Reading, {count} documents a round",
            table(titles, rows),
            "Rolebook reads the form into facts with places and makes passages; the peers make text (markitdown) or "
            "text cut into chunks (LlamaIndex) and nothing else. Memory is that of a fresh process that reads the "
            "files of the first round. markitdown has no character recognition of its own: it makes no text of a scan.",
        )
    )


def _rates(side: Side, documents: int) -> tuple[str, str]:
    return f"{documents / median(side.seconds):.1f}", ", ".join(f"{documents / each:.1f}" for each in side.seconds)


def _letters(each: FormatReading) -> str:
    return f"{each.peer.letters / each.rolebook.letters:.2f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT, help="documents a round")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--format", nargs="*", default=list(_PEERS), choices=list(_PEERS))
    arguments = parser.parse_args()
    print(reading_section(measured(arguments.format, arguments.count, arguments.rounds)))


if __name__ == "__main__":
    main()
